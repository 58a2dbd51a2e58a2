"""Where an interview stands on its way to the central office."""

from __future__ import annotations

from dataclasses import dataclass

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange.lines import in_words
from gsmon_desktop.store import Workspace, interviews

WAITING, MADE, SENT, ACCEPTED, REFUSED, CONFLICT = (
    "waiting",
    "made",
    "sent",
    "accepted",
    "refused",
    "conflict",
)


@dataclass(frozen=True, slots=True)
class Standing:
    """`state` of the current revision ("" for a draft), why it was refused, the `package`'s number or 0."""

    state: str
    why: str = ""
    package: int = 0


@dataclass(frozen=True, slots=True)
class Refused:
    """An interview whose current revision was refused: its local number, id, and the field that is wrong."""

    number: int
    id: str
    why: str

    def sentence(self) -> GsmonError:
        """What people read, with the remedy."""
        return GsmonError("exchange.refused", number=f"№\u00a0{self.number}", detail=in_words(self.why))


def refused(ws: Workspace) -> list[Refused]:
    """Interviews that were refused and not corrected since, by number."""
    rows = ws.query(
        """SELECT i.number, i.id, max(p.why) AS why FROM package_interview p
        JOIN interview i ON i.number = p.interview AND i.revision = p.revision
            AND p.hash = iif(i.status = 'deleted', '', i.hash)
        WHERE p.state = 'refused' AND i.status <> 'draft' AND NOT EXISTS (
            SELECT 1 FROM package_interview q WHERE q.interview = p.interview AND q.revision = p.revision
            AND q.hash = p.hash AND q.state IN ('accepted', 'conflict'))
        GROUP BY i.number ORDER BY i.number"""
    )
    return [Refused(**row) for row in rows]


def standing(ws: Workspace, id: str) -> Standing:  # noqa: A002 - the column's word
    """Where the current revision of an interview is. The best answer counts, else the latest package.

    Raises GsmonError interview.unknown.
    """
    row = interviews.get(ws, id)
    if row.status == interviews.DRAFT:
        return Standing("")
    hash_ = "" if row.status == interviews.DELETED else row.hash
    found = ws.query(
        """SELECT iif(p.state = '', k.state, p.state) AS state, p.why, p.package
        FROM package_interview p JOIN package k ON k.seq = p.package
        WHERE p.interview = ? AND p.revision = ? AND p.hash = ? AND p.state <> 'again'
        ORDER BY p.state = 'accepted' DESC, p.package DESC LIMIT 1""",
        [row.number, row.revision, hash_],
    )
    return Standing(**found[0]) if found else Standing(WAITING)
