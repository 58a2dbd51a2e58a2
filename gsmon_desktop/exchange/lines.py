"""A line of `interviews.jsonl` checked and made into a record, whoever wrote it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from operator import itemgetter
from typing import Any

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.store.exchanged import Content, EventRow

_SHA256 = re.compile(r"[0-9a-f]{64}")
_SCORES = frozenset({"1", "2", "3", "4", "5", "dk"})
_SUMMARY = ("outcome", "device", "interviewer", "region", "service", "branch", "place", "language", "started")
_NUMBERS = 1 << 53


class WrongRecordError(ValueError):
    """A record that cannot be taken in; the message names what of it is wrong."""


_PARTS = {
    "scores": "scores", "form": "form", "events": "events", "comments": "comments", "instance_id": "number",
    **dict.fromkeys(("answers", "facts"), "answers"),
    **dict.fromkeys(("instance", "hash", "history"), "content"),
    **dict.fromkeys(("media", "sha256", "size", "type", "taken", "source", "original_of", "width", "height",
                     "latitude", "longitude", "accuracy"), "media"),
}  # fmt: skip


def in_words(wrong: str) -> GsmonError:
    """What a WrongRecordError names, in a sentence for people."""
    return GsmonError(f"exchange.part_{_PARTS.get(wrong, 'summary')}")


def content(line: Mapping[str, Any]) -> Content:
    """The record of a line. Raises WrongRecordError naming the first field that is not as it should be."""
    summary, form = _object(line, "summary"), _object(line, "form")
    status = _text(line, "status")
    if status not in ("finished", "deleted"):
        raise WrongRecordError("status")
    instance, hash_ = _text(line, "instance"), _text(line, "hash")
    if status == "finished" and hashlib.sha256(instance.encode()).hexdigest() != hash_:
        raise WrongRecordError("instance")
    history = line.get("history")
    scores = _texts(line, "scores")
    if not set(scores.values()) <= _SCORES:
        raise WrongRecordError("scores")
    return Content(
        id=_text(line, "id", least=1),
        status=status,
        revision=_number(line, "revision", least=1),
        hash=hash_,
        form_id=_text(form, "id"),
        form_hash=_text(form, "hash"),
        instance_id=_text(summary, "instance_id", least=1),
        instance=instance,
        reason=_text(line, "reason"),
        summary={name: _text(summary, name) for name in _SUMMARY} | {"started": _moment(summary, "started")},
        finished=None if summary.get("finished") is None else _moment(summary, "finished"),
        seconds=_number(summary, "seconds"),
        answers=_texts(line, "answers"),
        scores=scores,
        facts=_texts(line, "facts"),
        comments=_comments(line),
        media=_media(line),
        events=events(_rows(line, "events")) if "events" in line else [],
        history=frozenset(_hashes(line, "history")) if history is not None else frozenset({""}),
    )


def _comments(line: Mapping[str, Any]) -> list[tuple[str, str, str, str]]:
    found = {}
    for row in _rows(line, "comments"):
        found[_text(row, "path")] = (_text(row, "text"), _moment(row, "at"), _text(row, "who"))
    return [(path, *rest) for path, rest in found.items()]


def _media(line: Mapping[str, Any]) -> list[dict[str, Any]]:
    found = {}
    for row in _rows(line, "media"):
        name, sha256 = _text(row, "name", least=1), _text(row, "sha256")
        if not _SHA256.fullmatch(sha256):
            raise WrongRecordError("media")
        found[name] = {
            "name": name,
            "path": _text(row, "path"),
            "sha256": sha256,
            "size": _number(row, "size"),
            "type": _text(row, "type"),
            **{key: _text(row, key) for key in ("taken", "source", "original_of") if key in row},
            **{key: _number(row, key) for key in ("width", "height") if key in row},
            **{key: _measure(row, key) for key in ("latitude", "longitude", "accuracy") if key in row},
        }
    return list(found.values())


def _measure(row: Mapping[str, Any], key: str) -> float:
    value = row.get(key)
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not -1e7 < value < 1e7:
        raise WrongRecordError(key)
    return float(value)


_EVENT = ("device", "id", "revision", "at", "action", "path", "old", "new", "who", "ms")
_TEXT: set[type] = {str}
_NUMBER: set[type] = {int}
_TEXT_OR_NULL: set[type] = {str, type(None)}
_KINDS = (
    *(_TEXT, _NUMBER, _NUMBER, _TEXT, _TEXT, _TEXT), *(_TEXT_OR_NULL, _TEXT_OR_NULL, _TEXT, _NUMBER),
)  # fmt: skip
"""What the columns of an event may hold, in the order of `_EVENT`."""
_row = itemgetter(*_EVENT)


def events(rows: Sequence[Mapping[str, Any]]) -> list[EventRow]:
    """Events of trails. Raises WrongRecordError.

    They are the most of a record, so a column of them is checked at once.
    """
    try:
        told = list(map(_row, rows))
    except KeyError as error:
        raise WrongRecordError("events") from error
    for column, kinds in zip(zip(*told, strict=True), _KINDS, strict=False):
        wrong = not set(map(type, column)) <= kinds
        if wrong or (kinds is _NUMBER and not 0 <= min(column) <= max(column) < _NUMBERS):
            raise WrongRecordError("events")
    if not all(device for device, *_ in told):
        raise WrongRecordError("events")
    return told


def _hashes(line: Mapping[str, Any], key: str) -> list[str]:
    values = line.get(key)
    if not isinstance(values, list) or not all(
        isinstance(value, str) and _SHA256.fullmatch(value) for value in values
    ):
        raise WrongRecordError(key)
    return values


def _object(line: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = line.get(key)
    if not isinstance(value, dict):
        raise WrongRecordError(key)
    return value


def _rows(line: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    value = line.get(key)
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        raise WrongRecordError(key)
    return value


def _text(line: Mapping[str, Any], key: str, *, least: int = 0) -> str:
    value = line.get(key)
    if not isinstance(value, str) or len(value) < least:
        raise WrongRecordError(key)
    return value


def _texts(line: Mapping[str, Any], key: str) -> dict[str, str]:
    value = _object(line, key)
    if not set(map(type, value.values())) <= {str}:
        raise WrongRecordError(key)
    return dict(value)


def _number(line: Mapping[str, Any], key: str, *, least: int = 0) -> int:
    value = line.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value < _NUMBERS:
        raise WrongRecordError(key)
    return value


def _moment(line: Mapping[str, Any], key: str) -> str:
    text = _text(line, key)
    try:
        aware = datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        aware = False
    if not aware:
        raise WrongRecordError(key)
    return text
