"""The one place that knows which widget a question gets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from gsmon_desktop.forms import Question
from ui.widgets.editor import Editor
from ui.widgets.media import MediaEditor
from ui.widgets.moments import DateEditor, MomentEditor, TimeEditor
from ui.widgets.options import CAPS
from ui.widgets.places import PointEditor
from ui.widgets.ranging import RangeEditor
from ui.widgets.ranking import RankEditor
from ui.widgets.scale import ScaleRow
from ui.widgets.search_list import SearchList
from ui.widgets.search_many import SearchMany
from ui.widgets.select import SelectMultiple, SelectOne
from ui.widgets.simple import AcknowledgeEditor, CalculatedEditor, NoteEditor
from ui.widgets.text import (
    DecimalEditor,
    IntegerEditor,
    LongTextEditor,
    PhoneEditor,
    TextEditor,
    UnknownEditor,
)
from ui.widgets.timers import ROLES as TIMED
from ui.widgets.timers import TimerEditor

LONG_FROM = 16
"""From so many choices on a single choice is a searchable list."""
MANY_FROM = len(CAPS) + 1
"""The same for a multiple choice: from here on there is no key for each any more."""

_MEDIA = ("image", "audio", "video", "file")
_SEARCHED = frozenset(("autocomplete", "minimal", "search", "compact-search"))


def make(question: Question, parent: QWidget, *, today: Callable[[], date]) -> Editor:
    """The widget for a question; a type without one of its own becomes a line of text that says so."""
    kind = question.element.type
    if is_calculated(question):
        return CalculatedEditor(question, parent)
    if question.element.role in TIMED and kind in ("integer", "decimal"):
        return TimerEditor(question, parent)
    simple: dict[str, type[Editor]] = {
        "select_multiple": SearchMany if _is_long(question, MANY_FROM) else SelectMultiple,
        "integer": IntegerEditor,
        "range": RangeEditor,
        "rank": RankEditor,
        "geopoint": PointEditor,
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


def is_calculated(question: Question) -> bool:
    """A value the form works out and people may only read; a note is words, not a value."""
    return question.readonly and bool(question.element.rules.calculate) and question.element.type != "note"


def is_scale(question: Question) -> bool:
    """A score that may stand as a row of a matrix."""
    return question.element.type == "select_one" and "likert" in question.element.appearance


def _select_one(question: Question, parent: QWidget) -> Editor:
    if is_scale(question):
        return ScaleRow(question, parent)
    if _is_long(question, LONG_FROM):
        return SearchList(question, parent)
    return SelectOne(question, parent)


def _is_long(question: Question, length: int) -> bool:
    return bool(_SEARCHED & set(question.element.appearance)) or len(question.choices) >= length


def _text(question: Question, parent: QWidget) -> Editor:
    if question.element.role == "phone":
        return PhoneEditor(question, parent)
    if "multiline" in question.element.appearance:
        return LongTextEditor(question, parent)
    return TextEditor(question, parent)
