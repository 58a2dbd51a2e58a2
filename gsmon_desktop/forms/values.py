"""Lexical forms of answers: what text is a valid integer, decimal, date, time, dateTime, place or choice."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms.definition import Element

_INTEGER = re.compile(r"[-+]?\d{1,18}")
_DECIMAL = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,3})?")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIME = re.compile(r"(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[-+]\d{2}(?::?\d{2})?)?")
_FILE = re.compile(r"[^/\\\x00-\x1f:*?\"<>|]{1,200}")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
LIMIT = 100_000


def check_value(element: Element, value: str, path: str) -> None:
    """Raises `answer.type` (with what was expected) when `value` is not of the question's type."""
    if _CONTROL.search(value) or len(value) > LIMIT:
        raise GsmonError("answer.characters", path, limit=LIMIT)
    kind = element.parameters.get("number", "decimal") if element.type == "range" else element.type
    if not _fits(kind, value):
        known = "file" if kind in FILE_TYPES else kind
        raise GsmonError(f"answer.type_{known}", path, value=value[:60])
    if element.type == "range" and not _between(element, float(value)):
        low, high = element.parameters.get("start", "1"), element.parameters.get("end", "10")
        raise GsmonError("answer.range", path, value=value, low=low, high=high)
    if element.type == "range" and not _on_step(element, value):
        start, step = element.parameters.get("start", "1"), element.parameters.get("step", "1")
        raise GsmonError("answer.range_step", path, value=value, start=start, step=step)


def _between(element: Element, number: float) -> bool:
    """Within a range question's ends, whichever is the greater."""
    try:
        ends = float(element.parameters.get("start", "1")), float(element.parameters.get("end", "10"))
    except ValueError:
        return True
    return min(ends) <= number <= max(ends)


def _on_step(element: Element, value: str) -> bool:
    """A whole number of steps from the start, counted in decimals as people write them."""
    try:
        start = Decimal(element.parameters.get("start", "1"))
        step = abs(Decimal(element.parameters.get("step", "1")))
        return not step or (Decimal(value) - start) % step == 0
    except ArithmeticError:
        return True


def _fits(kind: str, value: str) -> bool:
    if kind in FILE_TYPES:
        return _FILE.fullmatch(value) is not None and not value.startswith(".")
    check = _CHECKS.get(kind)
    return check is None or check(value)


def is_date(value: str) -> bool:
    """A day that exists, as YYYY-MM-DD."""
    if not _DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def is_time(value: str) -> bool:
    """A time of day, seconds and zone optional."""
    found = _TIME.fullmatch(value)
    if not found:
        return False
    try:
        time(int(found[1]), int(found[2]), int(found[3] or 0))
    except ValueError:
        return False
    return True


def is_datetime(value: str) -> bool:
    """A day and, after a T, a time."""
    day, separator, moment = value.partition("T")
    return is_date(day) and (not separator or is_time(moment))


def is_point(value: str) -> bool:
    """ "latitude longitude [altitude [accuracy]]", degrees within their bounds."""
    parts = value.split()
    if not 2 <= len(parts) <= 4 or not all(_DECIMAL.fullmatch(part) for part in parts):
        return False
    return abs(float(parts[0])) <= 90 and abs(float(parts[1])) <= 180


def is_line(value: str, least: int = 2) -> bool:
    """Points with semicolons between them."""
    points = [point for point in value.split(";") if point.strip()]
    return len(points) >= least and all(is_point(point) for point in points)


def is_shape(value: str) -> bool:
    """A closed line: the last point is the first one again."""
    points = [tuple(point.split()) for point in value.split(";") if point.strip()]
    return is_line(value, 4) and points[0] == points[-1]


FILE_TYPES = ("image", "audio", "video", "file")
_CHECKS: dict[str, Callable[[str], bool]] = {
    "integer": lambda value: _INTEGER.fullmatch(value) is not None,
    "decimal": lambda value: _DECIMAL.fullmatch(value) is not None,
    "date": is_date,
    "time": is_time,
    "dateTime": is_datetime,
    "geopoint": is_point,
    "geotrace": is_line,
    "geoshape": is_shape,
    "acknowledge": lambda value: value == "OK",
}
