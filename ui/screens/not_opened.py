"""The workspace could not be opened: why, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gsmon_desktop.errors import GsmonError, sentence
from ui import theme
from ui.i18n import Language, is_language_change
from ui.screens.base import label, middle


class NotOpenedScreen(QWidget):
    """One sentence with its remedy, and three ways on."""

    again = Signal()
    other = Signal()

    def __init__(self, error: GsmonError, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._error, self._language = error, language
        self.title, self.why = label("title", self), label("", self)
        for each in (self.title, self.why):
            each.setWordWrap(True)
        self.retry, self.choose = QPushButton(self), QPushButton(self)
        self.retry.setProperty("kind", "primary")
        self.retry.clicked.connect(self.again)
        self.choose.clicked.connect(self.other)
        card = QFrame(self)
        card.setProperty("role", "card")
        card.setFixedWidth(600)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.S)
        buttons.addStretch(1)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.retry)
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.XL)
        column.setSpacing(theme.L)
        column.addWidget(self.title)
        column.addWidget(self.why)
        column.addLayout(buttons)
        middle(self, card)
        self.setFocusProxy(self.retry)
        self.retranslate()

    def retranslate(self) -> None:
        """Writes the texts."""
        self.title.setText(self.tr("Рабочая папка не открылась"))
        self.why.setText(sentence(self._error, self._language.code))
        self.retry.setText(self.tr("Попробовать снова"))
        self.choose.setText(self.tr("Другая папка…"))

    def changeEvent(self, event: QEvent) -> None:
        """New language."""
        if is_language_change(event):
            self.retranslate()
        super().changeEvent(event)
