"""Damage done on purpose, found, and repaired without throwing anything away."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from gsmon_desktop import exchange
from gsmon_desktop.errors import LANGUAGES, GsmonError
from gsmon_desktop.interviewing import doctor, record, resume, start
from gsmon_desktop.store import Workspace, backup, interviews, local_now, recount
from gsmon_desktop.store.restoring import restore
from tests.interviewing.tools import PAPER, put_survey
from tests.media.tools import bare_photo
from tests.migrations.make import HERE
from tests.store.tools import NOON, noon


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six finished interviews, one of them with a photo, and a draft. Copied, never opened."""
    home = tmp_path_factory.mktemp("doctor")
    with Workspace.create(home / "w", now=noon, name="Айгүл") as ws:
        put_survey(ws, home)
        for at in range(6):
            age = PAPER | {"/data/age": str(20 + at)}
            times = {"started": NOON + timedelta(hours=at), "finished": NOON + timedelta(hours=at, minutes=9)}
            record(ws, "visit", age, now=noon, **times)
        draft = start(ws, "visit", now=noon)
        (home / "фото.jpg").write_bytes(bare_photo())
        draft.attach("/data/photo", home / "фото.jpg")
        draft.answer("/data/town", "Ақсу")
    return home / "w"


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A copy for one test."""
    return Path(shutil.copytree(made, tmp_path / "жұмыс"))


def spoil(folder: Path, *statements: str) -> None:
    """Changes the database behind the program's back: no triggers, no references."""
    db = driver.connect(str(folder / "gsmon.db"), isolation_level=None)
    for name, _ in (
        found := db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    ):
        db.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        db.execute(statement)
    for _, sql in found:
        db.execute(sql)
    db.close()


def codes(folder: Path) -> Counter[str]:
    """What an examination finds; each finding has its words."""
    report = doctor.examine(folder, now=noon)
    assert report.ok == (not report.findings)
    assert all(finding.text(language) for finding in report.findings for language in LANGUAGES)
    return Counter(finding.code.removeprefix("doctor.") for finding in report.findings)


def mend(folder: Path) -> doctor.Report:
    """Repairs; what it says it did has words too."""
    report = doctor.repair(folder, now=noon)
    assert all(f.done_text(language) for f in report.findings if f.done for language in LANGUAGES)
    return report


def kept(folder: Path) -> list[str]:
    """What repairs left in backups."""
    return sorted(
        p.relative_to(folder / "backups").as_posix() for p in (folder / "backups").rglob("*") if p.is_file()
    )


def test_nothing_is_found_in_a_sound_workspace_and_nothing_changed(folder: Path) -> None:
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    assert codes(folder) == {}
    with Workspace.open(folder, now=noon):
        assert codes(folder) == {}  # beside the program that uses it
    after = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    assert {**after, folder / "lock": b""} == {**before, folder / "lock": b""}
    assert mend(folder).findings == ()
    assert kept(folder) == []


def test_a_restored_and_an_empty_workspace_are_sound(folder: Path, tmp_path: Path) -> None:
    """Their trail has events of no interview."""
    restore(folder, tmp_path / "back", now=noon)
    with Workspace.create(tmp_path / "new", now=noon, name="Айгүл"):
        pass
    restore(tmp_path / "new", tmp_path / "new back", now=noon)
    for back in (tmp_path / "back", tmp_path / "new back"):
        assert codes(back) == {}
        assert mend(back).findings == ()


def test_media_that_are_gone_damaged_or_nobodys(folder: Path) -> None:
    (photo,) = (p for p in (folder / "media").rglob("*") if p.is_file())
    photo.write_bytes(b"ph0to")
    (folder / "media" / "ab").mkdir()
    (folder / "media" / "ab" / ("ab" * 32)).write_bytes(b"nobody's")
    (folder / "media" / "ab" / ".abcd.1234.part").write_bytes(b"half")
    (folder / "gsmon.db.new-wal").write_bytes(b"half")
    (folder / "outbox" / "gsmon-unknown-00001.zip").write_bytes(b"?")
    assert codes(folder) == {"media_damaged": 1, "media_orphan": 1, "leftover": 2, "package_unknown": 1}
    assert mend(folder).ok
    assert codes(folder) == {"media_missing": 1}
    assert not mend(folder).ok
    moved = [name.split("/", 1)[1] for name in kept(folder) if name.startswith("aside")]
    assert len(moved) == 5
    assert photo.relative_to(folder).as_posix() in moved
    (folder / "p.jpg").write_bytes(bare_photo())
    with Workspace.open(folder, now=noon) as ws:
        resume(ws, interviews.list(ws, status="draft")[0].id, now=noon).attach(
            "/data/photo", folder / "p.jpg"
        )
    assert codes(folder) == {}


def test_a_damaged_package(folder: Path) -> None:
    with Workspace.open(folder, now=noon) as ws:
        (package,) = exchange.export(ws, folder / "outbox", now=noon).packages
    assert codes(folder) == {}
    package.write_bytes(package.read_bytes()[:-1])
    assert codes(folder) == {"package_damaged": 1}
    assert mend(folder).ok


def test_broken_interviews_go_into_quarantine_and_come_back(folder: Path) -> None:
    spoil(
        folder,
        "UPDATE revision SET instance = replace(instance, '20', '99') WHERE interview = 1",
        "UPDATE revision SET instance = '<half' WHERE interview = 2",
        """UPDATE revision SET hash = 'c' WHERE interview = 3""",
        "INSERT INTO answer VALUES (4, '/other/form', 'x')",
        "UPDATE answer SET value = 'Аstаnа' WHERE interview = 5 AND path = '/data/town'",
        "DELETE FROM revision WHERE interview = 7",
    )
    assert codes(folder) == {"record_hash": 3, "record_answers": 1, "answers_differ": 1, "record_revision": 1}
    assert mend(folder).ok
    assert codes(folder) == {}
    with Workspace.open(folder, now=noon) as ws:
        assert [row.number for row in interviews.list(ws, order="number")] == [5, 6]
        assert interviews.answers(ws, 5)["/data/town"] == PAPER["/data/town"]
        assert ws.value("SELECT count(*) FROM quarantine") == 5
        assert ws.value("SELECT count(*) FROM interview") == 7
        aside = interviews.list(ws, status=interviews.QUARANTINED)
        assert len(aside) == interviews.count(ws, status=interviews.QUARANTINED) == 5
        assert all(row.quarantined for row in aside)
        assert interviews.list(ws, status=interviews.DELETED) == []
        assert len(exchange.export(ws, folder / "outbox", now=noon).packages) == 1
        assert ws.value("SELECT count(*) FROM package_interview") == 2  # and no tombstone of the others
    spoil(folder, "DELETE FROM answer WHERE path = '/other/form'")
    assert codes(folder) == {"well_again": 1}
    assert mend(folder).ok
    with Workspace.open(folder, now=noon) as ws:
        assert [row.number for row in interviews.list(ws, order="number")] == [4, 5, 6]
    assert codes(folder) == {}


def test_lost_rows_get_a_stand_in(folder: Path) -> None:
    spoil(folder, "DELETE FROM interview WHERE number IN (2, 7)")
    assert codes(folder)["lost_interview"] == 2
    assert mend(folder).ok
    assert codes(folder) == {}
    with Workspace.open(folder, now=noon) as ws:
        assert ws.query("PRAGMA foreign_key_check") == []
        assert len(interviews.list(ws)) == 5
        assert interviews.answers(ws, 2)["/data/town"] == PAPER["/data/town"]


def test_a_lost_form_puts_its_interviews_aside_until_it_is_added(folder: Path, tmp_path: Path) -> None:
    spoil(folder, "DELETE FROM form")
    assert codes(folder) == {"lost_form": 1, "record_form": 7}
    assert mend(folder).ok
    with Workspace.open(folder, now=noon) as ws:
        assert interviews.list(ws) == []
        assert ws.query("PRAGMA foreign_key_check") == []
        put_survey(ws, tmp_path)
    assert codes(folder) == {"well_again": 7}
    assert mend(folder).ok
    with Workspace.open(folder, now=noon) as ws:
        assert len(interviews.list(ws)) == 7
        assert recount.differences(ws.db) == 0


def test_an_encrypted_workspace_is_checked_and_rescued_with_its_passphrase(tmp_path: Path) -> None:
    folder, given = tmp_path / "құпия", {"now": noon, "passphrase": "он екі ай"}
    with Workspace.create(folder, name="Айгүл", **given) as ws:
        put_survey(ws, tmp_path)
        for _ in range(4):
            record(ws, "visit", PAPER, now=noon, started=NOON, finished=NOON)
        page = ws.value("SELECT rootpage FROM sqlite_master WHERE name = 'score'")
        (tmp_path / "фото.jpg").write_bytes(bare_photo())
        start(ws, "visit", now=noon).attach("/data/photo", tmp_path / "фото.jpg")
    assert doctor.examine(folder, **given).ok
    content = bytearray((folder / "gsmon.db").read_bytes())
    content[(page - 1) * 4096 + 10] ^= 1
    (folder / "gsmon.db").write_bytes(content)
    (photo,) = (p for p in (folder / "media").rglob("*") if p.is_file())
    photo.write_bytes(photo.read_bytes()[:-1] + b"?")
    assert [f.code for f in doctor.examine(folder, **given).findings] == ["doctor.pages"]
    report = doctor.repair(folder, **given)
    assert report.ok
    assert {f.code for f in report.findings} == {"doctor.pages", "doctor.media_damaged"}
    assert report.findings[0].values["tables"] == "score"
    with Workspace.open(folder, **given) as ws:
        assert len(interviews.list(ws)) == 5
    assert b"SQLite format" not in (folder / "gsmon.db").read_bytes()
    assert all(b"SQLite format" not in (folder / "backups" / name).read_bytes() for name in kept(folder))


def test_counts_search_and_indexes_are_made_anew(folder: Path) -> None:
    spoil(
        folder,
        "UPDATE tally SET interviews = 900",
        "DELETE FROM interview_search WHERE rowid = 3",
        "PRAGMA writable_schema = ON",
        """UPDATE sqlite_master SET sql = 'CREATE INDEX interview_region ON interview (service, started)'
        WHERE name = 'interview_region'""",
    )
    assert codes(folder) == {"index": 1, "tally": 1, "search": 1}
    assert mend(folder).ok
    assert codes(folder) == {}
    with Workspace.open(folder, now=noon) as ws:
        assert len(interviews.list(ws, text="семеновка")) == 6


def test_an_edited_and_a_removed_event_are_told_and_not_mended(folder: Path) -> None:
    spoil(folder, "UPDATE event SET new = 'x' WHERE id = 3", "DELETE FROM event WHERE id = 5")
    assert codes(folder) == {"event_edited": 1, "event_removed": 1}
    report = mend(folder)
    assert not report.ok
    assert kept(folder) == []


def test_what_repairs_keep_is_bounded(folder: Path) -> None:
    for day in range(8):
        spoil(folder, "UPDATE tally SET interviews = 900")
        (folder / ".x.1.part").write_bytes(b"half")
        at = NOON + timedelta(days=day)
        assert doctor.repair(folder, now=lambda at=at: at).ok
    left = {path.name for path in (folder / "backups").iterdir()}
    days = [f"{NOON + timedelta(days=day):%Y%m%d-%H%M%S}" for day in range(3, 8)]
    assert left == {f"before-repair-{day}.db" for day in days} | {f"aside-{day}" for day in days}


def test_an_older_workspace_is_brought_up_to_date(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(HERE / "0.1.0", tmp_path / "old"))
    assert codes(folder) == {"older": 1}
    assert mend(folder).ok
    assert codes(folder) == {}


def _hurt(folder: Path, *, every: int, length: int = 64) -> None:
    """Overwrites the beginning of each `every`-th page but the first."""
    file = folder / "gsmon.db"
    content = bytearray(file.read_bytes())
    for page in range(1, len(content) // 4096):
        if page % every == every - 1:
            content[page * 4096 : page * 4096 + length] = b"\xff" * length
    file.write_bytes(content)


@pytest.mark.parametrize("every", [7, 11, 19])
def test_a_damaged_database_gives_what_can_be_read(folder: Path, every: int) -> None:
    original = (folder / "gsmon.db").read_bytes()
    _hurt(folder, every=every)
    assert codes(folder) == {"pages": 1}
    hurt = (folder / "gsmon.db").read_bytes()
    report = mend(folder)
    assert report.findings[0].done.startswith("doctor.pages")
    assert hurt in [(folder / "backups" / name).read_bytes() for name in kept(folder) if name.endswith(".db")]
    left = codes(folder)
    assert set(left) <= {"event_removed", "event_edited", "media_missing"}
    with Workspace.open(folder, now=noon) as ws:
        assert ws.value("PRAGMA integrity_check") == "ok"
        assert ws.query("PRAGMA foreign_key_check") == []
    assert original != hurt


def test_a_page_of_answers_costs_only_what_stood_on_it(folder: Path) -> None:
    with Workspace.open(folder, now=noon) as ws:
        page = ws.value("SELECT rootpage FROM sqlite_master WHERE name = 'score'")
        before = ws.value("SELECT count(*) FROM answer")
    content = bytearray((folder / "gsmon.db").read_bytes())
    content[(page - 1) * 4096 : (page - 1) * 4096 + 100] = b"\xff" * 100
    (folder / "gsmon.db").write_bytes(content)
    report = mend(folder)
    assert report.findings[0].values["tables"] == "score"
    with Workspace.open(folder, now=noon) as ws:
        assert ws.value("SELECT count(*) FROM answer") == before
        assert len(interviews.list(ws)) == 7


def test_no_database_at_all_names_the_newest_copy(folder: Path) -> None:
    with Workspace.open(folder, now=noon) as ws:
        backup.daily(ws, now=noon)
    (folder / "gsmon.db").write_bytes(b"x" * 50_000)
    assert codes(folder) == {"pages": 1}
    with pytest.raises(GsmonError) as caught:
        mend(folder)
    assert caught.value.code == "rescue.unreadable"
    assert caught.value.values["copy"] == "daily-20260302.db"
    assert (folder / "gsmon.db").read_bytes() == b"x" * 50_000


def test_refused_as_opening_is(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(GsmonError) as caught:
        doctor.examine(tmp_path, now=local_now)
    assert caught.value.code == "workspace.missing"
    with Workspace.open(folder, now=noon), pytest.raises(GsmonError) as caught:
        doctor.repair(folder, now=local_now)
    assert caught.value.code == "workspace.locked"
