"""An interviewer who goes through a form question by question, from the first to the submission."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms import Question
from tests.forms.scenario import Scenario, scenario
from tests.forms.surveys import FOLDER, table

Answers = Mapping[str, str | Callable[[str], str]]
"""By full path or by name; a function gets the path."""
PLAIN = {
    "text": "AB123", "integer": "1", "decimal": "37.5", "date": "2025-02-27", "time": "09:00",
    "dateTime": "2025-02-27T10:00:00+05:00", "image": "a.jpg", "file": "a.pdf", "audio": "a.m4a",
    "acknowledge": "OK", "geopoint": "51.1 71.4 350 5", "barcode": "4870001", "range": "15",
}  # fmt: skip
WORDS = ["", "a b", "Ünïcödé", "12", "<&>'\"", "Достаточно длинные слова"]


def interview(name: str, **options: object) -> Scenario:
    """A new interview of a survey."""
    files = {file.name: file.read_bytes() for file in FOLDER.glob("*.csv")}
    return scenario(table(name), files, **options)


def walk(s: Scenario, answers: Answers) -> list[str]:
    """Answers everything that is asked, in the order it is asked; the paths in that order.

    Where nothing is said, a plain value of the question's type or its first choice is taken.
    """
    done: list[str] = []
    while path := next((p for p in s.session.asked() if p not in done), ""):
        done.append(path)
        question = s.session.question(path)
        if question.readonly or question.element.type in ("note", "start", "end"):
            continue
        s.session.set(path, _answer(question, answers))
    return done


def _answer(question: Question, answers: Answers) -> str:
    said = answers.get(question.path, answers.get(question.element.name))
    if said is not None:
        return said(question.path) if callable(said) else said
    if question.element.type == "rank":
        return " ".join(choice.value for choice in question.choices)
    if question.choices:
        return question.choices[0].value
    return PLAIN[question.element.type]


def answer_at_random(s: Scenario, chance: Random) -> None:
    """One answer, wherever: any question now asked gets any value that may be typed into it, or none."""
    asked = [path for path in s.session.asked() if not s.session.question(path).readonly]
    path = chance.choice(asked)
    question = s.session.question(path)
    values = [choice.value for choice in question.choices]
    if question.element.type in ("select_multiple", "rank"):
        values = [" ".join(chance.sample(values, chance.randint(0, len(values)))), ""]
    elif not values:
        values = {
            "integer": ["0", "1", "2", "3", "7", "40", ""],
            "decimal": ["0", "37.5", "120", ""],
            "date": ["2025-02-27", "2024-12-01", "2024-02-29", "1990-06-15", "2022-03-02", ""],
            "time": ["08:00", "18:30", ""],
            "dateTime": ["2025-02-27T10:00:00+05:00", ""],
            "range": ["0", "60", ""],
            "text": WORDS,
        }.get(question.element.type, [PLAIN.get(question.element.type, ""), ""])
    try:
        s.session.set(path, chance.choice(values))
    except GsmonError as refused:
        assert refused.code.startswith(("answer.choice", "answer.characters")), refused.code  # noqa: PT017
