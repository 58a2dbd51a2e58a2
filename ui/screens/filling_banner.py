"""A line over the questions: something to know about the whole interview, and one thing to do about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ui import theme


class Banner(QFrame):
    """Hidden until `say`. Its button, or F9, does what it offers; it never takes the keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "warning")
        self._act: Callable[[], None] | None = None
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton(self)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self.act)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.L, theme.S, theme.M, theme.S)
        row.setSpacing(theme.M)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.hide()

    def say(self, text: str, verb: str = "", act: Callable[[], None] | None = None) -> None:
        """Show a sentence and what can be done; "" hides."""
        self._act = act
        self.words.setText(text)
        self.setAccessibleName(text)
        self.button.setText(f"{verb} (F9)")
        self.button.setVisible(act is not None)
        self.setVisible(bool(text))

    def act(self) -> None:
        """Do what is offered."""
        if self._act is not None:
            self._act()
