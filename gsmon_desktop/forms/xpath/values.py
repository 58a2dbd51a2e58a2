"""Conversions between XPath's types, after the OpenRosa XForms specification (and ODK Collect where that is
silent)."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal

from gsmon_desktop.forms.tree import Node
from gsmon_desktop.forms.xpath.moments import days_of, parse_moment
from gsmon_desktop.forms.xpath.types import Value

NAN = float("nan")
_NUMBER = re.compile(r"-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_SPACE = " \t\r\n"


def text_of(node: Node) -> str:
    """XPath's string-value of a node."""
    return node.text() if node.children else node.value


def to_string(value: Value) -> str:
    """XPath's string(): whole numbers without a point, never an exponent; dates as ISO 8601, NaN as "NaN"."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return text_of(value[0]) if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_to_string(value)
    if isinstance(value, datetime):
        return value.isoformat(timespec="milliseconds")
    return value.isoformat()


def number_to_string(number: float) -> str:
    """A number as XPath writes it: 3, 0.5, NaN, -Infinity."""
    if number == number // 1:  # whole; false for NaN, and inf // 1 is NaN
        return str(int(number))
    text = repr(number)
    if "e" in text:
        return format(Decimal(text), "f")
    if text[-1] in "nf":
        return {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}[text]
    return text


def to_number(value: Value) -> float:
    """XPath's number(): "" and text are NaN; a date is whole days since 1970-01-01, a dateTime days since
    then in UTC."""
    if isinstance(value, float):
        return value
    if isinstance(value, str):
        return string_to_number(value)
    if isinstance(value, list):
        return string_to_number(text_of(value[0])) if value else NAN
    if isinstance(value, bool):
        return 1.0 if value else 0.0
    return days_of(value)


def string_to_number(text: str) -> float:
    """The number a text stands for; dates count as days; NaN for anything else."""
    if text.isdigit() and text.isascii():
        return float(text)
    text = text.strip(_SPACE)
    if not text:
        return NAN
    if _NUMBER.fullmatch(text):
        return float(text)
    moment = parse_moment(text)
    return NAN if moment is None else days_of(moment)


def to_boolean(value: Value) -> bool:
    """XPath's boolean(), but a single node without children counts by its value: an unanswered question is
    false.

    The specification: "the string value of that node is converted to a boolean"; Collect does the same.
    Several nodes, or a group, are true because they exist.
    """
    if isinstance(value, bool):
        return value
    if isinstance(value, float):
        return value == value and value != 0  # noqa: PLR0124  (false for NaN)
    if isinstance(value, list):
        if len(value) == 1 and not value[0].children:
            return value[0].value != ""
        return bool(value)
    if isinstance(value, str):
        return value != ""
    return True


def as_moment(value: Value) -> date | None:
    """The date or dateTime a value is or spells, else None."""
    if isinstance(value, str):
        return parse_moment(value.strip(_SPACE))
    return value if isinstance(value, date) else None
