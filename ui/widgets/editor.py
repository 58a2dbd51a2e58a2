"""What every answer widget is: shows one question's value and reports one thing, a new value."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gsmon_desktop.forms import Question


class Editor(QWidget):
    """The answer widget of one question, made by `ui.widgets.factory.make`.

    It is given a `Question` and never looks anywhere else. Values are in XForms' lexical form ("" is no
    answer; choices of a multiple select apart by spaces). It reports by `answered` only; `set_value` is
    silent.
    """

    answered = Signal(str)
    """The person gave this value ("" cleared it)."""

    remarked = Signal(str)
    """Words for the question's comment that came with an answer."""

    edited = Signal()
    """Something not yet answered was typed; the words of `problem` may have changed."""

    completes = False
    """One answer is the whole answer: the focus may move on without Enter."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self.calm = False
        """Nothing opens by itself."""

    def value(self) -> str:
        """The value shown."""
        raise NotImplementedError

    def set_value(self, value: str) -> None:
        """Show a value without reporting it."""
        raise NotImplementedError

    def show_question(self, question: Question) -> None:
        """Take over labels, choices, value and whether it may be changed."""
        self.question = question
        self.setAccessibleName(question.label)
        self.setAccessibleDescription(question.hint)
        self.setEnabled(not question.readonly)
        if question.value != self.value():
            self.set_value(question.value)

    def press(self, event: QKeyEvent) -> bool:
        """Take a key that means something to this question; False leaves it to the page."""
        del event
        return False

    def flush(self) -> None:
        """Report what was typed and not yet reported."""

    def problem(self) -> str:
        """Why what is typed can't be a value, in words; "" when it can."""
        return ""

    def pending(self) -> bool:
        """Something is typed that is no answer yet."""
        return False

    def typing(self) -> bool:
        """Something is typed that Backspace should rub out before it goes back."""
        return False

    def wants_arrows(self) -> bool:
        """Up and Down walk inside the widget and not between questions."""
        return False

    def clear(self) -> None:
        """Take the answer away and report it."""
        if self.value() and self.isEnabled():
            self.set_value("")
            self.answered.emit("")

    def take_focus(self) -> None:
        """Give the keyboard to the right part of the widget."""
        self.setFocus()

    def leave(self) -> None:
        """The keyboard went to another question."""

    def overhang(self) -> int:
        """Pixels of an open list below the widget that should be seen too."""
        return 0
