"""The demo's timetable: working hours, weekdays before today, one interviewer in one place at a time."""

from __future__ import annotations

from datetime import datetime, time, timedelta, timezone
from itertools import pairwise
from random import Random

import pytest

from gsmon_desktop.demo.draw import contacts
from gsmon_desktop.demo.schedule import DAYS, Visit, timetable, working_days
from gsmon_desktop.demo.sources import sources

KAZAKHSTAN = timezone(timedelta(hours=5))
NOW = datetime(2025, 11, 24, 7, 30, tzinfo=KAZAKHSTAN)


@pytest.mark.parametrize("interviews", [1, 600, 12_516])
def test_visits_are_plausible(interviews: int) -> None:
    met = contacts(interviews, Random(3), sources())
    visits = timetable(met, NOW, Random(3))
    assert len(visits) == len(met)
    by_interviewer: dict[str, list[Visit]] = {}
    for visit in visits:
        assert visit.started.weekday() < 5
        assert time(9) <= visit.started.time() <= visit.finished.time() <= time(18, 10)
        assert visit.started < visit.finished < NOW
        assert visit.started.utcoffset() == NOW.utcoffset()
        by_interviewer.setdefault(visit.interviewer, []).append(visit)
    for theirs in by_interviewer.values():
        theirs.sort(key=lambda visit: visit.started)
        for before, after in pairwise(theirs):
            assert before.finished <= after.started


def test_working_days_end_before_today() -> None:
    days = working_days(NOW.date())
    assert len(days) == DAYS
    assert days == sorted(days)
    assert days[-1].isoformat() == "2025-11-21"
