"""Functions of dates and times."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from math import isnan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gsmon_desktop.forms.xpath import Value
from tests.forms.xpath.world import string, value, world

FORM = world(
    {"born": "2000-02-29", "met": "2026-11-24T02:15:30.125+05:00", "t": "18:00:00.000+05:00", "empty": ""}
)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("today()", "2026-11-24"),
        ("now()", "2026-11-24T09:30:15.250+05:00"),
        ("date('2012-07-23')", "2012-07-23"),
        ("date('2012-7-3')", "2012-07-03"),
        ("date('2012-07-23T22:30:00.000Z')", "2012-07-24"),
        ("date(/data/met)", "2026-11-24"),
        ("date(0)", "1970-01-01"),
        ("date(-1)", "1969-12-31"),
        ("date(15544)", "2012-07-23"),
        ("date('15544')", "2012-07-23"),
        ("date(15544.9)", "2012-07-24"),
        ("date('')", ""),
        ("date(/data/empty)", ""),
        ("date('tomorrow')", ""),
        ("date('2012-02-30')", ""),
        ("date(1 div 0)", ""),
        ("date(1000000000)", ""),
        ("date(true())", ""),
        ("date(today() + 1)", "2026-11-25"),
        ("date(/data/born + 365)", "2001-02-28"),
        ("date-time('2012-07-23')", "2012-07-23T00:00:00.000+05:00"),
        ("date-time('2012-07-23T10:00:00')", "2012-07-23T10:00:00.000+05:00"),
        ("date-time('2012-07-23T10:00:00Z')", "2012-07-23T15:00:00.000+05:00"),
        ("date-time(0)", "1970-01-01T05:00:00.000+05:00"),
        ("date-time(decimal-date-time(/data/met))", "2026-11-24T02:15:30.125+05:00"),
        ("date-time(now() + 1 div 24)", "2026-11-24T10:30:15.250+05:00"),
        ("date-time('')", ""),
        ("date-time('x')", ""),
        ("format-date('2012-07-03', '%Y %y %m %n %d %e')", "2012 12 07 7 03 3"),
        ("format-date('2012-07-03', '%b %a')", "Jul Tue"),
        ("format-date('2012-07-03', '%q 100%% %')", "%q 100% %"),
        ("format-date(/data/met, '%Y-%m-%d')", "2026-11-24"),
        ("format-date(15544, '%d.%m.%Y')", "23.07.2012"),
        ("format-date(today() + 1, '%d.%m')", "25.11"),
        ("format-date('', '%Y')", ""),
        ("format-date('soon', '%Y')", ""),
        ("format-date(1 div 0, '%Y')", ""),
        ("format-date-time(/data/met, '%d.%m.%Y %H:%M:%S.%3')", "24.11.2026 02:15:30.125"),
        ("format-date-time('2012-07-03T03:04:05Z', '%h %H %M')", "8 08 04"),
        ("format-date-time('2012-07-03', '%H:%M')", "00:00"),
        ("format-date-time(/data/empty, '%H')", ""),
    ],
)
def test_dates_as_text(text: str, result: str) -> None:
    assert string(text, FORM) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("decimal-date-time('1970-01-01T00:00:00Z')", 0.0),
        ("decimal-date-time('1970-01-02T12:00:00.000Z')", 1.5),
        ("decimal-date-time('1970-01-01T05:00:00+05:00')", 0.0),
        ("decimal-date-time('1970-01-01')", -5 / 24),
        ("decimal-date-time(3.5)", 3.5),
        ("decimal-time('12:00:00')", 0.5),
        ("decimal-time('18:00')", 0.75),
        ("decimal-time(/data/t)", 0.75),
        ("decimal-time('00:00:00.000Z')", 5 / 24),
        ("decimal-time('23:00Z')", 4 / 24),
        ("decimal-time('2012-07-23T06:00:00.000+05:00')", 0.25),
        ("decimal-time(now()) > 0.39 and decimal-time(now()) < 0.4", True),
        ("decimal-time(1.25)", 0.25),
        ("decimal-time('2012-07-23')", 0.0),
        ("number('2012-07-23')", 15544.0),
        ("int((today() - /data/born) div 365.25)", 26.0),
        ("decimal-date-time(now()) - decimal-date-time(/data/met) > 0.3", True),
    ],
)
def test_dates_as_numbers(text: str, result: Value) -> None:
    assert value(text, FORM) == pytest.approx(result)


@pytest.mark.parametrize(
    "text",
    [
        "decimal-date-time('')",
        "decimal-date-time('x')",
        "decimal-time('25:00')",
        "decimal-time('')",
        "decimal-time('1:00')",
    ],
)
def test_no_dates(text: str) -> None:
    result = value(text, FORM)
    assert isinstance(result, float)
    assert isnan(result)


def test_months_and_days_are_named_in_the_language_of_the_form() -> None:
    env = world({})
    text = "format-date('2026-01-05', '%a %e %b')"
    found = []
    for language in ("ru", "kk", "en", "xx"):
        env.language = language
        found.append(string(text, env))
    assert found == ["пн 5 янв", "дс 5 қаң", "Mon 5 Jan", "Mon 5 Jan"]


moments = st.datetimes(min_value=datetime(1902, 1, 1), max_value=datetime(2100, 1, 1))  # noqa: DTZ001
offsets = st.sampled_from(["Z", "+05:00", "-03:30", "+06", "+0530"])


@given(moments, offsets)
@settings(deadline=None)
def test_a_datetime_survives_its_number(moment: datetime, offset: str) -> None:
    text = moment.isoformat(timespec="milliseconds") + offset
    assert value(f"date-time(decimal-date-time('{text}')) = date-time('{text}')") is True


@given(st.dates(), st.integers(-3000, 3000))
@settings(deadline=None)
def test_days_add_up(day: object, days: int) -> None:
    moved = value(f"date('{day}') + {days}")
    assert moved == value(f"number('{day}') + {days}")


@given(moments, moments)
@settings(deadline=None)
def test_order_of_datetimes_is_order_in_time(one: datetime, other: datetime) -> None:
    first, second = one.replace(tzinfo=UTC), other.replace(tzinfo=UTC) + timedelta(milliseconds=1)
    left, right = first.isoformat(timespec="milliseconds"), second.isoformat(timespec="milliseconds")
    assert value(f"'{left}' < '{right}'") is (left < right)
    assert value(f"'{left}' >= '{right}'") is (left >= right)
