"""Обмен: sending, taking in, conflicts, who takes part, and the board of devices."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.methodology.edition import Edition
from ui.dialogs.files import FileDialogs
from ui.i18n import Language
from ui.screens.base import Hints
from ui.screens.exchange_board import BoardPage
from ui.screens.exchange_conflicts import ConflictsPage
from ui.screens.exchange_people import PeoplePage
from ui.screens.exchange_sending import SendingPage
from ui.screens.exchange_taking import TakingPage
from ui.screens.paged import PagedScreen
from ui.tasks import Tasks


class ExchangeScreen(PagedScreen):
    """One page a task."""

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
        pages = {
            "sending": SendingPage(tasks, catalogue, edition, language, files, self),
            "taking": TakingPage(tasks, language, files, self),
            "conflicts": ConflictsPage(tasks, language, files, self),
            "people": PeoplePage(tasks, language, files, self),
            "board": BoardPage(tasks, catalogue, language, files, self),
        }
        self.hold(pages, scrolled=True)

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
