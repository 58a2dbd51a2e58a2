"""Daily copies: one a day, a bounded number, also with a clock that jumped."""

from __future__ import annotations

from datetime import timedelta

from gsmon_desktop.store import Workspace, backup
from gsmon_desktop.store.connection import connect
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


def test_a_clock_set_back_a_year_loses_no_new_copy(ws: Workspace) -> None:
    for days in range(backup.KEPT):
        backup.daily(ws, now=lambda days=days: NOON + timedelta(days=days))
    made = backup.daily(ws, now=lambda: NOON - timedelta(days=365))
    assert made is not None
    assert made.exists()
