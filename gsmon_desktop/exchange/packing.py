"""The bytes of a package, made front to back: answers, forms, manifest, signature, media."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import outbox
from gsmon_desktop.exchange.ahead import ahead
from gsmon_desktop.exchange.manifest import FORMS, INTERVIEWS, MEDIA, NAME, SIGNATURE, Entry
from gsmon_desktop.exchange.outbox import Waiting
from gsmon_desktop.exchange.writing import AS_IT_IS, CHUNK, PackageWriter, line
from gsmon_desktop.store import Workspace, media

Progress = Callable[[int, int], None]
"""Called with what is done and what there is, in interviews and files; may raise to cancel."""
Files = Mapping[int, Sequence[Mapping[str, Any]]]
"""The media of interviews, by their number."""
Describe = Callable[[tuple[Entry, ...]], tuple[bytes, bytes]]
"""Given all entries, makes the manifest and its signature."""
_T = TypeVar("_T")
_LARGE, _AHEAD = 4 << 20, 6
"""Bytes above which a file is not read whole, and how many files are read before their turn."""


class DamagedMediaError(Exception):
    """A file of the workspace is missing or is not what its name says; `args[0]` is its SHA-256."""


class Count:
    """Counts what was gone through and tells whoever asked."""

    def __init__(self, total: int, tell: Progress | None) -> None:
        self._done, self._total, self._tell = 0, total, tell

    def over(self, things: Iterable[_T]) -> Iterator[_T]:
        """The same things, counted as they are asked for."""
        for thing in things:
            yield thing
            self._done += 1
            if self._tell is not None:
                self._tell(self._done, self._total)


def hashes(going: Iterable[Waiting], files: Files) -> dict[str, int]:
    """SHA-256 and size of every file these interviews have, each once, in order."""
    found = {file["sha256"]: file["size"] for each in going for file in files.get(each.number, ())}
    return dict(sorted(found.items()))


def pieces(
    ws: Workspace, going: Sequence[Waiting], files: Files, describe: Describe, count: Count
) -> Iterator[bytes]:
    """The zip of a package. Raises DamagedMediaError when a file is not what the manifest already said."""
    writer = PackageWriter()
    content = hashes(going, files)
    with outbox.snapshot(ws):
        told = (line(each) for each in count.over(outbox.interview_lines(ws, going)))
        yield from writer.entry(INTERVIEWS, _joined(told))
        for form in sorted({each.form for each in going}):
            document = json.dumps(outbox.form_document(ws, form), ensure_ascii=False)
            yield from writer.entry(f"{FORMS}{form}.json", [document.encode()])
    media_entries = tuple(Entry(MEDIA + sha256, size, sha256) for sha256, size in content.items())
    manifest, signature = describe((*writer.entries, *media_entries))
    yield from writer.entry(NAME, [manifest])
    yield from writer.entry(SIGNATURE, [signature])
    read = partial(_read, ws)
    for (sha256, size), whole in zip(
        count.over(content.items()), ahead(read, content.items(), _AHEAD), strict=True
    ):
        if whole is None:
            yield from writer.entry(MEDIA + sha256, _content(ws, sha256), AS_IT_IS)
            if writer.entries[-1] != Entry(MEDIA + sha256, size, sha256):
                raise DamagedMediaError(sha256)
        else:
            yield from writer.stored(MEDIA + sha256, whole.content, sha256, whole.crc)
    yield from writer.finish()


def _joined(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Lines in pieces of some size: the zip is quicker with them."""
    gathered: list[bytes] = []
    size = 0
    for each in lines:
        gathered.append(each)
        size += len(each)
        if size >= CHUNK // 4:
            yield b"".join(gathered)
            gathered, size = [], 0
    yield b"".join(gathered)


@dataclass(frozen=True, slots=True)
class _Whole:
    """A file at hand: its content and the CRC-32 of it."""

    content: bytes
    crc: int


def _read(ws: Workspace, file: tuple[str, int]) -> _Whole | None:
    """A file given by SHA-256 and size, compared with both; None for one too large to be at hand whole."""
    sha256, size = file
    if size > _LARGE:
        return None
    content = b"".join(_content(ws, sha256, size + 1))
    if len(content) != size or hashlib.sha256(content).hexdigest() != sha256:
        raise DamagedMediaError(sha256)
    return _Whole(content, zlib.crc32(content))


def _content(ws: Workspace, sha256: str, most: int = CHUNK) -> Iterator[bytes]:
    """Its content in pieces of at most `most` bytes."""
    try:
        with media.open_content(ws.vault, sha256) as source:
            while piece := source.read(most):
                yield piece
    except GsmonError as error:
        if error.code not in {"media.missing", "media.damaged"}:
            raise
        raise DamagedMediaError(sha256) from error
