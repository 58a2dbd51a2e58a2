"""age (age-encryption.org/v1) as streams: what is encrypted is pulled piece by piece, what is decrypted read.

Both ways memory does not grow with the length. age authenticates each 64 KiB before they come out and the end
at the end, so a file cut anywhere is told.
"""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from queue import Queue
from typing import BinaryIO, Protocol, cast

import pyrage

MAGIC = b"age-encryption.org/v1\n"
PIECE = 1 << 20


class Pieces:
    """An iterator of pieces, read like a file."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces: Iterator[bytes] = iter(pieces)
        self._rest = b""

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes (any positive number), b"" at the end."""
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self._rest = piece
        taken, self._rest = self._rest[:size], self._rest[size:]
        return taken


class _Readable(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...


class _Writable(Protocol):
    def write(self, content: bytes, /) -> int: ...


class _Source(io.RawIOBase):
    """Where a passage through age begins; remembers what failed there, which age tells only in words."""

    def __init__(self, source: _Readable) -> None:
        self._source = source
        self.failure: BaseException | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            piece = self._source.read(len(buffer))
        except BaseException as error:
            self.failure = error
            raise
        buffer[: len(piece)] = piece
        return len(piece)


class _Target(io.RawIOBase):
    """Where it ends; remembers the first failure, a full disk or a reader that was stopped, and takes no more
    after it."""

    def __init__(self, target: _Writable) -> None:
        self._target = target
        self.failure: BaseException | None = None

    def writable(self) -> bool:
        return True

    def write(self, content: memoryview) -> int:  # type: ignore[override]
        try:
            if self.failure is None:
                self._target.write(bytes(content))
        except BaseException as error:
            self.failure = error
            raise
        return len(content)


def _pass(source: _Readable, target: _Writable, through: Callable[[BinaryIO, BinaryIO], None]) -> None:
    """Passes all of `source` through age into `target`, in large pieces on both sides: age asks for 8 KiB at
    a time. What reading or writing raises comes out as it is."""
    begin, end = _Source(source), _Target(target)
    try:
        with (
            io.BufferedReader(begin, PIECE) as taken,
            io.BufferedWriter(cast(io.RawIOBase, end), PIECE) as given,
        ):
            through(cast(BinaryIO, taken), cast(BinaryIO, given))
    except (pyrage.EncryptError, pyrage.DecryptError, OSError) as error:
        raise begin.failure or end.failure or error from error


def encrypt(source: _Readable, target: _Writable, recipients: Sequence[str]) -> None:
    """Writes the content of `source` to `target` as an age file for these recipients (``age1…``).

    What reading or writing raises comes out as it is.
    """
    public = [pyrage.x25519.Recipient.from_str(each) for each in recipients]
    _pass(source, target, lambda taken, given: pyrage.encrypt_io(taken, given, public))


class NotForUsError(ValueError):
    """None of the identities opens the file."""


class DamagedError(ValueError):
    """The file is no age file, or was changed or cut."""


Failure = Callable[[ValueError], Exception]
"""Makes the error a reader is told of a NotForUsError or DamagedError."""


def decrypted(stream: BinaryIO, identities: Sequence[str], failure: Failure) -> BinaryIO:
    """The content of an age file as a stream, read front to back; closing it closes `stream`.

    What reading raises for a file that does not open or is damaged is what `failure` makes of it.
    """
    return cast(BinaryIO, io.BufferedReader(_Decrypted(stream, identities, failure), PIECE))


class _StoppedError(Exception):
    """Nobody reads any more."""


class _Handover:
    """Pieces of bytes from one thread to another, a few at a time.

    Not a pipe: each hand-over may cost the wait for Python's lock, so pieces should be large.
    """

    def __init__(self) -> None:
        self._queue: Queue[bytes] = Queue(2)
        self._stopped = self._ended = False

    def write(self, content: bytes) -> int:
        """Hands it over. Raises _StoppedError when it is not wanted."""
        if self._stopped:
            raise _StoppedError
        self._queue.put(content)
        return len(content)

    def end(self) -> None:
        """Nothing comes any more."""
        self._queue.put(b"")

    def take(self) -> bytes:
        """The next piece; b"" at the end."""
        piece = b"" if self._ended else self._queue.get()
        self._ended = not piece
        return piece

    def stop(self) -> None:
        """Nothing is wanted any more: the writer comes to its end."""
        self._stopped = True
        while self.take():
            pass


class _Decrypted(io.RawIOBase):
    """A helper thread decrypts as fast as it is read; it ends when either side does."""

    def __init__(self, stream: BinaryIO, identities: Sequence[str], failure: Failure) -> None:
        self._failure = failure
        self._error: BaseException | None = None
        self._handed = _Handover()
        self._rest = memoryview(b"")
        self._thread = threading.Thread(target=self._decrypt, args=(stream, identities), daemon=True)
        self._thread.start()

    def _decrypt(self, stream: BinaryIO, identities: Sequence[str]) -> None:
        try:
            private = [pyrage.x25519.Identity.from_str(each) for each in identities]
            with stream:
                _pass(stream, self._handed, lambda taken, given: pyrage.decrypt_io(taken, given, private))
        except BaseException as error:  # noqa: BLE001 - told to the reader
            self._error = error
        finally:
            self._handed.end()

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fills `buffer` as far as the next piece goes; 0 at the end."""
        if not self._rest:
            self._rest = memoryview(self._handed.take())
        if not self._rest:
            self._thread.join()
            if self._error is not None:
                raise self._known(self._error) from self._error
        count = min(len(buffer), len(self._rest))
        buffer[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count

    def _known(self, error: BaseException) -> BaseException:
        if isinstance(error, pyrage.DecryptError) and "No matching keys" in str(error):
            return self._failure(NotForUsError(str(error)))
        if isinstance(error, OSError) and error.errno is not None:  # the disk's, not the decryption's
            return error
        if isinstance(error, (pyrage.DecryptError, OSError)):
            return self._failure(DamagedError(str(error)))
        return error

    def close(self) -> None:
        """Ends the helper thread too."""
        if not self.closed:
            self._handed.stop()
            self._thread.join()
        super().close()
