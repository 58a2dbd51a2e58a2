"""Media files: named by the SHA-256 of their content, on the disk whole before anything refers to them."""

from __future__ import annotations

import hashlib
import mimetypes
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sqlite_utils import Database

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.files import known_failures, new_file, sync_folder
from gsmon_desktop.store.workspace import Workspace

_PIECE = 1024 * 1024
Progress = Callable[[int, int], None]
"""Called with what is done and what there is, in files; may raise to cancel."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file in `media/`: hash, size in bytes, type (``image/jpeg``), ending (".jpg") and original name."""

    sha256: str
    size: int
    type: str
    suffix: str
    original: str


@dataclass(frozen=True, slots=True)
class Attached:
    """A file an interview's answer at `path` names `name`."""

    name: str
    path: str
    sha256: str
    size: int
    type: str
    original: str


def file_of(folder: Path, sha256: str) -> Path:
    """Where the workspace in `folder` keeps the content with this hash."""
    return folder / "media" / sha256[:2] / sha256


def keep(folder: Path, source: Path) -> Kept:
    """Copies a file into the workspace in `folder`, once a content. Touches no database: for any thread.

    Raises GsmonError (media.unreadable, file.full, file.forbidden …); then nothing is left behind.
    """
    try:
        with source.open("rb") as stream:
            sha256, size = _digest(stream)
            target = file_of(folder, sha256)
            if not (target.exists() and target.stat().st_size == size):
                stream.seek(0)
                _copy(stream, target, sha256)
    except OSError as error:
        raise GsmonError("media.unreadable", str(source), reason=error.strerror or str(error)) from error
    suffix = source.suffix.lower() if re.fullmatch(r"\.[A-Za-z0-9]{1,8}", source.suffix) else ""
    kind = mimetypes.guess_type(f"a{suffix}")[0] or "application/octet-stream"
    return Kept(sha256=sha256, size=size, type=kind, suffix=suffix, original=source.name)


def intact(folder: Path, sha256: str) -> bool:
    """Whether the workspace in `folder` has this content, whole and unchanged."""
    try:
        with file_of(folder, sha256).open("rb") as stream:
            return _digest(stream)[0] == sha256
    except OSError:
        return False


def copy(source: Path, target: Path, sha256: str) -> bool:
    """Copies a file from one workspace's folder into another's; False where it is gone or damaged.

    Raises GsmonError (file.full, file.forbidden …) when the target cannot be written.
    """
    if not intact(source, sha256):
        return False
    with file_of(source, sha256).open("rb") as stream:
        _copy(stream, file_of(target, sha256), sha256)
    return True


def copy_all(ws: Workspace, source: Path, target: Path, progress: Progress | None = None) -> tuple[str, ...]:
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
    while piece := stream.read(_PIECE):
        sha256.update(piece)
        size += len(piece)
    return sha256.hexdigest(), size


def _copy(stream: BinaryIO, target: Path, sha256: str) -> None:
    """Copies under no name, checks that the content is still the one hashed, then gives it its name."""
    seen = hashlib.sha256()
    with known_failures(target):
        if not target.parent.exists():
            target.parent.mkdir(exist_ok=True)
            sync_folder(target.parent.parent)
    with new_file(target, replace=True) as part:
        while piece := stream.read(_PIECE):
            seen.update(piece)
            part.stream.write(piece)
        if seen.hexdigest() != sha256:
            raise GsmonError("media.changed", target.name)
        part.place()


def free_name(ws: Workspace, number: int, stem: str, suffix: str) -> str:
    """A short ASCII name no other file of the interview has: ``photo-2.jpg``."""
    taken = {row["name"] for row in ws.query("SELECT name FROM media WHERE interview = ?", [number])}
    plain = re.sub(r"[^A-Za-z0-9_]+", "", stem)[:32] or "file"
    at = 1
    while (name := f"{plain}-{at}{suffix}") in taken:
        at += 1
    return name


def attach(db: Database, number: int, path: str, name: str, kept: Kept, added: str) -> None:
    """Notes, inside the caller's transaction, that `name` at `path` is this file."""
    db.execute(
        "INSERT INTO media VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [number, name, path, kept.sha256, kept.size, kept.type, kept.original, added],
    )


def of(ws: Workspace, number: int) -> tuple[Attached, ...]:
    """The files an interview's answers name now, in order of path."""
    rows = ws.query(
        """SELECT m.name, a.path, m.sha256, m.size, m.type, m.original
        FROM media m JOIN answer a ON a.interview = m.interview AND a.value = m.name
        WHERE m.interview = ? ORDER BY a.path""",
        [number],
    )
    return tuple(Attached(**row) for row in rows)
