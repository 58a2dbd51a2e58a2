"""The last page: what is missing or wrong, each a step away, or everything done and one key to finish."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gsmon_desktop.forms import Page, Session
from ui import theme
from ui.screens import filling_walk as walk
from ui.widgets.keys import is_enter, plain
from ui.widgets.markup import plain as plain_words


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something to put right before the end."""

    path: str
    section: str
    label: str
    message: str
    wrong: bool


def flaws_of(session: Session, pages: Sequence[Page], missing: str) -> list[Flaw]:
    """What is wrong or missing, in the form's order; `missing` is said where the form says nothing."""
    wrong = {problem.path: problem.message for problem in session.invalid()}
    flaws = []
    for path in dict.fromkeys((*wrong, *session.missing())):
        page = walk.page_of(pages, path)
        section = page.title if page is not None else ""
        message = wrong.get(path) or session.question(path).required_message or missing
        flaws.append(Flaw(path, section, plain_words(session.label(path)), message, path in wrong))
    order = {path: at for at, path in enumerate(session.asked())}
    return sorted(flaws, key=lambda flaw: order.get(flaw.path, 0))


class FinishView(QWidget):
    """Lists flaws, jumps to them, and finishes."""

    chosen = Signal(str)
    """Go to this question."""
    finished = Signal()
    """Finish the interview."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flaws: Sequence[Flaw] = ()
        self._outcome = ""
        self.title = QLabel(self)
        self.title.setProperty("role", "title")
        self.title.setWordWrap(True)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setProperty("role", "muted")
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setSpacing(1)
        self.list.itemClicked.connect(self._on_item_chosen)
        self.button = QPushButton(self)
        self.button.setProperty("kind", "primary")
        self.button.setDefault(True)
        self.button.clicked.connect(self.finished)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        box.setSpacing(theme.M)
        box.addWidget(self.title)
        box.addWidget(self.words)
        box.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        box.addLayout(row)
        box.addStretch(0)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Qt's."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Texts of the window's own language."""
        self.button.setText(self.tr("Завершить интервью"))
        self.list.setAccessibleName(self.tr("Что осталось"))
        self._show()

    def show_flaws(self, flaws: Sequence[Flaw], outcome: str = "") -> None:
        """Take over what is left; `outcome` is refused, not_eligible or another word of the form's."""
        self._flaws, self._outcome = flaws, outcome
        self._show()

    def take_focus(self) -> None:
        """To the first flaw, or to the button."""
        if self._flaws:
            self.list.setCurrentRow(0)
            self.list.setFocus()
        else:
            self.button.setFocus()

    def press(self, event: QKeyEvent) -> bool:
        """Enter goes to the marked flaw, or finishes; Up and Down walk."""
        if not plain(event):
            return False
        if is_enter(event) and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            if not self._flaws:
                self.finished.emit()
            elif self.list.currentItem() is not None:
                self._on_item_chosen(self.list.currentItem())
            return True
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step and self._flaws:
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
            return True
        return False

    def _show(self) -> None:
        flaws = self._flaws
        self.list.clear()
        for flaw in flaws:
            sign = "⚠" if flaw.wrong else "○"
            why = " — ".join(filter(None, (flaw.section, flaw.message)))
            item = QListWidgetItem(f"{sign}  {flaw.label}\n     {why}")
            item.setData(Qt.ItemDataRole.UserRole, flaw.path)
            self.list.addItem(item)
        self.list.setVisible(bool(flaws))
        self.button.setVisible(not flaws)
        if flaws:
            self.title.setText(self.tr("Осталось ответить или исправить: {0}").format(len(flaws)))
            self.words.setText(self.tr("Enter или щелчок — перейти к вопросу. Ответы уже сохранены."))
        else:
            self.title.setText(self._done_words())
            self.words.setText(
                self.tr("Enter — завершить. После этого интервью попадёт в оценки и в пакет для отправки.")
                if self._outcome not in ("refused", "not_eligible")
                else self.tr("Enter — завершить. Контакт сохранится, в оценки он не войдёт.")
            )

    def _done_words(self) -> str:
        return {
            "refused": self.tr("Отказ от интервью"),
            "not_eligible": self.tr("Респондент не подходит"),
        }.get(self._outcome, self.tr("Все ответы на месте"))

    def _on_item_chosen(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
