"""A chip that narrows a list to one of many values, found by typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from ui import theme
from ui.dialogs.finder import Entry, Finder
from ui.icons import icon

_LONGEST = 34


def switch(group: QButtonGroup, picked: Callable[[], None], parent: QWidget) -> QPushButton:
    """A chip of a row of which one is pressed at a time; `picked` is called when it is clicked."""
    chip = QPushButton(parent)
    chip.setProperty("kind", "chip")
    chip.setCheckable(True)
    chip.clicked.connect(picked)
    group.addButton(chip)
    return chip


class Chip(QPushButton):
    """Shows "name: all" or the chosen value; a click (Space, Enter) opens the finder over the window."""

    chosen = Signal(str)
    """The key picked, "" for all."""

    def __init__(self, entries: Callable[[], Sequence[Entry]], parent: QWidget) -> None:
        super().__init__(parent)
        self._entries = entries
        self._name, self._all = "", ""
        self.key = ""
        self.setProperty("kind", "chip")
        self.setCheckable(True)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands after the words
        self.clicked.connect(self._on_clicked)

    def set_words(self, name: str, everything: str) -> None:
        """What it narrows by ("Регион") and the word for no narrowing ("все")."""
        self._name, self._all = name, everything
        self._show()

    def pick(self, key: str) -> None:
        """Narrows to a key ("" to all) and says so."""
        self.key = key
        self._show()
        self.chosen.emit(key)

    def _show(self) -> None:
        title = next((entry.title for entry in self._entries() if entry.key == self.key), self.key)
        short = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…"
        self.setText(f"{self._name}: {short if self.key else self._all}")
        self.setToolTip(title)
        self.setAccessibleName(f"{self._name}: {title if self.key else self._all}")
        self.setChecked(bool(self.key))
        self.setIcon(icon("down", theme.colours(self.palette()).muted))

    def _on_clicked(self) -> None:
        self.setChecked(bool(self.key))
        everything = Entry("", "", f"{self._name}: {self._all}", icon="check")
        finder = Finder([everything, *self._entries()], self._name, self.window())
        finder.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        finder.chosen.connect(self._on_finder_chosen)
        finder.open_over(self.window())

    def _on_finder_chosen(self, entry: Entry) -> None:
        self.pick(entry.key)

    def changeEvent(self, event: QEvent) -> None:
        """The arrow in the new palette's colour."""
        if event.type() == QEvent.Type.PaletteChange and self._name:
            self._show()
        super().changeEvent(event)
