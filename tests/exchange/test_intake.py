"""A package is taken in wholly or not at all, once, in any order; what is wrong with it is said."""

from __future__ import annotations

import hashlib
import json
import warnings
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gsmon_desktop.errors import LANGUAGES, GsmonError, sentence
from gsmon_desktop.exchange import aside, export, keys, peers, receive
from gsmon_desktop.exchange.intake import take_in
from gsmon_desktop.exchange.lines import in_words
from gsmon_desktop.exchange.manifest import INTERVIEWS, NAME, SIGNATURE, Entry, parse
from gsmon_desktop.interviewing import delete, doctor, reopen, start, undelete
from gsmon_desktop.scoring import counts
from gsmon_desktop.store import Workspace, interviews, media, trail
from tests.exchange.tools import (
    PHOTO,
    acquaint,
    build,
    contents,
    finish_again,
    give,
    give_all,
    give_with_photo,
    locked,
    rewritten,
    stranger,
)
from tests.store.tools import noon


def send(ws: Workspace, out: Path) -> Path:
    """The one package of what waits."""
    (package,) = export(ws, out, now=noon).packages
    return package


def stock(ws: Workspace) -> dict[str, tuple[str, int, str]]:
    """Status, revision and hash of every interview that is no draft, by id."""
    rows = ws.query("SELECT id, status, revision, hash FROM interview WHERE status <> 'draft'")
    return {row["id"]: (row["status"], row["revision"], row["hash"]) for row in rows}


def frozen(ws: Workspace) -> dict[str, bytes]:
    """Every byte of a closed-down view of the workspace: its files, with all that is in the log."""
    ws.value("PRAGMA wal_checkpoint(TRUNCATE)")
    return {
        str(file.relative_to(ws.folder)): file.read_bytes()
        for file in sorted(ws.folder.rglob("*"))
        if file.is_file() and not file.name.endswith(("-shm", "-wal")) and file.name != "lock"
    }


def test_all_of_it_arrives(ws: Workspace, hq: Workspace, out: Path, tmp_path: Path) -> None:
    given = give_all(ws, tmp_path)
    taken = take_in(hq, send(ws, out), now=noon)
    assert (taken.accepted, taken.replaced, taken.ignored, taken.conflicts) == (3, 0, 0, 0)
    assert stock(hq) == stock(ws)
    for id_ in given.values():
        ours, theirs = interviews.get(ws, id_), interviews.get(hq, id_)
        for read in (interviews.answers, interviews.facts, interviews.comments):
            assert read(hq, theirs.number) == read(ws, ours.number)
        (left,), (right,) = interviews.revisions(ws, ours.number), interviews.revisions(hq, theirs.number)
        assert (left["instance"], left["instance_id"]) == (right["instance"], right["instance_id"])
        assert theirs.interviewer == ours.interviewer
    assert counts(hq) == counts(ws)
    photo = interviews.get(hq, given["photo"])
    (file,) = media.of(hq, photo.number)
    with media.open_content(hq.vault, file.sha256) as stream:
        assert stream.read() == PHOTO
    assert [row.id for row in interviews.list(hq, text="семеновка")]
    assert list(trail.broken(hq.db)) == []
    assert interviews.unsent(hq) == 0
    for each in (ws, hq):
        assert doctor.examine(each.folder, now=noon).findings == ()


def test_a_sender_is_called_as_its_packages_say(ws: Workspace, hq: Workspace, out: Path) -> None:
    """Until somebody gives it a name."""
    ws.settings["name"] = "Айгүл С."
    give(ws)
    take_in(hq, send(ws, out), now=noon)
    (peer,) = peers.listing(hq)
    assert peer.name == "Айгүл С."
    peers.trust(hq, peer.keys, now=noon, kind=peers.SENDER, name="Астана, 2-й ноутбук")
    assert peers.listing(hq)[0].name == "Астана, 2-й ноутбук"


def test_the_trail_comes_along(ws: Workspace, hq: Workspace, out: Path, tmp_path: Path) -> None:
    id_ = give_with_photo(ws, tmp_path)
    before = [event["action"] for event in interviews.events(ws, interviews.get(ws, id_).number)]
    take_in(hq, send(ws, out), now=noon)
    there = [event["action"] for event in interviews.events(hq, interviews.get(hq, id_).number)]
    assert sorted(there) == sorted([*before, "merged"])
    assert [action for action in there if action != "merged"] == before


def test_the_same_again_changes_nothing(ws: Workspace, hq: Workspace, out: Path, tmp_path: Path) -> None:
    give_all(ws, tmp_path)
    package = send(ws, out)
    take_in(hq, package, now=noon)
    before = frozen(hq)
    again = take_in(hq, package, now=noon)
    assert (again.accepted, again.ignored) == (0, 3)
    assert frozen(hq) == before


def test_any_order(ws: Workspace, hq: Workspace, out: Path) -> None:
    """The correction comes before what it corrects, the tombstone before what it deletes."""
    one, two = give(ws), give(ws)
    first = send(ws, out)
    reopen(ws, one, "ошибка", now=noon)
    finish_again(ws, one, "/data/age", "41")
    delete(ws, two, "двойник", now=noon)
    second = send(ws, out)
    assert take_in(hq, second, now=noon).accepted == 2
    assert take_in(hq, first, now=noon).ignored == 2
    there = stock(hq)
    assert there[one] == stock(ws)[one]
    assert there[two][0] == "deleted"
    assert counts(hq) == counts(ws)


def test_a_correction_replaces_and_a_deletion_takes_out(ws: Workspace, hq: Workspace, out: Path) -> None:
    one, two = give(ws), give(ws)
    take_in(hq, send(ws, out), now=noon)
    reopen(ws, one, "ошибка в возрасте", now=noon)
    finish_again(ws, one, "/data/age", "41")
    delete(ws, two, "двойник", now=noon)
    assert take_in(hq, send(ws, out), now=noon).replaced == 2
    row = interviews.get(hq, one)
    assert interviews.answers(hq, row.number)["/data/age"] == "41"
    revisions = interviews.revisions(hq, row.number)
    assert [(each["revision"], each["reason"]) for each in revisions] == [(1, ""), (2, "ошибка в возрасте")]
    assert interviews.get(hq, two).status == "deleted"
    assert counts(hq) == counts(ws)


def test_what_is_known_by_its_deletion_only_cannot_be_brought_back_there(
    ws: Workspace, hq: Workspace, out: Path
) -> None:
    one = give(ws)
    send(ws, out)  # lost on its way
    delete(ws, one, "двойник", now=noon)
    take_in(hq, send(ws, out), now=noon)
    assert interviews.get(hq, one).status == "deleted"
    with pytest.raises(GsmonError) as caught:
        undelete(hq, one, "не двойник", now=noon)
    assert caught.value.code == "interview.only_deletion"
    assert interviews.get(hq, one).status == "deleted"


def test_what_was_deleted_and_brought_back_counts_there_again(
    ws: Workspace, hq: Workspace, out: Path
) -> None:
    one = give(ws)
    take_in(hq, send(ws, out), now=noon)
    before = counts(hq)
    delete(ws, one, "двойник", now=noon)
    take_in(hq, send(ws, out), now=noon)
    assert interviews.get(hq, one).status == "deleted"
    undelete(ws, one, "не двойник", now=noon)
    finish_again(ws, one, "/data/age", "41")
    assert take_in(hq, send(ws, out), now=noon).replaced == 1
    assert interviews.get(hq, one).status == "finished"
    assert counts(hq) == counts(ws) == before


def test_a_supervisor_passes_on(ws: Workspace, hq: Workspace, out: Path, tmp_path: Path) -> None:
    """Through a supervisor's workspace the same arrives, with the trail of both."""
    given = give_all(ws, tmp_path)
    with Workspace.create(tmp_path / "s", now=noon, name="Старший", role="supervisor") as boss:
        acquaint(ws, boss)
        acquaint(boss, hq)
        take_in(boss, send(ws, out), now=noon)
        assert take_in(hq, send(boss, out), now=noon).accepted == 3
        delete(ws, given["paper"], "двойник", now=noon)
        take_in(boss, send(ws, out), now=noon)
        assert take_in(hq, send(boss, out), now=noon).replaced == 1
    assert stock(hq)[given["refused"]] == stock(ws)[given["refused"]]
    assert counts(hq) == counts(ws)
    devices = hq.query("SELECT DISTINCT device FROM foreign_event")
    assert len(devices) == 2


def test_a_draft_here_is_not_overwritten(ws: Workspace, hq: Workspace, out: Path) -> None:
    id_ = give(ws)
    take_in(hq, send(ws, out), now=noon)
    reopen(hq, id_, "правит офис", now=noon)
    reopen(ws, id_, "правит интервьюер", now=noon)
    finish_again(ws, id_, "/data/age", "41")
    assert take_in(hq, send(ws, out), now=noon).conflicts == 1
    assert interviews.get(hq, id_).status == "draft"


def test_a_strangers_package_waits_for_its_fingerprint(ws: Workspace, out: Path, tmp_path: Path) -> None:
    give_all(ws, tmp_path)
    with Workspace.create(tmp_path / "o", now=noon, role="hq") as office:
        own = keys.identity(office, now=noon).public
        peers.trust(ws, own, now=noon)
        received = receive(office, [send(ws, out)], now=noon)
        (aside,) = received.taken.quarantined
        assert aside.record is None
        words = keys.identity(ws, now=noon).public.fingerprint
        assert aside.why.values["fingerprint"] == words
        assert stock(office) == {}
        assert not list((office.folder / "media").rglob("*"))
        peers.trust(office, keys.identity(ws, now=noon).public, now=noon)
        received = receive(office, [out], now=noon)
        assert received.taken.accepted == 3
        assert not list((office.folder / "quarantine").iterdir())
        assert office.value("SELECT count(*) FROM set_aside") == 0
        peers.revoke(office, ws.settings["device"], now=noon)
        give(ws)
        assert receive(office, [send(ws, out)], now=noon).taken.quarantined


def _half_a_pair(line: dict[str, Any]) -> None:
    line["events"][0]["new"] = "\ud800"


def _half_a_pair_as_key(line: dict[str, Any]) -> None:
    line["answers"]["\ud800"] = "1"


def _no_such_score(line: dict[str, Any]) -> None:
    line["scores"]["staff"] = "6"


def _no_number(line: dict[str, Any]) -> None:
    line["events"][0]["ms"] = True


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        (_half_a_pair, "events"),
        (_half_a_pair_as_key, "answers"),
        (_no_such_score, "scores"),
        (_no_number, "events"),
    ],
)
def test_a_bad_record_is_set_aside_and_the_rest_comes_in(
    ws: Workspace, hq: Workspace, out: Path, change: Callable[[dict[str, Any]], None], wrong: str
) -> None:
    """A device that is believed sends a record that is not as it should be."""
    good, bad = give(ws), give(ws)
    own = keys.identity(ws, now=noon)
    package = send(ws, out)
    with_hq = keys.identity(hq, now=noon).ages
    entries = contents(package, with_hq)
    lines = [json.loads(text) for text in entries[INTERVIEWS].splitlines()]
    for line in lines:
        if line["id"] == bad:
            change(line)
    changed = _repacked(entries, lines, own, out / "changed.zip")
    taken = take_in(hq, changed, now=noon)
    assert (taken.accepted, [each.record for each in taken.quarantined]) == (1, [bad])
    assert set(stock(hq)) == {good}
    assert take_in(hq, changed, now=noon).ignored == 2
    (said,) = aside.listing(hq)
    for language in LANGUAGES:
        assert sentence(in_words(wrong), language) in sentence(said.why(), language)
    states = hq.query("SELECT record, state, why FROM intake_record ORDER BY state")
    assert [(row["record"], row["state"], row["why"]) for row in states] == [
        (good, "accepted", ""), (bad, "refused", wrong),
    ]  # fmt: skip


def _repacked(entries: dict[str, bytes], lines: list[dict[str, Any]], own: keys.Identity, to: Path) -> Path:

    text = b"".join(json.dumps(line).encode() + b"\n" for line in lines)
    manifest = parse(entries[NAME])
    digest = hashlib.sha256(text).hexdigest()
    listed = tuple(
        Entry(each.name, len(text), digest) if each.name == INTERVIEWS else each for each in manifest.entries
    )
    entries = {**entries, INTERVIEWS: text, NAME: replace(manifest, entries=listed).to_json()}
    del entries[SIGNATURE]
    build(to, entries, own)
    return to


@pytest.fixture
def sound(ws: Workspace, hq: Workspace, out: Path, tmp_path: Path) -> Path:
    """A package that would be taken in, decrypted."""
    give_all(ws, tmp_path)
    package = send(ws, out)
    plain = tmp_path / "plain.zip"
    build(plain, contents(package, keys.identity(hq, now=noon).ages))
    return plain


def refused(hq: Workspace, package: Path) -> str:
    """The code of the refusal; not a byte of the workspace changes."""
    before = frozen(hq)
    with pytest.raises(GsmonError) as error:
        receive(hq, [package], now=noon)
    assert frozen(hq) == before
    assert error.value.place == str(package)
    return error.value.code


def test_forged_and_foreign_packages_change_nothing(ws: Workspace, hq: Workspace, sound: Path) -> None:
    own, office = keys.identity(ws, now=noon), keys.identity(hq, now=noon)

    def older(entries: dict[str, bytes]) -> None:
        entries[NAME] = entries[NAME].replace(b'"format": 2', b'"format": 9')

    assert refused(hq, rewritten(sound, lambda e: None, own=stranger())) == "exchange.signature_wrong"
    assert refused(hq, locked(sound, stranger())) == "exchange.not_for_us"
    assert refused(hq, rewritten(sound, older, own=own)) == "exchange.newer_format"
    unsigned = contents(sound)
    del unsigned[SIGNATURE]
    build(sound.with_name("unsigned.zip"), unsigned)
    assert refused(hq, sound.with_name("unsigned.zip")) == "exchange.signature_wrong"
    media_ = next(name for name in contents(sound) if name.startswith("media/"))
    for change, code in (
        (lambda e: e.update({"../evil": b"x"}), "exchange.entry_unlisted"),
        (lambda e: e.update({"/etc/passwd": b"x"}), "exchange.entry_unlisted"),
        (lambda e: e.update({media_: e[media_] + b"x"}), "exchange.entry_wrong"),
        (lambda e: e.pop(media_), "exchange.entry_missing"),
        (lambda e: e.update({INTERVIEWS: e[INTERVIEWS] + b"{}\n"}), "exchange.entry_wrong"),
    ):
        assert refused(hq, rewritten(sound, change, own=own)) == code
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile warns of the very thing the test makes
        twice = rewritten(sound, lambda e: None, own=own, twice=media_)
    assert refused(hq, twice) == "exchange.entry_unsafe"
    whole = locked(sound, office)
    content = whole.read_bytes()
    for size in (10, 300, len(content) // 2, len(content) - 1):
        whole.write_bytes(content[:size])
        assert refused(hq, whole) in ("exchange.damaged", "exchange.not_package")
    for at in (30, 300, len(content) // 2, len(content) - 5):
        flipped = bytearray(content)
        flipped[at] ^= 1
        whole.write_bytes(flipped)
        assert refused(hq, whole) in ("exchange.damaged", "exchange.not_for_us")
    whole.write_bytes(content)
    assert receive(hq, [whole], now=noon).taken.accepted == 3


def test_a_package_id_is_used_once(ws: Workspace, hq: Workspace, sound: Path) -> None:
    take_in(hq, sound, now=noon)
    own = keys.identity(ws, now=noon)

    def later(entries: dict[str, bytes]) -> None:
        entries[NAME] = entries[NAME].replace(b'"sequence": 1', b'"sequence": 7')

    assert refused(hq, rewritten(sound, later, own=own)) == "exchange.number_reused"


def test_an_interview_being_filled_stays_home(ws: Workspace, out: Path) -> None:
    start(ws, "visit", now=noon)
    assert export(ws, out, now=noon).packages == ()
