"""Where an interview stands on its way to the central office."""

from __future__ import annotations

from dataclasses import dataclass

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
