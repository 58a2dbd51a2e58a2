"""Reading a zip front to back, from bytes that may be anything, in constant memory.

Only what our packages use is understood: stored or deflated entries, no encryption, no comments. What an
entry is called and holds is taken from where it stands, the directory at the end must agree in number; every
surprise is GsmonError exchange.damaged or exchange.entry_unsafe.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from gsmon_desktop.errors import GsmonError

CHUNK = 1 << 20
RATIO_LIMIT, RATIO_FROM = 500, 256 << 20
"""How many times larger than in the zip an entry may be, once it is longer than so many bytes. Our own lines
come to about 20, made-up ones all alike to 300; 1000 is a bomb. Reading it costs time and no memory."""
ENTRY_LIMIT = 1_000_000
"""Entries of one package."""

_LOCAL, _CENTRAL, _END64, _LOCATOR, _END, _BEHIND = (
    b"PK\x03\x04", b"PK\x01\x02", b"PK\x06\x06", b"PK\x06\x07", b"PK\x05\x06", b"PK\x07\x08",
)  # fmt: skip
_STORED, _DEFLATED = 0, 8
_ENCRYPTED, _LENGTH_BEHIND, _UTF8 = 0x1, 0x8, 0x800
_NAME_LIMIT, _EXTRA_LIMIT = 400, 400


def entries(stream: BinaryIO, place: str) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Name and content of each entry in order; a content not wanted may be left unread.

    Raises exchange.not_package where the stream does not begin as a zip, exchange.damaged where it does not
    end as one.
    """
    source, count = _Source(stream, place), 0
    mark = source.upto(4)
    if mark != _LOCAL:
        raise GsmonError("exchange.not_package", place)
    while mark == _LOCAL:
        count += 1
        entry = _Entry(source, place)
        content = entry.content()
        yield entry.name, content
        for _ in content:
            pass
        if count > ENTRY_LIMIT:
            raise GsmonError("exchange.entry_unsafe", place, entry=entry.name[:100])
        mark = source.exactly(4)
    _directory(source, place, mark, count)


class _Source:
    """A stream that can be read exactly and given back to."""

    def __init__(self, stream: BinaryIO, place: str) -> None:
        self._stream, self._place = stream, place
        self._rest = b""

    def some(self) -> bytes:
        """What comes next, at most a chunk; b"" at the end."""
        taken, self._rest = self._rest, b""
        return taken or self._stream.read(CHUNK)

    def back(self, content: bytes) -> None:
        """Gives back what was too much."""
        self._rest = content + self._rest

    def upto(self, size: int) -> bytes:
        """`size` bytes, fewer at the end."""
        taken = self._rest
        while len(taken) < size and (piece := self._stream.read(max(size - len(taken), 65536))):
            taken += piece
        self._rest = taken[size:]
        return taken[:size]

    def exactly(self, size: int) -> bytes:
        """`size` bytes. Raises exchange.damaged when there are fewer."""
        taken = self.upto(size)
        if len(taken) < size:
            raise GsmonError("exchange.damaged", self._place)
        return taken


class _Entry:
    """One entry, its header read."""

    def __init__(self, source: _Source, place: str) -> None:
        self._source, self._place = source, place
        head = struct.unpack("<HHHHHIIIHH", source.exactly(26))
        _, self._flags, self._method, _, _, _, self._packed, self._size, names, extras = head
        if names > _NAME_LIMIT or extras > _EXTRA_LIMIT:
            raise GsmonError("exchange.entry_unsafe", place, entry="?")
        name, extra = source.exactly(names), source.exactly(extras)
        self.name = name.decode("utf-8" if self._flags & _UTF8 else "ascii", errors="replace")
        behind = bool(self._flags & _LENGTH_BEHIND)
        if self._flags & _ENCRYPTED or self._method not in (_STORED, _DEFLATED):
            raise self._unsafe()
        if behind and self._method == _STORED:
            raise self._unsafe()
        self._wide = self._read_lengths(extra)

    def _unsafe(self) -> GsmonError:
        return GsmonError("exchange.entry_unsafe", self._place, entry=self.name[:100])

    def _read_lengths(self, extra: bytes) -> bool:
        """Takes 64-bit lengths from the extra field; tells whether there are any."""
        at = 0
        while at + 4 <= len(extra):
            kind, size = struct.unpack_from("<HH", extra, at)
            if kind == 1:
                if size != 16 or at + 20 > len(extra):
                    raise self._unsafe()
                self._size, self._packed = struct.unpack_from("<QQ", extra, at + 4)
                return True
            at += 4 + size
        return False

    def content(self) -> Iterator[bytes]:
        """The content in pieces of at most a chunk, its length checked when the last is out; not its CRC,
        since whoever reads compares the SHA-256."""
        size = 0
        for piece in self._stored() if self._method == _STORED else self._inflated():
            size += len(piece)
            yield piece
        if self._flags & _LENGTH_BEHIND:
            form = "<IQQ" if self._wide else "<III"
            if self._source.exactly(4) != _BEHIND:
                raise GsmonError("exchange.damaged", self._place)
            _, self._packed, self._size = struct.unpack(form, self._source.exactly(struct.calcsize(form)))
        if size != self._size:
            raise GsmonError("exchange.damaged", self._place)

    def _stored(self) -> Iterator[bytes]:
        left = self._packed
        while left:
            piece = self._source.some()
            if not piece:
                raise GsmonError("exchange.damaged", self._place)
            if len(piece) > left:
                self._source.back(piece[left:])
                piece = piece[:left]
            left -= len(piece)
            yield piece

    def _inflated(self) -> Iterator[bytes]:
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        taken = given = 0
        try:
            while not inflater.eof:
                packed = inflater.unconsumed_tail or self._source.some()
                if not packed:
                    raise GsmonError("exchange.damaged", self._place)
                piece = inflater.decompress(packed, CHUNK)
                # At the end zlib may name what is left twice, as unused and as not consumed.
                taken += len(packed) - len(inflater.unused_data if inflater.eof else inflater.unconsumed_tail)
                given += len(piece)
                if given > RATIO_LIMIT * taken + RATIO_FROM:
                    raise self._unsafe()
                if piece:
                    yield piece
        except zlib.error as error:
            raise GsmonError("exchange.damaged", self._place) from error
        self._source.back(inflater.unused_data)


def _directory(source: _Source, place: str, mark: bytes, count: int) -> None:
    """The directory names as many entries as there were, and nothing follows it."""
    listed = 0
    while mark == _CENTRAL:
        listed += 1
        head = struct.unpack("<HHHHHHIIIHHHHHII", source.exactly(42))
        source.exactly(head[9] + head[10] + head[11])
        mark = source.exactly(4)
    if mark == _END64:
        source.exactly(min(struct.unpack("<Q", source.exactly(8))[0], CHUNK))
        mark = source.exactly(4)
    if mark == _LOCATOR:
        source.exactly(16)
        mark = source.exactly(4)
    if mark != _END or listed != count:
        raise GsmonError("exchange.damaged", place)
    tail = source.exactly(18)
    if tail[-2:] != b"\0\0" or source.upto(1):
        raise GsmonError("exchange.damaged", place)
