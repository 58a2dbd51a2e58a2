"""Reading a package that may be anything: every byte is checked against the manifest before it is believed.

Memory does not grow with the size of a package, except for its manifest, which has a limit.
"""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange.manifest import (
    EVENTS,
    FORMS,
    INTERVIEWS,
    MEDIA,
    NAME,
    Entry,
    Manifest,
    ManifestError,
    NewerFormatError,
    Record,
    parse,
)

CHUNK = 1 << 20
MANIFEST_LIMIT = 64 << 20
"""Bytes: a hundred thousand interviews with as many photos need a third of it."""
LINE_LIMIT = 32 << 20
"""Bytes of one interview or event."""
_RATIO_LIMIT = 250
"""How many times larger than in the zip an entry may be. Our own lines come to about 20; 1000 is a bomb."""
_ENCRYPTED = 0x1
_BROKEN = (
    BadZipFile,
    zlib.error,
    EOFError,
    struct.error,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
)
"""What zipfile raises on bytes that are not, or no longer, a zip."""


def verify(path: Path) -> Manifest:
    """Checks a package file wholly and returns its manifest.

    Raises GsmonError with the file as place: ``exchange.unreadable``, ``not_package``, ``damaged``,
    ``newer_format``, ``manifest_missing``, ``manifest_wrong``, ``entry_missing``, ``entry_unlisted``,
    ``entry_unsafe``, ``entry_wrong``, ``record_wrong``.
    """
    try:
        with path.open("rb") as stream:
            return check(stream, str(path))
    except OSError as error:
        raise GsmonError("exchange.unreadable", str(path), reason=error.strerror or str(error)) from error


def check(stream: BinaryIO, place: str) -> Manifest:
    """`verify` for an open file; `place` is named in errors."""
    with _opened(stream, place) as package:
        manifest = _manifest(package, place)
        _compare_names(package, manifest, place)
        for entry in manifest.entries:
            if entry.name not in (INTERVIEWS, EVENTS):
                for _ in _pieces(package, entry, place):
                    pass
        _check_interviews(package, manifest, place)
        _check_events(package, manifest, place)
        return manifest


def lines(package: ZipFile, entry: Entry, place: str) -> Iterator[bytes]:
    """The lines of an entry, its size and hash checked when the last one is out."""
    rest = b""
    for piece in _pieces(package, entry, place):
        *whole, rest = (rest + piece).split(b"\n")
        yield from whole
        if len(rest) > LINE_LIMIT:
            raise GsmonError("exchange.entry_wrong", place, entry=entry.name)
    if rest:
        raise GsmonError("exchange.entry_wrong", place, entry=entry.name)


@contextmanager
def _opened(stream: BinaryIO, place: str) -> Iterator[ZipFile]:
    try:
        package = ZipFile(stream)
    except _BROKEN as error:
        code = "exchange.damaged" if _begins_like_a_zip(stream) else "exchange.not_package"
        raise GsmonError(code, place) from error
    with package:
        yield package


def _begins_like_a_zip(stream: BinaryIO) -> bool:
    stream.seek(0)
    return stream.read(4) == b"PK\x03\x04"


def _manifest(package: ZipFile, place: str) -> Manifest:
    try:
        info = package.getinfo(NAME)
    except KeyError as error:
        raise GsmonError("exchange.manifest_missing", place) from error
    if info.file_size > MANIFEST_LIMIT:
        raise GsmonError("exchange.manifest_wrong", place, field="size")
    with _reading(package, info, place) as inside:
        content = inside.read(MANIFEST_LIMIT)
    try:
        return parse(content)
    except NewerFormatError as error:
        raise GsmonError("exchange.newer_format", place, format=error.args[0]) from error
    except ManifestError as error:
        raise GsmonError("exchange.manifest_wrong", place, field=str(error)) from error


def _compare_names(package: ZipFile, manifest: Manifest, place: str) -> None:
    """The zip holds exactly the manifest's entries, each once."""
    listed = {entry.name for entry in manifest.entries}
    seen: set[str] = set()
    for name in package.namelist():
        if name in seen:
            raise GsmonError("exchange.entry_unsafe", place, entry=name[:100])
        if name not in listed and name != NAME:
            raise GsmonError("exchange.entry_unlisted", place, entry=name[:100])
        seen.add(name)
    if missing := sorted(listed - seen):
        raise GsmonError("exchange.entry_missing", place, entry=missing[0])


def _pieces(package: ZipFile, entry: Entry, place: str) -> Iterator[bytes]:
    """The content of an entry in pieces. Raises if size or hash differ from the manifest's, or on damage."""
    info = package.getinfo(entry.name)
    if info.file_size != entry.size:
        raise GsmonError("exchange.entry_wrong", place, entry=entry.name)
    digest, size = hashlib.sha256(), 0
    with _reading(package, info, place) as inside:
        while piece := inside.read(CHUNK):
            size += len(piece)
            digest.update(piece)
            yield piece
    if size != entry.size or digest.hexdigest() != entry.sha256:
        raise GsmonError("exchange.entry_wrong", place, entry=entry.name)


@contextmanager
def _reading(package: ZipFile, info: ZipInfo, place: str) -> Iterator[IO[bytes]]:
    bomb = info.file_size > _RATIO_LIMIT * info.compress_size + CHUNK
    if bomb or info.flag_bits & _ENCRYPTED or info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise GsmonError("exchange.entry_unsafe", place, entry=info.filename[:100])
    try:
        with package.open(info) as inside:
            yield inside
    except _BROKEN as error:
        raise GsmonError("exchange.damaged", place) from error


def _check_interviews(package: ZipFile, manifest: Manifest, place: str) -> None:
    """Each line is the interview the manifest names at its place, and all it refers to is inside."""
    entries = {entry.name: entry for entry in manifest.entries}
    records = iter(manifest.interviews)
    for number, text in enumerate(lines(package, entries[INTERVIEWS], place), 1):
        record = next(records, None)
        if record is None or not _agrees(_loaded(text), record, entries):
            name = record.id if record else str(number)
            raise GsmonError("exchange.record_wrong", place, record=f"{INTERVIEWS}: {name}")
    if (left := next(records, None)) is not None:
        raise GsmonError("exchange.record_wrong", place, record=f"{INTERVIEWS}: {left.id}")


def _agrees(line: dict[str, Any], record: Record, entries: dict[str, Entry]) -> bool:
    if {key: line.get(key) for key in ("id", "revision", "hash", "status")} != vars(record):
        return False
    form, media, instance = line.get("form"), line.get("media"), line.get("instance")
    if not (isinstance(form, dict) and isinstance(media, list) and isinstance(instance, str)):
        return False
    if f"{FORMS}{form.get('hash')}/form.xml" not in entries:
        return False
    if record.status == "finished" and hashlib.sha256(instance.encode()).hexdigest() != record.hash:
        return False
    return all(isinstance(file, dict) and f"{MEDIA}{file.get('sha256')}" in entries for file in media)


def _check_events(package: ZipFile, manifest: Manifest, place: str) -> None:
    known = {record.id for record in manifest.interviews}
    entry = next(entry for entry in manifest.entries if entry.name == EVENTS)
    for number, text in enumerate(lines(package, entry, place), 1):
        if _loaded(text).get("interview") not in known:
            raise GsmonError("exchange.record_wrong", place, record=f"{EVENTS}: {number}")


def _loaded(text: bytes) -> dict[str, Any]:
    """A line as an object; an empty one where it is none, which agrees with no record."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return document if isinstance(document, dict) else {}
