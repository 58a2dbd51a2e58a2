"""Correlation (cross) tables of two questions: percents by row and column, chi-square, Cramér's V."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LEAST_EXPECTED = 5.0
"""Where more than a fifth of the cells expect fewer than this, chi-square is not to be trusted (Cochran,
Biometrics 1954, 10:417-451)."""


@dataclass(frozen=True)
class CrossTable:
    """Counts by row and column; rows and columns nobody chose are left out.

    `chi_square`, `df`, `p` and `cramers_v` are None where there are not two rows and two columns. `sparse`
    says that more than a fifth of the cells expect fewer than 5.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    n: int
    chi_square: float | None
    df: int | None
    p: float | None
    cramers_v: float | None
    sparse: bool

    @property
    def row_totals(self) -> tuple[int, ...]:
        """n of each row."""
        return tuple(map(sum, self.counts))

    @property
    def column_totals(self) -> tuple[int, ...]:
        """n of each column."""
        return tuple(map(sum, zip(*self.counts, strict=True)))

    def row_shares(self) -> tuple[tuple[float, ...], ...]:
        """Each cell as a part (0 to 1) of its row."""
        totals = self.row_totals
        return tuple(tuple(n / total for n in row) for row, total in zip(self.counts, totals, strict=True))

    def column_shares(self) -> tuple[tuple[float, ...], ...]:
        """Each cell as a part (0 to 1) of its column."""
        totals = self.column_totals
        return tuple(tuple(n / total for n, total in zip(row, totals, strict=True)) for row in self.counts)


def cross_table(
    counts: Mapping[tuple[str, str], int], rows: Sequence[str] = (), columns: Sequence[str] = ()
) -> CrossTable:
    """The table of counts by (row, column). `rows` and `columns` give an order; others follow as met."""
    given = {cell: n for cell, n in counts.items() if n > 0}
    down = _order(rows, [row for row, _ in given])
    across = _order(columns, [column for _, column in given])
    cells = tuple(tuple(given.get((row, column), 0) for column in across) for row in down)
    n = sum(given.values())
    chi_square = df = p = v = None
    sparse = False
    if len(down) > 1 and len(across) > 1:
        expected = _expected(cells, n)
        pairs = [(o, e) for os, es in zip(cells, expected, strict=True) for o, e in zip(os, es, strict=True)]
        chi_square = math.fsum((o - e) ** 2 / e for o, e in pairs)
        df = (len(down) - 1) * (len(across) - 1)
        p = chi_square_tail(chi_square, df)
        v = math.sqrt(chi_square / (n * (min(len(down), len(across)) - 1)))
        sparse = sum(e < LEAST_EXPECTED for _, e in pairs) * 5 > len(pairs)
    return CrossTable(down, across, cells, n, chi_square, df, p, v, sparse)


def _order(wanted: Sequence[str], met: Sequence[str]) -> tuple[str, ...]:
    there = set(met)
    return tuple(dict.fromkeys([*(key for key in wanted if key in there), *met]))


def _expected(cells: Sequence[Sequence[int]], n: int) -> list[list[float]]:
    columns = [sum(column) for column in zip(*cells, strict=True)]
    return [[sum(row) * column / n for column in columns] for row in cells]


def chi_square_tail(x: float, df: int) -> float:
    """P(chi-square with df degrees of freedom > x): the regularised upper incomplete gamma Q(df/2, x/2).

    By its series below a + 1 and its continued fraction (Lentz) above, as in Press et al., Numerical Recipes,
    3rd edition, 6.2.
    """
    if x <= 0:
        return 1.0
    a, half = df / 2, x / 2
    scale = math.exp(a * math.log(half) - half - math.lgamma(a))
    return 1 - scale * _series(a, half) if half < a + 1 else scale * _fraction(a, half)


def _series(a: float, x: float) -> float:
    term = total = 1 / a
    step = a
    while term > total * 1e-16:
        step += 1
        term *= x / step
        total += term
    return total


def _fraction(a: float, x: float) -> float:
    tiny = 1e-300
    b = x + 1 - a
    c, d = 1 / tiny, 1 / b
    h = d
    for i in range(1, 10_000):
        numerator = -i * (i - a)
        b += 2
        d = numerator * d + b
        d = 1 / (d if abs(d) > tiny else tiny)
        c = b + numerator / c
        c = c if abs(c) > tiny else tiny
        h *= d * c
        if abs(d * c - 1) < 1e-15:
            break
    return h
