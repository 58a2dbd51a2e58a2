"""Findings: the barriers and recommendations that visits and talks end in, as one register.

Every instrument asks for them in two repeats, a row a finding, marked by roles. A finding is read from the
frozen instance, so the register holds exactly what was submitted. A new state of a recommendation is a
correction like any other: a new revision with a reason, which travels with the next package.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms import Form, instance
from gsmon_desktop.interviewing import facts, formbook, sittings
from gsmon_desktop.store import Clock, Workspace
from gsmon_desktop.store.sought import SOUGHT

BARRIER, RECOMMENDATION = "barrier", "recommendation"
STATES = ("proposed", "sent", "accepted", "rejected", "done")
"""What becomes of a recommendation, in the order in which it usually happens."""

_STATE = "recommendation_state"
_FIELDS = {
    BARRIER: {"text": BARRIER, "nature": "barrier_kind", "addressee": "barrier_addressee"},
    RECOMMENDATION: {"text": RECOMMENDATION, "addressee": "addressee", "state": _STATE},
}
"""By kind: the fields of a `Finding` and the roles they are found by."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One barrier or recommendation of a finished interview.

    `path` is its row (``/data/barriers[2]``), `kind` barrier or recommendation, `nature` a barrier's
    (administrative, technical), `addressee` a zone (body, con, portal), `state` one of `STATES`.
    `number`, `form_id`, `region`, `service` and `finished` (ISO 8601) are its interview's.
    """

    interview: str
    path: str
    kind: str
    text: str
    nature: str
    addressee: str
    state: str
    number: int
    form_id: str
    region: str
    service: str
    finished: str


def register(ws: Workspace) -> Sequence[Finding]:
    """Every finding of every finished interview, the latest interview first, its rows in order."""
    rows = ws.query(
        f"""SELECT i.id, i.number, i.form_id, i.form_hash, i.region, i.service, i.finished, r.instance
        FROM interview i JOIN revision r ON r.interview = i.number AND r.revision = i.revision
        WHERE i.status = 'finished' AND i.number IN
            (SELECT interview FROM fact WHERE {SOUGHT} AND role IN
                ('has_barriers', 'has_recommendations', 'barrier', 'recommendation'))
        ORDER BY i.finished DESC, i.number DESC"""
    )
    found: list[Finding] = []
    for row in rows:
        form = formbook.kept_form(ws, row["form_hash"])
        for kind, place, values in _rows(form, instance.read(form, row["instance"])):
            found.append(
                Finding(
                    interview=row["id"],
                    path=place,
                    kind=kind,
                    text=values.get("text", ""),
                    nature=values.get("nature", ""),
                    addressee=values.get("addressee", ""),
                    state=values.get("state", ""),
                    number=row["number"],
                    form_id=row["form_id"],
                    region=row["region"],
                    service=row["service"],
                    finished=row["finished"],
                )
            )
    return found


def _rows(form: Form, answers: Mapping[str, str]) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Kind, row and fields of each finding in an instance, in the order of the form."""
    for kind, fields in _FIELDS.items():
        by_role = {role: field for field, role in fields.items()}
        places: dict[str, dict[str, str]] = {}
        for path, value in answers.items():
            element = facts.element_at(form, path)
            if element is not None and element.role in by_role:
                places.setdefault(path.rpartition("/")[0], {})[by_role[element.role]] = value
        for place, values in places.items():
            if values.get("text"):
                yield kind, place, values


def set_state(ws: Workspace, finding: Finding, state: str, *, reason: str, now: Clock) -> None:
    """Gives a recommendation another state, as a new revision of its interview, in one transaction.

    Raises findings.state for a state there is none of, findings.changed where the interview is no longer as
    the register showed it, and what reopening and finishing raise; then nothing has changed.
    """
    if finding.kind != RECOMMENDATION or state not in STATES:
        raise GsmonError("findings.state", state=state)
    with ws.transaction():
        sittings.reopen(ws, finding.interview, reason, now=now)
        interview = sittings.resume(ws, finding.interview, now=now)
        interview.answer(_state_path(interview.session.form, finding), state)
        interview.finish()


def _state_path(form: Form, finding: Finding) -> str:
    row = facts.template(finding.path)
    for element in form.by_role.get(_STATE, ()):
        if element.path.rpartition("/")[0] == row:
            return f"{finding.path}/{element.name}"
    raise GsmonError("findings.changed", finding.path)
