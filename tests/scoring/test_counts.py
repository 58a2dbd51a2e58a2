"""A workspace's scores from its one query."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from gsmon_desktop.methodology.counts import Key, add
from gsmon_desktop.methodology.document import as_json
from gsmon_desktop.methodology.scores import compute
from gsmon_desktop.reference import catalogue, edition
from gsmon_desktop.scoring import counts, filter_values, preview
from gsmon_desktop.store.workspace import Workspace
from tests.scoring.filling import make, put, put_many


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with make(tmp_path / "w") as opened:
        yield opened


def test_complete_finished_interviews_are_counted(workspace: Workspace) -> None:
    put(workspace, {"result": "5", "info_portal": "4"})
    put(workspace, {"result": "5", "info_portal": "dk"})
    put(workspace, {"result": "1"}, outcome="refused")
    put(workspace, {"result": "1"}, status="draft")
    put(workspace, {"result": "1"}, status="deleted")
    where = ("astana", "s59", "electronic", "portal")
    assert counts(workspace) == {
        Key(*where, "result", "5"): 2,
        Key(*where, "info_portal", "4"): 1,
        Key(*where, "info_portal", "dk"): 1,
    }
    service = preview(workspace, edition(), catalogue()).services["s59"]
    assert service.stat.score == 4.5
    assert service.stat.respondents == 2


def test_filters_take_a_part(workspace: Workspace) -> None:
    put(workspace, {"result": "5"})
    put(workspace, {"result": "4"}, region="abay", interviewer="Данияр")
    put(workspace, {"result": "3"}, service="s60", started="2025-06-03T00:00:00.000+05:00")
    put(workspace, {"result": "2"}, branch="paper", place="con", started="2025-06-01T23:59:59.999+05:00")

    def found(**filters: object) -> set[str]:
        return {key.score for key in counts(workspace, **filters)}  # type: ignore[arg-type]

    assert found() == {"5", "4", "3", "2"}
    assert found(region="abay") == {"4"}
    assert found(interviewer="Айгүл") == {"5", "3", "2"}
    assert found(service="s60") == {"3"}
    assert found(form="paper") == {"2"}
    assert found(since=date(2025, 6, 2)) == {"5", "4", "3"}
    assert found(until=date(2025, 6, 2)) == {"5", "4", "2"}
    assert found(since=date(2025, 6, 2), until=date(2025, 6, 2), region="astana") == {"5"}
    assert found(region=None, service="s01") == set()
    assert filter_values(workspace) == {
        "region": ("abay", "astana"),
        "service": ("s59", "s60"),
        "form": ("electronic", "paper"),
        "interviewer": ("Айгүл", "Данияр"),
    }


def test_an_empty_workspace_has_no_scores(workspace: Workspace) -> None:
    scores = preview(workspace, edition(), catalogue())
    assert scores.republic.score is None
    assert not scores.services


def test_two_workspaces_add_to_their_union(workspace: Workspace, tmp_path: Path) -> None:
    put_many(workspace, 150, seed=1)
    with make(tmp_path / "other") as other, make(tmp_path / "union") as union:
        put_many(other, 150, seed=2)
        for part in (workspace, other):
            for row in part.query("SELECT * FROM interview"):
                marks = part.query("SELECT item, score FROM score WHERE interview = ?", [row.pop("number")])
                row["id"] += part.folder.name
                put(union, {mark["item"]: mark["score"] for mark in marks}, **row)
        merged = add(counts(workspace), counts(other))
        assert merged == counts(union)
        assert as_json(compute(merged, edition(), catalogue())) == as_json(
            preview(union, edition(), catalogue())
        )
