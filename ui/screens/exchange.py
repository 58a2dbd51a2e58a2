"""Обмен: sending, taking in, conflicts, who takes part, and the board of devices."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.methodology.edition import Edition
from ui import theme
from ui.dialogs.files import FileDialogs
from ui.i18n import Language
from ui.screens.base import Hints, Screen, label
from ui.screens.exchange_board import BoardPage
from ui.screens.exchange_conflicts import ConflictsPage
from ui.screens.exchange_people import PeoplePage
from ui.screens.exchange_sending import SendingPage
from ui.screens.exchange_taking import TakingPage
from ui.tasks import Tasks
from ui.widgets.flow import Flow

Page = SendingPage | TakingPage | ConflictsPage | PeoplePage | BoardPage


class ExchangeScreen(Screen):
    """One page a task, chosen by chips; a page is read when it comes to the front."""

    changes = frozenset({"interview", "package", "setting"})

    def __init__(  # each is a seam of its own
        self,
        tasks: Tasks,
        catalogue: Catalogue,
        edition: Edition,
        language: Language,
        files: FileDialogs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = label("title", self)
        self._group = QButtonGroup(self)
        self.stack = QStackedWidget(self)
        self.pages: dict[str, Page] = {
            "sending": SendingPage(tasks, catalogue, edition, language, files, self),
            "taking": TakingPage(tasks, language, files, self),
            "conflicts": ConflictsPage(tasks, language, files, self),
            "people": PeoplePage(tasks, language, files, self),
            "board": BoardPage(tasks, catalogue, language, files, self),
        }
        self.chips = {key: self._chip() for key in self.pages}
        for page in self.pages.values():
            page.troubled.connect(self.troubled)
            area = QScrollArea(self)  # for low windows
            area.setWidgetResizable(True)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(page)
            self.stack.addWidget(area)
        self.page = "sending"
        self.chips[self.page].setChecked(True)
        self._stale = set(self.pages)
        head = Flow()
        self.title.setContentsMargins(0, 0, theme.L, 0)
        for part in (self.title, *self.chips.values()):
            head.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.L, 0, 0)
        column.setSpacing(theme.M)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        self.first = self.pages[self.page].first
        self.retranslate()

    def _chip(self) -> QPushButton:
        chip = QPushButton(self)
        chip.setProperty("kind", "chip")
        chip.setCheckable(True)
        chip.clicked.connect(self._on_chip_clicked)
        self._group.addButton(chip)
        return chip

    def show_page(self, key: str) -> None:
        """Brings a page to the front."""
        self.page = key
        self.chips[key].setChecked(True)
        self.stack.setCurrentIndex(list(self.pages).index(key))
        self.first = self.pages[key].first
        if key in self._stale:
            self._stale.discard(key)
            self.pages[key].refresh()

    def refresh(self) -> None:
        """Reads the page in front again, the others when they come to the front."""
        self._stale = set(self.pages)
        self.show_page(self.page)

    def hints(self) -> Hints:
        """Keys of the pages."""
        return [("Tab", self.tr("к следующей кнопке")), ("Ctrl+C", self.tr("скопировать строки"))]

    def retranslate(self) -> None:
        """Writes the texts."""
        self.title.setText(self.tr("Обмен"))
        for key, text in {
            "sending": self.tr("Отправка"),
            "taking": self.tr("Приём"),
            "conflicts": self.tr("Расхождения"),
            "people": self.tr("Участники"),
            "board": self.tr("Сводка по устройствам"),
        }.items():
            self.chips[key].setText(text)

    def _on_chip_clicked(self) -> None:
        for key, chip in self.chips.items():
            if chip is self.sender():
                self.show_page(key)
                self.pages[key].first.setFocus(Qt.FocusReason.OtherFocusReason)
