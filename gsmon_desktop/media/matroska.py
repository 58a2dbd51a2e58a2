"""Videos as they are recorded here: Matroska written front to back, mended so that players can seek in it.

The encoder writes into something that cannot go back, so what it leaves lacks its length and does not say
where the index is; after a crash there is no index at all. Each pause begins a new stretch, a stream of its
own with the same encoding. `scan` looks at the stretches once; `head`, `clusters` and `tail` make one
complete file of them. Formats: RFC 8794 (EBML), RFC 9559 (Matroska).
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_EBML, _SEGMENT, _SEEK_HEAD, _VOID = 0x1A45DFA3, 0x18538067, 0x114D9B74, 0xEC
_INFO, _TRACKS, _CLUSTER, _CUES = 0x1549A966, 0x1654AE6B, 0x1F43B675, 0x1C53BB6B
_DURATION, _TIME, _CHECK = 0x4489, 0xE7, 0xBF
_TRACK, _NUMBER, _KIND = 0xAE, 0xD7, 0x83
_SIMPLE_BLOCK, _GROUP, _BLOCK = 0xA3, 0xA0, 0xA1
_CUE, _CUE_TIME, _CUE_PLACE, _CUE_TRACK, _CUE_AT = 0xBB, 0xB3, 0xB7, 0xF7, 0xF1
_SEEK, _SEEK_ID, _SEEK_AT = 0x4DBB, 0x53AB, 0x53AC
_VIDEO = 1
_BREAK = 40
"""Milliseconds between two stretches: a picture's."""
_MOST = 64 * 1024 * 1024
"""No element but the whole is longer: a length above it is damage."""


@dataclass
class Layout:
    """The file to be: `begin` is what the first stretch has before its clusters, these take `size` bytes and
    end at `milliseconds`; `cues` are those that begin with a whole picture: moment, place among all bytes."""

    begin: bytes
    size: int = 0
    milliseconds: int = 0
    cues: list[tuple[int, int]] = field(default_factory=list)


def scan(pieces: Iterable[bytes]) -> Layout | None:
    """Looks through stretches as the encoder wrote them, the last one whole or cut anywhere; None where
    nothing can be seen: not one whole cluster. Takes memory for one cluster."""
    layout, video, begin = None, 0, b""
    for kind, whole in _walk(pieces):
        if kind != _CLUSTER:
            begin += whole
            continue
        if layout is None:
            layout, video = Layout(begin), _video_track(begin)
        _look(layout, video, whole, len(begin) + layout.size)
        layout.size += len(whole)
    return layout


def clusters(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The clusters of all stretches, each stretch after the one before."""
    return (whole for kind, whole in _walk(pieces) if kind == _CLUSTER)


def _walk(pieces: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """What comes before the first cluster, then all clusters, with the moments they are to have."""
    shift = end = 0
    begun = False
    for kind, content, whole in _elements(pieces):
        if kind == _EBML:
            shift = end + _BREAK if begun else 0
        elif kind == _CLUSTER:
            begun = True
            end = max(end, shift + max((moment for moment, _, _ in _blocks(content)), default=0))
            yield kind, _later(content, shift) if shift else whole
            continue
        if not begun:
            yield kind, whole


def _later(cluster: bytes, shift: int) -> bytes:
    made = b""
    for kind, content, whole in _elements([cluster]):
        if kind == _TIME:
            made += _number(_TIME, int.from_bytes(content, "big") + shift)
        elif kind != _CHECK:
            made += whole
    return _element(_CLUSTER, made)


def head(layout: Layout) -> bytes:
    """What stands before the clusters: the length and the place of the index are in it now."""
    begin = bytearray(layout.begin)
    start = _segment_start(begin)
    size = len(begin) - start + layout.size + len(tail(layout))
    begin[start - 8 : start] = (size | 1 << 56).to_bytes(8, "big")
    seek = _element(_SEEK_ID, _CUES.to_bytes(4, "big")) + _number(_SEEK_AT, len(begin) - start + layout.size)
    at = start
    for kind, content, whole in _elements([bytes(begin[start:])]):
        if kind == _VOID and at == start:
            _fill(begin, at, len(whole), _element(_SEEK_HEAD, _element(_SEEK, seek)))
        elif kind == _INFO:
            _put_duration(begin, at + len(whole) - len(content), content, layout.milliseconds)
        at += len(whole)
    return bytes(begin)


def tail(layout: Layout) -> bytes:
    """What stands after the clusters: the index."""
    start, video = _segment_start(layout.begin), _video_track(layout.begin)
    points = b"".join(
        _element(
            _CUE,
            _number(_CUE_TIME, moment)
            + _element(_CUE_PLACE, _number(_CUE_TRACK, video) + _number(_CUE_AT, at - start)),
        )
        for moment, at in layout.cues
    )
    return _element(_CUES, points)


def _look(layout: Layout, video: int, cluster: bytes, at: int) -> None:
    """Notes when a cluster ends, and whether one may seek to it."""
    first = True
    _, content, _ = next(_elements([cluster]))
    for moment, track, key in _blocks(content):
        layout.milliseconds = max(layout.milliseconds, moment)
        if track == video and first:
            first = False
            if key:
                layout.cues.append((max(0, moment), at))


def _blocks(cluster: bytes) -> Iterator[tuple[int, int, bool]]:
    """Moment, track, and whether it stands alone, of every block."""
    base = 0
    for kind, inside, _ in _elements([cluster]):
        if kind == _TIME:
            base = int.from_bytes(inside, "big")
            continue
        block = inside if kind == _SIMPLE_BLOCK else _block_of(inside) if kind == _GROUP else b""
        if len(block) >= 4:
            alone = kind == _SIMPLE_BLOCK and bool(block[3] & 0x80)
            yield base + struct.unpack_from(">h", block, 1)[0], block[0] & 0x7F, alone


def _block_of(group: bytes) -> bytes:
    return next((inside for kind, inside, _ in _elements([group]) if kind == _BLOCK), b"")


def _video_track(begin: bytes) -> int:
    for kind, tracks, _ in _elements([begin[_segment_start(begin) :]]):
        if kind != _TRACKS:
            continue
        for _, track, _ in _elements([tracks]):
            told = {name: int.from_bytes(inside, "big") for name, inside, _ in _elements([track])}
            if told.get(_KIND) == _VIDEO:
                return told.get(_NUMBER, 1)
    return 1


def _segment_start(begin: bytes | bytearray) -> int:
    """Where the inside of the whole begins; its length takes the eight bytes before."""
    at = begin.find(_SEGMENT.to_bytes(4, "big"))
    return at + 12


def _put_duration(begin: bytearray, at: int, info: bytes, milliseconds: int) -> None:
    """Into the room the encoder left for it: 11 bytes."""
    for kind, _, whole in _elements([info]):
        if kind == _VOID and len(whole) == 11:
            begin[at : at + 11] = _element(_DURATION, struct.pack(">d", milliseconds))
            return
        at += len(whole)


def _fill(begin: bytearray, at: int, room: int, element: bytes) -> None:
    """Puts an element where nothing was, and nothing (at least two bytes) behind it."""
    left = room - len(element)
    if left < 9:
        return
    begin[at : at + room] = (
        element + _VOID.to_bytes(1, "big") + (left - 9 | 1 << 56).to_bytes(8, "big") + bytes(left - 9)
    )


def _element(kind: int, content: bytes) -> bytes:
    size = len(content)
    length = 1 if size < 0x7F else 4
    name = kind.to_bytes((kind.bit_length() + 7) // 8, "big")
    return name + (size | 1 << 7 * length).to_bytes(length, "big") + content


def _number(kind: int, value: int) -> bytes:
    return _element(kind, value.to_bytes(8, "big"))


def _elements(pieces: Iterable[bytes]) -> Iterator[tuple[int, bytes, bytes]]:
    """Name, content and all bytes of every whole element; of the whole file only what is inside, its own
    header coming as an element without content."""
    rest = b""
    for piece in pieces:
        rest += piece
        at = 0
        while (found := _header(rest, at)) is not None:
            kind, start, size = found
            if kind == _SEGMENT:
                size = 0
            elif size > _MOST:
                return
            if start + size > len(rest):
                break
            yield kind, rest[start : start + size], rest[at : start + size]
            at = start + size
        rest = rest[at:]


def _header(data: bytes, at: int) -> tuple[int, int, int] | None:
    """Name, where the content begins, its size; None where the data ends before."""
    kind = _vint(data, at, keep=True)
    size = _vint(data, kind[1], keep=False) if kind is not None else None
    return None if kind is None or size is None else (kind[0], size[1], size[0])


def _vint(data: bytes, at: int, *, keep: bool) -> tuple[int, int] | None:
    if at >= len(data) or not data[at]:
        return None
    length = 9 - data[at].bit_length()
    if at + length > len(data):
        return None
    value = int.from_bytes(data[at : at + length], "big")
    return (value if keep else value & ~(1 << 7 * length)), at + length
