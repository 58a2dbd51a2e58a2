"""Media of a package on their way in: written and checked first, given their place when all is well.

They lie in a hidden folder of the workspace's media, kept as the workspace keeps them. Until `place` the
workspace has none of them; whatever a killed program left there is thrown away by the next intake.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, cast

from gsmon_desktop.files import known_failures, sync_folder
from gsmon_desktop.store import Workspace, media
from gsmon_desktop.store.age import Pieces

_AT_ONCE = 8
"""Files synced side by side: the disk gathers them."""


class Staging:
    """The media of one package. Used with `with`; leaving it throws away what was not placed."""

    def __init__(self, ws: Workspace) -> None:
        self._ws = ws
        self._media = ws.folder / "media"
        self._folder = self._media / media.INCOMING
        self._staged: dict[str, Path] = {}
        self.wanted = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._folder.exists():
            shutil.rmtree(self._folder, ignore_errors=True)

    def keep(self, sha256: str, content: Iterator[bytes]) -> None:
        """Writes one file unless the workspace has it. The reader of the package compares the hash."""
        if not self.wanted or sha256 in self._staged:
            return
        if media.intact(self._ws.vault, sha256):
            return
        part = self._folder / sha256
        with known_failures(self._media):
            self._folder.mkdir(exist_ok=True)
            with part.open("wb") as stream:
                self._ws.vault.write(cast(BinaryIO, Pieces(content)), stream)
        self._staged[sha256] = part

    def sync(self) -> None:
        """Puts all of them on the disk."""
        with known_failures(self._media), ThreadPoolExecutor(_AT_ONCE) as pool:
            list(pool.map(_sync, self._staged.values()))

    def place(self) -> None:
        """Gives all of them their places; they must be synced."""
        with known_failures(self._media):
            folders = {self._media}
            for sha256, part in self._staged.items():
                target = self._ws.vault.file_of(sha256)
                target.parent.mkdir(exist_ok=True)
                part.replace(target)
                folders.add(target.parent)
            for folder in folders:
                sync_folder(folder)
        self._staged.clear()


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
