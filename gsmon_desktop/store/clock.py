"""Time as the store writes it: one wall-clock reading a sitting, monotonic time after it."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]
"""Gives an aware datetime."""


def local_now() -> datetime:
    """The system's clock with its offset."""
    return datetime.now(UTC).astimezone()


def stamp(moment: datetime) -> str:
    """ISO 8601 with milliseconds and offset, the one form of time in the database."""
    return moment.isoformat(timespec="milliseconds")


def steady() -> float:
    """Seconds that never jump back and, where the system can tell, go on while the computer sleeps."""
    boottime = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boottime is None else time.clock_gettime(boottime)


class Sitting:
    """The clock of one sitting: reads the wall clock once, then adds monotonic time.

    So a clock set back or forth in the middle spoils nothing.
    """

    def __init__(self, now: Clock, steady: Callable[[], float] = steady) -> None:
        self._began = now()
        self._steady = steady
        self._first = self._last = steady()

    def now(self) -> datetime:
        """The moment, aware."""
        return self._began + timedelta(seconds=self._steady() - self._first)

    def lap(self) -> int:
        """Milliseconds since the lap before (or since the sitting began)."""
        before, self._last = self._last, self._steady()
        return max(0, round((self._last - before) * 1000))
