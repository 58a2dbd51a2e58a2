"""Asks why, before something finished is opened again or deleted. Says exactly what will happen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget

from ui.dialogs.asking import lay_out


class ReasonDialog(QDialog):
    """`reasoned` brings the reason; the verb's button sleeps until there is one. Escape changes nothing."""

    reasoned = Signal(str)

    def __init__(self, title: str, text: str, verb: str, parent: QWidget, *, danger: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        words = QLabel(text, self)
        words.setWordWrap(True)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Причина"))
        self.field.setAccessibleName(self.tr("Причина"))
        self.field.setMaxLength(500)
        self.agree = QPushButton(verb, self)
        self.agree.setProperty("kind", "danger" if danger else "primary")
        self.agree.setEnabled(False)
        self.agree.setDefault(True)
        self.back = QPushButton(self.tr("Не надо"), self)
        self.back.setAutoDefault(False)
        lay_out(self, (words, self.field), self.back, self.agree)
        self.setMinimumWidth(480)
        self.field.textChanged.connect(self._on_text_changed)
        self.agree.clicked.connect(self._on_agree_clicked)

    def _on_text_changed(self, text: str) -> None:
        self.agree.setEnabled(bool(text.strip()))

    def _on_agree_clicked(self) -> None:
        self.accept()
        self.reasoned.emit(self.field.text().strip())
