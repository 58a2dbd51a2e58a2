"""Makes packages of everything that waits, in the workspace's outbox.

A package is written whole, read back, named in one transaction; only then does it go to a stick
or into a shared folder (`giving.py`), as often as needed. A stick pulled out at any byte costs another copy.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from gsmon_desktop import __version__
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import outbox, packing, peers, splitting
from gsmon_desktop.exchange.checked_file import CheckedFile
from gsmon_desktop.exchange.keys import Identity, identity
from gsmon_desktop.exchange.manifest import SIGNED, Entry, Manifest
from gsmon_desktop.exchange.outbox import Waiting
from gsmon_desktop.exchange.packing import Count, DamagedMediaError, Progress
from gsmon_desktop.files import NewFile, known_failures, new_file
from gsmon_desktop.store import Clock, Workspace, age, records, stamp

OUTBOX = "outbox"


@dataclass(frozen=True)
class Held:
    """An interview left out: `why` names the file that is gone or damaged, or is "size" where it is larger
    than a part may be."""

    interview: str
    why: str


@dataclass(frozen=True)
class Made:
    """What was made in the outbox: package files, interviews and media files in them, who was left out."""

    packages: tuple[Path, ...] = ()
    interviews: int = 0
    media: int = 0
    held: tuple[Held, ...] = ()


@dataclass(frozen=True)
class _Batch:
    """What the packages of one export have in common."""

    ws: Workspace
    own: Identity
    to: tuple[peers.Peer, ...]
    id: str
    at: datetime
    parts: int
    files: packing.Files
    count: Count
    new_id: Callable[[], str]


def make(
    ws: Workspace,
    *,
    now: Clock,
    new_id: Callable[[], str] = lambda: str(uuid4()),
    max_size: int | None = None,
    progress: Progress | None = None,
) -> Made:
    """Puts everything that waits to be sent into new packages in the outbox and records them as made.

    With `max_size` (bytes) no package is larger; without, none is larger than a FAT32 stick can hold. They
    are encrypted to everybody trusted to receive. Raises GsmonError when the disk is full or read-only, and
    exchange.no_recipient where nobody is trusted and the workspace is encrypted. A package is there whole and
    recorded or not at all; memory does not grow with the size of media.
    """
    if ws.read_only:
        raise GsmonError("workspace.read_only", str(ws.folder))
    if not (waiting := outbox.waiting(ws)):
        return Made()
    to = tuple(peers.recipients(ws))
    if not to and ws.keys is not None:
        raise GsmonError("exchange.no_recipient", str(ws.folder))
    own, files = identity(ws, now=now), outbox.media_of(ws, waiting)
    parts, large = splitting.parts(ws, waiting, files, max_size or splitting.LARGEST, len(to))
    total = sum(len(part) + len(packing.hashes(part, files)) for part in parts)
    batch = _Batch(ws, own, to, new_id(), now(), len(parts), files, Count(total, progress), new_id)
    held = {each.record.id: Held(each.record.id, "size") for each in large}
    paths: list[Path] = []
    interviews = media = 0
    for number, part in enumerate(parts, 1):
        made = _part(batch, number, part, held)
        if made is not None:
            paths.append(made[0])
            interviews += len(made[1].interviews)
            media += made[1].media
    return Made(tuple(paths), interviews, media, tuple(held.values()))


def _part(
    batch: _Batch, number: int, entries: Sequence[Waiting], held: dict[str, Held]
) -> tuple[Path, Manifest] | None:
    """One package. An interview whose file is damaged is left out, and the package is begun anew."""
    while going := [entry for entry in entries if entry.record.id not in held]:
        sequence = 1 + int(batch.ws.value("SELECT seq FROM sqlite_sequence WHERE name = 'package'") or 0)
        target = _target(batch, number, sequence)
        target.unlink(missing_ok=True)  # of an export killed between the name and the record: nobody has it
        try:
            with new_file(target) as part:
                manifest, digest, size = _write(batch, number, sequence, going, part)
                _record(batch.ws, part, manifest, going, digest, size)
            return target, manifest
        except DamagedMediaError as damaged:
            for each in going:
                for file in batch.files.get(each.number, ()):
                    if file["sha256"] == damaged.args[0]:
                        held[each.record.id] = Held(each.record.id, file["name"])
    return None


def _write(
    batch: _Batch, number: int, sequence: int, going: Sequence[Waiting], part: NewFile
) -> tuple[Manifest, str, int]:
    """Writes the package and reads it back from the disk; gives its manifest, its SHA-256 and its size."""
    said: list[Manifest] = []

    def describe(entries: tuple[Entry, ...]) -> tuple[bytes, bytes]:
        said.append(_manifest(batch, number, sequence, going, entries))
        content = said[0].to_json()
        return content, batch.own.sign(SIGNED + content).hex().encode() + b"\n"

    with CheckedFile(part) as target:
        pieces = packing.pieces(batch.ws, going, batch.files, describe, batch.count)
        if batch.to:
            age.encrypt(age.Pieces(pieces), target, [peer.recipient for peer in batch.to])
        else:
            for piece in pieces:
                target.write(piece)
        written, there = target.finish()
    if written != there:
        raise GsmonError("exchange.damaged", str(part.target))
    return said[0], written, target.size


def _manifest(
    batch: _Batch, number: int, sequence: int, going: Sequence[Waiting], entries: tuple[Entry, ...]
) -> Manifest:
    ws, own = batch.ws, batch.own.public
    return Manifest(
        package=batch.new_id(),
        device=own.device,
        sign=own.sign,
        recipient=own.recipient,
        to=tuple(peer.device for peer in batch.to),
        batch=batch.id,
        part=number,
        parts=batch.parts,
        answers=tuple(row["id"] for row in ws.query(_ANSWERED)),
        withdrawn=outbox.withdrawn(ws, going),
        person=ws.settings.get("name", ""),
        region=ws.settings.get("region", ""),
        sequence=sequence,
        made=batch.at,
        program=f"gsmon {__version__}",
        entries=tuple(sorted(entries, key=lambda entry: entry.name)),
        interviews=tuple(each.record for each in going),
    )


_ANSWERED = "SELECT id FROM receipt ORDER BY at DESC, id LIMIT 200"
"""Receipts we have: whoever gave them may take them away. Said often, since a package may be lost."""


def _record(
    ws: Workspace, part: NewFile, manifest: Manifest, going: Sequence[Waiting], digest: str, size: int
) -> None:
    """Names the file and notes it in one transaction: both happen or neither."""
    made = stamp(manifest.made)
    row = [manifest.sequence, part.target.name, made, digest, len(going), manifest.media, size]
    row += [manifest.package, manifest.batch, manifest.part, manifest.parts]
    try:
        with ws.transaction() as db:
            db.execute(
                """INSERT INTO package (seq, file, made, state, sha256, interviews, media, size, id, batch,
                part, parts) VALUES (?, ?, ?, 'made', ?, ?, ?, ?, ?, ?, ?, ?)""",
                row,
            )
            db.conn.executemany(
                "INSERT INTO package_interview (package, interview, revision, hash) VALUES (?, ?, ?, ?)",
                [(manifest.sequence, each.number, each.record.revision, each.record.hash) for each in going],
            )
            said = [
                records.Event(made, ws.who, "exported", e.record.revision, new=part.target.name)
                for e in going
            ]
            records.append_all(db, zip((each.number for each in going), said, strict=True))
            with known_failures(part.target):
                part.place()
    except BaseException:
        if part.placed:
            with suppress(OSError):
                part.target.unlink()
        raise


def _target(batch: _Batch, number: int, sequence: int) -> Path:
    """A name in small ASCII letters that says region, device and number, for any file system."""
    settings = batch.ws.settings
    region = re.sub(r"[^a-z0-9_-]", "", settings.get("region", "").lower())
    part = f"part{number}of{batch.parts}" if batch.parts > 1 else ""
    ending = ".zip.age" if batch.to else ".zip"
    name = "-".join(
        filter(None, ("gsmon", region, outbox.short(settings["device"]), f"{sequence:05d}", part))
    )
    return batch.ws.folder / OUTBOX / (name + ending)
