"""The first start: language, who you are, region, folder, pack of settings. Done in under a minute."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange.packs import Offer
from gsmon_desktop.methodology.catalogue import Catalogue
from ui import theme
from ui.dialogs.files import FileDialogs, local_files
from ui.i18n import NAMES, Language, is_language_change
from ui.icons import app_icon
from ui.screens.base import Page, label, middle
from ui.screens.owner import OwnerForm
from ui.widgets.flow import Flow
from ui.widgets.notice import Notice
from ui.widgets.pack_choice import PackChoice
from ui.widgets.passphrase import PassphraseForm


class FirstStartScreen(Page):
    """`begun` brings folder, name, region, the passphrase ("" for none) and the pack with the words compared
    (None for none); `demo_requested` the folder for a demo beside it; `pack_offered` a pack's file, for which
    `show_pack` or `show_trouble` is called."""

    begun = Signal(object, str, str, str, object)
    pack_offered = Signal(object)
    demo_requested = Signal(object)
    restore_requested = Signal(object)
    """The folder a copy is to be brought back to."""

    def __init__(
        self,
        folder: Path,
        catalogue: Catalogue,
        language: Language,
        files: FileDialogs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.folder, self._language, self._files = folder, language, files
        self.title, self.lead = label("title", self), label("muted", self)
        self.lead.setWordWrap(True)
        self.languages = {code: QPushButton(name, self) for code, name in NAMES.items()}
        self._group = QButtonGroup(self)
        for code, button in self.languages.items():
            button.setProperty("kind", "chip")
            button.setCheckable(True)
            button.setChecked(code == language.code)
            button.clicked.connect(self._on_language_clicked)
            self._group.addButton(button)
        self.owner = OwnerForm(catalogue, language, self)
        self.owner.edited.connect(self._on_owner_edited)
        self.owner.name.returnPressed.connect(self._on_name_entered)
        self.owner.region.installEventFilter(self)
        self.place, self.other = label("muted", self), QPushButton(self)
        self.place.setWordWrap(True)
        self.other.clicked.connect(self._on_other_clicked)
        self._make_protection()
        self.pack = PackChoice(self)
        self.pack.wanted.connect(self._on_pack_wanted)
        self.pack.edited.connect(self._on_pack_edited)
        self.setAcceptDrops(True)
        self.notice = Notice(self)
        self.begin, self.demo = QPushButton(self), QPushButton(self)
        self.begin.setProperty("kind", "primary")
        self.begin.setEnabled(False)
        self.begin.clicked.connect(self._on_begin_clicked)
        self.demo.clicked.connect(self._on_demo_clicked)
        self.restore = QPushButton(self)
        for button in (self.other, self.demo, self.restore):
            button.setProperty("kind", "quiet")
        self.restore.clicked.connect(self._on_restore_clicked)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.hide()
        self._lay_out()
        self.first = self.owner.name
        self.retranslate()
        self._align()

    def _make_protection(self) -> None:
        self.protect, self.passphrase = QCheckBox(self), PassphraseForm(self)
        self.protect.toggled.connect(self._on_protect_toggled)
        self.protection = label("small", self)
        self.protection.setWordWrap(True)
        self.passphrase.hide()
        self.passphrase.edited.connect(self._on_owner_edited)
        self.owner.name.textChanged.connect(lambda name: self.passphrase.show_known(name.split()))
        self.passphrase.submitted.connect(self._on_begin_clicked)

    def _lay_out(self) -> None:
        card = QFrame(self)
        card.setProperty("role", "card")
        card.setFixedWidth(600)
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.XL + theme.S, theme.XL, theme.XL + theme.S, theme.XL)
        column.setSpacing(theme.L)
        sign = QLabel(card)
        sign.setPixmap(app_icon().pixmap(48, 48))
        head = QHBoxLayout()
        head.setSpacing(theme.L)
        texts = QVBoxLayout()
        texts.setSpacing(theme.XS)
        texts.addWidget(self.title)
        texts.addWidget(self.lead)
        head.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(texts, 1)
        languages = QHBoxLayout()
        languages.setSpacing(theme.S)
        for button in self.languages.values():
            languages.addWidget(button)
        languages.addStretch(1)
        place = QHBoxLayout()
        place.setSpacing(theme.S)
        place.addWidget(self.place, 1)
        place.addWidget(self.other, 0, Qt.AlignmentFlag.AlignTop)
        buttons = Flow()
        buttons.addWidget(self.demo)
        buttons.addWidget(self.restore)
        buttons.push_right()
        buttons.addWidget(self.begin)
        for part in (head, languages):
            column.addLayout(part)
        column.addWidget(self.owner)
        column.addLayout(place)
        guard = QVBoxLayout()
        guard.setSpacing(0)
        guard.addWidget(self.protect)
        guard.addWidget(self.protection)
        column.addLayout(guard)
        column.addWidget(self.passphrase)
        column.addWidget(self.pack)
        column.addWidget(self.notice)
        column.addWidget(self.bar)
        column.addLayout(buttons)
        middle(self, card)

    def show_working(self, *, working: bool) -> None:
        """While the workspace is made nothing else can be asked for."""
        self.bar.setVisible(working)
        asked = (self.owner, self.other, self.protect, self.passphrase, self.pack)
        for each in (*asked, self.demo, self.restore):
            each.setEnabled(not working)
        self._on_owner_edited()

    def show_trouble(self, error: GsmonError) -> None:
        """Why it could not be made; everything may be tried again."""
        self.show_working(working=False)
        self.notice.show_error(error, self._language)

    def show_pack(self, file: Path, offer: Offer) -> None:
        """A pack that was offered and is sound."""
        self.notice.put_away()
        self.pack.show_offer(file, offer)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A pack is welcome."""
        if len(local_files(event.mimeData())) == 1:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Looks at the dropped file as if it were chosen."""
        event.acceptProposedAction()
        self.pack_offered.emit(local_files(event.mimeData())[0])

    def retranslate(self) -> None:
        """Writes the texts."""
        self.languages[self._language.code].setChecked(True)
        self.title.setText(self.tr("Начнём"))
        self.lead.setText(self.tr("Два ответа, и можно брать интервью. Интернет не нужен."))
        self.other.setText(self.tr("Другая папка…"))
        self.place.setText(self.tr("Интервью будут лежать здесь: {folder}").format(folder=self.folder))
        self.protect.setText(self.tr("Защитить паролем"))
        self.protection.setText(
            self.tr("С паролем ответы и фото на этом компьютере не прочтёт никто посторонний.")
        )
        self.begin.setText(self.tr("Начать работу"))
        self.demo.setText(self.tr("Посмотреть на примере"))
        self.restore.setText(self.tr("Вернуть из копии…"))
        self.restore.setToolTip(self.tr("Рабочая папка с другого компьютера или копия с флешки"))
        self.demo.setToolTip(self.tr("Откроет учебную папку с выдуманными интервью"))
        self.bar.setAccessibleName(self.tr("Готовлю рабочую папку"))

    def changeEvent(self, event: QEvent) -> None:
        """New language; fields stand below each other whatever their labels."""
        if is_language_change(event):
            self.retranslate()
            self.pack.retranslate()
        super().changeEvent(event)
        if is_language_change(event) or event.type() == QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self._align)

    def _align(self) -> None:
        labels = (*self.owner.labels, *self.passphrase.labels)
        width = max(each.sizeHint().width() for each in labels)
        for each in labels:
            each.setMinimumWidth(width)

    def _on_language_clicked(self) -> None:
        for code, button in self.languages.items():
            if button.isChecked():
                self._language.switch(code)

    def _on_protect_toggled(self, on: bool) -> None:  # noqa: FBT001 - the signal's argument
        self.passphrase.setVisible(on)
        if on:
            self.passphrase.first.setFocus()
        self._on_owner_edited()

    def _on_owner_edited(self) -> None:
        ready = self.pack.ready and (not self.protect.isChecked() or bool(self.passphrase.passphrase()))
        self.begin.setEnabled(self.bar.isHidden() and ready and bool(self.owner.owner()[0]))

    def _on_pack_edited(self) -> None:
        self.owner.offer(self.pack.interviewers)
        self._on_owner_edited()

    def _on_other_clicked(self) -> None:
        folder = self._files.folder(self, self.tr("Папка для интервью"), str(self.folder.parent))
        if folder is not None:
            self.folder = folder
            self.retranslate()

    def _on_name_entered(self) -> None:
        """Enter goes on: to the region while none is chosen, else to work."""
        if self.owner.owner()[1] or self.pack.chosen is not None:
            self._on_begin_clicked()
        else:
            self.owner.region.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on the region begins, with a region or, as at the central office, without."""
        pressed = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else 0
        if watched is self.owner.region and pressed in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_begin_clicked()
            return True
        return super().eventFilter(watched, event)

    def _on_begin_clicked(self) -> None:
        name, region = self.owner.owner()
        if name and self.begin.isEnabled():
            passphrase = self.passphrase.passphrase() if self.protect.isChecked() else ""
            self.show_working(working=True)
            self.begun.emit(self.folder, name, region, passphrase, self.pack.chosen)

    def _on_pack_wanted(self) -> None:
        file = self._files.open(self, self.tr("Файл настроек"), "JSON (*.json)")
        if file is not None:
            self.pack_offered.emit(file)

    def _on_restore_clicked(self) -> None:
        self.restore_requested.emit(self.folder)

    def _on_demo_clicked(self) -> None:
        self.show_working(working=True)
        self.demo_requested.emit(self.folder.with_name(f"{self.folder.name}-demo"))
