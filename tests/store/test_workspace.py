"""A workspace is made whole, opened by one writer, and refused with a reason where it cannot be."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlite_utils import Database

from gsmon_desktop.errors import GsmonError, sentence
from gsmon_desktop.store import Workspace, copies, schema
from gsmon_desktop.store.connection import connect
from tests.store.tools import disk, fill_up, noon, protect, put_form, put_interview


def _refused(folder: Path, *, read_only: bool = False) -> GsmonError:
    with pytest.raises(GsmonError) as caught:
        Workspace.open(folder, now=noon, read_only=read_only).close()
    assert all(sentence(caught.value, language) for language in ("ru", "kk", "en"))
    return caught.value


def test_made_with_settings_and_folders(ws: Workspace) -> None:
    assert (ws.settings["name"], ws.settings["role"], ws.settings["region"]) == (
        "Айгүл",
        "interviewer",
        "almaty",
    )
    assert ws.settings["created"] == "2026-03-02T12:00:00.000+05:00"
    assert {"media", "outbox", "logs", "backups", "gsmon.db", "lock"} <= {p.name for p in ws.folder.iterdir()}
    assert not list(ws.folder.glob("*.new*"))


def test_every_commit_is_synced(ws: Workspace) -> None:
    assert ws.value("PRAGMA journal_mode") == "wal"
    assert ws.value("PRAGMA synchronous") == 2
    assert ws.value("PRAGMA foreign_keys") == 1


def test_settings_are_kept(ws: Workspace) -> None:
    ws.settings["language"] = "kk"
    del ws.settings["region"]
    folder = ws.folder
    ws.close()
    with Workspace.open(folder, now=noon) as again:
        assert again.settings["language"] == "kk"
        assert "region" not in again.settings


def test_closing_leaves_one_file(ws: Workspace) -> None:
    put_form(ws)
    ws.close()
    ws.close()
    assert not list(ws.folder.glob("gsmon.db-*"))


def test_second_writer_is_told_who_holds_it(ws: Workspace) -> None:
    error = _refused(ws.folder)
    assert error.code == "workspace.locked"
    assert error.values["who"] == "Айгүл"
    assert error.values["since"] == "02.03.2026 12:00"


def test_lock_of_another_process_is_seen_and_dropped_when_it_is_killed(tmp_path: Path) -> None:
    Workspace.create(tmp_path / "w", now=noon, name="Ержан").close()
    code = """
import sys
from pathlib import Path
from gsmon_desktop.store import Workspace, local_now
ws = Workspace.open(Path(sys.argv[1]), now=local_now)
print("held", flush=True)
sys.stdin.read()
"""
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "w")], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"held"
        assert _refused(tmp_path / "w").code == "workspace.locked"
        other.kill()
        other.wait()
    with Workspace.open(tmp_path / "w", now=noon) as ws:
        assert ws.settings["name"] == "Ержан"


def test_readers_see_what_is_committed_while_it_is_written(ws: Workspace) -> None:
    with Workspace.open(ws.folder, now=noon, read_only=True) as reader:
        put_interview(ws, put_form(ws))
        assert reader.value("SELECT count(*) FROM interview") == 1
        with pytest.raises(GsmonError) as caught, reader.transaction():
            pass
        assert caught.value.code == "workspace.read_only"


def test_reading_alone_leaves_nothing_behind(ws: Workspace) -> None:
    ws.close()
    before = sorted(ws.folder.rglob("*"))
    with Workspace.open(ws.folder, now=noon, read_only=True) as reader:
        assert reader.settings["name"] == "Айгүл"
    assert sorted(ws.folder.rglob("*")) == before


def test_not_twice_in_one_folder(ws: Workspace) -> None:
    ws.close()
    with pytest.raises(GsmonError) as caught:
        Workspace.create(ws.folder, now=noon)
    assert caught.value.code == "workspace.exists"


@pytest.mark.parametrize("read_only", [False, True])
def test_no_workspace_there(tmp_path: Path, read_only: bool) -> None:
    assert _refused(tmp_path / "нет", read_only=read_only).code == "workspace.missing"
    assert _refused(tmp_path, read_only=read_only).code == "workspace.missing"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("read_only", [False, True])
def test_strangers_database(tmp_path: Path, read_only: bool) -> None:
    with sqlite3.connect(tmp_path / "gsmon.db") as stranger:
        stranger.execute("CREATE TABLE t (a)")
    stranger.close()
    assert _refused(tmp_path, read_only=read_only).code == "workspace.not_workspace"


@pytest.mark.parametrize("read_only", [False, True])
def test_no_database_at_all(tmp_path: Path, read_only: bool) -> None:
    (tmp_path / "gsmon.db").write_bytes(b"not a database, not at all" * 100)
    assert _refused(tmp_path, read_only=read_only).code == "workspace.damaged"


def test_damaged_pages_are_told_when_they_are_read(ws: Workspace) -> None:
    form = put_form(ws)
    for _ in range(300):
        put_interview(ws, form)
    ws.close()
    file = ws.folder / "gsmon.db"
    content = bytearray(file.read_bytes())
    for page in range(2, len(content) // 4096):
        content[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    file.write_bytes(content)
    with pytest.raises(GsmonError) as caught, Workspace.open(ws.folder, now=noon) as broken:
        broken.query("SELECT * FROM interview")
    assert caught.value.code == "workspace.damaged"


@pytest.mark.parametrize("read_only", [False, True])
def test_newer_version_is_refused(ws: Workspace, read_only: bool) -> None:
    with ws.transaction() as db:
        db.execute(
            """INSERT INTO _sqlite_migrations (migration_set, name, applied_at)
            VALUES ('gsmon', 'm999_later', '')"""
        )
    ws.close()
    error = _refused(ws.folder, read_only=read_only)
    assert error.code == "workspace.newer"
    assert error.values["migration"] == "m999_later"


def test_older_version_is_copied_then_migrated(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    put_interview(ws, put_form(ws))
    ws.close()

    later = schema.Migrations("gsmon")
    for migration in schema.migrations.pending(Database(memory=True)):
        later(name=migration.name)(migration.fn)

    @later()
    def m999_more(db: Database) -> None:
        db.execute("ALTER TABLE interview ADD COLUMN more TEXT NOT NULL DEFAULT 'x'")

    _use(later, monkeypatch)
    assert _refused(ws.folder, read_only=True).code == "workspace.older"
    with Workspace.open(ws.folder, now=noon) as newer:
        assert newer.value("SELECT more FROM interview") == "x"
    (copy,) = (ws.folder / "backups").iterdir()
    assert copy.name == "before-m999_more-20260302-120000.db"
    kept = connect(copy)
    assert kept.execute("SELECT count(*) FROM interview").fetchone()[0] == 1
    kept.close()


def test_failed_migration_leaves_the_file_as_it_was(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    put_interview(ws, put_form(ws))
    ws.close()
    later = schema.Migrations("gsmon")
    for migration in schema.migrations.pending(Database(memory=True)):
        later(name=migration.name)(migration.fn)

    @later()
    def m999_more(db: Database) -> None:
        db.execute("ALTER TABLE interview ADD COLUMN more TEXT")
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        _use(later, patch)
        with pytest.raises(ZeroDivisionError):
            Workspace.open(ws.folder, now=noon)
    with Workspace.open(ws.folder, now=noon) as again:
        assert "more" not in again.query("SELECT * FROM interview")[0]


def _use(migrations: schema.Migrations, monkeypatch: pytest.MonkeyPatch) -> None:
    """Opens workspaces as a program with these migrations would."""
    names = frozenset(each.name for each in migrations.pending(Database(memory=True)))
    monkeypatch.setattr("gsmon_desktop.store.workspace.migrations", migrations)
    monkeypatch.setattr("gsmon_desktop.store.workspace.known", lambda: names)


def test_interrupted_making_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "gsmon.db.new").write_bytes(b"half")
    (tmp_path / "gsmon.db.new-wal").write_bytes(b"half")
    with Workspace.create(tmp_path, now=noon) as ws:
        assert ws.value("PRAGMA integrity_check") == "ok"
    assert not list(tmp_path.glob("*.new*"))


def test_copied_folder_is_a_workspace(ws: Workspace, tmp_path: Path) -> None:
    put_interview(ws, put_form(ws))
    ws.close()
    shutil.copytree(ws.folder, tmp_path / "copy")
    with Workspace.open(tmp_path / "copy", now=noon) as copy:
        assert copy.value("SELECT count(*) FROM interview") == 1


def test_read_only_folder_can_be_read_but_not_opened_to_write(tmp_path: Path) -> None:
    with disk(tmp_path / "stick", "8m") as stick:
        Workspace.create(stick / "w", now=noon, name="Айгүл").close()
        protect(stick)
        assert _refused(stick / "w").code == "workspace.read_only"
        with pytest.raises(GsmonError) as caught:
            Workspace.create(stick / "new", now=noon)
        assert caught.value.code == "workspace.read_only"
        with Workspace.open(stick / "w", now=noon, read_only=True) as reader:
            assert reader.settings["name"] == "Айгүл"


def test_full_disk_makes_no_half_workspace(tmp_path: Path) -> None:
    with disk(tmp_path / "stick", "1m") as stick:
        ballast = fill_up(stick, leave=64 * 1024)
        with pytest.raises(GsmonError) as caught:
            Workspace.create(stick / "w", now=noon)
        assert caught.value.code in {"workspace.disk_full", "file.full"}
        assert not (stick / "w" / "gsmon.db").exists()
        ballast.unlink()
        Workspace.create(stick / "w", now=noon).close()


def test_copy_on_a_full_disk_leaves_nothing(ws: Workspace, tmp_path: Path) -> None:
    with disk(tmp_path / "stick", "1m") as stick:
        fill_up(stick, leave=32 * 1024)
        with pytest.raises(GsmonError) as caught:
            copies.copy_database(ws.db, stick / "copy.db")
        assert caught.value.code == "workspace.disk_full"
        assert [file.name for file in stick.iterdir()] == ["ballast"]
