"""The hash chain: whatever is done to an event outside the program shows; wiping values does not break it."""

from __future__ import annotations

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsmon_desktop.store import Workspace, records, trail
from tests.store.tools import finished, put_form, put_interview


def _tamper(ws: Workspace, sql: str) -> list[tuple[int, str]]:
    """Does what only somebody with an SQLite shell can, and says what the chain finds."""
    for trigger in ("event_not_changed", "event_not_deleted"):
        ws.db.execute(f"DROP TRIGGER IF EXISTS {trigger}")
    ws.db.execute(sql)
    return list(trail.broken(ws.db))


@pytest.fixture
def filled(ws: Workspace) -> Workspace:
    """Three interviews, five events with values."""
    form = put_form(ws)
    number = put_interview(ws, form)
    for value in ("Ақсу", "Семей"):
        with ws.transaction() as db:
            records.append(
                db, number, records.Event("2026-03-02", "Айгүл", "answered", 1, "/data/t", None, value)
            )
    put_interview(ws, form, done=finished())
    put_interview(ws, form)
    assert list(trail.broken(ws.db)) == []
    return ws


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("UPDATE event SET new = 'Орал' WHERE id = 2", [(2, "edited")]),
        ("UPDATE event SET who = 'Данияр' WHERE id = 3", [(3, "edited")]),
        ("UPDATE event SET new = NULL, salt = '' WHERE id = 3", [(3, "edited")]),
        ("DELETE FROM event WHERE id = 3", [(4, "removed")]),
        ("DELETE FROM event WHERE id > 3", [(4, "removed")]),
        ("DELETE FROM event", [(1, "removed")]),
    ],
)
def test_what_was_edited_or_removed_shows(filled: Workspace, sql: str, found: list[tuple[int, str]]) -> None:
    assert _tamper(filled, sql) == found


def test_a_removed_end_still_shows_when_the_work_went_on(filled: Workspace) -> None:
    _tamper(filled, "DELETE FROM event WHERE id > 3")
    put_interview(filled, put_form(filled))
    assert list(trail.broken(filled.db)) == [(6, "removed")]


def test_wiped_values_leave_the_chain_whole(filled: Workspace) -> None:
    with filled.transaction() as db:
        db.execute("UPDATE event SET old = NULL, new = NULL, salt = '' WHERE id = 2")
        records.append(db, 1, records.Event("2026-04-02", "Айгүл", "wiped", 1))
    assert list(trail.broken(filled.db)) == []


PARTS = st.lists(
    st.one_of(st.none(), st.integers(-(2**63), 2**63 - 1), st.text(st.characters(codec="utf-8")))
)


@given(
    before=st.text(st.characters(codec="utf-8")), fields=PARTS, sealed=st.text(st.characters(codec="ascii"))
)
def test_a_link_is_the_hash_of_a_json_list(before: str, fields: list[int | str | None], sealed: str) -> None:
    """Chains written by any version are read by any other."""
    told = json.dumps([before, *fields, sealed], ensure_ascii=False)
    assert trail.link(before, fields, sealed) == hashlib.sha256(told.encode()).hexdigest()
