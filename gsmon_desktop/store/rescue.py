"""A damaged database: what can still be read goes into a new one, the damaged one is kept.

Each table is read from its beginning, where that stops from its end, and then interview by interview or row
by row, so that a broken page costs what stood on it and little more. The new database checks each row as it
comes (types, keys, the words a status may be); what it refuses is left in the damaged one.
"""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlite_utils import Database

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.files import sync_folder
from gsmon_desktop.store import recount
from gsmon_desktop.store.connection import connect, known_failures
from gsmon_desktop.store.findings import Bench
from gsmon_desktop.store.schema import migrations
from gsmon_desktop.store.workspace import DATABASE

_MADE_ANEW = ("tally", "_sqlite_migrations")
"""Tables that are not copied: triggers and migrations fill them."""
_FAR = 1_000_000
"""Numbers tried one by one at the most, should the ends of a table be unreadable."""
_ENDS = ("-wal", "-shm", "-journal")


@dataclass(frozen=True)
class Rescued:
    """Rows read, tables of which some may be lost, where in the workspace the damaged database is now."""

    rows: int
    torn: tuple[str, ...]
    kept: str


def rescue(bench: Bench, key: bytes | None) -> Rescued:
    """Puts a new database with all that can be read in the place of a damaged one. The caller holds the lock.

    Raises GsmonError rescue.unreadable, naming the newest copy, when not even its list of tables can be read;
    disk_full, read_only. The damaged file then stands where it stood.
    """
    file = bench.folder / DATABASE
    fresh = file.with_name(DATABASE + ".new")
    with known_failures(bench.folder):
        _remove(fresh)
        kept = bench.folder / "backups" / f"damaged-{bench.stamp}.db"
        for end in ("", "-wal"):
            if file.with_name(DATABASE + end).exists():
                _keep(file.with_name(DATABASE + end), kept.with_name(kept.name + end))
        try:
            rows, torn = _fill(file, fresh, key)
        except BaseException:
            _remove(fresh)
            raise
        for end in _ENDS:  # a log left behind would be played into the new database
            file.with_name(DATABASE + end).unlink(missing_ok=True)
        fresh.replace(file)
        sync_folder(bench.folder)
    return Rescued(rows, torn, kept.relative_to(bench.folder).as_posix())


def _keep(file: Path, target: Path) -> None:
    target.parent.mkdir(exist_ok=True)
    shutil.copyfile(file, target)
    with target.open("rb+") as copy:
        os.fsync(copy.fileno())
    sync_folder(target.parent)


def _remove(file: Path) -> None:
    for end in ("", *_ENDS):
        file.with_name(file.name + end).unlink(missing_ok=True)


def _fill(file: Path, fresh: Path, key: bytes | None) -> tuple[int, tuple[str, ...]]:
    """Makes `fresh` with the tables the damaged one had, and copies what can be read."""
    old = _Old(file, key)
    try:
        had = _migrations(old, file.parent)
        db = connect(fresh, key=key)
        try:
            later = [each.name for each in migrations.pending(db) if had and each.name not in had]
            migrations.apply(db, stop_before=later or None)
            db.execute("PRAGMA foreign_keys = OFF")
            triggers = _without_triggers(db)
            counts = {table: _copy(old, db, table) for table in _tables(db)}
            with db.atomic():
                for trigger in triggers:
                    db.execute(trigger)
                _number_on(old, db)
                for name, value in (("device", str(uuid.uuid4())), ("role", "interviewer")):
                    db.execute("INSERT OR IGNORE INTO setting (name, value) VALUES (?, ?)", [name, value])
                if not later and "tally" in db.table_names():
                    recount.rebuild(db)
            db.execute("PRAGMA journal_mode = DELETE").fetchall()
        finally:
            db.close()
    finally:
        old.close()
    with fresh.open("rb+") as made:
        os.fsync(made.fileno())
    torn = tuple(table for table, (_, whole) in counts.items() if not whole)
    return sum(rows for rows, _ in counts.values()), torn


class _Old:
    """The damaged database, read through a fresh connection after each failure: SQLCipher's go on failing."""

    def __init__(self, file: Path, key: bytes | None) -> None:
        self._file, self._key = file, key
        self._db = self._open()

    def _open(self) -> Database:
        try:
            db = connect(self._file, read_only=True, key=self._key)
        except GsmonError as error:
            raise _unreadable(self._file.parent) if error.code == "workspace.damaged" else error from error
        db.execute("PRAGMA cell_size_check = ON").fetchall()
        return db

    def rows(self, sql: str) -> Iterator[tuple[Any, ...]]:
        """The rows of a query as far as they can be read. Raises driver.Error where they cannot."""
        try:
            yield from self._db.execute(sql)
        except driver.Error:
            self.close()
            self._db = self._open()
            raise

    def close(self) -> None:
        """Ends the connection."""
        self._db.close()


def _unreadable(folder: Path) -> GsmonError:
    copies = sorted((folder / "backups").glob("daily-*.db"), key=lambda copy: copy.stat().st_mtime)
    return GsmonError("rescue.unreadable", str(folder), copy=copies[-1].name if copies else "-")


def _migrations(old: _Old, folder: Path) -> set[str]:
    """Which migrations the damaged file had; empty where that cannot be read."""
    try:
        return {row[0] for row in old.rows("SELECT name FROM _sqlite_migrations")}
    except driver.Error as error:
        if _has(old, "interview"):
            return set()
        raise _unreadable(folder) from error


def _has(old: _Old, table: str) -> bool:
    try:
        list(old.rows(f"SELECT 1 FROM {table} LIMIT 1"))
    except driver.Error:
        return False
    return True


def _without_triggers(db: Database) -> list[str]:
    """Takes the triggers away for the copying, which is no change of the interviews; gives their SQL."""
    found = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in found:
        db.execute(f"DROP TRIGGER {name}")
    return [sql for _, sql in found]


def _tables(db: Database) -> list[str]:
    """The tables to be copied, parents first, as they were made."""
    rows = db.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
    ).fetchall()
    virtual = [name for name, sql in rows if sql.startswith("CREATE VIRTUAL")]
    shadows = tuple(f"{name}_" for name in virtual)
    return [name for name, _ in rows if name not in _MADE_ANEW and not name.startswith(shadows)]


def _copy(old: _Old, db: Database, table: str) -> tuple[int, bool]:
    """Copies a table: rows that came, and whether it was read from end to end."""
    columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
    if table == "interview_search":
        columns = ["rowid", *columns]
    insert = f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
    ways = _ways(old, db, table, columns)
    with db.atomic():
        whole = _take(db, insert, next(ways))
        if not whole:
            for rows in ways:
                _take(db, insert, rows)
    return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]), whole


def _ways(old: _Old, db: Database, table: str, columns: Sequence[str]) -> Iterator[Iterator[tuple[Any, ...]]]:
    """Ways to read a table, the plain one first."""
    select = f"SELECT {', '.join(columns)} FROM {table}"
    keys = [
        row[1] for row in sorted(db.execute(f"PRAGMA table_info({table})"), key=lambda row: row[5]) if row[5]
    ]
    order = ", ".join(f"{key} DESC" for key in keys) or "rowid DESC"
    yield old.rows(select)
    yield old.rows(f"{select} ORDER BY {order}")
    if "interview" in columns:
        numbers = [row[0] for row in db.execute("SELECT number FROM interview ORDER BY number")]
        for number in numbers:
            yield old.rows(f"{select} WHERE interview = {number}")
            yield old.rows(f"{select} WHERE interview = {number} ORDER BY {order}")
    elif keys in (["number"], ["seq"]) or table == "interview_search":
        key = keys[0] if keys else "rowid"
        highest = db.execute(f"SELECT max({key}) FROM {table}").fetchone()[0] or 0
        for number in range(1, min(highest, _FAR) + 1):
            yield old.rows(f"{select} WHERE {key} = {number}")


def _take(db: Database, insert: str, rows: Iterator[tuple[Any, ...]]) -> bool:
    """Inserts rows until reading fails; False then. Rows the new tables refuse are passed over."""
    whole = True
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return whole
        except (driver.Error, UnicodeDecodeError):
            return False
        try:
            db.execute(insert, row)
        except driver.Error:
            whole = False


def _number_on(old: _Old, db: Database) -> None:
    """Numbers once given are never given again, and the trail's chain shows what is gone at its end."""
    try:
        given = list(old.rows("SELECT name, seq FROM sqlite_sequence"))
    except driver.Error:
        return
    for name, seq in given:
        db.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", [seq, name])
