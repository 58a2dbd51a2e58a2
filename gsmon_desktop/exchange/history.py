"""The packages this workspace has made."""

from __future__ import annotations

from dataclasses import dataclass

from gsmon_desktop.store import Workspace


@dataclass(frozen=True, slots=True)
class Package:
    """Number, file name, ISO time, state (made, sent, accepted, refused), what is in it, bytes."""

    sequence: int
    file: str
    made: str
    state: str
    interviews: int
    media: int
    size: int


def history(ws: Workspace) -> list[Package]:
    """Every package, the latest first."""
    rows = ws.query(
        "SELECT seq AS sequence, file, made, state, interviews, media, size FROM package ORDER BY seq DESC"
    )
    return [Package(**row) for row in rows]
