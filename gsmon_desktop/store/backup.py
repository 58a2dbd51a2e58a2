"""Copies made in use: of the database each day, of everything to a stick; encrypted stays encrypted."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from gsmon_desktop.files import sync_folder
from gsmon_desktop.store import keyfile, media
from gsmon_desktop.store.clock import Clock
from gsmon_desktop.store.connection import DATABASE, known_failures
from gsmon_desktop.store.copies import copy_database, copy_folders, make_room, named
from gsmon_desktop.store.media import Progress
from gsmon_desktop.store.vault import Vault
from gsmon_desktop.store.workspace import BESIDE, FOLDERS, Workspace, raw

KEPT = 14
"""Daily copies kept."""
MOST_BYTES = 2 * 1024**3
"""What the daily copies may take together; the newest is kept even where it alone is larger."""


def daily(ws: Workspace, *, now: Clock) -> Path | None:
    """Today's copy of the database in `backups/`; None where there is one already. Older ones make room,
    and so do old copies of other kinds.

    A reader will do: nothing in the database changes. Raises GsmonError
    (disk_full, read_only, damaged); earlier copies are then all still there.
    """
    folder = ws.folder / "backups"
    made = folder / f"daily-{now():%Y%m%d}.db"
    if made.exists():
        return None
    renew_daily(ws, now=now)
    with known_failures(folder):
        others = sorted(folder.glob("daily-*.db"), key=lambda file: file.stat().st_mtime, reverse=True)
        taken = made.stat().st_size
        for at, file in enumerate((file for file in others if file != made), start=2):
            taken += file.stat().st_size
            if at > KEPT or taken > MOST_BYTES:
                file.unlink()
        make_room(folder, key=raw(ws.keys))
    return made


def latest(folder: Path) -> date | None:
    """The day of the latest daily copy of the workspace in `folder`, None where there is none."""
    days = [file.stem.removeprefix("daily-") for file in (folder / "backups").glob("daily-????????.db")]
    return max((datetime.strptime(day, "%Y%m%d").date() for day in days if day.isdecimal()), default=None)  # noqa: DTZ007 - a day, no moment


def renew_daily(ws: Workspace, *, now: Clock) -> Path:
    """Makes today's copy anew, in place of one there may be. Raises as `daily`."""
    folder = ws.folder / "backups"
    with known_failures(folder):
        for leftover in folder.glob(".daily-*.part*"):  # of a copy that was killed; nobody else makes any
            leftover.unlink()
    return copy_database(ws.db, folder / f"daily-{now():%Y%m%d}.db", key=raw(ws.keys))


@dataclass(frozen=True)
class Copied:
    """A workspace's copy. `lacking`: files of interviews that were gone or damaged and are not in it."""

    folder: Path
    lacking: tuple[str, ...] = ()


def copy_workspace(ws: Workspace, target: Path, *, now: Clock, progress: Progress | None = None) -> Copied:
    """A copy of the whole workspace, itself a workspace, in a new folder of `target`, named by the time.

    The database comes first, so that every file it names is copied after. The folder gets its name when it is
    complete and its database has passed SQLite's own check; a file that is gone or damaged does not keep the
    rest from being copied. A reader will do. Raises GsmonError (disk_full, read_only, io, damaged).
    """
    made = target / f"gsmon-{now():%Y%m%d-%H%M%S}"
    part = (
        target / f".gsmon-{ws.settings['device'][:8]}.part"
    )  # so the next copy clears what a killed one left
    with named(part, target), known_failures(target):
        shutil.rmtree(part, ignore_errors=True)
        try:
            copy_database(ws.db, part / DATABASE, key=raw(ws.keys))
            for folder in FOLDERS:
                (part / folder).mkdir()
            if ws.keys is not None:
                keyfile.write(part, keyfile.read(ws.folder))
            copy_folders(BESIDE, ws.folder, part)
            lacking = media.copy_all(ws, ws.vault, Vault(part, ws.keys), progress)
            part.rename(made)
            sync_folder(target)
        finally:
            shutil.rmtree(part, ignore_errors=True)
    return Copied(made, lacking)
