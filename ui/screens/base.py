"""What every screen of the shell is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui import theme

Hints = Sequence[tuple[str, str]]
"""Keys that work here and what they do, for the bottom line."""


class Page(QWidget):
    """Something that fills the window and knows what in it has the keyboard first.

    No focus proxy: Qt takes a widget with one for a single field, and Tab passes by what is before it.
    """

    first: QWidget | None = None
    """What has the keyboard when the page comes to the front."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hands the keyboard on."""
        super().focusInEvent(event)
        if self.first is not None and self.first.isEnabled():
            self.first.setFocus(event.reason())
        elif self.first is not None:
            self.focusNextChild()


class Screen(Page):
    """A page of the window: reads what it shows in `refresh()`, writes its texts in `retranslate()`.

    A subclass calls `retranslate()` and `tint()` at the end of its constructor. `changes` names the kinds of
    `Tasks.changed` that make what it shows stale; the shell refreshes it when it is (next) in front.
    """

    changes: frozenset[str] = frozenset()
    troubled = Signal(object)
    """A GsmonError to be shown over the screen."""
    keys_changed = Signal()
    """Other keys work now than `hints()` told before."""
    told = Signal(str, object)
    """Good news to be shown over the screen, and what takes back that which they tell of."""

    def refresh(self) -> None:
        """Asks for what is shown, through the task runner."""

    def retranslate(self) -> None:
        """Writes every text in the window's language."""

    def tint(self) -> None:
        """Takes icons in the palette's colours."""

    def hints(self) -> Hints:
        """Keys of this screen."""
        return ()

    @property
    def colours(self) -> theme.Colours:
        """The theme this screen is dressed in."""
        return theme.colours(self.palette())

    def changeEvent(self, event: QEvent) -> None:
        """New language: new texts. New palette: new icons."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self.tint()
        super().changeEvent(event)


def label(role: str, parent: QWidget | None = None) -> QLabel:
    """A text in a role of the stylesheet: title, heading, figure, muted, small, danger, warning, good."""
    made = QLabel(parent)
    made.setProperty("role", role)
    return made


def middle(page: QWidget, card: QWidget) -> None:
    """Puts a card of fixed width into the middle of a page, a little above its centre; low windows scroll.

    Stretches and not an alignment: aligned widgets are not asked how high their wrapped texts are.
    """
    area, inside = QScrollArea(page), QWidget(page)
    inside.setProperty("role", "page")
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    whole = QVBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(area)
    row, column = QHBoxLayout(), QVBoxLayout(inside)
    row.addStretch(1)
    row.addWidget(card)
    row.addStretch(1)
    column.addStretch(1)
    column.addLayout(row)
    column.addStretch(2)
