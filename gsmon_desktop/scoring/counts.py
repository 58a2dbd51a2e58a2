"""Counts of the answers of complete interviews by region, service, form, place, item and score.

They stand in the table `tally`; parts it does not know (days, interviewers) are grouped from the answers.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TypedDict, Unpack

from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.methodology.counts import Key
from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.methodology.scores import Scores, compute
from gsmon_desktop.store.connection import known_failures
from gsmon_desktop.store.workspace import Workspace


class Filters(TypedDict, total=False):
    """What part of the workspace is counted; a key that is absent or None is everything.

    `form` is `paper` or `electronic`; `since` and `until` are the first and the last day an interview was
    started on, by the interviewer's own clock.
    """

    region: str | None
    service: str | None
    form: str | None
    interviewer: str | None
    since: date | None
    until: date | None


_COLUMNS = {"region": "region", "service": "service", "form": "branch", "interviewer": "interviewer"}
"""What can be filtered by, and its column of `interview`."""

_TALLIED = ("region", "service", "form")
"""Filters whose columns the table `tally` has, which is kept up where interviews change."""


_GROUPED = """
    WITH counted AS MATERIALIZED (
        SELECT number, region, service, branch, place,
            dense_rank() OVER (ORDER BY region, service, branch, place) AS cell
        FROM interview WHERE {where}
    ), answers AS (
        SELECT cell, item, score, count(*) AS n FROM counted JOIN score ON score.interview = counted.number
        GROUP BY cell, item, score
    )
    SELECT region, service, branch, place, item, score, n FROM answers
    JOIN (SELECT cell, region, service, branch, place FROM counted GROUP BY cell) USING (cell)
"""
"""Sorts answers by a small number instead of four texts: twice as quick as grouping by the texts."""


def counts(workspace: Workspace, **filters: Unpack[Filters]) -> dict[Key, int]:
    """The workspace's counts: the tally where only its columns narrow, else one query over all answers."""
    where, values = condition(filters)
    if all(value is None or name in _TALLIED for name, value in filters.items()):
        given = {_COLUMNS[name]: value for name, value in filters.items() if value is not None}
        narrowed = " AND ".join(("true", *(f"{column} = ?" for column in given)))
        with known_failures(workspace.folder):
            return {
                Key._make(row[:-1]): row[-1]
                for row in workspace.db.execute(f"SELECT * FROM tally WHERE {narrowed}", list(given.values()))
            }
    with known_failures(workspace.folder):
        rows = workspace.db.execute(_GROUPED.format(where=where), values)
        return {Key._make(row[:-1]): row[-1] for row in rows}


def preview(
    workspace: Workspace, edition: Edition, catalogue: Catalogue, **filters: Unpack[Filters]
) -> Scores:
    """The workspace's scores. Preliminary by nature: show n, the interval and the warning beside them."""
    return compute(counts(workspace, **filters), edition, catalogue)


def filter_values(workspace: Workspace) -> dict[str, tuple[str, ...]]:
    """What the complete interviews hold to filter by: region, service, form, interviewer, each sorted."""
    where, values = condition({})
    return {
        name: tuple(
            row["value"]
            for row in workspace.query(
                f"SELECT DISTINCT {column} AS value FROM interview"
                f" WHERE {where} AND {column} <> '' ORDER BY 1",
                values,
            )
        )
        for name, column in _COLUMNS.items()
    }


def condition(filters: Filters) -> tuple[str, list[str]]:
    """The condition on table `interview` for a part of the workspace, and its bound values."""
    since, until = filters.get("since"), filters.get("until")
    given = {
        "region = ?": filters.get("region"),
        "service = ?": filters.get("service"),
        "branch = ?": filters.get("form"),
        "interviewer = ?": filters.get("interviewer"),
        "started >= ?": since.isoformat() if since else None,
        "started < ?": (until + timedelta(days=1)).isoformat() if until else None,
    }
    asked = {term: value for term, value in given.items() if value is not None}
    return " AND ".join(("status = 'finished'", "outcome = 'complete'", *asked)), list(asked.values())
