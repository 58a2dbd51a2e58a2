"""95 % intervals of scores and shares that behave for a handful of answers and at the ends of the scale.

**Score of an item** (mean of n answers 1..5). A score interval after Wilson (1927), stretched to a bounded
scale: on a scale from 1 to 5 an answer's variance is φ·(μ−1)(5−μ) with 0 ≤ φ ≤ 1 (φ = 1 when only 1 and 5
are given, and then this is Wilson's interval). φ is estimated from the counts after adding one answer
spread evenly over the five scores (Perks, 1947), so that "all fives" does not pretend to certainty; the
limits are the two μ that solve (mean−μ)² = t²·φ·(μ−1)(5−μ)/n with t Student's quantile of n+2 degrees of
freedom, which takes φ's own uncertainty into account (the number was chosen by drawing: fewer make few
answers' intervals wider and no safer). Drawn from skewed and even distributions (a test draws) it covers the
mean at least 90 % of the time from n = 1 up and more than 95 % over all, where mean ± t·s/√n covers it 2 % of
the time for three answers, fives with a rare 1; from n = 30 on it is about as narrow. The limits never leave
1..5.

**Mean of means.** Limits are carried by MOVER (Zou, Donner: Statistics in Medicine 2008, 27:1693-1702):
the distance of the mean's limit is put together from the distances of the parts' limits. Parts answered by
different people (forms, services, regions) add in squares. Items of one form are answered by the same
people, and counts do not tell how their answers go together, so their distances add as they are: the
largest a correlation can make them (the interval is not too narrow whatever the correlation is).

**Share**: Wilson's interval.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

Z95 = 1.959963984540054
"""Quantile 0.975 of the normal distribution."""

_T95 = (
    12.70620474,
    4.30265273,
    3.18244631,
    2.77644511,
    2.57058184,
    2.44691185,
    2.36462425,
    2.30600414,
    2.26215716,
)
LOWEST, HIGHEST = 1.0, 5.0


def student95(df: int) -> float:
    """Quantile 0.975 of Student's t: tabled below 10 degrees of freedom, expanded above (error under 1e-5).

    The expansion is formula 26.7.5 of Abramowitz and Stegun, Handbook of Mathematical Functions.
    """
    if df <= len(_T95):
        return _T95[df - 1]
    z = Z95
    g1 = (z**3 + z) / 4
    g2 = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    g3 = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    g4 = (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160
    return z + g1 / df + g2 / df**2 + g3 / df**3 + g4 / df**4


def score_interval(distribution: tuple[int, int, int, int, int]) -> tuple[float, float]:
    """Low and high of the mean score of answers counted by score 1..5; needs at least one answer."""
    n = sum(distribution)
    mean = sum(score * k for score, k in enumerate(distribution, 1)) / n
    position = (mean - LOWEST) / (HIGHEST - LOWEST)
    reach = student95(n + 2) ** 2 * _dispersion(distribution)
    middle = (n * position + reach / 2) / (n + reach)
    half = math.sqrt(reach * (n * position * (1 - position) + reach / 4)) / (n + reach)
    low = LOWEST + (HIGHEST - LOWEST) * (middle - half)
    high = LOWEST + (HIGHEST - LOWEST) * (middle + half)
    return min(max(low, LOWEST), mean), max(min(high, HIGHEST), mean)


def _dispersion(distribution: Sequence[int]) -> float:
    """φ of the module's text, from counts with one answer added, a fifth of it to each score."""
    n = sum(distribution) + 1
    shares = [(k + 0.2) / n for k in distribution]
    mean = sum(score * share for score, share in enumerate(shares, 1))
    variance = sum((score - mean) ** 2 * share for score, share in enumerate(shares, 1))
    return variance / ((mean - LOWEST) * (HIGHEST - mean))


def mean_interval(
    means: Sequence[float], intervals: Sequence[tuple[float, float]], *, same_people: bool
) -> tuple[float, float]:
    """Low and high of the unweighted mean of `means`, from their own limits (MOVER, see above)."""
    n = len(means)
    mean = math.fsum(means) / n
    below = [score - low for score, (low, _) in zip(means, intervals, strict=True)]
    above = [high - score for score, (_, high) in zip(means, intervals, strict=True)]
    together = math.fsum if same_people else _in_squares
    return max(mean - together(below) / n, LOWEST), min(mean + together(above) / n, HIGHEST)


def _in_squares(distances: Sequence[float]) -> float:
    return math.sqrt(math.fsum(distance * distance for distance in distances))


def share_interval(part: int, whole: int) -> tuple[float, float]:
    """Wilson's interval of the share part / whole; needs whole >= 1. Wilson, JASA 1927, 22:209-212."""
    share = part / whole
    reach = Z95 * Z95
    middle = (part + reach / 2) / (whole + reach)
    half = Z95 * math.sqrt(whole * share * (1 - share) + reach / 4) / (whole + reach)
    return max(middle - half, 0.0) if part else 0.0, min(middle + half, 1.0) if part < whole else 1.0
