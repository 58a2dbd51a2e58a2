"""The tally equals the raw `GROUP BY` after any sequence of what happens to interviews."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
import uuid
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from gsmon_desktop.methodology.facts import ROLES, FactKey
from gsmon_desktop.scoring import counts, facts
from gsmon_desktop.store import interviews, records, recount, tally
from tests.scoring.filling import make, put
from tests.store.tools import put_interview

RAW = """SELECT region, service, branch, place, item, score, count(*) FROM interview
    JOIN score ON interview = number WHERE status = 'finished' AND outcome = 'complete'
    GROUP BY region, service, branch, place, item, score"""
RAW_FACTS = f"""SELECT region, service, branch, role, value, count(*) FROM interview
    JOIN fact ON interview = number WHERE status = 'finished' AND outcome = 'complete'
    AND role IN ({", ".join(repr(role) for role in ROLES)})
    GROUP BY region, service, branch, role, value"""
INTERVIEWS = """SELECT region, service, branch, place, count(*) FROM interview
    WHERE status = 'finished' AND outcome = 'complete' GROUP BY region, service, branch, place"""

COLUMNS = st.fixed_dictionaries(
    {"region": st.sampled_from(["astana", ""]), "place": st.sampled_from(["con", "body"])}
)
SCORES = st.dictionaries(st.sampled_from(["result", "staff", 'of "HQ"']), st.sampled_from(["1", "5", "dk"]))
FACTS = st.dictionaries(
    st.sampled_from(["red_tape", "age", "callback_phone"]), st.sampled_from(["no", "delay other", "Көше 5"])
)
OUTCOME = st.sampled_from(["complete", "complete", "refused"])
DONE = st.builds(
    records.Finished, st.just("x"), OUTCOME, st.just("<x/>"), st.just("h"), COLUMNS, SCORES, FACTS
)


class Life(RuleBasedStateMachine):
    """Interviews of one workspace, filled here or taken in from elsewhere."""

    numbers = Bundle("numbers")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.ws = make(self.folder / "w")

    def teardown(self) -> None:
        self.ws.close()
        shutil.rmtree(self.folder)

    def state(self, number: int) -> tuple[str, int]:
        row = self.ws.query("SELECT status, revision FROM interview WHERE number = ?", [number])[0]
        return row["status"], row["revision"]

    @rule(target=numbers)
    def begin(self) -> int:
        return put_interview(self.ws, "f")

    @rule(target=numbers, columns=COLUMNS, scores=SCORES, outcome=OUTCOME)
    def take_in_finished(self, columns: dict[str, str], scores: dict[str, str], outcome: str) -> int:
        """A package's interview, its row written finished at once and its scores after it."""
        return put(self.ws, scores, outcome=outcome, **columns)

    @rule(number=numbers, done=DONE)
    def finish(self, number: int, done: records.Finished) -> None:
        status, revision = self.state(number)
        if status == interviews.DRAFT:
            with self.ws.transaction() as db:
                records.finish(db, number, revision, done, 1)

    @rule(number=numbers)
    def reopen(self, number: int) -> None:
        status, revision = self.state(number)
        if status == interviews.FINISHED:
            with self.ws.transaction() as db:
                records.reopen(db, number, revision + 1, f"uuid:{uuid.uuid4()}", "r", "x")

    @rule(number=numbers)
    def delete(self, number: int) -> None:
        """Here, or by the tombstone of a package."""
        with self.ws.transaction() as db:
            records.delete(db, number)

    @rule(number=numbers, scores=SCORES, told=FACTS)
    def replace(self, number: int, scores: dict[str, str], told: dict[str, str]) -> None:
        """A newer revision from elsewhere takes the place of ours, without a step through draft."""
        if self.state(number)[0] == interviews.FINISHED:
            with self.ws.transaction() as db:
                for table, values in (("score", scores), ("fact", told)):
                    db.execute(f"DELETE FROM {table} WHERE interview = ?", [number])
                    for pair in values.items():
                        db.execute(f"INSERT INTO {table} VALUES (?, ?, ?)", [number, *pair])

    @rule(number=numbers, columns=COLUMNS, outcome=OUTCOME)
    def correct(self, number: int, columns: dict[str, str], outcome: str) -> None:
        with self.ws.transaction() as db:
            records.set_columns(db, number, {**columns, "outcome": outcome})

    @rule(number=numbers, done=DONE)
    def fail_halfway(self, number: int, done: records.Finished) -> None:
        """A finish that is rolled back leaves no trace in the tally."""
        status, revision = self.state(number)
        if status == interviews.DRAFT:
            with contextlib.suppress(driver.IntegrityError), self.ws.transaction() as db:
                records.finish(db, number, revision, done, 1)
                db.execute("INSERT INTO answer VALUES (?, NULL, NULL)", [number])
            assert self.state(number)[0] == interviews.DRAFT

    @invariant()
    def equal(self) -> None:
        assert counts(self.ws) == {row[:-1]: row[-1] for row in self.ws.db.execute(RAW)}
        told = {FactKey._make(row[:-1]): row[-1] for row in self.ws.db.execute(RAW_FACTS)}
        assert facts(self.ws) == told
        kept = "SELECT region, service, branch, place, interviews FROM tally"
        assert set(self.ws.db.execute(kept)) == set(self.ws.db.execute(INTERVIEWS))
        assert recount.differences(self.ws.db) == 0


Life.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestLife = Life.TestCase


def test_a_counted_row_is_never_changed_in_place(tmp_path: Path) -> None:
    with make(tmp_path / "w") as ws:
        number = put(ws, {"result": "5"})
        with ws.transaction() as db:
            db.execute("INSERT INTO fact VALUES (?, 'age', '30')", [number])
        for sql in (
            "UPDATE score SET score = '1'",
            "INSERT OR REPLACE INTO score VALUES (1, 'result', '1')",
            "UPDATE fact SET value = '1'",
            "INSERT OR REPLACE INTO fact VALUES (1, 'age', '1')",
        ):
            with pytest.raises(driver.IntegrityError, match="never changed"), ws.transaction() as db:
                db.execute(sql)


def test_an_interview_that_goes_is_no_longer_counted(tmp_path: Path) -> None:
    with make(tmp_path / "w") as ws:
        put(ws, {})
        with ws.transaction() as db:
            db.execute("DELETE FROM interview")
        assert ws.query("SELECT * FROM tally") == []


def test_every_role_that_makes_figures_is_tallied() -> None:
    """A role added to the methodology needs a new migration of the tally."""
    assert set(tally.ROLES) == set(ROLES)


def test_a_workspace_of_before_is_counted_when_it_is_opened(tmp_path: Path) -> None:
    with make(tmp_path / "w") as ws:
        for at in range(6):
            number = put(ws, {"result": "5", "staff": "dk"}, region=("astana", "abay")[at % 2])
            with ws.transaction() as db:
                db.execute("INSERT INTO fact VALUES (?, 'age', ?)", [number, str(30 + at % 3)])
        kept = (counts(ws), facts(ws))
        made = ws.query("SELECT name FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%tally%'")
        with ws.transaction() as db:
            for name in (
                *(row["name"] for row in made),
                "score_once",
                "score_kept",
                "fact_once",
                "fact_kept",
            ):
                db.execute(f"DROP TRIGGER {name}")
            db.execute("DROP TABLE tally")
            for statement in tally.statements():
                db.execute(statement)
        assert (counts(ws), facts(ws)) == kept


def test_a_tally_gone_wrong_is_noticed_and_made_anew(tmp_path: Path) -> None:
    with make(tmp_path / "w") as ws:
        put(ws, {"result": "5"})
        put(ws, {"result": "4"}, region="abay")
        kept = counts(ws)
        for sql in (
            """UPDATE tally SET scores = '{"result":[0,0,0,0,2,0]}' WHERE region = 'abay'""",
            "UPDATE tally SET scores = 'x' WHERE region = 'abay'",
            "UPDATE tally SET interviews = 2 WHERE region = 'abay'",
            "DELETE FROM tally WHERE region = 'abay'",
        ):
            with ws.transaction() as db:
                db.execute(sql)
            assert recount.differences(ws.db) == 1
            with ws.transaction() as db:
                recount.rebuild(db)
            assert recount.differences(ws.db) == 0
            assert counts(ws) == kept
