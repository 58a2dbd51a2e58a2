"""Broken interviews put aside one by one, so that the rest goes on working.

Nothing of them is taken away: an interview in quarantine only has the status `deleted`, which takes it out of
lists, scores and packages, and a row that says why and what its status was.
"""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database

from gsmon_desktop.store import records
from gsmon_desktop.store.clock import stamp
from gsmon_desktop.store.workspace import Workspace


def put(ws: Workspace, number: int, why: str, *, at: datetime) -> None:
    """Puts an interview into quarantine, in one transaction with its event. `why`: a finding's code."""
    with ws.transaction() as db:
        status, revision = _state(db, number)
        db.execute(
            "INSERT OR REPLACE INTO quarantine (interview, at, why, status) VALUES (?, ?, ?, ?)",
            [number, stamp(at), why, status],
        )
        db.execute("UPDATE interview SET status = 'deleted' WHERE number = ?", [number])
        records.append(db, number, records.Event(stamp(at), ws.who, "quarantined", revision, new=why))


def release(ws: Workspace, number: int, *, at: datetime) -> None:
    """Gives an interview its status back."""
    with ws.transaction() as db:
        _, revision = _state(db, number)
        db.execute(
            """UPDATE interview SET status = (SELECT status FROM quarantine WHERE interview = number)
            WHERE number = ?""",
            [number],
        )
        db.execute("DELETE FROM quarantine WHERE interview = ?", [number])
        records.append(db, number, records.Event(stamp(at), ws.who, "released", revision))


def listing(ws: Workspace) -> dict[int, str]:
    """Why, by number."""
    return {row["interview"]: row["why"] for row in ws.query("SELECT interview, why FROM quarantine")}


def _state(db: Database, number: int) -> tuple[str, int]:
    row = db.execute("SELECT status, revision FROM interview WHERE number = ?", [number]).fetchone()
    return row[0], row[1]
