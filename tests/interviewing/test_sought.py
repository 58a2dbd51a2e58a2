"""What looks facts up by their role takes the index made for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gsmon_desktop.field import control
from gsmon_desktop.interviewing import findings, suggestions
from gsmon_desktop.store import Workspace, sought
from tests.store.tools import noon

ASKING: dict[str, Callable[[Workspace], object]] = {
    "shares": control.shares,
    "candidates": control.candidates,
    "register": findings.register,
    **{
        role: lambda ws, role=role: suggestions(ws, "f", role, near={"region": "abay"})
        for role in ("place_name", "locality_other", "channel_other")
    },
}


@pytest.mark.parametrize("what", ASKING)
def test_the_index_is_taken(tmp_path: Path, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Workspace.create(tmp_path / "w", now=noon) as ws:
        asked = []
        query = ws.query
        monkeypatch.setattr(ws, "query", lambda *said: asked.append(said) or query(*said))
        ASKING[what](ws)
        plan = [row["detail"] for said in asked for row in query(f"EXPLAIN QUERY PLAN {said[0]}", *said[1:])]
        assert any("fact_sought" in step for step in plan), plan


def test_the_index_is_the_one_the_queries_name(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "w", now=noon) as ws:
        assert ws.value("SELECT sql FROM sqlite_master WHERE name = 'fact_sought'") == sought.INDEX
