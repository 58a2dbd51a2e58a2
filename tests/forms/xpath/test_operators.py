"""Operators, their ranks, and how types meet in them."""

from __future__ import annotations

from datetime import datetime
from math import inf, isnan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gsmon_desktop.forms.xpath import Value
from tests.forms.xpath.world import ALMATY, string, value, world

FORM = world(
    {
        "n": "5",
        "d": "2.50",
        "t": "abc",
        "empty": "",
        "born": "2000-02-29",
        "met": "2026-11-24T09:00:00.000+05:00",
        "rep": [{"x": "1"}, {"x": "2"}, {"x": "3"}],
    }
)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("1 + 2 * 3", 7.0),
        ("(1 + 2) * 3", 9.0),
        ("10 - 2 - 3", 5.0),
        ("2 * 3 mod 4", 2.0),
        ("7 div 2", 3.5),
        ("8 div 2 div 2", 2.0),
        ("-3 + 1", -2.0),
        ("- -3", 3.0),
        ("---3", -3.0),
        ("-(2 + 3)", -5.0),
        ("5 mod 3", 2.0),
        ("-5 mod 3", -2.0),
        ("5 mod -3", 2.0),
        ("5.5 mod 2", 1.5),
        ("1 div 0", inf),
        ("-1 div 0", -inf),
        ("1 div -0", -inf),
        ("'2' + '3'", 5.0),
        ("true() + true()", 2.0),
        ("/data/n * /data/d", 12.5),
        ("1 = 1", True),
        ("1 != 1", False),
        ("0.1 + 0.2 = 0.3", True),
        ("'1' = 1", True),
        ("'1.0' = 1", True),
        ("'1.0' = '1'", False),
        ("'a' = 'a'", True),
        ("true() = 'x'", True),
        ("true() = 0", False),
        ("'' = 0", False),
        ("'' != 0", True),
        ("1 < 2", True),
        ("'10' > '9'", True),
        ("'b' > 'a'", False),
        ("2 >= 2 and 2 <= 2", True),
        ("1 < 2 = true()", True),
        ("1 = 2 or 2 = 2 and 3 = 3", True),
        ("(1 = 2 or 2 = 2) and 3 = 4", False),
        ("1 = 1 and 2 = 2 and 3 = 3", True),
        ("1 = 2 or 2 = 3 or 3 = 4", False),
        ("not(1 = 1) or 1", True),
        ("/data/rep/x = 2", True),
        ("/data/rep/x != 2", True),
        ("/data/rep/x > 2", True),
        ("/data/rep/x > 3", False),
        ("/data/rep/x = /data/n", False),
        ("/data/n = 5.0", True),
        ("/data/t = 'abc'", True),
        ("'abc' != /data/t", False),
        ("/data/none = ''", True),
        ("/data/none != 'x'", True),
        ("/data/none = 0", False),
        ("/data/none < 1", False),
        ("/data/empty = ''", True),
        ("/data/empty != 5", True),
        ("5 > 'x' or 5 <= 'x'", False),
    ],
)
def test_operators(text: str, result: Value) -> None:
    assert value(text, FORM) == result


@pytest.mark.parametrize(
    "text", ["0 div 0", "5 mod 0", "'x' + 1", "/data/empty + 1", "-''", "1 div 0 mod 2", "'' * 0"]
)
def test_not_a_number(text: str) -> None:
    result = value(text, FORM)
    assert isinstance(result, float)
    assert isnan(result)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("today() = '2026-11-24'", True),
        ("'2026-11-24' = today()", True),
        ("today() != '2026-11-23'", True),
        ("/data/born < today()", True),
        ("/data/born <= '2000-02-29'", True),
        ("'2026-01-31' < '2026-02-01'", True),
        ("today() - /data/born", 9765.0),
        ("'2026-03-01' - '2026-02-28'", 1.0),
        ("today() + 7 = date('2026-12-01')", True),
        ("date(today() + 7) = '2026-12-01'", True),
        ("date('2024-02-28') + 1 = date('2024-02-29')", True),
        ("today() > 20000", True),
        ("now() > today()", True),
        ("now() > /data/met", True),
        ("(now() - /data/met) * 24 * 60 > 30", True),
        ("/data/met = '2026-11-24T04:00:00Z'", False),
        ("date-time(/data/met) = '2026-11-24T04:00:00Z'", True),
        ("/data/met < '2026-11-24T04:00:01Z'", True),
        ("/data/met >= today()", True),
        ("/data/met < today() + 1", True),
        ("today() = 'x'", False),
        ("today() = ''", False),
        ("/data/none > today()", False),
    ],
)
def test_dates_compare_and_count(text: str, result: Value) -> None:
    assert value(text, FORM) == result


def test_early_in_the_morning_now_is_still_after_today_begins() -> None:
    env = world({})
    env.clock = datetime(2026, 11, 24, 1, 0, tzinfo=ALMATY)  # still yesterday in UTC
    assert value("now() >= today()", env) is True
    assert value("date(now()) = today()", env) is True
    assert string("date(now() - 7)", env) == "2026-11-17"


def test_and_and_or_stop_early() -> None:
    env = world({})
    assert value("true() or random() > 2", env) is True
    assert value("false() and random() > 2", env) is False
    assert env.drawn == 0


def test_a_long_chain_needs_no_deep_recursion() -> None:
    assert value(" + ".join(["1"] * 3000)) == 3000.0
    assert value(" or ".join(["1 = 2"] * 3000 + ["1 = 1"])) is True


@given(st.integers(-1000, 1000), st.integers(-1000, 1000).filter(bool))
@settings(deadline=None)
def test_division_and_remainder_fit_together(a: int, b: int) -> None:
    assert value(f"int({a} div {b}) * {b} + {a} mod {b}") == a


@given(st.integers(-50, 50), st.integers(-50, 50))
@settings(deadline=None)
def test_comparisons_agree_with_python(a: int, b: int) -> None:
    for sign, truth in {
        "<": a < b,
        "<=": a <= b,
        ">": a > b,
        ">=": a >= b,
        "=": a == b,
        "!=": a != b,
    }.items():
        assert value(f"{a} {sign} {b}") is truth
        assert value(f"'{a}' {sign} {b}") is truth
