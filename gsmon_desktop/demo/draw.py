"""Draws the demo's contacts: who was met, what they received, how they scored it. The seed decides all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import TypeVar

from gsmon_desktop.demo.figures import Cell, cells
from gsmon_desktop.demo.people import Person, passer_by, person
from gsmon_desktop.demo.sources import Sources
from gsmon_desktop.methodology.catalogue import Service
from gsmon_desktop.methodology.counts import DONT_KNOW, Key

HARD_TO_SAY = 0.015
REFUSED, NOT_ELIGIBLE, COMPLETE = "refused", "not_eligible", "complete"
SHARE_OF_CONTACTS = {REFUSED: 0.04, NOT_ELIGIBLE: 0.025}
"""Contacts that ended at the door, for each complete interview."""
CON_WHERE_BOTH = 0.85

T = TypeVar("T")


@dataclass(frozen=True)
class Contact:
    """One contact. What comes after `person` is there only if it became a complete interview.

    `scores` are pairs of an item and "1".."5" or "dk".
    """

    region: str
    outcome: str
    person: Person
    service: str = ""
    form: str = ""
    place: str = ""
    scores: tuple[tuple[str, str], ...] = ()


def contacts(complete: int, rng: Random, sources: Sources) -> list[Contact]:
    """`complete` interviews, with the refusals and the not eligible met on the way, in random order.

    Services, forms and regions come in the published proportions, evenly spread: a small demo has them too.
    """
    received = cells(sources.edition, sources.catalogue, sources.published)
    cell_of = spread(received, [cell.weight for cell in received], complete, rng)
    regions = list(sources.catalogue.regions.values())
    weights = [float(region.n_mass) for region in regions]
    region_of = spread(regions, weights, complete, rng)
    found = [
        _interview(cell, region.code, rng, sources) for cell, region in zip(cell_of, region_of, strict=True)
    ]
    for outcome, share in SHARE_OF_CONTACTS.items():
        where = spread(regions, weights, 1 + round(complete * share), rng)
        found += [Contact(region.code, outcome, passer_by(region.code, rng)) for region in where]
    rng.shuffle(found)
    return found


def spread(things: Sequence[T], weights: Sequence[float], n: int, rng: Random) -> list[T]:
    """`n` of the things by weight, by systematic sampling (one random start, equal steps), shuffled."""
    ends = list(accumulate(weights))
    start, step = rng.random(), ends[-1] / max(n, 1)
    chosen, at = [], 0
    for position in range(n):
        point = (position + start) * step
        while at < len(ends) - 1 and ends[at] <= point:
            at += 1
        chosen.append(things[at])
    rng.shuffle(chosen)
    return chosen


def counts(found: Iterable[Contact]) -> dict[Key, int]:
    """The table of counts the contacts make, without a workspace."""
    return dict(
        Counter(
            Key(contact.region, contact.service, contact.form, contact.place, item, score)
            for contact in found
            for item, score in contact.scores
        )
    )


def _interview(cell: Cell, region: str, rng: Random, sources: Sources) -> Contact:
    service = sources.catalogue.services[cell.service]
    place = _place(service, cell.form, rng)
    passed = {gate for gate, share in cell.gates.items() if rng.random() < share}
    if service.paid == "paid" or (service.paid == "mixed" and rng.random() < 0.5):
        passed.add("paid")
    scores = []
    for item, distribution in cell.items.items():
        gate = sources.edition.criteria[sources.edition.items[item].criterion].asked
        if not gate or gate in passed:
            scores.append((item, DONT_KNOW if rng.random() < HARD_TO_SAY else distribution.draw(rng)))
    who = person(service, cell.form, place, region, frozenset(passed), rng, sources)
    return Contact(region, COMPLETE, who, service.id, cell.form, place, tuple(scores))


def _place(service: Service, form: str, rng: Random) -> str:
    """Where it was received: the rule of the questionnaire's list of services."""
    if form == "electronic":
        return "portal"
    if "con" in service.channels and "body" in service.channels:
        return "con" if rng.random() < CON_WHERE_BOTH else "body"
    return "con" if "con" in service.channels else "body"
