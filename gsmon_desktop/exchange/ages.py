"""age (age-encryption.org/v1) as streams: what is encrypted is pulled piece by piece, what is decrypted read.

Both ways memory does not grow with the length. age authenticates each 64 KiB before they come out and the end
at the end, so a file cut anywhere is told.
"""

from __future__ import annotations

import io
import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO, cast

from gsmon_desktop.errors import GsmonError

MAGIC = b"age-encryption.org/v1\n"
PIECE = 1 << 20


class Pieces:
    """An iterator of pieces, read like a file."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces: Iterator[bytes] = iter(pieces)
        self._rest = memoryview(b"")
        self.error: BaseException | None = None

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes (any positive number), b"" at the end."""
        while not self._rest:
            try:
                piece = next(self._pieces, None)
            except BaseException as error:
                self.error = error
                raise
            if piece is None:
                return b""
            self._rest = memoryview(piece)
        taken, self._rest = self._rest[:size], self._rest[size:]
        return bytes(taken)


def encrypt(pieces: Iterable[bytes], target: BinaryIO, recipients: Sequence[str]) -> None:
    """Writes the pieces to `target` as an age file for these recipients (``age1…``).

    What making the pieces raises comes out as it is.
    """
    import pyrage

    public = [pyrage.x25519.Recipient.from_str(each) for each in recipients]
    source = Pieces(pieces)
    try:
        pyrage.encrypt_io(cast(BinaryIO, source), target, public)
    except BaseException:
        if source.error is not None:
            raise source.error from None
        raise


def decrypted(stream: BinaryIO, identities: Sequence[str], place: str) -> BinaryIO:
    """The content of an age file as a stream; closing it closes `stream`.

    Reading raises GsmonError exchange.not_for_us (none of the identities opens it) or exchange.damaged.
    """
    return cast(BinaryIO, io.BufferedReader(_Decrypted(stream, identities, place), PIECE))


class _Decrypted(io.RawIOBase):
    """A helper thread decrypts into a pipe as fast as it is read; it ends when either side does."""

    def __init__(self, stream: BinaryIO, identities: Sequence[str], place: str) -> None:
        self._place = place
        self._error: BaseException | None = None
        out, into = os.pipe()
        self._out = os.fdopen(out, "rb", buffering=0)
        self._thread = threading.Thread(target=self._decrypt, args=(stream, into, identities), daemon=True)
        self._thread.start()

    def _decrypt(self, stream: BinaryIO, into: int, identities: Sequence[str]) -> None:
        import pyrage

        try:
            private = [pyrage.x25519.Identity.from_str(each) for each in identities]
            with stream, os.fdopen(into, "wb", buffering=PIECE) as pipe:
                pyrage.decrypt_io(stream, pipe, private)
        except BaseException as error:  # noqa: BLE001 - told to the reader
            self._error = error

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fills `buffer` as far as the next piece goes; 0 at the end."""
        count = self._out.readinto(buffer) or 0
        if not count:
            self._thread.join()
            if self._error is not None:
                raise self._known(self._error) from self._error
        return count

    def _known(self, error: BaseException) -> BaseException:
        import pyrage

        if isinstance(error, pyrage.DecryptError) and "No matching keys" in str(error):
            return GsmonError("exchange.not_for_us", self._place)
        if isinstance(error, OSError) and error.errno is not None:
            return error
        if isinstance(error, (pyrage.DecryptError, OSError)):
            return GsmonError("exchange.damaged", self._place)
        return error

    def close(self) -> None:
        """Ends the helper thread too."""
        if not self.closed:
            self._out.close()
            self._thread.join()
        super().close()
