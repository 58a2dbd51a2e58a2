"""The computer's camera: what it sees, and a photo taken with it."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gsmon_desktop.errors import GsmonError, sentence
from gsmon_desktop.interviewing.attaching import Pasted
from ui import theme
from ui.camera import Capture, Eye
from ui.widgets.keys import is_enter
from ui.widgets.live_picture import LivePicture

_QUALITY = 95


class CameraDialog(QDialog):
    """The live picture, the choice of a device, words and a row of buttons. Subclasses say what they do."""

    def __init__(self, eye: Eye, language: str, parent: QWidget) -> None:
        """`language` is for messages."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._language = language
        self.capture = Capture(eye, self)
        self.capture.troubled.connect(self._on_troubled)
        self.live = LivePicture(self)
        self.live.setAccessibleName(self.tr("Что видит камера"))
        self.live.say(self.tr("Включаю камеру…"))
        self.device = QComboBox(self)
        self.device.addItems(eye.names())
        self.device.setAccessibleName(self.tr("Камера"))
        self.device.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.device.setMinimumContentsLength(18)
        self.device.activated.connect(self._look)
        self.device_label = QLabel(self.tr("Камера:"), self)
        self.device_label.setBuddy(self.device)
        for each in (self.device, self.device_label):
            each.setVisible(self.device.count() > 0)  # with none there is nothing to choose
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setProperty("role", "muted")
        self.tools = QHBoxLayout()
        self.tools.setSpacing(theme.S)
        self._lay_out()
        self.installEventFilter(self)
        self.device.installEventFilter(self)
        window = parent.window().size()
        self.resize(QSize(900, 640).boundedTo(QSize(window.width() - 40, window.height() - 20)))

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(theme.S)
        above.addWidget(self.device_label)
        above.addWidget(self.device)
        above.addWidget(self.words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        column.setSpacing(theme.S)
        column.addLayout(above)
        column.addWidget(self.live, 1)
        column.addLayout(self.tools)

    def button(self, text: str, slot: object, *, primary: bool = False) -> QPushButton:
        """One more button in the row."""
        made = QPushButton(text, self)
        made.setAutoDefault(False)
        if primary:
            made.setProperty("kind", "primary")
        made.clicked.connect(slot)
        made.installEventFilter(self)
        self.tools.addWidget(made)
        return made

    def begin(self) -> bool:
        """Look and show what is seen; False where the camera does not open."""
        opened = self._look(0)
        self.open()
        return opened

    def say(self, words: str) -> None:
        """Words over the picture."""
        self.words.setText(words)

    def press(self, event: QKeyEvent) -> bool:
        """Take a key."""
        raise NotImplementedError

    def _look(self, at: int) -> bool:
        if self.capture.open(at):
            return True
        self._on_troubled(GsmonError("media.no_camera", self.device.currentText()))
        return False

    def _on_troubled(self, error: GsmonError) -> None:
        told = sentence(error, self._language)
        if error.code.startswith("media."):
            self.live.show_picture(QImage())
            self.live.say(f"⚠ {told}")
        self.say(f"⚠ {told}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The dialog's keys, wherever the keyboard is; a button that has it is pressed by Space."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if isinstance(watched, QPushButton) and event.key() == Qt.Key.Key_Space:
            return False
        return self.press(event)

    def done(self, result: int) -> None:
        """Qt's: the camera goes dark with the dialog."""
        self.capture.stop()
        super().done(result)


class PhotoCamera(CameraDialog):
    """Space takes a picture, Enter keeps it, Backspace takes another. `brought` or just closed."""

    brought = Signal(object)
    """The photo, `Pasted`."""

    def __init__(self, eye: Eye, language: str, parent: QWidget) -> None:
        super().__init__(eye, language, parent)
        self.setWindowTitle(self.tr("Фото с камеры"))
        self.photo = QImage()
        self.cancel = self.button(self.tr("Отмена"), self.reject)
        self.tools.addStretch(1)
        self.again = self.button(self.tr("Снять заново (Backspace)"), self.take_again)
        self.take = self.button(self.tr("Снять (пробел)"), self.capture.take, primary=True)
        self.use = self.button(self.tr("Приложить (Enter)"), self._use, primary=True)
        self.capture.shown.connect(self._on_shown)
        self.capture.taken.connect(self._on_taken)
        self._show_state()

    def take_again(self) -> None:
        """Back to the live picture."""
        self.photo = QImage()
        self._show_state()

    def _on_shown(self, picture: QImage) -> None:
        if self.photo.isNull():
            self.live.show_picture(picture)

    def _on_taken(self, picture: QImage) -> None:
        self.photo = picture
        self.live.show_picture(picture)
        self._show_state()

    def _use(self) -> None:
        self.brought.emit(Pasted("camera.jpg", _jpeg(self.photo)))
        self.accept()

    def _show_state(self) -> None:
        taken = not self.photo.isNull()
        self.again.setVisible(taken)
        self.use.setVisible(taken)
        self.take.setVisible(not taken)
        self.device.setEnabled(not taken)
        (self.use if taken else self.take).setFocus()
        self.say(
            self.tr("Посмотрите, всё ли видно. Обрезать и размыть лица можно после.")
            if taken
            else self.tr("Наведите камеру и нажмите пробел.")
        )

    def press(self, event: QKeyEvent) -> bool:
        """Space, Enter, Backspace."""
        taken = not self.photo.isNull()
        if taken and is_enter(event):
            self.use.click()
        elif taken and event.key() == Qt.Key.Key_Backspace:
            self.again.click()
        elif not taken and (is_enter(event) or event.key() == Qt.Key.Key_Space):
            self.take.click()
        else:
            return False
        return True


def _jpeg(picture: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    plain.save(buffer, "JPEG", _QUALITY)  # type: ignore[call-overload]
    return bytes(buffer.data().data())
