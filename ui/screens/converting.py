"""The workspace is being encrypted or decrypted: how far it is, and that nothing is lost whatever happens."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout, QWidget

from ui import theme
from ui.i18n import is_language_change
from ui.screens.base import label, middle
from ui.tasks import Job


class ConvertingScreen(QWidget):
    """Shows a job's progress; there is nothing to press."""

    def __init__(self, job: Job, *, encrypting: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._encrypting = encrypting
        self.title, self.words, self.bar = label("title", self), label("muted", self), QProgressBar(self)
        self.words.setWordWrap(True)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        job.setParent(self)
        job.progressed.connect(self._on_job_progressed)
        card = QFrame(self)
        card.setProperty("role", "card")
        card.setFixedWidth(560)
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.XL)
        column.setSpacing(theme.L)
        for part in (self.title, self.words, self.bar):
            column.addWidget(part)
        middle(self, card)
        self.retranslate()

    def retranslate(self) -> None:
        """Writes the texts."""
        self.title.setText(
            self.tr("Шифрую рабочую папку") if self._encrypting else self.tr("Снимаю шифрование")
        )
        self.words.setText(
            self.tr("Если программа или компьютер выключатся, ничего не пропадёт: папка откроется "
                    "прежней или уже готовой.")
        )  # fmt: skip
        self.bar.setAccessibleName(self.title.text())

    def changeEvent(self, event: QEvent) -> None:
        """New language."""
        if is_language_change(event):
            self.retranslate()
        super().changeEvent(event)

    def _on_job_progressed(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
