"""The tally equals the raw `GROUP BY` after any sequence of what happens to interviews."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from gsmon_desktop.scoring import counts
from gsmon_desktop.store import Workspace, records
from tests.scoring.filling import clock, make
from tests.store.tools import put_interview

RAW = """SELECT region, service, branch, place, item, score, count(*) FROM interview
    JOIN score ON interview = number WHERE status = 'finished' AND outcome = 'complete'
    GROUP BY region, service, branch, place, item, score"""
STEP = st.tuples(
    st.sampled_from(["finish", "reopen", "delete", "move", "merge", "break off"]),
    st.integers(0, 5),
    st.sampled_from(["astana", "abay"]),
    st.dictionaries(st.sampled_from(["result", "staff", "info"]), st.sampled_from(["1", "5", "dk"])),
)


def _step(ws: Workspace, kind: str, number: int, region: str, scores: dict[str, str]) -> None:
    status = ws.value("SELECT status FROM interview WHERE number = ?", [number])
    revision = ws.value("SELECT revision FROM interview WHERE number = ?", [number])
    with ws.transaction() as db:
        match kind, status:
            case (("finish" | "break off"), "draft"):
                outcome = "complete" if kind == "finish" else "refused"
                done = records.Finished("x", outcome, "<x/>", "h", {"region": region}, scores, {})
                records.finish(db, number, revision, done, 1)
            case "reopen", "finished":
                records.reopen(db, number, revision + 1, f"uuid:{number}-{revision + 1}", "r", "x")
            case "delete", ("draft" | "finished"):
                records.delete(db, number)
            case "move", "finished":
                db.execute("UPDATE interview SET region = ? WHERE number = ?", [region, number])
            case "merge", "finished":  # another workspace's newer revision takes the place of ours
                db.execute("DELETE FROM score WHERE interview = ?", [number])
                for item, score in scores.items():
                    db.execute("INSERT INTO score VALUES (?, ?, ?)", [number, item, score])
            case _:
                pass


@settings(max_examples=40, deadline=None)
@given(st.lists(STEP, max_size=30))
def test_equal_after_any_sequence(steps: list[tuple[str, int, str, dict[str, str]]]) -> None:
    with tempfile.TemporaryDirectory() as folder, make(Path(folder) / "w") as ws:
        for _ in range(6):
            put_interview(ws, "f", at=clock())
        for kind, at, region, scores in steps:
            _step(ws, kind, at + 1, region, scores)
            raw = {tuple(row[:-1]): row[-1] for row in ws.db.execute(RAW)}
            assert {tuple(key): n for key, n in counts(ws).items()} == raw
