"""A workspace brought back from a copy, on this machine or another.

What comes back is a workspace of its own: it gets a new device number, noted in its trail. The one it was
copied from may still be in use somewhere, and may have made packages after the copy: two workspaces that
counted their packages under one device number would send different packages of one name.
"""

from __future__ import annotations

import shutil
import uuid
from dataclasses import dataclass, field
from pathlib import Path

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.files import new_file, sync_folder
from gsmon_desktop.store import keyfile, media, protection, records
from gsmon_desktop.store.clock import Clock, stamp
from gsmon_desktop.store.connection import DATABASE, known_failures
from gsmon_desktop.store.copies import copy_folders, named
from gsmon_desktop.store.keyfile import Keys
from gsmon_desktop.store.media import Progress
from gsmon_desktop.store.vault import PIECE, Vault
from gsmon_desktop.store.workspace import BESIDE, FOLDERS, Workspace

_UNANSWERED = """SELECT count(DISTINCT p.interview) FROM package_interview p
    JOIN interview i ON i.number = p.interview AND i.revision = p.revision WHERE p.state = ''"""
_LEFT_OUT = ("lock", f"{DATABASE}-shm")


@dataclass(frozen=True)
class Restored:
    """Where the workspace is, how many interviews it holds, names of files that are not in it, how many
    interviews were sent and not acknowledged, and what opens it (None: it is a plain one)."""

    folder: Path
    interviews: int
    lacking: tuple[str, ...]
    unanswered: int = 0
    keys: Keys | None = field(default=None, repr=False)


def needs_passphrase(copy: Path) -> bool:
    """Is a copy, as `restore` takes it, an encrypted one?"""
    return (copy.is_dir() or copy.is_file()) and keyfile.is_encrypted(_Source.of(copy).beside)


def restore(
    copy: Path,
    folder: Path,
    *,
    now: Clock,
    passphrase: str | None = None,
    recovery_key: str | None = None,
    new_passphrase: str | None = None,
    progress: Progress | None = None,
) -> Restored:
    """Makes a workspace in `folder` from a copy: a workspace's folder, or a database file of its `backups/`.

    An encrypted one opens with its passphrase or with its recovery key; `new_passphrase` is what the new
    workspace opens with then. A database file brings the media of the workspace it lies in. The copy is only
    read; the new workspace is
    opened and checked before its folder gets its name. Raises GsmonError (missing, exists, restore.not_empty,
    damaged, disk_full, read_only, newer, and what opening raises); then `folder` is as it was.
    """
    source = _Source.of(copy)
    part = folder.with_name(f".{folder.name}.part")
    with named(part, folder), known_failures(folder):
        if (folder / DATABASE).exists():
            raise GsmonError("workspace.exists", str(folder))
        if folder.exists() and any(folder.iterdir()):
            raise GsmonError("restore.not_empty", str(folder))
        shutil.rmtree(part, ignore_errors=True)
        keys = _keys(source, passphrase, recovery_key)  # a wrong one is told before all is copied
        try:
            _copy_files(source, part)
            with Workspace.open(part, now=now, keys=keys) as ws:
                lacking = media.copy_all(ws, Vault(source.media, ws.keys), ws.vault, progress)
                check(ws, copy)
                new_device(ws, "restored", now=now)
                if new_passphrase and keys is not None:
                    protection.change_passphrase(ws, new_passphrase, now=now)
                number = int(ws.value("SELECT count(*) FROM interview"))
                unanswered = int(ws.value(_UNANSWERED))
            (part / "lock").unlink(missing_ok=True)
            if folder.exists():
                folder.rmdir()
            part.rename(folder)
            sync_folder(folder.parent)
        finally:
            shutil.rmtree(part, ignore_errors=True)
    return Restored(folder, number, lacking, unanswered, keys)


def _keys(source: _Source, passphrase: str | None, recovery_key: str | None) -> Keys | None:
    if recovery_key and keyfile.is_encrypted(source.beside):
        return keyfile.unlock_with_recovery(source.beside, recovery_key)
    return keyfile.unlock(source.beside, passphrase)


def check(ws: Workspace, copy: Path) -> None:
    """Raises GsmonError("workspace.damaged"), of the copy, unless SQLite finds the database whole."""
    said = ws.value("PRAGMA integrity_check")
    if said != "ok" or ws.query("PRAGMA foreign_key_check"):
        raise GsmonError("workspace.damaged", str(copy), reason=said)


def new_device(ws: Workspace, action: str, *, now: Clock) -> None:
    """Gives a copied workspace a device number of its own and notes which it had, in one transaction."""
    fresh = str(uuid.uuid4())
    with ws.transaction() as db:
        event = records.Event(stamp(now()), ws.who, action, 0, old=ws.settings["device"], new=fresh)
        records.append(db, None, event)
        ws.settings["device"] = fresh


@dataclass(frozen=True)
class _Source:
    """A copy: its database, the files that lie beside it, its media."""

    database: Path
    beside: Path
    media: Path

    @classmethod
    def of(cls, copy: Path) -> _Source:
        if copy.is_dir():
            if not (copy / DATABASE).is_file():
                raise GsmonError("workspace.missing", str(copy))
            return cls(copy / DATABASE, copy, copy)
        if not copy.is_file():
            raise GsmonError("workspace.missing", str(copy))
        home = copy.parent.parent if copy.parent.name == "backups" else copy.parent
        return cls(copy, home, home)


def _copy_files(source: _Source, part: Path) -> None:
    """The database, its log if it has one, files of the workspace's own (keys, say), and folders beside."""
    part.mkdir(parents=True)
    for folder in FOLDERS:
        (part / folder).mkdir()
    _copy_file(source.database, part / DATABASE)
    for file in sorted(source.beside.iterdir()):
        if file.is_file() and file.name not in _LEFT_OUT and not _is_database(file, source):
            _copy_file(file, part / file.name)
    copy_folders(BESIDE, source.beside, part)


def _is_database(file: Path, source: _Source) -> bool:
    """Another database, or the one restored; its log belongs to it, but not to a daily copy."""
    if file.name.startswith(f"{DATABASE}-"):
        return source.database.name != DATABASE
    return file.suffix == ".db"


def _copy_file(source: Path, target: Path) -> None:
    with source.open("rb") as stream, new_file(target) as part:
        shutil.copyfileobj(stream, part.stream, PIECE)
        part.place()
