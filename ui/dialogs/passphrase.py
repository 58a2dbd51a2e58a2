"""Asks for the present passphrase, a new one, or both, before the protection of a workspace changes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from ui.dialogs.asking import lay_out
from ui.widgets.passphrase import PassphraseForm, secret_field


class PassphraseDialog(QDialog):
    """`given` brings the present and the new passphrase, "" for one not asked. Escape changes nothing."""

    given = Signal(str, str)

    def __init__(
        self, title: str, text: str, verb: str, parent: QWidget, *, present: bool, new: bool
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        words = QLabel(text, self)
        words.setWordWrap(True)
        self.present = secret_field(self)
        self.present.setPlaceholderText(self.tr("Нынешний пароль"))
        self.present.setAccessibleName(self.tr("Нынешний пароль"))
        self.present.setVisible(present)
        self.new = PassphraseForm(self)
        self.new.setVisible(new)
        self._present, self._new = present, new
        self.agree, self.back = QPushButton(verb, self), QPushButton(self.tr("Не надо"), self)
        self.agree.setProperty("kind", "primary")
        self.agree.setDefault(True)
        self.back.setAutoDefault(False)
        lay_out(self, (words, self.present, self.new), self.back, self.agree)
        self.setMinimumWidth(520)
        self.present.textChanged.connect(self._settle)
        self.new.edited.connect(self._settle)
        self.agree.clicked.connect(self._on_agree_clicked)
        (self.present if present else self.new).setFocus()
        self._settle()

    def _settle(self) -> None:
        ready = (not self._present or self.present.text()) and (not self._new or self.new.passphrase())
        self.agree.setEnabled(bool(ready))

    def _on_agree_clicked(self) -> None:
        present, new = self.present.text(), self.new.passphrase()
        self.present.clear()
        self.new.forget()
        self.accept()
        self.given.emit(present, new)
