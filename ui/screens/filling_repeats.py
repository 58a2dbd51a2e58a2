"""Rows of a repeat: which repeat a page belongs to, and the bar that adds and removes rows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from gsmon_desktop.forms import Page, Session
from ui import theme
from ui.screens.filling_walk import element
from ui.widgets.flow import Flow

_LAST_ROW = re.compile(r"^(.*)\[([0-9]+)\](?:/[^\[\]]*)?$")


def row_of(page: str) -> tuple[str, int]:
    """The repeat and row (from 1) a page stands in: "/data/rep[2]" -> ("/data/rep", 2); ("", 0) outside."""
    found = _LAST_ROW.match(page)
    return (found.group(1), int(found.group(2))) if found else ("", 0)


def repeat_of(session: Session, page: str, pages: Sequence[Page]) -> str:
    """The repeat that can grow from this page: its own, or an empty one right after it; "" for none."""
    own, _ = row_of(page)
    growing = session.repeats()
    if own:
        return own if own in growing else ""
    for repeat in growing:
        if not session.rows(repeat) and _page_before(session, repeat, pages) == page:
            return repeat
    return ""


def _page_before(session: Session, repeat: str, pages: Sequence[Page]) -> str:
    order = element(session, repeat).order
    before = [page.path for page in pages if element(session, page.path).order < order]
    return before[-1] if before else next((page.path for page in pages), "")


class RowBar(QWidget):
    """Under a page of a repeat: which row this is, add one, one like this, remove this one."""

    add_asked = Signal()
    duplicate_asked = Signal()
    remove_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = QLabel(self)
        self.words.setProperty("role", "muted")
        self.add = QPushButton(self)
        self.duplicate = QPushButton(self)
        self.remove = QPushButton(self)
        self.add.clicked.connect(self.add_asked)
        self.duplicate.clicked.connect(self.duplicate_asked)
        self.remove.clicked.connect(self.remove_asked)
        for button in (self.remove, self.duplicate, self.add):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = Flow(self)
        row.setContentsMargins(theme.L, theme.S, theme.L, theme.S)
        row.addWidget(self.words)
        row.push_right()
        row.addWidget(self.remove)
        row.addWidget(self.duplicate)
        row.addWidget(self.add)
        self.retranslate()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Qt's."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Texts of the window's own language."""
        self.add.setText(self.tr("Добавить строку (Ctrl+Insert)"))
        self.duplicate.setText(self.tr("Повторить строку (Ctrl+D)"))
        self.remove.setText(self.tr("Убрать строку (Ctrl+Delete)"))

    def show_for(self, session: Session, page: str, pages: Sequence[Page]) -> None:
        """Show what fits a page; nothing where no repeat is."""
        repeat = repeat_of(session, page, pages)
        own, at = row_of(page)
        self.setVisible(bool(repeat or own))
        self.add.setVisible(bool(repeat))
        self.duplicate.setVisible(bool(own and repeat))
        self.remove.setVisible(bool(own and repeat))
        if own:
            self.words.setText(self.tr("Строка {0} из {1}").format(at, session.rows(own)))
        elif repeat:
            self.words.setText(self.tr("Строк пока нет"))
