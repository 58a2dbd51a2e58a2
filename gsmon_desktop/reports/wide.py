"""Interviews wide: one row an interview, one column a question, labels over codes; tallies fill up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gsmon_desktop.reports import style
from gsmon_desktop.reports.context import Context
from gsmon_desktop.reports.interviews import Answers, Finished, finished, template_of
from gsmon_desktop.reports.questions import Question, Questionnaire, moment, reader
from gsmon_desktop.reports.sheet import Layout, Sheet, Value, width

_OWN = ("number", "id", "started", "finished", "minutes", "interviewer", "version", "revision")
_OWN_WIDTHS = (7, 38, 17, 17, 9, 20, 12, 10)
_OWN_ROLES = frozenset({"interviewer"})
"""Told by the interview's own columns already."""
_HEADING_HEIGHT = 62.0
_ANSWER_WIDTH = 26.0


@dataclass(frozen=True)
class Column:
    """A question in a column; `path` has the row's number when the question stands in a repeat."""

    path: str
    question: Question
    read: Callable[[str], Value]
    heading: str


def write(context: Context, questionnaire: Questionnaire, progress: Callable[[], None]) -> None:
    """Writes all finished interviews of a form and counts the answers of its questions."""
    columns = _columns(context, questionnaire)
    sheet = _sheet(context, questionnaire, columns)
    answers = Answers(questionnaire.repeats)
    counted = _Counted(context, questionnaire)
    for interview in finished(context.ws, questionnaire.form_id):
        given = answers.of(interview.instance)
        counted.add(given)
        row = _own(interview)
        row.extend(column.read(value) if (value := given.get(column.path)) else None for column in columns)
        sheet.plain(row)
        progress()


def _columns(context: Context, questionnaire: Questionnaire) -> list[Column]:
    asked = [q for q in questionnaire.questions if context.personal or not q.personal]
    asked = [q for q in asked if q.mark not in _OWN_ROLES]
    rows = _numbered_paths(context, questionnaire) if questionnaire.repeats else {}
    columns: list[Column] = []
    for question in asked:
        read = reader(question)
        for path in rows.get(question.path, [] if _in_repeat(question, questionnaire) else [question.path]):
            numbers = "".join(f" [{number}]" for number in re.findall(r"\[(\d+)\]", path))
            columns.append(Column(path, question, read, question.label + numbers))
    return columns


def _in_repeat(question: Question, questionnaire: Questionnaire) -> bool:
    return any(question.path.startswith(f"{repeat}/") for repeat in questionnaire.repeats)


def _numbered_paths(context: Context, questionnaire: Questionnaire) -> dict[str, list[str]]:
    """The paths inside repeats that finished interviews have, by template path, rows in order."""
    found = context.ws.query(
        """SELECT DISTINCT a.path FROM answer AS a JOIN interview AS i ON i.number = a.interview
           WHERE i.status = 'finished' AND i.form_id = ? AND a.value <> '' AND instr(a.path, '[') > 0""",
        [questionnaire.form_id],
    )
    by_template: dict[str, list[str]] = {}
    for path in sorted((row["path"] for row in found), key=_row_numbers):
        by_template.setdefault(template_of(path), []).append(path)
    return by_template


def _row_numbers(path: str) -> list[int]:
    return [int(number) for number in re.findall(r"\[(\d+)\]", path)]


def _sheet(context: Context, questionnaire: Questionnaire, columns: Sequence[Column]) -> Sheet:
    texts = context.texts
    title = texts("sheet.interviews")
    if context.questionnaires[0] is not questionnaire:
        title = _sheet_name(f"{title} {questionnaire.form_id}")
    layout = Layout((*_OWN_WIDTHS, *map(_width, columns)), frozen="C3", repeated="1:2")
    sheet = Sheet(context.book, title, layout)
    total = context.ws.value(
        "SELECT count(*) FROM interview WHERE status = 'finished' AND form_id = ?", [questionnaire.form_id]
    )
    sheet.filter(2, len(_OWN) + len(columns), last=2 + int(total))
    headings: list[Value] = [texts(f"interview.{name}") for name in _OWN]
    sheet.all(style.HEADING, [*headings, *(column.heading for column in columns)], height=_HEADING_HEIGHT)
    sheet.all(style.CODE, [*_OWN, *(_code(column) for column in columns)])
    return sheet


def _code(column: Column) -> str:
    numbers = "".join(f"[{number}]" for number in _row_numbers(column.path))
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
    return max(least, 13.0, len(column.heading) / 3.2)


def _own(interview: Finished) -> list[Value]:
    return [
        interview.number,
        interview.id,
        moment(interview.started),
        moment(interview.finished),
        round(interview.seconds / 60, 1),
        interview.interviewer,
        interview.version,
        interview.revision,
    ]


def _sheet_name(name: str) -> str:
    """A name Excel accepts: at most 31 characters, none of []:*?/\\."""
    return re.sub(r"[\[\]:*?/\\]", "_", name)[:31]


class _Counted:
    """Counts the answers of a form's choice questions."""

    def __init__(self, context: Context, questionnaire: Questionnaire) -> None:
        self._several = {q.path: q.several for q in questionnaire.questions if q.selects}
        self._tallies: dict[str, Counter[str]] = {path: Counter() for path in self._several}
        self._answered = context.answered
        self._form = questionnaire.form_id
        for path, tally in self._tallies.items():
            context.tallies[self._form, path] = tally

    def add(self, given: dict[str, str]) -> None:
        for place, value in given.items():
            path = template_of(place)
            several = self._several.get(path)
            if several is None:
                continue
            self._answered[self._form, path] += 1
            if several:
                self._tallies[path].update(value.split())
            else:
                self._tallies[path][value] += 1
