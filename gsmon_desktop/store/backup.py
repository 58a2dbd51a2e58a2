"""A workspace copied whole, to a stick say, while it is in use."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.files import new_file, sync_folder
from gsmon_desktop.store.clock import Clock
from gsmon_desktop.store.connection import known_failures
from gsmon_desktop.store.copies import copy_database
from gsmon_desktop.store.media import file_of
from gsmon_desktop.store.workspace import DATABASE, FOLDERS, Workspace

KEPT = 14
"""Daily copies kept."""
MOST_BYTES = 2 * 1024**3
"""What the daily copies may take together; the newest is kept even where it alone is larger."""


def daily(ws: Workspace, *, now: Clock) -> Path | None:
    """Today's copy of the database in `backups/`; None where there is one already. Older ones make room.

    A reader will do: nothing in the database changes. Raises GsmonError
    (disk_full, read_only, damaged); earlier copies are then all still there.
    """
    folder = ws.folder / "backups"
    made = folder / f"daily-{now():%Y%m%d}.db"
    if made.exists():
        return None
    copy_database(ws.db, made)
    with known_failures(folder):
        others = sorted(folder.glob("daily-*.db"), key=lambda file: file.stat().st_mtime, reverse=True)
        taken = made.stat().st_size
        for at, file in enumerate((file for file in others if file != made), start=2):
            taken += file.stat().st_size
            if at > KEPT or taken > MOST_BYTES:
                file.unlink()
    return made


def copy_workspace(ws: Workspace, target: Path, *, now: Clock) -> Path:
    """A copy of the whole workspace, itself a workspace, in a new folder of `target`, named by the time.

    The database comes first, so that every file it names is copied after. The folder gets its name when it is
    complete. Raises GsmonError (disk_full, read_only, damaged).
    """
    made = target / f"gsmon-{now():%Y%m%d-%H%M%S}"
    part = target / f".{made.name}.part"
    with known_failures(target):
        shutil.rmtree(part, ignore_errors=True)
        try:
            copy_database(ws.db, part / DATABASE)
            for folder in FOLDERS:
                (part / folder).mkdir()
            for sha256 in (row["sha256"] for row in ws.query("SELECT DISTINCT sha256 FROM media")):
                _copy_media(file_of(ws.folder, sha256), file_of(part, sha256), sha256)
            part.rename(made)
            sync_folder(target)
        finally:
            shutil.rmtree(part, ignore_errors=True)
    return made


def _copy_media(source: Path, target: Path, sha256: str) -> None:
    """Copies one file and checks its content against its name."""
    content = source.read_bytes()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise GsmonError("media.damaged", str(source))
    target.parent.mkdir(exist_ok=True)
    with new_file(target) as part:
        part.stream.write(content)
        part.place()
