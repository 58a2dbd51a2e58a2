"""Визиты: mystery shopping, depth interviews, focus groups, desk research, and what all of them found."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from gsmon_desktop.field.methods import METHODS
from gsmon_desktop.methodology.catalogue import Catalogue
from ui import theme, words
from ui.dialogs.files import FileDialogs
from ui.i18n import Language
from ui.screens.base import Hints, Screen, label
from ui.screens.findings import FindingsPage
from ui.screens.visits_method import MethodPage
from ui.tasks import Tasks
from ui.widgets.flow import Flow

FINDINGS = "findings"


class VisitsScreen(Screen):
    """One page a method, chosen by chips, and the register of findings as the last of them."""

    changes = frozenset({"interview", "package"})
    new_requested = Signal(str, object)
    """Form id and answers by role for a new record."""
    resume_requested = Signal(str)

    def __init__(
        self,
        tasks: Tasks,
        catalogue: Catalogue,
        language: Language,
        files: FileDialogs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = label("title", self)
        self._group = QButtonGroup(self)
        self.stack = QStackedWidget(self)
        self.chips: dict[str, QPushButton] = {}
        self.pages: dict[str, MethodPage | FindingsPage] = {}
        for method in METHODS:
            page = MethodPage(method, tasks, catalogue, language, files, self)
            page.new_requested.connect(self.new_requested)
            page.resume_requested.connect(self.resume_requested)
            self._add(method, page)
        self._add(FINDINGS, FindingsPage(tasks, catalogue, language, files, self))
        self.page = next(iter(self.pages))
        self.chips[self.page].setChecked(True)
        self._stale = set(self.pages)
        self._lay_out()
        self.first = self.pages[self.page].first
        self.retranslate()
        self.tint()

    def _add(self, key: str, page: MethodPage | FindingsPage) -> None:
        chip = QPushButton(self)
        chip.setProperty("kind", "chip")
        chip.setCheckable(True)
        chip.clicked.connect(self._on_chip_clicked)
        self._group.addButton(chip)
        self.chips[key], self.pages[key] = chip, page
        page.troubled.connect(self.troubled)
        self.stack.addWidget(page)

    def _lay_out(self) -> None:
        head = Flow()
        self.title.setContentsMargins(0, 0, theme.L, 0)
        for part in (self.title, *self.chips.values()):
            head.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.L, 0, 0)
        column.setSpacing(theme.M)
        column.addLayout(head)
        column.addWidget(self.stack, 1)

    def show_page(self, key: str) -> None:
        """Brings a method's page, or the findings, to the front."""
        self.page = key
        self.chips[key].setChecked(True)
        self.stack.setCurrentWidget(self.pages[key])
        self.first = self.pages[key].first
        if key in self._stale:
            self._stale.discard(key)
            self.pages[key].refresh()

    def refresh(self) -> None:
        """Reads the page in front again, the others when they come to the front."""
        self._stale = set(self.pages)
        self.show_page(self.page)

    def retranslate(self) -> None:
        """Writes the texts."""
        self.title.setText(self.tr("Визиты"))
        for key, chip in self.chips.items():
            chip.setText(self.tr("Выводы") if key == FINDINGS else words.method(key))

    def hints(self) -> Hints:
        """Keys of the pages."""
        return [
            ("Enter", self.tr("начать или продолжить")),
            ("Ctrl+F", self.tr("поиск")),
            ("Ctrl+C", self.tr("скопировать строки")),
        ]

    def _on_chip_clicked(self) -> None:
        for key, chip in self.chips.items():
            if chip is self.sender():
                self.show_page(key)
                self.pages[key].setFocus(Qt.FocusReason.OtherFocusReason)
