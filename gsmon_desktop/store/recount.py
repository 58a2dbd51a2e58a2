"""The tally against what counting gives: equal, or made anew."""

from __future__ import annotations

import json
from typing import Any

from sqlite_utils import Database

from gsmon_desktop.store.tally import FILL

_COUNTED = FILL.replace("INSERT INTO tally ", "", 1)
_Cell = tuple[str, ...]


def differences(db: Database) -> int:
    """In how many cells the tally is not what counting gives; 0 when all is well."""
    kept, counted = _cells(db, "SELECT * FROM tally"), _cells(db, _COUNTED)
    return sum(kept.get(cell) != counted.get(cell) for cell in kept.keys() | counted.keys())


def rebuild(db: Database) -> None:
    """Counts anew, inside the caller's transaction."""
    db.execute("DELETE FROM tally")
    db.execute(FILL)


def _cells(db: Database, sql: str) -> dict[_Cell, Any]:
    """Interviews, scores and facts by cell; the order of keys in the two texts means nothing."""
    return {tuple(row[:4]): (row[4], _read(row[5]), _read(row[6])) for row in db.execute(sql)}


def _read(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text
