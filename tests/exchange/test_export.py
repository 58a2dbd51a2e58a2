"""What waits goes into a package, once; a correction and a deletion follow; nothing half is ever left."""

from __future__ import annotations

import hashlib
import json
import subprocess
import tracemalloc
from datetime import timedelta
from pathlib import Path

import pytest

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import Exported, export, keys, peers, receive, verify
from gsmon_desktop.interviewing import delete, reopen, start
from gsmon_desktop.interviewing.attaching import Prepared
from gsmon_desktop.store import Workspace, backup, interviews, media
from tests.exchange.tools import (
    PHOTO,
    contents,
    finish_again,
    give,
    give_all,
    give_with_photo,
    ids,
    read_lines,
)
from tests.interviewing.tools import PAPER, put_survey
from tests.media.tools import bare_photo
from tests.store.tools import NOON, disk, fill_up, noon, protect


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """The folder packages go to."""
    folder = tmp_path / "флешка"
    folder.mkdir()
    return folder


def send(ws: Workspace, to: Path) -> Exported:
    return export(ws, to, now=noon, new_id=ids())


def test_everything_finished_travels_and_a_draft_does_not(ws: Workspace, stick: Path, tmp_path: Path) -> None:
    given = give_all(ws, tmp_path)
    made = send(ws, stick)
    assert (made.interviews, made.media, made.held) == (3, 1, ())
    assert list(stick.iterdir()) == list(made.packages)
    manifest = verify(made.packages[0])
    assert (manifest.device, manifest.person, manifest.sequence) == (ws.settings["device"], "Айгүл", 1)
    assert {record.id for record in manifest.interviews} == set(given.values())
    lines = {line["id"]: line for line in read_lines(made.packages[0])}
    paper, photo = lines[given["paper"]], lines[given["photo"]]
    row = interviews.get(ws, given["paper"])
    assert (paper["hash"], paper["revision"], paper["status"]) == (row.hash, 1, "finished")
    assert hashlib.sha256(paper["instance"].encode()).hexdigest() == row.hash
    assert paper["answers"]["/data/town"] == "Семёновка"
    assert paper["scores"] == {"staff": "5", "time_term": "dk"}
    assert paper["facts"]["region"] == "astana"
    assert paper["summary"]["service"] == "s01"
    assert lines[given["refused"]]["summary"]["outcome"] == "refused"
    assert photo["comments"][0]["text"] == "сказал не сразу"
    assert photo["media"][0]["sha256"] == hashlib.sha256(PHOTO).hexdigest()
    inside = contents(made.packages[0])
    assert inside[f"media/{photo['media'][0]['sha256']}"] == PHOTO
    assert "visit" in json.loads(inside[f"forms/{row.form_hash}.json"])["xform"]
    trail = photo["events"]
    assert [e["id"] for e in trail] == sorted(e["id"] for e in trail)
    assert {e["device"] for e in trail} == {ws.settings["device"]}
    *before, exported = interviews.events(ws, interviews.get(ws, given["photo"]).number)
    assert len(trail) == len(before)
    assert (exported["action"], exported["new"]) == ("exported", made.packages[0].name)


def test_opens_with_the_unzip_everyone_has(ws: Workspace, stick: Path, tmp_path: Path) -> None:
    give_all(ws, tmp_path)
    made = send(ws, stick)
    try:
        done = subprocess.run(["unzip", "-tq", made.packages[0]], capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("unzip is not installed")
    assert done.returncode == 0, done.stdout


def test_the_record_says_what_was_sent(ws: Workspace, stick: Path, tmp_path: Path) -> None:
    give_all(ws, tmp_path)
    made = send(ws, stick)
    content = made.packages[0].read_bytes()
    assert ws.query("SELECT seq, file, state, sha256, interviews, media, size FROM package") == [
        {
            "seq": 1, "file": made.packages[0].name, "state": "made", "interviews": 3, "media": 1,
            "sha256": hashlib.sha256(content).hexdigest(), "size": len(content),
        }
    ]  # fmt: skip
    assert ws.value("SELECT count(*) FROM package_interview WHERE package = 1") == 3


def test_nothing_twice_and_nothing_empty(ws: Workspace, stick: Path) -> None:
    assert send(ws, stick) == Exported((), 0, 0)
    give(ws)
    assert send(ws, stick).interviews == 1
    assert send(ws, stick) == Exported((), 0, 0)
    assert len(list(stick.iterdir())) == 1


def test_same_content_same_bytes(ws: Workspace, stick: Path, tmp_path: Path) -> None:
    give_all(ws, tmp_path)
    keys.identity(ws, now=noon)
    with Workspace.open(backup.copy_workspace(ws, tmp_path / "copy", now=noon).folder, now=noon) as copy:
        again = tmp_path / "again"
        again.mkdir()
        assert send(copy, again).packages[0].read_bytes() == send(ws, stick).packages[0].read_bytes()


def test_a_correction_follows_with_its_reason(ws: Workspace, stick: Path) -> None:
    id_ = give(ws)
    send(ws, stick)
    reopen(ws, id_, "ошибка в возрасте", now=noon)
    assert send(ws, stick).interviews == 0
    finish_again(ws, id_, "/data/age", "41")
    made = send(ws, stick)
    (line,) = read_lines(made.packages[0])
    assert (line["revision"], line["reason"]) == (2, "ошибка в возрасте")
    assert line["answers"]["/data/age"] == "41"
    assert verify(made.packages[0]).sequence == 2


def test_a_deletion_follows_as_a_tombstone(ws: Workspace, stick: Path) -> None:
    id_ = give(ws)
    send(ws, stick)
    delete(ws, id_, "двойник", now=noon)
    (line,) = read_lines(send(ws, stick).packages[0])
    assert (line["id"], line["status"], line["reason"]) == (id_, "deleted", "двойник")
    assert (line["hash"], line["instance"], line["answers"]) == ("", "", {})
    assert send(ws, stick).interviews == 0


def test_a_draft_thrown_away_is_nobodys_business(ws: Workspace, stick: Path) -> None:
    draft = start(ws, "visit", now=noon)
    delete(ws, draft.id, "проба", now=noon)
    assert send(ws, stick).interviews == 0


def test_what_is_unanswered_is_sent_again_by_one_call(ws: Workspace, stick: Path, tmp_path: Path) -> None:
    """The same package while its copy lies in the outbox, a new one of the same interviews afterwards."""
    give(ws)
    first = send(ws, stick).packages[0]
    (tmp_path / "again").mkdir()
    assert send(ws, tmp_path / "again").packages == ()
    second = export(ws, tmp_path / "again", now=noon, resend=True).packages[0]
    assert second.read_bytes() == first.read_bytes()
    (ws.folder / "outbox" / first.name).unlink()
    third = export(ws, tmp_path / "again", now=noon, resend=True).packages[0]
    assert verify(third).interviews == verify(first).interviews
    assert verify(third).sequence == 2


def test_a_copy_damaged_in_the_outbox_is_made_anew(ws: Workspace, stick: Path) -> None:
    """Length says nothing: a flipped bit must not be sent again and again."""
    give(ws)
    first = send(ws, stick).packages[0]
    content = bytearray(first.read_bytes())
    content[len(content) // 2] ^= 4
    first.write_bytes(content)
    (second,) = export(ws, stick, now=noon, resend=True).packages
    assert second != first
    assert len(verify(second).interviews) == 1


def test_copies_stay_fourteen_days_and_until_they_are_answered(
    ws: Workspace, stick: Path, tmp_path: Path
) -> None:
    give(ws)
    name = send(ws, stick).packages[0].name
    export(ws, stick, now=lambda: NOON + timedelta(days=90))
    assert (ws.folder / "outbox" / name).exists()
    with Workspace.create(tmp_path / "hq", now=noon, role="hq") as hq:
        peers.trust(hq, keys.identity(ws, now=noon).public, now=noon, kind=peers.SENDER)
        peers.trust(ws, keys.identity(hq, now=noon).public, now=noon, kind=peers.RECIPIENT)
        receive(ws, receive(hq, [stick / name], now=noon).receipts, now=noon)
    for days, kept in ((14, True), (15, False)):
        export(ws, stick, now=lambda days=days: NOON + timedelta(days=days))  # type: ignore[misc]
        assert (ws.folder / "outbox" / name).exists() is kept
    assert (stick / name).exists()


def test_a_damaged_photo_holds_back_only_its_own_interview(
    ws: Workspace, stick: Path, tmp_path: Path
) -> None:
    sound = give(ws)
    damaged = give_with_photo(ws, tmp_path)
    gone = give_with_photo(ws, tmp_path, bare_photo(2))
    ws.vault.file_of(hashlib.sha256(PHOTO).hexdigest()).write_bytes(b"?" * len(PHOTO))
    ws.vault.file_of(hashlib.sha256(bare_photo(2)).hexdigest()).unlink()
    made = send(ws, stick)
    assert {each.interview for each in made.held} == {damaged, gone}
    assert {each.why for each in made.held} == {"photo-1.jpg"}
    assert [record.id for record in verify(made.packages[0]).interviews] == [sound]
    ws.vault.file_of(hashlib.sha256(PHOTO).hexdigest()).write_bytes(PHOTO)
    again = send(ws, stick)
    assert (again.interviews, len(again.held)) == (1, 1)


def test_a_file_that_lies_there_is_never_overwritten(ws: Workspace, stick: Path) -> None:
    give(ws)
    first = send(ws, stick).packages[0]
    first.unlink()
    first.write_bytes(b"half")
    second = export(ws, stick, now=noon, resend=True).packages[0]
    assert second.name == first.name.replace(".zip", "-1.zip")
    assert first.read_bytes() == b"half"
    assert verify(second).sequence == 1


def test_what_a_killed_export_left_in_the_outbox_is_made_anew(ws: Workspace, stick: Path) -> None:
    """The package had its name and was not recorded yet: nobody can have it."""
    give(ws)
    first = send(ws, stick).packages[0]
    with ws.transaction() as db:
        db.execute("DELETE FROM package_interview")
        db.execute("DELETE FROM package")
        db.execute("DELETE FROM sqlite_sequence WHERE name = 'package'")
    first.unlink()
    assert verify(send(ws, stick).packages[0]).sequence == 1


def test_cancelled_leaves_nothing(ws: Workspace, stick: Path, tmp_path: Path) -> None:
    give_all(ws, tmp_path)

    def cancel(done: int, _: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(ws, stick, now=noon, progress=cancel)
    assert list(stick.iterdir()) == list((ws.folder / "outbox").iterdir()) == []
    told: list[tuple[int, int]] = []
    export(ws, stick, now=noon, progress=lambda done, of: told.append((done, of)))
    assert told == [(number, 4) for number in range(1, 5)]


def test_folder_missing_or_protected_and_workspace_read_only(ws: Workspace, tmp_path: Path) -> None:
    give(ws)
    with pytest.raises(GsmonError) as error:
        send(ws, tmp_path / "нет")
    assert (error.value.code, error.value.place) == ("file.folder_missing", str(tmp_path / "нет"))
    with Workspace.open(ws.folder, now=noon, read_only=True) as reader, pytest.raises(GsmonError) as error:
        send(reader, tmp_path)
    assert error.value.code == "workspace.read_only"
    with disk(tmp_path / "disk", "1m") as stick:
        protect(stick)
        with pytest.raises(GsmonError) as error:
            send(ws, stick)
    assert error.value.code == "file.forbidden"
    (tmp_path / "stick").mkdir()
    assert send(ws, tmp_path / "stick").interviews == 1


def test_full_target(ws: Workspace, tmp_path: Path) -> None:
    give_with_photo(ws, tmp_path, bare_photo(3, 1250))
    with disk(tmp_path / "disk", "2m") as stick:
        ballast = fill_up(stick, leave=500_000)
        with pytest.raises(GsmonError) as error:
            send(ws, stick)
        assert error.value.code == "file.full"
        assert list(stick.iterdir()) == [ballast]
        assert ws.query("SELECT state, given FROM package") == [{"state": "made", "given": None}]
        ballast.unlink()
        made = send(ws, stick)
        assert (made.interviews, len(made.packages)) == (1, 1)
        verify(made.packages[0])


def test_full_workspace_takes_the_file_back(ws: Workspace, tmp_path: Path, survey_folder: Path) -> None:
    """The record cannot be written: then the package must not stay either."""
    (tmp_path / "out").mkdir()
    with disk(tmp_path / "disk", "8m") as small, Workspace.create(small / "w", now=noon) as own:
        put_survey(own, survey_folder)
        for _ in range(20):
            give(own)
        own.value("PRAGMA wal_checkpoint(TRUNCATE)")
        fill_up(small)
        with pytest.raises(GsmonError) as error:
            send(own, tmp_path / "out")
        assert error.value.code == "workspace.disk_full"
        assert list((tmp_path / "out").iterdir()) == []
        assert list((own.folder / "outbox").iterdir()) == []


def test_big_media_needs_no_memory(ws: Workspace, stick: Path, tmp_path: Path) -> None:
    (tmp_path / "film.mp4").write_bytes(bytes(64 << 20))
    interview = start(ws, "visit", now=noon)
    for path, value in PAPER.items():
        interview.answer(path, value)
    interview.attach_prepared("/data/photo", Prepared(media.keep(ws.vault, tmp_path / "film.mp4")))
    interview.finish()
    tracemalloc.start()
    made = send(ws, stick)
    verify(made.packages[0])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 16 << 20
