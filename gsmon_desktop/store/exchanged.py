"""Tables of the exchange, and interviews that came from another device written as they are.

What another device did to an interview is kept beside our own trail (`foreign_event`): our chain of hashes
covers what happened here, and one event of ours, "merged", holds the hash of the record that came.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

STATEMENTS = (
    # The workspace's own keys; a restored workspace is another device and keeps the keys it had to read with.
    """CREATE TABLE identity (
        device TEXT PRIMARY KEY, sign BLOB NOT NULL, age TEXT NOT NULL, made TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE peer (
        device TEXT PRIMARY KEY, sign TEXT NOT NULL, recipient TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('trusted', 'revoked')),
        sends INTEGER NOT NULL, receives INTEGER NOT NULL, name TEXT NOT NULL, since TEXT NOT NULL
    ) STRICT""",
    # given: when it was put where it goes to; answered: when a receipt for it came.
    "ALTER TABLE package ADD COLUMN id TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE package ADD COLUMN batch TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE package ADD COLUMN part INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE package ADD COLUMN parts INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE package ADD COLUMN given TEXT",
    "ALTER TABLE package ADD COLUMN answered TEXT",
    # state: '' unanswered, accepted, refused, conflict, or again: to be sent again in another package.
    "ALTER TABLE package_interview ADD COLUMN state TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE package_interview ADD COLUMN why TEXT NOT NULL DEFAULT ''",
    "UPDATE package SET given = made",
    # Receipts that were taken in.
    """CREATE TABLE receipt (
        id TEXT PRIMARY KEY, package TEXT NOT NULL, device TEXT NOT NULL, at TEXT NOT NULL
    ) STRICT""",
    # Packages taken in. digest: SHA-256 of the manifest; files: JSON list of the hashes of its media.
    """CREATE TABLE intake (
        package TEXT PRIMARY KEY, digest TEXT NOT NULL, device TEXT NOT NULL, person TEXT NOT NULL,
        region TEXT NOT NULL, sequence INTEGER NOT NULL, batch TEXT NOT NULL, part INTEGER NOT NULL,
        parts INTEGER NOT NULL, made TEXT NOT NULL, taken TEXT NOT NULL, interviews INTEGER NOT NULL,
        files TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX intake_device ON intake (device, sequence)",
    """CREATE TABLE intake_record (
        package TEXT NOT NULL REFERENCES intake (package), record TEXT NOT NULL, revision INTEGER NOT NULL,
        hash TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('accepted', 'refused', 'conflict')),
        why TEXT NOT NULL DEFAULT '', PRIMARY KEY (package, record)
    ) STRICT, WITHOUT ROWID""",
    # Set aside: whole packages (file in quarantine/, record '') and single records (their line).
    """CREATE TABLE set_aside (
        number INTEGER PRIMARY KEY AUTOINCREMENT, package TEXT NOT NULL, device TEXT NOT NULL,
        record TEXT NOT NULL DEFAULT '', code TEXT NOT NULL, detail TEXT NOT NULL DEFAULT '',
        at TEXT NOT NULL, file TEXT NOT NULL DEFAULT '', keys TEXT NOT NULL DEFAULT '', line BLOB,
        UNIQUE (package, record)
    ) STRICT""",
    # Other edits of an interview, each whole. choice: ours, theirs, or newer (a later revision came).
    """CREATE TABLE conflict (
        number INTEGER PRIMARY KEY AUTOINCREMENT, interview INTEGER NOT NULL REFERENCES interview (number),
        revision INTEGER NOT NULL, hash TEXT NOT NULL, status TEXT NOT NULL, device TEXT NOT NULL,
        package TEXT NOT NULL, line BLOB NOT NULL, at TEXT NOT NULL, settled TEXT,
        choice TEXT NOT NULL DEFAULT '', who TEXT NOT NULL DEFAULT '',
        UNIQUE (interview, revision, hash, status)
    ) STRICT""",
    """CREATE TABLE foreign_event (
        interview INTEGER NOT NULL REFERENCES interview (number), device TEXT NOT NULL, id INTEGER NOT NULL,
        revision INTEGER NOT NULL, at TEXT NOT NULL, action TEXT NOT NULL, path TEXT NOT NULL,
        old TEXT, new TEXT, who TEXT NOT NULL, ms INTEGER NOT NULL, PRIMARY KEY (interview, device, id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TRIGGER foreign_event_not_deleted BEFORE DELETE ON foreign_event
        BEGIN SELECT RAISE(ABORT, 'events are append-only'); END""",
    # As with our own events, only a personal value may be wiped.
    """CREATE TRIGGER foreign_event_not_changed BEFORE UPDATE ON foreign_event
        WHEN NOT ((NEW.interview, NEW.device, NEW.id, NEW.revision, NEW.at)
                = (OLD.interview, OLD.device, OLD.id, OLD.revision, OLD.at)
            AND (NEW.action, NEW.path, NEW.who, NEW.ms) = (OLD.action, OLD.path, OLD.who, OLD.ms)
            AND NEW.old IS NULL AND NEW.new IS NULL)
        BEGIN SELECT RAISE(ABORT, 'events are append-only'); END""",
)
"""What the migration of the exchange runs."""

PACKS = (
    # Packs of settings: those made here and those that came. content: the signed file; installed: when, or
    # "".
    """CREATE TABLE pack (
        number INTEGER NOT NULL, device TEXT NOT NULL, made TEXT NOT NULL, content BLOB NOT NULL,
        installed TEXT NOT NULL, PRIMARY KEY (device, number)
    ) STRICT""",
)

EventRow = tuple[str, int, int, str, str, str, str | None, str | None, str, int]
"""device, id, revision, at, action, path, old, new, who, ms."""


@dataclass(frozen=True, slots=True)
class Content:
    """An interview as another device has it, checked. A deleted one has no content but its `history`."""

    id: str
    status: str
    revision: int
    hash: str
    form_id: str
    form_hash: str
    instance_id: str
    instance: str
    reason: str
    summary: Mapping[str, str]
    """outcome, device, interviewer, region, service, branch, place, language, started."""
    finished: str | None
    seconds: int
    answers: Mapping[str, str]
    scores: Mapping[str, str]
    facts: Mapping[str, str]
    comments: Sequence[tuple[str, str, str, str]]
    """path, text, at, who."""
    media: Sequence[Mapping[str, Any]]
    """Columns of the table `media` by name; those of photos only where they told them."""
    events: Sequence[EventRow]
    history: frozenset[str]
    """Content hashes it comes after; of a deleted one, the last is what was deleted."""


SUMMARY = ("outcome", "device", "interviewer", "region", "service", "branch", "place", "language", "started")


def put(db: Database, content: Content, number: int | None, revision: int, added: str) -> int:
    """Writes a record that is new here (`number` None) or comes in the place of what is there.

    `revision` is its number here. Frozen revisions before it stay. Returns the interview's number.
    """
    if number is None:
        number = _insert(db, content, revision)
    else:
        _clear(db, number, content, revision)
    if content.status != "deleted":
        _fill(db, number, content, added)
    db.execute(f"{REVISION} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", revision_row(number, content, revision))
    db.execute(
        "UPDATE interview SET status = ?, outcome = ?, finished = ?, seconds = ?, hash = ? WHERE number = ?",
        [
            content.status,
            content.summary["outcome"],
            content.finished,
            content.seconds,
            content.hash,
            number,
        ],
    )
    return number


REVISION = """INSERT OR IGNORE INTO revision (interview, revision, instance_id, reason, opened, finished,
    seconds, hash, instance)"""
COMMENT = "INSERT INTO comment (interview, path, text, at, who)"
EVENT = """INSERT OR IGNORE INTO foreign_event (interview, device, id, revision, at, action, path, old, new,
    who, ms)"""


def revision_row(number: int, content: Content, revision: int) -> tuple[Any, ...]:
    """What `REVISION` takes; a tombstone keeps the hash of what was deleted."""
    kept = content.hash or min(content.history, default="")
    return (
        number, revision, content.instance_id, content.reason, content.summary["started"],
        content.finished, content.seconds, kept, content.instance,
    )  # fmt: skip


def _insert(db: Database, content: Content, revision: int) -> int:
    said = content.summary
    columns = [
        content.id,
        content.form_id,
        content.form_hash,
        revision,
        *(said[name] for name in SUMMARY[1:]),
    ]
    return int(
        db.execute(
            """INSERT INTO interview (id, form_id, form_hash, revision, device, interviewer, region, service,
            branch, place, language, started, status)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'draft') RETURNING number""",
            columns,
        ).fetchone()[0]
    )


def _clear(db: Database, number: int, content: Content, revision: int) -> None:
    """First it no longer counts, then what is counted goes, then its own columns become the new ones."""
    db.execute("UPDATE interview SET status = 'draft', outcome = '' WHERE number = ?", [number])
    for table in ("score", "fact", "answer", "comment"):
        if content.status != "deleted" or table in ("score", "fact"):
            db.execute(f"DELETE FROM {table} WHERE interview = ?", [number])
    db.execute("DELETE FROM revision WHERE interview = ? AND hash = ''", [number])
    said = content.summary
    db.execute(
        """UPDATE interview SET form_id = ?, form_hash = ?, revision = ?, interviewer = ?, region = ?,
        service = ?, branch = ?, place = ?, language = ?, page = '', question = '' WHERE number = ?""",
        [content.form_id, content.form_hash, revision, *(said[name] for name in SUMMARY[2:8]), number],
    )


def _fill(db: Database, number: int, content: Content, added: str) -> None:
    many = db.conn.executemany
    many("INSERT INTO answer VALUES (?, ?, ?)", [(number, *each) for each in content.answers.items()])
    many("INSERT INTO score VALUES (?, ?, ?)", [(number, *each) for each in content.scores.items()])
    many("INSERT INTO fact VALUES (?, ?, ?)", [(number, *each) for each in content.facts.items()])
    add_comments(db, number, content.comments)
    add_media(db, number, content.media, added)


def add_comments(db: Database, number: int, comments: Sequence[tuple[str, str, str, str]]) -> None:
    """Adds comments (path, text, at, who) to an interview that has none."""
    if comments:
        db.conn.executemany(f"{COMMENT} VALUES (?, ?, ?, ?, ?)", [(number, *each) for each in comments])


def add_media(db: Database, number: int, files: Iterable[Mapping[str, Any]], added: str) -> None:
    """Adds files to an interview; one of the same name is replaced."""
    for file in files:
        row = {"interview": number, "original": file["name"], "added": added, **file}
        db.execute(
            f"INSERT OR REPLACE INTO media ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",
            list(row.values()),
        )


def add_events(db: Database, device: str, events: Iterable[tuple[int, EventRow]]) -> None:
    """Keeps what other devices did to interviews, each with the interview's number; what our own `device` did
    and came back is in our trail already."""
    db.conn.executemany(
        f"{EVENT} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(number, *event) for number, event in events if event[0] != device],
    )


def renumber_draft(db: Database, number: int, revision: int) -> None:
    """Gives a draft a later revision number, so that it comes after one that was taken in meanwhile."""
    db.execute("UPDATE revision SET revision = ? WHERE interview = ? AND hash = ''", [revision, number])
    db.execute("UPDATE interview SET revision = ? WHERE number = ?", [revision, number])
