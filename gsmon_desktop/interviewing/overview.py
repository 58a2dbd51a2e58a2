"""What the start page and the suggestions ask of earlier interviews."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gsmon_desktop.store import Workspace, forms, interviews
from gsmon_desktop.store.sought import ROLES, SOUGHT

_EMPTY: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Today:
    """Counts of complete interviews of a day and of its week so far, all drafts (latest first; second entries
    after the others), complete
    interviews by service, and how many finished ones are in no package. `outdated` are the ids of drafts
    whose form has a newer version.
    """

    day: int
    week: int
    drafts: tuple[interviews.Row, ...]
    done: Mapping[str, int]
    unsent: int
    outdated: frozenset[str] = frozenset()


def summary(ws: Workspace, day: date) -> Today:
    """What the start page shows on a day."""
    of_day, of_week = interviews.counts_of_day(ws, day)
    own = interviews.list(ws, status=interviews.DRAFT, limit=200)
    drafts = (*own, *interviews.list(ws, status=interviews.SECOND, limit=200))
    latest = {form_id: forms.latest(ws, form_id).hash for form_id in {row.form_id for row in drafts}}
    return Today(
        day=of_day,
        week=of_week,
        drafts=drafts,
        outdated=frozenset(row.id for row in drafts if row.form_hash != latest[row.form_id]),
        done=interviews.done_by_service(ws),
        unsent=interviews.unsent(ws),
    )


def suggestions(
    ws: Workspace, form_id: str, role: str, *, near: Mapping[str, str] = _EMPTY, limit: int = 200
) -> list[str]:
    """Earlier answers to a role in finished interviews of a form, most used first.

    `near` narrows to interviews where other roles have these values: the same region, say.
    """
    close = "".join(
        " AND EXISTS (SELECT 1 FROM fact n WHERE n.interview = f.interview AND n.role = ? AND n.value = ?)"
        for _ in near
    )
    indexed = f"f.{SOUGHT} AND " if role in ROLES else ""
    rows = ws.query(
        f"""SELECT f.value FROM fact f JOIN interview i ON i.number = f.interview
        WHERE {indexed}f.role = ? AND i.form_id = ?{close}
        GROUP BY f.value ORDER BY count(*) DESC, f.value LIMIT ?""",
        [role, form_id, *(word for pair in near.items() for word in pair), limit],
    )
    return [row["value"] for row in rows]
