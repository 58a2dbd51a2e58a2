"""Help inside the window: a page a screen, in the window's language, with pictures."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QTextBrowser, QWidget

from gsmon_desktop.paths import read_resource, resources
from ui import theme
from ui.i18n import Language, is_language_change

PAGES = ("today", "filling", "interviews", "visits", "control", "scores", "exchange", "settings", "safety")
"""Files of `resources/help/<language>/`, in the order of the list."""
_WIDTH, _HEIGHT = 1080, 640


class HelpWindow(QDialog):
    """Pages on the left, the chosen one on the right; Escape closes it."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self.list = QListWidget(self)
        self.list.setProperty("role", "plain")
        self.page = QTextBrowser(self)
        self.page.setOpenLinks(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.L, theme.L, theme.L, theme.L)
        row.setSpacing(theme.L)
        row.addWidget(self.list)
        row.addWidget(self.page, 1)
        room = parent.window().size()
        self.resize(min(_WIDTH, room.width() - theme.XL), min(_HEIGHT, room.height() - theme.XL))
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.retranslate()

    def show_page(self, key: str) -> None:
        """Opens on the page of a screen."""
        self.list.setCurrentRow(PAGES.index(key) if key in PAGES else 0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show()

    def retranslate(self) -> None:
        """Every page in the window's language."""
        self.setWindowTitle(self.tr("Справка"))
        self.list.setAccessibleName(self.tr("Разделы справки"))
        self.page.setAccessibleName(self.tr("Страница справки"))
        row = max(self.list.currentRow(), 0)
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([title(text(key, self._language.code)) for key in PAGES])
        self.list.setFixedWidth(self.list.sizeHintForColumn(0) + theme.L)
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)
        self._on_row_changed(row)

    def _on_row_changed(self, row: int) -> None:
        code = self._language.code
        self.page.setSearchPaths([str(resources() / "help" / "images" / code)])
        self.page.document().setMarkdown(text(PAGES[row], code))
        self.page.moveCursor(QTextCursor.MoveOperation.Start)  # else the page opens at its end

    def changeEvent(self, event: QEvent) -> None:
        """New language."""
        if is_language_change(event):
            self.retranslate()
        super().changeEvent(event)


def text(key: str, language: str) -> str:
    """A page's Markdown."""
    return read_resource(f"help/{language}/{key}.md")


def title(page: str) -> str:
    """A page's heading."""
    return page.partition("\n")[0].removeprefix("# ")
