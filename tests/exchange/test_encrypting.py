"""What packages and the quarantine become when their workspace is encrypted."""

from __future__ import annotations

from pathlib import Path

import pytest

from gsmon_desktop import exchange
from gsmon_desktop.exchange import aside, peers
from gsmon_desktop.interviewing import doctor
from gsmon_desktop.store import Workspace, age, backup, interviews
from gsmon_desktop.store.conversion import decrypt, encrypt
from gsmon_desktop.store.restoring import restore
from tests.exchange.tools import acquaint, give
from tests.interviewing.tools import put_survey
from tests.store.tools import noon

PASSPHRASE = "тау басында қар жатыр"

pytestmark = pytest.mark.usefixtures("cheap")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A plain workspace with one interview given away in a package, and one in a package nobody has yet."""
    stick = tmp_path / "stick"
    stick.mkdir()
    with Workspace.create(tmp_path / "w", now=noon, name="Айгүл", region="astana") as ws:
        put_survey(ws, tmp_path)
        give(ws)
        assert exchange.export(ws, stick, now=noon).interviews == 1
        give(ws)
        exchange.make(ws, now=noon)
    return tmp_path / "w"


def test_readable_packages_go_and_are_made_again(folder: Path, tmp_path: Path) -> None:
    """What was given away on the same disk is the same file under another name: it keeps its content."""
    (given,) = (tmp_path / "stick").iterdir()
    content = given.read_bytes()
    packages = sorted((folder / "outbox").iterdir())
    assert [each.stat().st_nlink for each in packages] == [2, 1]
    (folder / "outbox" / "gsmon-unknown.zip").write_bytes(b"PK")
    (folder / "outbox" / ".gsmon-half.zip.part").write_bytes(b"PK")
    said = encrypt(folder, PASSPHRASE, now=noon)
    assert sorted(said.again) == [str(each.relative_to(folder)) for each in packages]
    assert (said.left, list((folder / "outbox").iterdir())) == ([], [])
    assert given.read_bytes() == content
    assert len(list((folder / "backups").glob("aside-*/outbox/gsmon-unknown.zip.age"))) == 1
    with (
        Workspace.create(tmp_path / "office", now=noon, role="hq") as office,
        Workspace.open(folder, now=noon, passphrase=PASSPHRASE) as ws,
    ):
        acquaint(ws, office)
        assert interviews.unsent(ws) == 1
        again = exchange.export(ws, tmp_path / "stick", now=noon)
        assert (again.interviews, interviews.unsent(ws)) == (1, 0)
        assert again.packages[0].name.endswith(".age")
        assert exchange.export(ws, tmp_path / "stick", now=noon, resend=True).interviews == 2


@pytest.mark.parametrize("back", [False, True])
def test_a_package_set_aside_is_sealed_and_still_taken_in(folder: Path, tmp_path: Path, back: bool) -> None:
    office = tmp_path / "office"
    with Workspace.create(office, now=noon, role="hq") as ws:
        assert len(exchange.receive(ws, [tmp_path / "stick"], now=noon).taken.quarantined) == 1
    (kept,) = (office / "quarantine").iterdir()
    content = kept.read_bytes()
    encrypt(office, PASSPHRASE, now=noon)
    assert kept.read_bytes().startswith(age.MAGIC)
    with Workspace.open(office, now=noon, passphrase=PASSPHRASE) as ws:
        keys, (waiting,) = ws.keys, aside.listing(ws)
    if back:
        assert keys is not None
        decrypt(office, keys, now=noon)
        assert kept.read_bytes() == content
    with Workspace.open(office, now=noon, passphrase=PASSPHRASE) as ws:
        assert waiting.keys is not None
        peers.trust(ws, waiting.keys, now=noon)
        assert exchange.retry(ws, now=noon).accepted == 1
        assert aside.listing(ws) == []


def test_the_doctor_looks_into_quarantine(folder: Path, tmp_path: Path) -> None:
    office = tmp_path / "office"
    with Workspace.create(office, now=noon, role="hq") as ws:
        exchange.receive(ws, [tmp_path / "stick"], now=noon)
        other = tmp_path / "other"
        with Workspace.create(other, now=noon, name="Данияр", region="abay") as second:
            put_survey(second, tmp_path)
            give(second)
            exchange.export(second, tmp_path / "stick", now=noon)
        exchange.receive(ws, [tmp_path / "stick"], now=noon)
    one, two = sorted((office / "quarantine").iterdir())
    assert doctor.examine(office, now=noon, more=exchange.CHECKS).ok
    one.write_bytes(one.read_bytes()[:-100])
    two.unlink()
    (office / "quarantine" / "notes.txt").write_bytes(b"n")
    found = doctor.examine(office, now=noon, more=exchange.CHECKS).findings
    assert sorted(each.code for each in found) == [
        "doctor.aside_damaged", "doctor.aside_missing", "doctor.aside_unknown",
    ]  # fmt: skip
    assert all(each.text("kk") for each in found)
    report = doctor.repair(office, now=noon, more=exchange.CHECKS)
    assert report.ok
    assert all(each.done_text("ru") for each in report.findings)
    assert doctor.examine(office, now=noon, more=exchange.CHECKS).findings == ()
    moved = {each.name for each in (office / "backups").glob("aside-*/quarantine/*")}
    assert moved == {one.name, "notes.txt"}
    with Workspace.open(office, now=noon) as ws:  # what comes again is set aside again
        assert len(exchange.receive(ws, [tmp_path / "stick"], now=noon).taken.quarantined) == 2


def test_copies_bring_the_quarantine_and_the_packs_along(tmp_path: Path, folder: Path) -> None:
    office = tmp_path / "office"
    with Workspace.create(office, now=noon, role="hq") as ws:
        exchange.receive(ws, [tmp_path / "stick"], now=noon)
        (office / "reference" / "1").mkdir(parents=True)
        (office / "reference" / "1" / "catalogue.csv").write_text("услуга")
        made = backup.copy_workspace(ws, tmp_path / "copies", now=noon).folder
    back = restore(made, tmp_path / "back", now=noon).folder
    assert (back / "reference" / "1" / "catalogue.csv").read_text() == "услуга"
    assert doctor.examine(back, now=noon, more=exchange.CHECKS).ok
    with Workspace.open(back, now=noon) as ws:
        (waiting,) = aside.listing(ws)
        assert waiting.keys is not None
        peers.trust(ws, waiting.keys, now=noon)
        assert exchange.retry(ws, now=noon).accepted == 1
