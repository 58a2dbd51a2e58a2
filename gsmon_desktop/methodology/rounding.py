"""Rounding for display: half away from zero, and never anywhere else."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

SCORE_PLACES = 2
PERCENT_PLACES = 1
_GUARD = Decimal("1e-11")


def displayed(value: float | Decimal, places: int = SCORE_PLACES) -> Decimal:
    """`value` rounded half away from zero to `places` decimals, ties told as a person tells them.

    A mean held in binary may stand an ulp below the tie it means (4.795 is 4.79499…996). Such a mean is
    within 1e-14 of the exact figure, so it is first brought to 11 decimals, which puts the tie back; an
    exact figure of n answers that is no tie lies at least 1 / (200 n) away from one and is not touched by
    that.
    """
    exact = Decimal(value).quantize(_GUARD)
    return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def percent(share: float) -> Decimal:
    """A share (0 to 1) as percent with 1 decimal, rounded as `displayed`."""
    return displayed(Decimal(share) * 100, PERCENT_PLACES)
