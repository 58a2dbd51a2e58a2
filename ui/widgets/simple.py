"""Questions with little or nothing to answer: a note, a calculated value, an acknowledgement."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gsmon_desktop.forms import Choice, Question
from ui.widgets.editor import Editor
from ui.widgets.keys import plain, position
from ui.widgets.options import CheckOption

DONE = "OK"
"""What XForms stores for an acknowledged trigger."""


class NoteEditor(Editor):
    """Nothing to answer; the words stand in the page. The keyboard never stops here."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._value = question.value
        self.show_question(question)

    def value(self) -> str:
        """What a calculation may have put there."""
        return self._value

    def set_value(self, value: str) -> None:
        """Keep it."""
        self._value = value


class CalculatedEditor(Editor):
    """A value the form works out, shown as words; the keyboard never stops here."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._value = ""
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words)
        self.show_question(question)

    def show_question(self, question: Question) -> None:
        """Take over a question."""
        super().show_question(question)
        self.set_value(question.value)

    def value(self) -> str:
        """The value."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show it as people write it; a dash while there is none."""
        self._value = value
        self.words.setText(f"= {_in_words(self.question, value)}" if value else "—")


def _in_words(question: Question, value: str) -> str:
    labels = {choice.value: choice.label for choice in question.choices}
    if labels:
        return ", ".join(labels.get(word, word) for word in value.split())
    kind = question.element.type
    try:
        if kind == "date":
            return f"{date.fromisoformat(value):%d.%m.%Y}"
        if kind == "dateTime":
            return f"{datetime.fromisoformat(value):%d.%m.%Y %H:%M}"
    except ValueError:
        return value
    if kind == "time":
        return value[:5]
    return value.replace(".", ",") if kind == "decimal" else value


class AcknowledgeEditor(Editor):
    """One thing to confirm, by Space or 1; Enter goes on."""

    completes = True

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._value = ""
        self.option = CheckOption(self)
        self.option.clicked.connect(self._toggle)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.option)
        row.addStretch(1)
        self.setFocusProxy(self.option)
        self.retranslate()
        self.show_question(question)

    def retranslate(self) -> None:
        """Texts of the window's own language."""
        self.option.show_choice(Choice(DONE, self.tr("Подтверждаю")), "1")

    def changeEvent(self, event: QEvent) -> None:
        """Qt's."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def show_question(self, question: Question) -> None:
        """Take over a question."""
        super().show_question(question)
        self.option.setAccessibleDescription(question.label)

    def value(self) -> str:
        """OK or nothing."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show as confirmed or not."""
        self._value = value
        self.option.setChecked(bool(value))

    def press(self, event: QKeyEvent) -> bool:
        """Space or 1."""
        if plain(event) and (event.text() == " " or position(event) == "1"):
            self._toggle()
            return True
        return False

    def _toggle(self) -> None:
        self.set_value("" if self._value else DONE)
        self.answered.emit(self._value)
