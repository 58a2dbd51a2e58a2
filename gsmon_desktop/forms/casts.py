"""What an expression gives, as the text an answer holds."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from math import isnan

from gsmon_desktop.forms.xpath import Value, to_string

_EPOCH = date(1970, 1, 1)


def as_answer(kind: str, value: Value) -> str:
    """The lexical form of a calculated value for a question of a type, as JavaRosa casts it.

    A number given to a date question counts days since 1970; NaN is no answer; an integer question drops
    decimals.
    """
    if isinstance(value, float):
        if isnan(value):
            return ""
        if kind in ("date", "today") and abs(value) < 1_000_000:
            return (_EPOCH + timedelta(days=int(value // 1))).isoformat()
        if kind == "integer" and abs(value) < 1e18:
            return str(int(value))
    if kind == "date" and isinstance(value, datetime):
        return value.date().isoformat()
    return to_string(value)
