"""Makes a package of everything that waits: written whole, read back, named and recorded, or not at all."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, TypeVar
from uuid import uuid4

from gsmon_desktop import __version__
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import outbox
from gsmon_desktop.exchange.manifest import EVENTS, FORMS, INTERVIEWS, MEDIA, Manifest
from gsmon_desktop.exchange.outbox import Waiting
from gsmon_desktop.exchange.reading import check
from gsmon_desktop.exchange.writing import CHUNK, PackageWriter, line
from gsmon_desktop.files import NewFile, known_failures, new_file
from gsmon_desktop.store import Workspace, media, records, stamp

Progress = Callable[[int, int], None]
"""Called with what is done and what there is, in interviews and files; may raise to cancel."""


_T = TypeVar("_T")


@dataclass(frozen=True)
class Held:
    """An interview left out because a file of it is gone or damaged; the others are in the package."""

    interview: str
    why: str


@dataclass(frozen=True)
class Exported:
    """What an export made: package files (none if nothing waited), interviews and media files in them."""

    packages: tuple[Path, ...]
    interviews: int
    media: int
    held: tuple[Held, ...] = ()


class _DamagedMediaError(Exception):
    """A file of the workspace is missing or is not what its name says; `args[0]` is its SHA-256."""


def export(
    ws: Workspace,
    to: Path,
    *,
    now: Callable[[], datetime],
    new_id: Callable[[], str] = lambda: str(uuid4()),
    progress: Progress | None = None,
) -> Exported:
    """Writes everything that waits to be sent into a new package in the folder `to` and records it as made.

    Raises GsmonError when the folder is missing, read-only or full, or the workspace cannot be written; then
    there is neither file nor record. Memory does not grow with the size of media.
    """
    if not to.is_dir():
        raise GsmonError("file.folder_missing", str(to))
    if ws.read_only:
        raise GsmonError("workspace.read_only", str(ws.folder))
    entries = outbox.waiting(ws)
    held: dict[str, Held] = {}
    while going := [entry for entry in entries if entry.record.id not in held]:
        sequence = _sequence(ws, to)
        try:
            with new_file(_target(ws, to, sequence)) as part:
                manifest = _write(ws, part.stream, going, _Header(sequence, now(), new_id()), progress)
                _record(ws, part, manifest, going)
        except _DamagedMediaError as damaged:
            held |= _holders(ws, going, damaged.args[0])
            continue
        return Exported((part.target,), len(going), manifest.media, tuple(held.values()))
    return Exported((), 0, 0, tuple(held.values()))


@dataclass(frozen=True)
class _Header:
    sequence: int
    made: datetime
    package: str


def _write(
    ws: Workspace, stream: BinaryIO, going: Sequence[Waiting], header: _Header, progress: Progress | None
) -> Manifest:
    with PackageWriter(stream) as writer:
        return _fill(ws, writer, going, header, progress)


def _fill(
    ws: Workspace,
    writer: PackageWriter,
    going: Sequence[Waiting],
    header: _Header,
    progress: Progress | None,
) -> Manifest:
    with outbox.snapshot(ws):
        files = sorted({file.sha256 for each in going for file in _files(ws, each)})
        report = _Count(2 * len(going) + len(files), progress)
        with writer.entry(INTERVIEWS) as write:
            for each in report.over(going):
                write(line(outbox.interview_line(ws, each)))
        with writer.entry(EVENTS) as write:
            for each in report.over(going):
                for event in outbox.event_lines(ws, each):
                    write(line(event))
        for form in sorted({each.form for each in going}):
            for name, content in outbox.form_files(ws, form):
                writer.add(f"{FORMS}{form}/{name}", content)
    for sha256 in report.over(files):
        _copy(ws, writer, sha256)
    manifest = Manifest(
        package=header.package,
        device=ws.settings["device"],
        person=ws.settings.get("name", ""),
        region=ws.settings.get("region", ""),
        sequence=header.sequence,
        made=header.made,
        program=f"gsmon {__version__}",
        entries=tuple(sorted(writer.entries, key=lambda entry: entry.name)),
        interviews=tuple(each.record for each in going),
    )
    writer.finish(manifest)
    return manifest


def _files(ws: Workspace, entry: Waiting) -> tuple[media.Attached, ...]:
    return media.of(ws, entry.number) if entry.record.status == "finished" else ()


def _copy(ws: Workspace, writer: PackageWriter, sha256: str) -> None:
    try:
        with media.open_content(ws.vault, sha256) as source:
            writer.copy(MEDIA + sha256, source)
    except GsmonError as error:
        if error.code not in {"media.missing", "media.damaged"}:
            raise
        raise _DamagedMediaError(sha256) from error
    if writer.entries[-1].sha256 != sha256:
        raise _DamagedMediaError(sha256)


def _holders(ws: Workspace, going: Iterable[Waiting], sha256: str) -> dict[str, Held]:
    return {
        each.record.id: Held(each.record.id, file.name)
        for each in going
        for file in _files(ws, each)
        if file.sha256 == sha256
    }


def _record(ws: Workspace, part: NewFile, manifest: Manifest, going: Sequence[Waiting]) -> None:
    """Reads the file back, then names it and notes it in one transaction: both happen or neither."""
    part.sync()
    if check(part.stream, str(part.target)) != manifest:
        raise GsmonError("exchange.damaged", str(part.target))
    digest, size = _digest(part.stream)
    try:
        with ws.transaction() as db:
            db.execute(
                "INSERT INTO package (seq, file, made, state, sha256, interviews, media, size)"
                " VALUES (?, ?, ?, 'made', ?, ?, ?, ?)",
                [
                    manifest.sequence,
                    part.target.name,
                    stamp(manifest.made),
                    digest,
                    len(going),
                    manifest.media,
                    size,
                ],
            )
            db.conn.executemany(
                "INSERT INTO package_interview (package, interview, revision, hash) VALUES (?, ?, ?, ?)",
                [(manifest.sequence, each.number, each.record.revision, each.record.hash) for each in going],
            )
            for each in going:
                said = records.Event(
                    stamp(manifest.made), ws.who, "exported", each.record.revision, new=part.target.name
                )
                records.append(db, each.number, said)
            with known_failures(part.target):
                part.place()
    except BaseException:
        if part.placed:
            with suppress(OSError):
                part.target.unlink()
        raise


def _digest(stream: BinaryIO) -> tuple[str, int]:
    stream.seek(0)
    digest = hashlib.sha256()
    while piece := stream.read(CHUNK):
        digest.update(piece)
    return digest.hexdigest(), stream.tell()


def _sequence(ws: Workspace, to: Path) -> int:
    """The next number of this device. One whose file lies there unrecorded (a killed export) is passed."""
    number = 1 + int(ws.value("SELECT seq FROM sqlite_sequence WHERE name = 'package'") or 0)
    while _target(ws, to, number).exists():
        number += 1
    return number


def _target(ws: Workspace, to: Path, sequence: int) -> Path:
    region = re.sub(r"[^a-z0-9_-]", "", ws.settings.get("region", "").lower())
    device = re.sub(r"[^a-z0-9]", "", ws.settings["device"].lower())[:8]
    return to / "-".join(filter(None, ("gsmon", region, device, f"{sequence:05d}.zip")))


class _Count:
    """Counts what was gone through and tells whoever asked."""

    def __init__(self, total: int, tell: Progress | None) -> None:
        self._done, self._total, self._tell = 0, total, tell

    def over(self, things: Iterable[_T]) -> Iterator[_T]:
        for thing in things:
            yield thing
            self._done += 1
            if self._tell is not None:
                self._tell(self._done, self._total)
