"""What a disk may hold after a power cut.

Of a file: what was synced, and of what was written later any part, torn at sectors. Of names (a file made,
renamed, removed): those of a folder that was synced, and of later ones any beginning, in their order. This is
what POSIX promises and no more; real file systems keep more.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.e2e.powerloss.recording import Change, path_of

SECTOR = 512
NAMELESS = getattr(os, "O_TMPFILE", 0)


@dataclass
class Content:
    """A file's bytes: on the platters, and on their way (offset and data; None: cut to the offset)."""

    synced: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)

    def sync(self) -> None:
        for offset, data in self.pending:
            _apply(self.synced, offset, data)
        self.pending.clear()

    def after_cut(self, draw: random.Random) -> bytes:
        """One of the contents a cut may leave."""
        made, way = bytearray(self.synced), draw.choice(("nothing", "everything", "beginning", "sectors"))
        upto = {"nothing": 0, "beginning": draw.randint(0, len(self.pending))}.get(way, len(self.pending))
        for offset, data in self.pending[:upto]:
            if way != "sectors":
                _apply(made, offset, data)
            elif data is None:
                if draw.random() < 0.5:
                    _apply(made, offset, data)
            else:
                for piece in range(0, len(data), SECTOR):
                    if draw.random() < 0.5:
                        _apply(made, offset + piece, data[piece : piece + SECTOR])
        return bytes(made)


@dataclass(frozen=True)
class _Naming:
    """A change of names: `name` gets `content` (None: loses it), a folder is made or removed."""

    name: str
    content: Content | None = None
    made_folder: bool | None = None


class Disk:
    """The files below a root, as they were at first, and what the recorded changes made of them."""

    def __init__(self, root: Path) -> None:
        self._names: dict[str, Content] = {}
        self._folders: set[str] = {str(root)}
        self._synced_names: dict[str, Content] = {}
        self._synced_folders: set[str] = set()
        self._pending: list[tuple[str, tuple[_Naming, ...]]] = []
        self._by_inode: dict[int, Content] = {}
        self._folder_inodes: dict[int, str] = {}
        for path in root.rglob("*"):
            if path.is_dir():
                self._folders.add(str(path))
            else:
                content = Content(bytearray(path.read_bytes()))
                self._names[str(path)] = content
                self._by_inode[path.stat().st_ino] = content
        self._synced_names, self._synced_folders = dict(self._names), set(self._folders)

    def take(self, change: Change) -> None:
        """One recorded change more."""
        match change.op:
            case "O":
                self._opened(change)
            case "D":
                if change.flags & NAMELESS == NAMELESS and NAMELESS:
                    self._by_inode[change.inode] = Content()
                else:
                    self._folder_inodes[change.inode] = path_of(change.first)
            case "W":
                self._by_inode[change.inode].pending.append((change.offset, change.first))
            case "T":
                self._by_inode[change.inode].pending.append((change.offset, None))
            case "S":
                self._synced(change.inode)
            case "L":
                self._name(path_of(change.second), self._by_inode[change.inode])
            case "R":
                self._renamed(path_of(change.first), path_of(change.second))
            case "U":
                self._name(path_of(change.first), None)
            case "M" | "X":
                self._folder(path_of(change.first), made=change.op == "M")

    def _opened(self, change: Change) -> None:
        path = path_of(change.first)
        if NAMELESS and change.flags & NAMELESS == NAMELESS:
            self._by_inode[change.inode] = Content()
            return
        if path not in self._names:
            self._by_inode[change.inode] = Content()
            self._name(path, self._by_inode[change.inode])
        else:
            self._by_inode[change.inode] = self._names[path]
        if change.flags & os.O_TRUNC:
            self._names[path].pending.append((0, None))

    def _synced(self, inode: int) -> None:
        folder = self._folder_inodes.get(inode)
        if folder is None or folder not in self._folders:
            self._by_inode[inode].sync()
            return
        left = []
        for place, together in self._pending:
            if place == folder:
                _name(self._synced_names, self._synced_folders, together)
            else:
                left.append((place, together))
        self._pending = left

    def _name(self, path: str, content: Content | None) -> None:
        self._do(path, _Naming(path, content))

    def _folder(self, path: str, *, made: bool) -> None:
        self._do(path, _Naming(path, made_folder=made))

    def _renamed(self, source: str, target: str) -> None:
        """In one step, a folder with all that is in it."""
        if source not in self._folders:
            self._do(target, _Naming(target, self._names[source]), _Naming(source))
            return
        moved = [_Naming(target, made_folder=True), _Naming(source, made_folder=False)]
        for folder in [each for each in self._folders if each.startswith(source + os.sep)]:
            moved.append(_Naming(target + folder[len(source) :], made_folder=True))
            moved.append(_Naming(folder, made_folder=False))
        for name, content in self._names.items():
            if name.startswith(source + os.sep):
                moved += [_Naming(target + name[len(source) :], content), _Naming(name)]
        self._do(target, *moved)

    def _do(self, path: str, *together: _Naming) -> None:
        _name(self._names, self._folders, together)
        self._pending.append((_parent(path), together))

    def cut(self, target: Path, draw: random.Random, leave_out: Iterable[str] = ("-shm",)) -> None:
        """Writes into `target` (made anew) what the disk may hold were the power cut now."""
        names, folders = dict(self._synced_names), set(self._synced_folders)
        for _, together in self._pending[: draw.randint(0, len(self._pending))]:
            _name(names, folders, together)
        shutil.rmtree(target, ignore_errors=True)
        root = min(folders, key=len)
        for folder in sorted(folders):
            if _reachable(folder, folders, root):
                (target / os.path.relpath(folder, root)).mkdir(parents=True, exist_ok=True)
        for name, content in names.items():
            if _reachable(_parent(name), folders, root) and not name.endswith(tuple(leave_out)):
                (target / os.path.relpath(name, root)).write_bytes(content.after_cut(draw))


def _parent(path: str) -> str:
    return path.rpartition(os.sep)[0]


def _reachable(folder: str, folders: set[str], root: str) -> bool:
    while folder != root:
        if folder not in folders:
            return False
        folder = _parent(folder)
    return True


def _name(names: dict[str, Content], folders: set[str], together: Iterable[_Naming]) -> None:
    for naming in together:
        if naming.made_folder is True:
            folders.add(naming.name)
        elif naming.made_folder is False:
            folders.discard(naming.name)
        elif naming.content is None:
            names.pop(naming.name, None)
        else:
            names[naming.name] = naming.content


def _apply(content: bytearray, offset: int, data: bytes | None) -> None:
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    if data is None:
        del content[offset:]
    else:
        content[offset : offset + len(data)] = data
