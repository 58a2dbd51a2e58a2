"""Three laptops, a supervisor and the central office, and everything that can go wrong between them.

Packages and receipts are lost, doubled, reordered, cut, flipped and forged; interviews are corrected and
deleted at any moment. Once everything has been sent again until nobody waits for an answer, all have the same
records: no acknowledged one is missing, none is there twice, no forged one came in, and no board waits for a
number.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import conflicts, export, receive, standing
from gsmon_desktop.exchange.board import board
from gsmon_desktop.interviewing import delete, reopen, undelete
from gsmon_desktop.store import Workspace, interviews, trail
from tests.exchange.tools import acquaint, finish_again, give, package, stranger
from tests.interviewing.tools import put_survey
from tests.store.tools import noon

LAPTOPS = ("a", "b", "c")
FATES = ("in", "in", "in", "twice", "lost", "cut", "flipped")


class Exchange(RuleBasedStateMachine):
    """Laptops send to the supervisor, the supervisor to the office."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.ws: dict[str, Workspace] = {}
        for name, role in (
            *((each, "interviewer") for each in LAPTOPS),
            ("boss", "supervisor"),
            ("hq", "hq"),
        ):
            self.ws[name] = Workspace.create(self.folder / name, now=noon, name=name, role=role)
            if role != "hq":
                put_survey(self.ws[name], self.folder)
        for name in LAPTOPS:
            acquaint(self.ws[name], self.ws["boss"])
        acquaint(self.ws["boss"], self.ws["hq"])
        self.way: list[tuple[str, Path]] = []
        self.sent = 0

    @rule(laptop=st.sampled_from(LAPTOPS))
    def record(self, laptop: str) -> None:
        give(self.ws[laptop])

    @rule(who=st.sampled_from((*LAPTOPS, "boss")), which=st.integers(0, 99), age=st.integers(18, 90))
    def correct(self, who: str, which: int, age: int) -> None:
        if id_ := self._finished(who, which):
            reopen(self.ws[who], id_, "ошибка", now=noon)
            finish_again(self.ws[who], id_, "/data/age", str(age))

    @rule(who=st.sampled_from((*LAPTOPS, "boss")), which=st.integers(0, 99))
    def remove(self, who: str, which: int) -> None:
        if id_ := self._finished(who, which):
            delete(self.ws[who], id_, "двойник", now=noon)

    @rule(who=st.sampled_from((*LAPTOPS, "boss")), which=st.integers(0, 99))
    def bring_back(self, who: str, which: int) -> None:
        found = self.ws[who].query(
            """SELECT id FROM interview i WHERE status = 'deleted'
            AND EXISTS (SELECT 1 FROM answer a WHERE a.interview = i.number) ORDER BY number"""
        )  # a tombstone of what was never here has nothing to finish again
        if found:
            id_ = found[which % len(found)]["id"]
            undelete(self.ws[who], id_, "не двойник", now=noon)
            finish_again(self.ws[who], id_, "/data/age", str(18 + which % 70))

    def _finished(self, who: str, which: int) -> str:
        rows = interviews.list(self.ws[who], order="number", status="finished")
        return rows[which % len(rows)].id if rows else ""

    @rule(who=st.sampled_from((*LAPTOPS, "boss")), resend=st.booleans())
    def send(self, who: str, resend: bool) -> None:
        self.sent += 1
        to = self.folder / f"way-{self.sent}"
        to.mkdir()
        made = export(self.ws[who], to, now=noon, resend=resend)
        self.way += [("boss" if who in LAPTOPS else "hq", path) for path in made.packages]

    @precondition(lambda self: self.way)
    @rule(
        which=st.integers(0, 99),
        how=st.sampled_from(("in", "in", "in", "twice", "lost", "cut", "flipped")),
        at=st.floats(0, 0.99),
    )
    def travel(self, which: int, how: str, at: float) -> None:
        """A package or receipt, not always the next one, arrives, or what is left of it."""
        to, path = self.way.pop(which % len(self.way))
        content = bytearray(path.read_bytes())
        if how == "lost":
            return
        if how == "cut":
            path.write_bytes(content[: int(len(content) * at)])
        elif how == "flipped":
            content[int(len(content) * at)] ^= 4
            path.write_bytes(content)
        for _ in range(2 if how == "twice" else 1):
            self._arrive(to, path)

    def _arrive(self, to: str, path: Path) -> None:
        try:
            received = receive(self.ws[to], [path], now=noon)
        except GsmonError:
            return
        names = {self.ws[name].settings["device"]: name for name in self.ws}
        for receipt in received.receipts:
            self.way.append((names[receipt.parent.name], receipt))

    @rule(to=st.sampled_from(("boss", "hq")), as_=st.sampled_from(LAPTOPS))
    def forge(self, to: str, as_: str) -> None:
        """Somebody else's package under the id of a device that is believed, and one of a stranger."""
        for own in (stranger(self.ws[as_].settings["device"]), stranger("d1")):
            path = self.folder / "forged.zip"
            package(path, own=own)
            self._arrive(to, path)

    @rule(who=st.sampled_from(("boss", "hq")), choice=st.sampled_from(conflicts.CHOICES))
    def settle(self, who: str, choice: str) -> None:
        for conflict in conflicts.listing(self.ws[who])[:1]:
            conflicts.settle(self.ws[who], conflict.number, choice, now=noon)

    @invariant()
    def nothing_forged_and_trails_whole(self) -> None:
        for name in ("boss", "hq") if hasattr(self, "ws") else ():
            assert not self.ws[name].value("SELECT 1 FROM interview WHERE id = 'i1'")
            assert list(trail.broken(self.ws[name].db)) == []

    def teardown(self) -> None:
        if not hasattr(self, "ws"):
            return
        try:
            self._calm()
            self._compare()
        finally:
            for each in self.ws.values():
                each.close()
            shutil.rmtree(self.folder)

    def _calm(self) -> None:
        """Nothing goes wrong any more, and people settle what is left to them, from the bottom up."""
        for _ in range(4):
            for who in (*LAPTOPS, "boss"):
                self.send(who, resend=True)  # type: ignore[no-untyped-call]
                for _ in range(200):
                    if not self.way:
                        break
                    self._arrive(*self.way.pop(0))
            for who in ("boss", "hq"):
                while found := conflicts.listing(self.ws[who]):
                    conflicts.settle(self.ws[who], found[0].number, "theirs", now=noon)

    def _compare(self) -> None:
        boss, hq = (self._stock(name) for name in ("boss", "hq"))
        assert boss == hq
        everywhere = [id_ for name in LAPTOPS for id_ in self._stock(name)]
        assert len(everywhere) == len(set(everywhere))
        assert set(hq) <= set(everywhere)
        for name in ("boss", "hq"):
            assert [line.gaps for line in board(self.ws[name]) if line.gaps] == []
        for name in LAPTOPS:
            for id_ in self._stock(name):
                assert id_ in hq
                assert standing(self.ws[name], id_).state in ("accepted", "conflict")

    def _stock(self, name: str) -> dict[str, tuple[str, str]]:
        """What an interview is now, but those deleted before anybody else had them."""
        rows = self.ws[name].query(
            """SELECT id, status, iif(status = 'deleted', '', hash) AS hash FROM interview i
            WHERE EXISTS (SELECT 1 FROM revision r WHERE r.interview = i.number AND r.hash <> '')"""
        )
        return {row["id"]: (row["status"], row["hash"]) for row in rows}


def _run(examples: int, steps: int) -> None:
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        Exchange,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_a_few_days_of_exchange() -> None:
    _run(4, 25)


@pytest.mark.slow
@pytest.mark.timeout(1700)
def test_many_days_of_exchange() -> None:
    _run(60, 60)
