"""The steps of `form fill` and `interview fill`: a JSON object a line in, a JSON line a step out.

Used by both commands: a session alone and an interview in the workspace differ only in who does the steps.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Protocol

from gsmon_desktop.errors import GsmonError, sentence
from gsmon_desktop.forms import Change, Session

_SHAPES = {
    "set": '{"set": "/data/q1", "value": "5"}',
    "add": '{"add": "/data/rep"}',
    "remove": '{"remove": "/data/rep", "at": 2}',
    "language": '{"language": "kk"}',
    "attach": '{"attach": "/data/photo", "file": "a.jpg"}',
    "state": '{"state": true}',
    "finish": '{"finish": true}',
}
"""How each step is written."""


class Doer(Protocol):
    """Carries steps out; each either happens wholly or raises GsmonError and changes nothing."""

    session: Session

    def answer(self, path: str, value: str | None) -> Change:
        """Answers a question."""

    def add(self, repeat: str) -> Change:
        """Adds a row."""

    def remove(self, repeat: str, at: int) -> Change:
        """Removes a row."""

    def set_language(self, language: str) -> Change:
        """Switches the language."""

    def attach(self, path: str, file: Path, *, large: bool = False, shrink: bool = False) -> Change:
        """Attaches a file, even a `large` one, made small if it is a photo to `shrink`."""

    def finish(self) -> str:
        """Finishes and gives the instance."""


def typed() -> Iterator[str]:
    """Lines of stdin as they come, without the mark Windows tools put before the first one.

    Raises form.encoding for text that is not UTF-8.
    """
    try:
        for number, line in enumerate(sys.stdin):
            yield line if number else line.removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise GsmonError("form.encoding", "stdin") from error


def run(lines: Iterable[str], doer: Doer, say: Callable[[dict[str, Any]], None], language: str) -> bool:
    """Carries out every step and says its reply; False when one failed. Empty lines are passed over."""
    well = True
    for line in lines:
        if line.strip():
            reply = _reply(line, doer, language)
            well = well and reply["ok"]
            say(reply)
    return well


def state(session: Session) -> dict[str, Any]:
    """What `state` and `finish` add to a reply."""
    asked = session.asked()
    offered = {path: [choice.value for choice in session.choices(path)] for path in asked}
    return {
        "answers": session.answers(),
        "relevant": asked,
        "invalid": [{"path": problem.path, "message": problem.message} for problem in session.invalid()],
        "missing": session.missing(),
        "choices": {path: values for path, values in offered.items() if values},
        "labels": {path: session.label(path) for path in asked},
    }


def _reply(line: str, doer: Doer, language: str) -> dict[str, Any]:
    """The reply to one step. A step that finishes shows its state even where it fails."""
    step: dict[str, Any] = {}
    try:
        step = _parsed(line)
        added = _carry_out(step, doer)
    except GsmonError as error:
        reply: dict[str, Any] = {"ok": False, "error": sentence(error, language)}
        return reply | state(doer.session) if "finish" in step else reply
    return {"ok": True, **added}


def _parsed(line: str) -> dict[str, Any]:
    try:
        step = json.loads(line)
    except ValueError as error:
        raise GsmonError("step.not_json") from error
    if not isinstance(step, dict):
        raise GsmonError("step.not_json")
    return step


def _wrong(step: dict[str, Any]) -> GsmonError:
    """Why a step cannot be carried out: there is none of its name, or it is not written so."""
    name = next((name for name in _SHAPES if name in step), "")
    if name:
        return GsmonError("step.shape", name=name, shape=_SHAPES[name])
    return GsmonError("step.unknown", known=", ".join(_SHAPES))


def _carry_out(step: dict[str, Any], doer: Doer) -> dict[str, Any]:
    match step:
        case {"set": str(path), "value": str() | None as value}:
            doer.answer(path, value)
        case {"add": str(path)}:
            doer.add(path)
        case {"remove": str(path), "at": int(at)} if not isinstance(at, bool):
            doer.remove(path, at)
        case {"language": str(language)}:
            doer.set_language(language)
        case {"attach": str(path), "file": str(file)}:
            wishes = {name: step.get(name) is True for name in ("large", "shrink")}
            doer.attach(path, Path(file), **wishes)
        case {"state": True}:
            return state(doer.session)
        case {"finish": True}:
            instance = doer.finish()
            return state(doer.session) | {"instance": instance}
        case _:
            raise _wrong(step)
    return {}
