"""The one place that knows which widget a question gets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from gsmon_desktop.forms import Question
from ui.widgets.editor import Editor
from ui.widgets.media import MediaEditor
from ui.widgets.moments import DateEditor, MomentEditor, TimeEditor
from ui.widgets.scale import ScaleRow
from ui.widgets.search_list import SearchList
from ui.widgets.select import SelectMultiple, SelectOne
from ui.widgets.simple import AcknowledgeEditor, NoteEditor
from ui.widgets.text import (
    DecimalEditor,
    IntegerEditor,
    LongTextEditor,
    PhoneEditor,
    TextEditor,
    UnknownEditor,
)

LONG_FROM = 16
"""From so many choices on a single choice is a searchable list."""

_MEDIA = ("image", "audio", "video", "file")
_SEARCHED = frozenset(("autocomplete", "minimal", "search", "compact-search"))


def make(question: Question, parent: QWidget, *, today: Callable[[], date]) -> Editor:
    """The widget for a question; a type without one of its own becomes a line of text that says so."""
    kind = question.element.type
    simple: dict[str, type[Editor]] = {
        "select_multiple": SelectMultiple,
        "integer": IntegerEditor,
        "range": DecimalEditor,
        "decimal": DecimalEditor,
        "time": TimeEditor,
        "note": NoteEditor,
        "acknowledge": AcknowledgeEditor,
        "trigger": AcknowledgeEditor,
        "barcode": TextEditor,
        **dict.fromkeys(_MEDIA, MediaEditor),
    }
    if kind == "select_one":
        return _select_one(question, parent)
    if kind == "text":
        return _text(question, parent)
    if kind == "date":
        return DateEditor(question, today, parent)
    if kind == "dateTime":
        return MomentEditor(question, today, parent)
    return simple.get(kind, UnknownEditor)(question, parent)


def is_scale(question: Question) -> bool:
    """A score that may stand as a row of a matrix."""
    return question.element.type == "select_one" and "likert" in question.element.appearance


def _select_one(question: Question, parent: QWidget) -> Editor:
    if is_scale(question):
        return ScaleRow(question, parent)
    if _SEARCHED & set(question.element.appearance) or len(question.choices) >= LONG_FROM:
        return SearchList(question, parent)
    return SelectOne(question, parent)


def _text(question: Question, parent: QWidget) -> Editor:
    if question.element.role == "phone":
        return PhoneEditor(question, parent)
    if "multiline" in question.element.appearance:
        return LongTextEditor(question, parent)
    return TextEditor(question, parent)
