"""Interviews as a table for analysts: one row an interview, one variable a question or a choice of several.

Answers stay codes. What is chosen from several becomes a 0/1 variable a choice; scored items are whole
numbers 1 to 5 and `DONT_KNOW` for "hard to say".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.reports.interviews import Answers, Finished, finished, versions
from gsmon_desktop.reports.questions import SCORED, Questionnaire, moment, questionnaire, reader
from gsmon_desktop.reports.texts import Texts
from gsmon_desktop.reports.wide import Column, columns_of, row_numbers
from gsmon_desktop.store import Workspace

DONT_KNOW = 98
"""Stands for "hard to say" among whole numbers."""
CODE, WHOLE, NUMBER, DAY, MOMENT, TEXT = "code", "whole", "number", "day", "moment", "text"
"""Kinds of variables: a code of a list, a whole number, any number, a date, a time, words."""
_OWN: Mapping[str, str] = {
    "number": WHOLE,
    "id": TEXT,
    "started": MOMENT,
    "finished": MOMENT,
    "seconds": WHOLE,
    "interviewer": TEXT,
    "language": TEXT,
    "version": TEXT,
    "revision": WHOLE,
}
_KINDS = {"integer": WHOLE, "decimal": NUMBER, "range": NUMBER, "int": WHOLE, "calculate": TEXT}
_KINDS |= {"date": DAY, "dateTime": MOMENT}


@dataclass
class Variable:
    """A column: `labels` are the words of its values where there are only so many."""

    name: str
    label: str
    kind: str
    labels: dict[Any, str] = field(default_factory=dict)
    values: list[Any] = field(default_factory=list)


@dataclass(frozen=True)
class Data:
    """A form's interviews as variables of equal length."""

    form_id: str
    title: str
    variables: Sequence[Variable]

    @property
    def rows(self) -> int:
        """How many interviews there are."""
        return len(self.variables[0].values)


def tables(ws: Workspace, edition: Edition, language: str) -> dict[str, Questionnaire]:
    """The questionnaires with finished interviews, the scored one first."""
    texts = Texts("workbook", language)
    return {key: questionnaire(forms, edition, texts) for key, forms in versions(ws).items()}


def read(
    ws: Workspace,
    each: Questionnaire,
    *,
    language: str,
    personal: bool,
    step: Callable[[], None] = lambda: None,
) -> Data:
    """Reads all finished interviews of a form. Personal answers only when asked; `step` after each one."""
    texts = Texts("workbook", language)
    own = [Variable(name, texts(f"interview.{name}"), kind) for name, kind in _OWN.items()]
    taken = {variable.name for variable in own}
    fillers: dict[str, _Filler] = {}
    for column in columns_of(ws, each, personal=personal):
        if not column.hidden:
            fillers[column.path] = _Filler(column, taken, texts)
    answers = Answers(each.repeats)
    for row, interview in enumerate(finished(ws, each.form_id), 1):
        for variable, value in zip(own, _own(interview), strict=True):
            variable.values.append(value)
        for path, text in answers.of(interview.instance).items():
            if (filler := fillers.get(path)) is not None:
                filler.put(text)
        for filler in fillers.values():
            filler.fill_up(row)
        step()
    variables = [*own, *(v for filler in fillers.values() for v in filler.variables)]
    return Data(each.form_id, each.title, variables)


def _own(interview: Finished) -> Iterator[Any]:
    for name, kind in _OWN.items():
        value = getattr(interview, name)
        yield moment(value) if kind == MOMENT else value


class _Filler:
    """The variables of one question, and how an answer gets into them."""

    def __init__(self, column: Column, taken: set[str], texts: Texts) -> None:
        question = column.question
        numbers = "".join(f"_{number}" for number in row_numbers(column.path))
        self._read = reader(question)
        self._several, self._scored = question.several and bool(question.choices), question.scored
        self._codes = tuple(question.choices)
        if self._several:
            no, yes = texts("value.no"), texts("value.yes")
            self.variables = [
                Variable(
                    _name(f"{question.code}_{code}{numbers}", taken),
                    f"{column.heading}: {label}",
                    WHOLE,
                    {0: no, 1: yes},
                )
                for code, label in question.choices.items()
            ]
        elif question.scored:
            labels = {int(code) if code in SCORED else DONT_KNOW: v for code, v in question.choices.items()}
            name = _name(question.code + numbers, taken)
            self.variables = [Variable(name, column.heading, WHOLE, labels)]
        else:
            kind = CODE if question.choices else _KINDS.get(question.type, TEXT)
            name = _name(question.code + numbers, taken)
            self.variables = [Variable(name, column.heading, kind, dict(question.choices))]

    def put(self, text: str) -> None:
        """An interview's answer."""
        if self._several:
            given = set(text.split())
            for code, variable in zip(self._codes, self.variables, strict=True):
                variable.values.append(int(code in given))
            return
        (variable,) = self.variables
        variable.values.append(self._value(variable, text))

    def _value(self, variable: Variable, text: str) -> Any:
        """What does not fit the kind (a number typed with letters elsewhere) is left out, words never are."""
        if self._scored:
            return int(text) if text in SCORED else DONT_KNOW
        if variable.kind == CODE:
            variable.labels.setdefault(text, text)  # a code that is in no list any more
        if variable.kind in (CODE, TEXT):
            return text
        value = self._read(text)
        if variable.kind == DAY:
            return value if isinstance(value, date) else None
        if variable.kind == MOMENT:
            return value if isinstance(value, datetime) else None
        return value if isinstance(value, int | float) else None

    def fill_up(self, row: int) -> None:
        """Nothing where the interview has no answer."""
        for variable in self.variables:
            if len(variable.values) < row:
                variable.values.append(None)


def _name(wanted: str, taken: set[str]) -> str:
    """A name every program takes: ASCII letters, digits and _, a letter first, at most 60, no other's."""
    plain = re.sub(r"[^A-Za-z0-9_]", "_", wanted)
    plain = (plain if plain[:1].isalpha() else f"q_{plain}")[:60]
    name, more = plain, 2
    while name.lower() in {each.lower() for each in taken}:
        name, more = f"{plain[:56]}_{more}", more + 1
    taken.add(name)
    return name
