"""Conversions between types."""

from __future__ import annotations

from datetime import UTC, date, datetime
from math import inf, isnan, nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gsmon_desktop.forms.tree import Node
from gsmon_desktop.forms.xpath import Value, to_boolean, to_number, to_string
from tests.forms.xpath.world import ALMATY, plant


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (1.0, "1"),
        (-7.0, "-7"),
        (0.5, "0.5"),
        (1e21, "1000000000000000000000"),
        (1e-7, "0.0000001"),
        (-1.5e-10, "-0.00000000015"),
        (123456789.125, "123456789.125"),
        (nan, "NaN"),
        (inf, "Infinity"),
        (-inf, "-Infinity"),
        (True, "true"),
        (False, "false"),
        ("as it is ", "as it is "),
        (date(2026, 1, 5), "2026-01-05"),
        (datetime(2026, 1, 5, 7, 8, 9, 10_000, tzinfo=ALMATY), "2026-01-05T07:08:09.010+05:00"),
        ([], ""),
        ([Node("a", "first"), Node("a", "second")], "first"),
        ([plant("a", {"b": "1", "c": {"d": "2"}})], "12"),
    ],
)
def test_to_string(value: Value, text: str) -> None:
    assert to_string(value) == text


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("12", 12),
        (" -3.5\n", -3.5),
        (".5", 0.5),
        ("5.", 5),
        ("007", 7),
        ("1970-01-01", 0),
        ("1970-01-11", 10),
        ("1969-12-31", -1),
        ("1970-01-02T12:00:00Z", 1.5),
        ("1970-01-02T12:00:00.000+06:00", 1.25),
        (True, 1),
        (False, 0),
        (date(1970, 2, 1), 31),
        (datetime(1970, 1, 2, 6, tzinfo=UTC), 1.25),
        ([Node("a", "4"), Node("a", "5")], 4),
    ],
)
def test_to_number(value: Value, number: float) -> None:
    assert to_number(value) == number


@pytest.mark.parametrize(
    "value",
    [
        "",
        " ",
        "x",
        "1e3",
        "+1",
        "1,5",
        "1_000",
        "٣",
        "0x10",
        "--1",
        "1-2",
        "Infinity",
        "nan",
        "2026-02-30",
        "2026-1-5",
        "10:30",
        [],
    ],
)
def test_what_is_no_number_is_nan(value: Value) -> None:
    assert isnan(to_number(value))


@pytest.mark.parametrize(
    ("value", "truth"),
    [
        ("", False),
        ("0", True),
        ("false", True),
        (0.0, False),
        (nan, False),
        (-1.0, True),
        (date(1970, 1, 1), True),
        ([], False),
        ([Node("a", "x")], True),
        ([Node("a", "")], False),
        ([Node("a", ""), Node("a", "")], True),
        ([plant("a", {"b": ""})], True),
    ],
)
def test_to_boolean(value: Value, truth: bool) -> None:
    assert to_boolean(value) is truth


@given(st.floats(allow_nan=False, allow_infinity=False))
@settings(deadline=None)
def test_a_number_written_and_read_is_the_same(number: float) -> None:
    text = to_string(number)
    assert to_number(text) == number
    assert "e" not in text.lower()


@given(st.dates(min_value=date(1000, 1, 1)))
@settings(deadline=None)
def test_a_date_is_its_text_and_its_days(day: date) -> None:
    assert (
        to_number(to_string(day)) == to_number(day) == float(day.toordinal() - date(1970, 1, 1).toordinal())
    )


@given(st.text())
@settings(deadline=None)
def test_any_text_converts(text: str) -> None:
    to_number(text)
    assert to_boolean(text) is (text != "")
