"""The mystery shoppers' table: the order of service on 1 to 5 as they saw it. Its scores are in no rating."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum
from typing import NamedTuple

from gsmon_desktop.methodology.catalogue import Catalogue

ASPECTS = (
    *("visit_staff", "visit_info", "visit_access", "visit_procedure"),
    *("visit_time", "visit_result", "visit_feedback"),
)
"""Roles of what a shopper scores, in the order of the checklist."""


class Seen(NamedTuple):
    """One score of a visit: `visit` tells visits apart."""

    service: str
    visit: int
    aspect: str
    score: int


@dataclass(frozen=True)
class Visited:
    """A service's visits: `aspects` the plain mean of their scores, None where nobody scored; `score` the
    plain mean of the aspects, as a criterion is of its items. Unrounded.
    """

    visits: int
    aspects: Mapping[str, float | None]
    score: float


@dataclass(frozen=True)
class Mystery:
    """All visits that were scored: by service in the catalogue's order, and the plain mean over services."""

    services: Mapping[str, Visited]
    whole: Visited | None


NOBODY = Mystery({}, None)
"""No visit was made."""


def mystery(scores: Iterable[Seen], catalogue: Catalogue) -> Mystery:
    """The table of a workspace's visits. Services the catalogue does not know are left out."""
    found: dict[str, list[Seen]] = defaultdict(list)
    for seen in scores:
        found[seen.service].append(seen)
    services = {key: _visited(found[key]) for key in catalogue.services if key in found}
    if not services:
        return NOBODY
    means = {aspect: _mean(each.aspects[aspect] for each in services.values()) for aspect in ASPECTS}
    visits = sum(each.visits for each in services.values())
    return Mystery(services, Visited(visits, means, _sure(each.score for each in services.values())))


def _visited(seen: list[Seen]) -> Visited:
    aspects = {aspect: _mean(each.score for each in seen if each.aspect == aspect) for aspect in ASPECTS}
    told = [value for value in aspects.values() if value is not None]
    return Visited(len({each.visit for each in seen}), aspects, _sure(told))


def _mean(values: Iterable[float | None]) -> float | None:
    told = [value for value in values if value is not None]
    return _sure(told) if told else None


def _sure(values: Iterable[float]) -> float:
    told = list(values)
    return fsum(told) / len(told)
