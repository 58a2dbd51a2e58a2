"""Writing a package: a zip whose every entry is hashed as it passes, in constant memory."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any, BinaryIO, Self
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from gsmon_desktop.exchange.manifest import NAME, Entry, Manifest

CHUNK = 1 << 20
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""Every entry's time, so that the same content makes the same bytes; the manifest says when it was made."""


class PackageWriter:
    """Writes entries into `stream`, one after another; `entries` lists them, `finish` adds the manifest."""

    def __init__(self, stream: BinaryIO) -> None:
        self._zip = ZipFile(stream, "w", allowZip64=True)
        self.entries: list[Entry] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Lets go of the zip; one not finished is no package and is thrown away by its owner."""
        with suppress(OSError, ValueError):
            self._zip.close()

    @contextmanager
    def entry(self, name: str, *, stored: bool = False) -> Iterator[Callable[[bytes], None]]:
        """One entry of any size: the block is given the function that appends bytes to it."""
        size, digest = 0, hashlib.sha256()
        with self._zip.open(_info(name, stored=stored), "w", force_zip64=True) as inside:

            def write(content: bytes) -> None:
                nonlocal size
                size += len(content)
                digest.update(content)
                inside.write(content)

            yield write
        self.entries.append(Entry(name, size, digest.hexdigest()))

    def add(self, name: str, content: bytes) -> None:
        """A small entry given whole."""
        with self.entry(name) as write:
            write(content)

    def copy(self, name: str, source: BinaryIO) -> None:
        """A file read in pieces and stored as it is: photos and recordings are compressed already."""
        with self.entry(name, stored=True) as write:
            while piece := source.read(CHUNK):
                write(piece)

    def finish(self, manifest: Manifest) -> None:
        """Adds the manifest and the directory of the zip."""
        with self._zip.open(_info(NAME, stored=False), "w") as inside:
            inside.write(manifest.to_json())
        self._zip.close()


def line(record: Mapping[str, Any]) -> bytes:
    """One line of a `.jsonl` entry; the same record is always the same bytes."""
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def _info(name: str, *, stored: bool) -> ZipInfo:
    info = ZipInfo(name, _MOMENT)
    info.compress_type = ZIP_STORED if stored else ZIP_DEFLATED
    info.create_system = 3  # the same bytes on every system
    info.external_attr = 0o600 << 16
    return info
