"""Photos of a connected telephone or card, newest first, with thumbnails made beside the window."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, QStorageInfo, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.media import MOST_BYTES, phone, thumbnail
from gsmon_desktop.media.phone import Shot
from ui import theme
from ui.dialogs.files import FileDialogs
from ui.tasks import Tasks
from ui.words import moment

SIDE = 128
_SHOT = Qt.ItemDataRole.UserRole


def drives() -> list[Path]:
    """What is connected now."""
    return [Path(volume.rootPath()) for volume in QStorageInfo.mountedVolumes() if volume.isReady()]


class PhonePhotos(QDialog):
    """A list to choose one file from: arrows and Enter, or a double click. Thumbnails come as they are made,
    those in view first."""

    chosen = Signal(Path)

    def __init__(
        self,
        tasks: Tasks,
        files: FileDialogs,
        endings: frozenset[str],
        parent: QWidget,
        connected: Callable[[], list[Path]] = drives,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._tasks, self._files, self._endings, self._connected = tasks, files, endings, connected
        self._asked: set[Path] = set()
        self._busy = 0
        self.setWindowTitle(self.tr("С телефона или карты"))
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setViewMode(QListWidget.ViewMode.IconMode)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setMovement(QListWidget.Movement.Static)
        self.list.setIconSize(QSize(SIDE, SIDE))
        self.list.setGridSize(QSize(SIDE + 32, SIDE + 44))
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.windowTitle())
        self.list.itemActivated.connect(self._on_activated)
        self.list.verticalScrollBar().valueChanged.connect(self._make_next)
        self.other = QPushButton(self.tr("Другая папка…"), self)
        self.take = QPushButton(self.tr("Приложить"), self)
        self.take.setProperty("kind", "primary")
        self.cancel = QPushButton(self.tr("Отмена"), self)
        for button, slot in (
            (self.other, self._ask_folder),
            (self.cancel, self.reject),
            (self.take, self._on_take_clicked),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
        self._lay_out()
        self.resize(min(1000, parent.window().width() - 60), min(620, parent.window().height() - 40))
        self.look()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        row.addWidget(self.other)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        column.setSpacing(theme.S)
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        column.addLayout(row)

    def look(self) -> None:
        """Look for telephones and cards, beside the window: a slow card must not stop it."""
        self.words.setText(self.tr("Ищу фото…"))
        self._tasks.background(self._find, self._show, self._on_failed)

    def _find(self) -> tuple[str, list[Shot]]:
        places = phone.folders(self._connected())
        shots = [shot for place in places for shot in phone.newest(place, self._endings)]
        shots.sort(key=lambda shot: -shot.at)
        return ", ".join(str(place) for place in places), shots[: phone.MOST]

    def _ask_folder(self) -> None:
        folder = self._files.folder(self, self.other.text(), "")
        if folder is not None:
            self.words.setText(self.tr("Ищу фото…"))
            self._tasks.background(
                lambda: (str(folder), phone.newest(folder, self._endings)), self._show, self._on_failed
            )

    def _show(self, found: tuple[str, list[Shot]]) -> None:
        place, shots = found
        self.list.clear()
        self._asked.clear()
        blank = QPixmap(SIDE, SIDE)
        blank.fill(Qt.GlobalColor.transparent)
        for shot in shots:
            told = moment(datetime.fromtimestamp(shot.at).astimezone().isoformat())
            item = QListWidgetItem(QIcon(blank), f"{shot.file.name}\n{told}", self.list)
            item.setData(_SHOT, shot)
            item.setToolTip(str(shot.file))
        if shots:
            self.words.setText(self.tr("{0}: новые сначала").format(place))
            self.list.setCurrentRow(0)
        elif place:
            self.words.setText(self.tr("{0}: подходящих файлов нет").format(place))
        else:
            self.words.setText(
                self.tr(
                    "Ни телефона с буквой диска, ни карты не видно. Телефон, который Проводник показывает "
                    "без буквы диска, программа прочесть не может: откройте его в Проводнике (на телефоне "
                    "разрешите «Передачу файлов»), скопируйте нужные фото из папки DCIM в папку на "
                    "компьютере и нажмите «Другая папка…»."
                )
            )
        self.take.setEnabled(bool(shots))
        self.list.setFocus()
        self._make_next()

    # ------------------------------------------------------------ thumbnails

    def _make_next(self) -> None:
        """Two at a time, what is in view first."""
        view = self.list.viewport().rect()
        items = (self.list.item(row) for row in range(self.list.count()))
        lacking = [item for item in items if item.data(_SHOT).file not in self._asked]
        lacking.sort(key=lambda item: not self.list.visualItemRect(item).intersects(view))
        for item in lacking[: 2 - self._busy]:
            shot: Shot = item.data(_SHOT)
            self._asked.add(shot.file)
            if shot.file.suffix.lower() in phone.PHOTOS and shot.size <= MOST_BYTES:
                self._busy += 1
                self._tasks.background(
                    partial(_thumbnail, shot.file), partial(self._on_made, shot.file), self._on_failed
                )

    def _on_made(self, file: Path, picture: QImage) -> None:
        self._busy -= 1
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item.data(_SHOT).file == file and not picture.isNull():
                item.setIcon(QIcon(QPixmap.fromImage(picture)))
        self._make_next()

    def _on_failed(self, error: GsmonError) -> None:
        """Nothing raises here that is worth a word: what is broken is told when it is taken."""

    # ------------------------------------------------------------ choosing

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_SHOT).file)
        self.accept()

    def _on_take_clicked(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._on_activated(item)


def _thumbnail(file: Path) -> QImage:
    """A null picture where it cannot be read."""
    with suppress(GsmonError, OSError):
        return QImage.fromData(thumbnail(file.read_bytes(), SIDE))
    return QImage()
