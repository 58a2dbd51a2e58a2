"""A workspace turned from plain to encrypted or back: whole or not at all, whatever interrupts it.

Key file, database, copies, media and quarantine are written anew into `next.part/` while the workspace stays
as it was.
When all of it is on the disk and checked, one rename to `switch/` decides. From then on whoever opens the
workspace first carries the switch through (`settle`): old parts go into `switch/old/`, new ones take their
places, the old ones are overwritten and removed. Needs as much free space as the workspace takes.

Overwriting reaches what the system writes in place. On flash disks and in the journals of some file systems
older traces may outlive it: only a disk encrypted as a whole is safe from those.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.files import new_file, sync_folder
from gsmon_desktop.paths import cache_folder
from gsmon_desktop.store import keyfile, media, recordings, records
from gsmon_desktop.store.clock import Clock, stamp
from gsmon_desktop.store.connection import DATABASE, connect, known_failures
from gsmon_desktop.store.copies import convert_database
from gsmon_desktop.store.kept_files import SEALED, readable_packages
from gsmon_desktop.store.kept_files import turn as turn_file
from gsmon_desktop.store.keyfile import KEY_FILE, KeyFile, Keys
from gsmon_desktop.store.switching import NEXT, PLAN, SWITCH, carry_through, destroy, settle
from gsmon_desktop.store.vault import PIECE, Vault
from gsmon_desktop.store.workspace import Workspace, raw

Progress = Callable[[int, int], None]
"""Called with what is done and what there is, in files; may raise to cancel."""

_PACKAGE = "gsmon-"
_KEPT = ("daily-", "before-", "damaged-", "aside-")
"""What the names of our own packages begin with, and of what we keep in `backups/`."""
_CONVERTED = ("media", "backups", "quarantine")
_HARMLESS = {KEY_FILE, "lock", "logs", "outbox", "reference", *_CONVERTED}
"""`reference/` holds catalogues and editions of packs, which name nobody."""


@dataclass
class Converted:
    """What could not be turned, by names relative to the workspace.

    `lost` were damaged already and are gone, `left` are not the program's and lie there as they were, `again`
    are packages anybody could read: they are gone, and what was in them goes into new ones.
    """

    lost: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    again: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Turn:
    folder: Path
    old: Keys | None
    new: Keys | None
    at: str
    said: Converted

    @property
    def next(self) -> Path:
        return self.folder / NEXT

    @property
    def vaults(self) -> tuple[Vault, Vault]:
        """Of what there is, and of what it becomes."""
        return Vault(self.folder, self.old), Vault(self.next, self.new)

    def name(self, part: Path) -> str:
        """A file's name relative to the workspace."""
        return str(part.relative_to(self.folder))


def encrypt(
    folder: Path,
    passphrase: str,
    *,
    now: Clock,
    recovery_key: str | None = None,
    progress: Progress | None = None,
) -> Converted:
    """Protects the plain workspace in `folder`, which nobody may have open, by a passphrase. The cache of
    forms, which holds long lists readable, goes with it.

    Raises GsmonError: locked, busy (a reader is open), disk_full, already, recording (one is to be joined
    first), and what opening raises; the workspace is then as it was.
    """
    made = keyfile.make()
    with suppress(OSError):  # lists of forms opened before may name people; they are made anew when asked for
        if (cache := cache_folder()).exists():
            destroy(cache)
    return _convert(folder, None, made, keyfile.wrapped(made, passphrase, recovery_key), now, progress)


def decrypt(folder: Path, keys: Keys, *, now: Clock, progress: Progress | None = None) -> Converted:
    """Makes the encrypted workspace in `folder` a plain one. As `encrypt`."""
    return _convert(folder, keys, None, None, now, progress)


def _convert(
    folder: Path,
    old: Keys | None,
    new: Keys | None,
    file: KeyFile | None,
    now: Clock,
    progress: Progress | None,
) -> Converted:
    with Workspace.open(folder, now=now, keys=old) as ws:
        turn = _Turn(folder, ws.keys, new, stamp(now()), Converted())
        if (ws.keys is None) == (new is None):
            raise GsmonError("workspace.already", str(folder))
        if recordings.any_pending(folder):
            raise GsmonError("workspace.recording", str(folder))
        _alone(ws)
        names = {ws.vault.file_of(row["sha256"]).name: row["sha256"] for row in _named(ws)}
        with known_failures(folder):
            _room(folder)
            try:
                turn.next.mkdir()
                _write_all(turn, ws, file, names, progress)
                sync_folder(turn.next)
                _alone(ws)
            except BaseException:
                settle(folder)
                raise
            turn.next.rename(folder / SWITCH)
            sync_folder(folder)
        ws.db.close()
        with known_failures(folder):
            carry_through(folder)
    return turn.said


def _alone(ws: Workspace) -> None:
    """Folds the log into the database. Raises GsmonError workspace.busy while anybody else has it open."""
    with known_failures(ws.folder):
        ws.db.execute("PRAGMA journal_mode = DELETE").fetchall()


def _named(ws: Workspace) -> list[dict[str, str]]:
    return ws.query("SELECT DISTINCT sha256 FROM media")


def _room(folder: Path) -> None:
    needed = sum(file.stat().st_size for file in _files(folder))
    if shutil.disk_usage(folder).free < needed * 1.05 + PIECE:
        raise GsmonError("workspace.disk_full", str(folder))


def _files(folder: Path) -> Iterator[Path]:
    return (file for file in sorted(folder.rglob("*")) if file.is_file())


def _write_all(
    turn: _Turn, ws: Workspace, file: KeyFile | None, names: dict[str, str], progress: Progress | None
) -> None:
    if file is not None:
        keyfile.write(turn.next, file)
    convert_database(turn.folder / DATABASE, turn.next / DATABASE, raw(turn.old), raw(turn.new))
    parts = [each for name in _CONVERTED for each in _files(turn.folder / name)]
    for name in ("media", "backups", *(name for name in _CONVERTED[2:] if (turn.folder / name).exists())):
        (turn.next / name).mkdir()
    for at, part in enumerate(parts):
        if progress is not None:
            progress(at, len(parts))
        _part(turn, part, names)
    gone = [] if turn.new is None else _packages(turn, ws)
    _tell(turn, ws.who)
    for each in sorted(turn.folder.iterdir()):
        if each.name not in _HARMLESS | {NEXT} and not each.name.startswith(DATABASE):
            turn.said.left += [turn.name(one) for one in _files(each)]
            turn.said.left += [each.name] if each.is_file() else []
    with new_file(turn.next / PLAN) as plan:
        said = {"encrypted": turn.new is not None, "gone": [turn.name(file) for file in gone]}
        plan.stream.write(json.dumps(said).encode())
        plan.place()


def _part(turn: _Turn, part: Path, names: dict[str, str]) -> None:
    if part.is_relative_to(turn.folder / "media"):
        _media_file(turn, part, names)
    elif part.is_relative_to(turn.folder / "backups"):
        _backup_file(turn, part)
    elif not part.name.startswith("."):  # what a killed writer left is dropped
        turn_file(part, turn.next / turn.name(part), *turn.vaults, ending="")


def _packages(turn: _Turn, ws: Workspace) -> list[Path]:
    """Files of the outbox that go when the switch is carried through: encrypted to us alone they would be of
    no use to anybody, and what is in them is in the workspace. Any but a whole one of ours is put aside.
    """
    made = {row["file"]: row["sha256"] for row in ws.query("SELECT file, sha256 FROM package")}
    whole, others = readable_packages(turn.folder / "outbox", made)
    turn.said.left += [turn.name(file) for file in others if not file.name.startswith((".", _PACKAGE))]
    others = [file for file in others if file.name.startswith((".", _PACKAGE))]
    turn.said.again += [turn.name(file) for file in whole]
    aside = (
        turn.next / "backups" / f"aside-{turn.at[:19].replace('-', '').replace(':', '').replace('T', '-')}"
    )
    for file in others:
        if not file.name.startswith("."):
            turn_file(file, aside / turn.name(file), *turn.vaults)
    return whole + others


# What nobody has been given yet goes into the next package by itself; the rest where `resend` asks for it.
_SEND_AGAIN = """UPDATE package_interview SET state = 'again' WHERE state = '' AND package IN
    (SELECT seq FROM package WHERE file = ? AND given IS NULL AND answered IS NULL)"""
_UNSENT = """UPDATE interview SET sent = 0 WHERE sent = 1 AND NOT EXISTS (SELECT 1 FROM package_interview p
    WHERE p.interview = number AND p.revision = interview.revision AND p.state <> 'again')"""


def _tell(turn: _Turn, who: str) -> None:
    """The trail of what is written anew says what was done."""
    db = connect(turn.next / DATABASE, key=raw(turn.new))
    try:
        what = "decrypted" if turn.new is None else "encrypted"
        with db.atomic():
            records.append(db, None, records.Event(turn.at, who, what, 0))
            for name in turn.said.again:
                db.execute(_SEND_AGAIN, [Path(name).name])
            db.execute(_UNSENT)
        db.execute("PRAGMA journal_mode = DELETE").fetchall()
    finally:
        db.close()


def _backup_file(turn: _Turn, part: Path) -> None:
    """A copy of the database, or what a repair put aside. What is no whole copy is sealed as it is;
    back in a plain workspace a damaged encrypted one is of no use any more, is let go, and said."""
    if part.name.startswith("."):
        return
    made = turn.next / turn.name(part)
    if part.name.startswith("damaged-") and (turn.new is not None or part.suffix == SEALED):
        turn_file(part, made, *turn.vaults)  # never opened: SQLite would change its log
        return
    if part.suffix != ".db" or part.parent != turn.folder / "backups":
        if part.relative_to(turn.folder / "backups").parts[0].startswith(_KEPT):
            turn_file(part, made, *turn.vaults)
        else:
            _stranger(turn, part)
        return
    try:
        convert_database(part, made, raw(turn.old), raw(turn.new))
        os.utime(made, ns=(part.stat().st_atime_ns, part.stat().st_mtime_ns))
    except GsmonError as error:
        if error.code != "workspace.damaged":
            raise
        for half in made.parent.glob(f"{made.name}*"):
            half.unlink()
        if turn.new is None:
            turn.said.lost.append(turn.name(part))
        else:
            turn_file(part, made, *turn.vaults)


def _media_file(turn: _Turn, part: Path, names: dict[str, str]) -> None:
    """One file of the media. A plain one that is damaged stays as damaged as it was."""
    if not re.fullmatch("[0-9a-f]{64}", part.name):
        _stranger(turn, part)
        return
    source, target = turn.vaults
    sha256 = part.name if turn.old is None else names.get(part.name, "")
    try:
        sha256 = sha256 or media.hash_of(source, part)
        place = target.file_of(sha256)
        place.parent.mkdir(exist_ok=True)
        with source.open_file(part) as stream, new_file(place, replace=True) as made:
            target.write(stream, made.stream)
            made.place()
    except GsmonError as error:
        if error.code != "media.damaged":
            raise
        turn.said.lost.append(turn.name(part))


def _stranger(turn: _Turn, part: Path) -> None:
    """A file that is not the program's stays as it is, where it is; what a killed writer left is dropped."""
    if part.name.startswith("."):
        return
    place = turn.next / turn.name(part)
    place.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileNotFoundError):
        shutil.copy2(part, place)
    turn.said.left.append(turn.name(part))
