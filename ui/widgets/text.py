"""Typed answers: a line of text, several lines, whole and decimal numbers, a phone number."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from gsmon_desktop.forms import Question
from ui.widgets.dropdown import Dropdown
from ui.widgets.editor import Editor
from ui.widgets.keys import digit, plain
from ui.widgets.matching import find, fold

PAUSE_MS = 800
"""After so long without a key, words typed so far are reported, so that a crash loses no sentence."""


class LineEditor(Editor):
    """One line, reported when the person goes on (Enter, Tab, another question)."""

    field_width = 420

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._value = ""
        self._tried = False
        self.line = QLineEdit(self)
        self.line.setMaximumWidth(self.field_width)
        self.line.textEdited.connect(self._on_text_edited)
        self.row = QHBoxLayout()
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.row.addWidget(self.line, 1)
        self.row.addStretch(0)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(4)
        self.box.addLayout(self.row)
        self.setFocusProxy(self.line)
        self.retranslate()
        self.show_question(question)

    def retranslate(self) -> None:
        """Texts of the window's own language."""

    def changeEvent(self, event: QEvent) -> None:
        """Qt's."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.edited.emit()
        super().changeEvent(event)

    def show_question(self, question: Question) -> None:
        """Take over a question; what is being typed stays."""
        super().show_question(question)
        self.line.setAccessibleName(question.label)
        self.line.setAccessibleDescription(question.hint)

    def parse(self, text: str) -> str | None:
        """The value of a typed text; None when it is none."""
        return text.strip()

    def shown(self, value: str) -> str:
        """How a value is written in the field."""
        return value

    def value(self) -> str:
        """The value last reported or given."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show this value instead of what is typed."""
        self._value = value
        self.line.setText(self.shown(value))

    def pending(self) -> bool:
        """The field holds something else than the value."""
        return self.parse(self.line.text()) != self._value

    def typing(self) -> bool:
        """Something stands in the field."""
        return bool(self.line.text())

    def flush(self) -> None:
        """Report what stands in the field if it is a new value."""
        value = self.parse(self.line.text())
        if value is None:
            self._tried = True
            self.edited.emit()
        elif value != self._value:
            self._value = value
            self.answered.emit(value)

    def problem(self) -> str:
        """What the field should look like, once the person tried to go on with something else."""
        return self.pattern() if self._tried and self.parse(self.line.text()) is None else ""

    def pattern(self) -> str:
        """What a value looks like, in words."""
        return ""

    def _on_text_edited(self) -> None:
        self._tried = False
        self.edited.emit()

    def leave(self) -> None:
        """Write a good value tidily."""
        if self.parse(self.line.text()) is not None:
            self.line.setText(self.shown(self._value))

    def take_focus(self) -> None:
        """To the field, all of it selected, so that typing replaces it."""
        self.line.setFocus()
        self.line.selectAll()


class TextEditor(LineEditor):
    """A line of text; with suggestions, they open under it and Down and Enter take one."""

    field_width = 640

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        self._suggestions: list[str] = []
        self._near: dict[str, str] | None = None
        super().__init__(question, parent)
        self.dropdown = Dropdown(self.line)
        self.dropdown.picked.connect(self._on_dropdown_picked)
        self.line.textEdited.connect(self._on_line_edited)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.flush)

    def asked(self, near: Mapping[str, str]) -> bool:
        """Whether suggestions near this were asked for already; from now on they were."""
        before, self._near = self._near, dict(near)
        return before == self._near

    def set_suggestions(self, texts: Sequence[str]) -> None:
        """Earlier answers, the likeliest first."""
        self._suggestions = list(texts)
        if self.line.hasFocus() and not self.line.text() and not self.calm:
            self._open()

    def take_focus(self) -> None:
        """To the field; suggestions open while it is empty."""
        super().take_focus()
        if not self.line.text() and not self.calm:
            self._open()

    def press(self, event: QKeyEvent) -> bool:
        """Walk the suggestions and take one."""
        if event.key() == Qt.Key.Key_Down and not self.dropdown.isVisible() and self._suggestions:
            self._open()
            return self.dropdown.isVisible() and self.dropdown.press(event)
        return self.dropdown.press(event)

    def leave(self) -> None:
        """Close the suggestions."""
        self._pause.stop()
        self.dropdown.hide()
        super().leave()

    def flush(self) -> None:
        """Report what stands in the field."""
        self._pause.stop()
        super().flush()

    def overhang(self) -> int:
        """The open list."""
        return self.dropdown.height() + 4 if self.dropdown.isVisible() else 0

    def _open(self) -> None:
        if not self._suggestions:
            return
        text = self.line.text().strip()
        shown = [i for i in find(text, [fold(s) for s in self._suggestions]) if self._suggestions[i] != text]
        self.dropdown.open(self._suggestions, shown, current=False)
        self.edited.emit()

    def _on_line_edited(self) -> None:
        self._pause.start()
        if not self.calm:
            self._open()

    def _on_dropdown_picked(self, index: int) -> None:
        self.dropdown.hide()
        self.line.setText(self._suggestions[index])
        self.flush()


class UnknownEditor(TextEditor):
    """A type this version has no widget for: kept as text, and said."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        self.notice = QLabel()
        self.notice.setWordWrap(True)
        self.notice.setProperty("role", "warning")
        super().__init__(question, parent)
        self.box.addWidget(self.notice)

    def retranslate(self) -> None:
        """Say what it is."""
        notice = self.tr("Тип «{0}» эта версия показывает простым текстом: ответ записывается как есть.")
        self.notice.setText(notice.format(self.question.element.type))


class LongTextEditor(Editor):
    """Several lines. Enter goes on, Alt+Enter begins a new line."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._value = ""
        self.area = QPlainTextEdit(self)
        self.area.setTabChangesFocus(True)
        self.area.setFixedHeight(72)
        self.area.setMaximumWidth(760)
        self.area.textChanged.connect(self._on_area_changed)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.area)
        self.setFocusProxy(self.area)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.show_question(question)

    def show_question(self, question: Question) -> None:
        """Take over a question; what is being typed stays."""
        super().show_question(question)
        self.area.setAccessibleName(question.label)
        self.area.setAccessibleDescription(question.hint)

    def value(self) -> str:
        """The value last reported or given."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show this text."""
        self._value = value
        self.area.setPlainText(value)
        self._pause.stop()

    def pending(self) -> bool:
        """The field holds something else than the value."""
        return self.area.toPlainText().strip() != self._value

    def typing(self) -> bool:
        """Something stands in the field."""
        return bool(self.area.toPlainText())

    def flush(self) -> None:
        """Report the text if it is new."""
        self._pause.stop()
        value = self.area.toPlainText().strip()
        if value != self._value:
            self._value = value
            self.answered.emit(value)

    def press(self, event: QKeyEvent) -> bool:
        """A new line by Alt+Enter; arrows stay in the text while there is any."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.area.insertPlainText("\n")
                return True
            return False
        return False

    def wants_arrows(self) -> bool:
        """There are lines to walk through."""
        return self.area.blockCount() > 1

    def take_focus(self) -> None:
        """To the end of the text."""
        self.area.setFocus()
        self.area.moveCursor(self.area.textCursor().MoveOperation.End)

    def leave(self) -> None:
        """Nothing waits any more."""
        self._pause.stop()

    def _on_area_changed(self) -> None:
        self._pause.start()
        self.edited.emit()


class FiguresEditor(LineEditor):
    """A line that takes only some characters, and digits also from the Kazakh layout's top row."""

    allowed = "0123456789"

    def press(self, event: QKeyEvent) -> bool:
        """Digits by place; a letter does nothing."""
        if not plain(event):
            return False
        figure = digit(event, self.allowed)
        if figure and figure != event.text():
            self.line.insert(figure)
            self.line.textEdited.emit(self.line.text())
            return True
        text = event.text()
        return bool(text) and text.isprintable() and text not in self.allowed


class IntegerEditor(FiguresEditor):
    """A whole number."""

    field_width = 140
    allowed = "0123456789-+"

    def parse(self, text: str) -> str | None:
        """Whole numbers, spaces between thousands allowed."""
        bare = "".join(text.split())
        if not bare:
            return ""
        return str(int(bare)) if re.fullmatch(r"[+-]?[0-9]{1,15}", bare) else None

    def pattern(self) -> str:
        """What a whole number looks like."""
        return self.tr("Нужно целое число, например 42.")


class DecimalEditor(FiguresEditor):
    """A decimal number, with a comma or a full stop."""

    field_width = 180
    allowed = "0123456789-+,."

    def parse(self, text: str) -> str | None:
        """Decimal numbers; the value has a full stop."""
        bare = "".join(text.split()).replace(",", ".")
        if not bare:
            return ""
        return bare.lstrip("+") if re.fullmatch(r"[+-]?([0-9]{1,15}(\.[0-9]*)?|\.[0-9]+)", bare) else None

    def shown(self, value: str) -> str:
        """With the comma people write."""
        return value.replace(".", ",")

    def pattern(self) -> str:
        """What a number looks like."""
        return self.tr("Нужно число, например 3,5.")


class PhoneEditor(FiguresEditor):
    """A phone number in groups; Kazakhstan's numbers are stored as +7 and ten digits apart by spaces."""

    field_width = 260
    allowed = "0123456789+-() "

    def parse(self, text: str) -> str:
        """Ten digits (or eleven from 7 or 8) become +7 701 123 45 67; anything else stays as typed."""
        figures = "".join(c for c in text if c.isdigit())
        if len(figures) == 11 and figures[0] in "78":
            figures = figures[1:]
        foreign = text.strip().startswith("+") and not text.strip().startswith("+7")
        if len(figures) != 10 or foreign:
            return " ".join(text.split())
        return f"+7 {figures[:3]} {figures[3:6]} {figures[6:8]} {figures[8:]}"

    def retranslate(self) -> None:
        """A pattern to go by."""
        self.line.setPlaceholderText("+7 701 123 45 67")
