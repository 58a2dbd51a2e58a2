"""Reading interviews: lists that stay quick at 100,000 of them, one interview whole, counts of a day."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypedDict, Unpack

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.store.words import match
from gsmon_desktop.store.workspace import Workspace

DRAFT, FINISHED, DELETED = "draft", "finished", "deleted"
QUARANTINED = "quarantined"
"""Those the doctor put aside; their own status is `deleted`, which keeps them out of everything else."""
ANY = "any"
SECOND = "second"
"""Second, blind entries not yet compared: drafts of their own that never become interviews."""

_WALKED = {
    "number": ("number",),
    "started": ("started", "number"),
    "finished": ("finished", "number"),
    **{
        name: (name, "started", "number")
        for name in ("seconds", "service", "region", "interviewer", "status", "sent")
    },
}
ORDERS = {
    sign + name: tuple(f"{column}{way}" for column in columns)
    for name, columns in _WALKED.items()
    for sign, way in (("", ""), ("-", " DESC"))
}
"""What a list can be ordered by, a minus in front for the reverse. Each walks an index, forth or back."""


@dataclass(frozen=True, slots=True)
class Row:
    """An interview in lists. `number` is the workspace's own; `sent`: a package holds this revision;
    `quarantined`: the doctor put it aside (its status is then `deleted`); `repeats`: the number of the
    interview this draft types in a second time, 0 for any other; `title`: the questionnaire's own."""

    number: int
    id: str
    form_id: str
    version: str
    form_hash: str
    status: str
    outcome: str
    revision: int
    interviewer: str
    region: str
    service: str
    branch: str
    place: str
    language: str
    page: str
    question: str
    started: str
    finished: str | None
    seconds: int
    hash: str
    sent: bool
    quarantined: bool
    repeats: int = 0
    title: str = ""


SENDS = """(NOT EXISTS (SELECT 1 FROM setting WHERE name = 'role' AND value = 'hq')
    OR EXISTS (SELECT 1 FROM peer WHERE state = 'trusted' AND receives = 1))"""
"""Whether this workspace sends anything: the central office does not, unless it has somebody to send to."""


class Narrowing(TypedDict, total=False):
    """What a list is narrowed to; `None` and "" narrow nothing. `since` and `until` are days of the start;
    `forms` are any of several.

    Without a status every interview that is not deleted is meant, with `ANY` every one there is. Second
    entries are among neither the interviews nor the drafts: `SECOND` means them alone, and `DELETED` those
    too that were thrown away before they were compared.
    """

    id: str | None
    text: str
    status: str | None
    outcome: str | None
    region: str | None
    service: str | None
    form: str | None
    forms: Sequence[str] | None
    interviewer: str | None
    since: str | None
    until: str | None


_SELECT = """
    SELECT i.number, i.id, i.form_id, f.version, f.title, i.form_hash, i.status, i.outcome, i.revision,
        i.interviewer, i.region, i.service, i.branch, i.place, i.language, i.page, i.question,
        i.started, i.finished, i.seconds, i.hash, i.sent,
        EXISTS (SELECT 1 FROM quarantine q WHERE q.interview = i.number) AS quarantined,
        ifnull((SELECT s.interview FROM second_entry s WHERE s.draft = i.number), 0) AS repeats
    FROM interview i JOIN form f ON f.hash = i.form_hash"""


def list(  # noqa: A001 - read as interviews.list(ws)
    ws: Workspace,
    *,
    order: str = "-started",
    limit: int = 100,
    offset: int = 0,
    **narrowing: Unpack[Narrowing],
) -> Sequence[Row]:
    """One page of a list. `order` is one of `ORDERS`."""
    page, values = numbers(order, narrowing, rare=_rare(ws, match(narrowing.get("text", ""))))
    # The inner query walks an index up to the page; only the page's own rows are read whole.
    own = ", ".join(f"i.{part}" for part in ORDERS[order])
    rows = ws.query(
        f"{_SELECT} WHERE i.number IN ({page} LIMIT ? OFFSET ?) ORDER BY {own}", [*values, limit, offset]
    )
    return [_row(row) for row in rows]


def numbers(order: str, narrowing: Narrowing, *, rare: bool = False) -> tuple[str, Sequence[Any]]:
    """The query of a list's numbers in order, without its limit, and its bound values.

    `rare`: the narrowing's text leaves few interviews.
    """
    clauses = _clauses(narrowing)
    if rare:
        clauses = _looked_up(clauses, _few(clauses))
    else:
        clauses = _walking(clauses, order.removeprefix("-"), narrowing.get("status") or "")
    if query := match(narrowing.get("text", "")):
        clauses[f"{'' if rare else '+'}number IN {_FOUND}"] = query
    where = " AND ".join(clauses)
    ordered = ", ".join(ORDERS[order])
    return f"SELECT number FROM interview WHERE {where} ORDER BY {ordered}", tuple(clauses.values())


def count(ws: Workspace, **narrowing: Unpack[Narrowing]) -> int:
    """How many interviews `list` would give without a limit."""
    clauses = _clauses(narrowing)
    if few := _few(clauses):
        clauses = _looked_up(clauses, few)
    others = f"SELECT number FROM interview WHERE {' AND '.join(clauses)}"
    query = match(narrowing.get("text", ""))
    if not query:
        return int(ws.value(f"SELECT count(*) FROM ({others})", tuple(clauses.values())))
    inside = f"+rowid IN ({others})"
    if len(clauses) == 1:  # most are inside: the few outside are quicker told
        inside = f"+rowid NOT IN (SELECT number FROM interview WHERE NOT ({next(iter(clauses))}))"
    found = f"SELECT count(*) FROM interview_search WHERE interview_search MATCH ? AND {inside}"
    return int(ws.value(found, [query, *clauses.values()]))


def get(ws: Workspace, id: str) -> Row:  # noqa: A002 - the column's word
    """One interview. Raises GsmonError("interview.unknown")."""
    rows = ws.query(f"{_SELECT} WHERE i.id = ?", [id])
    if not rows:
        raise GsmonError("interview.unknown", id=id)
    return _row(rows[0])


def answers(ws: Workspace, number: int) -> dict[str, str]:
    """Everything the session keeps of an interview, by path."""
    rows = ws.query("SELECT path, value FROM answer WHERE interview = ?", [number])
    return {row["path"]: row["value"] for row in rows}


def comments(ws: Workspace, number: int) -> dict[str, str]:
    """Comments on questions, by path."""
    rows = ws.query("SELECT path, text FROM comment WHERE interview = ? ORDER BY at", [number])
    return {row["path"]: row["text"] for row in rows}


def facts(ws: Workspace, number: int) -> dict[str, str]:
    """A finished interview's values by role."""
    rows = ws.query("SELECT role, value FROM fact WHERE interview = ?", [number])
    return {row["role"]: row["value"] for row in rows}


def events(ws: Workspace, number: int) -> Sequence[dict[str, Any]]:
    """The audit trail of an interview in order: revision, at, action, path, old, new, who, ms.

    What other devices did to it before it came here stands among it by its time.
    """
    said = "revision, at, action, path, old, new, who, ms"
    own = ws.query(f"SELECT {said} FROM event WHERE interview = ? ORDER BY id", [number])
    foreign = ws.query(f"SELECT {said} FROM foreign_event WHERE interview = ? ORDER BY at, id", [number])
    return sorted([*foreign, *own], key=lambda event: str(event["at"])) if foreign else own


def revisions(ws: Workspace, number: int) -> Sequence[dict[str, Any]]:
    """Every revision: revision, instance_id, reason, opened, finished, seconds, hash, instance (XML)."""
    return ws.query(
        """SELECT revision, instance_id, reason, opened, finished, seconds, hash, instance
        FROM revision WHERE interview = ? ORDER BY revision""",
        [number],
    )


def counts_of_day(ws: Workspace, day: date) -> tuple[int, int]:
    """Finished interviews with outcome complete: (that day, its week from Monday to that day)."""
    monday = day - timedelta(days=day.weekday())
    rows = ws.query(
        """SELECT total(finished >= ?) AS day, count(*) AS week FROM interview INDEXED BY interview_finished
        WHERE finished >= ? AND finished < ? AND status = 'finished' AND outcome = 'complete'""",
        [day.isoformat(), monday.isoformat(), (day + timedelta(days=1)).isoformat()],
    )
    return int(rows[0]["day"]), rows[0]["week"]


def done_by_service(ws: Workspace) -> dict[str, int]:
    """Complete interviews by service."""
    rows = ws.query(
        """SELECT service, count(*) AS n FROM interview
        WHERE status = 'finished' AND outcome = 'complete' GROUP BY service"""
    )
    return {row["service"]: row["n"] for row in rows}


def unsent(ws: Workspace) -> int:
    """Finished interviews whose current revision is in no package yet."""
    return int(ws.value(f"SELECT count(*) FROM interview WHERE sent = 0 AND status = 'finished' AND {SENDS}"))


def _row(row: dict[str, Any]) -> Row:
    return Row(**{**row, "sent": bool(row["sent"]), "quarantined": bool(row["quarantined"])})


_FOUND = "(SELECT rowid FROM interview_search WHERE interview_search MATCH ?)"
_EQUAL = {
    "id": "id",
    "outcome": "outcome",
    "region": "region",
    "service": "service",
    "form": "form_id",
    "interviewer": "interviewer",
}


_FEW = ("id", "region", "service", "interviewer")
"""Columns whose conditions leave so few interviews that looking them up and sorting them is quick."""
_FEW_STATUSES = (DRAFT, DELETED, SECOND)
_PUT_ASIDE = "(SELECT interview FROM quarantine WHERE status <> ?)"
_OWN = "number NOT IN (SELECT draft FROM second_entry)"
_NOT_SETTLED = "number NOT IN (SELECT draft FROM second_entry WHERE settled <> '')"
_RARE = 1000


def _few(clauses: Mapping[str, Any]) -> set[str]:
    return {clause for clause in clauses if clause.split()[0] in _FEW}


def _rare(ws: Workspace, query: str) -> bool:
    """Whether words find so few interviews that looking them up and sorting them is quick."""
    found = f"SELECT count(*) FROM ({_FOUND[1:-1]} LIMIT {_RARE})"
    return bool(query) and int(ws.value(found, [query])) < _RARE


def _looked_up(clauses: Mapping[str, Any], wanted: Collection[str]) -> dict[str, Any]:
    """The same conditions, with SQLite kept (by a +) from looking up any but the wanted ones in an index."""
    return {clause if clause in wanted else f"+{clause}": value for clause, value in clauses.items()}


def _walking(clauses: Mapping[str, Any], walked: str, status: str) -> dict[str, Any]:
    """The conditions of a list ordered by `walked`: where none leaves few interviews, most would be looked up
    and sorted for the sake of one page, so the order's own index is walked instead.
    """
    kept = (walked, "status") if status in _FEW_STATUSES else (walked,)
    return _looked_up(clauses, _few(clauses) or {each for each in clauses if each.split()[0] in kept})


def _clauses(narrowing: Narrowing) -> dict[str, Any]:
    """The conditions on table `interview` but for the text, each with the value it binds."""
    status = narrowing.get("status")
    clauses: dict[str, Any] = (
        {f"status = ? AND {_OWN}": status} if status else {f"status <> ? AND {_OWN}": DELETED}
    )
    if status == SECOND:
        clauses = {f"status = ? AND NOT {_OWN}": DRAFT}
    elif status == ANY:
        clauses = {"number > ?": 0}
    elif status == QUARANTINED:
        clauses = {f"number IN {_PUT_ASIDE}": ""}
    elif status == DELETED:
        clauses = {f"status = ? AND {_NOT_SETTLED}": DELETED}
        clauses[f"number NOT IN {_PUT_ASIDE}"] = ""
    for name, column in _EQUAL.items():
        if wanted := narrowing.get(name):
            clauses[f"{column} = ?"] = wanted
    if forms := narrowing.get("forms"):
        clauses["form_id IN (SELECT value FROM json_each(?))"] = json.dumps(forms)
    if since := narrowing.get("since"):
        clauses["started >= ?"] = since
    if until := narrowing.get("until"):
        clauses["started < ?"] = (date.fromisoformat(until) + timedelta(days=1)).isoformat()
    return clauses
