"""Functions of dates and times. Zones: a time without one is local, and results are local;
`Environment.now` tells which that is."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from math import isfinite

from gsmon_desktop.forms.xpath.functions.registry import Table
from gsmon_desktop.forms.xpath.moments import (
    date_from_days,
    day_fraction,
    days_of,
    format_moment,
    from_days,
    local,
    parse_loose,
)
from gsmon_desktop.forms.xpath.types import Context, Value
from gsmon_desktop.forms.xpath.values import NAN, text_of

TABLE = Table()


def _single(value: Value) -> str | float | bool | date:
    if isinstance(value, list):
        return text_of(value[0]) if value else ""
    return value


def _number(text: str) -> float | None:
    """The number a text is, as an answer kept from a calculation of days may be."""
    try:
        found = float(text)
    except ValueError:
        return None
    return found if isfinite(found) else None


def _instant(value: Value, zone: tzinfo | None) -> datetime | None:
    """A value as a dateTime in the zone; numbers are days since 1970-01-01 UTC."""
    single = _single(value)
    if isinstance(single, bool):
        return None
    if isinstance(single, str):
        moment = parse_loose(single)
        if moment is None:
            number = _number(single)
            return None if number is None else from_days(number, zone)
        return local(moment, zone)
    return from_days(single, zone) if isinstance(single, float) else local(single, zone)


def _day(value: Value, zone: tzinfo | None) -> date | None:
    """A value as a date: of an instant the local day; of a number the day so many days after 1970-01-01."""
    single = _single(value)
    if isinstance(single, str) and parse_loose(single) is None:
        number = _number(single)
        return None if number is None else date_from_days(number, zone)
    if isinstance(single, float):
        return date_from_days(single, zone)
    instant = _instant(single, zone)
    return instant.date() if instant else None


@TABLE.simple("today", "@", "value")
def today(context: Context) -> date:
    """The local date."""
    return context.env.now().date()


@TABLE.simple("now", "@", "value")
def now(context: Context) -> datetime:
    """The moment, with its offset."""
    return context.env.now()


@TABLE.simple("date", "@v", "value")
def date_(context: Context, value: Value) -> Value:
    """The value as a date; "" when it is none."""
    found = _day(value, context.env.now().tzinfo)
    return "" if found is None else found


@TABLE.simple("date-time", "@v", "value")
def date_time(context: Context, value: Value) -> Value:
    """The value as a dateTime; "" when it is none."""
    found = _instant(value, context.env.now().tzinfo)
    return "" if found is None else found


@TABLE.simple("decimal-date-time", "@v", "number")
def decimal_date_time(context: Context, value: Value) -> float:
    """Days since 1970-01-01T00:00 UTC with their fraction; NaN for what is no date."""
    single = _single(value)
    if isinstance(single, float):
        return single
    found = _instant(single, context.env.now().tzinfo)
    return NAN if found is None else days_of(found)


@TABLE.simple("decimal-time", "@v", "number")
def decimal_time(context: Context, value: Value) -> float:
    """The part of the local day gone by: 0.5 at noon. Takes a time, or the time of a dateTime; else NaN."""
    zone = context.env.now().tzinfo
    single = _single(value)
    if isinstance(single, float):
        return single % 1
    fraction = day_fraction(single, zone) if isinstance(single, str) else None
    if fraction is not None:
        return fraction
    found = _instant(single, zone)
    if found is None:
        return NAN
    return (found.hour * 3600 + found.minute * 60 + found.second + found.microsecond / 1e6) / 86_400


@TABLE.simple("format-date", "@vs", "string")
def format_date(context: Context, value: Value, pattern: str) -> str:
    """A date by a pattern of %Y %y %m %n %b %d %e %a; "" for what is no date."""
    single = _single(value)
    zone = context.env.now().tzinfo
    if isinstance(single, float):
        day = date_from_days(single, zone)
        found = local(day, zone) if day else None
    else:
        found = _instant(single, zone)
    return "" if found is None else format_moment(found, pattern, context.env.language_code())


@TABLE.simple("format-date-time", "@vs", "string")
def format_date_time(context: Context, value: Value, pattern: str) -> str:
    """A dateTime by a pattern: those of format-date() and %H %h %M %S %3; "" for what is no date."""
    found = _instant(value, context.env.now().tzinfo)
    return "" if found is None else format_moment(found, pattern, context.env.language_code())
