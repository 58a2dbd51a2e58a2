"""Dates and times as OpenRosa writes them: reading, counting in days, formatting."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from math import floor, isfinite

_MOMENT = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
    r"(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]+))?)?(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?"
)
_LOOSE_DATE = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(T.*)?")
_TIME = re.compile(r"([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]+))?)?(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?")
_DAY = timedelta(days=1)
_EPOCH_DAY = date(1970, 1, 1).toordinal()
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DASH = 4

SHORT_MONTHS = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "ru": ("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"),
    "kk": ("қаң", "ақп", "нау", "сәу", "мам", "мау", "шіл", "там", "қыр", "қаз", "қар", "жел"),
}
SHORT_DAYS = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "ru": ("пн", "вт", "ср", "чт", "пт", "сб", "вс"),
    "kk": ("дс", "сс", "ср", "бс", "жм", "сн", "жс"),
}


def parse_moment(text: str) -> date | None:
    """A `date` of "2026-11-24", a `datetime` of "2026-11-24T09:30…" (naive without an offset), else None."""
    if len(text) < 10 or text[_DASH] != "-":
        return None
    found = _MOMENT.fullmatch(text)
    if found is None:
        return None
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
        if found[4] is None:
            return day
        fraction = int((found[7] or "0")[:6].ljust(6, "0"))
        zone = _zone(found[8])
        return datetime(
            day.year,
            day.month,
            day.day,
            int(found[4]),
            int(found[5]),
            int(found[6] or 0),
            fraction,
            tzinfo=zone,
        )
    except ValueError:
        return None


def parse_loose(text: str) -> date | None:
    """Like `parse_moment`, and months and days of one digit too ("2026-1-5"), as date() takes them."""
    found = _LOOSE_DATE.fullmatch(text.strip())
    if found is None:
        return None
    return parse_moment(f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}{found[4] or ''}")


def _zone(text: str | None) -> tzinfo | None:
    if text is None:
        return None
    if text == "Z":
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if text[0] == "-" else offset)


def days_of(moment: date) -> float:
    """Days since 1970-01-01: whole for a date, with a fraction (in UTC) for a dateTime."""
    if isinstance(moment, datetime):
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return (aware - _EPOCH) / _DAY
    return float(moment.toordinal() - _EPOCH_DAY)


def difference(left: date, right: date) -> float:
    """Days from `right` to `left`: two dateTimes with zones as instants, anything else as calendar and
    clock say."""
    if isinstance(left, datetime) and isinstance(right, datetime) and left.tzinfo and right.tzinfo:
        return (left - right) / _DAY
    return (_clock(left) - _clock(right)) / _DAY


def _clock(moment: date) -> datetime:
    """What calendar and clock show, whatever the zone; midnight for a date."""
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=None)
    return datetime(moment.year, moment.month, moment.day)  # noqa: DTZ001  (a clock's face, no instant)


def local(moment: date, zone: tzinfo | None) -> datetime:
    """The dateTime in `zone`: one without a zone is taken to be there already, a date is its midnight."""
    if not isinstance(moment, datetime):
        return datetime(moment.year, moment.month, moment.day, tzinfo=zone)
    try:
        return moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)
    except (OverflowError, ValueError):
        return moment


def from_days(days: float, zone: tzinfo | None) -> datetime | None:
    """The dateTime so many days after 1970-01-01T00:00 UTC, in `zone`; None where there is no such year."""
    if not isfinite(days):
        return None
    try:
        return (_EPOCH + timedelta(milliseconds=round(days * 86_400_000))).astimezone(zone)
    except (OverflowError, ValueError):
        return None


def date_from_days(days: float, zone: tzinfo | None) -> date | None:
    """The date of a number: whole days count on the calendar, others are an instant seen in `zone`."""
    if isfinite(days) and days == floor(days):
        try:
            return date.fromordinal(_EPOCH_DAY + int(days))
        except (ValueError, OverflowError):
            return None
    instant = from_days(days, zone)
    return instant.date() if instant else None


def day_fraction(text: str, zone: tzinfo | None) -> float | None:
    """The part of the day gone by at a time "18:00:00.000+05:00", in `zone` when it has an offset; None if
    no time."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    hours, minutes, seconds = int(found[1]), int(found[2]), float(f"{found[3] or 0}.{found[4] or 0}")
    if hours > 23 or minutes > 59 or seconds >= 60:
        return None
    total = hours * 3600 + minutes * 60 + seconds
    if found[5]:
        try:
            own = _zone(found[5])
        except ValueError:
            return None
        today = datetime(1970, 1, 2, tzinfo=own)
        shift = (today.astimezone(zone).utcoffset() or timedelta()) - (today.utcoffset() or timedelta())
        total = (total + shift.total_seconds()) % 86_400
    return total / 86_400


_PLACES: dict[str, Callable[[datetime], str]] = {
    "Y": lambda m: f"{m.year:04}",
    "y": lambda m: f"{m.year % 100:02}",
    "m": lambda m: f"{m.month:02}",
    "n": lambda m: str(m.month),
    "d": lambda m: f"{m.day:02}",
    "e": lambda m: str(m.day),
    "H": lambda m: f"{m.hour:02}",
    "h": lambda m: str(m.hour),
    "M": lambda m: f"{m.minute:02}",
    "S": lambda m: f"{m.second:02}",
    "3": lambda m: f"{m.microsecond // 1000:03}",
    "%": lambda _: "%",
}
_PLACE = re.compile(r"%(.)", re.DOTALL)


def format_moment(moment: datetime, pattern: str, language: str) -> str:
    """A moment by OpenRosa's pattern (%Y %y %m %n %b %d %e %a %H %h %M %S %3); other letters stay as
    written."""

    def place(found: re.Match[str]) -> str:
        letter = found[1]
        if letter == "b":
            return SHORT_MONTHS.get(language, SHORT_MONTHS["en"])[moment.month - 1]
        if letter == "a":
            return SHORT_DAYS.get(language, SHORT_DAYS["en"])[moment.weekday()]
        known = _PLACES.get(letter)
        return known(moment) if known else found[0]

    return _PLACE.sub(place, pattern)
