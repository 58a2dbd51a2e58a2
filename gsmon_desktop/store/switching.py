"""The second half of a conversion (see `conversion`): what was written anew takes the place of what was.

Known to the workspace itself, which calls `settle` before it opens. Every step looks at what is there, so it
may be interrupted anywhere and begun again.
"""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from pathlib import Path

from gsmon_desktop.files import sync_folder
from gsmon_desktop.store.connection import DATABASE
from gsmon_desktop.store.keyfile import KEY_FILE

NEXT, SWITCH, OLD, PLAN = "next.part", "switch", "old", "plan.json"
_PIECE = 1024 * 1024


def is_pending(folder: Path) -> bool:
    """Has a conversion been decided and not carried through?"""
    return (folder / SWITCH).exists()


def settle(folder: Path) -> None:
    """Ends an interrupted conversion: one decided is carried through, one that was not leaves nothing.

    The caller holds the workspace's lock and has no connection to its database. Raises OSError.
    """
    if is_pending(folder):
        carry_through(folder)
    if (folder / NEXT).exists():
        destroy(folder / NEXT)
        sync_folder(folder)


def carry_through(folder: Path) -> None:
    """Puts the parts in `switch/` into their places and destroys the old ones. Raises OSError."""
    switch = folder / SWITCH
    if (plan := switch / PLAN).exists():
        said = json.loads(plan.read_bytes())
        encrypted = bool(said["encrypted"])
        (switch / OLD).mkdir(exist_ok=True)
        for name in ("media", "backups", "quarantine", DATABASE):
            if (switch / name).exists():
                _replace(folder, switch, name)
        if not encrypted:
            (folder / KEY_FILE).unlink(missing_ok=True)
        elif (switch / KEY_FILE).exists():
            (switch / KEY_FILE).replace(folder / KEY_FILE)
        sync_folder(switch)
        sync_folder(folder)
        destroy(switch / OLD)
        for name in said.get("gone", ()):
            _erase(folder / name)
        plan.unlink()
    switch.rmdir()
    sync_folder(folder)


def _replace(folder: Path, switch: Path, name: str) -> None:
    """The old one, with a database's log, out of the way, if it is still there, then the new one in."""
    ends = ("-wal", "-shm", "-journal", "") if name == DATABASE else ("",)
    for end in ends:
        with suppress(FileNotFoundError):
            (folder / (name + end)).rename(switch / OLD / (name + end))
    sync_folder(folder)
    (switch / name).rename(folder / name)


def destroy(folder: Path) -> None:
    """Overwrites every file below a folder once, then removes all of it."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not file.is_symlink():
            _erase(file)
    shutil.rmtree(folder)


def _erase(file: Path) -> None:
    """Overwrites a file and takes its name away; one that has other names (a package given away on the same
    disk) belongs to whoever has those, and keeps its content."""
    with suppress(FileNotFoundError):
        if file.stat().st_nlink <= 1:
            _overwrite(file)
        file.unlink()


def _overwrite(file: Path) -> None:
    with suppress(PermissionError), file.open("r+b") as stream:
        rest = os.fstat(stream.fileno()).st_size
        while rest > 0:
            rest -= stream.write(bytes(min(rest, _PIECE)))
        stream.flush()
        os.fsync(stream.fileno())
