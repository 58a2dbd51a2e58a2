"""Cross tables: percents, chi-square against tables of its distribution, Cramér's V."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsmon_desktop.methodology.crosstab import chi_square_tail, cross_table


def test_percents_by_row_and_column() -> None:
    found = cross_table(
        {("f", "yes"): 30, ("m", "yes"): 10, ("f", "no"): 10, ("m", "no"): 30}, rows=["m", "f"]
    )
    assert (found.rows, found.columns, found.n) == (("m", "f"), ("yes", "no"), 80)
    assert found.row_shares() == ((0.25, 0.75), (0.75, 0.25))
    assert found.column_shares() == ((0.25, 0.75), (0.75, 0.25))
    assert found.chi_square == pytest.approx(20.0)
    assert found.cramers_v == pytest.approx(0.5)
    assert (found.df, found.sparse) == (1, False)
    assert found.p == pytest.approx(7.744216e-06, rel=1e-6)


@pytest.mark.parametrize(
    ("df", "x"),
    [(1, 3.841459), (2, 5.991465), (5, 11.070498), (10, 18.307038), (30, 43.772972), (100, 124.342113)],
)
def test_the_tail_at_the_tabled_quantiles(df: int, x: float) -> None:
    assert chi_square_tail(x, df) == pytest.approx(0.05, abs=1e-7)


@given(st.floats(0.01, 500))
def test_two_degrees_of_freedom_are_exponential(x: float) -> None:
    assert chi_square_tail(x, 2) == pytest.approx(math.exp(-x / 2), rel=1e-9)


@given(st.lists(st.lists(st.integers(0, 50), min_size=3, max_size=3), min_size=2, max_size=5))
def test_bounds_and_turning_the_table(cells: list[list[int]]) -> None:
    counts = {(str(r), str(c)): n for r, row in enumerate(cells) for c, n in enumerate(row)}
    found = cross_table(counts)
    turned = cross_table({(c, r): n for (r, c), n in counts.items()})
    assert found.n == sum(counts.values()) == sum(found.row_totals) == sum(found.column_totals)
    if found.cramers_v is None:
        assert turned.cramers_v is None
        return
    assert turned.cramers_v == pytest.approx(found.cramers_v)
    assert 0 <= found.cramers_v <= 1 + 1e-9
    assert found.p is not None
    assert 0 <= found.p <= 1
    assert all(sum(row) == pytest.approx(1) for row in found.row_shares())


def test_one_row_has_no_association() -> None:
    found = cross_table({("f", "yes"): 3, ("f", "no"): 1})
    assert (found.chi_square, found.p, found.cramers_v) == (None, None, None)
    assert cross_table({}).counts == ()
    assert cross_table({("a", "x"): 2, ("b", "y"): 1}).sparse
