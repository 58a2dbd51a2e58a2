"""The published ratings, red tape, State Corporation and republic recomputed from the figures below them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from gsmon_desktop.methodology.facts import PARTS, FactKey, FactScores, compute_facts
from gsmon_desktop.methodology.published import Figure
from gsmon_desktop.methodology.ratings import change, mean_figure
from gsmon_desktop.reference import catalogue, edition, published, published_tables
from tests.methodology.figures import SCORE, SHARE, Check

MEANS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "8": ("total", ("online", "mass")),
    "9.1": ("mean", ("2023", "2024", "2025")),
    "14": ("total", ("online", "mass")),
    "15": ("mean", ("2023", "2024", "2025")),
}
"""Ratings with a column that is the mean of others. Tables 10 and 16 are in `reproduction`."""
CARRIED = (
    ("8", "mass", "7", "body"),
    ("9", "2025", "8", "total"),
    ("9.1", "2024", "9", "2024"),
    ("9.1", "2025", "8", "total"),
    ("14", "online", "13", "total"),
    ("14", "mass", "10", "total"),
    ("15", "2025", "14", "total"),
    ("15.1", "2024", "15", "2024"),
    ("15.1", "2025", "14", "total"),
)
"""Columns of a rating that another rating makes: table, column, whose table, whose column."""
NAMED_A_KIND = {"s39": 1, "s48": 3}
"""Services where one fewer named a kind of red tape than the percents alone tell: their sphere needs it."""


def compared(what: str, printed: Figure, rule: Figure) -> Iterator[Check]:
    """Score and percent, each where both exist."""
    for field, one, other in ((SCORE, printed.score, rule.score), (SHARE, printed.pct, rule.pct)):
        if one is not None and other is not None:
            yield Check(what, field, one, other)


def rating_checks() -> Iterator[Check]:
    """Tables 7 to 16: means of columns, columns carried over, dynamics, zones, totals."""
    tables = published_tables().ratings
    for number, (target, columns) in MEANS.items():
        for key, row in tables[number].rows.items():
            if target in row:
                rule = mean_figure(row.get(column) for column in columns)
                yield from compared(f"table {number}: {key} {target}", row[target], rule)
    for number, column, source, of in CARRIED:
        for key, row in tables[number].rows.items():
            other = tables[source].rows[key]
            if column in row and of in other:
                yield from compared(f"table {number}: {key} {column}", row[column], other[of])
    for number in ("9", "15.1"):
        rows = {**tables[number].rows, "total": tables[number].total}
        for key, row in rows.items():
            if "delta" in row:
                yield from compared(
                    f"table {number}: {key} delta", row["delta"], change(row["2025"], row["2024"])
                )
    yield from _zone_checks()
    yield from _total_checks()


def _zone_checks() -> Iterator[Check]:
    """The zone columns of tables 7 and 12, and the column of all criteria, which is the service's score."""
    tables = published_tables().ratings
    for number, whole in (("7", "all"), ("12", "total")):
        for key, row in tables[number].rows.items():
            if len(row) > 2 or number == "12":
                rule = mean_figure(row.get(zone) for zone in ("body", "portal", "con"))
                yield from compared(f"table {number}: {key} zones", row[whole], rule)
    for service, row in tables["12"].rows.items():
        yield from compared(f"table 12: {service} total", row["total"], published().services[service])


def _total_checks() -> Iterator[Check]:
    """The last row of every rating: plain means of its rows, where all its rows are printed."""
    for number, table in published_tables().ratings.items():
        for column, figure in table.total.items():
            if column == "delta" or (number == "7" and column in ("portal", "con")):
                continue  # dynamics are checked by themselves; table 7 lost most rows of its last columns
            rule = mean_figure(row.get(column) for row in table.rows.values())
            yield from compared(f"table {number}: total {column}", figure, rule)


def cell_checks() -> Iterator[Check]:
    """Local services by region: the total is the mean of the forms."""
    cells = published().cells
    for (service, region, cut), figure in cells.items():
        if cut == "total":
            rule = mean_figure(cells.get((service, region, form)) for form in edition().forms)
            yield from compared(f"{service} {region} total", figure, rule)


def republic_checks() -> Iterator[Check]:
    """Criteria of all services from their items, of both forms from the forms; the republic with online."""
    criteria, items = published().criteria, published().items
    for (criterion, cut), figure in criteria.items():
        if cut == "all":
            parts: Iterable[Figure | None] = [_criterion(criterion, form) for form in edition().forms]
        else:
            parts = [items[cut, i.id] for i in edition().items_of(cut) if i.criterion == criterion]
        yield from compared(f"republic: {criterion} {cut}", figure, mean_figure(parts))
    combined = mean_figure((published().all_services, published().online))
    yield from compared("republic", published().republic, combined)


def _criterion(criterion: str, form: str) -> Figure | None:
    """A form's criterion as printed, its missing parts from its items."""
    printed = published().criteria.get((criterion, form))
    items = [published().items[form, i.id] for i in edition().items_of(form) if i.criterion == criterion]
    if printed is None or not items:
        return printed
    rule = mean_figure(items)
    return Figure(
        rule.score if printed.score is None else printed.score,
        rule.pct if printed.pct is None else printed.pct,
    )


# ------------------------------------------------------------------------------ red tape


def _met(service: str) -> int:
    """How many met red tape: the printed percent of the service's respondents."""
    share = published().red_tape_services[service]
    return round(share * catalogue().services[service].n_mass / 100)


def named_a_kind(service: str) -> int:
    """How many of those who met red tape named a kind of it, which is what table 20 is a percent of.

    Not printed: the number nearest to those who met it of which every printed percent is a whole number
    of people.
    """
    met, kinds = _met(service), published_tables().kinds.get(service, {})
    if service in NAMED_A_KIND or not any(kinds.values()):
        return NAMED_A_KIND.get(service, 0)
    fits = [
        n
        for n in range(1, met + 3)
        if all(abs(round(share * n / 100) * 100 / n - share) <= 0.0501 for share in kinds.values())
    ]
    return min(fits, key=lambda n: abs(n - met))


def _facts() -> FactScores:
    """Facts with as many people who met red tape as the printed percents tell."""
    told: dict[FactKey, int] = {}
    for service in catalogue().services.values():
        met = _met(service.id)
        for answer, n in (("yes", met), ("no", service.n_mass - met)):
            told[FactKey("", service.id, "paper", "red_tape", answer)] = n
    return compute_facts(told, edition(), catalogue())


def _percent(share: float | None) -> Figure:
    return Figure(None, None if share is None else share * 100)


def red_tape_checks() -> Iterator[Check]:
    """Tables 17 and 20, and the republic: pooled over respondents."""
    found = _facts().red_tape
    for sphere in published_tables().spheres:
        rule = _percent(found.spheres[sphere.sphere].share)
        yield from compared(f"table 17: {sphere.sphere}", Figure(None, sphere.share), rule)
        for name, share, services in sphere.subspheres:
            own = found.subspheres.get((sphere.sphere, name))
            if share is not None and own is not None and _whole_subsphere(sphere.sphere, name, services):
                yield from compared(
                    f"table 17: {sphere.sphere}: {name}", Figure(None, share), _percent(own.share)
                )
    printed = published().other["bureaucracy_share_pct"]
    assert isinstance(printed, float)
    yield from compared("red tape", Figure(None, printed), _percent(found.whole.share))
    yield from compared("red tape from table 19", Figure(None, printed), _from_regions())
    yield from _kind_checks()


def _whole_subsphere(sphere: str, name: str, services: tuple[str, ...]) -> bool:
    own = {s.id for s in catalogue().services.values() if (s.sphere, s.subsphere) == (sphere, name)}
    return own == set(services)


def _from_regions() -> Figure:
    regions, shares = catalogue().regions, published().red_tape_regions
    people = sum(regions[region].n_mass for region in shares)
    return Figure(None, sum(shares[region] * regions[region].n_mass for region in shares) / people)


def _kind_checks() -> Iterator[Check]:
    kinds = published_tables().kinds
    for sphere in published_tables().spheres:
        services = [service for _, _, ids in sphere.subspheres for service in ids if service in kinds]
        base = {service: named_a_kind(service) for service in services}
        for kind, share in kinds.get(sphere.sphere, {}).items():
            if any(base.values()):
                named = sum(round(kinds[service][kind] * n / 100) for service, n in base.items())
                rule = Figure(None, named * 100 / sum(base.values()))
                yield from compared(f"table 20: {sphere.sphere} {kind}", Figure(None, share), rule)


# ------------------------------------------------------------------------------ State Corporation


def corporation_checks() -> Iterator[Check]:
    """Table 25 from tables 21 to 24, each part's mean stood for by answers with exactly that mean."""
    printed = published().corporation
    names = dict(zip(PARTS, ("con", "pension", "real_estate", "land_cadastre"), strict=True))
    facts: dict[FactKey, int] = {}
    for region in catalogue().regions:
        for part, name in names.items():
            fours = round((5 - printed[region, name]) * 100)
            below, fours = divmod(fours, 4)
            counts = {"1": below, str(5 - fours): 1 if fours else 0, "5": 100 - below - bool(fours)}
            for score, n in counts.items():
                key = FactKey(region, "s01", "paper", part, score)
                facts[key] = facts.get(key, 0) + n
    found = compute_facts(facts, edition(), catalogue()).corporation
    for region, stat in found.regions.items():
        yield from compared(
            f"table 25: {region}", Figure(printed[region, "total"], None), Figure(stat.score, None)
        )
    national = published().other["con_structures"]
    assert isinstance(national, dict)
    parts = mean_figure(Figure(national[name], None) for name in names.values())
    yield from compared("State Corporation", Figure(national["corporation"], None), parts)


def further_checks() -> Iterator[Check]:
    """Everything of this file."""
    yield from rating_checks()
    yield from cell_checks()
    yield from republic_checks()
    yield from red_tape_checks()
    yield from corporation_checks()
