"""One measured value (score, share of fives, interval) and the unweighted mean of several."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.methodology.intervals import mean_interval, score_interval

Distribution = tuple[int, int, int, int, int]
"""How many answers gave 1, 2, 3, 4, 5."""


class Measure(NamedTuple):
    """A score that exists, unrounded: see `Stat` for the fields."""

    n: int
    respondents: int
    score: float
    satisfied: float
    low: float
    high: float


@dataclass(frozen=True)
class Stat:
    """A score as it is reported. Everything unrounded; None where nobody answered.

    `n`            answers 1 to 5 behind it, over all its items
    `respondents`  people behind it: the most answers any one item has, added over forms and services
    `score`        1 to 5;  `satisfied` share of fives, 0 to 1
    `low`, `high`  95 % interval of the score (see `intervals`)
    `band`         id of the edition's band, by the displayed score
    `warning`      fewer respondents than the edition asks for
    """

    n: int
    respondents: int
    score: float | None
    satisfied: float | None
    low: float | None
    high: float | None
    band: str | None
    warning: bool


@lru_cache(maxsize=65536)
def measure(distribution: Distribution) -> Measure | None:
    """The measure of one item from its answers: Q = sum of score x n(score) / n, satisfied = n(5) / n."""
    n = sum(distribution)
    if not n:
        return None
    score = sum(value * count for value, count in enumerate(distribution, 1)) / n
    return Measure(n, n, score, distribution[4] / n, *score_interval(distribution))


def mean(parts: Iterable[Measure | None], *, same_people: bool) -> Measure | None:
    """The unweighted mean of the parts that have answers; None where none has.

    `same_people`: the parts were answered by the same people (items and criteria of one form), else by
    different ones (forms, services, regions); it decides how respondents are counted and intervals put
    together.
    """
    found = [part for part in parts if part is not None]
    if not found:
        return None
    scores = [part.score for part in found]
    people = [part.respondents for part in found]
    limits = [(part.low, part.high) for part in found]
    low, high = mean_interval(scores, limits, same_people=same_people)
    return Measure(
        n=sum(part.n for part in found),
        respondents=max(people) if same_people else sum(people),
        score=math.fsum(scores) / len(found),
        satisfied=math.fsum(part.satisfied for part in found) / len(found),
        low=low,
        high=high,
    )


def stat(measured: Measure | None, edition: Edition) -> Stat:
    """A measure with its band and warning, or the empty `Stat`."""
    if measured is None:
        return Stat(0, 0, None, None, None, None, None, warning=True)
    return Stat(
        *measured,
        band=edition.band(measured.score).id,
        warning=measured.respondents < edition.warn_below,
    )
