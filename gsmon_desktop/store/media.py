"""Media files: named by a hash of their content, on the disk whole before anything refers to them.

Everything that reads or writes media goes through `open_content` and `keep`, which know how the workspace
keeps it; both take a `Vault` (`Workspace.vault`), touch no database and work on any thread.
"""

from __future__ import annotations

import hashlib
import mimetypes
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO, cast

from sqlite_utils import Database

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.files import known_failures, new_file, sync_folder
from gsmon_desktop.store.vault import PIECE, Vault
from gsmon_desktop.store.workspace import Workspace

Progress = Callable[[int, int], None]
"""Called with what is done and what there is, in files; may raise to cancel."""

INCOMING = ".incoming"
"""The folder in `media/` where files of a package wait until all of it is taken in."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file in `media/`: hash, size in bytes, type (``image/jpeg``), ending (".jpg") and original name.

    Of a photo also: `taken` (ISO 8601, its offset only where the camera knew it), degrees and metres of
    error, pixels, and `source`, the SHA-256 of the file it was made from.
    """

    sha256: str
    size: int
    type: str
    suffix: str
    original: str
    taken: str = ""
    latitude: float | None = None
    longitude: float | None = None
    accuracy: float | None = None
    width: int | None = None
    height: int | None = None
    source: str = ""


_OF_KEPT = (
    *("sha256", "size", "type", "original", "taken", "latitude", "longitude", "accuracy", "width", "height"),
    "source",
)
"""Columns that hold fields of `Kept`."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file an interview's answer at `path` names `name`; or, where `original_of` is that name, the file it
    was made from. The rest as in `Kept`."""

    name: str
    path: str
    sha256: str
    size: int
    type: str
    original: str
    taken: str = ""
    latitude: float | None = None
    longitude: float | None = None
    accuracy: float | None = None
    width: int | None = None
    height: int | None = None
    source: str = ""
    original_of: str = ""


def open_content(vault: Vault, sha256: str) -> BinaryIO:
    """The content with this SHA-256 (hex) as a stream of its plain bytes, front to back, in constant memory.

    Who needs to seek reads it whole. Raises GsmonError media.missing, media.unreadable and, where the
    workspace is encrypted, media.damaged, also while reading; plain content is to be compared with its hash.
    """
    try:
        return vault.open(sha256)
    except FileNotFoundError as error:
        raise GsmonError("media.missing", str(vault.file_of(sha256))) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise GsmonError("media.unreadable", str(vault.file_of(sha256)), reason=reason) from error


def keep(vault: Vault, source: Path) -> Kept:
    """Copies a file into the workspace, once a content, encrypted where the workspace is.

    Raises GsmonError (media.unreadable, file.full, file.forbidden …); then nothing is left behind.
    """
    try:
        with source.open("rb") as stream:
            return keep_stream(vault, stream, source.name)
    except OSError as error:
        raise GsmonError("media.unreadable", str(source), reason=error) from error


def keep_stream(vault: Vault, stream: BinaryIO, name: str) -> Kept:
    """The same for content that is no file: `stream` is read twice from its start, `name` was its name."""
    sha256, size = _digest(stream)
    if not vault.holds(sha256, size):
        stream.seek(0)
        _copy(vault, stream, sha256)
    suffix = PurePath(name).suffix.lower()
    suffix = suffix if re.fullmatch(r"\.[a-z0-9]{1,8}", suffix) else ""
    kind = mimetypes.guess_type(f"a{suffix}")[0] or "application/octet-stream"
    return Kept(sha256=sha256, size=size, type=kind, suffix=suffix, original=name)


def hash_of(vault: Vault, file: Path) -> str:
    """SHA-256 of the plain content of a file of the vault. Raises GsmonError media.damaged and OSError."""
    with vault.open_file(file) as stream:
        return _digest(stream)[0]


def intact(vault: Vault, sha256: str) -> bool:
    """Whether the workspace has this content, whole and unchanged."""
    try:
        with open_content(vault, sha256) as stream:
            return _digest(stream)[0] == sha256
    except (GsmonError, OSError):
        return False


def copy(source: Vault, target: Vault, sha256: str) -> bool:
    """Copies a file between two folders of the same keys, as it lies; False where it is gone or damaged.

    Raises GsmonError (file.full, file.forbidden …) when the target cannot be written.
    """
    if not intact(source, sha256):
        return False
    place = target.file_of(sha256)
    _make_folder(place)
    with source.file_of(sha256).open("rb") as stream, new_file(place, replace=True) as part:
        shutil.copyfileobj(stream, part.stream, PIECE)
        part.place()
    return intact(target, sha256)


def copy_all(
    ws: Workspace, source: Vault, target: Vault, progress: Progress | None = None
) -> tuple[str, ...]:
    """Copies every file the interviews of `ws` name from one folder to another.

    Gives the original names of those that are gone or damaged, and so not copied.
    """
    named = ws.query("SELECT sha256, min(original) AS original FROM media GROUP BY sha256 ORDER BY sha256")
    lacking = []
    for at, row in enumerate(named):
        if progress is not None:
            progress(at, len(named))
        if not copy(source, target, row["sha256"]):
            lacking.append(row["original"])
    return tuple(lacking)


def _digest(stream: BinaryIO) -> tuple[str, int]:
    sha256, size = hashlib.sha256(), 0
    while piece := stream.read(PIECE):
        sha256.update(piece)
        size += len(piece)
    return sha256.hexdigest(), size


def _copy(vault: Vault, stream: BinaryIO, sha256: str) -> None:
    """Copies under no name, checks that the content is still the one hashed, then gives it its name."""
    target = vault.file_of(sha256)
    _make_folder(target)
    with new_file(target, replace=True) as part:
        seen = _HashingReader(stream)
        vault.write(cast(BinaryIO, seen), part.stream)
        if seen.sha256() != sha256:
            raise GsmonError("media.changed", target.name)
        part.place()


def _make_folder(target: Path) -> None:
    with known_failures(target):
        if not target.parent.exists():
            target.parent.mkdir(exist_ok=True)
            sync_folder(target.parent.parent)


class _HashingReader:
    """Reads a stream and hashes what passes."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._hash = stream, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """The next piece."""
        piece = self._stream.read(size)
        self._hash.update(piece)
        return piece

    def sha256(self) -> str:
        """Of all that was read, in hex."""
        return self._hash.hexdigest()


def free_name(ws: Workspace, number: int, stem: str, suffix: str) -> str:
    """A short ASCII name no other file of the interview has: ``photo-2.jpg``."""
    taken = {row["name"] for row in ws.query("SELECT name FROM media WHERE interview = ?", [number])}
    plain = re.sub(r"[^A-Za-z0-9_]+", "", stem)[:32] or "file"
    at = 1
    while (name := f"{plain}-{at}{suffix}") in taken:
        at += 1
    return name


def attach(
    db: Database, number: int, path: str, name: str, kept: Kept, added: str, *, original_of: str = ""
) -> None:
    """Notes, inside the caller's transaction, that `name` at `path` is this file."""
    row = {
        "interview": number,
        "name": name,
        "path": path,
        "added": added,
        "original_of": original_of,
        **{column: getattr(kept, column) for column in _OF_KEPT},
    }
    db.execute(
        f"INSERT INTO media ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", list(row.values())
    )


def of(ws: Workspace, number: int) -> tuple[Attached, ...]:
    """The files an interview's answers name now, each with the one it was made from, in order of path."""
    columns = ", ".join(f"m.{column}" for column in _OF_KEPT)
    rows = ws.query(
        f"""SELECT m.name, a.path, {columns}, m.original_of
        FROM media m JOIN answer a ON a.interview = m.interview
            AND a.value = iif(m.original_of = '', m.name, m.original_of)
        WHERE m.interview = ? ORDER BY a.path, m.original_of""",
        [number],
    )
    return tuple(Attached(**row) for row in rows)
