"""A distribution has the mean and the share of fives it was asked for, wherever such a pair is possible."""

from __future__ import annotations

import math
from collections import Counter
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsmon_desktop.demo.distribution import SCORES, fit

means = st.floats(1, 5)
shares = st.floats(0, 1)


@given(means, shares)
def test_the_mean_is_exact_and_the_shares_are_a_distribution(mean: float, fives: float) -> None:
    found = fit(mean, fives)
    assert found.mean == pytest.approx(mean, abs=1e-6)
    assert sum(found.shares) == pytest.approx(1)
    assert min(found.shares) >= 0


@given(shares, st.floats(1, 4))
def test_the_share_of_fives_is_exact_where_it_can_be(fives: float, rest: float) -> None:
    mean = 5 * fives + rest * (1 - fives)
    assert fit(mean, fives).fives == pytest.approx(fives, abs=1e-9)


@given(means, shares)
def test_an_impossible_share_goes_to_the_nearest_possible_one(mean: float, fives: float) -> None:
    least, most = max(mean - 4, 0), (mean - 1) / 4
    assert fit(mean, fives).fives == pytest.approx(min(max(fives, least), most))


@given(st.floats(1.2, 4.8), st.floats(0.05, 0.95))
def test_shares_below_five_are_smooth(mean: float, fives: float) -> None:
    below = fit(mean, fives).shares[:4]
    if min(below) > 1e-9:
        steps = [math.log(b / a) for a, b in pairwise(below)]
        assert steps == pytest.approx([steps[0]] * 3, abs=1e-3)


def test_known_pairs() -> None:
    assert fit(5.0, 1.0).shares == (0, 0, 0, 0, 1)
    assert fit(5.0, 0.98).shares == (0, 0, 0, 0, 1)
    assert fit(4.83, 0.84).shares == pytest.approx((0, 0.002, 0.004, 0.154, 0.84), abs=0.006)
    assert 0.75 < fit(4.8).fives < 0.9


def test_drawing_follows_the_shares() -> None:
    rng, distribution, n = Random(7), fit(4.4, 0.6), 20_000
    drawn = Counter(distribution.draw(rng) for _ in range(n))
    assert set(drawn) <= set(SCORES)
    for score, share in zip(SCORES, distribution.shares, strict=True):
        assert drawn[score] / n == pytest.approx(share, abs=4 * math.sqrt(share * (1 - share) / n) + 1e-9)
