"""Personal values taken out of an interview for good, while everything counted from it stays.

Wiped are answers, what events and comments repeat of them, their place in every frozen instance, facts nobody
counts, records and files of media, and the words the search knows. The hash of a frozen instance stays, and
with it the proof of what was sent; `revision.wiped` is the hash of what is left. The chain of events bears it
(`trail.py`). What SQLite leaves behind in free space goes in `scrub`.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.store import recordings, records, tally
from gsmon_desktop.store.clock import Clock
from gsmon_desktop.store.connection import known_failures
from gsmon_desktop.store.workspace import Workspace

SCRUB = "scrub"
"""The setting that says: values were wiped, free space and older copies are still to be cleaned."""

Blank = Callable[[str], str]
"""An instance document without its personal values."""


@dataclass(frozen=True, slots=True)
class Due:
    """An interview whose time has come."""

    number: int
    id: str
    form_id: str
    revision: int
    status: str


@dataclass(frozen=True)
class Marks:
    """What is personal in an interview. `holds(path, text)`: whether a stored value at a path is, or repeats
    one that is; `roles` of personal questions; `blank` an instance."""

    holds: Callable[[str, str], bool]
    roles: frozenset[str]
    blank: Blank


def due(ws: Workspace, *, days: int, now: Clock) -> list[Due]:
    """Interviews not wiped yet whose current revision HQ's receipt named at least `days` days ago; and
    deleted ones that never were finished, as long after they were deleted."""
    limit = now() - timedelta(days=days)
    old = [
        row["seq"]
        for row in ws.query("SELECT seq, accepted FROM package WHERE state = 'accepted' AND accepted <> ''")
        if _moment(row["accepted"], limit) <= limit
    ]
    received = f"""EXISTS (SELECT 1 FROM package_interview p WHERE p.interview = i.number
        AND p.revision = i.revision AND p.package IN ({", ".join(map(str, old)) or "NULL"}))"""
    never = """status = 'deleted' AND NOT EXISTS
        (SELECT 1 FROM revision f WHERE f.interview = i.number AND f.hash <> '')"""
    rows = ws.query(
        f"""SELECT i.number, i.id, i.form_id, i.revision, i.status, {received} AS received,
            (SELECT max(at) FROM event e WHERE e.interview = i.number AND action = 'deleted') AS gone
        FROM interview i JOIN revision r ON r.interview = i.number AND r.revision = i.revision
        WHERE r.wiped = '' AND i.status <> 'draft' AND ({received} OR {never}) ORDER BY i.number"""
    )
    return [
        Due(row["number"], row["id"], row["form_id"], row["revision"], row["status"])
        for row in rows
        if row["received"] or (row["gone"] and _moment(row["gone"], limit) <= limit)
    ]


def _moment(text: str, like: datetime) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return like + timedelta(days=1)  # a time nobody can read is no reason to wipe
    return moment if moment.tzinfo else moment.replace(tzinfo=like.tzinfo)


def values_at(ws: Workspace, number: int) -> Iterator[tuple[str, str]]:
    """Every path and value an interview holds or ever held, as answers, comments and events tell."""
    for sql in (
        "SELECT path, value FROM answer WHERE interview = ?",
        "SELECT path, old FROM event WHERE interview = ? AND path <> '' AND old IS NOT NULL",
        "SELECT path, new FROM event WHERE interview = ? AND path <> '' AND new IS NOT NULL",
        "SELECT path, old FROM foreign_event WHERE interview = ? AND path <> '' AND old IS NOT NULL",
        "SELECT path, new FROM foreign_event WHERE interview = ? AND path <> '' AND new IS NOT NULL",
    ):
        yield from ((path, value) for path, value in ws.db.execute(sql, [number]).fetchall() if value)


def wipe(ws: Workspace, one: Due, marks: Marks, words: Callable[[], Iterable[str]], at: str) -> int:
    """Wipes one interview, with an event, in one transaction; returns how many values went. `words` gives,
    afterwards, what the search is to find it by.

    Files go first: should the transaction not come about, the next run finds the interview as it was.
    """
    for sha256 in lonely_files(ws, one.number, marks):
        with known_failures(ws.folder):
            ws.vault.file_of(sha256).unlink(missing_ok=True)
    recordings.discard(ws.vault, one.id)
    with ws.transaction() as db:
        gone = _answers(db, one.number, marks) + _rest(db, one.number, marks)
        left = _instances(db, one.number, marks.blank, at)
        records.append(db, one.number, records.Event(at, ws.who, "wiped", one.revision, new=left))
        records.set_words(db, one.number, words())
    return gone


def lonely_files(ws: Workspace, number: int, marks: Marks) -> list[str]:
    """SHA-256 of media that only personal questions of this interview refer to."""
    rows = ws.query("SELECT name, path, sha256 FROM media WHERE interview = ?", [number])
    ours = {row["sha256"] for row in rows if marks.holds(row["path"], row["name"])}
    kept = {row["sha256"] for row in rows if not marks.holds(row["path"], row["name"])}
    others = "SELECT count(*) FROM media WHERE sha256 = ? AND interview <> ?"
    return sorted(sha256 for sha256 in ours - kept if not ws.value(others, [sha256, number]))


def _answers(db: Database, number: int, marks: Marks) -> int:
    found = db.execute("SELECT path, value FROM answer WHERE interview = ?", [number]).fetchall()
    personal = [path for path, value in found if value and marks.holds(path, value)]
    records.write(db, number, ((path, None) for path in personal))
    return len(personal)


def _rest(db: Database, number: int, marks: Marks) -> int:
    """Events, comments, facts and media records."""
    gone = 0
    rows = db.execute("SELECT id, action, path, old, new FROM event WHERE interview = ?", [number]).fetchall()
    for id_, action, path, old, new in rows:
        free = action == "commented"
        if any(value and _told(marks, path, value, free=free) for value in (old, new)):
            db.execute("UPDATE event SET old = NULL, new = NULL, salt = '' WHERE id = ?", [id_])
            gone += 1
    gone += _foreign(db, number, marks)
    for path, text in db.execute("SELECT path, text FROM comment WHERE interview = ?", [number]).fetchall():
        if _told(marks, path, text, free=True):
            db.execute("DELETE FROM comment WHERE interview = ? AND path = ?", [number, path])
            gone += 1
    for role in marks.roles.difference(tally.ROLES):  # what is counted stays
        db.execute("DELETE FROM fact WHERE interview = ? AND role = ?", [number, role])
    for name, path in db.execute("SELECT name, path FROM media WHERE interview = ?", [number]).fetchall():
        if marks.holds(path, name):
            db.execute("DELETE FROM media WHERE interview = ? AND name = ?", [number, name])
            gone += 1
    return gone


def _foreign(db: Database, number: int, marks: Marks) -> int:
    """Events of other devices, and the edits that lost against this one, which nobody chooses any more."""
    db.execute("UPDATE conflict SET line = x'' WHERE interview = ? AND settled IS NOT NULL", [number])
    gone = 0
    rows = db.execute(
        "SELECT device, id, action, path, old, new FROM foreign_event WHERE interview = ?", [number]
    ).fetchall()
    for device, id_, action, path, old, new in rows:
        free = action == "commented"
        if any(value and _told(marks, path, value, free=free) for value in (old, new)):
            db.execute(
                """UPDATE foreign_event SET old = NULL, new = NULL
                WHERE interview = ? AND device = ? AND id = ?""",
                [number, device, id_],
            )
            gone += 1
    return gone


def _told(marks: Marks, path: str, text: str, *, free: bool) -> bool:
    """Whether a text is personal; a `free` one may repeat a personal value whatever question it stands at."""
    return marks.holds(path, text) or (free and marks.holds("", text))


def _instances(db: Database, number: int, blank: Blank, at: str) -> str:
    """Puts what is left in place of every frozen instance; returns the hash of the current one's."""
    left = ""
    rows = db.execute(
        "SELECT revision, instance FROM revision WHERE interview = ? AND wiped = '' ORDER BY revision",
        [number],
    ).fetchall()
    for revision, instance in rows:
        bare = blank(instance) if instance else ""
        left = hashlib.sha256(bare.encode()).hexdigest()
        db.execute(
            "UPDATE revision SET instance = ?, wiped = ?, wiped_at = ? WHERE interview = ? AND revision = ?",
            [bare, left, at, number, revision],
        )
    return left


def sent_copies(ws: Workspace) -> list[Path]:
    """Copies in the outbox of packages that hold a wiped interview. They went where they go to; what of them
    nobody has acknowledged is made anew when it is sent again."""
    rows = ws.query(
        """SELECT file FROM package WHERE given IS NOT NULL AND EXISTS (
            SELECT 1 FROM package_interview p JOIN revision r ON r.interview = p.interview
            WHERE p.package = package.seq AND r.revision = p.revision AND r.wiped <> '') ORDER BY seq"""
    )
    files = (ws.folder / "outbox" / row["file"] for row in rows)
    return [file for file in files if file.is_file()]


def kept_copies(ws: Workspace) -> list[Path]:
    """What lies in `backups/`: copies of the database, and what repairs put aside."""
    return sorted((ws.folder / "backups").iterdir())


def scrub(ws: Workspace, copy: Callable[[], Path]) -> list[Path]:
    """Cleans what wiping left: the search's old segments, free space, the log, packages in the outbox, and,
    once `copy` has made a new one, older copies in `backups/`. Returns what was removed.

    Raises GsmonError (disk_full, busy …); then the setting `SCRUB` stays and the next run does it again.
    """
    with known_failures(ws.folder):
        _compact(ws)
        fresh = copy()
        old = [each for each in kept_copies(ws) if each != fresh] + sent_copies(ws)
        for each in old:
            if each.is_dir():
                shutil.rmtree(each)
            else:
                each.unlink()
    del ws.settings[SCRUB]
    return old


def _compact(ws: Workspace) -> None:
    """Rewrites the database with nothing but what is in it; a plain one by way of a file, not of memory."""
    db = ws.db
    db.execute("PRAGMA secure_delete = ON").fetchall()
    db.execute("INSERT INTO interview_search (interview_search) VALUES ('optimize')")
    db.execute(f"PRAGMA temp_store = {'FILE' if ws.keys is None else 'MEMORY'}").fetchall()
    try:
        db.execute("VACUUM")
    finally:
        db.execute("PRAGMA temp_store = MEMORY").fetchall()
    if db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
        raise GsmonError("workspace.busy", str(ws.folder))
