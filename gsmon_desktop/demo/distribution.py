"""A distribution over the scores 1 to 5 from the two figures that are published: mean and share of fives."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from random import Random

SCORES = ("1", "2", "3", "4", "5")
BELOW_FIVE = (1, 2, 3, 4)
_STEEPEST = 40.0


@dataclass(frozen=True)
class Distribution:
    """Probabilities of the scores 1, 2, 3, 4, 5, in this order; they sum to 1."""

    shares: tuple[float, ...]

    @property
    def mean(self) -> float:
        return sum(score * share for score, share in enumerate(self.shares, 1))

    @property
    def variance(self) -> float:
        return sum(share * (score - self.mean) ** 2 for score, share in enumerate(self.shares, 1))

    @property
    def fives(self) -> float:
        return self.shares[4]

    def draw(self, rng: Random) -> str:
        """One score, "1" to "5"."""
        return rng.choices(SCORES, cum_weights=list(accumulate(self.shares)))[0]


TYPICAL_BELOW_FIVE = 3.8
"""Mean of the answers below five where nothing tells it: mostly fours."""


@cache
def fit(mean: float, fives: float | None = None, below_five: float = TYPICAL_BELOW_FIVE) -> Distribution:
    """The smoothest distribution with this mean (1 to 5) and share of fives (0 to 1).

    Below five it is the one of greatest entropy: shares of 1..4 in a geometric progression whose mean fits.
    A pair that cannot be (a mean of 5.00 printed with a share of 98 %) keeps the mean and bends the share to
    the nearest possible one. Without a share, the answers below five average `below_five`.
    """
    mean = min(max(mean, 1.0), 5.0)
    share = 1 - (5 - mean) / (5 - below_five) if fives is None else fives
    # mean = 5 share + rest (1 - share), where 1 <= rest <= 4
    share = min(max(share, mean - 4, 0.0), (mean - 1) / 4, 1.0)
    if share >= 1:
        return Distribution((0.0, 0.0, 0.0, 0.0, 1.0))
    rest = (mean - 5 * share) / (1 - share)
    return Distribution((*((1 - share) * part for part in _below_five(rest)), share))


def _below_five(mean: float) -> tuple[float, ...]:
    """Shares of 1..4 proportional to exp(tilt * score) with this mean, the tilt found by halving."""
    low, high = -_STEEPEST, _STEEPEST
    for _ in range(80):
        tilt = (low + high) / 2
        shares = _tilted(tilt)
        if sum(score * share for score, share in zip(BELOW_FIVE, shares, strict=True)) < mean:
            low = tilt
        else:
            high = tilt
    return shares


def _tilted(tilt: float) -> tuple[float, ...]:
    weights = [math.exp(tilt * (score - 2.5)) for score in BELOW_FIVE]
    total = sum(weights)
    return tuple(weight / total for weight in weights)
