"""A new passphrase, typed twice, with how strong it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QProgressBar, QWidget

from gsmon_desktop.store.strength import BEST, strength
from ui import theme
from ui.i18n import is_language_change


def secret_field(parent: QWidget) -> QLineEdit:
    """A field whose letters are hidden and that nobody remembers."""
    field = QLineEdit(parent)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setMaxLength(200)
    return field


class PassphraseForm(QWidget):
    """Two fields, a bar and a word; `edited` after every change, `submitted` on Enter."""

    edited = Signal()
    submitted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._known: Sequence[str] = ()
        self.labels = [QLabel(self) for _ in range(2)]
        self.first, self.again = secret_field(self), secret_field(self)
        self.visible = QCheckBox(self)
        self.visible.toggled.connect(self._on_visible_toggled)
        self.bar, self.word = QProgressBar(self), QLabel(self)
        self.bar.setRange(0, BEST)
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(160)
        self.word.setProperty("role", "muted")
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(theme.L)
        form.setVerticalSpacing(theme.M)
        for name, field in zip(self.labels, (self.first, self.again), strict=True):
            name.setBuddy(field)
            form.addRow(name, field)
            field.textChanged.connect(self._on_text_changed)
            field.returnPressed.connect(self.submitted)
        line = QHBoxLayout()
        line.setSpacing(theme.M)
        line.addWidget(self.bar)
        line.addWidget(self.word, 1)
        line.addWidget(self.visible)
        form.addRow(line)
        self.retranslate()

    def passphrase(self) -> str:
        """What was typed, "" as long as the two differ."""
        text = self.first.text()
        return text if text == self.again.text() else ""

    def show_known(self, words: Sequence[str]) -> None:
        """Words a guesser would try first, such as the owner's name."""
        self._known = words
        self._on_text_changed()

    def forget(self) -> None:
        """Empties the fields."""
        self.first.clear()
        self.again.clear()

    def retranslate(self) -> None:
        """Writes the texts."""
        for name, field, text in zip(
            self.labels,
            (self.first, self.again),
            (self.tr("Новый пароль"), self.tr("Ещё раз")),
            strict=True,
        ):
            name.setText(text)
            field.setAccessibleName(text)
        self.first.setPlaceholderText(self.tr("Четыре-пять несвязанных слов"))
        self.visible.setText(self.tr("Показать"))
        self.bar.setAccessibleName(self.tr("Надёжность пароля"))
        self._on_text_changed()

    def changeEvent(self, event: QEvent) -> None:
        """New language."""
        if is_language_change(event):
            self.retranslate()
        super().changeEvent(event)

    def _on_visible_toggled(self, on: bool) -> None:  # noqa: FBT001 - the signal's argument
        mode = QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password
        self.first.setEchoMode(mode)
        self.again.setEchoMode(mode)

    def _on_text_changed(self) -> None:
        text = self.first.text()
        score = strength(text, self._known)
        self.bar.setValue(score)
        words = (
            self.tr("Угадают сразу"),
            self.tr("Слабый"),
            self.tr("Средний"),
            self.tr("Хороший"),
            self.tr("Надёжный"),
        )
        said = words[score] if text else ""
        if text and self.again.text() and text != self.again.text():
            said = self.tr("Пароли не совпадают")
        self.word.setText(said)
        self.bar.setAccessibleDescription(said)
        self.edited.emit()
