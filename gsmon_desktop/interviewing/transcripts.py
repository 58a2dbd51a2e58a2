"""Where the transcript of a recording goes: the form's own question for it, or the comment on the recording.

Both are kept, sent, printed and wiped like everything a person answered. Marks of a recording are lines of
the comment, ``[00:12:05] жалоба``, and so are the moments in a transcript.
"""

from __future__ import annotations

import re

from gsmon_desktop.forms import Session
from gsmon_desktop.interviewing import facts
from gsmon_desktop.interviewing.interview import Interview
from gsmon_desktop.store import Workspace, interviews
from gsmon_desktop.store.recordings import Mark

ENDING, ROLE = "_transcript", "transcript"
_STAMP = re.compile(r"\[(?:(\d{1,2}):)?(\d{1,3}):(\d{2})\]")


def transcript_of(session: Session, path: str) -> str:
    """The path of the text question for the transcript of the recording at `path`: the one called after it
    (`talk`, `talk_transcript`), else, for the form's main recording, the one with the role `transcript`; ""
    where the form asks for none now."""
    own = path + ENDING
    asked = session.form.elements.get(facts.template(own))
    if asked is not None and asked.type == "text" and session.relevant(own):
        return own
    main = facts.element_at(session.form, path)
    if main is None or main.role != "recording":
        return ""
    found = (e.path for e in session.form.by_role.get(ROLE, ()) if e.type == "text")
    return next((place for place in found if session.relevant(place)), "")


def text_of(session: Session, path: str, comment: str) -> str:
    """The transcript so far of the recording at `path`, which has this comment."""
    place = transcript_of(session, path)
    return session.value(place) if place else comment


def put(ws: Workspace, interview: Interview, path: str, text: str, place: str = "") -> dict[str, str]:
    """Saves the transcript of the recording at `path` where it was read from, `place`: a question, or `path`
    itself for the comment; "" for where it belongs now. One whose question is asked no more goes below the
    comment, which stays. Returns the comments that changed, by path. Raises as an answer does."""
    place = place or transcript_of(interview.session, path) or path
    if place != path and interview.session.relevant(place):
        if text != interview.session.value(place):
            interview.answer(place, text or None)
        return {}
    before = interviews.comments(ws, interview.number).get(path, "")
    if place != path:
        text = before if text in before else f"{before}\n{text}".lstrip()
    if text == before:
        return {}
    interview.comment(path, text)
    return {path: text}


def stamps(text: str) -> list[tuple[int, int, int]]:
    """Every time stamp in a text: where it begins and ends, and the milliseconds it says."""
    found = []
    for one in _STAMP.finditer(text):
        hours, minutes, seconds = (int(part or 0) for part in one.groups())
        found.append((one.start(), one.end(), ((hours * 60 + minutes) * 60 + seconds) * 1000))
    return found


def marks(comment: str) -> list[Mark]:
    """The marks of a recording, read back from the comment on it: lines that begin with a moment."""
    found = []
    for line in comment.splitlines():
        first = next(iter(stamps(line)), None)
        if first is not None and first[0] == 0:
            found.append(Mark(first[2], line[first[1] :].strip()))
    return found
