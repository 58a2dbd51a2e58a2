"""What is asked beside the scored items: small count tables by role, and the figures made of them.

A table of facts is `n[region, service, form, role, value]`: how many complete interviews gave a role that
value. Facts of two workspaces add. Everything here is pooled over respondents, as the published red tape,
State Corporation and digital signature figures are; a region's State Corporation is the mean of its parts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.methodology.intervals import share_interval
from gsmon_desktop.methodology.measures import Measure, Stat, mean, measure, stat


class FactKey(NamedTuple):
    """What is counted: `value` is as stored, several chosen codes with spaces between."""

    region: str
    service: str
    form: str
    role: str
    value: str


Facts = Mapping[FactKey, int]

PARTS = ("corp_con", "corp_pension", "corp_real_estate", "corp_land")
"""Roles of the State Corporation's four parts, in the order of the published tables 21 to 24."""
CONTACT_CENTRE = ("c1414_speed", "c1414_complete")
SIGNATURE = ("ecp_get", "ecp_use")
EGOV = "egov_overall"
PROFILE = ("sex", "age", "legal_status", "residency", "access_needs", "form", "channel", "login")
"""The respondents' profile; `form` is the branch itself and `age` is banded by the edition."""
ROLES = (
    *("red_tape", "red_tape_kinds", "corruption", "extra_costs", "extra_costs_bearable"),
    *("ecp_used", *SIGNATURE, "c1414_called", *CONTACT_CENTRE, *PARTS, EGOV),
    *("sex", "age", "legal_status", "residency", "access_needs", "channel", "login"),
    *("days_taken", "days_late"),
)
"""The roles counted into a table of facts."""
NONE = "none"
_SCORES = ("1", "2", "3", "4", "5")


@dataclass(frozen=True)
class Portion:
    """A part of respondents: `share` (0 to 1) with Wilson's 95 % interval, None where nobody was asked.

    `band` is the id of the edition's band where the portion has bands (red tape), else "".
    """

    part: int
    asked: int
    share: float | None
    low: float | None
    high: float | None
    band: str = ""


def portion(part: int, asked: int, edition: Edition | None = None) -> Portion:
    """The portion `part` of `asked`; with an edition, its red tape band."""
    if not asked:
        return Portion(part, asked, None, None, None)
    band = edition.red_tape_band(part / asked).id if edition else ""
    return Portion(part, asked, part / asked, *share_interval(part, asked), band)


@dataclass(frozen=True)
class RedTape:
    """Those who met red tape, by every cut of tables 17 to 19, and its kinds (table 20).

    Subspheres are keyed by (sphere, subsphere). `kinds` are portions of those who named a kind, by kind, and
    `kinds_by_sphere` the same by sphere; several kinds may be named, so they need not add up to 1.
    """

    whole: Portion
    spheres: Mapping[str, Portion]
    subspheres: Mapping[tuple[str, str], Portion]
    services: Mapping[str, Portion]
    regions: Mapping[str, Portion]
    forms: Mapping[str, Portion]
    kinds: Mapping[str, Portion]
    kinds_by_sphere: Mapping[str, Mapping[str, Portion]]


@dataclass(frozen=True)
class Corporation:
    """The State Corporation: a part nationally and by region, each pooled over its own respondents."""

    whole: Stat
    parts: Mapping[str, Stat]
    regions: Mapping[str, Stat]
    region_parts: Mapping[str, Mapping[str, Stat]]


@dataclass(frozen=True)
class Asked:
    """A score asked of those who used a thing: `used` of all asked, `stat` the mean of `items`."""

    used: Portion
    stat: Stat
    items: Mapping[str, Stat]


@dataclass(frozen=True)
class Costs:
    """Extra costs: who had any, of which kind (of all asked), and whether they were bearable (of those)."""

    any: Portion
    kinds: Mapping[str, Portion]
    bearable: Mapping[str, Portion]


@dataclass(frozen=True)
class Terms:
    """Days a service took: how many told, their mean, and the part that took longer than its term."""

    told: int
    mean_days: float
    late: Portion


@dataclass(frozen=True)
class FactScores:
    """Everything that is made of a table of facts."""

    red_tape: RedTape
    corporation: Corporation
    signature: Asked
    contact_centre: Asked
    egov: Stat
    costs: Costs
    profile: Mapping[str, Mapping[str, Portion]]
    terms: Mapping[str, Terms]


def add_facts(*tables: Facts) -> dict[FactKey, int]:
    """The sum of tables: the facts of all their interviews together."""
    total: dict[FactKey, int] = defaultdict(int)
    for table in tables:
        for key, n in table.items():
            total[key] += n
    return dict(total)


def compute_facts(facts: Facts, edition: Edition, catalogue: Catalogue) -> FactScores:
    """All figures of a table of facts. Its cost follows the table's size, not the number of interviews."""
    by_role: dict[str, dict[FactKey, int]] = defaultdict(dict)
    for key, n in facts.items():
        by_role[key.role][key] = n
    return FactScores(
        red_tape=red_tape(facts, edition, catalogue),
        corporation=_corporation(by_role, edition, catalogue),
        signature=_asked(by_role, "ecp_used", SIGNATURE, edition),
        contact_centre=_asked(by_role, "c1414_called", CONTACT_CENTRE, edition),
        egov=stat(_score(by_role[EGOV]), edition),
        costs=_costs(by_role),
        profile=_profile(by_role, edition),
        terms=_terms(by_role, catalogue),
    )


# ------------------------------------------------------------------------------------------ red tape


def red_tape(facts: Facts, edition: Edition, catalogue: Catalogue) -> RedTape:
    """Red tape by every cut; a cut's portions stand in the order of the catalogue and the edition."""
    met = {key: n for key, n in facts.items() if key.role == "red_tape" and key.value in ("yes", "no")}
    services = catalogue.services

    def cut(of: Callable[[FactKey], str | None]) -> dict[str, Portion]:
        return _portions(met, of, edition)

    def sphere(key: FactKey) -> str | None:
        return services[key.service].sphere if key.service in services else None

    kinds = {key: n for key, n in facts.items() if key.role == "red_tape_kinds"}
    spheres = cut(sphere)
    return RedTape(
        whole=cut(lambda _: "").get("", portion(0, 0)),
        spheres=spheres,
        subspheres=_pairs(met, edition, catalogue),
        services=_ordered(cut(lambda key: key.service), services),
        regions=_ordered(cut(lambda key: key.region), catalogue.regions),
        forms=_ordered(cut(lambda key: key.form), edition.forms),
        kinds=chosen(kinds),
        kinds_by_sphere={
            name: chosen({key: n for key, n in kinds.items() if sphere(key) == name}) for name in spheres
        },
    )


def _portions(met: Facts, of: Callable[[FactKey], str | None], edition: Edition) -> dict[str, Portion]:
    asked: dict[str, int] = defaultdict(int)
    part: dict[str, int] = defaultdict(int)
    for key, n in met.items():
        name = of(key)
        if name is not None:
            asked[name] += n
            part[name] += n if key.value == "yes" else 0
    return {name: portion(part[name], n, edition) for name, n in asked.items()}


def _pairs(met: Facts, edition: Edition, catalogue: Catalogue) -> dict[tuple[str, str], Portion]:
    names = {s.id: (s.sphere, s.subsphere) for s in catalogue.services.values() if s.subsphere}
    joined = {key: n for key, n in met.items() if key.service in names}
    found = _portions(joined, lambda key: "\t".join(names[key.service]), edition)
    return {
        pair: found["\t".join(pair)] for pair in dict.fromkeys(names.values()) if "\t".join(pair) in found
    }


def _ordered(found: Mapping[str, Portion], order: Iterable[str]) -> dict[str, Portion]:
    return {key: found[key] for key in order if key in found}


def chosen(facts: Facts) -> dict[str, Portion]:
    """Each code of answers with several choices as a portion of those who answered, most named first."""
    asked = sum(facts.values())
    named: dict[str, int] = defaultdict(int)
    for key, n in facts.items():
        for code in dict.fromkeys(key.value.split()):
            named[code] += n
    return {code: portion(n, asked) for code, n in sorted(named.items(), key=lambda pair: -pair[1])}


# ------------------------------------------------------------------------------------------ scores


def _score(facts: Facts) -> Measure | None:
    counted = [sum(n for key, n in facts.items() if key.value == score) for score in _SCORES]
    return measure((counted[0], counted[1], counted[2], counted[3], counted[4]))


def _asked(by_role: Mapping[str, Facts], used: str, items: tuple[str, ...], edition: Edition) -> Asked:
    measured = {item: _score(by_role.get(item, {})) for item in items}
    answered = {key: n for key, n in by_role.get(used, {}).items() if key.value in ("yes", "no")}
    users = sum(n for key, n in answered.items() if key.value == "yes")
    return Asked(
        portion(users, sum(answered.values())),
        stat(mean(measured.values(), same_people=True), edition),
        {item: stat(value, edition) for item, value in measured.items()},
    )


def _corporation(by_role: Mapping[str, Facts], edition: Edition, catalogue: Catalogue) -> Corporation:
    regions: dict[str, dict[str, Measure]] = {}
    for region in catalogue.regions:
        found = {part: _score(_of_region(by_role.get(part, {}), region)) for part in PARTS}
        if any(found.values()):
            regions[region] = {part: value for part, value in found.items() if value is not None}
    national = {part: _score(by_role.get(part, {})) for part in PARTS}
    return Corporation(
        whole=stat(mean(national.values(), same_people=True), edition),
        parts={part: stat(value, edition) for part, value in national.items()},
        regions={
            region: stat(mean(parts.values(), same_people=True), edition) for region, parts in regions.items()
        },
        region_parts={
            region: {part: stat(value, edition) for part, value in parts.items()}
            for region, parts in regions.items()
        },
    )


def _of_region(facts: Facts, region: str) -> Facts:
    return {key: n for key, n in facts.items() if key.region == region}


# ------------------------------------------------------------------------------------------ the rest


def _costs(by_role: Mapping[str, Facts]) -> Costs:
    answered = by_role.get("extra_costs", {})
    had = sum(n for key, n in answered.items() if key.value.split() != [NONE])
    kinds = {code: value for code, value in chosen(answered).items() if code != NONE}
    return Costs(portion(had, sum(answered.values())), kinds, chosen(by_role.get("extra_costs_bearable", {})))


def _profile(by_role: Mapping[str, Facts], edition: Edition) -> dict[str, dict[str, Portion]]:
    found: dict[str, dict[str, Portion]] = {}
    for role in PROFILE:
        tally: dict[str, int] = defaultdict(int)
        # every interview tells its form with the answer on red tape, which is asked of everyone
        for key, n in by_role.get("red_tape" if role == "form" else role, {}).items():
            value = key.form if role == "form" else key.value
            if role == "age":
                value = edition.age_band(_whole(value))
            tally[value] += n
        asked = sum(tally.values())
        order = sorted(tally) if role == "age" else sorted(tally, key=lambda value: -tally[value])
        if asked:
            found[role] = {value: portion(tally[value], asked) for value in order}
    return found


def _whole(value: str) -> int:
    """A number as stored, by its whole part: a form may ask for decimals."""
    return int(float(value))


def _terms(by_role: Mapping[str, Facts], catalogue: Catalogue) -> dict[str, Terms]:
    days: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for key, n in by_role.get("days_taken", {}).items():
        days[key.service].append((_whole(key.value), n))
    late: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for key, n in by_role.get("days_late", {}).items():
        late[key.service].append((_whole(key.value), n))
    found: dict[str, Terms] = {}
    for service in catalogue.services:
        if told := sum(n for _, n in days[service]):
            overdue = sum(n for value, n in late[service] if value > 0)
            total = sum(value * n for value, n in days[service])
            found[service] = Terms(told, total / told, portion(overdue, sum(n for _, n in late[service])))
    return found
