"""Choosing one of many by typing a few of its words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from gsmon_desktop.forms import Question
from ui.widgets.dropdown import Dropdown
from ui.widgets.editor import Editor
from ui.widgets.matching import find, fold

_WIDTH = 760


class SearchList(Editor):
    """A field with the chosen line in it; typing over it searches, the list opens under it.

    The list opens when the keyboard arrives at an unanswered question, and by typing or Down. Nothing is
    marked until a word is typed, so Enter can't choose by accident. A line too long for the field stands in
    full below it.
    """

    completes = True

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._value = ""
        self._query: str | None = None
        self._labels: list[str] = []
        self._folded: list[str] = []
        self.line = QLineEdit(self)
        self.line.setMaximumWidth(_WIDTH)
        self.chosen = QLabel(self)
        self.chosen.setWordWrap(True)
        self.chosen.setContentsMargins(9, 0, 0, 0)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.line)
        box.addWidget(self.chosen)
        self.dropdown = Dropdown(self.line)
        self.dropdown.picked.connect(self._on_dropdown_picked)
        self.line.textEdited.connect(self._on_line_edited)
        self.setFocusProxy(self.line)
        self.show_question(question)

    def retranslate(self) -> None:
        """Texts of the window's own language."""
        self._show_chosen()

    def changeEvent(self, event: QEvent) -> None:
        """Qt's."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def show_question(self, question: Question) -> None:
        """Take over a question; the list is read anew only when it changed."""
        labels = [choice.label for choice in question.choices]
        if labels != self._labels:
            self._labels = labels
            self._folded = [
                f"{fold(c.label)} {fold(c.value)} {_number(c.value)}".rstrip() for c in question.choices
            ]
        self._value = question.value
        super().show_question(question)
        self.line.setAccessibleName(question.label)
        self.line.setAccessibleDescription(question.hint)
        self._show_chosen()
        if self.dropdown.isVisible():
            self._open()

    def value(self) -> str:
        """The chosen value."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show this as chosen, nothing typed."""
        self._value, self._query = value, None
        self._show_chosen()

    def pending(self) -> bool:
        """Words are typed, no line taken."""
        return bool(self._query)

    def typing(self) -> bool:
        """Backspace first rubs out what is typed, then goes back."""
        return bool(self._query)

    def take_focus(self) -> None:
        """To the field, typing replaces what is in it; the list opens while there is no answer."""
        self.line.setFocus()
        self.line.selectAll()
        if not self._value and not self.calm:
            self._open()

    def leave(self) -> None:
        """Close the list; half a word is no answer."""
        self.dropdown.hide()
        self.set_value(self._value)

    def overhang(self) -> int:
        """The open list."""
        return self.dropdown.height() + 4 if self.dropdown.isVisible() else 0

    def press(self, event: QKeyEvent) -> bool:
        """Walk the list, take a line, or first rub out what is typed."""
        if event.key() == Qt.Key.Key_Down and not self.dropdown.isVisible():
            self._open()
            return True
        if event.key() == Qt.Key.Key_Escape and self._query:
            self.set_value(self._value)
            self._open()
            return True
        if event.key() == Qt.Key.Key_Delete and not self._query:
            self.clear()
            return True
        return self.dropdown.press(event)

    def _lines(self) -> list[str]:
        """The list's lines."""
        return self._labels

    def _open(self) -> None:
        query = self._query or ""
        self.dropdown.open(self._lines(), find(query, self._folded), current=bool(query.strip()))
        self.edited.emit()

    def _on_line_edited(self, text: str) -> None:
        self._query = text
        self._open()

    def problem(self) -> str:
        """Said while typing: nothing holds these words."""
        if self._query and self._query.strip() and self.dropdown.lines.rowCount() == 0:
            return self.tr("Ничего не найдено. Попробуйте другое слово или его начало.")
        return ""

    def _on_dropdown_picked(self, index: int) -> None:
        self.dropdown.hide()
        self.set_value(self.question.choices[index].value)
        self.answered.emit(self._value)

    def _show_chosen(self) -> None:
        label = next((c.label for c in self.question.choices if c.value == self._value), self._value)
        if self._query is None:
            self.line.setText(label)
            self.line.setCursorPosition(0)
        long = self.line.fontMetrics().horizontalAdvance(label) > min(self.line.width(), _WIDTH) - 24
        self.chosen.setText(f"✓ {label}")
        self.chosen.setVisible(bool(self._value) and long)
        self.line.setPlaceholderText(self.tr("Слова из названия или номер"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Whether the line fits its field may have changed."""
        super().resizeEvent(event)
        self._show_chosen()


def _number(value: str) -> str:
    """The digits of a value like s07, so that `7` finds it."""
    digits = "".join(c for c in value if c.isdigit())
    return digits.lstrip("0")
