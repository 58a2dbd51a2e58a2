"""Copies of the database, made while it is in use, by SQLite's backup API."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlite_utils import Database

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.files import sync_folder
from gsmon_desktop.store.connection import known_failures, unlock

KEPT = 5
"""Copies made before migrations and repairs, damaged databases, and folders of files put aside: of each."""
MOST_BYTES = 2 * 1024**3
"""What each kind may take together; the newest is kept even where it alone is larger."""
_BEFORE = "before-*.db"
_KINDS = (_BEFORE, "damaged-*.db", "damaged-*.db-wal", "*.db.age", "*.db-wal.age", "aside-*")
"""Those ending in .age were no whole copies when the workspace was encrypted (see `conversion`)."""


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


@contextmanager
def named(part: Path, shown: Path) -> Iterator[None]:
    """Failures inside a hidden folder that is being filled tell of the folder people chose."""
    try:
        yield
    except GsmonError as error:
        if part not in (Path(error.place), *Path(error.place).parents):
            raise
        raise GsmonError(error.code, str(shown), **error.values) from error


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


def make_room(folder: Path, *, key: bytes | None = None) -> None:
    """Lets go of what repairs and migrations kept in `backups/`, but for the latest `KEPT` of each kind, as
    far as they fit in `MOST_BYTES`; the last copy that `key` opens and that is whole stays whatever there is.
    """
    with known_failures(folder):
        for kind in _KINDS:
            found = sorted(folder.glob(kind), key=lambda each: each.stat().st_mtime, reverse=True)
            gone = _too_many(found)
            if gone and kind == _BEFORE:
                good = next((each for each in found if _is_whole(each, key)), None)
                gone = [each for each in gone if each != good]
            for old in gone:
                if old.is_dir():
                    shutil.rmtree(old)
                else:
                    old.unlink()


def _too_many(found: list[Path]) -> list[Path]:
    """Those of a kind, the latest first, that there is no room for."""
    taken, gone = 0, []
    for at, each in enumerate(found):
        files = each.rglob("*") if each.is_dir() else (each,)
        taken += sum(file.stat().st_size for file in files if file.is_file())
        if at and (at >= KEPT or taken > MOST_BYTES):
            gone.append(each)
    return gone


def _is_whole(copy: Path, key: bytes | None) -> bool:
    """Does a copy open and pass SQLite's check? Reads all of it."""
    try:
        db = driver.connect(f"{copy.absolute().as_uri()}?immutable=1", isolation_level=None, uri=True)
    except driver.Error:
        return False
    try:
        unlock(db, key)
        return bool(db.execute("PRAGMA quick_check").fetchone()[0] == "ok")
    except driver.Error:
        return False
    finally:
        db.close()


def copy_folders(names: Iterable[str], source: Path, target: Path) -> None:
    """Copies folders of a workspace that are there, as they lie, to its copy; half-written files stay behind.

    Raises OSError.
    """
    for name in names:
        if (source / name).is_dir():
            shutil.copytree(source / name, target / name, ignore=shutil.ignore_patterns(".*"))


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
