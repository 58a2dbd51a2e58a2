"""One interview being filled: answers, what they make relevant, calculated, required and broken."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from random import Random

from gsmon_desktop.forms.definition import Form
from gsmon_desktop.forms.views import Change, Choice, Page, Problem, Question


class Session:
    """A form being filled. Single-threaded: whoever holds it calls it from one thread at a time.

    `answers` (a draft resumed) restores every stored value and fires no first-load event again.
    """

    form: Form
    language: str
    initial: Change

    def __init__(
        self,
        form: Form,
        *,
        now: Callable[[], datetime],
        language: str = "",
        answers: Mapping[str, str] | None = None,
        username: str = "",
        deviceid: str = "",
        last_saved: Mapping[str, str] | None = None,
        instance_id: str | None = None,
        random: Random | None = None,
    ) -> None:
        raise NotImplementedError

    def set(self, path: str, value: str | None) -> Change:
        """Answers one question; a broken constraint is accepted and shows in `invalid()`."""
        raise NotImplementedError

    def add(self, repeat_path: str) -> Change:
        """Adds a row at the end of a repeat (``/data/rep``, or ``/data/rep[1]/inner`` for a nested one)."""
        raise NotImplementedError

    def remove(self, repeat_path: str, at: int) -> Change:
        """Removes the row `at` (from 1); later rows move up."""
        raise NotImplementedError

    def undo(self, change: Change) -> None:
        """Takes back the latest change exactly."""
        raise NotImplementedError

    def set_language(self, language: str) -> Change:
        """Switches the language, by full name or code ("kk"). Answers stay."""
        raise NotImplementedError

    def question(self, path: str) -> Question:
        """The question as it stands now."""
        raise NotImplementedError

    def value(self, path: str) -> str:
        """The stored value, relevant or not; "" when empty."""
        raise NotImplementedError

    def relevant(self, path: str) -> bool:
        """Whether it is asked now (itself and everything around it relevant)."""
        raise NotImplementedError

    def choices(self, path: str) -> tuple[Choice, ...]:
        """The choices offered now, in the session's language."""
        raise NotImplementedError

    def label(self, path: str) -> str:
        """The label of a question, group or repeat row in the session's language."""
        raise NotImplementedError

    def rows(self, repeat_path: str) -> int:
        """How many rows a repeat has now."""
        raise NotImplementedError

    def pages(self) -> tuple[Page, ...]:
        """The pages to show now, in order."""
        raise NotImplementedError

    def answers(self) -> dict[str, str]:
        """Relevant and non-empty values, as they would be submitted."""
        raise NotImplementedError

    def stored(self) -> dict[str, str]:
        """Every value the store keeps, relevant or not, and an entry "" for each row of a repeat."""
        raise NotImplementedError

    def asked(self) -> list[str]:
        """Paths of the relevant questions with a control, in order."""
        raise NotImplementedError

    def invalid(self) -> list[Problem]:
        """Broken rules among relevant answers, in order."""
        raise NotImplementedError

    def missing(self) -> list[str]:
        """Relevant, required and empty questions, in order."""
        raise NotImplementedError

    def by_role(self, role: str) -> str:
        """The value of the relevant question with this role; "" when there is none."""
        raise NotImplementedError

    def roles(self) -> dict[str, str]:
        """Values by role of relevant, answered questions."""
        raise NotImplementedError

    def items(self) -> dict[str, str]:
        """Values by item of relevant, answered questions."""
        raise NotImplementedError

    def finish(self) -> str:
        """The instance XML; raises `interview.unfinished` when something is invalid or missing."""
        raise NotImplementedError
