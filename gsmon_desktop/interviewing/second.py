"""A paper interview typed in twice: the second time blind, then compared, settled, and the right values kept.

The second set of answers is a draft of its own, linked to the interview it repeats. It never becomes an
interview: finishing it is refused, it is compared instead. What was wrong in the first becomes a revision
with its reason, in one transaction with the end of the second draft.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms import Session
from gsmon_desktop.interviewing import facts, formbook, sittings
from gsmon_desktop.interviewing.attaching import MEDIA_TYPES
from gsmon_desktop.interviewing.interview import Interview
from gsmon_desktop.interviewing.reading import in_words
from gsmon_desktop.interviewing.recording import rows_for
from gsmon_desktop.store import Clock, Workspace, interviews, records, stamp

_APART = MEDIA_TYPES | {"note"}


@dataclass(frozen=True, slots=True)
class Difference:
    """A question answered differently: values as stored, and in words. "" is no answer."""

    path: str
    label: str
    first: str
    second: str
    first_words: str
    second_words: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both sets side by side: so many questions `compared`, and those that differ, in the form's order."""

    first: str
    number: int
    compared: int
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """Of an interviewer: finished interviews, those typed twice, questions compared and found differing."""

    interviewer: str
    finished: int
    twice: int
    compared: int
    differing: int


def begin(ws: Workspace, id: str, *, now: Clock, ids: Callable[[], uuid.UUID] = uuid.uuid4) -> str:  # noqa: A002
    """Begins the second entry of a finished interview, or finds the one begun: its draft's id.

    The draft is in the interview's own form version and knows nothing of its answers. Raises
    interview.unknown, interview.not_finished.
    """
    row = interviews.get(ws, id)
    if row.status != interviews.FINISHED:
        raise GsmonError("interview.not_finished", id=id)
    begun = ws.value(
        """SELECT d.id FROM second_entry s JOIN interview d ON d.number = s.draft
        WHERE s.interview = ? AND s.settled = '' AND d.status = 'draft'""",
        [row.number],
    )
    if begun:
        return str(begun)
    form, new_id, at = formbook.kept_form(ws, row.form_hash), str(ids()), stamp(now())
    session = Session(
        form,
        now=now,
        language=row.language,
        username=ws.who,
        deviceid=ws.settings["device"],
        instance_id=f"uuid:{new_id}",
    )
    new = records.NewInterview(
        id=new_id,
        form_id=form.form_id,
        form_hash=form.hash,
        instance_id=f"uuid:{new_id}",
        device=ws.settings["device"],
        interviewer=ws.who,
        language=session.language,
        started=at,
    )
    with ws.transaction() as db:
        number = records.insert(db, new)
        sittings.fill(ws, number, session)
        db.execute(
            "INSERT INTO second_entry (interview, draft, revision, who, began) VALUES (?, ?, ?, ?, ?)",
            [row.number, number, row.revision, ws.who, at],
        )
        records.append(db, number, records.Event(at, ws.who, "entered again", 1, new=id))
    return new_id


def repeats(ws: Workspace, number: int) -> int:
    """The number of the interview that a draft repeats; 0 for any other interview."""
    found = ws.value("SELECT interview FROM second_entry WHERE draft = ? AND settled = ''", [number])
    return int(found or 0)


def compare(ws: Workspace, draft: str, language: str, *, now: Clock) -> Comparison:
    """Compares a second entry with what it repeats, as both stand now. Raises second.unknown."""
    second, first = _pair(ws, draft)
    one, two = _session(ws, first, now), _session(ws, second, now)
    for session in (one, two):
        session.set_language(session.form.language(language))
    before, after = one.answers(), two.answers()
    order = _order(one, two)
    paths = sorted({*before, *after} & order.keys(), key=order.__getitem__)
    paths = [path for path in paths if _is_typed(one, path)]
    differing = [p for p in paths if _plain(before.get(p, "")) != _plain(after.get(p, ""))]
    found = tuple(_difference(one, two, p, before.get(p, ""), after.get(p, "")) for p in differing)
    return Comparison(first.id, first.number, len(paths), found)


def settle(ws: Workspace, draft: str, right: Mapping[str, str], reason: str, *, now: Clock) -> str:
    """Ends a second entry: `right` has the right value of every question that differs, by path.

    Where the first was wrong it gets a revision with this reason. All of it is one transaction. Returns the
    first interview's id. Raises second.unknown, second.undecided, interview.reason, the session's errors and
    interview.unfinished (with the right values something is missing or wrong); then nothing is changed.
    """
    found = compare(ws, draft, "", now=now)
    undecided = [difference.path for difference in found.differences if difference.path not in right]
    if undecided:
        raise GsmonError("second.undecided", undecided[0], count=len(undecided))
    second, first = _pair(ws, draft)
    wrong = {d.path: right[d.path] for d in found.differences if _plain(right[d.path]) != _plain(d.first)}
    with ws.transaction() as db:
        if wrong:
            sittings.reopen(ws, first.id, reason, now=now)
            interview = sittings.resume(ws, first.id, now=now)
            _correct(interview, wrong)
            interview.finish()
        at, told = stamp(now()), f"{len(found.differences)}/{found.compared}"
        records.append(db, first.number, records.Event(at, ws.who, "compared", first.revision, new=told))
        records.append(db, second.number, records.Event(at, ws.who, "compared", second.revision, new=told))
        records.delete(db, second.number)
        db.execute(
            """UPDATE second_entry SET settled = ?, compared = ?, differing = ?, corrected = ?
            WHERE draft = ?""",
            [at, found.compared, len(found.differences), len(wrong), second.number],
        )
    return first.id


def shares(ws: Workspace) -> list[Share]:
    """Each interviewer's share of finished interviews that were typed twice, by name."""
    rows = ws.query(
        """SELECT i.interviewer, count(*) AS finished, count(s.interview) AS twice,
            coalesce(sum(s.compared), 0) AS compared, coalesce(sum(s.differing), 0) AS differing
        FROM interview i LEFT JOIN (
            SELECT interview, sum(compared) AS compared, sum(differing) AS differing
            FROM second_entry WHERE settled <> '' GROUP BY interview) s ON s.interview = i.number
        WHERE i.status = 'finished' GROUP BY i.interviewer ORDER BY i.interviewer"""
    )
    return [Share(**row) for row in rows]


def _pair(ws: Workspace, draft: str) -> tuple[interviews.Row, interviews.Row]:
    """The second entry's row and the first's. Raises interview.unknown, second.unknown."""
    second = interviews.get(ws, draft)
    number = repeats(ws, second.number)
    if not number or second.status != interviews.DRAFT:
        raise GsmonError("second.unknown", id=draft)
    first = interviews.get(ws, str(ws.value("SELECT id FROM interview WHERE number = ?", [number])))
    if first.status != interviews.FINISHED:
        raise GsmonError("interview.not_finished", id=first.id)
    return second, first


def _session(ws: Workspace, row: interviews.Row, now: Clock) -> Session:
    answers = interviews.answers(ws, row.number)
    return Session(formbook.kept_form(ws, row.form_hash), now=now, language=row.language, answers=answers)


def _is_typed(session: Session, path: str) -> bool:
    """What a person typed: neither calculated nor taken from the computer, no file."""
    element = facts.element_at(session.form, path)
    if element is None or not element.shown or element.type in _APART:
        return False
    return not (element.rules.calculate or element.rules.preload)


def _plain(value: str) -> str:
    return " ".join(value.split())


def _difference(one: Session, two: Session, path: str, first: str, second: str) -> Difference:
    there = one if _has(one, path) else two
    question = there.question(path)
    return Difference(
        path, question.label, first, second, in_words(question, first), in_words(question, second)
    )


def _has(session: Session, path: str) -> bool:
    try:
        session.label(path)
    except GsmonError:
        return False
    return True


def _correct(interview: Interview, values: Mapping[str, str]) -> None:
    """Gives the right values in the form's order; what another answer has to make relevant waits for it."""
    session = interview.session
    order = {element.path: element.order for element in session.form.root.walk()}
    left = sorted(values, key=lambda path: order.get(facts.template(path), -1))
    while left:
        later = []
        for path in left:
            for change in rows_for(session, path):
                interview.save(change)
            if session.relevant(path) or not values[path]:
                interview.answer(path, values[path])
            else:
                later.append(path)
        if len(later) == len(left):
            raise GsmonError("interview.not_asked", later[0])
        left = later


def _order(one: Session, two: Session) -> dict[str, tuple[int, str]]:
    """Paths asked in either, by the form's order; rows of one question by their numbers."""
    found = {}
    for session in (one, two):
        for path in session.asked():
            element = facts.element_at(session.form, path)
            found[path] = (element.order if element is not None else 0, path)
    return found
