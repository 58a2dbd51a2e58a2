"""What is made of finished scores: means of printed columns, combinations, dynamics, ranks, comparisons.

Every rule was checked against the published tables it makes (7 to 16; `tests/methodology` counts them).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gsmon_desktop.methodology.intervals import Z95
from gsmon_desktop.methodology.measures import Stat
from gsmon_desktop.methodology.published import Figure
from gsmon_desktop.methodology.rounding import PERCENT_PLACES, displayed

NOTHING = Figure(None, None)


def figure_of(stat: Stat) -> Figure:
    """A score as a pair of score and percent of fives, unrounded."""
    return Figure(stat.score, None if stat.satisfied is None else stat.satisfied * 100)


def mean_figure(parts: Iterable[Figure | None]) -> Figure:
    """The plain mean of the parts that have a figure, score and percent each by itself.

    Combines the mass survey with the online monitoring (tables 8 and 14; where one is missing the other
    stands alone), several years (9.1, 15), the forms of a rating (10, 16), and makes "all other totals".
    """
    found = [part for part in parts if part is not None]
    return Figure(
        _mean([part.score for part in found if part.score is not None]),
        _mean([part.pct for part in found if part.pct is not None]),
    )


def _mean(values: list[float]) -> float | None:
    return math.fsum(values) / len(values) if values else None


def change(now: Figure, before: Figure) -> Figure:
    """Dynamics: this year's minus another year's; the percent in percentage points. None where one is
    missing.
    """
    return Figure(_difference(now.score, before.score), _difference(now.pct, before.pct))


def _difference(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one - other


def ranked(figures: Mapping[str, Figure]) -> dict[str, int]:
    """Ranks 1, 2, … by displayed score, then displayed percent; equal figures share a rank, the next is
    skipped. What has no score has no rank. In the order of the ranks, then of `figures`.
    """
    keys = {key: _key(figure) for key, figure in figures.items() if figure.score is not None}
    order = sorted(keys, key=lambda key: keys[key], reverse=True)
    ranks: dict[str, int] = {}
    for place, key in enumerate(order, 1):
        above = order[place - 2] if place > 1 else None
        ranks[key] = ranks[above] if above is not None and keys[above] == keys[key] else place
    return ranks


def _key(figure: Figure) -> tuple[float, float]:
    shown = displayed(figure.score or 0)
    return float(shown), float(displayed(figure.pct or 0, PERCENT_PLACES))


@dataclass(frozen=True)
class Comparison:
    """A score against a published one: `difference` (ours minus theirs), and whether chance explains it."""

    difference: float
    within: bool


def compare(stat: Stat, printed: Figure | None, printed_n: int | None = None) -> Comparison | None:
    """The difference to a published score; None where either is missing.

    The interval of ours reaches towards the published figure by a distance d. The published figure comes
    from a sample too: with `printed_n` respondents of the same spread its own distance is
    d * sqrt(n / printed_n), and the two add in squares (MOVER, see `intervals`). Without `printed_n` it
    is taken as exact. What is printed is rounded, which allows another half of the last digit.
    """
    if printed is None or printed.score is None or stat.score is None:
        return None
    if stat.low is None or stat.high is None:
        return None
    difference = stat.score - printed.score
    reach = stat.score - stat.low if difference > 0 else stat.high - stat.score
    if printed_n:
        reach *= math.sqrt(1 + stat.respondents / printed_n)
    return Comparison(difference, abs(difference) <= reach + 0.005)


def sample_margin(n: int, population: int, share: float = 0.5) -> float | None:
    """Half the width of the 95 % interval of a share measured on n of a finite population, 0 to 1.

    Cochran, Sampling Techniques, 1977, 2.6: z * sqrt(p (1 - p) / n * (N - n) / (N - 1)). Zero when everybody
    was asked (or more than were planned), None when nobody was. `share` 0.5 is the widest.
    """
    if n <= 0:
        return None
    if n >= population:
        return 0.0
    return Z95 * math.sqrt(share * (1 - share) / n * (population - n) / (population - 1))
