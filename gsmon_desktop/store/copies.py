"""Copies of the database, made while it is in use, by SQLite's backup API."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlite_utils import Database

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.files import sync_folder
from gsmon_desktop.store.connection import known_failures, unlock

KEPT = 5
"""Copies made before migrations and repairs, damaged databases, and folders of files put aside: of each."""
_KINDS = ("before-*.db", "damaged-*.db", "damaged-*.db-wal", "aside-*")


def copy_database(db: Database, target: Path, *, key: bytes | None = None, checked: bool = True) -> Path:
    """A whole, checked copy at `target`, which appears only when it is complete.

    `checked`: without it a damaged database is copied as it is, to be kept before a repair.
    `key`: the one `db` was opened with; the copy of an encrypted database is encrypted with it too.

    Raises GsmonError (disk_full, read_only, damaged when the copy does not pass SQLite's own check).
    """
    part = target.with_name(f".{target.name}.part")
    with known_failures(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        try:
            _backup(db, part, key, checked=checked)
            part.replace(target)
            sync_folder(target.parent)
        finally:
            part.unlink(missing_ok=True)
    return target


def _backup(db: Database, part: Path, key: bytes | None, *, checked: bool) -> None:
    copy = driver.connect(str(part), isolation_level=None)
    try:
        unlock(copy, key)
        db.conn.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE").fetchall()  # one file, no log beside it
        said = copy.execute("PRAGMA integrity_check").fetchone()[0] if checked else "ok"
    finally:
        copy.close()
    if said != "ok":
        raise GsmonError("workspace.damaged", str(part.parent), reason=said)
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def make_room(folder: Path) -> None:
    """Lets go of what repairs and migrations kept in `backups/`, but for the latest `KEPT` of each kind."""
    with known_failures(folder):
        for kind in _KINDS:
            found = sorted(folder.glob(kind), key=lambda each: each.stat().st_mtime, reverse=True)
            for old in found[KEPT:]:
                if old.is_dir():
                    shutil.rmtree(old)
                else:
                    old.unlink()


def convert_database(source: Path, target: Path, key: bytes | None, new_key: bytes | None) -> None:
    """Writes a database nobody is writing to anew under another key (None: plain), and checks the outcome.

    The data go over by SQLCipher's own export, all tables, indexes and triggers with them. Raises GsmonError
    (damaged, disk_full, read_only); a half-written `target` is the caller's to remove.
    """
    with known_failures(target.parent):
        db = driver.connect(str(source), isolation_level=None, timeout=5)
        try:
            unlock(db, key)
            db.execute("PRAGMA temp_store = MEMORY").fetchall()
            name = "" if new_key is None else f"x'{new_key.hex()}'"
            db.execute("ATTACH DATABASE ? AS turned KEY ?", [str(target), name])
            db.execute("SELECT sqlcipher_export('turned')").fetchall()
            for pragma in ("application_id", "user_version"):
                value = db.execute(f"PRAGMA main.{pragma}").fetchone()[0]
                db.execute(f"PRAGMA turned.{pragma} = {value}").fetchall()
            db.execute("DETACH DATABASE turned")
            counts = _counts(db)
        finally:
            db.close()
        _verify(target, new_key, counts)


def _verify(target: Path, key: bytes | None, counts: list[tuple[str, int]]) -> None:
    db = driver.connect(str(target), isolation_level=None)
    try:
        unlock(db, key)
        said = db.execute("PRAGMA integrity_check").fetchone()[0]
        if said == "ok" and _counts(db) != counts:
            said = "rows are missing"
    finally:
        db.close()
    if said != "ok":
        raise GsmonError("workspace.damaged", str(target), reason=said)
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def _counts(db: driver.Connection) -> list[tuple[str, int]]:
    """Every table with its number of rows."""
    names = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return [(name, db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for (name,) in names]
