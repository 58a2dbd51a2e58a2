"""A draft goes over to a newer version of its form; values that find no place stay in the audit trail."""

from __future__ import annotations

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms import Fit, Form, Session
from gsmon_desktop.forms import move as moved
from gsmon_desktop.interviewing import facts, formbook, sittings
from gsmon_desktop.store import Clock, Workspace, forms, interviews, records, stamp


def fit(ws: Workspace, id: str, *, now: Clock) -> Fit:  # noqa: A002 - the column's word
    """What moving a draft to the latest version of its form would do; nothing is changed.

    Raises interview.unknown, interview.not_draft, interview.latest (it is there already).
    """
    return opened(ws, id, now)[1]


def move(ws: Workspace, id: str, *, now: Clock) -> Fit:  # noqa: A002 - the column's word
    """Moves a draft to the latest version of its form, in one transaction, and tells what became of it.

    Values left behind, places that changed and the versions are events of the interview. Raises as `fit`.
    """
    row = _draft(ws, id)
    session, found = _opened(ws, row, now)
    after, before = session.stored(), interviews.answers(ws, row.number)
    form, at, places = session.form, stamp(now()), dict(found.moved)
    trail = [
        records.Event(at, ws.who, "moved", row.revision, old=row.version, new=form.version),
        *(records.Event(at, ws.who, "renamed", row.revision, path, new=new) for path, new in found.moved),
        *(records.Event(at, ws.who, "left behind", row.revision, v.path, old=v.value) for v in found.left),
    ]
    with ws.transaction() as db:
        records.change_form(db, row.number, form.hash)
        records.write(db, row.number, ((path, None) for path in before if path not in after))
        records.set_columns(db, row.number, {name: "" for name in records.COLUMNS if name != "interviewer"})
        sittings.fill(ws, row.number, session)
        seen = {
            "page": _place(form, row.page),
            "question": _place(form, places.get(row.question, row.question)),
        }
        records.set_columns(db, row.number, seen)
        for path, text in interviews.comments(ws, row.number).items():
            if path in places:
                records.set_comment(db, row.number, path, "", trail[0])
                records.set_comment(db, row.number, places[path], text, trail[0])
        for event in trail:
            records.append(db, row.number, event)
    return found


def opened(ws: Workspace, id: str, now: Clock) -> tuple[Session, Fit]:  # noqa: A002 - the column's word
    """The draft as it would be in the latest version, and what became of it. Raises as `fit`."""
    return _opened(ws, _draft(ws, id), now)


def _draft(ws: Workspace, id: str) -> interviews.Row:  # noqa: A002 - the column's word
    row = interviews.get(ws, id)
    if row.status != interviews.DRAFT:
        raise GsmonError("interview.not_draft", id=id)
    if forms.latest(ws, row.form_id).hash == row.form_hash:
        raise GsmonError("interview.latest", id=id, version=row.version)
    return row


def _opened(ws: Workspace, row: interviews.Row, now: Clock) -> tuple[Session, Fit]:
    return moved(
        formbook.kept_form(ws, row.form_hash),
        formbook.latest_form(ws, row.form_id),
        interviews.answers(ws, row.number),
        now=now,
        language=row.language,
        username=ws.who,
        deviceid=ws.settings["device"],
        last_saved=sittings.last_saved(ws, row.form_id),
        instance_id=sittings.instance_id(ws, row),
    )


def _place(form: Form, path: str) -> str:
    """Where to go on: the path if the form still has it, else the beginning."""
    return path if facts.template(path) in form.elements else ""
