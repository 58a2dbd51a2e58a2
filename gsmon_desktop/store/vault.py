"""Where media content lies: as it is in a plain workspace, as age files in an encrypted one.

A `Vault` is all that a reader or writer of media needs; it knows no database and may be used by any thread.
In an encrypted workspace a file's name is a keyed hash of its content, so that whoever holds the folder
cannot tell whether a file they know is in it. Its size shows, but for some hundred bytes.
"""

from __future__ import annotations

import hashlib
import hmac
import io
import os
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol, cast

import pyrage

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.store.keyfile import Keys

PIECE = 1024 * 1024


class _Writable(Protocol):
    def write(self, content: bytes, /) -> int: ...


@dataclass(frozen=True, slots=True, repr=False)
class Vault:
    """The media of the workspace in `folder`; `keys` is None in a plain one."""

    folder: Path
    keys: Keys | None = None

    def file_of(self, sha256: str) -> Path:
        """Where the content with this SHA-256 (hex) lies, as the disk has it."""
        name = sha256
        if self.keys is not None:
            name = hmac.new(self.keys.names, sha256.encode(), hashlib.sha256).hexdigest()
        return self.folder / "media" / name[:2] / name

    def holds(self, sha256: str, size: int) -> bool:
        """Is there a file for this content (SHA-256, size in bytes)? Files appear whole: no more is asked."""
        try:
            taken = self.file_of(sha256).stat().st_size
        except FileNotFoundError:
            return False
        return taken == size if self.keys is None else taken > size

    def open(self, sha256: str) -> BinaryIO:
        """The content with this SHA-256 as a stream, read once from front to back in constant memory.

        Raises FileNotFoundError, and GsmonError media.damaged, on opening or while reading, for an encrypted
        file that was changed or cut. A plain file is not checked: compare the hash where it matters.
        """
        return self.open_file(self.file_of(sha256))

    def open_file(self, file: Path) -> BinaryIO:
        """The content of one of its files by the path on the disk; else as `open`."""
        stream = file.open("rb")
        return stream if self.keys is None else _Decrypted(stream, self.keys.media, str(file))

    def write(self, source: BinaryIO, target: BinaryIO) -> None:
        """Writes the content of `source` to `target` as this vault keeps it."""
        if self.keys is None:
            while piece := source.read(PIECE):
                target.write(piece)
        else:
            public = pyrage.x25519.Identity.from_str(self.keys.media).to_public()
            ends = _Ends(source, target)
            try:
                pyrage.encrypt_io(ends, ends, [public])
            except pyrage.EncryptError as error:
                raise ends.failure or error from error


class _Ends:
    """Both ends of an encryption; remembers what failed there, which age tells only in words: a full disk, a
    reader that was stopped."""

    def __init__(self, source: BinaryIO, target: BinaryIO) -> None:
        self._source, self._target = source, target
        self.failure: BaseException | None = None

    def read(self, size: int = -1) -> bytes:
        try:
            return self._source.read(size)
        except BaseException as error:
            self.failure = error
            raise

    def write(self, content: bytes) -> int:
        try:
            return self._target.write(content)
        except BaseException as error:
            self.failure = error
            raise

    def flush(self) -> None:
        self._target.flush()


def _Decrypted(stream: BinaryIO, identity: str, place: str) -> BinaryIO:  # noqa: N802 - stands for a class
    return cast(BinaryIO, io.BufferedReader(_Pump(stream, identity, place), PIECE))


class _Pump(io.RawIOBase):
    """An age file read as a stream: a helper thread decrypts into a pipe as fast as it is read.

    age authenticates each 64 KiB before they come out, and the end at the end.
    """

    def __init__(self, stream: BinaryIO, identity: str, place: str) -> None:
        self._place = place
        self._error: BaseException | None = None
        out, into = os.pipe()
        self._out = os.fdopen(out, "rb", buffering=0)
        self._thread = threading.Thread(
            target=self._decrypt, args=(stream, os.fdopen(into, "wb", buffering=0), identity), daemon=True
        )
        self._thread.start()

    def _decrypt(self, stream: BinaryIO, into: io.FileIO, identity: str) -> None:
        try:
            with stream, into:
                pyrage.decrypt_io(stream, _Whole(into), [pyrage.x25519.Identity.from_str(identity)])
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
            if isinstance(self._error, OSError) and self._error.errno:  # the disk's, not the decryption's
                raise self._error
            if self._error is not None:
                raise GsmonError("media.damaged", self._place) from self._error
        return count

    def close(self) -> None:
        """Ends the helper thread too."""
        if not self.closed:
            self._out.close()
            self._thread.join()
        super().close()


class _Whole:
    """Writes all it is given: a pipe may take a part."""

    def __init__(self, into: _Writable) -> None:
        self._into = into

    def write(self, content: bytes) -> int:
        """All of it."""
        rest = memoryview(content)
        while rest:
            rest = rest[self._into.write(rest) :]  # type: ignore[arg-type]
        return len(content)

    def flush(self) -> None:
        """Nothing is held back."""
