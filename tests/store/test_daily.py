"""Daily copies: one a day, a bounded number, also with a clock that jumped."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from gsmon_desktop.store import Workspace, backup
from gsmon_desktop.store.connection import connect
from gsmon_desktop.store.workspace import raw
from tests.store.tools import NOON, noon, put_form, put_interview


def test_one_a_day_and_a_bounded_number(ws: Workspace) -> None:
    put_interview(ws, put_form(ws))
    first = backup.daily(ws, now=noon)
    assert first is not None
    copy = connect(first, read_only=True)
    assert copy.execute("SELECT count(*) FROM interview").fetchone()[0] == 1
    copy.close()
    assert backup.daily(ws, now=noon) is None
    for days in range(1, 20):
        assert backup.daily(ws, now=lambda days=days: NOON + timedelta(days=days)) is not None
    assert len(list((ws.folder / "backups").glob("daily-*.db"))) == backup.KEPT


def test_the_copy_of_an_encrypted_workspace_is_encrypted(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "w", now=noon, name="Айгүл-7741", passphrase="он екі ай") as ws:
        put_interview(ws, put_form(ws))
        made = backup.daily(ws, now=noon)
        assert made is not None
        content = made.read_bytes()
        assert content[:16] != b"SQLite format 3\0"
        assert "Айгүл-7741".encode() not in content
        assert b"CREATE TABLE" not in content
        copy = connect(made, read_only=True, key=raw(ws.keys))
        assert copy.execute("SELECT count(*) FROM interview").fetchone()[0] == 1
        copy.close()


def test_a_clock_set_back_a_year_loses_no_new_copy(ws: Workspace) -> None:
    for days in range(backup.KEPT):
        backup.daily(ws, now=lambda days=days: NOON + timedelta(days=days))
    made = backup.daily(ws, now=lambda: NOON - timedelta(days=365))
    assert made is not None
    assert made.exists()
