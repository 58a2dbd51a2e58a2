"""Field control: complete interviews beside what their re-checking found, and each interviewer's share.

A check is an interview of its own (form `field_control`) that names the one it checks by its id. Only a
check that came to an answer counts: a call nobody took is tried again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gsmon_desktop.store.sought import SOUGHT
from gsmon_desktop.store.workspace import Workspace

NEEDED = 0.15
"""The least part of an interviewer's complete interviews to be re-checked (the methodology's field rules)."""

ALL, UNCHECKED, CHECKED, NOT_REACHED = "", "unchecked", "checked", "not_reached"

_CHECKS = f"""
    SELECT c.value AS id, max(k.outcome = 'done') AS done, max(k.finished) AS at, count(*) AS tries,
        max(CASE WHEN k.outcome = 'done' THEN coalesce(v.value, '') END) AS verdict
    FROM fact c JOIN interview k ON k.number = c.interview AND k.status = 'finished'
    LEFT JOIN fact v ON v.interview = c.interview AND v.role = 'verdict'
    WHERE c.{SOUGHT} AND c.role = 'checked_interview' GROUP BY c.value"""

_COMPLETE = "i.status = 'finished' AND i.outcome = 'complete'"
_PART = {
    ALL: "true",
    UNCHECKED: "c.id IS NULL",
    CHECKED: "c.done",
    NOT_REACHED: "c.id IS NOT NULL AND NOT c.done",
}


@dataclass(frozen=True, slots=True)
class Share:
    """An interviewer's complete interviews, how many of them were re-checked, and how many found wrong."""

    interviewer: str
    complete: int
    checked: int
    rejected: int

    @property
    def share(self) -> float:
        """Part re-checked, 0 to 1."""
        return self.checked / self.complete

    @property
    def behind(self) -> int:
        """Checks still to be made for the least share."""
        return max(0, -(-self.complete * 15 // 100) - self.checked)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A complete interview: `verdict` of its check ("" unchecked), `tries` made so far, latest at `at`.

    `callback` is the respondent's leave to be called back (yes, no, ""), `phone` the number given.
    """

    id: str
    number: int
    finished: str
    seconds: int
    interviewer: str
    region: str
    service: str
    callback: str
    phone: str
    verdict: str
    tries: int
    at: str


def shares(ws: Workspace) -> Sequence[Share]:
    """Each interviewer with complete interviews, those furthest behind first."""
    rows = ws.query(
        f"""WITH checks AS ({_CHECKS})
        SELECT i.interviewer, count(*) AS complete, total(c.done) AS checked,
            total(c.verdict = 'rejected') AS rejected
        FROM interview i LEFT JOIN checks c ON c.id = i.id WHERE {_COMPLETE} GROUP BY i.interviewer"""
    )
    found = [
        Share(row["interviewer"], row["complete"], int(row["checked"]), int(row["rejected"])) for row in rows
    ]
    return sorted(found, key=lambda each: (-each.behind, each.interviewer))


def candidates(
    ws: Workspace, *, interviewer: str = "", part: str = ALL, limit: int = 500
) -> Sequence[Candidate]:
    """Complete interviews, the latest first; `part` is ALL, UNCHECKED, CHECKED or NOT_REACHED."""
    rows = ws.query(
        f"""WITH checks AS ({_CHECKS})
        SELECT i.id, i.number, i.finished, i.seconds, i.interviewer, i.region, i.service,
            coalesce(b.value, '') AS callback, coalesce(p.value, '') AS phone,
            coalesce(c.verdict, '') AS verdict, coalesce(c.tries, 0) AS tries, coalesce(c.at, '') AS at
        FROM interview i LEFT JOIN checks c ON c.id = i.id
        LEFT JOIN fact b ON b.interview = i.number AND b.role = 'callback'
        LEFT JOIN fact p ON p.interview = i.number AND p.role = 'phone'
        WHERE {_COMPLETE} AND {_PART[part]} AND (:who = '' OR i.interviewer = :who)
        ORDER BY i.finished DESC, i.number DESC LIMIT :limit""",
        {"who": interviewer, "limit": limit},
    )
    return [Candidate(**row) for row in rows]
