"""One way to SQLite: the driver, its settings, and SQLite's failures as known ones."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlite_utils import Database

from gsmon_desktop.errors import GsmonError

DATABASE = "gsmon.db"
"""The database in a workspace's folder."""

_FULL_BELOW = 256 * 1024
"""Bytes free under which an I/O error means a full disk: shared memory that cannot grow is one."""

_LONGEST = 230 if os.name == "nt" else 480
"""Bytes of a folder's path up to which SQLite opens the files in it (it takes 260 and 512 for a file's)."""

KEY_BYTES = 32
"""Length of a database's key: AES-256."""

_CODES = {
    driver.SQLITE_FULL: "workspace.disk_full",
    driver.SQLITE_READONLY: "workspace.read_only",
    driver.SQLITE_CANTOPEN: "workspace.unreadable",
    driver.SQLITE_PERM: "workspace.unreadable",
    driver.SQLITE_CORRUPT: "workspace.damaged",
    driver.SQLITE_NOTADB: "workspace.damaged",
    driver.SQLITE_BUSY: "workspace.busy",
    driver.SQLITE_LOCKED: "workspace.busy",
    driver.SQLITE_IOERR: "workspace.io",
}

_SAID = {
    "database or disk is full": driver.SQLITE_FULL,
    "disk I/O error": driver.SQLITE_IOERR,
    "attempt to write a readonly database": driver.SQLITE_READONLY,
    "database is locked": driver.SQLITE_BUSY,
    "database disk image is malformed": driver.SQLITE_CORRUPT,
    "file is not a database": driver.SQLITE_NOTADB,
    "unable to open database file": driver.SQLITE_CANTOPEN,
}
"""The driver's backup gives no codes, only these words."""


def connect(file: Path, *, read_only: bool = False, key: bytes | None = None) -> Database:
    """A connection with our settings: WAL, every commit synced, foreign keys kept, what is
    deleted overwritten, temporary data in memory.

    `key`: the 32 random bytes a SQLCipher file is encrypted with, None for a plain one. Raises GsmonError
    (unreadable, read_only, damaged, which a wrong key cannot be told from). Belongs to its thread.
    """
    with known_failures(file.parent):
        if read_only:
            return _read_only(file, key)
        db = Database(driver.connect(str(file), isolation_level=None, timeout=5))
        try:
            unlock(db.conn, key)
            _set_up(
                db, "journal_mode = WAL", "synchronous = FULL", "journal_size_limit = 16777216",
                "secure_delete = ON",
            )  # fmt: skip
        except BaseException:
            db.close()
            raise
        return db


def unlock(connection: driver.Connection, key: bytes | None) -> None:
    """Gives SQLCipher the key itself, not a passphrase to derive one from: the first thing said to a file.

    Raises ValueError for a key that is not 32 bytes: SQLCipher would take it for a passphrase.
    """
    if key is None:
        return
    if len(key) != KEY_BYTES:
        raise ValueError(f"a key has {KEY_BYTES} bytes, not {len(key)}")
    connection.execute("PRAGMA cipher_log_level = NONE").fetchall()  # it would write to the standard error
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"").fetchall()


def _read_only(file: Path, key: bytes | None) -> Database:
    """Reads beside the writer, changing no data; where nothing may be written, an unchanging file.

    Not SQLite's own read-only mode: that one leaves its shared memory behind, lacking a writer to clear it.
    """
    address = _address(file) + "?mode=rw"
    try:
        return _open_read_only(address, key)
    except driver.Error:
        wal = file.with_name(file.name + "-wal")
        if wal.exists() and wal.stat().st_size:
            raise
        return _open_read_only(f"{address}&immutable=1", key)


def _address(file: Path) -> str:
    """The file as SQLite's URI; a network share (file://server/…) needs an empty authority before it."""
    uri = file.absolute().as_uri()
    return uri if uri.startswith("file:///") else uri.replace("file://", "file:////", 1)


def _open_read_only(address: str, key: bytes | None) -> Database:
    db = Database(driver.connect(address, isolation_level=None, timeout=5, uri=True))
    try:
        unlock(db.conn, key)
        _set_up(db, "query_only = ON")
    except driver.Error:
        db.close()
        raise
    return db


def _set_up(db: Database, *pragmas: str) -> None:
    for pragma in (*pragmas, "foreign_keys = ON", "temp_store = MEMORY", "cache_size = -16000"):
        db.execute(f"PRAGMA {pragma}").fetchall()
    db.execute("SELECT count(*) FROM sqlite_master").fetchone()


@contextmanager
def known_failures(folder: Path) -> Iterator[None]:
    """Turns SQLite's and the file system's failures that have a remedy into GsmonError; bugs travel on."""
    try:
        yield
    except driver.Error as error:
        code = _code(error, folder)
        if code is None:
            raise
        raise GsmonError(code, str(folder), reason=OSError(errno.EIO, str(error))) from error
    except OSError as error:
        raise file_failure(error, folder) from error


def _code(error: driver.Error, folder: Path) -> str | None:
    primary = getattr(error, "sqlite_errorcode", 0) & 0xFF or _SAID.get(str(error), 0)
    if primary == driver.SQLITE_IOERR and _is_full(folder):
        return "workspace.disk_full"
    if primary in (driver.SQLITE_CORRUPT, driver.SQLITE_NOTADB) and not _answers(folder / DATABASE):
        return "workspace.io"  # SQLite takes a disk that gives nothing for a damaged file
    if primary == driver.SQLITE_CANTOPEN and len(os.fsencode(folder)) > _LONGEST:
        return "workspace.long_path"
    return _CODES.get(primary)


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _FULL_BELOW
    except OSError:
        return False


def _answers(file: Path) -> bool:
    """Does the disk give the file's beginning?"""
    try:
        with file.open("rb", buffering=0) as stream:
            stream.read(512)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def file_failure(error: OSError, place: Path) -> GsmonError:
    """The known failure behind an operating system error at `place`."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return GsmonError("workspace.disk_full", str(place))
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return GsmonError("workspace.read_only", str(place))
    if error.errno == errno.ENAMETOOLONG:
        return GsmonError("workspace.long_path", str(place))
    return GsmonError("workspace.io", str(place), reason=error)
