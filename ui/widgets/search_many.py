"""Choosing several of very many by typing a few words of each."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gsmon_desktop.forms import Question
from ui.widgets.search_list import SearchList


class SearchMany(SearchList):
    """Enter takes the marked line or gives it back; what is chosen stands below, each with its own ✕.

    Delete in the empty field gives the last one back. With nothing typed Enter goes on.
    """

    completes = False

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self.chosen.setTextFormat(Qt.TextFormat.RichText)
        self.chosen.linkActivated.connect(self._toggle)

    def press(self, event: QKeyEvent) -> bool:
        """As in `SearchList`, but for Delete."""
        if event.key() == Qt.Key.Key_Delete and not self._query and self._value:
            self._toggle(self._value.split()[-1])
            return True
        return super().press(event)

    def _lines(self) -> list[str]:
        chosen = set(self._value.split())
        return [f"✓ {c.label}" if c.value in chosen else c.label for c in self.question.choices]

    def _on_dropdown_picked(self, index: int) -> None:
        self.dropdown.hide()
        self._toggle(self.question.choices[index].value)

    def _toggle(self, value: str) -> None:
        """In the list's order; values no longer offered stay, so that the session can say so."""
        if not self.isEnabled():
            return
        chosen = self._value.split()
        chosen = [one for one in chosen if one != value] if value in chosen else [*chosen, value]
        order = {choice.value: at for at, choice in enumerate(self.question.choices)}
        self.set_value(" ".join(sorted(chosen, key=lambda one: order.get(one, len(order)))))
        self.answered.emit(self._value)

    def _show_chosen(self) -> None:
        labels = {choice.value: choice.label for choice in self.question.choices}
        if self._query is None:
            self.line.setText("")
        lines = [
            f'✓ {escape(labels.get(one, one))} <a href="{escape(one)}">✕</a>' for one in self._value.split()
        ]
        self.chosen.setText("<br>".join(lines))
        self.chosen.setAccessibleName(", ".join(labels.get(one, one) for one in self._value.split()))
        self.chosen.setVisible(bool(lines))
        self.line.setPlaceholderText(self.tr("Слова из названия: Enter отметит, ещё раз Enter — снимет"))
