"""The bytes of a package, made front to back: answers, forms, manifest, signature, media."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import outbox
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
    for sha256, size in count.over(content.items()):
        yield from writer.entry(MEDIA + sha256, _content(ws, sha256), AS_IT_IS)
        if writer.entries[-1] != Entry(MEDIA + sha256, size, sha256):
            raise DamagedMediaError(sha256)
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


def _content(ws: Workspace, sha256: str) -> Iterator[bytes]:
    try:
        with media.open_content(ws.vault, sha256) as source:
            while piece := source.read(CHUNK):
                yield piece
    except GsmonError as error:
        if error.code not in {"media.missing", "media.damaged"}:
            raise
        raise DamagedMediaError(sha256) from error
