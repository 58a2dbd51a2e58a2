"""One interview as people read it: questions and answers in words, and its audit trail."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms import Question, Session
from gsmon_desktop.interviewing import transcripts
from gsmon_desktop.interviewing.formbook import kept_form
from gsmon_desktop.store import Clock, Workspace, forms, interviews, media
from gsmon_desktop.store.interviews import Row
from gsmon_desktop.store.recordings import Mark

RECORDED = ("audio", "video")
"""Types of the questions whose answers are listened to or watched."""


@dataclass(frozen=True)
class Answer:
    """A question's words, the answer in words, the interviewer's comment.

    `path` is where it stands (``/data/rep[2]/q``), `value` the answer as stored, `type` and `role` are the
    question's, `offered` the values that could be chosen.
    """

    label: str
    text: str
    comment: str = ""
    path: str = ""
    value: str = ""
    type: str = ""
    role: str = ""
    offered: tuple[str, ...] = ()


@dataclass(frozen=True)
class Recorded:
    """A recording or film that answers the question `label`; `video` where there is something to see."""

    label: str
    file: media.Attached
    video: bool
    marks: Sequence[Mark]
    transcript: str


@dataclass(frozen=True)
class Step:
    """A line of the audit trail; `label` is the question's words, old and new are answers in words."""

    at: str
    who: str
    action: str
    label: str
    old: str
    new: str
    path: str = ""

    @property
    def is_long(self) -> bool:
        """Whether `change` tells only a part of the texts."""
        return len(self.old) + len(self.new) > _LONG

    def change(self, more: str) -> str:
        """``40 → 41``; of long texts, transcripts most often, the place that changed and a few words around
        it. `more` is told for what is left out of it, with ``{n}`` for the number of letters."""
        pair = [self.old, self.new]
        if self.is_long:
            start = _alike(*pair)
            end = _alike(*(text[start:][::-1] for text in pair))
            pair = [_around(text, start, len(text) - end, more) for text in pair]
        return " → ".join(filter(None, pair))


_LONG, _AROUND = 300, 40
"""Letters a change may have to be told whole, and those told on either side of the place that changed."""


@dataclass(frozen=True)
class Reading:
    """An interview whole. `reason` says why the current revision was opened, `form` is the form's title,
    `newer` the version a draft could move to, empty when it is in the latest one."""

    row: Row
    sections: Sequence[tuple[str, Sequence[Answer]]]
    steps: Sequence[Step]
    reason: str
    form: str = ""
    newer: str = ""
    recordings: Sequence[Recorded] = ()


def read(ws: Workspace, key: str, language: str, now: Clock) -> Reading:
    """Reads an interview in a language. Raises GsmonError (interview.unknown and the store's)."""
    row = interviews.get(ws, key)
    session = Session(
        kept_form(ws, row.form_hash), now=now, language=language, answers=interviews.answers(ws, row.number)
    )
    session.set_language(session.form.language(language))
    comments = interviews.comments(ws, row.number)
    sections = [
        (page.title, answers)
        for page in session.pages()
        if (
            answers := [
                _answer(session.question(path), comments) for path in page.questions if session.value(path)
            ]
        )
    ]
    reason = next((one["reason"] for one in reversed(interviews.revisions(ws, row.number))), "")
    steps = [_step(session, event) for event in interviews.events(ws, row.number)]
    newer = forms.newer(ws, row.form_id, row.form_hash) if row.status == interviews.DRAFT else ""
    heard = _recordings(session, media.of(ws, row.number), comments)
    return Reading(row, sections, steps, reason, session.form.title, newer, heard)


def _recordings(
    session: Session, files: Sequence[media.Attached], comments: dict[str, str]
) -> tuple[Recorded, ...]:
    """In the order of the questions."""
    by_path = {file.path: file for file in files if not file.original_of}
    asked = (session.question(path) for page in session.pages() for path in page.questions if path in by_path)
    found = []
    for question in asked:
        if question.element.type in RECORDED:
            path, comment = question.path, comments.get(question.path, "")
            text = transcripts.text_of(session, path, comment)
            marks, video = transcripts.marks(comment), question.element.type == "video"
            found.append(Recorded(question.label, by_path[path], video, marks, text))
    return tuple(found)


def _answer(question: Question, comments: dict[str, str]) -> Answer:
    return Answer(
        question.label,
        in_words(question, question.value),
        comments.get(question.path, ""),
        path=question.path,
        value=question.value,
        type=question.element.type,
        role=question.element.role or "",
        offered=tuple(choice.value for choice in question.choices),
    )


def in_words(question: Question, value: str) -> str:
    """A value as people read it: labels of choices, dates and times as they are written."""
    labels = {choice.value: choice.label for choice in question.choices}
    if question.element.type == "select_multiple":
        return "; ".join(labels.get(word, word) for word in value.split())
    return labels.get(value) or _written(question.element.type, value)


def _alike(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[at] != other[at]), shorter)


def _around(text: str, start: int, stop: int, more: str) -> str:
    """The text from letter `start` to `stop`, shortened where it is long, with whole words around it."""
    first, last = max(0, start - _AROUND), min(len(text), stop + _AROUND)
    while 0 < first < start and not text[first - 1].isspace():
        first += 1
    while stop < last < len(text) and not text[last].isspace():
        last -= 1
    told, most = text[first:last].strip(), _LONG // 2
    if len(told) > most + _AROUND:
        told = f"{told[:most].rstrip()}… {more.format(n=len(told) - most)}"
    return f"{'… ' if first else ''}{told}{' …' if last < len(text) else ''}"


def _step(session: Session, event: dict[str, Any]) -> Step:
    label = ""
    told: Callable[[str], str] = str
    if event["path"]:
        try:
            question = session.question(event["path"])
        except GsmonError:  # a row of a repeat that was removed later has no question any more
            label = event["path"].rpartition("/")[2]
        else:
            label = question.label
            told = partial(in_words, question)
    sealed = event["action"] in ("finished", "recorded")  # their new value is the hash of the content
    new = "" if sealed else told(event["new"] or "")
    return Step(
        event["at"], event["who"], event["action"], label, told(event["old"] or ""), new, event["path"]
    )


def _written(kind: str, value: str) -> str:
    """A typed answer as people write it: dates and times of a question's type, all else as it is."""
    if kind == "time":
        return value[:5]
    try:
        if kind == "date":
            return f"{date.fromisoformat(value):%d.%m.%Y}"
        if kind == "dateTime":
            return f"{datetime.fromisoformat(value):%d.%m.%Y %H:%M}"
    except ValueError:
        pass
    return value
