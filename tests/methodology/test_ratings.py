"""Means of columns, dynamics, ranks, comparison with a published figure, margin of a finite population."""

from __future__ import annotations

import math

import pytest

from gsmon_desktop.methodology.measures import Stat
from gsmon_desktop.methodology.published import Figure
from gsmon_desktop.methodology.ratings import (
    NOTHING,
    change,
    compare,
    figure_of,
    mean_figure,
    ranked,
    sample_margin,
)
from gsmon_desktop.reference import published_tables


def stat(score: float, reach: float, n: int = 100) -> Stat:
    return Stat(n, n, score, 0.8, score - reach, score + reach, "high", warning=False)


def test_a_missing_part_leaves_the_other_alone() -> None:
    assert mean_figure((Figure(5.0, 100.0), None)) == Figure(5.0, 100.0)
    assert mean_figure((Figure(5.0, None), Figure(4.0, 60.0))) == Figure(4.5, 60.0)
    assert mean_figure(()) == NOTHING


def test_dynamics_is_this_year_minus_the_other() -> None:
    found = change(Figure(4.9, 90.5), Figure(4.5, None))
    assert found.score == pytest.approx(0.4)
    assert found.pct is None


def test_earlier_years_are_in_the_printed_tables() -> None:
    tables = published_tables()
    assert tables.earlier("body", 2023)["КНБ"] == Figure(4.93, 96.5)
    assert tables.earlier("region", 2024)["vko"] == Figure(4.81, 85.2)
    assert tables.earlier("republic", 2024) == {"": Figure(4.81, 87.7)}
    assert tables.earlier("body", 1999) == {}


def test_ranks_go_by_displayed_score_then_percent() -> None:
    figures = {
        "a": Figure(4.801, 90.0),
        "b": Figure(4.799, 95.0),
        "c": Figure(4.9, 1.0),
        "d": Figure(4.8, 90.0),
        "none": NOTHING,
    }
    assert ranked(figures) == {"c": 1, "b": 2, "a": 3, "d": 3}


def test_a_difference_is_within_sampling_error_or_not() -> None:
    near, far = compare(stat(4.7, 0.1), Figure(4.79, None)), compare(stat(4.7, 0.1), Figure(4.85, None))
    assert near is not None
    assert near.within
    assert near.difference == pytest.approx(-0.09)
    assert far is not None
    assert not far.within
    sampled = compare(stat(4.7, 0.12), Figure(4.85, None), printed_n=100)
    assert sampled is not None
    assert sampled.within
    assert compare(stat(4.7, 0.1), None) is None
    assert figure_of(stat(4.7, 0.1)) == Figure(4.7, 80.0)


def test_the_margin_shrinks_to_nothing_as_everybody_is_asked() -> None:
    assert sample_margin(0, 100) is None
    assert sample_margin(100, 100) == 0.0
    assert sample_margin(400, 10**9) == pytest.approx(1.96 * math.sqrt(0.25 / 400), rel=1e-3)
    half = sample_margin(50, 100)
    assert half is not None
    assert half == pytest.approx(1.959964 * math.sqrt(0.25 / 50 * 50 / 99))
