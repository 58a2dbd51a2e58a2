"""When and by whom the demo's contacts were interviewed: working hours of the last working days."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import count
from random import Random

from gsmon_desktop.demo.draw import COMPLETE, Contact
from gsmon_desktop.demo.words import INTERVIEWERS

DAYS = 10
OPENING = time(9)
WORKING_MINUTES = 9 * 60
A_DAY = 45
"""The most contacts one interviewer has in a day."""


@dataclass(frozen=True)
class Visit:
    """Who interviewed, from when to when (aware, whole seconds)."""

    interviewer: str
    started: datetime
    finished: datetime


def timetable(contacts: Sequence[Contact], now: datetime, rng: Random) -> list[Visit]:
    """A visit for each contact, in their order; all before today, so before `now`."""
    days = working_days(now.date())
    by_region: defaultdict[str, list[int]] = defaultdict(list)
    for index, contact in enumerate(contacts):
        by_region[contact.region].append(index)
    visits: dict[int, Visit] = {}
    names = _names()
    for theirs in by_region.values():
        team = math.ceil(len(theirs) / (DAYS * A_DAY))
        for member in range(team):
            visits |= _weeks(next(names), theirs[member::team], contacts, days, now, rng)
    return [visits[index] for index in range(len(contacts))]


def working_days(today: date) -> list[date]:
    """The last `DAYS` weekdays before today, oldest first."""
    before = (today - timedelta(days=back) for back in range(1, 2 * DAYS + 1))
    return sorted([day for day in before if day.weekday() < 5][:DAYS])


def _names() -> Iterator[str]:
    """A name for each interviewer, numbered where the list begins again."""
    for again in count(1):
        yield from (name if again == 1 else f"{name} ({again})" for name in INTERVIEWERS)


def _weeks(
    name: str,
    mine: Sequence[int],
    contacts: Sequence[Contact],
    days: Sequence[date],
    now: datetime,
    rng: Random,
) -> dict[int, Visit]:
    """One interviewer's contacts spread over the days, each in its own slot of the day."""
    a_day = math.ceil(len(mine) / len(days))
    slot = WORKING_MINUTES * 60 / a_day
    found = {}
    for position, index in enumerate(mine):
        seconds = _seconds(contacts[index], rng)
        opening = datetime.combine(days[position // a_day], OPENING, tzinfo=now.tzinfo)
        wait = rng.uniform(0, max(slot - seconds - 30, 0))
        started = opening + timedelta(seconds=round((position % a_day) * slot + wait))
        found[index] = Visit(name, started, started + timedelta(seconds=seconds))
    return found


def _seconds(contact: Contact, rng: Random) -> int:
    """How long it took: some five minutes, half a minute for somebody who went on their way."""
    if contact.outcome != COMPLETE:
        return rng.randint(15, 45)
    return round(min(max(rng.lognormvariate(5.6, 0.3), 150), 600))
