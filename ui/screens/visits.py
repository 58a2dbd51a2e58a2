"""Визиты: mystery shopping, depth interviews, focus groups, desk research, and what all of them found."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gsmon_desktop.field.methods import METHODS
from gsmon_desktop.methodology.catalogue import Catalogue
from ui import words
from ui.dialogs.files import FileDialogs
from ui.i18n import Language
from ui.screens.base import Hints, Screen
from ui.screens.findings import FindingsPage
from ui.screens.paged import PagedScreen
from ui.screens.visits_method import MethodPage
from ui.tasks import Tasks

FINDINGS = "findings"


class VisitsScreen(PagedScreen):
    """One page a method, and the register of findings as the last of them."""

    changes = frozenset({"interview", "package"})
    new_requested = Signal(str, object)
    """Form id and answers by role for a new record."""
    resume_requested = Signal(str)
    again_requested = Signal(str)
    """Type this finished record in a second time."""

    def __init__(
        self,
        tasks: Tasks,
        catalogue: Catalogue,
        language: Language,
        files: FileDialogs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        pages: dict[str, Screen] = {}
        for method in METHODS:
            page = pages[method] = MethodPage(method, tasks, catalogue, language, files, self)
            page.new_requested.connect(self.new_requested)
            page.resume_requested.connect(self.resume_requested)
            page.again_requested.connect(self.again_requested)
        pages[FINDINGS] = FindingsPage(tasks, catalogue, language, files, self)
        self.hold(pages)

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
            ("F8", self.tr("слушать запись")),
            ("Ctrl+C", self.tr("скопировать строки")),
        ]
