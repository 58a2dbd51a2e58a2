"""One interview being filled: answers, what they make relevant, calculated, required and broken."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from random import Random
from secrets import SystemRandom

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms import instance, opening, pages
from gsmon_desktop.forms.choices import Choices
from gsmon_desktop.forms.definition import Element, Form
from gsmon_desktop.forms.engine import Engine, stored_cells
from gsmon_desktop.forms.environment import SessionEnvironment
from gsmon_desktop.forms.questions import Shown
from gsmon_desktop.forms.state import Cell, Rows, State
from gsmon_desktop.forms.texts import Texts
from gsmon_desktop.forms.values import FILE_TYPES, check_value
from gsmon_desktop.forms.views import Change, Choice, Page, Problem, Question
from gsmon_desktop.forms.xpath import Context, Value, compile  # noqa: A004


class Session:
    """A form being filled. Single-threaded: whoever holds it calls it from one thread at a time.

    A path addresses a row of a repeat as ``/data/rep[2]/q``; without a number the first row is meant. Values
    are in their XForms lexical form, several choices with spaces between.

    `now`         gives the present moment, with its time zone
    `initial`     what opening a new one set (for a draft: nothing, unless it lacked rows its form counts)
    `answers`     what `stored()` gave (a draft resumed): everything is put back, no first-load event fires
                  again
    `last_saved`  `answers()` of the latest finished interview of this form
    `instance_id` the id of a new instance, "uuid:…"; made from `random` when not given
    """

    def __init__(  # noqa: PLR0913  (all by name; each is one thing of the surroundings)
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
        self.form = form
        self.now = now
        self._state = State(form.graph.root, form.graph.spots)
        self._environment = SessionEnvironment(
            form, self._state, now=now, random=random or SystemRandom(), last_saved=last_saved or {}
        )
        self._texts = Texts(form, form.language(language), self._context)
        self._choices = Choices(self._texts, self._environment)
        self._engine = Engine(self._state, self._environment, self._choices.offered)
        self._engine.stale = self._choices.forget
        self._environment.read_language = lambda: self._texts.language
        self._environment.read_text = lambda name: self._texts.itext(name, self._state.root.cells[0])
        self._environment.read_choice = self._choices.label
        self._shown = Shown(self._texts, self._choices)
        self._pages: tuple[int, str, tuple[Page, ...]] | None = None
        self.unfitted: dict[str, str] = {}
        """Values of `answers` that have no place in this form."""
        self._preloads = opening.Preloads(now, username, deviceid, instance_id)
        if answers is None:
            opening.open_new(self._engine, form, self._preloads, self._environment.uuid)
        else:
            self.unfitted = opening.restore(self._engine, answers)
        rows = self._engine.take_log()
        if answers is not None:
            rows = tuple((path, None, new) for path, _, new in rows if path not in answers)
        self.initial = Change("open", form.root.path, None, None, rows)
        self._titles_change = pages.titles_change(form, self._texts)

    # ------------------------------------------------------------------ changing

    def set(self, path: str, value: str | None) -> Change:
        """Answers one question (None or "" clears it). A broken constraint is accepted and shows in
        `invalid()`.

        Raises answer.unknown_path, answer.readonly, answer.type_…, answer.choice; nothing has changed then.
        """
        cell = self._question(path)
        text = self._checked(cell, value or "")
        old = cell.value
        return self._change(
            "set", cell.path, old or None, text or None, lambda: self._engine.write(cell, text)
        )

    def add(self, repeat_path: str) -> Change:
        """Adds a row at the end of a repeat (``/data/rep``, or ``/data/rep[1]/inner`` for a nested one)."""
        rows = self._rows(repeat_path, own=True)
        return self._change(
            "add", rows.path, None, str(len(rows.frames) + 1), lambda: self._engine.grow(rows)
        )

    def duplicate(self, repeat_path: str, at: int) -> Change:
        """Adds a row at the end with what people answered in the row `at` (from 1). Files, which belong to
        one answer, and rows inside the row do not come along. Raises answer.unknown_row."""
        rows = self._rows(repeat_path, own=True)
        if not 1 <= at <= len(rows.frames):
            raise GsmonError("answer.unknown_row", rows.path, at=at, rows=len(rows.frames))
        pattern = rows.frames[at - 1]

        def work() -> None:
            for old, new in zip(pattern.cells, self._engine.grow(rows).cells, strict=True):
                if old.spot.leaf and old.spot.element.shown and old.spot.element.type not in FILE_TYPES:
                    self._engine.write(new, old.value)

        return self._change("add", rows.path, None, str(len(rows.frames) + 1), work)

    def remove(self, repeat_path: str, at: int) -> Change:
        """Removes the row `at` (from 1); later rows move up. Raises answer.unknown_row."""
        rows = self._rows(repeat_path, own=True)
        if not 1 <= at <= len(rows.frames):
            raise GsmonError("answer.unknown_row", rows.path, at=at, rows=len(rows.frames))
        return self._change("remove", rows.path, str(at), None, lambda: self._engine.shrink(rows, at))

    def undo(self, change: Change) -> None:
        """Takes back the latest change exactly. What it calculated, added or removed comes back as it was."""
        if change.action == "language":
            self.set_language(change.old or "")
            return
        opening.put_back(self._engine, ((path, old) for path, old, _new in change.rows))
        self._engine.take_log()

    def set_language(self, language: str) -> Change:
        """Switches the language, by full name or code ("kk"); answers stay. Raises answer.language."""
        name = self.form.language(language)
        if language != name and name == self.form.default_language and not _is_language(self.form, language):
            raise GsmonError("answer.language", language=language, languages=", ".join(self.form.languages))
        old = self._texts.language
        self._texts.language = name

        def requeue() -> None:
            for rule in self.form.graph.rules:
                if "jr:" in rule.text and rule.expression.functions & {"jr:choice-name", "jr:itext"}:
                    self._engine.queue(rule)

        return self._change("language", self.form.root.path, old, name, requeue)

    def catch_up(self, added: Collection[str]) -> Change:
        """Brings a draft from another version of the form up to date: questions and repeats whose template
        path is in `added` get what a new interview gives them, and all calculations run."""
        uuid = self._environment.uuid
        return self._change(
            "open",
            self.form.root.path,
            None,
            None,
            lambda: opening.catch_up(self._engine, self.form, self._preloads, uuid, added),
        )

    @property
    def language(self) -> str:
        """The full name of the language in use."""
        return self._texts.language

    def _change(
        self, action: str, path: str, old: str | None, new: str | None, work: Callable[[], object]
    ) -> Change:
        """Does the work and what follows from it; on a failure everything is as before."""
        try:
            work()
            self._engine.run()
        except GsmonError:
            rows = self._engine.take_log()
            self._engine.forget()
            opening.put_back(self._engine, ((where, before) for where, before, _after in rows))
            self._engine.take_log()
            raise
        return Change(action, path, old, new, self._engine.take_log())

    def _checked(self, cell: Cell, value: str) -> str:
        """The value to store, after the checks of `set`."""
        element = cell.spot.element
        if cell.readonly or cell.spot.filled:
            raise GsmonError("answer.readonly", cell.path)
        if not value:
            return ""
        check_value(element, value, cell.path)
        if cell.spot.select:
            value = " ".join(dict.fromkeys(value.split())) if element.type != "select_one" else value
            if not self._choices.offered(cell, value):
                raise GsmonError("answer.choice", cell.path, value=value[:60])
        return value

    # ------------------------------------------------------------------ asking

    def question(self, path: str) -> Question:
        """The question as it stands now, texts in the session's language."""
        cell = self._cell(path)
        return self._shown.question(cell, missing=cell in self._engine.missing)

    def value(self, path: str) -> str:
        """The stored value, relevant or not; "" when empty."""
        return self._question(path).value

    def relevant(self, path: str) -> bool:
        """Whether it is asked now (itself and everything around it relevant)."""
        return self._cell(path).relevant

    def choices(self, path: str) -> tuple[Choice, ...]:
        """The choices offered now, in the session's language."""
        return self._choices.choices(self._question(path))

    def label(self, path: str) -> str:
        """The label of a question, group or repeat row in the session's language."""
        cell = self._cell(path)
        return self._texts.text(cell.spot.element.label, cell)

    def rows(self, repeat_path: str) -> int:
        """How many rows a repeat has now."""
        return self._rows(repeat_path).shown()

    def repeats(self) -> list[str]:
        """Relevant repeats whose rows people add and remove themselves, in order (also those with no row
        yet)."""
        return pages.open_repeats(self._state.root)

    def pages(self) -> tuple[Page, ...]:
        """The pages to show now, in order: one a field-list group or repeat row, else one a question."""
        key = (self._engine.shape, self.language)
        if self._pages is None or self._pages[:2] != key or self._titles_change:
            self._pages = (*key, pages.pages(self._state.root.row, self._texts))
        return self._pages[2]

    def evaluate(self, expression: str) -> Value:
        """The value of an expression at the form's root. Raises xpath.XPathError."""
        return compile(expression).evaluate(self._engine.context(self._state.root.row))

    def answers(self) -> dict[str, str]:
        """Relevant and non-empty values by path, as they would be submitted."""
        return {cell.path: cell.value for cell in self._relevant() if cell.value}

    def stored(self) -> dict[str, str]:
        """Every value the store keeps, relevant or not, and an entry "" for each row of a repeat."""
        found: dict[str, str] = {}
        stored_cells(self._state.root, found)
        return found

    def asked(self) -> list[str]:
        """Paths of the relevant questions that have a control (notes too), in order."""
        return [cell.path for cell in self._relevant() if cell.spot.element.shown]

    def invalid(self) -> list[Problem]:
        """Broken rules among relevant answers, in order, each in words."""
        cells = sorted(self._engine.broken, key=Cell.order)
        return [Problem(cell.path, self._shown.message(cell)) for cell in cells]

    def missing(self) -> list[str]:
        """Relevant, required and empty questions, in order."""
        return [cell.path for cell in sorted(self._engine.missing, key=Cell.order)]

    def by_role(self, role: str) -> str:
        """The value of the relevant question with this role; "" when there is none."""
        return self._marked(self.form.by_role.get(role, ()))

    def roles(self) -> dict[str, str]:
        """Values by role of relevant, answered questions."""
        found = ((role, self._marked(elements)) for role, elements in self.form.by_role.items())
        return {role: value for role, value in found if value}

    def items(self) -> dict[str, str]:
        """Values by item of relevant, answered questions. An item may be marked on several, one of them
        relevant."""
        found = ((item, self._marked(elements)) for item, elements in self.form.by_item.items())
        return {item: value for item, value in found if value}

    def finish(self, *, replaces: str = "") -> str:
        """The instance XML, end timestamps filled in. `replaces` is the id of the instance it corrects, said
        as deprecatedID. Raises interview.unfinished when something is invalid or missing."""
        if self._engine.broken or self._engine.missing:
            raise GsmonError(
                "interview.unfinished", missing=len(self._engine.missing), invalid=len(self._engine.broken)
            )
        opening.stamp_end(self._engine, self.now)
        return instance.write(self.form, self._state.root, replaces)

    # ------------------------------------------------------------------ finding

    def _context(self, cell: Cell) -> Context:
        return self._engine.context(cell)

    def _marked(self, elements: tuple[Element, ...]) -> str:
        for element in elements:
            cell = self._state.cell(element.path)
            if cell is not None and cell.relevant and cell.value:
                return cell.value
        return ""

    def _relevant(self) -> list[Cell]:
        return [cell for cell in self._state.root.walk() if cell.relevant and cell.spot.leaf]

    def _cell(self, path: str) -> Cell:
        cell = self._state.cell(path)
        if cell is None:
            raise GsmonError("answer.unknown_path", path)
        return cell

    def _question(self, path: str) -> Cell:
        cell = self._cell(path)
        if not cell.spot.leaf:
            raise GsmonError("answer.not_a_question", path)
        return cell

    def _rows(self, path: str, *, own: bool = False) -> Rows:
        rows = self._state.rows(path)
        if rows is None:
            raise GsmonError("answer.unknown_repeat", path)
        if own and rows.counted:
            raise GsmonError("answer.counted", rows.path)
        return rows


def _is_language(form: Form, language: str) -> bool:
    return form.language(language) != form.default_language or language.lower() in (
        form.default_language.lower(),
        form.default_language.rpartition("(")[2].rstrip(") ").lower(),
    )
