"""Scores of parts with too few people: left out, so that whoever reads them says "too few" instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.methodology.measures import Stat
from gsmon_desktop.methodology.scores import FormScore, RegionScore, Scores, ServiceScore


def is_few(stat: Stat | None) -> bool:
    """Did people answer whose score was left out?"""
    return stat is not None and stat.score is None and stat.respondents > 0


def without_few(scores: Scores, edition: Edition, *, of_part: bool = False) -> Scores:
    """The scores without those of paper or electronic forms and of regions that fewer people than the
    edition's `few_below` answered; how many did stays. `of_part`: all of it is a part (one region, one form
    was asked for), and its services go the same way. Totals are still made of everybody.
    """
    return replace(
        scores,
        services={key: _service(each, edition, of_part) for key, each in scores.services.items()},
        regions={key: _region(each, edition) for key, each in scores.regions.items()},
    )


def hidden(stat: Stat, edition: Edition) -> Stat:
    """A cut's score, left out where too few answered."""
    if 0 < stat.respondents < edition.few_below:
        return replace(stat, score=None, satisfied=None, low=None, high=None, band=None)
    return stat


def _service(service: ServiceScore, edition: Edition, of_part: bool) -> ServiceScore:  # noqa: FBT001
    forms = {key: _form(each, edition) for key, each in service.forms.items()}
    if not of_part:
        return replace(service, forms=forms)
    return replace(
        service, stat=hidden(service.stat, edition), forms=forms, zones=_all(service.zones, edition)
    )


def _form(form: FormScore, edition: Edition) -> FormScore:
    criteria = {key: replace(each, stat=hidden(each.stat, edition)) for key, each in form.criteria.items()}
    return replace(form, stat=hidden(form.stat, edition), criteria=criteria, zones=_all(form.zones, edition))


def _region(region: RegionScore, edition: Edition) -> RegionScore:
    return replace(
        region,
        stat=hidden(region.stat, edition),
        forms=_all(region.forms, edition),
        local=hidden(region.local, edition),
        local_forms=_all(region.local_forms, edition),
    )


def _all(stats: Mapping[str, Stat], edition: Edition) -> dict[str, Stat]:
    return {key: hidden(stat, edition) for key, stat in stats.items()}
