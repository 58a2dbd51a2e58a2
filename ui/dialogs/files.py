"""The system's dialogs for folders and files, behind one small door that tests can replace."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.dialogs import traces


class FileDialogs:
    """Asks for folders and files; None when the person thought better of it. Notes no folder."""

    def folder(self, parent: QWidget, title: str, start: str) -> Path | None:
        """An existing folder."""
        with traces.none_left():
            chosen = QFileDialog.getExistingDirectory(parent, title, start)
        return Path(chosen) if chosen else None

    def save(self, parent: QWidget, title: str, start: str, kinds: str) -> Path | None:
        """A file to write."""
        with traces.none_left():
            chosen, _ = QFileDialog.getSaveFileName(parent, title, start, kinds)
        return Path(chosen) if chosen else None

    def open(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        """A file to read."""
        with traces.none_left():
            chosen, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
        return Path(chosen) if chosen else None

    def show(self, folder: Path) -> None:
        """Opens the system's file manager on a folder."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def local_files(data: QMimeData) -> list[Path]:
    """The files of this computer that are being dropped."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
