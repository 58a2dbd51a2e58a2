"""Putting choices in order: by their keys one after the other, by Alt and arrows, or by dragging a line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from gsmon_desktop.forms import Choice, Question
from ui.widgets import look
from ui.widgets.editor import Editor
from ui.widgets.keys import is_enter, plain, position
from ui.widgets.options import caps

HEIGHT = 36
_CAP, _PAD = 24, 8
_WIDTH = 640
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class RankLine(QWidget):
    """One choice: its key, its words, its place once it has one. The editor moves it."""

    def __init__(self, editor: RankEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self.choice, self.cap, self.place = Choice("", ""), "", 0
        self.setFixedHeight(HEIGHT)
        self.setMaximumWidth(_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def show_choice(self, choice: Choice, cap: str, place: int) -> None:
        """Take over a choice, its key and its place (0: none yet)."""
        self.choice, self.cap, self.place = choice, cap, place
        self.setAccessibleName(f"{place}. {choice.label}" if place else choice.label)
        self.setAccessibleDescription(cap.upper())
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The line is taken."""
        if event.button() == Qt.MouseButton.LeftButton and self._editor.isEnabled():
            self._editor.take_line(self)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It goes where the mouse is."""
        self._editor.drag_to(self.mapTo(self._editor, event.position().toPoint()).y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It stays there; a mere click gives it the next place."""
        del event
        self._editor.drop_line(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Place, words, key."""
        del event
        colours = look.colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        box = self.rect().adjusted(1, 1, -2, -2)
        painter.setPen(QPen(colours.accent if focused or self.place else colours.line, 2 if focused else 1))
        painter.setBrush(colours.chosen if self.place else colours.field)
        painter.drawRoundedRect(box, 6, 6)
        top = (self.height() - _CAP) // 2
        cap = QRect(_PAD, top, _CAP, _CAP)
        if self.cap:
            look.draw_cap(painter, cap, self.cap.upper(), chosen=False, colours=colours, font=self.font())
        painter.setFont(self.font())
        painter.setPen(colours.text if self.isEnabled() else colours.muted)
        words = box.adjusted(_CAP + 2 * _PAD, 0, -_CAP - 2 * _PAD, 0)
        text = self.fontMetrics().elidedText(self.choice.label, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
        if self.place:
            right = QRect(box.right() - _CAP - _PAD, top, _CAP, _CAP)
            look.draw_cap(painter, right, str(self.place), chosen=True, colours=colours, font=self.font())


class RankEditor(Editor):
    """The value is the choices put in order so far, the first first; the last one left follows by itself.

    A choice's key (or Space) gives it the next place, again takes its place away; Alt with Up or Down, or the
    mouse, moves it; Delete begins anew.
    """

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._value = ""
        self._tried = False
        self._dragged: RankLine | None = None
        self._moved = False
        self.lines: list[RankLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.help = QLabel(self)
        self.help.setProperty("role", "muted")
        self.help.setWordWrap(True)
        self._column.addWidget(self.help)
        self.retranslate()
        self.show_question(question)

    def retranslate(self) -> None:
        """Texts of the window's own language."""
        self.help.setText(
            self.tr("Нажимайте по порядку: первый, второй… Alt+↑ и Alt+↓ или мышь переставляют строку.")
        )

    def changeEvent(self, event: QEvent) -> None:
        """Qt's."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.edited.emit()
        super().changeEvent(event)

    def show_question(self, question: Question) -> None:
        """Take over a question; lines that are there already are kept."""
        while len(self.lines) < len(question.choices):
            line = RankLine(self)
            self._column.insertWidget(len(self.lines), line)
            self.lines.append(line)
            line.show()
        while len(self.lines) > len(question.choices):
            line = self.lines.pop()
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._value = question.value
        super().show_question(question)
        self._show_order()

    def value(self) -> str:
        """Values in order."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show this order."""
        self._value = value
        self._show_order()

    def problem(self) -> str:
        """Said once the person tried to go on in the middle."""
        left = len(self.question.choices) - len(self._value.split())
        if not self._tried or not self._value or left <= 0:
            return ""
        return self.tr("Расставьте все: без места осталось {0}.").format(left)

    def take_focus(self) -> None:
        """To the first line."""
        self._focus(self.lines[0].choice.value if self.lines else "")

    def press(self, event: QKeyEvent) -> bool:
        """Keys of choices, Space, arrows, Alt with arrows, Delete."""
        step = _STEPS.get(Qt.Key(event.key()), 0)
        focused = next((line for line in self.lines if line.hasFocus()), None)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if focused is not None:
                self._shift(focused.choice.value, step)
            return True
        if is_enter(event):
            self._tried = True
            self.edited.emit()
            return False
        if not plain(event):
            return False
        if event.key() == Qt.Key.Key_Delete:
            self.clear()
            return True
        if event.key() == Qt.Key.Key_Space:
            return focused is not None and self._toggle(focused.choice.value)
        if step and focused is not None:
            target = self.lines.index(focused) + step
            if not 0 <= target < len(self.lines):
                return False
            self.lines[target].setFocus()
            return True
        key = position(event)
        line = next((line for line in self.lines if key and line.cap == key), None)
        return line is not None and self._toggle(line.choice.value)

    # ------------------------------------------------------------ the mouse

    def take_line(self, line: RankLine) -> None:
        """The mouse took a line."""
        self._dragged, self._moved = line, False
        line.setFocus()

    def drag_to(self, y: int) -> None:
        """The mouse went to a height of this widget: the line taken stands there now, with a place."""
        if self._dragged is None:
            return
        value = self._dragged.choice.value
        target = max(0, min(len(self.lines) - 1, y // (HEIGHT + self._column.spacing())))
        order = [line.choice.value for line in self.lines]
        if order.index(value) == target and (self._moved or not self._is_outside(y)):
            return
        self._moved = True
        order.remove(value)
        order.insert(target, value)
        self._value = " ".join(order)
        self._show_order()
        self._dragged = next(line for line in self.lines if line.choice.value == value)
        self._dragged.setFocus()

    def drop_line(self, line: RankLine) -> None:
        """The mouse let go."""
        dragged, self._dragged = self._dragged, None
        if dragged is None:
            return
        if self._moved:
            self.answered.emit(self._value)
        else:
            self._toggle(line.choice.value)

    def _is_outside(self, y: int) -> bool:
        assert self._dragged is not None  # noqa: S101 - the caller looked
        return not self._dragged.geometry().contains(self._dragged.x(), y)

    # ------------------------------------------------------------ the order

    def _toggle(self, value: str) -> bool:
        """Give the next place, or take the place away."""
        if not self.isEnabled():
            return False
        order = self._value.split()
        offered = [choice.value for choice in self.question.choices]
        if value in order:
            order.remove(value)
        else:
            order.append(value)
            left = [each for each in offered if each not in order]
            order += left if len(left) == 1 else []
        self._give(order, value)
        return True

    def _shift(self, value: str, step: int) -> None:
        """A line one up or down among those that have a place; all get theirs by it."""
        order = [line.choice.value for line in self.lines]
        at = order.index(value)
        if self.isEnabled() and 0 <= at + step < len(order):
            order[at], order[at + step] = order[at + step], order[at]
            self._give(order, value)

    def _give(self, order: list[str], focused: str) -> None:
        self.set_value(" ".join(order))
        self._focus(focused)
        self.answered.emit(self._value)

    def _focus(self, value: str) -> None:
        for line in self.lines:
            here = line.choice.value == value
            line.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
            if here:
                line.setFocus()

    def _show_order(self) -> None:
        """Those with a place first, in order; the others below as the form has them."""
        order = self._value.split()
        choices = {choice.value: choice for choice in self.question.choices}
        keys = dict(zip(choices, caps(list(choices)), strict=True))
        placed = [value for value in order if value in choices]
        shown = [*placed, *(value for value in choices if value not in placed)]
        for line, value in zip(self.lines, shown, strict=False):
            line.show_choice(choices[value], keys[value], placed.index(value) + 1 if value in placed else 0)
