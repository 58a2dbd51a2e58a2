"""Under the questions: when the last answer was saved and which keys work, or why an answer was not saved."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.bars import BottomLine
from ui.screens.base import Hints


class StatusLine(QWidget):
    """The window's bottom line while an interview is filled; above it a frame when the disk says no."""

    retry_asked = Signal()
    """Save the refused answer once more."""
    elsewhere_asked = Signal()
    """Go on in another folder."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.trouble = QFrame(self)
        self.trouble.setProperty("role", "danger")
        self.words = QLabel(self.trouble)
        self.words.setWordWrap(True)
        self.retry, self.elsewhere = QPushButton(self.trouble), QPushButton(self.trouble)
        for button, asked in ((self.retry, self.retry_asked), (self.elsewhere, self.elsewhere_asked)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard stays at the question
            button.clicked.connect(asked)
        inner = QHBoxLayout(self.trouble)
        inner.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        inner.setSpacing(theme.S)
        inner.addWidget(self.words, 1)
        inner.addWidget(self.retry)
        inner.addWidget(self.elsewhere)
        self.line = BottomLine(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.trouble)
        box.addWidget(self.line)
        self.clear()
        self.retranslate()

    def retranslate(self) -> None:
        """Writes the buttons' texts."""
        self.retry.setText(self.tr("Повторить (F5)"))
        self.elsewhere.setText(self.tr("Сохранить в другую папку… (F6)"))

    def clear(self) -> None:
        """Nothing to say yet."""
        self.trouble.hide()
        self.line.say("")

    def show_saved(self, at: datetime) -> None:
        """An answer is on the disk."""
        self.trouble.hide()
        self.line.show_saved(f"{at:%H:%M:%S}")

    def show_hints(self, hints: Hints) -> None:
        """The keys that work here."""
        self.line.show_hints(hints)

    def show_note(self, text: str) -> None:
        """Something small to know, until the next answer is saved."""
        self.line.say(text)

    def show_trouble(self, sentence: str, *, again: bool = False, elsewhere: bool = False) -> None:
        """The answer was not saved: why, and what to do. `again`: it can be tried once more."""
        self.words.setText("⚠ " + self.tr("Ответ не сохранён и отменён.") + " " + sentence)
        self.words.setAccessibleName(self.words.text())
        self.retry.setVisible(again)
        self.elsewhere.setVisible(elsewhere)
        self.trouble.show()
