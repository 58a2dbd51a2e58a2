"""Writing interviews, always inside a transaction the caller opened: a step is all or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlite_utils import Database

from gsmon_desktop.store import trail
from gsmon_desktop.store.words import words

COLUMNS = ("interviewer", "region", "service", "branch", "place")
"""Roles whose values stand in the interview's own row too."""

_SETTABLE = {*COLUMNS, "language", "page", "question", "outcome"}


@dataclass(frozen=True, slots=True)
class NewInterview:
    """What an interview begins with. `started` is ISO 8601."""

    id: str
    form_id: str
    form_hash: str
    instance_id: str
    device: str
    interviewer: str
    language: str
    started: str


@dataclass(frozen=True, slots=True)
class Event:
    """A line of the audit trail; `ms` is the time since the sitting's event before."""

    at: str
    who: str
    action: str
    revision: int
    path: str = ""
    old: str | None = None
    new: str | None = None
    ms: int = 0


@dataclass(frozen=True, slots=True)
class Finished:
    """What finishing fixes. `scores` is empty unless the outcome is complete."""

    at: str
    outcome: str
    instance: str
    hash: str
    columns: Mapping[str, str]
    scores: Mapping[str, str]
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Counted:
    """What counts of a finished interview, by item and by role."""

    scores: Mapping[str, str]
    facts: Mapping[str, str]


_EVENT = (*trail.FIELDS, "old", "new", "salt", "seal", "hash")
_APPEND = f"INSERT INTO event ({', '.join(_EVENT)}) VALUES ({', '.join('?' * len(_EVENT))})"


def insert(db: Database, new: NewInterview) -> int:
    """Adds a draft with its first revision and returns its number."""
    number = db.execute(
        """INSERT INTO interview (id, form_id, form_hash, status, device, interviewer, language, started)
        VALUES (?, ?, ?, 'draft', ?, ?, ?, ?) RETURNING number""",
        [new.id, new.form_id, new.form_hash, new.device, new.interviewer, new.language, new.started],
    ).fetchone()[0]
    db.execute(
        "INSERT INTO revision (interview, revision, instance_id, opened) VALUES (?, 1, ?, ?)",
        [number, new.instance_id, new.started],
    )
    return int(number)


def write(db: Database, number: int, values: Iterable[tuple[str, str | None]]) -> None:
    """Sets stored values by path; None takes one away."""
    for path, value in values:
        if value is None:
            db.execute("DELETE FROM answer WHERE interview = ? AND path = ?", [number, path])
        else:
            db.execute(
                """INSERT INTO answer VALUES (?, ?, ?)
                ON CONFLICT (interview, path) DO UPDATE SET value = excluded.value""",
                [number, path, value],
            )


def append(db: Database, number: int | None, event: Event) -> None:
    """Adds to the audit trail, which nothing ever changes, linked to the event before."""
    append_all(db, [(number, event)])


def append_all(db: Database, events: Iterable[tuple[int | None, Event]]) -> None:
    """Adds many events, each with its interview's number, in order."""
    id_, before = trail.head(db)
    rows = []
    for number, event in events:
        salt = trail.new_salt()
        sealed = trail.seal(salt, event.old, event.new)
        fields = (id_, number, event.revision, event.at, event.action, event.path, event.who, event.ms)
        before = trail.link(before, fields, sealed)
        rows.append((*fields, event.old, event.new, salt, sealed, before))
        id_ += 1
    db.conn.executemany(_APPEND, rows)


def set_columns(db: Database, number: int, values: Mapping[str, str]) -> None:
    """Sets columns of the interview's own row: roles of `COLUMNS`, language, page, question, outcome."""
    if strange := set(values) - _SETTABLE:
        raise KeyError(strange)
    if values:
        listed = ", ".join(f"{column} = ?" for column in values)
        db.execute(f"UPDATE interview SET {listed} WHERE number = ?", [*values.values(), number])


def change_form(db: Database, number: int, form_hash: str) -> None:
    """Puts a draft under another kept version of its form."""
    db.execute("UPDATE interview SET form_hash = ? WHERE number = ?", [form_hash, number])


def set_revision(db: Database, number: int, revision: int) -> None:
    """Numbers the one revision of a draft that came without its earlier ones."""
    db.execute("UPDATE interview SET revision = ? WHERE number = ?", [revision, number])
    db.execute("UPDATE revision SET revision = ? WHERE interview = ?", [revision, number])


def set_words(db: Database, number: int, texts: Iterable[str]) -> None:
    """Sets what the search finds an interview by."""
    db.execute("DELETE FROM interview_search WHERE rowid = ?", [number])
    db.execute("INSERT INTO interview_search (rowid, words) VALUES (?, ?)", [number, words(texts)])


def set_comment(db: Database, number: int, path: str, text: str, event: Event) -> None:
    """Sets a question's comment; an empty text takes it away."""
    if text:
        db.execute(
            "INSERT OR REPLACE INTO comment VALUES (?, ?, ?, ?, ?)", [number, path, text, event.at, event.who]
        )
    else:
        db.execute("DELETE FROM comment WHERE interview = ? AND path = ?", [number, path])


def finish(db: Database, number: int, revision: int, done: Finished, seconds: int | None = None) -> None:
    """Freezes the current revision: its instance byte for byte, and the rows that scores are counted from.

    `seconds` is the time spent; without it, the sum over the revision's events.
    """
    if seconds is None:
        seconds = db.execute(
            "SELECT (total(ms) + 500) / 1000 FROM event WHERE interview = ? AND revision = ?",
            [number, revision],
        ).fetchone()[0]
    spent = int(seconds or 0)
    db.execute(
        """UPDATE revision SET finished = ?, seconds = ?, hash = ?, instance = ?
        WHERE interview = ? AND revision = ?""",
        [done.at, spent, done.hash, done.instance, number, revision],
    )
    _count(db, number, Counted(done.scores, done.facts))
    set_columns(db, number, done.columns)
    # Last, when all there is to count stands there: so the tally's row changes once.
    db.execute(
        """UPDATE interview SET status = 'finished', outcome = ?, finished = ?, seconds = ?, hash = ?
        WHERE number = ?""",
        [done.outcome, done.at, spent, done.hash, number],
    )


def reopen(db: Database, number: int, revision: int, instance_id: str, reason: str, at: str) -> None:
    """Makes a finished interview a draft again under a new revision; the frozen one stays as it was."""
    db.execute(
        """UPDATE interview SET status = 'draft', outcome = '', finished = NULL, hash = '', revision = ?
        WHERE number = ?""",
        [revision, number],
    )
    _forget(db, number)
    db.execute(
        "INSERT INTO revision (interview, revision, instance_id, reason, opened) VALUES (?, ?, ?, ?, ?)",
        [number, revision, instance_id, reason, at],
    )


def delete(db: Database, number: int) -> Counted:
    """Marks as deleted; answers, revisions and events stay. Returns what no longer counts."""
    gone = Counted(
        dict(db.execute("SELECT item, score FROM score WHERE interview = ?", [number]).fetchall()),
        dict(db.execute("SELECT role, value FROM fact WHERE interview = ?", [number]).fetchall()),
    )
    db.execute("UPDATE interview SET status = 'deleted' WHERE number = ?", [number])
    _forget(db, number)
    return gone


def take_back(db: Database, number: int, status: str, counted: Counted) -> None:
    """Makes a deleted interview what it was: its status, and what counted of it."""
    _count(db, number, counted)
    db.execute("UPDATE interview SET status = ? WHERE number = ?", [status, number])


def undelete(db: Database, number: int) -> None:
    """Makes a deleted interview a draft of the revision it has."""
    db.execute("UPDATE interview SET status = 'draft' WHERE number = ?", [number])


def _count(db: Database, number: int, counted: Counted) -> None:
    for item, score in counted.scores.items():
        db.execute("INSERT INTO score VALUES (?, ?, ?)", [number, item, score])
    for role, value in counted.facts.items():
        db.execute("INSERT INTO fact VALUES (?, ?, ?)", [number, role, value])


def _forget(db: Database, number: int) -> None:
    """Takes away what was counted, once the interview no longer counts."""
    db.execute("DELETE FROM score WHERE interview = ?", [number])
    db.execute("DELETE FROM fact WHERE interview = ?", [number])
