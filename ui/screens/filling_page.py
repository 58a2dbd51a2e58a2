"""One section of the form: its questions in one column, scores of one scale as a matrix."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from gsmon_desktop.forms import Page, Question
from ui.widgets.card import Card, ScaleCard, make_card
from ui.widgets.factory import is_scale
from ui.widgets.media import MediaEditor
from ui.widgets.scale import ScaleHeader
from ui.widgets.timers import TimerEditor

_KEYS = frozenset((QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride))
_WIDTH = 1000
"""Lines no longer than the eye follows."""
_ROOM_BELOW = 300
"""Free space after the last question, so that an open list has room."""


class PageView(QScrollArea):
    """Shows a page's questions and reports answers; where the keyboard is, is one question.

    Cards are kept as long as their question is on the page, so that nothing flickers when others come and go.
    """

    answered = Signal(str, str)
    """A question's path and its new value."""

    remarked = Signal(str, str)
    """A question's path and words for its comment."""

    entered = Signal(str)
    """The keyboard came to this question."""

    clocked = Signal(str, object)
    """A question's path, and the steps of its clock; None once it is stopped."""

    file_asked = Signal(str, str)
    """A media question's path, and the dialog it wants."""

    def __init__(self, parent: QWidget | None, *, today: Callable[[], date], filter_: QObject) -> None:
        super().__init__(parent)
        self._today, self._filter = today, filter_
        self.cards: dict[str, Card] = {}
        self._headers: dict[str, ScaleHeader] = {}
        self.current = ""
        self._calm = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = self.content = QWidget()
        content.setProperty("role", "page")
        content.setAttribute(Qt.WidgetAttribute.WA_StaticContents)  # what stands still is not painted anew
        content.setMaximumWidth(_WIDTH)
        self.title = QLabel(content)
        self.title.setProperty("role", "title")
        self.title.setContentsMargins(16, 4, 16, 8)
        self.title.setWordWrap(True)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 8, 8, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.title)
        self._column.addSpacing(_ROOM_BELOW)
        self._column.addStretch(1)
        self.setWidget(content)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._show_bar)
        bar.valueChanged.connect(self._show_bar)
        self._show_bar()

    def _show_bar(self) -> None:
        """The bar is seen where questions are out of sight: room for an open list is none. Its place stays,
        lest all questions be painted anew."""
        bar, blank = self.verticalScrollBar(), "no" if self._is_long() else "yes"
        if bar.property("blank") != blank:
            bar.setProperty("blank", blank)
            bar.style().unpolish(bar)
            bar.style().polish(bar)

    def _is_long(self) -> bool:
        bar = self.verticalScrollBar()
        return bar.value() > 0 or bar.maximum() > _ROOM_BELOW

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A page that is seen whole stays where it is."""
        if self._is_long():
            super().wheelEvent(event)

    def show_page(self, page: Page, questions: Sequence[Question], remarks: Mapping[str, str]) -> None:
        """Take over the page as it stands now; only what changed is touched."""
        shown = {question.path for question in questions}
        new = not self.cards
        if new:  # one picture of a new page; later only what changed is painted
            self.content.setUpdatesEnabled(False)
        self.title.setText(page.title)
        self.title.setVisible(bool(page.title))
        for path in self.cards.keys() - shown:
            self._drop(self.cards.pop(path))
            if self.current == path:
                self.current = ""
        place = 1
        for group in _blocks(questions):
            if is_scale(group[0]):
                place = self._show_header(group, place)
            for question in group:
                self._show_card(question, place, remarks.get(question.path, ""))
                place += 1
        self._set_columns(questions)
        if new:
            self.content.setUpdatesEnabled(True)

    def set_calm(self, calm: bool) -> None:  # noqa: FBT001 - a plain setter, as Qt's are
        """Whether lists stay closed until asked for, and the page still while its question is seen."""
        self._calm = calm
        for card in self.cards.values():
            card.editor.calm = calm

    def _show_card(self, question: Question, place: int, remark: str) -> None:
        card = self.cards.get(question.path)
        if card is None:
            card = make_card(question, self.content, today=self._today)
            card.editor.answered.connect(lambda value, path=question.path: self.answered.emit(path, value))
            card.editor.remarked.connect(lambda text, path=question.path: self.remarked.emit(path, text))
            card.editor.edited.connect(lambda path=question.path: self._on_editor_edited(path))
            card.editor.calm = self._calm
            if isinstance(card.editor, MediaEditor):
                card.editor.asked.connect(lambda what, path=question.path: self.file_asked.emit(path, what))
            if isinstance(card.editor, TimerEditor):
                card.editor.clocked.connect(lambda marks, path=question.path: self.clocked.emit(path, marks))
            self.cards[question.path] = card
        before = card.question
        card.show_question(question)
        if before is question or len(before.choices) != len(question.choices):
            self._watch(card)
        card.show_remark(remark)
        self._put(card, place)

    def _show_header(self, group: Sequence[Question], place: int) -> int:
        header = self._headers.get(group[0].path)
        if header is None:
            header = self._headers[group[0].path] = ScaleHeader(self.content)
        self._put(header, place, Qt.AlignmentFlag.AlignRight)
        return place + 1

    def _set_columns(self, questions: Sequence[Question]) -> None:
        """Headers no longer above a matrix go; columns of a scale are equally wide over the whole page."""
        first = {group[0].path: group for group in _blocks(questions) if is_scale(group[0])}
        for path in self._headers.keys() - first.keys():
            self._drop(self._headers.pop(path))
        for path, group in first.items():
            header = self._headers[path]
            header.setContentsMargins(0, 8, 8, 0)
            width = header.show_choices(group[0].choices)
            for question in group:
                card = self.cards[question.path]
                if isinstance(card, ScaleCard):
                    card.set_column_width(width)

    def _put(self, widget: QWidget, place: int, align: Qt.AlignmentFlag | None = None) -> None:
        item = self._column.itemAt(place)
        if item is None or item.widget() is not widget:
            self._column.removeWidget(widget)
            self._column.insertWidget(place, widget)
            if align is not None:
                self._column.setAlignment(widget, align)
            if self.content.isVisible():
                widget.show()

    def _drop(self, widget: QWidget) -> None:
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    # ------------------------------------------------------------ the keyboard

    def _watch(self, card: Card) -> None:
        """See the keys and the focus of what may have the keyboard; nothing else, each event costs time."""
        for widget in (card.editor, *card.editor.findChildren(QWidget)):
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                widget.removeEventFilter(self)
                widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notices the keyboard's arrival at a question; keys go to the screen's own filter."""
        kind = event.type()
        if kind in _KEYS:
            return self._filter.eventFilter(watched, event)
        if kind == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            card = self.card_of(watched)
            if card is not None:
                self._enter(card)
        return False

    def card_of(self, widget: QWidget | None) -> Card | None:
        """The card a widget belongs to."""
        while widget is not None and not isinstance(widget, Card):
            widget = widget.parentWidget()
        return widget

    def card(self) -> Card | None:
        """The card the keyboard is at."""
        return self.cards.get(self.current)

    def focus(self, path: str) -> None:
        """Bring the keyboard to a question and the question into view."""
        card = self.cards.get(path)
        if card is None:
            return
        self._enter(card)
        card.editor.take_focus()
        self._reveal(card)

    def _enter(self, card: Card) -> None:
        if card.path == self.current:
            return
        before = self.card()
        self.current = card.path
        if before is not None:
            before.set_current(False)
            before.editor.flush()
            before.editor.leave()
        card.set_current(True)
        self.entered.emit(card.path)

    def leave(self) -> None:
        """The keyboard goes to another page."""
        before = self.card()
        self.current = ""
        if before is not None:
            before.set_current(False)
            before.editor.leave()

    def _on_editor_edited(self, path: str) -> None:
        card = self.cards.get(path)
        if card is not None and path == self.current:
            self._reveal(card)

    def _reveal(self, card: Card) -> None:
        """Scroll so that the card, its open list and a bit of what follows are seen; no more than needed."""
        content = self.content
        self._column.activate()
        top = card.mapTo(content, QPoint(0, 0)).y()
        below = max(card.editor.overhang(), 0 if self._calm else 64)
        bottom = top + card.height() + below
        bar, height = self.verticalScrollBar(), self.viewport().height()
        above = top if top > 120 else 0
        if bottom > bar.value() + height:
            bar.setValue(min(above, bottom - height))
        elif above < bar.value():
            bar.setValue(max(0, above - 40))


def _blocks(questions: Iterable[Question]) -> list[list[Question]]:
    """Neighbours of one scale together, everything else alone."""
    blocks: list[list[Question]] = []
    for question in questions:
        last = blocks[-1][-1] if blocks else None
        if last is not None and is_scale(question) and is_scale(last) and _list(question) == _list(last):
            blocks[-1].append(question)
        else:
            blocks.append([question])
    return blocks


def _list(question: Question) -> object:
    """What makes two scales the same: their list, and what of it is offered."""
    return question.element.list_name, tuple(choice.value for choice in question.choices)
