"""The mystery shoppers' scores of a workspace: a table of their own, nothing of them in the ratings."""

from __future__ import annotations

from pathlib import Path

from gsmon_desktop.reference import catalogue, edition
from gsmon_desktop.scoring import mystery_scores, preview
from gsmon_desktop.store.workspace import Workspace
from tests.scoring.filling import make, put


def visit(ws: Workspace, facts: dict[str, str], **columns: str) -> None:
    number = put(ws, {}, outcome=columns.pop("outcome", "done"), **columns)
    with ws.transaction() as db:
        db.conn.executemany(
            "INSERT INTO fact VALUES (?, ?, ?)", [(number, role, value) for role, value in facts.items()]
        )


def test_visits_are_scored_beside_the_ratings_and_by_part(tmp_path: Path) -> None:
    with make(tmp_path / "w") as ws:
        put(ws, {"result": "5"})
        before = preview(ws, edition(), catalogue())
        visit(ws, {"mode": "office", "visit_staff": "2", "visit_time": "4"}, region="abay")
        visit(ws, {"mode": "office", "visit_staff": "3"}, region="astana", interviewer="Данияр")
        visit(ws, {"mode": "office", "visit_staff": "1"}, outcome="not_held")
        visit(ws, {"mode": "call", "visit_staff": "dk"}, service="s60")
        visit(ws, {"mode": "office", "visit_staff": "1"}, status="deleted")
        assert preview(ws, edition(), catalogue()) == before
        found = mystery_scores(ws, catalogue())
        assert list(found.services) == ["s59"]
        service = found.services["s59"]
        assert (service.visits, service.aspects["visit_staff"], service.score) == (2, 2.5, 3.25)
        assert found.whole == service
        assert mystery_scores(ws, catalogue(), region="abay").services["s59"].score == 3.0
        assert mystery_scores(ws, catalogue(), interviewer="Данияр").services["s59"].visits == 1
        assert mystery_scores(ws, catalogue(), region="vko").whole is None
