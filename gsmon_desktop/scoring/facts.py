"""One `GROUP BY` over what was asked beside the scored items."""

from __future__ import annotations

from typing import Unpack

from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.methodology.facts import ROLES, FactKey, FactScores, compute_facts
from gsmon_desktop.scoring.counts import Filters, condition
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
    """The workspace's table of facts, in one query whatever the number of interviews."""
    where, values = condition(filters)
    query = _GROUPED.format(where=where, roles=", ".join("?" * len(ROLES)))
    with known_failures(workspace.folder):
        rows = workspace.db.execute(query, [*values, *ROLES])
        return {FactKey._make(row[:-1]): row[-1] for row in rows}


def fact_scores(
    workspace: Workspace, edition: Edition, catalogue: Catalogue, **filters: Unpack[Filters]
) -> FactScores:
    """Red tape, State Corporation, 1414, digital signature, costs, profile and terms of the workspace."""
    return compute_facts(facts(workspace, **filters), edition, catalogue)
