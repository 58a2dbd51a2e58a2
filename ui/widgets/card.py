"""A question on the page: its words, its widget, and what is wrong with the answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gsmon_desktop.forms import Question
from ui.widgets import factory, look, markup
from ui.widgets.scale import ScaleRow
from ui.widgets.simple import CalculatedEditor, NoteEditor

_BAR = 4
MOST_SHOWN = 400
"""Letters of a comment that stand under its question; F4 or the player show all of it."""


class Card(QFrame):
    """What a question and a row of a matrix have in common.

    The editor's own words about half-typed answers come before the session's about a broken rule; a required
    question passed over says so once `nag` was called.
    """

    def __init__(self, question: Question, parent: QWidget, *, today: Callable[[], date]) -> None:
        super().__init__(parent)
        self.question = question
        self.current = False
        self._nagged = False
        self._refused = ""
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        self.label.setOpenExternalLinks(True)
        self.message = QLabel(self)
        self.message.setProperty("role", "danger")
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.hide()
        self.remark = QLabel(self)
        self.remark.setWordWrap(True)
        self.remark.setTextFormat(Qt.TextFormat.PlainText)
        self.remark.setProperty("role", "muted")
        self.remark.hide()
        self.editor = factory.make(question, self, today=today)
        self.editor.edited.connect(self._show_message)

    @property
    def path(self) -> str:
        """The question's path."""
        return self.question.path

    @property
    def stops(self) -> bool:
        """Whether the keyboard stops here: there is something to answer."""
        silent = isinstance(self.editor, NoteEditor | CalculatedEditor)
        return not silent and not self.question.readonly

    def show_question(self, question: Question) -> None:
        """Take over a question as it stands now."""
        if question != self.question:
            self.question = question
            self._refused = ""
            self.editor.show_question(question)
        self._show_words()
        self._show_message()

    def refuse(self, sentence: str) -> None:
        """Say why the last value was not taken."""
        self._refused = sentence
        self._show_message()

    def nag(self) -> None:
        """From now on an empty required answer is said to be missing."""
        self._nagged = True
        self._show_message()

    def show_remark(self, text: str) -> None:
        """The interviewer's comment, under the question; "" for none. A transcript shows how it begins."""
        self.remark.setText(f"✎ {text}" if len(text) <= MOST_SHOWN else f"✎ {text[:MOST_SHOWN].rstrip()}…")
        self.remark.setVisible(bool(text))

    def set_current(self, current: bool) -> None:  # noqa: FBT001 - a plain setter, as Qt's are
        """The keyboard is here, or not."""
        if current != self.current:
            self.current = current
            self.update()

    def completed(self, *, quick: bool) -> bool:
        """The answer is whole, so the keyboard may go on; in quick entry even where a rule is broken."""
        enough = self.editor.completes and bool(self.question.value)
        return enough and (quick or not self.question.message)

    def wrong(self) -> str:
        """The words that are said about the answer now."""
        return self.message.text().removeprefix("⚠ ") if self.message.isVisibleTo(self) else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """A bar on the left: accent where the keyboard is, warning colour where something is wrong."""
        super().paintEvent(event)
        wrong = self.message.isVisibleTo(self)
        if not self.current and not wrong:
            return
        colours = look.colours(self)
        painter = QPainter(self)
        if self.current:
            painter.fillRect(self.rect(), colours.field)
        painter.fillRect(0, 0, _BAR, self.height(), colours.wrong if wrong else colours.accent)

    def _show_words(self) -> None:
        star = "\u00a0*" if self.question.required and not self.question.readonly else ""
        show_words(self.label, self.question.label, star)

    def _show_message(self) -> None:
        text = self.editor.problem() or self._refused or self.question.message
        if not text and self._nagged and self.question.required and not self.question.value:
            text = self.question.required_message or self.tr("Нужен ответ.")
        if text == self.wrong():
            return
        self.message.setText(f"⚠ {text}")
        self.message.setAccessibleName(text)
        self.message.setVisible(bool(text))
        self.update()


def show_words(label: QLabel, text: str, star: str = "") -> None:
    """A form's words, with their Markdown where there is some; `star` marks a required question."""
    rich = markup.rich(text)
    label.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
    label.setText((rich or text) + star)


class QuestionCard(Card):
    """Words above, widget below."""

    def __init__(self, question: Question, parent: QWidget, *, today: Callable[[], date]) -> None:
        super().__init__(question, parent, today=today)
        font = QFont(self.label.font())
        if self.stops:
            font.setWeight(QFont.Weight.DemiBold)
        self.label.setFont(font)
        self.hint = QLabel(self)
        self.hint.setWordWrap(True)
        self.hint.setProperty("role", "muted")
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 8, 16, 8)
        box.setSpacing(4)
        for widget in (self.label, self.hint, self.editor, self.message, self.remark):
            box.addWidget(widget)
        self._show_words()
        self._show_message()

    def _show_words(self) -> None:
        super()._show_words()
        show_words(self.hint, self.question.hint)
        self.hint.setVisible(bool(self.question.hint))


class ScaleCard(Card):
    """A row of a matrix: words to the left, cells under the scale's words."""

    def __init__(self, question: Question, parent: QWidget, *, today: Callable[[], date]) -> None:
        super().__init__(question, parent, today=today)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.label, 1)
        row.addWidget(self.editor, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 1, 8, 1)
        box.setSpacing(0)
        box.addLayout(row)
        box.addWidget(self.message)
        box.addWidget(self.remark)
        self._show_words()
        self._show_message()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A thin rule under the row leads the eye to its cells."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(look.colours(self).rule)
        painter.drawLine(16, self.height() - 1, self.width() - 8, self.height() - 1)

    def set_column_width(self, width: int) -> None:
        """The width of every cell."""
        if isinstance(self.editor, ScaleRow):
            self.editor.set_column_width(width)


def make_card(question: Question, parent: QWidget, *, today: Callable[[], date]) -> Card:
    """The card for a question: a matrix row for a score, else the common one."""
    kind = ScaleCard if factory.is_scale(question) else QuestionCard
    return kind(question, parent, today=today)
