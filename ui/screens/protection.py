"""The card Защита of the settings: how the workspace is protected, when it is locked, what can be changed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.guard import USUAL, Guard
from ui.i18n import is_language_change
from ui.screens.base import label
from ui.widgets.flow import Flow

MINUTES = (0, 1, 5, USUAL, 30, 60)


class ProtectionPart(QWidget):
    """What is asked goes to the `Guard`; the minutes and the system's store to the settings."""

    minutes_chosen = Signal(int)
    forget_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._encrypted, self._remembered = False, False
        self.state = label("muted", self)
        self.state.setWordWrap(True)
        self.protect, self.change, self.renew = QPushButton(self), QPushButton(self), QPushButton(self)
        self.lock, self.unprotect, self.forget = QPushButton(self), QPushButton(self), QPushButton(self)
        self.forget.clicked.connect(self.forget_asked)
        self.idle, self.minutes = QLabel(self), QComboBox(self)
        self.idle.setBuddy(self.minutes)
        self.minutes.activated.connect(self._on_minutes_activated)
        self._guard: Guard | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addWidget(self.state)
        for parts in (
            (self.idle, self.minutes, self.lock),
            (self.protect, self.change, self.unprotect),
            (self.renew, self.forget),
        ):
            row = Flow(spacing=theme.M)
            for part in parts:
                row.addWidget(part)
            column.addLayout(row)
        self.retranslate()

    def connect_to(self, guard: Guard) -> None:
        """Who does what is asked."""
        self._guard = guard
        self.protect.clicked.connect(guard.protect)
        self.change.clicked.connect(guard.change)
        self.renew.clicked.connect(guard.renew_recovery)
        self.unprotect.clicked.connect(guard.unprotect)
        self.lock.clicked.connect(guard.lock)

    def show_state(self, minutes: str, *, encrypted: bool, remembered: bool) -> None:
        """How the workspace is protected now."""
        self._encrypted, self._remembered = encrypted, remembered
        wanted = int(minutes) if minutes.isdigit() else USUAL
        with QSignalBlocker(self.minutes):
            self.minutes.setCurrentIndex(max(self.minutes.findData(wanted), 0))
        self.retranslate()

    def retranslate(self) -> None:
        """Writes the texts, shows what can be done."""
        self.state.setText(
            self.tr("Рабочая папка зашифрована. Книги Excel и пакеты, которые вы сохраняете, уходят из неё "
                    "как есть.")
            if self._encrypted
            else self.tr("Рабочая папка не зашифрована: её прочтёт любой, у кого окажется этот компьютер.")
        )  # fmt: skip
        self.protect.setText(self.tr("Защитить паролем…"))
        self.change.setText(self.tr("Сменить пароль…"))
        self.renew.setText(self.tr("Новый ключ восстановления…"))
        self.unprotect.setText(self.tr("Снять защиту…"))
        self.lock.setText(self.tr("Закрыть сейчас"))
        self.lock.setToolTip("Ctrl+L")
        self.forget.setText(self.tr("Забыть пароль в системе"))
        self.idle.setText(self.tr("Закрывать без дела"))
        chosen = self.minutes.currentIndex()
        with QSignalBlocker(self.minutes):
            self.minutes.clear()
            for minutes in MINUTES:
                text = self.tr("через {n} мин").format(n=minutes) if minutes else self.tr("никогда")
                self.minutes.addItem(text, minutes)
            self.minutes.setCurrentIndex(chosen if chosen >= 0 else MINUTES.index(USUAL))
        self.minutes.setAccessibleName(self.idle.text())
        self.protect.setVisible(not self._encrypted)
        for part in (self.change, self.renew, self.unprotect, self.lock, self.idle, self.minutes):
            part.setVisible(self._encrypted)
        self.forget.setVisible(self._encrypted and self._remembered)

    def changeEvent(self, event: QEvent) -> None:
        """New language."""
        if is_language_change(event):
            self.retranslate()
        super().changeEvent(event)

    def _on_minutes_activated(self) -> None:
        minutes = int(self.minutes.currentData())
        self.minutes_chosen.emit(minutes)
        if self._guard is not None:
            self._guard.watch(str(minutes))
