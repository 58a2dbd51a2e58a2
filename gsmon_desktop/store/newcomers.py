"""Finished interviews that nobody here knew, put in by hundreds, as a package brings them.

The same rows as `exchanged.put` writes, table by table: SQLite takes objects of JSON apart quicker than it is
handed rows. Meanwhile the triggers that keep the tally are put away, in the caller's transaction, and at its
end all newcomers are counted by one statement.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import orjson
from sqlite_utils import Database

from gsmon_desktop.store import exchanged, tally
from gsmon_desktop.store.exchanged import Content
from gsmon_desktop.store.interviews import FINISHED

_COLUMNS = (
    "number", "id", "form_id", "form_hash", "revision", "status", "finished", "seconds", "hash",
    *exchanged.SUMMARY,
)  # fmt: skip
_INTERVIEW = f"INSERT INTO interview ({', '.join(_COLUMNS)})"
_WORDS = "INSERT INTO interview_search (rowid, words)"
_IDS = "SELECT id FROM interview WHERE id IN (SELECT value FROM json_each(?))"
_INSTANCE_IDS = "SELECT instance_id FROM revision WHERE instance_id IN (SELECT value FROM json_each(?))"
_OBJECTS = ("answers", "answer"), ("scores", "score"), ("facts", "fact")


@dataclass(frozen=True, slots=True)
class _Newcomer:
    number: int
    content: Content
    words: str


class Newcomers:
    """The newcomers of one transaction: `expect` some, `add` those that are `new`, `write`, and so on; `done`
    must be called before it ends."""

    def __init__(self, db: Database, device: str, added: str) -> None:
        """`device` is our own, `added` the moment media are noted to have come (ISO 8601)."""
        self._db, self._device, self._added = db, device, added
        self._waiting: list[_Newcomer] = []
        self._here: set[str] = set()
        self._first = self._next = _following(db)

    def expect(self, ids: Iterable[object], instance_ids: Iterable[object]) -> None:
        """Looks up which of these, where they are texts, are here: one by one takes longer."""
        self._here = set()
        for sql, asked in ((_IDS, ids), (_INSTANCE_IDS, instance_ids)):
            texts = [each for each in asked if isinstance(each, str)]
            found = self._db.execute(sql, [json.dumps(texts)])
            self._here.update(each for (each,) in found)

    def new(self, content: Content) -> bool:
        """Whether it is an expected finished interview that is not here; its instance may be another's."""
        known = content.id in self._here or content.instance_id in self._here
        return content.status == FINISHED and not known

    def number(self) -> int:
        """The number the next one gets."""
        if not self._waiting:
            self._next = _following(self._db)
        return self._next

    def add(self, content: Content, words: str) -> None:
        """Takes a finished interview under `number`; `words` is what the search finds it by."""
        self._waiting.append(_Newcomer(self.number(), content, words))
        self._next += 1
        self._here.update((content.id, content.instance_id))

    def write(self) -> None:
        """Writes those that wait; until `done` they are not in the tally."""
        if self._waiting:
            with _uncounted(self._db):
                self._write()
        self._waiting.clear()

    def done(self) -> None:
        """Writes the last ones and counts all of them."""
        self.write()
        if (last := _following(self._db) - 1) >= self._first:
            self._db.execute(tally.ADD, {"first": self._first, "last": last})

    def _write(self) -> None:
        group = self._waiting
        self._insert(_INTERVIEW, map(_interview, group))
        self._insert(exchanged.REVISION, map(_revision, group))
        for attribute, table in _OBJECTS:
            objects = [getattr(one.content, attribute) for one in group]
            self._db.execute(
                f"""INSERT INTO {table} SELECT one.key + ?, each.key, each.value
                FROM json_each(?) AS one, json_each(one.value) AS each WHERE true""",
                [group[0].number, orjson.dumps(objects).decode()],
            )
        self._insert(
            exchanged.COMMENT, ((one.number, *each) for one in group for each in one.content.comments)
        )
        for one in group:
            exchanged.add_media(self._db, one.number, one.content.media, self._added)
        theirs = (
            (one.number, *event) for one in group for event in one.content.events if event[0] != self._device
        )
        self._insert(exchanged.EVENT, theirs)
        self._insert(_WORDS, ((one.number, one.words) for one in group))

    def _insert(self, into: str, rows: Iterable[Sequence[Any]]) -> None:
        """Rows of one width by one statement, during which other threads go on: `executemany` waits for
        Python's lock after each row."""
        if listed := list(rows):
            taken = ", ".join(f"value->>{n}" for n in range(len(listed[0])))
            self._db.execute(
                f"{into} SELECT {taken} FROM json_each(?) WHERE true", [orjson.dumps(listed).decode()]
            )


def _following(db: Database) -> int:
    """The number the next interview gets."""
    row = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'interview'").fetchone()
    return 1 if row is None else int(row[0]) + 1


def _interview(one: _Newcomer) -> tuple[Any, ...]:
    came = one.content
    own = (one.number, came.id, came.form_id, came.form_hash, came.revision, came.status)
    return *own, came.finished, came.seconds, came.hash, *(came.summary[name] for name in exchanged.SUMMARY)


def _revision(one: _Newcomer) -> tuple[Any, ...]:
    return exchanged.revision_row(one.number, one.content, one.content.revision)


@contextmanager
def _uncounted(db: Database) -> Iterator[None]:
    """The triggers that keep the tally are away in the block and come back as they were."""
    away = db.execute(
        """SELECT name, sql FROM sqlite_master WHERE type = 'trigger'
        AND (tbl_name IN ('score', 'fact') OR name = 'interview_insert_counted')"""
    ).fetchall()
    for name, _ in away:
        db.execute(f"DROP TRIGGER {name}")
    yield
    for _, sql in away:
        db.execute(sql)
