"""The central office's pack of settings at the first start: chosen, looked at, its words compared."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gsmon_desktop.exchange.packs import Offer
from ui import theme, words


class PackChoice(QWidget):
    """A quiet button; once a pack was read, what it holds, and a box for "the words are the same"."""

    wanted = Signal()
    """A file is to be chosen."""
    edited = Signal()
    """The pack, or whether its words were compared, is another."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.file: Path | None = None
        self._offer: Offer | None = None
        self.choose, self.drop = QPushButton(self), QPushButton(self)
        for button in (self.choose, self.drop):
            button.setProperty("kind", "quiet")
        self.choose.clicked.connect(self.wanted)
        self.drop.clicked.connect(self.clear)
        self.panel = QFrame(self)
        self.panel.setProperty("role", "card")
        self.holds, self.ask, self.words = (QLabel(self.panel) for _ in range(3))
        for text in (self.holds, self.ask, self.words):
            text.setWordWrap(True)
            text.setTextFormat(Qt.TextFormat.PlainText)
        self.ask.setProperty("role", "muted")
        self.words.setProperty("role", "heading")
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.same = QCheckBox(self.panel)
        self.same.toggled.connect(self.edited)
        inside = QVBoxLayout(self.panel)
        inside.setContentsMargins(theme.M, theme.M, theme.M, theme.S)
        inside.setSpacing(theme.S)
        for text in (self.holds, self.ask, self.words):
            inside.addWidget(text)
        last = QHBoxLayout()
        last.addWidget(self.same, 1)
        last.addWidget(self.drop)
        inside.addLayout(last)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.panel)
        self.panel.hide()
        self.retranslate()

    @property
    def ready(self) -> bool:
        """Nothing stands in the way: no pack, or one whose words were compared."""
        return self._offer is None or self.same.isChecked()

    @property
    def chosen(self) -> tuple[Path, str] | None:
        """The file and the words that were compared."""
        if self.file is None or self._offer is None:
            return None
        return self.file, self._offer.signer.fingerprint

    @property
    def interviewers(self) -> list[str]:
        """Names the pack lists; none without a pack."""
        return [] if self._offer is None else self._offer.pack.interviewers

    def show_offer(self, file: Path, offer: Offer) -> None:
        """Shows a pack that was read; the keyboard goes to the box."""
        self.file, self._offer = file, offer
        self.same.setChecked(False)
        self._show()
        self.same.setFocus()
        self.edited.emit()

    def clear(self) -> None:
        """No pack after all."""
        self.file, self._offer = None, None
        self._show()
        self.choose.setFocus()
        self.edited.emit()

    def retranslate(self) -> None:
        """Writes the texts."""
        self.choose.setText(self.tr("Есть настройки от центрального офиса…"))
        self.choose.setToolTip(self.tr("Файл gsmon-pack-….json; его можно и перетащить сюда"))
        self.ask.setText(self.tr("Прочтите эти слова центральному офису по телефону:"))
        self.same.setText(self.tr("Слова совпали"))
        self.drop.setText(self.tr("Без настроек"))
        self._show()

    def _show(self) -> None:
        offer = self._offer
        self.panel.setVisible(offer is not None)
        self.choose.setVisible(offer is None)
        if offer is None:
            return
        pack = offer.pack
        told = [
            self.tr("Настройки № {number} от {day}.").format(number=pack.number, day=words.moment(pack.made)),
            self.tr("Анкет: {count}.").format(count=len(pack.document["forms"])),
            self.tr("Кто читает пакеты: {count}.").format(count=len(pack.document["recipients"])),
        ]
        if pack.interviewers:
            told.append(self.tr("Интервьюеров в списке: {count}.").format(count=len(pack.interviewers)))
        self.holds.setText(" ".join(told))
        self.words.setText(offer.signer.fingerprint)
        self.words.setAccessibleName(offer.signer.fingerprint)
