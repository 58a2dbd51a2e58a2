"""The workspace: one folder with everything, opened by one writer and any number of readers."""

from __future__ import annotations

import getpass
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlite_utils import Database

from gsmon_desktop import __version__
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.files import new_file
from gsmon_desktop.store.clock import Clock, stamp
from gsmon_desktop.store.connection import connect, known_failures
from gsmon_desktop.store.copies import copy_database
from gsmon_desktop.store.lock import Lock
from gsmon_desktop.store.schema import APPLICATION_ID, known, migrations
from gsmon_desktop.store.settings import Settings

DATABASE = "gsmon.db"
FOLDERS = ("media", "outbox", "logs", "backups")
ROLES = ("interviewer", "supervisor", "hq")
Parameters = Sequence[Any] | dict[str, Any]


class Workspace:
    """An open workspace, owned by the thread that opened it; `close()` or leaving the `with` frees it.

    `folder`    where it lies
    `db`        the connection, for rooms that read with their own SQL; writes go through `transaction()`
    `settings`  device, name, role, region, language, created
    """

    def __init__(self, folder: Path, db: Database, lock: Lock | None) -> None:
        self.folder = folder
        self.db = db
        self.read_only = lock is None
        self._lock = lock
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
    ) -> Self:
        """Makes a workspace in `folder` (made too, if missing) and opens it.

        The database appears whole or not at all. Raises GsmonError: exists, read_only, disk_full, locked,
        passphrase_unsupported.
        """
        _refuse(passphrase)
        settings = {"name": name, "role": role, "region": region, "device": str(uuid.uuid4())}
        settings |= {"created": stamp(now()), "made_by": __version__}
        with known_failures(folder):
            folder.mkdir(parents=True, exist_ok=True)
        lock = Lock(folder, who=name or _user(), now=now())
        try:
            if (folder / DATABASE).exists():
                raise GsmonError("workspace.exists", str(folder))
            with known_failures(folder):
                _make(folder / DATABASE, settings)
            return cls(folder, _open_to_write(folder / DATABASE, now), lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open(
        cls, folder: Path, *, now: Clock, read_only: bool = False, passphrase: str | None = None
    ) -> Self:
        """Opens a workspace, after a backup and migrations where it is older. `read_only` takes no lock.

        Raises GsmonError: missing, not_workspace, newer, older (read_only), damaged, locked, read_only,
        unreadable, passphrase_unsupported.
        """
        _refuse(passphrase)
        file = folder / DATABASE
        with known_failures(folder):
            if not file.is_file():
                raise GsmonError("workspace.missing", str(folder))
        if read_only:
            db = connect(file, read_only=True)
            try:
                _check(db, folder)
                if migrations.pending(db):
                    raise GsmonError("workspace.older", str(folder))
                return cls(folder, db, None)
            except BaseException:
                db.close()
                raise
        lock = Lock(folder, who=_user(), now=now())
        try:
            return cls(folder, _open_to_write(file, now), lock)
        except BaseException:
            lock.release()
            raise

    @contextmanager
    def transaction(self) -> Iterator[Database]:
        """One synced transaction: all of the block or nothing. Failures with a remedy come as GsmonError."""
        if self.read_only:
            raise GsmonError("workspace.read_only", str(self.folder))
        with known_failures(self.folder), self.db.atomic() as db:
            yield db

    def query(self, sql: str, parameters: Parameters = ()) -> list[dict[str, Any]]:
        """The rows of a SELECT, with SQLite's failures as GsmonError."""
        with known_failures(self.folder):
            found = self.db.execute(sql, parameters)
            names = [column[0] for column in found.description]
            return [dict(zip(names, row, strict=True)) for row in found]

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


def _make(file: Path, settings: Mapping[str, str]) -> None:
    """Builds the database under another name first: a half-made one is never taken for a workspace."""
    fresh = file.with_name(DATABASE + ".new")
    for leftover in (fresh, *(fresh.with_name(fresh.name + end) for end in ("-wal", "-shm", "-journal"))):
        leftover.unlink(missing_ok=True)
    db = connect(fresh)
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


def _open_to_write(file: Path, now: Clock) -> Database:
    db = connect(file)
    try:
        _check(db, file.parent)
        with known_failures(file.parent):
            for folder in FOLDERS:  # a copied or unpacked workspace may have lost its empty folders
                (file.parent / folder).mkdir(exist_ok=True)
        if pending := migrations.pending(db):
            copy = f"before-{pending[0].name}-{now():%Y%m%d-%H%M%S}.db"
            copy_database(db, file.parent / "backups" / copy)
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


def _refuse(passphrase: str | None) -> None:
    if passphrase:
        raise GsmonError("workspace.passphrase_unsupported")


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"
