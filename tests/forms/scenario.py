"""Forms as Markdown tables, filled and looked at: answer, state, assert."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from random import Random

from gsmon_desktop.forms import Change, Form, Session, from_xform
from gsmon_desktop.forms.sheets import read_sheets
from gsmon_desktop.forms.xlsform import convert

MORNING = datetime(2025, 3, 1, 9, 30, tzinfo=UTC)
NONE: Mapping[str, bytes] = {}


@cache
def _xform(markdown: str) -> tuple[str, str]:
    converted = convert(read_sheets(markdown.encode(), "form.md"), "form")
    return converted.xform, converted.itemsets


def form(markdown: str, files: Mapping[str, bytes] = NONE) -> Form:
    """The form of a Markdown table (sheets survey, choices, settings …)."""
    xform, itemsets = _xform(markdown)
    return from_xform(xform, {**files, **({"itemsets.csv": itemsets.encode()} if itemsets else {})})


class Scenario:
    """A session whose questions may be named by their last step where that is unambiguous."""

    def __init__(self, opened: Form, **options: object) -> None:
        self.form = opened
        self.options = {"now": lambda: MORNING, "random": Random(1), **options}
        self.session = Session(opened, **self.options)  # type: ignore[arg-type]

    def path(self, name: str) -> str:
        """The full path of a short name."""
        if name.startswith("/"):
            return name
        found = [path for path, element in self.form.elements.items() if element.name == name]
        assert len(found) == 1, f"{name}: {found}"
        return found[0]

    def set(self, name: str, value: str | None) -> Change:
        """Answers a question."""
        return self.session.set(self.path(name), value)

    def __getitem__(self, name: str) -> str:
        return self.session.value(self.path(name))

    def asks(self, name: str) -> bool:
        """Whether it is relevant."""
        return self.session.relevant(self.path(name))

    def label(self, name: str) -> str:
        """Its label now."""
        return self.session.label(self.path(name))

    def offers(self, name: str) -> list[str]:
        """Values offered now."""
        return [choice.value for choice in self.session.choices(self.path(name))]

    def labels(self, name: str) -> list[str]:
        """Labels of the choices offered now."""
        return [choice.label for choice in self.session.choices(self.path(name))]

    def invalid(self) -> dict[str, str]:
        """Broken rules by path."""
        return {problem.path: problem.message for problem in self.session.invalid()}

    def resumed(self) -> Scenario:
        """The same interview opened again from what is stored."""
        return Scenario(self.form, answers=self.session.stored(), language=self.session.language)


def scenario(markdown: str, files: Mapping[str, bytes] = NONE, **options: object) -> Scenario:
    """Opens a new interview of the form."""
    return Scenario(form(markdown, files), **options)


def snapshot(session: Session) -> dict[str, object]:
    """Everything a session says, for comparing two of them."""
    return {
        "stored": session.stored(),
        "answers": session.answers(),
        "asked": session.asked(),
        "invalid": session.invalid(),
        "missing": session.missing(),
        "pages": session.pages(),
        "questions": [session.question(path) for path in session.asked()],
    }
