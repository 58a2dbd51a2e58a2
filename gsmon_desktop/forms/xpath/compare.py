"""Operators over values of any type: comparing and counting, dates included."""

from __future__ import annotations

import operator
from collections.abc import Callable
from datetime import date
from math import fmod, inf, isinf, isnan

from gsmon_desktop.forms.xpath.moments import difference
from gsmon_desktop.forms.xpath.types import Value
from gsmon_desktop.forms.xpath.values import NAN, as_moment, string_to_number, text_of, to_boolean, to_number

TOLERANCE = 1e-12
"""Numbers closer than this are equal, as in Collect: 0.1 + 0.2 = 0.3."""
Relation = Callable[[float, float], bool]
RELATIONS: dict[str, Relation] = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
Atom = str | float | bool | date


def _atoms(value: Value) -> list[Atom]:
    """The values to compare. No nodes at all count as one empty text, as in Collect: an unseen question is
    ""."""
    if isinstance(value, list):
        return [text_of(node) for node in value] or [""]
    return [value]


def equal(left: Value, right: Value) -> bool:
    """``=``: of a node-set some node must be equal."""
    if isinstance(left, str) and isinstance(right, str):
        return left == right
    if isinstance(left, bool) or isinstance(right, bool):
        return to_boolean(left) == to_boolean(right)
    return any(_same(a, b) for a in _atoms(left) for b in _atoms(right))


def unequal(left: Value, right: Value) -> bool:
    """``!=``: of a node-set some node must differ."""
    if isinstance(left, bool) or isinstance(right, bool):
        return to_boolean(left) != to_boolean(right)
    return any(not _same(a, b) for a in _atoms(left) for b in _atoms(right))


def _same(left: Atom, right: Atom) -> bool:
    if isinstance(left, str) and isinstance(right, str):
        return left == right
    if isinstance(left, date) or isinstance(right, date):
        first, second = as_moment(left), as_moment(right)
        if first is not None and second is not None:
            return difference(first, second) == 0
    return alike(to_number(left), to_number(right))


def alike(left: float, right: float) -> bool:
    """Whether two numbers are equal."""
    return left == right or abs(left - right) < TOLERANCE


def relate(relation: Relation, left: Value, right: Value) -> bool:
    """``<`` and its like: numbers, or two dates; of a node-set some node must fit."""
    if isinstance(left, float) and isinstance(right, float):
        return relation(left, right)
    return any(_related(relation, a, b) for a in _atoms(left) for b in _atoms(right))


def _related(relation: Relation, left: Atom, right: Atom) -> bool:
    first = as_moment(left)
    second = as_moment(right) if first is not None else None
    if first is not None and second is not None:
        return relation(difference(first, second), 0.0)
    return relation(to_number(left), to_number(right))


def subtract(left: Value, right: Value) -> float:
    """``-``: between two dates or dateTimes the days from the right one to the left one."""
    if isinstance(left, float) and isinstance(right, float):
        return left - right
    first = _first(left)
    second = _first(right)
    from_moment = as_moment(first)
    to_moment = as_moment(second) if from_moment is not None else None
    if from_moment is not None and to_moment is not None:
        return difference(from_moment, to_moment)
    return _number(first) - _number(second)


def _first(value: Value) -> Atom:
    if isinstance(value, list):
        return text_of(value[0]) if value else ""
    return value


def _number(atom: Atom) -> float:
    return string_to_number(atom) if isinstance(atom, str) else to_number(atom)


def divide(left: float, right: float) -> float:
    """``div`` by IEEE 754: by zero gives infinity or NaN."""
    if right:
        return left / right
    if left == 0 or isnan(left) or isnan(right):
        return NAN
    sign = str(right)[0] == "-"
    return -inf if (left < 0) != sign else inf


def modulo(left: float, right: float) -> float:
    """``mod``: the remainder of a division that rounds towards zero, with the sign of `left`."""
    if right == 0 or isinf(left) or isnan(left) or isnan(right):
        return NAN
    return fmod(left, right)


def multiply(left: float, right: float) -> float:
    """``*``."""
    return left * right


def add(left: float, right: float) -> float:
    """``+``."""
    return left + right
