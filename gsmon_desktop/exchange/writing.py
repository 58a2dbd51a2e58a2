"""Writing a package: a zip made front to back, every entry hashed as it passes, in constant memory.

Nothing is ever sought back to, so the zip can go straight through the encryption into a file. Entries whose
length is not known before carry it behind them, as the format of zip allows; media are deflated without
compression, because an entry that is merely stored could not be read front to back.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO, cast
from zipfile import ZIP_DEFLATED, ZipFile

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
        """One entry of any size; gives the bytes of the zip as they come."""
        size, digest = 0, hashlib.sha256()
        self._zip.compresslevel = level
        with self._zip.open(name, "w", force_zip64=True) as inside:
            for piece in pieces:
                size += len(piece)
                digest.update(piece)
                inside.write(piece)
                if self._out.waiting >= CHUNK:
                    yield self._out.take()
        self.entries.append(Entry(name, size, digest.hexdigest()))

    def finish(self) -> Iterator[bytes]:
        """The directory of the zip, and whatever was still held back."""
        self._zip.close()
        yield self._out.take()


class _Outlet:
    """What the zip is written to: it can only be appended to, and emptied."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self.waiting = 0

    def write(self, content: bytes) -> int:
        """Keeps it until it is taken."""
        self._pieces.append(bytes(content))
        self.waiting += len(content)
        return len(content)

    def flush(self) -> None:
        """Nothing to do."""

    def take(self) -> bytes:
        """All that was written since the last time."""
        taken, self._pieces, self.waiting = b"".join(self._pieces), [], 0
        return taken


def line(record: Mapping[str, Any]) -> bytes:
    """One line of a `.jsonl` entry; the same record is always the same bytes."""
    return orjson.dumps(record, option=orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE)
