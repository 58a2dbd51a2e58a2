"""Clocks that run while an interview is filled: when each began, so that it outlives the window."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from gsmon_desktop.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Running:
    """The clock of the question at `path`: the stamp of its start, and its steps in seconds from there."""

    path: str
    started: str
    marks: tuple[float, ...] = ()


def keep(ws: Workspace, number: int, path: str, started: str, marks: Sequence[float]) -> None:
    """Notes that a clock of interview `number` runs, and its steps so far."""
    with ws.transaction() as db:
        db.execute(
            """INSERT INTO clock (interview, path, started, marks) VALUES (?, ?, ?, ?)
            ON CONFLICT (interview, path) DO UPDATE SET started = excluded.started, marks = excluded.marks""",
            [number, path, started, json.dumps(list(marks))],
        )


def end(ws: Workspace, number: int, path: str) -> None:
    """The clock was stopped."""
    with ws.transaction() as db:
        db.execute("DELETE FROM clock WHERE interview = ? AND path = ?", [number, path])


def of(ws: Workspace, number: int) -> dict[str, Running]:
    """The clocks of an interview that run, by path."""
    rows = ws.query("SELECT path, started, marks FROM clock WHERE interview = ?", [number])
    return {
        row["path"]: Running(row["path"], row["started"], tuple(json.loads(row["marks"]))) for row in rows
    }
