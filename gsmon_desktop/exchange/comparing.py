"""Two edits of one interview in the words of its questionnaire, for people to compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import conflicts
from gsmon_desktop.exchange.conflicts import Difference, Side
from gsmon_desktop.forms import Session
from gsmon_desktop.interviewing import kept_form
from gsmon_desktop.store import Clock, Workspace, interviews


@dataclass(frozen=True)
class Line:
    """A question that differs: its words and both answers in words."""

    label: str
    ours: str
    theirs: str


@dataclass(frozen=True)
class Compared:
    """A conflict as people compare it."""

    number: int
    ours: Side
    theirs: Side
    lines: Sequence[Line]


def compare(ws: Workspace, number: int, language: str, now: Clock) -> Compared:
    """Both edits of a conflict in a language, and what they answer differently.

    Raises GsmonError exchange.no_conflict, and those of a form that cannot be read.
    """
    ours, theirs = conflicts.sides(ws, number)
    interview = next(each.interview for each in conflicts.listing(ws) if each.number == number)
    form = kept_form(ws, interviews.get(ws, interview).form_hash)
    sessions = []
    for side in (ours, theirs):
        session = Session(form, now=now, answers=side.answers)
        session.set_language(session.form.language(language))
        sessions.append(session)
    lines = [_line(sessions, each) for each in conflicts.differences(ws, number)]
    return Compared(number, ours, theirs, lines)


def _line(sessions: Sequence[Session], each: Difference) -> Line:
    told = [
        _words(session, each.path, value)
        for session, value in zip(sessions, (each.ours, each.theirs), strict=True)
    ]
    name = next((name for name, _ in told if name), each.path.rpartition("/")[2])
    return Line(name, told[0][1], told[1][1])


def _words(session: Session, path: str, value: str | None) -> tuple[str, str]:
    try:
        question = session.question(path)
    except GsmonError:  # a row that this edit does not have
        return "", value or ""
    labels = {choice.value: choice.label for choice in question.choices}
    parts = (value or "").split() if question.element.type == "select_multiple" else [value or ""]
    return question.label, "; ".join(labels.get(part, part) for part in parts)
