"""The line under the questions: when the last answer was saved, or why it was not."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import theme


class StatusLine(QWidget):
    """Small words while all is well; a frame that can't be overlooked when the disk says no."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.trouble = QFrame(self)
        self.trouble.setProperty("role", "danger")
        self.words = QLabel(self.trouble)
        self.words.setWordWrap(True)
        inner = QHBoxLayout(self.trouble)
        inner.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        inner.addWidget(self.words)
        self.saved = QLabel(self)
        self.saved.setProperty("role", "small")
        self.note = QLabel(self)
        self.note.setProperty("role", "small")
        small = QHBoxLayout()
        small.addWidget(self.saved)
        small.addStretch(1)
        small.addWidget(self.note)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.L, theme.XS, theme.L, theme.XS)
        box.setSpacing(theme.XS)
        box.addWidget(self.trouble)
        box.addLayout(small)
        self.clear()

    def clear(self) -> None:
        """Nothing to say yet."""
        self.trouble.hide()
        self.saved.clear()
        self.note.clear()

    def show_saved(self, at: datetime) -> None:
        """An answer is on the disk."""
        self.trouble.hide()
        self.note.clear()
        self.saved.setText(self.tr("✓ сохранено {0}").format(f"{at:%H:%M:%S}"))

    def show_note(self, text: str) -> None:
        """Something small to know."""
        self.note.setText(text)

    def show_trouble(self, sentence: str) -> None:
        """The answer was not saved: why, and what to do."""
        self.words.setText("⚠ " + self.tr("Ответ не сохранён и отменён.") + " " + sentence)
        self.words.setAccessibleName(self.words.text())
        self.trouble.show()
