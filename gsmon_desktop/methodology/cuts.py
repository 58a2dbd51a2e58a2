"""Scores of parts with too few people: left out, so that whoever reads them says "too few" instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.methodology.measures import Stat
from gsmon_desktop.methodology.scores import (
    CriterionScore,
    FormScore,
    ItemScore,
    RegionScore,
    Scores,
    ServiceScore,
)


def is_few(stat: Stat | None) -> bool:
    """Did people answer whose score was left out?"""
    return stat is not None and stat.score is None and stat.respondents > 0


def without_few(scores: Scores, edition: Edition, *, of_part: bool = False) -> Scores:
    """The scores without those of cuts that fewer people than the edition's `few_below` answered: paper and
    electronic forms, their criteria, items and zones, a service's zones, regions. How many answered stays.
    `of_part`: all of it is a cut (one region, one form was asked for), so services and their total go
    the same way. Else totals stay, made of everybody.
    """
    return replace(
        scores,
        republic=hidden(scores.republic, edition) if of_part else scores.republic,
        services={key: _service(each, edition, of_part) for key, each in scores.services.items()},
        regions={key: _region(each, edition) for key, each in scores.regions.items()},
        national={key: _form(each, edition) for key, each in scores.national.items()},
    )


def hidden(stat: Stat, edition: Edition) -> Stat:
    """A cut's score, left out where too few answered."""
    if 0 < stat.respondents < edition.few_below:
        return replace(stat, score=None, satisfied=None, low=None, high=None, band=None)
    return stat


def _service(service: ServiceScore, edition: Edition, of_part: bool) -> ServiceScore:  # noqa: FBT001
    return replace(
        service,
        stat=hidden(service.stat, edition) if of_part else service.stat,
        forms={key: _form(each, edition) for key, each in service.forms.items()},
        zones=_all(service.zones, edition),
    )


def _form(form: FormScore, edition: Edition) -> FormScore:
    criteria = {key: _criterion(each, edition) for key, each in form.criteria.items()}
    return replace(form, stat=hidden(form.stat, edition), criteria=criteria, zones=_all(form.zones, edition))


def _criterion(criterion: CriterionScore, edition: Edition) -> CriterionScore:
    items = {key: _item(each, edition) for key, each in criterion.items.items()}
    return CriterionScore(hidden(criterion.stat, edition), items)


def _item(item: ItemScore, edition: Edition) -> ItemScore:
    shown = hidden(item.stat, edition)
    return item if shown is item.stat else replace(item, stat=shown)


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
