"""Intervals: inside the scale, around the mean, honest with a handful of answers."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsmon_desktop.methodology.intervals import (
    mean_interval,
    score_interval,
    share_interval,
    student95,
)
from gsmon_desktop.methodology.measures import Distribution, measure

distributions = st.tuples(*[st.integers(0, 400)] * 5).filter(any)


@given(distributions)
def test_an_interval_lies_on_the_scale_around_the_mean(distribution: Distribution) -> None:
    low, high = score_interval(distribution)
    found = measure(distribution)
    assert found is not None
    assert 1 <= low <= found.score <= high <= 5
    assert low < high


@given(distributions)
def test_ten_times_the_answers_narrow_it(distribution: Distribution) -> None:
    one, five, ten = (tuple(k * times for k in distribution) for times in (1, 5, 50))
    widths = [high - low for low, high in (score_interval(d) for d in (one, five, ten))]  # type: ignore[arg-type]
    assert widths[0] > widths[1] > widths[2]


@given(distributions)
def test_the_scale_turned_over_turns_the_interval(distribution: Distribution) -> None:
    low, high = score_interval(distribution)
    mirrored = score_interval(distribution[::-1])  # type: ignore[arg-type]
    assert mirrored == pytest.approx((6 - high, 6 - low))


def test_all_fives_are_not_certain() -> None:
    assert score_interval((0, 0, 0, 0, 1))[0] < 1.6
    assert 3.1 < score_interval((0, 0, 0, 0, 5))[0] < 3.3
    assert 4.5 < score_interval((0, 0, 0, 0, 30))[0] < 4.65
    assert 4.98 < score_interval((0, 0, 0, 0, 1000))[0] < 5


def test_with_many_answers_it_is_the_usual_one() -> None:
    low, high = score_interval((10, 20, 70, 300, 600))
    mean = 4.46
    deviation = math.sqrt((10 * 3.46**2 + 20 * 2.46**2 + 70 * 1.46**2 + 300 * 0.46**2 + 600 * 0.54**2) / 1000)
    assert (low, high) == pytest.approx(
        (mean - 1.96 * deviation / math.sqrt(1000), mean + 1.96 * deviation / math.sqrt(1000)), abs=0.004
    )


@pytest.mark.parametrize(
    ("df", "quantile"),
    [(1, 12.7062), (4, 2.7764), (9, 2.2622), (10, 2.22814), (11, 2.20099), (30, 2.04227), (10**6, 1.95997)],
)
def test_students_quantile(df: int, quantile: float) -> None:
    assert student95(df) == pytest.approx(quantile, abs=1e-4)


SHAPES: tuple[tuple[float, ...], ...] = (
    (0, 0, 0, 0.2, 0.8),
    (0.01, 0.005, 0.015, 0.09, 0.88),
    (0.03, 0, 0, 0, 0.97),
    (0.1, 0.1, 0.2, 0.3, 0.3),
    (0.2, 0.2, 0.2, 0.2, 0.2),
)


def _draw(chance: random.Random, shape: Sequence[float], n: int) -> Distribution:
    found = chance.choices(range(5), shape, k=n)
    return (found.count(0), found.count(1), found.count(2), found.count(3), found.count(4))


def _coverage(
    shape: Sequence[float], n: int, interval: Callable[[Distribution], tuple[float, float]]
) -> float:
    chance = random.Random(f"{shape} {n}")
    mean = sum(score * share for score, share in enumerate(shape, 1))
    draws = 600
    hits = 0
    for _ in range(draws):
        low, high = interval(_draw(chance, shape, n))
        hits += low - 1e-9 <= mean <= high + 1e-9
    return hits / draws


@pytest.mark.parametrize("shape", SHAPES, ids=str)
@pytest.mark.parametrize("n", [1, 2, 3, 5, 10, 30, 100])
def test_it_covers_what_it_promises(shape: Sequence[float], n: int) -> None:
    assert _coverage(shape, n, score_interval) >= 0.9


def test_over_all_it_covers_more_than_promised() -> None:
    found = [_coverage(shape, n, score_interval) for shape in SHAPES for n in (1, 2, 3, 5, 10, 30, 100)]
    assert math.fsum(found) / len(found) > 0.95


def test_the_mean_of_items_answered_by_the_same_people_covers() -> None:
    """Two items that always agree, the hardest case, and two that have nothing to do with each other."""
    chance = random.Random(7)
    shape, n, draws = SHAPES[1], 40, 400
    mean = sum(score * share for score, share in enumerate(shape, 1))
    for agree in (True, False):
        hits = 0
        for _ in range(draws):
            first = _draw(chance, shape, n)
            second = first if agree else _draw(chance, shape, n)
            parts = [measure(first), measure(second)]
            scores = [part.score for part in parts if part]
            limits = [(part.low, part.high) for part in parts if part]
            low, high = mean_interval(scores, limits, same_people=True)
            hits += low <= mean <= high
        assert hits / draws >= 0.93


@given(st.lists(distributions, min_size=1, max_size=6), st.booleans())
def test_the_interval_of_a_mean_of_means(parts: list[Distribution], same: bool) -> None:
    found = [part for part in map(measure, parts) if part]
    scores = [part.score for part in found]
    limits = [(part.low, part.high) for part in found]
    low, high = mean_interval(scores, limits, same_people=same)
    mean = math.fsum(scores) / len(scores)
    assert 1 <= low <= mean + 1e-12
    assert mean - 1e-12 <= high <= 5
    loose = mean_interval(scores, limits, same_people=True)
    assert low >= loose[0] - 1e-12
    assert high <= loose[1] + 1e-12


def test_wilson() -> None:
    """Worked cases of Newcombe, Statistics in Medicine 1998, 17:857-872, table I."""
    assert share_interval(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert share_interval(1, 29) == pytest.approx((0.0061, 0.1718), abs=5e-5)
    assert share_interval(0, 20) == pytest.approx((0.0, 0.1611), abs=5e-5)
    assert share_interval(10, 10)[1] == 1
