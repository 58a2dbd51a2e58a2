"""What the demo draws from: a weight for each service and form, a distribution for each item."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gsmon_desktop.demo.distribution import TYPICAL_BELOW_FIVE, Distribution, fit
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
    """The paper share of services with no printed split, so that the share of all comes out as printed."""
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
    whole = published.services[service.id]
    if table is None:
        return {item.id: _fit(whole, whole) for item in asked}
    found = {}
    for item in asked:
        figure = table.items.get(item.id)
        found[item.id] = _fit(
            table.overall if figure is None or figure.score is None else figure, table.overall
        )
    return found


def _fit(figure: Figure, whole: Figure) -> Distribution:
    """The distribution of a printed pair; a share that is not printed follows the shape of the whole."""
    score, below_five = figure.score or 0.0, TYPICAL_BELOW_FIVE
    if figure.pct is not None:
        return fit(score, figure.pct / 100)
    if whole.score is not None and whole.pct is not None and whole.pct < 100:
        share = whole.pct / 100
        below_five = min(max((whole.score - 5 * share) / (1 - share), 1.0), 4.0)
    return fit(score, None, below_five)


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
