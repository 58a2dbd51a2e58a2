"""Writing a package: a zip made front to back, every entry hashed as it passes, in constant memory.

Nothing is ever sought back to, so the zip can go straight through the encryption into a file. Entries whose
length is not known before carry it behind them, as the format of zip allows, and are deflated, recordings
without compression, because an entry merely stored could then not be read front to back. Photos are at hand
whole, so that theirs stands before them and they are stored.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, BinaryIO, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import orjson

from gsmon_desktop.exchange.manifest import Entry

CHUNK = 1 << 20
TEXT, AS_IT_IS = 4, 0
"""How much entries are compressed: answers well and fast, photos and recordings not again."""


class PackageWriter:
    """Turns entries into the bytes of a zip; `entries` lists those that are complete."""

    def __init__(self) -> None:
        self._out = _Outlet()
        self._zip = ZipFile(cast(BinaryIO, self._out), "w", ZIP_DEFLATED, allowZip64=True)
        self.entries: list[Entry] = []

    def entry(self, name: str, pieces: Iterable[bytes], level: int = TEXT) -> Iterator[bytes]:
        """One entry of any size; gives the bytes of the zip as they come. A helper thread deflates a piece
        while the next is made."""
        size, digest = 0, hashlib.sha256()
        self._zip.compresslevel = level
        with self._zip.open(name, "w", force_zip64=True) as inside, ThreadPoolExecutor(1) as helper:

            def put(piece: bytes) -> None:
                digest.update(piece)
                inside.write(piece)

            writing = helper.submit(put, b"")
            for piece in pieces:
                size += len(piece)
                writing.result()
                if self._out.waiting >= CHUNK:
                    yield from self._out.take()
                writing = helper.submit(put, piece)
            writing.result()
        self.entries.append(Entry(name, size, digest.hexdigest()))

    def stored(self, name: str, content: bytes, sha256: str, crc: int) -> Iterator[bytes]:
        """One entry that is whole already, with the SHA-256 and the CRC-32 of its content."""
        entry = ZipInfo(name)
        entry.file_size = entry.compress_size = len(content)
        entry.CRC, entry.header_offset = crc, self._out.tell()
        self._out.write(entry.FileHeader(zip64=False))
        self._out.write(content)
        self._zip.filelist.append(entry)
        self._zip.NameToInfo[name] = entry
        self._zip.start_dir = self._out.tell()
        self.entries.append(Entry(name, len(content), sha256))
        if self._out.waiting >= CHUNK:
            yield from self._out.take()

    def finish(self) -> Iterator[bytes]:
        """The directory of the zip, and whatever was still held back."""
        self._zip.close()
        yield from self._out.take()


class _Outlet:
    """What the zip is written to: it can only be appended to, and emptied."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self.waiting = self._taken = 0

    def write(self, content: bytes) -> int:
        """Keeps it until it is taken."""
        self._pieces.append(bytes(content))
        self.waiting += len(content)
        return len(content)

    def flush(self) -> None:
        """Nothing to do."""

    def tell(self) -> int:
        """How much was written to it."""
        return self._taken + self.waiting

    def take(self) -> list[bytes]:
        """All that was written since the last time, in pieces."""
        taken = self._pieces
        self._taken += self.waiting
        self._pieces, self.waiting = [], 0
        return taken


def line(record: Mapping[str, Any]) -> bytes:
    """One line of a `.jsonl` entry; the same record is always the same bytes."""
    return orjson.dumps(record, option=orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE)
