"""Interviews wide: one row an interview, one column a question, labels over codes; tallies fill up."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from gsmon_desktop.reports import style
from gsmon_desktop.reports.context import Context, Tally
from gsmon_desktop.reports.interviews import Answers, Finished, finished, template_of
from gsmon_desktop.reports.questions import Question, Questionnaire, moment, reader
from gsmon_desktop.reports.sheet import Layout, Sheet, Styled, Value, width
from gsmon_desktop.store import Workspace

_OWN = ("number", "id", "started", "finished", "minutes", "interviewer", "version", "revision")
_OWN_WIDTHS = (7, 38, 17, 17, 9, 20, 12, 10)
_OWN_ROLES = frozenset({"interviewer"})
"""Told by the interview's own columns already."""
_ANSWER_WIDTH = 32.0


@dataclass(frozen=True)
class Column:
    """A question in a column; `path` has the row's number when the question stands in a repeat."""

    path: str
    question: Question
    heading: str
    hidden: bool
    """Counted but not shown: personal data, or told by the interview's own columns."""


def write(context: Context, questionnaire: Questionnaire, progress: Callable[[], None]) -> None:
    """Writes all finished interviews of a form and counts the answers of its questions."""
    columns = columns_of(context.ws, questionnaire, personal=context.personal)
    shown = [column for column in columns if not column.hidden]
    sheet = _sheet(context, questionnaire, shown)
    fillers = _fillers(context, questionnaire, sheet, columns)
    answers = Answers(questionnaire.repeats)
    empty: list[str | None] = [None] * len(shown)
    for interview in finished(context.ws, questionnaire.form_id):
        row = [sheet.safe(value) for value in _own(interview)]
        row += empty
        for path, value in answers.of(interview.instance).items():
            if (filler := fillers.get(path)) is not None:
                filler.fill(row, value)
        sheet.ready(row)
        progress()


class _Filler:
    """Puts the answers of one question into its column and counts them."""

    def __init__(self, sheet: Sheet, column: Column, place: int | None, tally: Tally | None) -> None:
        self._sheet, self._place, self._tally = sheet, place, tally
        self._read = reader(column.question)
        self._several = column.question.several
        self._kept: dict[str, Any] | None = {} if column.question.selects else None
        """Ready cells by value, where there are only so many values."""

    def fill(self, row: list[Any], value: str) -> None:
        if self._tally is not None:
            self._tally.answers += 1
            if self._several:
                self._tally.values.update(value.split())
            else:
                self._tally.values[value] += 1
        if self._place is not None:
            row[self._place] = self._cell(value)

    def _cell(self, value: str) -> Any:
        if self._kept is None:
            return self._sheet.safe(self._read(value))
        if value not in self._kept:
            self._kept[value] = self._sheet.safe(self._read(value))
        return self._kept[value]


def _fillers(
    context: Context, questionnaire: Questionnaire, sheet: Sheet, columns: Sequence[Column]
) -> dict[str, _Filler]:
    """A filler a path; the tallies they fill are the context's, one a question."""
    places = iter(range(len(_OWN), len(_OWN) + len(columns)))
    found: dict[str, _Filler] = {}
    for column in columns:
        tally = None
        if column.question.selects:
            tally = context.tally(questionnaire.form_id, column.question.path)
        found[column.path] = _Filler(sheet, column, None if column.hidden else next(places), tally)
    return found


def columns_of(ws: Workspace, questionnaire: Questionnaire, *, personal: bool) -> list[Column]:
    """The columns of a form's interviews in order; each row of a repeat has columns of its own."""
    rows = _numbered_paths(ws, questionnaire) if questionnaire.repeats else {}
    columns: list[Column] = []
    for question in questionnaire.questions:
        hidden = (question.personal and not personal) or question.mark in _OWN_ROLES
        single = [] if _in_repeat(question, questionnaire) else [question.path]
        for path in rows.get(question.path, single):
            numbers = "".join(f" [{number}]" for number in row_numbers(path))
            columns.append(Column(path, question, question.label + numbers, hidden))
    return columns


def _in_repeat(question: Question, questionnaire: Questionnaire) -> bool:
    return any(question.path.startswith(f"{repeat}/") for repeat in questionnaire.repeats)


def _numbered_paths(ws: Workspace, questionnaire: Questionnaire) -> dict[str, list[str]]:
    """The paths inside repeats that finished interviews have, by template path, rows in order."""
    found = ws.query(
        """SELECT DISTINCT a.path FROM answer AS a JOIN interview AS i ON i.number = a.interview
           WHERE i.status = 'finished' AND i.form_id = ? AND a.value <> '' AND instr(a.path, '[') > 0""",
        [questionnaire.form_id],
    )
    by_template: dict[str, list[str]] = {}
    for path in sorted((row["path"] for row in found), key=row_numbers):
        by_template.setdefault(template_of(path), []).append(path)
    return by_template


def row_numbers(path: str) -> list[int]:
    """The row numbers in a path, outer repeats first."""
    return [int(number) for number in re.findall(r"\[(\d+)\]", path)]


def _sheet(context: Context, questionnaire: Questionnaire, columns: Sequence[Column]) -> Sheet:
    texts = context.texts
    title, about = texts("sheet.interviews"), texts("about.interviews")
    if context.questionnaires[0] is not questionnaire:
        title, about = context.instrument(questionnaire), f"{about} · {questionnaire.title}"
    layout = Layout((*_OWN_WIDTHS, *map(_width, columns)), frozen="C3", repeated="1:2", fitted=False)
    sheet = context.begin(title, layout, about)
    total = context.ws.value(
        "SELECT count(*) FROM interview WHERE status = 'finished' AND form_id = ?", [questionnaire.form_id]
    )
    sheet.filter(2, len(_OWN) + len(columns), last=2 + int(total))
    headings: list[Value] = [texts(f"interview.{name}") for name in _OWN]
    sheet.all(style.HEADING, [*headings, *(column.heading for column in columns)])
    sheet.all(style.CODE, [*_OWN, *(_code(column) for column in columns)])
    return sheet


def _code(column: Column) -> str:
    numbers = "".join(f"[{number}]" for number in row_numbers(column.path))
    return column.question.code + numbers


def _width(column: Column) -> float:
    """Wide enough for the answers; the heading breaks into three or four lines over them."""
    question = column.question
    if question.scored or question.type in ("integer", "decimal", "range"):
        least = 13.0
    elif question.choices:
        least = width(question.choices.values(), most=_ANSWER_WIDTH)
    else:
        least = _ANSWER_WIDTH if question.type == "text" else 17.0
    return max(least, 13.0, len(column.heading) / 2.6)


def _own(interview: Finished) -> list[Value | Styled]:
    return [
        interview.number,
        (interview.id, style.WORD),
        moment(interview.started),
        moment(interview.finished),
        round(interview.seconds / 60, 1),
        (interview.interviewer, style.WORD),
        interview.version,
        (interview.revision, style.MIDDLE),
    ]
