"""Shows what moving a draft to a newer version of its form would do, before it is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton, QWidget

from ui.dialogs.asking import lay_out


class MovingDialog(QDialog):
    """`agreed` asks for the move. Escape changes nothing; the account can be read and copied."""

    agreed = Signal()

    def __init__(self, text: str, account: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Перенести на новую версию"))
        words = QLabel(text, self)
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        self.account = QPlainTextEdit("\n".join(account), self)
        self.account.setReadOnly(True)
        self.account.setTabChangesFocus(True)
        self.account.setAccessibleName(self.tr("Что будет с ответами"))
        self.agree = QPushButton(self.tr("Перенести"), self)
        self.agree.setProperty("kind", "primary")
        self.agree.setDefault(True)
        self.back = QPushButton(self.tr("Не надо"), self)
        self.back.setAutoDefault(False)
        lay_out(self, (words, self.account), self.back, self.agree)
        self.resize(640, 400)
        self.agree.setFocus()
        self.agree.clicked.connect(self._on_agree_clicked)

    def _on_agree_clicked(self) -> None:
        self.accept()
        self.agreed.emit()
