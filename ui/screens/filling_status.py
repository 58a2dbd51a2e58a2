"""Under the questions: when the last answer was saved and which keys work, or why an answer was not saved."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.bars import BottomLine
from ui.screens.base import Hints


class StatusLine(QWidget):
    """The window's bottom line while an interview is filled; above it a frame when the disk says no."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.trouble = QFrame(self)
        self.trouble.setProperty("role", "danger")
        self.words = QLabel(self.trouble)
        self.words.setWordWrap(True)
        inner = QHBoxLayout(self.trouble)
        inner.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        inner.addWidget(self.words)
        self.line = BottomLine(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.trouble)
        box.addWidget(self.line)
        self.clear()

    def clear(self) -> None:
        """Nothing to say yet."""
        self.trouble.hide()
        self.line.state.clear()

    def show_saved(self, at: datetime) -> None:
        """An answer is on the disk."""
        self.trouble.hide()
        self.line.show_saved(f"{at:%H:%M:%S}")

    def show_hints(self, hints: Hints) -> None:
        """The keys that work here."""
        self.line.show_hints(hints)

    def show_note(self, text: str) -> None:
        """Something small to know, until the next answer is saved."""
        self.line.state.setText(text)

    def show_trouble(self, sentence: str) -> None:
        """The answer was not saved: why, and what to do."""
        self.words.setText("⚠ " + self.tr("Ответ не сохранён и отменён.") + " " + sentence)
        self.words.setAccessibleName(self.words.text())
        self.trouble.show()
