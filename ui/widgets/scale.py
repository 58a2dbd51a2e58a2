"""Scores in a matrix: one row a question, the scale's words over the columns, a digit for every cell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QRadioButton, QSizePolicy, QWidget

from gsmon_desktop.forms import Choice, Question
from ui.widgets import look
from ui.widgets.editor import Editor
from ui.widgets.keys import plain, position
from ui.widgets.options import caps, check_only

_FIGURE = re.compile(r"^\s*[0-9]\s*[-–—.:)]\s*")  # "5 — excellent": the figure stands in the cell already
ROW_HEIGHT = 36
_CIRCLE = 28


class ScaleCell(QRadioButton):
    """One score of one question, drawn as a round key."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice = Choice("", "")
        self.cap = ""
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_choice(self, choice: Choice, cap: str) -> None:
        """Take over a score and its key."""
        self.choice, self.cap = choice, cap
        self.setAccessibleName(choice.label)
        self.setToolTip(choice.label)
        self.update()

    def hitButton(self, pos: object) -> bool:
        """All of it may be clicked."""
        del pos
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """A circle with the key; filled when chosen, a thicker ring when it has the keyboard."""
        del event
        colours = look.colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRect((self.width() - _CIRCLE) // 2, (self.height() - _CIRCLE) // 2, _CIRCLE, _CIRCLE)
        if self.hasFocus():
            painter.setPen(QPen(colours.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(circle.adjusted(-3, -3, 3, 3))
        painter.setPen(QPen(colours.accent if self.isChecked() else colours.line, 1))
        painter.setBrush(colours.accent if self.isChecked() else colours.field)
        painter.drawEllipse(circle)
        font = self.font()
        font.setBold(self.isChecked())
        painter.setFont(font)
        painter.setPen(colours.on_accent if self.isChecked() else colours.text)
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, self.cap.upper())


class ScaleRow(Editor):
    """The cells of one scored question; its words stand to the left, in the page."""

    completes = True

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._value = ""
        self._column = 76
        self.cells: list[ScaleCell] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_question(question)

    def set_column_width(self, width: int) -> None:
        """The width of every cell, so that rows stand under each other."""
        self._column = width
        for cell in self.cells:
            cell.setFixedSize(width, ROW_HEIGHT)

    def show_question(self, question: Question) -> None:
        """Take over a question; cells that are there already are kept."""
        while len(self.cells) < len(question.choices):
            cell = ScaleCell(self)
            cell.clicked.connect(self._on_cell_clicked)
            self._row.addWidget(cell)
            self.cells.append(cell)
        while len(self.cells) > len(question.choices):
            cell = self.cells.pop()
            self._row.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        keys = caps([choice.value for choice in question.choices])
        for cell, choice, cap in zip(self.cells, question.choices, keys, strict=True):
            cell.show_choice(choice, cap)
        self.set_column_width(self._column)
        self._value = question.value
        super().show_question(question)
        self._show_chosen()

    def value(self) -> str:
        """The chosen score."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show this score as chosen."""
        self._value = value
        self._show_chosen()

    def take_focus(self) -> None:
        """To the chosen score, else to the first."""
        self._focus_cell(next((c for c in self.cells if c.isChecked()), None))

    def press(self, event: QKeyEvent) -> bool:
        """A digit scores, Left and Right walk, Space takes the score walked to."""
        if not plain(event):
            return False
        focused = next((c for c in self.cells if c.hasFocus()), None)
        if event.key() == Qt.Key.Key_Space:
            return self._choose(focused)
        if event.key() == Qt.Key.Key_Delete:
            self.clear()
            return True
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if step and focused is not None:
            target = self.cells.index(focused) + step
            if 0 <= target < len(self.cells):
                self._focus_cell(self.cells[target])
            return True
        key = position(event)
        return bool(key) and self._choose(next((c for c in self.cells if c.cap == key), None))

    def _choose(self, cell: ScaleCell | None) -> bool:
        if cell is None or not self.isEnabled():
            return False
        self._focus_cell(cell)
        self.set_value(cell.choice.value)
        self.answered.emit(self._value)
        return True

    def _focus_cell(self, target: ScaleCell | None) -> None:
        target = target or next(iter(self.cells), None)
        for cell in self.cells:
            here = cell is target
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
        if target is not None:
            target.setFocus()

    def _on_cell_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, ScaleCell):
            self._choose(sender)

    def _show_chosen(self) -> None:
        check_only(self.cells, next((c for c in self.cells if c.choice.value == self._value), None))


class ScaleHeader(QWidget):
    """The scale's words over the columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.labels: list[QLabel] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)

    def show_choices(self, choices: Sequence[Choice]) -> int:
        """Take over the scale; returns the width of a column."""
        while len(self.labels) < len(choices):
            label = QLabel(self)
            label.setProperty("role", "small")
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
            self._row.addWidget(label)
            label.show()  # else it is shown later, and the section would jump
            self.labels.append(label)
        for label in self.labels[len(choices) :]:
            label.hide()
        metrics = self.fontMetrics()
        shown = [_FIGURE.sub("", choice.label) or choice.label for choice in choices]
        words = [word for text in shown for word in text.split()]
        width = max([72, *(metrics.horizontalAdvance(word) + 10 for word in words)])
        wrap = int(Qt.TextFlag.TextWordWrap)
        room = QRect(0, 0, width - 4, 400)
        height = max((metrics.boundingRect(room, wrap, text).height() for text in shown), default=0)
        for label, text in zip(self.labels, shown, strict=False):
            label.setText(text)
            label.setFixedSize(width, height)
        return width

    def sizeHint(self) -> QSize:
        """As wide as its columns."""
        return self._row.sizeHint()
