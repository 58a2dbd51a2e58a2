"""A workspace's facts from one query."""

from __future__ import annotations

from pathlib import Path

from gsmon_desktop.methodology.facts import FactKey
from gsmon_desktop.reference import catalogue, edition
from gsmon_desktop.scoring import fact_scores, facts
from tests.scoring.filling import make, put


def test_facts_of_complete_finished_interviews_are_counted(tmp_path: Path) -> None:
    with make(tmp_path / "w") as workspace:
        for told, columns in (
            ({"red_tape": "yes", "red_tape_kinds": "delay other", "suggestions": "…"}, {}),
            ({"red_tape": "no"}, {"region": "abay"}),
            ({"red_tape": "no"}, {"region": "abay"}),
            ({"red_tape": "yes"}, {"outcome": "refused"}),
            ({"red_tape": "yes"}, {"status": "draft"}),
        ):
            number = put(workspace, {}, **columns)
            rows = [(number, role, value) for role, value in told.items()]
            with workspace.transaction() as db:
                db.conn.executemany("INSERT INTO fact VALUES (?, ?, ?)", rows)
        assert facts(workspace) == {
            FactKey("astana", "s59", "electronic", "red_tape", "yes"): 1,
            FactKey("astana", "s59", "electronic", "red_tape_kinds", "delay other"): 1,
            FactKey("abay", "s59", "electronic", "red_tape", "no"): 2,
        }
        assert set(facts(workspace, region="abay").values()) == {2}
        found = fact_scores(workspace, edition(), catalogue()).red_tape
        assert found.whole.share == 1 / 3
        assert found.regions["abay"].share == 0.0
