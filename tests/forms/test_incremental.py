# ruff: noqa: E501  (forms are tables)
"""Whatever is answered in whatever order: what was kept up to date equals what is worked out from scratch."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms import Change, Form
from gsmon_desktop.forms.instance import read, write
from tests.forms.scenario import Scenario, form, snapshot

SURVEY = """
| survey |                 |          |          |                                    |                                  |              |            |               |                                  |           |              |          |
|        | type            | name     | label    | relevant                           | calculation                      | constraint   | required   | readonly      | choice_filter                    | trigger   | repeat_count | default  |
|        | select_one kind | kind     | Kind     |                                    |                                  |              | yes        |               |                                  |           |              |          |
|        | integer         | n        | N        |                                    |                                  | . < 3        |            |               |                                  |           |              | 1        |
|        | select_one sub  | sub      | Sub ${n} | ${n} > 0                           |                                  |              | ${n} = 2   |               | kind=${kind}                     |           |              |          |
|        | begin_group     | g        | G        | ${kind} = 'a' or ${n} = 2          |                                  |              |            |               |                                  |           |              |          |
|        | text            | t        | T        |                                    |                                  | . != ${late} | yes        | ${n} = 0      |                                  |           |              |          |
|        | begin_repeat    | r        | R        | ${t} != 'x'                        |                                  |              |            |               |                                  |           |              |          |
|        | integer         | v        | V        |                                    |                                  |              |            |               |                                  |           |              | 2        |
|        | text            | w        | W        | ${v} > position(..)                |                                  |              | yes        |               |                                  |           |              |          |
|        | begin_repeat    | s        | S        |                                    |                                  |              |            |               |                                  |           | ${v}         |          |
|        | integer         | u        | U        |                                    |                                  | . <= ${v}    |            |               |                                  |           |              |          |
|        | end_repeat      |          |          |                                    |                                  |              |            |               |                                  |           |              |          |
|        | calculate       | inside   |          |                                    | ${v} * 10 + position(..)         |              |            |               |                                  |           |              |          |
|        | calculate       | here     |          |                                    | sum(${u}) + 100 * count(${s})    |              |            |               |                                  |           |              |          |
|        | end_repeat      |          |          |                                    |                                  |              |            |               |                                  |           |              |          |
|        | end_group       |          |          |                                    |                                  |              |            |               |                                  |           |              |          |
|        | calculate       | total    |          |                                    | sum(${v}) + sum(${u})            |              |            |               |                                  |           |              |          |
|        | calculate       | rows     |          |                                    | count(${r}) + 100 * count(${s})  |              |            |               |                                  |           |              |          |
|        | calculate       | most     |          |                                    | max(${u}) + count-non-empty(${w})|              |            |               |                                  |           |              |          |
|        | text            | late     | Late     | ${total} > 3 and ${rows} > 0       |                                  |              |            |               |                                  |           |              |          |
|        | text            | told     | Told     |                                    | concat(${late}, '+', ${n})       |              |            |               |                                  | ${late}   |              |          |
|        | calculate       | chain    |          | ${total} > 4                       | concat(${told}, ${rows})         |              |            |               |                                  |           |              |          |
|        | note            | seen     | ${chain} |                                    |                                  |              |            |               |                                  |           |              |          |
| choices |                |          |          |      |
|        | list_name       | name     | label    | kind |
|        | kind            | a        | A        |      |
|        | kind            | b        | B        |      |
|        | sub             | a1       | A1       | a    |
|        | sub             | a2       | A2       | a    |
|        | sub             | b1       | B1       | b    |
"""
FORM: Form = form(SURVEY)
TEXTS = st.sampled_from(["", "x", "y", "z"])
NUMBERS = st.sampled_from(["", "0", "1", "2", "3", "4"])


class Filling(RuleBasedStateMachine):
    """Answers, rows and undoing in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.s = Scenario(FORM)

    @initialize(kind=st.sampled_from(["a", "b"]))
    def begin(self, kind: str) -> None:
        self.change(lambda: self.s.set("kind", kind))

    @rule(name=st.sampled_from(["kind", "sub"]), data=st.data())
    def choose(self, name: str, data: st.DataObject) -> None:
        value = data.draw(st.sampled_from(["", *self.s.offers(name)]))
        self.change(lambda: self.s.set(name, value))

    @rule(value=NUMBERS)
    def number(self, value: str) -> None:
        self.change(lambda: self.s.set("n", value))

    @rule(name=st.sampled_from(["t", "late", "told"]), value=TEXTS)
    def text(self, name: str, value: str) -> None:
        self.change(lambda: self.s.set(name, value))

    @rule(name=st.sampled_from(["v", "w"]), value=NUMBERS, data=st.data())
    def in_row(self, name: str, value: str, data: st.DataObject) -> None:
        rows = self.s.session.rows("/data/g/r")
        if rows:
            at = data.draw(st.integers(1, rows))
            self.change(lambda: self.s.session.set(f"/data/g/r[{at}]/{name}", value))

    @rule(value=NUMBERS, data=st.data())
    def in_nested_row(self, value: str, data: st.DataObject) -> None:
        rows = self.s.session.rows("/data/g/r")
        at = data.draw(st.integers(1, rows)) if rows else 0
        nested = self.s.session.rows(f"/data/g/r[{at}]/s") if rows else 0
        if nested:
            inner = data.draw(st.integers(1, nested))
            self.change(lambda: self.s.session.set(f"/data/g/r[{at}]/s[{inner}]/u", value))

    @rule()
    def add(self) -> None:
        if self.s.session.rows("/data/g/r") < 4:
            self.change(lambda: self.s.session.add("/data/g/r"))

    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        rows = self.s.session.rows("/data/g/r")
        if rows:
            at = data.draw(st.integers(1, rows))
            self.change(lambda: self.s.session.remove("/data/g/r", at))

    def change(self, act: object) -> None:
        """Acts, undoes (all is as before), acts again (all is as after): rows of the change tell all of it."""
        before = snapshot(self.s.session)
        try:
            change: Change = act()  # type: ignore[operator]
        except GsmonError as refused:
            assert refused.code == "answer.readonly"  # noqa: PT017
            assert snapshot(self.s.session) == before
            return
        after = snapshot(self.s.session)
        self.told(change, before["stored"], after["stored"])
        self.s.session.undo(change)
        assert snapshot(self.s.session) == before
        assert act() == change  # type: ignore[operator]
        assert snapshot(self.s.session) == after

    @staticmethod
    def told(change: Change, before: object, after: object) -> None:
        """The rows of a change lead from what was stored to what is."""
        assert isinstance(before, dict)
        stored = dict(before)
        for path, old, new in change.rows:
            assert stored.get(path) == old
            stored.pop(path, None)
            if new is not None:
                stored[path] = new
        assert stored == after

    @invariant()
    def same_from_scratch(self) -> None:
        """Restored (no calculation runs), and calculated anew: the same."""
        now = snapshot(self.s.session)
        again = self.s.resumed().session
        assert again.unfitted == {}
        assert snapshot(again) == now
        engine = again._engine
        for each in FORM.graph.rules:
            engine.queue(each)
        engine.run()
        assert engine.take_log() == ()
        assert snapshot(again) == now

    @invariant()
    def totals_are_those_of_the_rows(self) -> None:
        """What is kept of a repeat's rows is what looking at each row gives (a predicate makes it look)."""
        for function in ("count", "sum", "min", "max", "count-non-empty"):
            for path in ("/data/g/r/v", "/data/g/r/w", "/data/g/r/s/u", "/data/g/r", "/data/g/r/s"):
                kept = self.s.session.evaluate(f"string({function}({path}))")
                assert kept == self.s.session.evaluate(f"string({function}({path}[true()]))")

    @invariant()
    def same_read_back(self) -> None:
        """What is relevant comes back from the submission."""
        root = self.s.session._state.root
        assert read(FORM, write(FORM, root)).items() >= self.s.session.answers().items()


TestFilling = Filling.TestCase
TestFilling.settings = settings(
    max_examples=40, stateful_step_count=20, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
