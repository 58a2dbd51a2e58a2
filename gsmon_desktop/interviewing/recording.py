"""A whole finished interview in one transaction: demo data, imports, paper forms typed in elsewhere."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from datetime import datetime

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms import Change, Element, Form, Session
from gsmon_desktop.interviewing import attaching, facts, formbook, sittings
from gsmon_desktop.interviewing.attaching import Source
from gsmon_desktop.store import Clock, Workspace, media, records, stamp


def record(  # noqa: PLR0913 (all by name; each is one thing of the interview)
    ws: Workspace,
    form_id: str,
    answers: Mapping[str, str],
    *,
    started: datetime,
    finished: datetime,
    now: Clock,
    interviewer: str = "",
    files: Mapping[str, Source] = {},
    ids: Callable[[], uuid.UUID] = uuid.uuid4,
) -> str:
    """Saves a finished interview, each answer checked as if typed, in whatever order. Returns its id.

    `files` are photos and the like by the path of their question, kept as `attaching.prepare` does.
    `started` and `finished` are the interview's own times, `now` when it is recorded. Rows of repeats are
    added as paths name them. Raises interview.not_asked for an answer no other answer makes relevant, answer
    errors, interview.unfinished; then nothing is saved.
    """
    form = formbook.latest_form(ws, form_id)
    who, new_id = interviewer or ws.who, str(ids())
    clock = _Moments(started)
    session = Session(
        form,
        now=clock,
        username=who,
        deviceid=ws.settings["device"],
        instance_id=f"uuid:{new_id}",
    )
    kept = {path: attaching.prepare(ws.vault, _asks(form, path), file) for path, file in files.items()}
    names = {
        path: f"{_asks(form, path).name}-{n}{each.kept.suffix}"
        for n, (path, each) in enumerate(kept.items(), 1)
    }
    give(session, {**answers, **names})
    clock.moment = finished
    instance = session.finish()
    done = facts.finished(session, instance, at=stamp(finished), who=who)
    new = records.NewInterview(
        id=new_id,
        form_id=form.form_id,
        form_hash=form.hash,
        instance_id=f"uuid:{new_id}",
        device=ws.settings["device"],
        interviewer=who,
        language=session.language,
        started=stamp(started),
    )
    seconds = max(0, round((finished - started).total_seconds()))
    with ws.transaction() as db:
        number = records.insert(db, new)
        sittings.fill(ws, number, session)
        for path, each in kept.items():
            media.attach(db, number, path, names[path], each.kept, stamp(finished))
        records.append(db, number, records.Event(stamp(now()), ws.who, "recorded", 1, new=done.hash))
        records.finish(db, number, 1, done, seconds)
    return new_id


def _asks(form: Form, path: str) -> Element:
    return form.elements[facts.template(path)]


def give(session: Session, answers: Mapping[str, str]) -> None:
    """Sets answers in the order in which they make each other relevant. Raises as `record` does."""
    order = {element.path: element.order for element in session.form.root.walk()}
    left = sorted(answers, key=lambda path: order.get(facts.template(path), -1))
    while left:
        later: list[str] = []
        for path in left:
            rows_for(session, path)
            if session.relevant(path):
                session.set(path, answers[path])
            else:
                later.append(path)
        if len(later) == len(left):
            raise GsmonError("interview.not_asked", later[0])
        left = later


def rows_for(session: Session, path: str) -> list[Change]:
    """Adds the rows of repeats that a path names and that are not there yet; tells what it did."""
    changes = []
    at = path.find("[")
    while at >= 0:
        repeat, number = path[:at], int(path[at + 1 : path.index("]", at)])
        while session.rows(repeat) < number:
            changes.append(session.add(repeat))
        at = path.find("[", at + 1)
    return changes


class _Moments:
    """The interview's own clock: its beginning until told otherwise."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment
