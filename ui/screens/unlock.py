"""The workspace is locked: a passphrase opens it, or the recovery key and a new passphrase."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gsmon_desktop.errors import GsmonError
from ui import theme
from ui.i18n import Language, is_language_change
from ui.icons import app_icon
from ui.screens.base import Page, label, middle
from ui.widgets.notice import Notice
from ui.widgets.passphrase import PassphraseForm, secret_field

LONGEST = 30
"""Seconds to wait after many wrong tries."""
_GUESSES = {"workspace.passphrase_wrong", "recovery.wrong"}


class UnlockScreen(Page):
    """`tried` brings a passphrase and whether to keep it; `recovered` a recovery key and a new passphrase.

    After a wrong try nothing can be tried for a second, then two, four … The window stays alive meanwhile.
    """

    tried = Signal(str, bool)
    recovered = Signal(str, str)
    other = Signal()

    def __init__(
        self, place: str, language: Language, *, keyring: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._place, self._language, self._wrong = place, language, 0
        self.title, self.lead = label("title", self), label("muted", self)
        self.lead.setWordWrap(True)
        self.passphrase = secret_field(self)
        self.passphrase.returnPressed.connect(self._on_open_clicked)
        self.passphrase.textChanged.connect(self._settle)
        self.keep = QCheckBox(self)
        self.keep.setEnabled(keyring)
        self._keyring = keyring
        self.key = QLineEdit(self)
        self.key.textChanged.connect(self._settle)
        self.new = PassphraseForm(self)
        self.new.edited.connect(self._settle)
        self.new.submitted.connect(self._on_open_clicked)
        self.notice = Notice(self)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.hide()
        self.open, self.forgotten, self.choose = QPushButton(self), QPushButton(self), QPushButton(self)
        self.open.setProperty("kind", "primary")
        self.open.clicked.connect(self._on_open_clicked)
        for quiet in (self.forgotten, self.choose):
            quiet.setProperty("kind", "quiet")
        self.forgotten.clicked.connect(self._on_forgotten_clicked)
        self.choose.clicked.connect(self.other)
        self.seconds = 0
        self.pause = QTimer(self, interval=1000)
        self.pause.timeout.connect(self._on_pause_passed)
        self._recovering = False
        self._lay_out()
        self._show_mode()

    def _lay_out(self) -> None:
        card = QFrame(self)
        card.setProperty("role", "card")
        card.setFixedWidth(560)
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.XL + theme.S, theme.XL, theme.XL + theme.S, theme.XL)
        column.setSpacing(theme.L)
        sign = QLabel(card)
        sign.setPixmap(app_icon().pixmap(48, 48))
        head, texts = QHBoxLayout(), QVBoxLayout()
        head.setSpacing(theme.L)
        texts.setSpacing(theme.XS)
        texts.addWidget(self.title)
        texts.addWidget(self.lead)
        head.addWidget(sign)
        head.addLayout(texts, 1)
        column.addLayout(head)
        for part in (self.passphrase, self.keep, self.key, self.new, self.notice, self.bar):
            column.addWidget(part)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.S)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.forgotten)
        buttons.addStretch(1)
        buttons.addWidget(self.open)
        column.addLayout(buttons)
        middle(self, card)

    def _show_mode(self) -> None:
        for part in (self.passphrase, self.keep):
            part.setVisible(not self._recovering)
        self.key.setVisible(self._recovering)
        self.new.setVisible(self._recovering)
        field: QLineEdit = self.key if self._recovering else self.passphrase
        self.first = field
        field.setFocus()
        self.retranslate()

    def show_working(self, *, working: bool) -> None:
        """While a passphrase is tried nothing else can be asked for."""
        self.bar.setVisible(working)
        for part in (self.passphrase, self.key, self.new, self.forgotten, self.choose):
            part.setEnabled(not working)
        self._settle()

    def show_trouble(self, error: GsmonError) -> None:
        """Why it did not open; after a wrong try the next one has to wait."""
        self.notice.show_error(error, self._language)
        self.show_working(working=False)
        if error.code in _GUESSES:
            self._wrong += 1
            self.seconds = min(2 ** (self._wrong - 1), LONGEST)
            self.pause.start()
        self.passphrase.selectAll()
        self._settle()
        (self.key if self._recovering else self.passphrase).setFocus()

    def retranslate(self) -> None:
        """Writes the texts."""
        self.title.setText(
            self.tr("Ключ восстановления") if self._recovering else self.tr("Рабочая папка закрыта")
        )
        self.lead.setText(
            self.tr("Введите ключ с распечатки и придумайте новый пароль.")
            if self._recovering
            else self.tr("Введите пароль. Интервью в папке {folder} зашифрованы.").format(folder=self._place)
        )
        self.passphrase.setPlaceholderText(self.tr("Пароль"))
        self.passphrase.setAccessibleName(self.tr("Пароль"))
        self.key.setPlaceholderText("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
        self.key.setAccessibleName(self.tr("Ключ восстановления"))
        self.keep.setText(
            self.tr("Помнить пароль в хранилище паролей системы")
            if self._keyring
            else self.tr("В этой системе нет хранилища паролей: пароль надо вводить")
        )
        self.forgotten.setText(self.tr("Ввести пароль") if self._recovering else self.tr("Пароль забыт"))
        self.choose.setText(self.tr("Другая папка…"))
        self.bar.setAccessibleName(self.tr("Проверяю пароль"))
        self._settle()

    def changeEvent(self, event: QEvent) -> None:
        """New language."""
        if is_language_change(event):
            self.retranslate()
        super().changeEvent(event)

    def _settle(self) -> None:
        given = (
            bool(self.key.text().strip() and self.new.passphrase())
            if self._recovering
            else bool(self.passphrase.text())
        )
        self.open.setEnabled(given and not self.seconds and self.bar.isHidden())
        self.open.setText(
            self.tr("Подождите {n} с").format(n=self.seconds) if self.seconds else self.tr("Открыть")
        )

    def _on_pause_passed(self) -> None:
        self.seconds -= 1
        if self.seconds <= 0:
            self.pause.stop()
        self._settle()

    def _on_open_clicked(self) -> None:
        if not self.open.isEnabled():
            return
        self.show_working(working=True)
        self.notice.hide()
        if self._recovering:
            self.recovered.emit(self.key.text(), self.new.passphrase())
        else:
            self.tried.emit(self.passphrase.text(), self.keep.isChecked())

    def _on_forgotten_clicked(self) -> None:
        self._recovering = not self._recovering
        self.notice.hide()
        self._show_mode()
