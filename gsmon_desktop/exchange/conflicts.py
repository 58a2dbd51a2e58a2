"""Two edits of one interview: both kept, shown side by side, settled by a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import intake, lines, merging
from gsmon_desktop.exchange.merging import Origin
from gsmon_desktop.interviewing import kept_form
from gsmon_desktop.interviewing.facts import element_at
from gsmon_desktop.store import Clock, Workspace, exchanged, interviews, records, stamp

OURS, THEIRS = "ours", "theirs"
CHOICES = (OURS, THEIRS)


@dataclass(frozen=True, slots=True)
class Side:
    """One edit: finished, deleted or (ours only) draft; who and when, and its answers by path."""

    status: str
    revision: int
    interviewer: str
    device: str
    finished: str | None
    reason: str
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A conflict still open: its number, the interview's id and number, when the other edit came."""

    number: int
    interview: str
    local: int
    device: str
    at: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A question the two edits answer differently; None where one has no answer."""

    path: str
    ours: str | None
    theirs: str | None


def listing(ws: Workspace) -> list[Conflict]:
    """Every conflict that waits for a person, the oldest first."""
    rows = ws.query(
        """SELECT c.number, i.id AS interview, i.number AS local, c.device, c.at
        FROM conflict c JOIN interview i ON i.number = c.interview
        WHERE c.settled IS NULL ORDER BY c.number"""
    )
    return [Conflict(**row) for row in rows]


def sides(ws: Workspace, number: int) -> tuple[Side, Side]:
    """Ours and theirs. Raises GsmonError exchange.no_conflict."""
    row = _row(ws, number)
    here = interviews.get(ws, row["id"])
    reason = ws.value(
        "SELECT reason FROM revision WHERE interview = ? AND revision = ?", [here.number, here.revision]
    )
    device = str(ws.value("SELECT device FROM interview WHERE number = ?", [here.number]))
    answers = {} if here.status == interviews.DELETED else _given(interviews.answers(ws, here.number))
    ours = Side(here.status, here.revision, here.interviewer, device, here.finished, reason or "", answers)
    came = lines.content(merging.read(row["line"]))
    theirs = Side(
        came.status, came.revision, came.summary["interviewer"], row["device"], came.finished, came.reason,
        _given(came.answers),
    )  # fmt: skip
    return ours, theirs


def differences(ws: Workspace, number: int) -> list[Difference]:
    """What the two edits answer differently, in order of path: questions people see, not what is reckoned
    from them or noted by the program (its own number, start and end)."""
    ours, theirs = sides(ws, number)
    here = interviews.get(ws, _row(ws, number)["id"])
    form = kept_form(ws, here.form_hash)

    def counts(path: str) -> bool:
        element = element_at(form, path)
        return element is None or element.shown

    return [
        Difference(path, ours.answers.get(path), theirs.answers.get(path))
        for path in sorted({*ours.answers, *theirs.answers})
        if ours.answers.get(path) != theirs.answers.get(path) and counts(path)
    ]


def settle(ws: Workspace, number: int, choice: str, *, now: Clock) -> None:
    """Keeps our edit, or puts theirs in its place as a new revision; the trail says who chose what.

    The other one stays in the workspace's records. Raises GsmonError exchange.no_conflict.
    """
    row, at = _row(ws, number), stamp(now())
    here = interviews.get(ws, row["id"])
    with ws.transaction() as db:
        db.execute(
            "UPDATE conflict SET settled = ?, choice = ?, who = ? WHERE number = ?",
            [at, choice, ws.who, number],
        )
        said = [records.Event(at, ws.who, "settled", here.revision, old=row["device"], new=choice)]
        if choice == THEIRS:
            line = merging.unpacked(row["line"])
            came = lines.content(merging.read(row["line"]))
            origin = Origin(row["package"], row["device"], at, ws.who)
            said += merging.adopt(ws, came, line, intake.form_of(ws, came.form_hash), origin)[1]
        elif here.status == interviews.DRAFT and row["revision"] >= here.revision:
            exchanged.renumber_draft(db, here.number, row["revision"] + 1)
        records.append_all(db, ((here.number, event) for event in said))
        db.execute(
            """UPDATE intake_record SET state = 'accepted' WHERE state = 'conflict' AND record = ?
            AND NOT EXISTS (SELECT 1 FROM conflict WHERE interview = ? AND settled IS NULL)""",
            [row["id"], here.number],
        )


def _row(ws: Workspace, number: int) -> dict[str, Any]:
    rows = ws.query(
        """SELECT c.*, i.id FROM conflict c JOIN interview i ON i.number = c.interview
        WHERE c.number = ? AND c.settled IS NULL""",
        [number],
    )
    if not rows:
        raise GsmonError("exchange.no_conflict", number=number)
    return rows[0]


def _given(answers: Mapping[str, str]) -> dict[str, str]:
    return {path: value for path, value in answers.items() if value}
