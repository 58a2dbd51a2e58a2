"""Files written whole or not at all.

A `NewFile` is written under no name (Linux) or a hidden temporary name beside its target, synced, and only
then given its name. Until `place()` nothing can be seen under the target's name; whatever ends the writing
early, a full disk or an exception, leaves nothing behind. Where the system knows nameless files even a killed
process leaves nothing.
"""

from __future__ import annotations

import errno
import itertools
import os
import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from gsmon_desktop.errors import GsmonError

_FULL = {errno.ENOSPC, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_PART = re.compile(r"\..+\.[0-9a-f]{8}\.part")
_LEFT_FOR = 600
"""Seconds after which nobody writes to a hidden file any more."""
_NAMELESS = getattr(os, "O_TMPFILE", 0)
_NO_NAMELESS_HERE = {errno.EOPNOTSUPP, errno.EISDIR, errno.EINVAL, errno.ENOENT, errno.ENOSYS}


class NewFile:
    """A file being written for `target`: `stream` can be read and written, `place()` gives it its name.

    `placed` tells whether it has got it.
    """

    def __init__(self, target: Path, *, replace: bool) -> None:
        self.target = target
        self._replace = replace
        self._temporary: Path | None = None
        self.stream: BinaryIO = self._open()
        self.placed = False

    def _open(self) -> BinaryIO:
        folder = self.target.parent
        if _NAMELESS:
            try:
                return os.fdopen(os.open(folder, _NAMELESS | os.O_RDWR, 0o666), "w+b")
            except OSError as error:
                if error.errno not in _NO_NAMELESS_HERE:
                    raise
        sweep(folder)
        self._temporary = self._hidden_name()
        return self._temporary.open("x+b")

    def _hidden_name(self) -> Path:
        return self.target.with_name(f".{self.target.name}.{secrets.token_hex(4)}.part")

    def sync(self) -> None:
        """Puts everything written so far on the disk, and has the system read it from there the next time."""
        self.stream.flush()
        self.settle(0, 0)

    def settle(self, start: int, end: int) -> None:
        """The same, but only what is between two positions (`end` 0: the end) need be read from the disk, and
        what `stream` still holds back is left there. May be called by another thread than writes."""
        os.fsync(self.stream.fileno())
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(self.stream.fileno(), start, max(end - start, 0), os.POSIX_FADV_DONTNEED)

    def reader(self) -> BinaryIO:
        """A second stream over what was written, with a position of its own."""
        if self._temporary is None:
            return Path(f"/proc/self/fd/{self.stream.fileno()}").open("rb")
        return self._temporary.open("rb")

    def place(self) -> None:
        """Gives the synced file its name, syncs the folder. Raises FileExistsError unless it may replace."""
        self.sync()
        if self._temporary is None:
            self._link()
        else:
            self.stream.close()
            if self._replace:
                self._temporary.replace(self.target)
            else:
                _rename_new(self._temporary, self.target)
        self.placed = True
        sync_folder(self.target.parent)

    def _link(self) -> None:
        """Names a nameless file; a file to be replaced is replaced in one step."""
        name = self._hidden_name() if self._replace and self.target.exists() else self.target
        source = f"/proc/self/fd/{self.stream.fileno()}"
        folder = os.open(self.target.parent, os.O_RDONLY)
        try:  # a folder's descriptor makes Python use linkat, which follows /proc's link to the file itself
            os.link(source, name, src_dir_fd=folder, follow_symlinks=True)
        finally:
            os.close(folder)
        if name != self.target:
            self._temporary = name
            name.replace(self.target)

    def close(self) -> None:
        """Closes; what was not placed is gone."""
        with suppress(OSError):  # what could not be written is thrown away anyway
            self.stream.close()
        if self._temporary is not None and not self.placed:
            with suppress(OSError):
                self._temporary.unlink(missing_ok=True)


@contextmanager
def new_file(target: Path, *, replace: bool = False) -> Iterator[NewFile]:
    """A `NewFile` for `target`, open as long as the block lasts, which calls `place()` or leaves nothing.

    Raises GsmonError ``file.folder_missing``, ``file.forbidden``, ``file.locked``, ``file.full``,
    ``file.exists``, ``file.is_folder`` or ``file.failed``.
    """
    with known_failures(target):
        part = NewFile(target, replace=replace)
        try:
            yield part
        finally:
            part.close()


def sweep(folder: Path) -> None:
    """Takes away the hidden files that killed processes left in a folder: they may hold what a passphrase
    protects elsewhere. One that was written to in the last minutes may still be somebody's.
    """
    with suppress(OSError):
        for file in folder.iterdir():
            if _PART.fullmatch(file.name) and time.time() - file.stat().st_mtime > _LEFT_FOR:
                file.unlink(missing_ok=True)


@contextmanager
def new_name(target: Path) -> Iterator[Path]:
    """A hidden name beside `target` for a library that only writes by name, placed when the block ends well.

    Whatever ends it early leaves nothing but, where the process is killed, the hidden file, which the next
    file written into that folder takes away (`sweep`). Raises the GsmonErrors of `new_file`.
    """
    with known_failures(target):
        sweep(target.parent)
        part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
        try:
            part.touch(exist_ok=False)
            yield part
            with part.open("r+b") as written:
                os.fsync(written.fileno())
            part.replace(target)
            sync_folder(target.parent)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)


def free_name(target: Path) -> Path:
    """A name beside a file that no file has: ``книга-2.xlsx``."""
    names = (target.with_name(f"{target.stem}-{n}{target.suffix}") for n in itertools.count(2))
    return next(name for name in names if not name.exists())


@contextmanager
def known_failures(target: Path) -> Iterator[None]:
    """Turns the failures of a file system while `target` is written into sentences."""
    try:
        yield
    except FileNotFoundError as error:
        if target.parent.is_dir():
            raise
        raise GsmonError("file.folder_missing", str(target.parent)) from error
    except NotADirectoryError as error:
        raise GsmonError("file.folder_missing", str(target.parent)) from error
    except FileExistsError as error:
        raise GsmonError("file.exists", str(target)) from error
    except IsADirectoryError as error:
        raise GsmonError("file.is_folder", str(target)) from error
    except OSError as error:
        if error.errno in _FULL:
            raise GsmonError("file.full", str(target.parent)) from error
        if error.errno == errno.ENAMETOOLONG:
            raise GsmonError("file.long_name", str(target)) from error
        if error.errno in _FORBIDDEN and target.is_file() and os.access(target.parent, os.W_OK):
            raise GsmonError("file.locked", str(target), other=free_name(target).name) from error
        if error.errno in _FORBIDDEN:
            raise GsmonError("file.forbidden", str(target)) from error
        raise GsmonError("file.failed", str(target), reason=error) from error


def _rename_new(source: Path, target: Path) -> None:
    """Renames without ever replacing. Windows' rename refuses by itself; elsewhere a hard link does."""
    if os.name == "nt":
        source.rename(target)
        return
    try:
        target.hardlink_to(source)
    except OSError as error:
        if error.errno not in {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}:
            raise
        if target.exists():  # a FAT stick knows no hard links
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from error
        source.rename(target)
        return
    source.unlink()


def sync_folder(folder: Path) -> None:
    """Makes a new name survive a power cut; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.EOPNOTSUPP}:  # some network shares cannot sync a folder
            raise
    finally:
        os.close(handle)
