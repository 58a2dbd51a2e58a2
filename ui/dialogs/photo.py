"""An attached photo, large: turned, cropped, parts of it hidden for good, and its caption."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QPainter, QTransform
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gsmon_desktop.media import CELLS, Box, Crop, Edit, Hide, Turn
from ui import theme
from ui.widgets.flow import Flow
from ui.widgets.keys import is_enter, position
from ui.widgets.photo_canvas import PhotoView


@dataclass(frozen=True, slots=True)
class Edited:
    """What is to be saved: steps to make another photo by (none: it stays), and the caption."""

    edits: tuple[Edit, ...]
    caption: str


class PhotoViewer(QDialog):
    """Shows steps at once and carries none out: who opened it makes the new file. `saved` or just closed."""

    saved = Signal(object)
    """An `Edited`."""

    def __init__(self, name: str, picture: QImage, caption: str, parent: QWidget, *, fixed: bool) -> None:
        """`fixed`: the answer may not be changed, only looked at."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(name)
        self._steps: list[tuple[Edit, QImage]] = []
        self._asked: type[Crop | Hide] | None = None
        self._fixed = fixed
        self.view = PhotoView(self)
        self.view.setAccessibleName(name)
        self.view.canvas.framed.connect(self._show_words)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setProperty("role", "muted")
        self.caption = QLineEdit(caption, self)
        self.caption.setMaxLength(500)
        self.caption.setReadOnly(fixed)
        self._make_buttons()
        for widget in (self.view, self.caption):
            widget.installEventFilter(self)
        self._lay_out()
        self._retranslate()
        self.view.show_picture(picture)
        self.resize(min(1180, parent.window().width() - 40), min(700, parent.window().height() - 20))
        self.view.setFocus()

    def _make_buttons(self) -> None:
        self.left, self.right = QPushButton(self), QPushButton(self)
        self.crop, self.hide_part, self.undo = QPushButton(self), QPushButton(self), QPushButton(self)
        self.save, self.close_button = QPushButton(self), QPushButton(self)
        self.save.setProperty("kind", "primary")
        for button, slot in (
            (self.left, lambda: self._do(Turn(right=False))),
            (self.right, lambda: self._do(Turn())),
            (self.crop, lambda: self._ask(Crop)),
            (self.hide_part, lambda: self._ask(Hide)),
            (self.undo, self._undo),
            (self.save, self._save),
            (self.close_button, self.reject),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
        for button in (self.left, self.right, self.crop, self.hide_part, self.undo, self.save):
            button.setVisible(not self._fixed)

    def _lay_out(self) -> None:
        tools = Flow()
        for button in (self.left, self.right, self.crop, self.hide_part, self.undo):
            tools.addWidget(button)
        self.caption_label = QLabel(self)
        self.caption_label.setBuddy(self.caption)
        below = QHBoxLayout()
        below.setSpacing(theme.S)
        below.addWidget(self.caption_label)
        below.addWidget(self.caption, 1)
        below.addWidget(self.close_button)
        below.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        column.setSpacing(theme.S)
        column.addLayout(tools)
        column.addWidget(self.view, 1)
        column.addWidget(self.words)
        column.addLayout(below)

    def _retranslate(self) -> None:
        self.left.setText(self.tr("Влево (L)"))
        self.left.setAccessibleName(self.tr("Повернуть влево"))
        self.right.setText(self.tr("Вправо (R)"))
        self.right.setAccessibleName(self.tr("Повернуть вправо"))
        self.crop.setText(self.tr("Обрезать (C)"))
        self.hide_part.setText(self.tr("Размыть (B)"))
        self.undo.setText(self.tr("Отменить (Ctrl+Z)"))
        self.save.setText(self.tr("Сохранить (Ctrl+Enter)"))
        self.close_button.setText(self.tr("Закрыть"))
        self.caption_label.setText(self.tr("Подпись:"))
        self.caption.setAccessibleName(self.tr("Подпись к фото"))
        self._show_words()

    # ------------------------------------------------------------ steps

    def _do(self, edit: Edit) -> None:
        canvas = self.view.canvas
        self._steps.append((edit, canvas.picture))
        self._asked = None
        self.view.show_picture(shown(canvas.picture, edit))
        self._show_words()

    def _ask(self, kind: type[Crop | Hide]) -> None:
        """Do it in the frame there is; without one, put a frame in the middle and wait for Enter."""
        canvas = self.view.canvas
        if not canvas.frame.isEmpty():
            self._do(kind(_box(canvas.frame)))
            return
        self._asked = kind
        width, height = canvas.picture.width(), canvas.picture.height()
        canvas.set_frame(QRect(width // 4, height // 4, width // 2, height // 2))
        self.view.setFocus()

    def _undo(self) -> None:
        if self._steps:
            _, before = self._steps.pop()
            self.view.show_picture(before)
        self._show_words()

    def _save(self) -> None:
        caption = " ".join(self.caption.text().split())
        self.saved.emit(Edited(tuple(edit for edit, _ in self._steps), caption))
        self.accept()

    def _show_words(self) -> None:
        self.undo.setEnabled(bool(self._steps))
        if self._fixed:
            self.words.setText(self.tr("+ и − меняют размер, 0 — вписать, стрелки двигают."))
        elif self._asked is not None:
            self.words.setText(
                self.tr(
                    "Стрелки двигают рамку, Shift+стрелки меняют размер, Enter — готово, Esc — убрать рамку."
                )
            )
        elif not self.view.canvas.frame.isEmpty():
            self.words.setText(
                self.tr(
                    "C — оставить только рамку, B — размыть в рамке: из сохранённого фото это не вернуть."
                )
            )
        else:
            self.words.setText(
                self.tr(
                    "Обведите мышью часть фото. Лица и номера программа сама не ищет: закройте их вручную. "
                    "+ и − меняют размер, 0 — вписать."
                )
            )
        self.view.setAccessibleDescription(self.words.text())

    # ------------------------------------------------------------ keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the picture; in the caption only those of the dialog."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        return self._take(event, typing=watched is self.caption)

    def _take(self, event: QKeyEvent, *, typing: bool) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if is_enter(event) and control:
            if not self._fixed:
                self._save()
            return True
        if typing:
            return False
        if event.key() == Qt.Key.Key_Escape and not self.view.canvas.frame.isEmpty():
            self._asked = None
            self.view.canvas.set_frame(QRect())
            return True
        if self.view.take_key(event):
            return True
        return not self._fixed and self._take_tool(event, control=control)

    def _take_tool(self, event: QKeyEvent, *, control: bool) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo) or (control and position(event) == "z"):
            self._undo()
            return True
        if is_enter(event):
            if self._asked is not None:
                self._ask(self._asked)
            return True
        buttons = {"l": self.left, "r": self.right, "c": self.crop, "b": self.hide_part}
        button = None if control else buttons.get(position(event))
        if button is not None:
            button.click()
        return button is not None


def shown(picture: QImage, edit: Edit) -> QImage:
    """What a step looks like. The file itself is made by `gsmon_desktop.media.edited`, to the same size."""
    if isinstance(edit, Turn):
        return picture.transformed(QTransform().rotate(90 if edit.right else -90))
    box = QRect(edit.box.left, edit.box.top, edit.box.right - edit.box.left, edit.box.bottom - edit.box.top)
    if isinstance(edit, Crop):
        return picture.copy(box)
    result = picture.convertToFormat(QImage.Format.Format_RGB32)
    keep, fast = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.FastTransformation
    part = result.copy(box).scaled(CELLS, CELLS, keep, Qt.TransformationMode.SmoothTransformation)
    part = part.scaled(box.size(), keep, fast)
    _paste(result, part, box)
    return result


def _paste(target: QImage, part: QImage, box: QRect) -> None:
    painter = QPainter(target)
    painter.drawImage(box.topLeft(), part)
    painter.end()


def _box(frame: QRect) -> Box:
    return Box(frame.left(), frame.top(), frame.left() + frame.width(), frame.top() + frame.height())
