"""Asks what opens an encrypted copy that is to be brought back: its passphrase, or its recovery key."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget

from ui.dialogs.asking import lay_out
from ui.widgets.passphrase import PassphraseForm, secret_field


class CopyKeyDialog(QDialog):
    """`given` brings the passphrase, or "", the recovery key and a new passphrase. Escape changes nothing."""

    given = Signal(str, str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Вернуть из копии"))
        self._by_key = False
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.present, self.key, self.new = secret_field(self), QLineEdit(self), PassphraseForm(self)
        for field, name in (
            (self.present, self.tr("Пароль копии")),
            (self.key, self.tr("Ключ восстановления")),
        ):
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
            field.textChanged.connect(self._settle)
        self.new.edited.connect(self._settle)
        self.other, self.back = QPushButton(self), QPushButton(self.tr("Не надо"), self)
        self.other.setProperty("kind", "quiet")
        self.agree = QPushButton(self.tr("Вернуть"), self)
        self.agree.setProperty("kind", "primary")
        self.agree.setDefault(True)
        for button in (self.other, self.back):
            button.setAutoDefault(False)
        self.other.clicked.connect(self._on_other_clicked)
        self.agree.clicked.connect(self._on_agree_clicked)
        lay_out(self, (self.words, self.present, self.key, self.new), self.back, self.agree, other=self.other)
        self.setMinimumWidth(560)
        self._show_way()

    def _show_way(self) -> None:
        self.words.setText(
            self.tr("Введите ключ восстановления, который записали, когда защищали папку, и новый пароль "
                    "для папки из копии.")
            if self._by_key
            else self.tr("Копия зашифрована. Введите пароль папки, с которой она сделана.")
        )  # fmt: skip
        self.other.setText(self.tr("Ввести пароль") if self._by_key else self.tr("Пароль забыт"))
        self.present.setVisible(not self._by_key)
        self.key.setVisible(self._by_key)
        self.new.setVisible(self._by_key)
        (self.key if self._by_key else self.present).setFocus()
        self._settle()
        self.adjustSize()

    def _settle(self) -> None:
        by_key = self.key.text().strip() and self.new.passphrase()
        self.agree.setEnabled(bool(by_key if self._by_key else self.present.text()))

    def _on_other_clicked(self) -> None:
        self._by_key = not self._by_key
        self._show_way()

    def _on_agree_clicked(self) -> None:
        way = ("", self.key.text().strip(), self.new.passphrase())
        if not self._by_key:
            way = (self.present.text(), "", "")
        self.present.clear()
        self.key.clear()
        self.new.forget()
        self.accept()
        self.given.emit(*way)
