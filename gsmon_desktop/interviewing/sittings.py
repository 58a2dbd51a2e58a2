"""What happens to an interview as a whole: begun, taken up again, reopened, deleted, brought back."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms import Session, instance
from gsmon_desktop.interviewing import facts, formbook, sound
from gsmon_desktop.interviewing.interview import Interview
from gsmon_desktop.store import Clock, Sitting, Workspace, interviews, records, stamp

Ids = Callable[[], uuid.UUID]
EMPTY: Mapping[str, str] = {}


def start(
    ws: Workspace,
    form_id: str,
    *,
    now: Clock,
    presets: Mapping[str, str] = EMPTY,
    language: str = "",
    ids: Ids = uuid.uuid4,
) -> Interview:
    """Begins an interview with the latest version of a form, saved as a draft at once.

    `presets` are answers by role (region, service …), as if typed. The workspace's own region is one where
    the form asks for it and nothing else set it. Raises workspace.unknown_form, interview.unknown_role,
    answer errors.
    """
    form = formbook.latest_form(ws, form_id)
    sitting = Sitting(now)
    session = Session(
        form,
        now=sitting.now,
        language=language or ws.settings.get("language", ""),
        username=ws.who,
        deviceid=ws.settings["device"],
        last_saved=last_saved(ws, form_id),
        instance_id=f"uuid:{(new_id := str(ids()))}",
    )
    _preset(session, presets, ws.settings.get("region", ""))
    new = records.NewInterview(
        id=new_id,
        form_id=form.form_id,
        form_hash=form.hash,
        instance_id=f"uuid:{new_id}",
        device=ws.settings["device"],
        interviewer=ws.who,
        language=session.language,
        started=stamp(sitting.now()),
    )
    with ws.transaction() as db:
        number = records.insert(db, new)
        fill(ws, number, session)
        opened = records.Event(new.started, ws.who, "opened", 1, new=f"{form.form_id} {form.version}")
        records.append(db, number, opened)
    return Interview(ws, interviews.get(ws, new_id), session, sitting)


def resume(ws: Workspace, id: str, *, now: Clock) -> Interview:  # noqa: A002 - the column's word
    """Takes a draft up where it was left: answers, page, question, language, form version.

    Raises interview.unknown, interview.not_draft.
    """
    row = interviews.get(ws, id)
    if row.status != interviews.DRAFT:
        raise GsmonError("interview.not_draft", id=id)
    sitting = Sitting(now)
    session = Session(
        formbook.kept_form(ws, row.form_hash),
        now=sitting.now,
        language=row.language,
        answers=interviews.answers(ws, row.number),
        username=ws.who,
        deviceid=ws.settings["device"],
        last_saved=last_saved(ws, row.form_id),
        instance_id=instance_id(ws, row),
    )
    with ws.transaction() as db:
        event = records.Event(stamp(sitting.now()), ws.who, "resumed", row.revision)
        records.append(db, row.number, event)
    interview = Interview(ws, row, session, sitting)
    sound.take_in(ws, interview)
    interview.remove_hidden()
    return interview


def reopen(ws: Workspace, id: str, reason: str, *, now: Clock, ids: Ids = uuid.uuid4) -> None:  # noqa: A002
    """Makes a finished interview a draft again, as a new revision; what was finished stays as it was.

    Raises interview.unknown, interview.not_finished, interview.reason.
    """
    row = interviews.get(ws, id)
    if row.status != interviews.FINISHED:
        raise GsmonError("interview.not_finished", id=id)
    with ws.transaction():
        _revise(ws, row, "reopened", _reason(reason), stamp(now()), ids)


def _revise(ws: Workspace, row: interviews.Row, action: str, reason: str, at: str, ids: Ids) -> None:
    """A draft of a new revision of what was finished, inside the caller's transaction."""
    revision, fresh = row.revision + 1, f"uuid:{ids()}"
    form = formbook.kept_form(ws, row.form_hash)
    records.reopen(ws.db, row.number, revision, fresh, reason, at)
    path = f"{form.root.path}/meta/instanceID"
    if path in form.elements:
        records.write(ws.db, row.number, [(path, fresh)])
    records.append(ws.db, row.number, records.Event(at, ws.who, action, revision, new=reason))


@dataclass(frozen=True, slots=True)
class Deletion:
    """What `take_back` needs to make a deleted interview what it was."""

    row: interviews.Row
    counted: records.Counted


def delete(ws: Workspace, id: str, reason: str, *, now: Clock) -> Deletion:  # noqa: A002 - the column's word
    """Marks an interview as deleted: it leaves lists and scores, nothing of it is erased.

    Raises interview.unknown, interview.deleted, interview.reason.
    """
    row = interviews.get(ws, id)
    if row.status == interviews.DELETED:
        raise GsmonError("interview.deleted", id=id)
    with ws.transaction() as db:
        counted = records.delete(db, row.number)
        event = records.Event(stamp(now()), ws.who, "deleted", row.revision, new=_reason(reason))
        records.append(db, row.number, event)
    return Deletion(row, counted)


def take_back(ws: Workspace, deletion: Deletion, *, now: Clock) -> None:
    """Undoes a deletion nobody heard of yet: a finished interview is finished again and counts as it did.

    Raises interview.unknown, interview.not_deleted, interview.deletion_sent once a package tells of it.
    """
    before = deletion.row
    row = interviews.get(ws, before.id)
    if row.status != interviews.DELETED or row.revision != before.revision:
        raise GsmonError("interview.not_deleted", id=before.id)
    told = "SELECT 1 FROM package_interview WHERE interview = ? AND revision = ? AND hash = ''"
    if ws.value(told, [row.number, row.revision]):
        raise GsmonError("interview.deletion_sent", id=before.id)
    with ws.transaction() as db:
        records.take_back(db, row.number, before.status, deletion.counted)
        records.append(db, row.number, records.Event(stamp(now()), ws.who, "undeleted", row.revision))


def undelete(ws: Workspace, id: str, reason: str, *, now: Clock, ids: Ids = uuid.uuid4) -> None:  # noqa: A002
    """Brings a deleted interview back as a draft. What was finished gets a new revision, as a reopened one
    does, since the deletion may have been sent already; finished again, it replaces the deletion everywhere.

    Raises interview.unknown, interview.not_deleted (also for one in quarantine, and for a second entry that
    was compared), interview.only_deletion where nothing but the news of its deletion is here,
    interview.reason.
    """
    row = interviews.get(ws, id)
    settled = ws.value("SELECT settled FROM second_entry WHERE draft = ?", [row.number])
    if row.status != interviews.DELETED or row.quarantined or settled:
        raise GsmonError("interview.not_deleted", id=id)
    if ws.value("SELECT 1 FROM answer WHERE interview = ? LIMIT 1", [row.number]) is None:
        raise GsmonError("interview.only_deletion", id=id)
    frozen = "SELECT hash FROM revision WHERE interview = ? AND revision = ?"
    at, why = stamp(now()), _reason(reason)
    with ws.transaction() as db:
        if ws.value(frozen, [row.number, row.revision]):
            _revise(ws, row, "undeleted", why, at, ids)
        else:
            records.undelete(db, row.number)
            records.append(db, row.number, records.Event(at, ws.who, "undeleted", row.revision, new=why))


def last_saved(ws: Workspace, form_id: str) -> dict[str, str] | None:
    """The submitted answers of the latest finished interview of a form, for defaults that repeat them."""
    rows = ws.query(
        """SELECT i.form_hash, r.instance FROM interview i
        JOIN revision r ON r.interview = i.number AND r.revision = i.revision
        WHERE i.form_id = ? AND i.status = 'finished' ORDER BY i.finished DESC, i.number DESC LIMIT 1""",
        [form_id],
    )
    return instance.read(formbook.kept_form(ws, rows[0]["form_hash"]), rows[0]["instance"]) if rows else None


def instance_id(ws: Workspace, row: interviews.Row) -> str:
    """The instance id of the current revision."""
    return str(
        ws.value(
            "SELECT instance_id FROM revision WHERE interview = ? AND revision = ?",
            [row.number, row.revision],
        )
    )


def fill(ws: Workspace, number: int, session: Session) -> None:
    """Writes everything a new session holds, inside the caller's transaction."""
    stored = session.stored()
    records.write(ws.db, number, stored.items())
    rows = [(path, None, value) for path, value in stored.items() if value]
    records.set_columns(ws.db, number, facts.columns_changed(session.form, rows))
    records.set_words(ws.db, number, facts.search_texts(session.form, number, stored, ws.who))


def _preset(session: Session, presets: Mapping[str, str], region: str) -> None:
    for element in session.form.root.walk():
        if element.shown and element.role and element.role in presets:
            session.set(element.path, presets[element.role])
    if strange := set(presets) - set(session.form.by_role):
        raise GsmonError("interview.unknown_role", session.form.form_id, role=", ".join(sorted(strange)))
    if region and "region" not in presets:
        _offer(session, "region", region)


def _offer(session: Session, role: str, value: str) -> None:
    """Sets a value nobody typed: only where the question is empty and offers it."""
    for element in session.form.by_role.get(role, ()):
        if element.shown and not session.value(element.path):
            offered = {choice.value for choice in session.choices(element.path)}
            if value in offered:
                session.set(element.path, value)


def _reason(reason: str) -> str:
    if not reason.strip():
        raise GsmonError("interview.reason")
    return reason.strip()
