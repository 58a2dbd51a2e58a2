"""A screen of several pages, one in front, chosen by chips beside its title."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.screens.base import Screen, label
from ui.widgets.chip import switch
from ui.widgets.flow import Flow


class PagedScreen(Screen):
    """A page is read when it comes to the front. A subclass calls `hold` at the end of its constructor."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.title = label("title", self)
        self.pages: Mapping[str, Screen] = {}
        self.chips: dict[str, QPushButton] = {}
        self.page = ""
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget(self)
        self._stale: set[str] = set()

    def hold(self, pages: Mapping[str, Screen], *, scrolled: bool = False) -> None:
        """Takes the pages, the first one in front; `scrolled` ones scroll in low windows."""
        self.pages, self._stale = pages, set(pages)
        head = Flow()
        self.title.setContentsMargins(0, 0, theme.L, 0)
        head.addWidget(self.title)
        for key, page in pages.items():
            page.troubled.connect(self.troubled)
            page.told.connect(self.told)
            self._stack.addWidget(self._area(page) if scrolled else page)
            self.chips[key] = switch(self._group, self._on_chip_clicked, self)
            head.addWidget(self.chips[key])
        self.page = next(iter(pages))
        self.chips[self.page].setChecked(True)
        self.first = pages[self.page].first
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.L, 0, 0)
        column.setSpacing(theme.M)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.retranslate()
        self.tint()

    def _area(self, page: QWidget) -> QScrollArea:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        return area

    def show_page(self, key: str) -> None:
        """Brings a page to the front."""
        self.page = key
        self.chips[key].setChecked(True)
        self._stack.setCurrentIndex(list(self.pages).index(key))
        self.first = self.pages[key].first
        if key in self._stale:
            self._stale.discard(key)
            self.pages[key].refresh()

    def refresh(self) -> None:
        """Reads the page in front again, the others when they come to the front."""
        self._stale = set(self.pages)
        self.show_page(self.page)

    def _on_chip_clicked(self) -> None:
        for key, chip in self.chips.items():
            if chip is self.sender():
                self.show_page(key)
                self.pages[key].setFocus(Qt.FocusReason.OtherFocusReason)
