"""Which part of a workspace is counted: filters, and the same as conditions of SQL."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TypedDict


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


COLUMNS = {"region": "region", "service": "service", "form": "branch", "interviewer": "interviewer"}
"""What can be filtered by, and its column of `interview`."""
_TALLIED = ("region", "service", "form")
"""Filters whose columns the tally has."""


def tallied(filters: Filters) -> tuple[str, list[str]] | None:
    """The condition on table `tally` and its bound values; None where the tally does not know the part."""
    given = {name: str(value) for name, value in filters.items() if value is not None}
    if not given.keys() <= set(_TALLIED):
        return None
    return " AND ".join(("true", *(f"{COLUMNS[name]} = ?" for name in given))), list(given.values())


def condition(filters: Filters, *, outcome: str = "complete") -> tuple[str, list[str]]:
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
    return " AND ".join(("status = 'finished'", "outcome = ?", *asked)), [outcome, *asked.values()]
