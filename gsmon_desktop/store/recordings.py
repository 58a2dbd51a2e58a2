"""Sound and videos on their way into an answer: written and synced second by second, so that a crash costs
the last one; and transcripts while they are typed.

`recordings/<interview's id>/<moment>.rec` is a row of records: kind (1 byte), length and CRC-32 of what
follows (4 bytes each, big-endian), content. Kinds: H, a JSON object that says which question it is for; S,
samples; M, a mark. In an encrypted workspace each content is an age file of its own. A record that is cut or
damaged ends the row: what comes before it counts. Nothing here touches the database; one writer at a time.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.files import known_failures, new_file, sync_folder
from gsmon_desktop.store.vault import Vault

FOLDER = "recordings"
SOUND, VIDEO, TEXT = "sound", "video", "text"
_HEAD = 9
_MOST = 64 * 1024 * 1024
"""No record is longer: a length above it is damage."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment of a recording in milliseconds from its start, and a word about it."""

    at: int
    word: str


@dataclass(frozen=True, slots=True)
class Pending:
    """A recording no answer names yet: its file, the path of the question it is for, and what it is; of a
    transcript also the `place` it was read from, the path of a question or, for its
    comment, of the recording."""

    file: Path
    path: str
    kind: str = SOUND
    place: str = ""


class Recording:
    """A recording being made. Every `add` and `mark` is on the disk when it returns.

    Raises GsmonError (file.full, file.forbidden …); what was written before stays. Any thread, one at a time.
    """

    def __init__(self, vault: Vault, interview: str, path: str, started: str, kind: str = SOUND) -> None:
        """`interview` is its id, `path` the question's, `started` a stamp that names the file."""
        self._vault = vault
        self.file = _file(vault, interview, started)
        with known_failures(self.file):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self._stream = self.file.open("xb")
            sync_folder(self.file.parent)
            sync_folder(self.file.parent.parent)
        self._write(b"H", _about(path, started, kind))

    def add(self, samples: bytes) -> None:
        """The next samples."""
        self._write(b"S", samples)

    def mark(self, mark: Mark) -> None:
        """A mark, at whatever moment."""
        self._write(b"M", json.dumps({"at": mark.at, "word": mark.word}).encode())

    def close(self) -> None:
        """No more comes."""
        self._stream.close()

    def _write(self, kind: bytes, content: bytes) -> None:
        record = _record(self._vault, kind, content)
        place = self._stream.tell()
        with known_failures(self.file):
            try:
                self._stream.write(record)
                self._stream.flush()
                os.fsync(self._stream.fileno())
            except OSError:
                self._step_back(place)
                raise

    def _step_back(self, place: int) -> None:
        """Half a record must not lie between whole ones. A new handle: the old one may hold what failed."""
        raw = self.file.open("r+b")
        raw.truncate(place)
        raw.seek(place)
        old, self._stream = self._stream, cast(BinaryIO, raw)  # type: ignore[assignment]
        try:
            old.close()
        except OSError:
            raw.truncate(place)


def keep_text(vault: Vault, interview: str, path: str, started: str, text: str, *, place: str = "") -> Path:
    """A text that is being typed, whole and in place of what was kept of it before; the same `started` each
    time; `place` as in `Pending`. On the disk when this returns. Raises as `Recording`; then what was kept
    before stays."""
    file = _file(vault, interview, started)
    with known_failures(file):
        file.parent.mkdir(parents=True, exist_ok=True)
    with new_file(file, replace=True) as part:
        part.stream.write(_record(vault, b"H", _about(path, started, TEXT, place)))
        part.stream.write(_record(vault, b"S", text.encode()))
        part.place()
    return file


def pending(vault: Vault, interview: str) -> list[Pending]:
    """The recordings of an interview no answer names yet, oldest first."""
    found = []
    for file in sorted((vault.folder / FOLDER / interview).glob("*.rec")):
        about = next((content for kind, content in _records(vault, file) if kind == b"H"), None)
        if about is not None:
            told = json.loads(about)
            kind, place = str(told.get("kind", SOUND)), str(told.get("place", ""))
            found.append(Pending(file, str(told["path"]), kind, place))
    return found


def any_pending(folder: Path) -> bool:
    """Whether the workspace in `folder` has recordings no answer names yet."""
    return any((folder / FOLDER).glob("*/*.rec"))


def samples(vault: Vault, file: Path) -> Iterator[bytes]:
    """The sound, piece by piece."""
    return (content for kind, content in _records(vault, file) if kind == b"S")


def marks(vault: Vault, file: Path) -> list[Mark]:
    """The marks, in the order they were made."""
    told = (json.loads(content) for kind, content in _records(vault, file) if kind == b"M")
    return [Mark(int(one["at"]), str(one["word"])) for one in told]


def remove(file: Path) -> None:
    """A recording became an answer: its pieces go, and the folder with the last of them."""
    with known_failures(file):
        file.unlink(missing_ok=True)
        if file.parent.is_dir() and not any(file.parent.iterdir()):
            file.parent.rmdir()


def discard(vault: Vault, interview: str) -> None:
    """All recordings of an interview that no answer names: nobody agreed to them, or nobody may have them."""
    place = vault.folder / FOLDER / interview
    with known_failures(place):
        if place.is_dir():
            shutil.rmtree(place)


def _records(vault: Vault, file: Path) -> Iterator[tuple[bytes, bytes]]:
    with known_failures(file), file.open("rb") as stream:
        while len(head := stream.read(_HEAD)) == _HEAD:
            length, check = int.from_bytes(head[1:5], "big"), int.from_bytes(head[5:], "big")
            sealed = stream.read(length) if length <= _MOST else b""
            if len(sealed) != length or zlib.crc32(sealed) != check:
                return
            content = _opened(vault, sealed, file)
            if content is None:
                return
            yield head[:1], content


def _file(vault: Vault, interview: str, started: str) -> Path:
    plain = "".join(sign for sign in started if sign.isalnum())
    return vault.folder / FOLDER / interview / f"{plain}.rec"


def _about(path: str, started: str, kind: str, place: str = "") -> bytes:
    told = {"path": path, "started": started, "kind": kind, "place": place}
    return json.dumps({key: value for key, value in told.items() if value}).encode()


def _record(vault: Vault, kind: bytes, content: bytes) -> bytes:
    sealed = _sealed(vault, content)
    return kind + len(sealed).to_bytes(4, "big") + zlib.crc32(sealed).to_bytes(4, "big") + sealed


def _sealed(vault: Vault, content: bytes) -> bytes:
    made = io.BytesIO()
    vault.write(io.BytesIO(content), made)
    return made.getvalue()


def _opened(vault: Vault, sealed: bytes, file: Path) -> bytes | None:
    try:
        with vault.open_stream(io.BytesIO(sealed), str(file)) as stream:
            return stream.read()
    except GsmonError:
        return None


def told(found: list[Mark]) -> str:
    """Marks as people read them, a line each: ``[00:12:05] жалоба``."""
    return "\n".join(f"[{clock(mark.at)}] {mark.word}".rstrip() for mark in found)


def clock(milliseconds: int) -> str:
    """``00:12:05``."""
    seconds = milliseconds // 1000
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
