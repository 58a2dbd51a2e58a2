"""The demo's visits, talks and call-backs: every questionnaire beside the mass survey, answered at random.

A few questions are steered so that the records read like the field; all others get any answer they offer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from random import Random

from gsmon_desktop.demo import photos
from gsmon_desktop.demo.schedule import working_days
from gsmon_desktop.demo.words import BARRIERS, INTERVIEWERS, RECOMMENDATIONS, VISIT_TEXTS
from gsmon_desktop.field import control
from gsmon_desktop.forms import Form, Question, Session
from gsmon_desktop.interviewing import latest_form, record
from gsmon_desktop.interviewing.attaching import Pasted
from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.store import Clock, Workspace

TALKS = (
    *("visit_office", "visit_portal", "visit_self_service") * 3,
    *("visit_office", "test_call", "test_call", "depth_interview_recipient", "depth_interview_provider"),
    *("depth_interview_recipient", "focus_group", "desk_research"),
)
"""What is recorded, in this order."""
PHOTOGRAPHED = frozenset({"visit_office", "visit_self_service"})
PHOTOS = 3
"""Photos of a visit."""
SIGN, MARK = "ХҚКО · ЦОН", "gsmon demo"
CHECKED = 0.12
"""Part of the mass survey's complete interviews called back."""

_ALWAYS = {
    "held": "yes",
    "reached": "yes",
    "consent": "yes",
    "consent_recording": "no",
    "conflict": "no",
    "has_mismatches": "no",
    "has_statistics": "yes",
    "locality": "other",
    "control_way": "phone",
    "took_place": "yes",
    "group_size": "6",
    "services_given": "1240",
}
_MOSTLY = {"check": ("yes", "yes", "yes", "yes", "no", "na"), "score": ("5", "5", "4", "4", "3")}
"""Of lists with these values, mostly the earlier ones."""
_OFTEN = {
    "has_barriers": ("yes", "no"),
    "has_recommendations": ("yes", "yes", "no"),
    "call_result": ("answered", "answered", "answered", "answered", "refused", "no_answer"),
    "verdict": ("confirmed", "confirmed", "confirmed", "confirmed", "partly"),
    "recommendation_state": ("proposed", "proposed", "sent", "accepted", "done"),
}
"""By the question's name."""
_MEDIA = frozenset({"image", "audio", "video", "file"})
_TRIES = 50
_HOURS = (10, 12, 15)
"""When the visits and talks of a day begin."""
_A_DAY = len(_HOURS)
_EVENING = 19
"""When supervisors call back."""


@dataclass(frozen=True)
class _Moment:
    """A clock that stands."""

    at: datetime

    def __call__(self) -> datetime:
        return self.at


def add(ws: Workspace, catalogue: Catalogue, rng: Random, now: Clock) -> None:
    """Records visits and talks of the last days, then call-backs of some complete interviews."""
    planned = {
        "visit": [service.id for service in catalogue.services.values() if service.n_mystery],
        "depth": [service.id for service in catalogue.services.values() if service.n_depth],
        "focus": [service.id for service in catalogue.services.values() if service.n_focus_groups],
    }
    regions, days = list(catalogue.regions), working_days(now().date())
    for at, form_id in enumerate(TALKS):
        services = planned.get(form_id.split("_")[0], list(catalogue.services))
        presets = {"service": services[at % len(services)], "region": regions[at * 7 % len(regions)]}
        day, hour = days[at // _A_DAY], time(_HOURS[at % _A_DAY], 5, tzinfo=now().tzinfo)
        _record(ws, form_id, presets, datetime.combine(day, hour), rng, now)
    complete = control.candidates(ws, limit=-1)
    for row in rng.sample(complete, round(len(complete) * CHECKED)):
        presets = {
            "checked_interview": row.id,
            "checked_interviewer": row.interviewer,
            "region": row.region,
            "service": row.service,
        }
        ended = datetime.fromisoformat(row.finished)
        _record(ws, "field_control", presets, ended.replace(hour=_EVENING), rng, now)


def _record(
    ws: Workspace, form_id: str, presets: Mapping[str, str], started: datetime, rng: Random, now: Clock
) -> None:
    minutes = rng.randint(4, 12) if form_id == "field_control" else rng.randint(25, 70)
    form = latest_form(ws, form_id)
    answers = answered(form, presets, rng, started)
    record(
        ws,
        form_id,
        answers,
        started=started,
        finished=started + timedelta(minutes=minutes),
        interviewer=rng.choice(INTERVIEWERS),
        files=_photos(form, answers) if form_id in PHOTOGRAPHED else {},
        now=now,
    )


def _photos(form: Form, answers: Mapping[str, str]) -> dict[str, Pasted]:
    """Drawn photos of the first checklist's sections; their own chance, so that answers stay as they were."""
    rng = Random(len(answers))
    asked = [
        path for path, element in form.elements.items() if element.type == "image" and "/photos/" not in path
    ]
    return {path: Pasted("photo.jpg", photos.drawn(SIGN, MARK, rng)) for path in asked[:PHOTOS]}


def answered(form: Form, presets: Mapping[str, str], rng: Random, at: datetime) -> dict[str, str]:
    """Answers to everything the form asks, by path; `presets` by role are kept."""
    session = Session(form, now=_Moment(at), random=rng)
    given: dict[str, str] = {}
    while open_ := [path for path in session.asked() if path not in given]:
        for path in open_:
            given[path] = _tried(session, path, presets, rng, at) if session.relevant(path) else ""
    return {path: value for path, value in given.items() if value and session.relevant(path)}


def _tried(session: Session, path: str, presets: Mapping[str, str], rng: Random, at: datetime) -> str:
    """An answer that breaks no rule: drawn again while it does."""
    for _ in range(_TRIES):
        value = _answer(session.question(path), presets, rng, at)
        if value:
            session.set(path, value)
        if not session.question(path).message:
            return value
        session.set(path, None)
    return ""


def _answer(question: Question, presets: Mapping[str, str], rng: Random, at: datetime) -> str:
    element = question.element
    if element.role and element.role in presets:
        return presets[element.role]
    if element.name in _ALWAYS:
        return _ALWAYS[element.name]
    if element.name in _OFTEN:
        return rng.choice(_OFTEN[element.name])
    if question.value and element.type != "text":
        return question.value  # its default will do
    if element.type in _MEDIA or (element.type == "text" and not _wanted(question)):
        return ""
    if question.choices:
        return _choice([choice.value for choice in question.choices], rng)
    return next(_plain(question, rng, at), "")


def _wanted(question: Question) -> bool:
    return question.required or question.element.name in VISIT_TEXTS


def _choice(offered: Sequence[str], rng: Random) -> str:
    for usual in _MOSTLY.values():
        if set(usual) <= set(offered):
            return rng.choice(usual)
    return rng.choice([value for value in offered if value not in ("other", "no_answer", "wrong")] or offered)


def _plain(question: Question, rng: Random, at: datetime) -> Iterator[str]:
    kind, name = question.element.type, question.element.name
    if name == "barrier":
        yield rng.choice(BARRIERS)
    elif name == "recommendation":
        yield rng.choice(RECOMMENDATIONS)
    elif kind == "text":
        yield rng.choice(VISIT_TEXTS.get(name, VISIT_TEXTS[""]))
    elif kind in ("int", "integer"):
        yield str(rng.randint(18, 64) if "age" in name else rng.randint(1, 9))
    elif kind == "decimal":
        yield f"{rng.randint(1, 40) / 2:g}"
    elif kind == "date":
        yield at.date().isoformat() if name == "period_to" else (at.date() - timedelta(days=90)).isoformat()
    elif kind == "time":
        yield f"{at:%H:%M}:00.000+05:00"
