"""Where media content lies: as it is in a plain workspace, as age files in an encrypted one.

A `Vault` is all that a reader or writer of media needs; it knows no database and may be used by any thread.
In an encrypted workspace a file's name is a keyed hash of its content, so that whoever holds the folder
cannot tell whether a file they know is in it. Its size shows, but for some hundred bytes.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pyrage

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.store import age
from gsmon_desktop.store.keyfile import Keys

PIECE = 1024 * 1024


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

    def readable(self, sha256: str) -> Path | None:
        """The file of this content where it lies as it is, to be read by other means; None where it is
        encrypted."""
        return self.file_of(sha256) if self.keys is None else None

    def open_file(self, file: Path) -> BinaryIO:
        """The content of one of its files by the path on the disk; else as `open`."""
        return self.open_stream(file.open("rb"), str(file))

    def open_stream(self, stream: BinaryIO, place: str) -> BinaryIO:
        """What `write` wrote, out of any stream; `place` is for messages. Else as `open`."""
        if self.keys is None:
            return stream
        damaged = GsmonError("media.damaged", place)
        return age.decrypted(stream, [self.keys.media], lambda _: damaged)

    def write(self, source: BinaryIO, target: BinaryIO) -> None:
        """Writes the content of `source` to `target` as this vault keeps it.

        Raises what reading and writing raise.
        """
        if self.keys is None:
            while piece := source.read(PIECE):
                target.write(piece)
        else:
            public = pyrage.x25519.Identity.from_str(self.keys.media).to_public()
            age.encrypt(source, target, [str(public)])
