"""Shows the words of somebody's keys to be compared over the telephone, before the device is trusted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget

from ui.dialogs.asking import lay_out


class CompareWordsDialog(QDialog):
    """`agreed` brings what people call the device ("" if nothing was typed). Escape changes nothing."""

    agreed = Signal(str)

    def __init__(self, title: str, text: str, words: str, verb: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        told = QLabel(text, self)
        told.setWordWrap(True)
        self.words = QLabel(words, self)
        self.words.setProperty("role", "heading")
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Чей это компьютер, например «Астана, супервайзер»"))
        self.field.setAccessibleName(self.tr("Чей это компьютер"))
        self.field.setMaxLength(80)
        self.agree, self.back = QPushButton(verb, self), QPushButton(self.tr("Не надо"), self)
        self.agree.setProperty("kind", "primary")
        self.agree.setAutoDefault(False)  # nobody is trusted by an Enter too many
        self.back.setDefault(True)
        lay_out(self, (told, self.words, self.field), self.back, self.agree)
        self.setMinimumWidth(520)
        self.agree.clicked.connect(self._on_agree_clicked)

    def _on_agree_clicked(self) -> None:
        self.accept()
        self.agreed.emit(self.field.text().strip())
