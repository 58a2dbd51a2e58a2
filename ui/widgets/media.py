"""A photo, recording or file: chosen, dropped or pasted here; seen or made in dialogs it asks for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPixmap,
)
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from gsmon_desktop.forms import Question
from gsmon_desktop.interviewing.attaching import Pasted, Source
from ui.dialogs import traces
from ui.widgets.editor import Editor
from ui.widgets.flow import Flow
from ui.widgets.keys import plain, position

_SUFFIXES = {
    "image": "*.jpg *.jpeg *.png *.webp *.heic *.heif *.tif *.tiff *.bmp *.gif *.avif",
    "audio": "*.mp3 *.m4a *.ogg *.oga *.opus *.wav *.flac *.amr *.aac *.wma *.3gp *.mp4 *.webm",
    "video": "*.mp4 *.mov *.avi *.mkv *.webm *.3gp *.m4v *.wmv *.mpg",
}
"""What the dialog shows first. What a file really is, is told by its content."""
CAMERA, PHONE, RECORD, VIEW = "camera", "phone", "record", "view"
"""What a widget can ask for. `VIEW` needs a file that is there."""
_ASKED = {
    "image": ((CAMERA, "c"), (PHONE, "t"), (VIEW, "o")),
    "audio": ((RECORD, "r"), (VIEW, "o")),
    "video": ((CAMERA, "c"), (PHONE, "t"), (VIEW, "o")),
}
"""By the question's type, with the key that asks for it."""
SIDE = 96
"""Pixels of a thumbnail's longer side."""


class MediaEditor(Editor):
    """Reports that a file is there to attach (`source`); its value is the name the interview gave it."""

    asked = Signal(str)
    """A dialog is wanted: `CAMERA`, `PHONE`, `RECORD` or `VIEW`."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._value = ""
        self._source: Source | None = None
        self._lacking: frozenset[str] = frozenset()
        self.pictured = ""
        """The name whose picture is shown."""
        self.setAcceptDrops(True)
        self.thumbnail = QLabel(self)
        self.thumbnail.hide()
        self.name = QLabel(self)
        self.name.setProperty("role", "muted")
        self.name.setWordWrap(True)
        self.choose = QPushButton(self)
        self.choose.clicked.connect(self.open_dialog)
        self.remove = QPushButton(self)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.others = {what: QPushButton(self) for what, _ in _ASKED.get(question.element.type, ())}
        self._lay_out()
        self.setFocusProxy(self.choose)
        self.retranslate()
        self.show_question(question)

    def _lay_out(self) -> None:
        row = self._row = Flow()
        row.addWidget(self.choose)
        for what, button in self.others.items():
            button.clicked.connect(lambda _=False, what=what: self.asked.emit(what))
            row.addWidget(button)
        row.addWidget(self.remove)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for part in (self.thumbnail, self.name):
            box.addWidget(part)
        box.insertLayout(1, row)

    def retranslate(self) -> None:
        """Texts of the window's own language."""
        asked = {
            CAMERA: self.tr("С камеры… (C)"),
            PHONE: self.tr("С телефона… (T)"),
            RECORD: self.tr("Записать (R)"),
            VIEW: self.tr("Открыть (O)"),
        }
        lacking = {CAMERA: self.tr("Камеры нет"), RECORD: self.tr("Микрофона нет")}
        for what, button in self.others.items():
            button.setText(lacking[what] if what in self._lacking else asked[what])
            button.setEnabled(what not in self._lacking)
        words = {
            "image": self.tr("Добавить фото…"),
            "audio": self.tr("Добавить запись…"),
            "video": self.tr("Добавить видео…"),
        }
        self.choose.setText(words.get(self.question.element.type, self.tr("Добавить файл…")))
        self.remove.setText(self.tr("Убрать"))
        self._show_name()

    def changeEvent(self, event: QEvent) -> None:
        """Qt's."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def show_question(self, question: Question) -> None:
        """Take over a question."""
        super().show_question(question)
        for button in (self.choose, self.remove, *self.others.values()):
            button.setAccessibleDescription(question.label)

    def value(self) -> str:
        """The attached file's name in the interview."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show this as attached."""
        self._value = value
        if value != self.pictured:
            self.pictured = ""
            self.thumbnail.hide()
        self._show_name()

    def source(self) -> Source | None:
        """What was chosen, dropped or pasted last."""
        return self._source

    def show_picture(self, name: str, picture: QImage) -> None:
        """Show the thumbnail of the file attached as `name`."""
        self.pictured = name
        self.thumbnail.setPixmap(QPixmap.fromImage(picture))
        self.thumbnail.setAccessibleName(name)
        self.thumbnail.setVisible(not picture.isNull())

    def show_lacking(self, lacking: frozenset[str]) -> None:
        """Say on its button that there is no device for `CAMERA` or `RECORD`."""
        if lacking != self._lacking:
            self._lacking = lacking
            self.retranslate()
            self._row.invalidate()

    def show_progress(self, percent: int | None) -> None:
        """Show how far a file is on its way; None when it has come or was refused."""
        able = [button for what, button in self.others.items() if what not in self._lacking]
        for button in (self.choose, self.remove, *able):
            # Qt would give the keyboard to some other question if the button that has it were disabled.
            button.setEnabled(percent is None or button.hasFocus())
        if percent is None:
            self._show_name()
        else:
            self.name.setText(self.tr("Готовлю файл… {percent} %").format(percent=percent))

    def press(self, event: QKeyEvent) -> bool:
        """Space presses the button that has the keyboard, Delete removes, Ctrl+V pastes, letters ask."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.take(QGuiApplication.clipboard().mimeData())
            return True
        if event.key() == Qt.Key.Key_Space:
            button = self.focusWidget()
            (button if isinstance(button, QPushButton) else self.choose).click()
            return True
        asked = {key: what for what, key in _ASKED.get(self.question.element.type, ())}
        what = asked.get(position(event)) if plain(event) else None
        if what is not None and self.others[what].isVisible():
            self.asked.emit(what)  # also where the device is lacking: then the words say what to do
            return True
        if event.key() == Qt.Key.Key_Delete and self._value:
            self._on_remove_clicked()
            return True
        return False

    def open_dialog(self) -> None:
        """Let a file be chosen."""
        dialog = QFileDialog(self, self.choose.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        suffixes = _SUFFIXES.get(self.question.element.type)
        if suffixes:
            dialog.setNameFilters([f"{self.choose.text()} ({suffixes})", self.tr("Все файлы (*)")])
        dialog.destroyed.connect(traces.keep())
        dialog.fileSelected.connect(lambda name: self.take_file(Path(name)))
        dialog.open()

    def take(self, mime: QMimeData | None) -> None:
        """Take what was dropped or pasted: a file, or a picture from the clipboard."""
        if mime is None:
            return
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if files:
            self.take_file(files[0])
        elif mime.hasImage() and self.question.element.type == "image":
            self._give(Pasted("clipboard.png", _png(QImage(mime.imageData()))), "clipboard.png")

    def take_file(self, path: Path) -> None:
        """Report a file; whether it is of the right kind is seen when it is opened."""
        self.take_source(path)

    def take_source(self, source: Source) -> None:
        """The same for a photo just taken, which is no file."""
        self._give(source, source.name if isinstance(source, Pasted) else str(source))

    def _give(self, source: Source, told: str) -> None:
        self._source = source
        self.answered.emit(told)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and pictures may be dropped."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        event.acceptProposedAction()
        self.take(event.mimeData())

    def _on_remove_clicked(self) -> None:
        self.set_value("")
        self.answered.emit("")

    def _show_name(self) -> None:
        self.remove.setVisible(bool(self._value))
        for what, button in self.others.items():
            button.setVisible(bool(self._value) or what != VIEW)
        self.name.setText(self._value or self.tr("Можно перетащить файл сюда или вставить (Ctrl+V)."))


def _png(picture: QImage) -> bytes:
    """A picture of the clipboard as a file's content, in memory alone."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG", 80)  # type: ignore[call-overload]
    return bytes(buffer.data().data())
