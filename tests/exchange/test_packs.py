"""A pack sets a device up in one step, a later one comes by the sync, a forged one changes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gsmon_desktop import reference
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import keys, packs, peers, receive, signed, sync, target
from gsmon_desktop.interviewing import add_form, latest_form, resume, retention, start
from gsmon_desktop.store import Workspace
from tests.exchange.test_schema import complaints, schema
from tests.exchange.tools import give, stranger
from tests.interviewing.tools import put_survey
from tests.store.tools import noon


@pytest.fixture
def office(tmp_path: Path, survey_folder: Path) -> Workspace:
    made = Workspace.create(tmp_path / "office", now=noon, role="hq")
    put_survey(made, survey_folder)
    retention.set_rule(made, 30)
    return made


def test_one_step_sets_a_device_up(office: Workspace, out: Path, tmp_path: Path) -> None:
    file = packs.make(office, out, now=noon, interviewers=["Айгүл", "Болат"])
    outer = json.loads(file.read_text(encoding="utf-8"))
    assert complaints(outer, schema("signed")) == []
    assert complaints(json.loads(outer["document"]), schema("pack")) == []
    with Workspace.create(tmp_path / "laptop", now=noon, name="Айгүл") as laptop:
        with pytest.raises(GsmonError) as error:
            receive(laptop, [file], now=noon)
        assert error.value.code == "exchange.pack_stranger"
        assert error.value.values["fingerprint"] == keys.identity(office, now=noon).public.fingerprint
        pack = packs.install(laptop, file, now=noon, trust=True)
        assert pack is not None
        assert (pack.number, pack.interviewers) == (1, ["Айгүл", "Болат"])
        assert retention.rule(laptop) == 30
        assert [peer.device for peer in peers.recipients(laptop)] == [office.settings["device"]]
        assert latest_form(laptop, "visit").hash == latest_form(office, "visit").hash
        give(laptop)
        assert packs.install(laptop, file, now=noon, trust=True) is None
    office.close()


def test_a_new_version_comes_by_the_sync_and_drafts_stay(
    office: Workspace, out: Path, tmp_path: Path, survey_folder: Path
) -> None:
    first = packs.make(office, out, now=noon)
    share = tmp_path / "share"
    share.mkdir()
    with Workspace.create(tmp_path / "laptop", now=noon) as laptop:
        packs.install(laptop, first, now=noon, trust=True)
        draft = start(laptop, "visit", now=noon)
        before = latest_form(laptop, "visit").hash
        (survey_folder / "new").mkdir()
        add_form(office, _changed(survey_folder, office), now=noon)
        packs.make(office, out, now=noon)
        sync(office, target(str(share)), now=noon)
        done = sync(laptop, target(str(share)), now=noon)
        assert [pack.number for pack in done.received.packs] == [2]
        assert latest_form(laptop, "visit").hash != before
        assert resume(laptop, draft.id, now=noon).session.form.hash == before
        assert laptop.value("SELECT count(*) FROM pack") == 2
        assert sync(laptop, target(str(share)), now=noon).received.packs == ()
        assert receive(laptop, [first], now=noon).packs == ()
    office.close()


def test_the_pack_in_force_and_the_one_before_it_lie_in_the_folder(office: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "packs"
    folder.mkdir()
    (folder / "gsmon-pack-00000000-00001.json").write_text("somebody else's")
    (folder / "заметки.txt").write_text("ours")
    for _ in range(4):
        packs.make(office, tmp_path, now=noon)
        packs.give(office, folder)
    theirs = {"gsmon-pack-00000000-00001.json", "заметки.txt"}
    assert sorted({path.name for path in folder.iterdir()} - theirs) == [
        f"gsmon-pack-{office.settings['device'][:8]}-{number:05d}.json" for number in (3, 4)
    ]
    assert theirs <= {path.name for path in folder.iterdir()}
    office.close()


def _changed(folder: Path, office: Workspace) -> Path:
    from gsmon_desktop.store import forms

    content = forms.get(office, forms.latest(office, "visit").hash)
    file = folder / "new" / "visit.xml"
    for name, data in content.files.items():
        (file.parent / name).write_bytes(data)
    file.write_text(content.xform.replace('version="1"', 'version="2"', 1), encoding="utf-8")
    return file


def test_the_catalogue_of_a_pack_is_used(office: Workspace, out: Path, tmp_path: Path) -> None:
    shipped = reference.catalogue()
    file = packs.make(office, out, now=noon)
    own = keys.identity(office, now=noon)
    document = json.loads(json.loads(file.read_text(encoding="utf-8"))["document"])
    regions = document["reference"]["catalogue/regions.csv"]
    document["reference"]["catalogue/regions.csv"] = regions.replace("Алматы", "Верный")
    file.write_bytes(signed.seal(signed.PACK, document, own))
    with Workspace.create(tmp_path / "laptop", now=noon) as laptop:
        packs.install(laptop, file, now=noon, trust=True)
        assert reference.catalogue() != shipped
        document["pack"] = 2
        document["reference"]["catalogue/regions.csv"] = "code\n"
        file.write_bytes(signed.seal(signed.PACK, document, own))
        with pytest.raises(GsmonError) as error:
            packs.install(laptop, file, now=noon)
        assert error.value.code.startswith("reference.")
        current = packs.current(laptop)
        assert current is not None
        assert current.number == 1
    office.close()


def test_a_forged_pack_changes_nothing(office: Workspace, out: Path, tmp_path: Path) -> None:
    file = packs.make(office, out, now=noon)
    outer = json.loads(file.read_text(encoding="utf-8"))
    document = json.loads(outer["document"])
    with Workspace.create(tmp_path / "laptop", now=noon) as laptop:
        packs.install(laptop, file, now=noon, trust=True)
        document["pack"] = 9
        forged = tmp_path / "forged.json"
        for content, code in (
            (json.dumps(outer | {"document": json.dumps(document)}).encode(), "exchange.signature_wrong"),
            (signed.seal(signed.PACK, document, stranger("d7")), "exchange.pack_stranger"),
            (b"{", "exchange.document_wrong"),
        ):
            forged.write_bytes(content)
            with pytest.raises(GsmonError) as error:
                packs.install(laptop, forged, now=noon)
            assert error.value.code == code
        wrong = signed.seal(
            signed.PACK, document | {"rules": {"role": "hq"}}, keys.identity(office, now=noon)
        )
        forged.write_bytes(wrong)
        with pytest.raises(GsmonError) as error:
            packs.install(laptop, forged, now=noon)
        assert error.value.code == "exchange.document_wrong"
        current = packs.current(laptop)
        assert current is not None
        assert current.number == 1
    office.close()
