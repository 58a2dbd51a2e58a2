"""Forms nobody wrote, answered in any order: what is kept up to date equals what is worked out from scratch.

A form is drawn first: questions of several types, groups, repeats within repeats, counts, expressions that
read earlier questions; then it is filled by drawn steps.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms import Change
from gsmon_desktop.forms.instance import read, write
from tests.forms.scenario import Scenario, form, snapshot

COLUMNS = (
    "type", "name", "label", "relevant", "required", "readonly", "constraint", "calculation", "choice_filter",
    "repeat_count", "default", "trigger",
)  # fmt: skip
CHOICES = """
| choices | | | | |
| | list_name | name | label | kind |
| | ab | a | A | 1 |
| | ab | b | B | 2 |
| | ab | c | C | 1 |
"""
TYPES = ("integer", "text", "select_one ab", "select_multiple ab", "calculate", "date", "note")


@dataclass
class Drawn:
    """A form being drawn: its rows, and the questions that later ones may read."""

    draw: st.DrawFn
    rows: list[dict[str, str]] = field(default_factory=list)
    known: list[tuple[str, str]] = field(default_factory=list)
    count: int = 0

    def name(self) -> str:
        self.count += 1
        return f"q{self.count}"

    def number(self) -> str:
        """An expression that gives a number."""
        known = [name for name, _ in self.known]
        if not known:
            return str(self.draw(st.integers(0, 3)))
        one, two = self.draw(st.sampled_from(known)), self.draw(st.sampled_from(known))
        return self.draw(
            st.sampled_from(
                [
                    f"${{{one}}} + 1", f"count-selected(${{{one}}})", f"string-length(${{{one}}})",
                    f"coalesce(${{{one}}}, ${{{two}}})", f"if(${{{one}}} > ${{{two}}}, 2, 1)",
                    f"sum(//{one})", f"count(//{one}[. > 1])", f"max(${{{one}}}, 2)", "position(..)",
                    f"count-non-empty(//{two})", "2",
                ]
            )
        )  # fmt: skip

    def truth(self) -> str:
        """An expression that is true or not."""
        if not self.known:
            return "true()"
        name, kind = self.draw(st.sampled_from(self.known))
        if kind.startswith("select"):
            return f"selected(${{{name}}}, '{self.draw(st.sampled_from('abc'))}')"
        return self.draw(
            st.sampled_from([f"${{{name}}} != ''", f"{self.number()} > 1", f"not(${{{name}}} = 'x')"])
        )

    def question(self) -> None:
        kind, row = self.draw(st.sampled_from(TYPES)), {"name": self.name()}
        row |= {"type": kind, "label": f"Q {self.number()}"}
        if self.known and self.draw(st.booleans()):
            row["label"] = f"Q ${{{self.known[-1][0]}}}"
        chances = self.draw(st.lists(st.booleans(), min_size=7, max_size=7))
        if chances[0]:
            row["relevant"] = self.truth()
        if kind == "calculate":
            row |= {"calculation": self.number(), "label": ""}
            asked = [name for name, of in self.known if of != "calculate"]
            if chances[1] and asked:
                row["trigger"] = f"${{{self.draw(st.sampled_from(asked))}}}"
        elif kind != "note":
            row |= {"required": self.truth()} if chances[2] else {}
            row |= {"readonly": self.truth()} if chances[3] and chances[4] else {}
            row |= {"constraint": f". != 'b' or {self.truth()}"} if chances[4] else {}
            if kind.startswith("select") and chances[5]:
                row["choice_filter"] = f"kind = {self.number()}"
            if kind == "integer" and chances[6]:
                row["default"] = self.draw(st.sampled_from(["2", "1 + 1"]))
        self.rows.append(row)
        if kind != "note":
            self.known.append((row["name"], kind))

    def section(self, kind: str, depth: int) -> None:
        row = {"type": f"begin_{kind}", "name": self.name(), "label": "G"}
        if self.draw(st.booleans()):
            row["relevant"] = self.truth()
        if kind == "repeat" and self.known and self.draw(st.booleans()):
            row["repeat_count"] = f"if({self.number()} > 1, 2, 1)"
        self.rows.append(row)
        self.body(depth + 1)
        self.rows.append({"type": f"end_{kind}"})

    def body(self, depth: int) -> None:
        for _ in range(self.draw(st.integers(1, 4 if depth else 6))):
            what = self.draw(st.sampled_from(["question", "question", "question", "group", "repeat"]))
            if what == "question" or depth > 2:
                self.question()
            else:
                self.section(what, depth)


@st.composite
def forms(draw: st.DrawFn) -> str:
    """A form as a Markdown table."""
    drawn = Drawn(draw)
    drawn.question()
    drawn.body(0)
    lines = ["| survey |" + " |" * len(COLUMNS), "| | " + " | ".join(COLUMNS) + " |"]
    lines += ["| | " + " | ".join(row.get(column, "") for column in COLUMNS) + " |" for row in drawn.rows]
    return "\n".join(lines) + CHOICES


def step(s: Scenario, data: st.DataObject) -> Change | None:
    """One drawn step: an answer to any question now asked, a row more or less; None when it is refused."""
    repeats = s.session.repeats()
    if repeats and data.draw(st.integers(0, 3)) == 0:
        path = data.draw(st.sampled_from(repeats))
        rows = s.session.rows(path)
        if rows and data.draw(st.booleans()):
            return s.session.remove(path, data.draw(st.integers(1, rows)))
        return s.session.add(path) if rows < 3 else None
    asked = s.session.asked()
    if not asked:
        return None
    question = s.session.question(data.draw(st.sampled_from(asked)))
    values = {"integer": ["0", "1", "2", "3"], "date": ["2025-01-31", "2024-02-29"], "text": ["x", "yy", "2"]}
    offered = [choice.value for choice in question.choices]
    value = data.draw(st.sampled_from(["", *values.get(question.element.type, offered)]))
    try:
        return s.session.set(question.path, value)
    except GsmonError as refused:
        assert refused.code == "answer.readonly"  # noqa: PT017
        return None


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(markdown=forms(), data=st.data())
def test_any_form_answered_in_any_order(markdown: str, data: st.DataObject) -> None:
    try:
        s = Scenario(form(markdown))
    except GsmonError as error:
        assert error.code in ("form.cycle", "form.cycle_self", "form.endless"), str(error)  # noqa: PT017
        return
    for _ in range(data.draw(st.integers(1, 8))):
        before = snapshot(s.session)
        change = step(s, data)
        after = snapshot(s.session)
        if change is None:
            assert after == before
            continue
        s.session.undo(change)
        assert snapshot(s.session) == before
        s.session.undo(Change(change.action, change.path, None, None, _back(change)))
        assert snapshot(s.session) == after
    from_scratch(s)


def _back(change: Change) -> tuple[tuple[str, str | None, str | None], ...]:
    """The rows of a change turned round, so that undoing them does it again."""
    return tuple((path, new, old) for path, old, new in change.rows)


def from_scratch(s: Scenario) -> None:
    """Restored, calculated anew, and read back from the submission: the same."""
    now = snapshot(s.session)
    again = s.resumed().session
    assert snapshot(again) == now
    for rule in s.form.graph.rules:
        again._engine.queue(rule)
    again._engine.run()
    assert again._engine.take_log() == ()
    assert snapshot(again) == now
    for path in (*s.session.missing(), *(problem.path for problem in s.session.invalid())):
        assert s.session.relevant(path)
    xml = write(s.form, s.session._state.root)
    back = read(s.form, xml)
    assert {path: value for path, value in back.items() if value} == s.session.answers()
