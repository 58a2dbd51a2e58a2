"""A sitting reads the wall clock once."""

from __future__ import annotations

from datetime import timedelta

from gsmon_desktop.store import Sitting, local_now, stamp
from gsmon_desktop.store.clock import steady
from tests.store.tools import NOON


def test_clock_set_back_spoils_nothing() -> None:
    wall = iter([NOON, NOON - timedelta(days=365)])
    ticks = iter([100.0, 103.5, 104.0, 104.25])
    sitting = Sitting(lambda: next(wall), steady=lambda: next(ticks))
    assert stamp(sitting.now()) == "2026-03-02T12:00:03.500+05:00"
    assert [sitting.lap(), sitting.lap()] == [4000, 250]


def test_steady_goes_on() -> None:
    assert steady() <= steady()
    assert local_now().tzinfo is not None
