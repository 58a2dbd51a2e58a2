"""The audit trail's hash chain: an event that was edited or taken away shows.

Each event's hash covers the hash before it, what the event says, and a seal on its values. The seal is the
hash of the values with a salt of the event's own: so a personal value can be wiped, salt and all, without
breaking the chain, and the seal left behind tells nobody a short value like a telephone number.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from json.encoder import encode_basestring
from typing import Any

from sqlite_utils import Database

FIELDS = ("id", "interview", "revision", "at", "action", "path", "who", "ms")
"""What the chain covers beside the sealed values `old` and `new`."""


def new_salt() -> str:
    """A salt for one event."""
    return os.urandom(16).hex()


def seal(salt: str, old: str | None, new: str | None) -> str:
    """SHA-256 of an event's values with its salt."""
    return _digest((salt, old, new))


def link(before: str, fields: Iterable[str | int | None], sealed: str) -> str:
    """The hash of an event: SHA-256 over the hash before it, its `FIELDS` and its seal."""
    return _digest((before, *fields, sealed))


def head(db: Database) -> tuple[int, str]:
    """The number the next event gets, and the hash it follows on; ("" before the first)."""
    ever, before = db.execute(
        """SELECT (SELECT seq FROM sqlite_sequence WHERE name = 'event'),
            (SELECT hash FROM event ORDER BY id DESC LIMIT 1)"""
    ).fetchone()
    return (ever or 0) + 1, before or ""


def seal_all(db: Database) -> None:
    """Seals and links every event there is, in order: for a workspace made before there was a chain."""
    before, rows = "", db.execute(f"SELECT {', '.join(FIELDS)}, old, new FROM event ORDER BY id").fetchall()
    for row in rows:
        event, salt = dict(zip((*FIELDS, "old", "new"), row, strict=True)), new_salt()
        sealed = seal(salt, event["old"], event["new"])
        before = link(before, _fields(event), sealed)
        db.execute(
            "UPDATE event SET salt = ?, seal = ?, hash = ? WHERE id = ?", [salt, sealed, before, event["id"]]
        )


def broken(db: Database) -> Iterator[tuple[int, str]]:
    """Events the chain does not vouch for: number and "edited", "removed" (before it, or at the end)."""
    wiped = _wiped(db)
    before, last = "", 0
    rows = db.execute(f"SELECT {', '.join(FIELDS)}, old, new, salt, seal, hash FROM event ORDER BY id")
    for row in rows:
        event = dict(zip((*FIELDS, "old", "new", "salt", "seal", "hash"), row, strict=True))
        if event["id"] != last + 1:
            yield event["id"], "removed"
        elif link(before, _fields(event), event["seal"]) != event["hash"] or not _sealed(event, wiped):
            yield event["id"], "edited"
        before, last = event["hash"], event["id"]
    ever = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'event'").fetchone()
    if ever is not None and ever[0] > last:
        yield last + 1, "removed"


def _wiped(db: Database) -> Mapping[int | None, int]:
    """The last event of each interview that says its values were wiped."""
    rows: Iterable[tuple[int | None, int]] = db.execute(
        "SELECT interview, max(id) FROM event WHERE action = 'wiped' GROUP BY interview"
    )
    return dict(rows)


def _sealed(event: Mapping[str, Any], wiped: Mapping[int | None, int]) -> bool:
    if event["salt"]:
        return bool(seal(event["salt"], event["old"], event["new"]) == event["seal"])
    gone = event["old"] is None and event["new"] is None
    return gone and event["id"] < wiped.get(event["interview"], 0)


def _fields(event: Mapping[str, Any]) -> list[Any]:
    return [event[name] for name in FIELDS]


def _digest(parts: Iterable[str | int | None]) -> str:
    """SHA-256 of the parts as a JSON list in UTF-8: a space after each comma, letters as they are."""
    return hashlib.sha256(f"[{', '.join(map(_json, parts))}]".encode()).hexdigest()


def _json(part: str | int | None) -> str:
    """One part. Not `json.dumps`, which takes four times as long and stands in every answer's way."""
    if isinstance(part, str):
        return encode_basestring(part)
    return "null" if part is None else str(part)
