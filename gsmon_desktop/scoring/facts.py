"""What was asked beside the scored items: in the tally, or one `GROUP BY` for parts it does not know."""

from __future__ import annotations

from collections import defaultdict
from typing import Unpack

import orjson

from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.methodology.facts import ROLES, FactKey, FactScores, compute_facts
from gsmon_desktop.scoring.parts import Filters, condition, tallied
from gsmon_desktop.store.connection import known_failures
from gsmon_desktop.store.workspace import Workspace

_GROUPED = """
    WITH counted AS MATERIALIZED (
        SELECT number, region, service, branch, dense_rank() OVER (ORDER BY region, service, branch) AS cell
        FROM interview WHERE {where}
    ), told AS (
        SELECT cell, role, value, count(*) AS n FROM counted JOIN fact ON fact.interview = counted.number
        WHERE role IN ({roles}) GROUP BY cell, role, value
    )
    SELECT region, service, branch, role, value, n FROM told
    JOIN (SELECT cell, region, service, branch FROM counted GROUP BY cell) USING (cell)
"""


def facts(workspace: Workspace, **filters: Unpack[Filters]) -> dict[FactKey, int]:
    """The workspace's table of facts."""
    part = tallied(filters)
    return _grouped(workspace, filters) if part is None else _tallied(workspace, *part)


def fact_scores(
    workspace: Workspace, edition: Edition, catalogue: Catalogue, **filters: Unpack[Filters]
) -> FactScores:
    """Red tape, State Corporation, 1414, digital signature, costs, profile and terms of the workspace."""
    return compute_facts(facts(workspace, **filters), edition, catalogue)


def _tallied(workspace: Workspace, where: str, values: list[str]) -> dict[FactKey, int]:
    """Cells that differ in place only add up."""
    found: defaultdict[FactKey, int] = defaultdict(int)
    query = f"SELECT region, service, branch, facts FROM tally WHERE {where}"
    with known_failures(workspace.folder):
        for region, service, form, told in workspace.db.execute(query, values):
            for key, n in orjson.loads(told).items():
                role, _, value = key.partition(" ")
                found[FactKey(region, service, form, role, value)] += n
    return dict(found)


def _grouped(workspace: Workspace, filters: Filters) -> dict[FactKey, int]:
    where, values = condition(filters)
    query = _GROUPED.format(where=where, roles=", ".join("?" * len(ROLES)))
    with known_failures(workspace.folder):
        rows = workspace.db.execute(query, [*values, *ROLES])
        return {FactKey._make(row[:-1]): row[-1] for row in rows}
