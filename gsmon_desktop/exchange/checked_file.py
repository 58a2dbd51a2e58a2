"""A large file written by one helper thread and read back from the disk by another, some way behind it.

Whoever makes the content goes on meanwhile; memory stays at a few megabytes.
"""

from __future__ import annotations

import hashlib
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Self

from gsmon_desktop.files import NewFile

PIECE = 1 << 20
"""Bytes handed over at once."""
STRIDE = 64 << 20
"""Bytes after which what was written is put on the disk and read back."""
_AHEAD = 8
"""Pieces that may wait to be written."""


class CheckedFile:
    """The content of a new file as it comes: `write` it, `finish` at the end. Used with `with`.

    Raises what writing raises, some pieces later.
    """

    def __init__(self, part: NewFile) -> None:
        self._part = part
        self._writer, self._checker = ThreadPoolExecutor(1), ThreadPoolExecutor(1)
        self._writing: deque[Future[None]] = deque()
        self._checking: list[Future[None]] = []
        self._gathered: list[bytes] = []
        self._waiting = self._written = self._to_check = self.size = 0
        self._digest, self._seen = hashlib.sha256(), hashlib.sha256()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._writer.shutdown(cancel_futures=True)
        self._checker.shutdown(cancel_futures=True)

    def write(self, content: bytes) -> int:
        """All of it, later."""
        self._gathered.append(content)
        self._waiting += len(content)
        if self._waiting >= PIECE:
            self._hand_over()
        return len(content)

    def finish(self) -> tuple[str, str]:
        """Waits until all is on the disk and read back: the SHA-256 (hex) of what was written and of what is
        there, which must be the same."""
        self._hand_over()
        while self._writing:
            self._writing.popleft().result()
        self._check_later()
        for future in self._checking:
            future.result()
        return self._digest.hexdigest(), self._seen.hexdigest()

    def _hand_over(self) -> None:
        while len(self._writing) >= _AHEAD or (self._writing and self._writing[0].done()):
            self._writing.popleft().result()
        piece, self._gathered, self._waiting = b"".join(self._gathered), [], 0
        self.size += len(piece)
        self._writing.append(self._writer.submit(self._put, piece))

    def _put(self, piece: bytes) -> None:
        self._part.stream.write(piece)
        self._digest.update(piece)
        self._written += len(piece)
        if self._written - self._to_check >= STRIDE:
            self._check_later()

    def _check_later(self) -> None:
        self._part.stream.flush()
        start, self._to_check = self._to_check, self._written
        self._checking.append(self._checker.submit(self._check, start, self._written))

    def _check(self, start: int, end: int) -> None:
        self._part.settle(start, end)
        with self._part.reader() as stream:
            stream.seek(start)
            left = end - start
            while left and (piece := stream.read(min(left, PIECE))):
                left -= len(piece)
                self._seen.update(piece)
