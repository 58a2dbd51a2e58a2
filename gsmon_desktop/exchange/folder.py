"""The folder target: a stick, a network share, a cloud drive's folder.

    inbox/<device>/     packages, written by that device alone
    receipts/<device>/  receipts for that device
    packs/              settings from the central office

Every file has one writer, gets its name when it is whole, and is believed for what is in it. So two computers
may write at once, a cloud client may rename and double files, and a stick may be pulled out at any byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import receipts, receiving
from gsmon_desktop.files import known_failures

INBOX, PACKS = "inbox", "packs"


class Folder:
    """A target that is a folder. Raises GsmonError file.folder_missing for one that is not there."""

    def __init__(self, root: Path) -> None:
        if not root.is_dir():
            raise GsmonError("file.folder_missing", str(root))
        self.root = root

    def inbox(self, device: str) -> Path:
        """Where this device puts its packages; made if it is missing."""
        return self._made(self.inbox_of(device))

    def inbox_of(self, device: str) -> Path:
        """Where a device puts its packages, there or not."""
        return self.root / INBOX / _plain(device)

    def packages(self, *, but: str) -> Iterator[Path]:
        """Everybody's packages but this device's own."""
        own = _plain(but)
        for folder in _folders(self.root / INBOX):
            if folder.name.lower() != own:
                yield from _files(folder)

    def receipts(self, device: str) -> Iterator[Path]:
        """Receipts for this device, in its folder and in copies a cloud client made of it."""
        for folder in _folders(self.root / receipts.FOLDER):
            if folder.name.lower().startswith(_plain(device)):
                yield from _files(folder)

    def packs(self) -> Iterator[Path]:
        """Packs of settings."""
        yield from _files(self.root / PACKS)

    def pack_folder(self) -> Path:
        """Where the central office puts packs; made if it is missing."""
        return self._made(self.root / PACKS)

    def remove(self, device: str, name: str) -> None:
        """Takes a package of ours away that was answered; what fails is tried the next time."""
        with suppress(OSError):
            (self.inbox_of(device) / name).unlink()

    def _made(self, folder: Path) -> Path:
        with known_failures(folder):
            folder.mkdir(parents=True, exist_ok=True)
        return folder


def _plain(device: str) -> str:
    return re.sub(r"[^a-z0-9-]", "", device.lower())[:64] or "device"


def _folders(parent: Path) -> list[Path]:
    try:
        return sorted(each for each in parent.iterdir() if each.is_dir() and not each.name.startswith("."))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise GsmonError("exchange.unreadable", str(parent), reason=error) from error


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(
            each for each in folder.rglob("*") if each.is_file() and not receiving.passed_over(each)
        )
    except FileNotFoundError:
        return []
    except OSError as error:
        raise GsmonError("exchange.unreadable", str(folder), reason=error) from error
