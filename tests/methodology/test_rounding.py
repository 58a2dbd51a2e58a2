"""Half away from zero, for display only."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsmon_desktop.methodology.rounding import displayed, percent
from gsmon_desktop.reference import edition


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (4.795, "4.80"),
        (4.794999, "4.79"),
        ((4.79 + 4.80) / 2, "4.80"),
        (2.675, "2.68"),
        (1.005, "1.01"),
        (-0.125, "-0.13"),
        (5.0, "5.00"),
        (Decimal("4.785"), "4.79"),
    ],
)
def test_a_tie_goes_away_from_zero(value: float | Decimal, shown: str) -> None:
    assert str(displayed(value)) == shown


@given(st.integers(1, 100_000), st.data())
def test_a_mean_is_shown_as_its_exact_value_would_be(n: int, data: st.DataObject) -> None:
    total = data.draw(st.integers(n, 5 * n))
    exact = Fraction(total, n)
    hundredths, rest = divmod(exact * 100, 1)
    expected = (hundredths + (rest >= Fraction(1, 2))) / 100
    assert displayed(total / n) == Decimal(str(float(expected))).quantize(Decimal("0.01"))


@pytest.mark.parametrize(
    ("score", "band"),
    [
        (5.0, "high"),
        (4.795, "high"),
        (4.7949, "above_average"),
        (4.495, "above_average"),
        (4.4949, "average"),
        (3.995, "average"),
        (3.9949, "below_average"),
        (2.995, "below_average"),
        (2.9949, "unsatisfactory"),
        (1.0, "unsatisfactory"),
    ],
)
def test_the_band_is_the_displayed_scores(score: float, band: str) -> None:
    assert edition().band(score).id == band


@pytest.mark.parametrize(
    ("share", "band"),
    [
        (0, "none"),
        (0.0004, "none"),
        (0.0005, "low"),
        (0.0994, "low"),
        (0.0995, "medium"),
        (0.2494, "medium"),
        (0.2495, "high"),
    ],
)
def test_the_band_of_red_tape_is_the_displayed_percents(share: float, band: str) -> None:
    assert edition().red_tape_band(share).id == band


def test_percent_has_one_decimal() -> None:
    assert str(percent(0.8305)) == "83.1"
    assert str(percent(1)) == "100.0"
