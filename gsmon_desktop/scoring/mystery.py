"""The mystery shoppers' scores of a workspace."""

from __future__ import annotations

from typing import Unpack

from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.methodology.mystery import ASPECTS, Mystery, Seen, mystery
from gsmon_desktop.scoring.parts import Filters, condition
from gsmon_desktop.store.connection import known_failures
from gsmon_desktop.store.workspace import Workspace

_SCORED = """
    SELECT service, number, role, CAST(value AS INTEGER) FROM interview JOIN fact ON fact.interview = number
    WHERE {where} AND role IN ({roles}) AND value IN ('1', '2', '3', '4', '5')
"""


def mystery_scores(workspace: Workspace, catalogue: Catalogue, **filters: Unpack[Filters]) -> Mystery:
    """The visits that came about and were scored, of a part of the workspace."""
    where, values = condition(filters, outcome="done")
    query = _SCORED.format(where=where, roles=", ".join("?" * len(ASPECTS)))
    with known_failures(workspace.folder):
        rows = workspace.db.execute(query, [*values, *ASPECTS]).fetchall()
    return mystery((Seen(*row) for row in rows), catalogue)
