"""Daily copies: one a day, a bounded number, also with a clock that jumped."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest

from gsmon_desktop.store import Workspace, backup, copies
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


def _before(ws: Workspace, day: int, *, whole: bool = True) -> Path:
    """A copy made before something, on a day."""
    made = copies.copy_database(ws.db, ws.folder / "backups" / f"before-repair-{day:02}.db", key=raw(ws.keys))
    if not whole:
        content = made.read_bytes()
        made.write_bytes(content[: len(content) // 2])
    at = NOON.timestamp() + day * 86400
    os.utime(made, (at, at))
    return made


@pytest.mark.parametrize("passphrase", [None, "он екі ай"])
def test_copies_before_repairs_fit_in_their_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, passphrase: str | None
) -> None:
    """By number and by bytes; the last one that is whole stays, however old."""
    with Workspace.create(tmp_path / "w", now=noon, passphrase=passphrase) as ws:
        made = [_before(ws, day, whole=day < 2) for day in range(8)]
        copies.make_room(ws.folder / "backups", key=raw(ws.keys))
        assert [each.exists() for each in made] == [day in (1, 3, 4, 5, 6, 7) for day in range(8)]
        monkeypatch.setattr(copies, "MOST_BYTES", made[7].stat().st_size * 2)
        copies.make_room(ws.folder / "backups", key=raw(ws.keys))
        assert [each.exists() for each in made] == [day in (1, 6, 7) for day in range(8)]
        monkeypatch.setattr(copies, "MOST_BYTES", 1)
        whole = _before(ws, 9)
        copies.make_room(ws.folder / "backups", key=raw(ws.keys))
        assert list((ws.folder / "backups").glob("before-*")) == [whole]
