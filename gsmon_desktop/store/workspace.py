"""The workspace: one folder with everything, opened by one writer and any number of readers."""

from __future__ import annotations

import getpass
import os
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlite_utils import Database

from gsmon_desktop import __version__
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.files import new_file
from gsmon_desktop.paths import is_away
from gsmon_desktop.store import keyfile
from gsmon_desktop.store.clock import Clock, stamp
from gsmon_desktop.store.connection import DATABASE as DATABASE  # noqa: PLC0414 - others know it from here
from gsmon_desktop.store.connection import connect, known_failures
from gsmon_desktop.store.copies import copy_database
from gsmon_desktop.store.keyfile import Keys
from gsmon_desktop.store.lock import Lock
from gsmon_desktop.store.schema import APPLICATION_ID, known, migrations
from gsmon_desktop.store.settings import Settings
from gsmon_desktop.store.switching import is_pending, settle
from gsmon_desktop.store.vault import Vault

FOLDERS = ("media", "outbox", "logs", "backups")
BESIDE = ("recordings", "quarantine", "reference")
"""Folders that are there only while something is in them; a copy of the workspace holds them too."""
ROLES = ("interviewer", "supervisor", "hq")
Parameters = Sequence[Any] | dict[str, Any]


class Workspace:
    """An open workspace, owned by the thread that opened it; `close()` or leaving the `with` frees it.

    `folder`    where it lies
    `db`        the connection, for rooms that read with their own SQL; writes go through `transaction()`
    `settings`  device, name, role, region, language, created
    `keys`      what opens it where it is encrypted, None in a plain one; readers elsewhere open with them
    `vault`     its media, for any thread
    """

    def __init__(self, folder: Path, db: Database, lock: Lock | None, keys: Keys | None = None) -> None:
        self.folder = folder
        self.db = db
        self.keys = keys
        self.vault = Vault(folder, keys)
        self.read_only = lock is None
        self._lock = lock
        self._path = str(folder / DATABASE)  # made once: it is looked up before every transaction
        self._file = None if lock is None else _identity(self._path)
        with known_failures(folder):
            self.settings = Settings(db, self.transaction)

    @classmethod
    def create(
        cls,
        folder: Path,
        *,
        now: Clock,
        name: str = "",
        role: str = "interviewer",
        region: str = "",
        passphrase: str | None = None,
        recovery_key: str | None = None,
    ) -> Self:
        """Makes a workspace in `folder` (made too, if missing) and opens it; a passphrase encrypts it.

        `recovery_key` (see `recovery.make`) opens it too. The database appears whole or not at all. Raises
        GsmonError: exists, read_only, disk_full, locked.
        """
        settings = {"name": name, "role": role, "region": region, "device": str(uuid.uuid4())}
        settings |= {"created": stamp(now()), "made_by": __version__}
        with known_failures(folder):
            folder.mkdir(parents=True, exist_ok=True)
        who = _user() if passphrase else name or _user()  # the lock can be read by anybody
        lock = Lock(folder, who=who, now=now())
        try:
            with known_failures(folder):
                settle(folder)
            if (folder / DATABASE).exists():
                raise GsmonError("workspace.exists", str(folder))
            keys = _make_keys(folder, passphrase, recovery_key)
            with known_failures(folder):
                _make(folder / DATABASE, settings, keys)
            return cls(folder, _open_to_write(folder / DATABASE, now, keys), lock, keys)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        now: Clock,
        read_only: bool = False,
        passphrase: str | None = None,
        keys: Keys | None = None,
    ) -> Self:
        """Opens a workspace, after a backup and migrations where it is older. `read_only` takes no lock.

        An encrypted one opens with its passphrase, or quicker with the `keys` of a workspace already open; a
        plain one takes no notice of either. Raises GsmonError: missing, away, not_workspace, newer, older
        (read_only), damaged, locked, read_only, unreadable, passphrase_needed, passphrase_wrong, key_damaged.
        """
        file = folder / DATABASE
        with known_failures(folder):
            if not (file.is_file() or is_pending(folder)):
                raise GsmonError("workspace.away" if is_away(folder) else "workspace.missing", str(folder))
        if read_only:
            if is_pending(folder):
                _settle_alone(folder, now)
            keys = _opened_with(folder, passphrase, keys)
            return cls(folder, _open_to_read(file, keys), None, keys)
        lock = Lock(folder, who=_user(), now=now())
        try:
            with known_failures(folder):
                settle(folder)
            keys = _opened_with(folder, passphrase, keys)
            return cls(folder, _open_to_write(file, now, keys), lock, keys)
        except BaseException:
            lock.release()
            raise

    @contextmanager
    def transaction(self) -> Iterator[Database]:
        """One synced transaction: all of the block or nothing. Failures with a remedy come as GsmonError.

        Raises workspace.gone when the database is not where it was opened (a stick pulled, a folder moved):
        the system would let us go on writing into a file nobody will find again.
        """
        if self.read_only:
            raise GsmonError("workspace.read_only", str(self.folder))
        if _identity(self._path) != self._file:
            raise GsmonError("workspace.gone", str(self.folder))
        with known_failures(self.folder), self.db.atomic() as db:
            yield db

    def query(self, sql: str, parameters: Parameters = ()) -> list[dict[str, Any]]:
        """The rows of a SELECT, with SQLite's failures as GsmonError."""
        with known_failures(self.folder):
            found = self.db.execute(sql, parameters)
            names = [column[0] for column in found.description]
            return [dict(zip(names, row, strict=True)) for row in found]

    def each(self, sql: str, parameters: Parameters = ()) -> Iterator[dict[str, Any]]:
        """The rows of a SELECT one at a time, for those too many to hold."""
        with known_failures(self.folder):
            found = self.db.execute(sql, parameters)
            names = [column[0] for column in found.description]
            for row in found:
                yield dict(zip(names, row, strict=True))

    def value(self, sql: str, parameters: Parameters = ()) -> Any:
        """The first column of the first row, None without one."""
        with known_failures(self.folder):
            row = self.db.execute(sql, parameters).fetchone()
        return None if row is None else row[0]

    @property
    def who(self) -> str:
        """The name events carry: the setting `name`, else the system's user."""
        return self.settings.get("name") or _user()

    def close(self) -> None:
        """Folds the log into the database file and frees the lock. Twice does no harm."""
        self.db.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _settle_alone(folder: Path, now: Clock) -> None:
    """Carries a decided conversion through before a reader opens; its maker is dead or holds the lock."""
    lock = Lock(folder, who=_user(), now=now())
    try:
        with known_failures(folder):
            settle(folder)
    finally:
        lock.release()


def _opened_with(folder: Path, passphrase: str | None, given: Keys | None) -> Keys | None:
    """The keys a workspace opens with; those given are good as long as they belong to its key file."""
    if given is not None and keyfile.is_encrypted(folder) and keyfile.read(folder).id == given.id:
        return given
    return keyfile.unlock(folder, passphrase)


def _identity(database: str) -> tuple[int, int] | None:
    """Which file the database's name leads to; None where there is none or the disk does not say."""
    try:
        found = os.stat(database)  # noqa: PTH116 - a Path would take as long again as the system does
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _make_keys(folder: Path, passphrase: str | None, recovery_key: str | None) -> Keys | None:
    """New keys in a key file; without a passphrase none, nor one a half-made workspace left."""
    with known_failures(folder):
        (folder / keyfile.KEY_FILE).unlink(missing_ok=True)
    if not passphrase:
        return None
    made = keyfile.make()
    keyfile.write(folder, keyfile.wrapped(made, passphrase, recovery_key))
    return made


def raw(keys: Keys | None) -> bytes | None:
    """The database's key, None for a plain one."""
    return None if keys is None else keys.database


def _make(file: Path, settings: Mapping[str, str], keys: Keys | None) -> None:
    """Builds the database under another name first: a half-made one is never taken for a workspace."""
    fresh = file.with_name(DATABASE + ".new")
    for leftover in (fresh, *(fresh.with_name(fresh.name + end) for end in ("-wal", "-shm", "-journal"))):
        leftover.unlink(missing_ok=True)
    db = connect(fresh, key=raw(keys))
    try:
        migrations.apply(db)
        with db.atomic():
            for name, value in settings.items():
                db.execute("INSERT INTO setting (name, value) VALUES (?, ?)", [name, value])
    finally:
        db.close()
    with new_file(file) as part:
        part.stream.write(fresh.read_bytes())
        part.place()
    fresh.unlink()


def _open_to_read(file: Path, keys: Keys | None) -> Database:
    db = connect(file, read_only=True, key=raw(keys))
    try:
        _check(db, file.parent)
        if migrations.pending(db):
            raise GsmonError("workspace.older", str(file.parent))
        return db
    except BaseException:
        db.close()
        raise


def _open_to_write(file: Path, now: Clock, keys: Keys | None) -> Database:
    db = connect(file, key=raw(keys))
    try:
        _check(db, file.parent)
        with known_failures(file.parent):
            for folder in FOLDERS:  # a copied or unpacked workspace may have lost its empty folders
                (file.parent / folder).mkdir(exist_ok=True)
        if pending := migrations.pending(db):
            copy = f"before-{pending[0].name}-{now():%Y%m%d-%H%M%S}.db"
            copy_database(db, file.parent / "backups" / copy, key=raw(keys))
            db.execute("PRAGMA foreign_keys = OFF")
            with known_failures(file.parent):
                migrations.apply(db)
            db.execute("PRAGMA foreign_keys = ON")
        return db
    except BaseException:
        db.close()
        raise


def _check(db: Database, folder: Path) -> None:
    """Is it ours, and not from a program newer than this one?"""
    with known_failures(folder):
        if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise GsmonError("workspace.not_workspace", str(folder))
        applied = {each.name for each in migrations.applied(db)}
    if strange := applied - known():
        raise GsmonError("workspace.newer", str(folder), migration=max(strange))


@cache
def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"
