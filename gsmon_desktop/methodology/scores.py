"""Scores from counts by the rules of the methodology: items, criteria, forms, zones and what they make.

Rules (methodology, "Scores"; the rule of each published table was checked against its figures):

- criterion = unweighted mean of its items that have answers, form = of its criteria, service = of its forms;
- zone of a form = unweighted mean of the zone's items (items, not criteria); of a service = mean over its
  forms;
- body = mean over its services, its zones likewise; republic = mean over all services;
- region: a form's cell = mean over services of their score in that region and form, the region = mean of
  its two cells; made of the services of the edition's `region_levels` (40 cells of the 2025 rating of
  regions follow from the local services alone). Its local body: the same with the zone `body`;
- national items are pooled over respondents, and their criteria and forms are means of those.

No rounding anywhere; the share of fives follows every rule the score follows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import add

from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.methodology.counts import Cells, Counts, gathered
from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.methodology.measures import Distribution, Measure, Stat, mean, measure, stat

LOCAL_ZONE = "body"
"""The zone a local body is rated by."""


@dataclass(frozen=True)
class ItemScore:
    """An item: `distribution` answers by score 1..5, `dont_know` answers "hard to say"."""

    stat: Stat
    distribution: Distribution
    dont_know: int

    @property
    def dk(self) -> float | None:
        """Share (0 to 1) of "hard to say" among all who were asked; None where nobody was."""
        asked = sum(self.distribution) + self.dont_know
        return self.dont_know / asked if asked else None


@dataclass(frozen=True)
class CriterionScore:
    """A criterion of a form and its items by id."""

    stat: Stat
    items: Mapping[str, ItemScore]


@dataclass(frozen=True)
class FormScore:
    """A form of a service: criteria and zones by id, and the answers 1..5 of all its items together."""

    stat: Stat
    criteria: Mapping[str, CriterionScore]
    zones: Mapping[str, Stat]
    distribution: Distribution


@dataclass(frozen=True)
class ServiceScore:
    """A service by its forms; `zones` are means over the forms."""

    service: str
    stat: Stat
    forms: Mapping[str, FormScore]
    zones: Mapping[str, Stat]


@dataclass(frozen=True)
class BodyScore:
    """A body over its services (`services` their ids)."""

    body: str
    stat: Stat
    zones: Mapping[str, Stat]
    services: tuple[str, ...]


@dataclass(frozen=True)
class RegionScore:
    """A region: all zones (`stat`, `forms`) and its local body (`local`, `local_forms`)."""

    region: str
    stat: Stat
    forms: Mapping[str, Stat]
    local: Stat
    local_forms: Mapping[str, Stat]


@dataclass(frozen=True)
class Scores:
    """Everything the counts give. Mappings hold what was answered, in the order of catalogue and edition.

    `national` are the items of all services pooled over respondents, by form. `ignored` are answers that fit
    neither the edition nor the catalogue, by "item form service"; they are in no score.
    """

    edition: str
    republic: Stat
    services: Mapping[str, ServiceScore]
    bodies: Mapping[str, BodyScore]
    regions: Mapping[str, RegionScore]
    national: Mapping[str, FormScore]
    ignored: Mapping[str, int]


def compute(counts: Counts, edition: Edition, catalogue: Catalogue) -> Scores:
    """Scores of a table of counts. Its cost follows the size of the table, not the number of interviews."""
    return compute_cells(gathered(counts), edition, catalogue)


def compute_cells(cells: Cells, edition: Edition, catalogue: Catalogue) -> Scores:
    """Scores of gathered counts."""
    tally = _Tally.of(cells, edition, catalogue)
    measured = _measure_services(tally, edition)
    return Scores(
        edition=edition.id,
        republic=stat(mean((m.whole for m in measured.values()), same_people=False), edition),
        services={
            service: ServiceScore(
                service,
                stat(measured[service].whole, edition),
                {form: _form_score(tally.forms[service, form], edition) for form in measured[service].forms},
                _stats(measured[service].zones, edition),
            )
            for service in catalogue.services
            if service in measured
        },
        bodies=dict(_bodies(measured, edition, catalogue)),
        regions=dict(_regions(tally, edition, catalogue)),
        national={
            form: _form_score(tally.national[form], edition)
            for form in edition.forms
            if form in tally.national
        },
        ignored=tally.ignored,
    )


# ---------------------------------------------------------------------------------------- adding up


_Cell = list[int]
"""Answers of an item: n(1) … n(5), n(dk)."""
_Cells = dict[tuple[str, str], _Cell]
"""Answers by item and zone: place may split an item between zones."""


def _put(cells: _Cells, spot: tuple[str, str], answers: _Cell) -> None:
    """Adds an item's answers to those there are; never changes a list it was given."""
    there = cells.get(spot)
    cells[spot] = answers if there is None else list(map(add, there, answers))


@dataclass(frozen=True)
class _Branch:
    """The answers of one form: by item, and by zone and item."""

    items: Mapping[str, _Cell]
    zones: Mapping[str, Mapping[str, _Cell]]

    @classmethod
    def of(cls, cells: _Cells) -> _Branch:
        items: dict[str, _Cell] = {}
        zones: dict[str, dict[str, _Cell]] = defaultdict(dict)
        for (item, zone), cell in cells.items():
            zones[zone][item] = cell
            items[item] = list(map(add, items[item], cell)) if item in items else cell
        return cls(items, zones)


@dataclass(frozen=True)
class _Tally:
    """Counts added up to the levels scores are made of."""

    forms: Mapping[tuple[str, str], _Branch]
    """By (service, form)."""
    regions: Mapping[str, Mapping[tuple[str, str], _Branch]]
    """By region, then (service, form) of the rated services; every known region of the counts is there."""
    national: Mapping[str, _Branch]
    ignored: Mapping[str, int]

    @classmethod
    def of(cls, cells: Cells, edition: Edition, catalogue: Catalogue) -> _Tally:
        spots = _Spots(edition)
        rated = {s.id for s in catalogue.services.values() if s.level in edition.region_levels}
        forms: dict[tuple[str, str], _Cells] = defaultdict(dict)
        regions: dict[str, dict[tuple[str, str], _Cells]] = {}
        ignored: dict[str, int] = defaultdict(int)
        for (region, service, form, place), items in cells.items():
            for item, answers in items.items():
                spot = spots[form, place, item]
                if spot is None or service not in catalogue.services:
                    ignored[f"{item} {form} {service}"] += sum(answers)
                    continue
                _put(forms[service, form], spot, answers)
                if region not in regions and region in catalogue.regions:
                    regions[region] = defaultdict(dict)
                if service in rated and region in regions:
                    _put(regions[region][service, form], spot, answers)
        return cls(
            forms={key: _Branch.of(cells) for key, cells in forms.items()},
            regions={
                region: {key: _Branch.of(cells) for key, cells in by_form.items()}
                for region, by_form in regions.items()
            },
            national=_pooled(forms),
            ignored=ignored,
        )


class _Spots(dict[tuple[str, str, str], tuple[str, str] | None]):
    """(form, place, item) -> (item, zone), looked up once; None for an item not asked in that form."""

    def __init__(self, edition: Edition) -> None:
        super().__init__()
        self._edition = edition

    def __missing__(self, key: tuple[str, str, str]) -> tuple[str, str] | None:
        form, place, item = key
        entry = self._edition.items.get(item)
        known = entry is not None and form in entry.zones
        self[key] = (item, self._edition.zone(item, form, place)) if known else None
        return self[key]


def _pooled(forms: Mapping[tuple[str, str], _Cells]) -> dict[str, _Branch]:
    """All services' answers together, by form."""
    pooled: dict[str, _Cells] = defaultdict(dict)
    for (_, form), cells in forms.items():
        for spot, cell in cells.items():
            _put(pooled[form], spot, cell)
    return {form: _Branch.of(cells) for form, cells in pooled.items()}


# ---------------------------------------------------------------------------------------- measuring


@dataclass(frozen=True)
class _Measured:
    forms: Mapping[str, Measure | None]
    zones: Mapping[str, Measure | None]
    whole: Measure | None


def _measure_services(tally: _Tally, edition: Edition) -> dict[str, _Measured]:
    by_service: dict[str, dict[str, _Branch]] = defaultdict(dict)
    for form in edition.forms:
        for (service, branch_form), branch in tally.forms.items():
            if branch_form == form:
                by_service[service][form] = branch
    measured: dict[str, _Measured] = {}
    for service, branches in by_service.items():
        forms = {form: _form(branch, edition) for form, branch in branches.items()}
        zones = {
            zone: mean((_zone(branch, zone) for branch in branches.values()), same_people=False)
            for zone in edition.zones
            if any(zone in branch.zones for branch in branches.values())
        }
        measured[service] = _Measured(forms, zones, mean(forms.values(), same_people=False))
    return measured


def _item(cell: _Cell) -> Measure | None:
    return measure((cell[0], cell[1], cell[2], cell[3], cell[4]))


def _criteria(branch: _Branch, edition: Edition) -> dict[str, dict[str, _Cell]]:
    """The branch's answers by criterion and item, in the edition's order."""
    found: dict[str, dict[str, _Cell]] = {criterion: {} for criterion in edition.criteria}
    for item in edition.items.values():
        if item.id in branch.items:
            found[item.criterion][item.id] = branch.items[item.id]
    return {criterion: cells for criterion, cells in found.items() if cells}


def _form(branch: _Branch, edition: Edition) -> Measure | None:
    criteria = _criteria(branch, edition).values()
    return mean(
        (mean(map(_item, cells.values()), same_people=True) for cells in criteria),
        same_people=True,
    )


def _zone(branch: _Branch, zone: str) -> Measure | None:
    return mean(map(_item, branch.zones[zone].values()), same_people=True) if zone in branch.zones else None


def _form_score(branch: _Branch, edition: Edition) -> FormScore:
    total = [sum(column) for column in zip(*branch.items.values(), strict=True)]
    return FormScore(
        stat(_form(branch, edition), edition),
        {
            criterion: CriterionScore(
                stat(mean(map(_item, cells.values()), same_people=True), edition),
                {item: _item_score(cell, edition) for item, cell in cells.items()},
            )
            for criterion, cells in _criteria(branch, edition).items()
        },
        _stats({zone: _zone(branch, zone) for zone in edition.zones if zone in branch.zones}, edition),
        (total[0], total[1], total[2], total[3], total[4]),
    )


def _item_score(cell: _Cell, edition: Edition) -> ItemScore:
    return ItemScore(stat(_item(cell), edition), (cell[0], cell[1], cell[2], cell[3], cell[4]), cell[5])


def _stats(measures: Mapping[str, Measure | None], edition: Edition) -> dict[str, Stat]:
    return {key: stat(value, edition) for key, value in measures.items()}


def _over(services: Iterable[Measure | None]) -> Measure | None:
    """Mean over services, which are answered by different people."""
    return mean(services, same_people=False)


def _bodies(
    measured: Mapping[str, _Measured], edition: Edition, catalogue: Catalogue
) -> Iterator[tuple[str, BodyScore]]:
    for body in catalogue.bodies:
        own = tuple(s.id for s in catalogue.services.values() if s.body == body and s.id in measured)
        if not own:
            continue
        zones = {
            zone: _over(measured[service].zones.get(zone) for service in own)
            for zone in edition.zones
            if any(zone in measured[service].zones for service in own)
        }
        whole = stat(_over(measured[service].whole for service in own), edition)
        yield body, BodyScore(body, whole, _stats(zones, edition), own)


def _regions(tally: _Tally, edition: Edition, catalogue: Catalogue) -> Iterator[tuple[str, RegionScore]]:
    for region in catalogue.regions:
        if region not in tally.regions:
            continue
        forms: dict[str, Measure | None] = {}
        local: dict[str, Measure | None] = {}
        for form in edition.forms:
            branches = [b for (_, branch_form), b in tally.regions[region].items() if branch_form == form]
            if branches:
                forms[form] = _over(_form(branch, edition) for branch in branches)
                local[form] = _over(_zone(branch, LOCAL_ZONE) for branch in branches)
        yield (
            region,
            RegionScore(
                region,
                stat(mean(forms.values(), same_people=False), edition),
                _stats(forms, edition),
                stat(mean(local.values(), same_people=False), edition),
                _stats(local, edition),
            ),
        )
