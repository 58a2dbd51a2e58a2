"""What the demo draws from: a weight for each service and form, a distribution for each item, as published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gsmon_desktop.demo.distribution import Distribution, fit
from gsmon_desktop.methodology.catalogue import Catalogue, Service
from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.methodology.published import Figure, FormTable, Published

GATES = {"assistant_used": 0.3, "complained": 0.06}
"""Share of respondents asked a criterion that not everybody is asked. The report prints no such shares."""


@dataclass(frozen=True)
class Cell:
    """A service in one form: the respondents planned (`weight`) and its items.

    `gates` share (0 to 1) of those who pass a gate of `GATES`; 0 where the report prints none of its items.
    """

    service: str
    form: str
    weight: float
    items: Mapping[str, Distribution]
    gates: Mapping[str, float]


def cells(edition: Edition, catalogue: Catalogue, published: Published) -> list[Cell]:
    """Every service in every form it was received in, in the catalogue's order.

    An item without a printed figure takes its form's, or its service's: the means above it stay as printed.
    """
    unprinted = _paper_share_of_unprinted(catalogue, published)
    found = []
    for service in catalogue.services.values():
        for form, weight in _weights(service, published, unprinted).items():
            if weight > 0:
                table = published.forms.get((service.id, form))
                items = _items(service, form, table, edition, published)
                gates = _gates(form, table, edition)
                found.append(Cell(service.id, form, weight, items, gates))
    return found


def respondents(service: Service, published: Published) -> dict[str, int | None]:
    """Respondents of each form of a service as far as printed: its table's n; what the other form leaves."""
    printed = {form: published.forms.get((service.id, form)) for form in service.forms}
    known = {form: table.n if table else None for form, table in printed.items()}
    if len(service.forms) == 1:
        return {service.forms[0]: service.n_mass}
    open_forms = [form for form, n in known.items() if n is None]
    if len(open_forms) == 1:
        known[open_forms[0]] = max(service.n_mass - sum(n or 0 for n in known.values()), 0)
    return known


def _paper_share_of_unprinted(catalogue: Catalogue, published: Published) -> float:
    """The paper share of services with no printed split; with it all services together show the printed one."""
    paper, open_sample, total = 0, 0, 0
    for service in catalogue.services.values():
        split = respondents(service, published)
        total += service.n_mass
        paper += split.get("paper") or 0
        open_sample += service.n_mass if None in split.values() else 0
    return (number(published, "form_share_pct", "paper") / 100 * total - paper) / open_sample


def _weights(service: Service, published: Published, paper_share: float) -> dict[str, float]:
    split = respondents(service, published)
    if None not in split.values():
        return {form: float(n or 0) for form, n in split.items()}
    return {"paper": service.n_mass * paper_share, "electronic": service.n_mass * (1 - paper_share)}


def _items(
    service: Service, form: str, table: FormTable | None, edition: Edition, published: Published
) -> dict[str, Distribution]:
    asked = edition.items_of(form)
    if table is None:
        return {item.id: _fit(published.services[service.id]) for item in asked}
    found = {}
    for item in asked:
        figure = table.items.get(item.id)
        criterion = table.criteria.get(item.criterion)
        alone = sum(other.criterion == item.criterion for other in asked) == 1
        if alone and criterion is not None and criterion.score is not None:
            figure = criterion  # the same figure printed twice; where they differ the item's is the misprint
        found[item.id] = _fit(table.overall if figure is None or figure.score is None else figure)
    return found


def _fit(figure: Figure) -> Distribution:
    return fit(figure.score or 0.0, None if figure.pct is None else figure.pct / 100)


def _gates(form: str, table: FormTable | None, edition: Edition) -> dict[str, float]:
    gates = {}
    for criterion in edition.criteria.values():
        if criterion.asked in GATES:
            items = [item.id for item in edition.items_of(form) if item.criterion == criterion.id]
            seen = bool(items) and (table is None or any(item in table.items for item in items))
            gates[criterion.asked] = GATES[criterion.asked] if seen else 0.0
    return gates


def number(published: Published, *path: str) -> float:
    """One of the remaining figures of the republic (`Published.other`), by its keys."""
    value: Any = published.other
    for key in path:
        value = value[key]
    return float(value)
