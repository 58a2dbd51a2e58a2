"""The workspace could not be opened: why, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QPushButton, QVBoxLayout, QWidget

from gsmon_desktop.errors import GsmonError, sentence
from ui import theme
from ui.i18n import Language, is_language_change
from ui.screens.base import Page, label, middle
from ui.widgets.flow import Flow
from ui.widgets.notice import Notice

_DAMAGED = ("workspace.damaged",)


class NotOpenedScreen(Page):
    """One sentence with its remedy, and the ways on; a damaged workspace can be repaired from here."""

    again = Signal()
    other = Signal()
    repair_requested = Signal()
    restore_requested = Signal()

    def __init__(self, error: GsmonError, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._error, self._language = error, language
        self.title, self.why = label("title", self), label("", self)
        for each in (self.title, self.why):
            each.setWordWrap(True)
        self.retry, self.choose = QPushButton(self), QPushButton(self)
        self.retry.clicked.connect(self.again)
        self.choose.clicked.connect(self.other)
        damaged = error.code in _DAMAGED
        self.repair, self.restore = QPushButton(self), QPushButton(self)
        self.repair.clicked.connect(self.repair_requested)
        self.repair.setVisible(damaged)
        self.restore.clicked.connect(self.restore_requested)
        self.restore.setVisible(damaged)
        self.first = self.repair if damaged else self.retry
        self.first.setProperty("kind", "primary")
        self.notice = Notice(self, closable=False)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.hide()
        card = QFrame(self)
        card.setProperty("role", "card")
        card.setFixedWidth(760 if damaged else 600)
        buttons = Flow()
        buttons.addWidget(self.choose)
        buttons.addWidget(self.restore)
        buttons.push_right()
        for button in (self.retry, self.repair):
            buttons.addWidget(button)
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.XL)
        column.setSpacing(theme.L)
        column.addWidget(self.title)
        column.addWidget(self.why)
        column.addWidget(self.notice)
        column.addWidget(self.bar)
        column.addLayout(buttons)
        middle(self, card)
        self.retranslate()

    def show_working(self, *, working: bool) -> None:
        """While it is repaired nothing else can be asked for."""
        self.bar.setVisible(working)
        for button in (self.retry, self.choose, self.repair, self.restore):
            button.setEnabled(not working)

    def show_trouble(self, error: GsmonError) -> None:
        """Why it could not be repaired."""
        self.show_working(working=False)
        self.notice.show_error(error, self._language)

    def retranslate(self) -> None:
        """Writes the texts."""
        self.title.setText(self.tr("Рабочая папка не открылась"))
        self.why.setText(sentence(self._error, self._language.code))
        self.retry.setText(self.tr("Попробовать снова"))
        self.choose.setText(self.tr("Другая папка…"))
        self.repair.setText(self.tr("Проверить и исправить"))
        self.restore.setText(self.tr("Вернуть из копии…"))
        self.bar.setAccessibleName(self.tr("Проверяю и исправляю"))

    def changeEvent(self, event: QEvent) -> None:
        """New language."""
        if is_language_change(event):
            self.retranslate()
        super().changeEvent(event)
