"""An edition of the methodology: items, criteria, zones, bands, as data of one toml file.

`resources/methodology/2025.toml` is the first; its comments say what each table means. Another year with
other items and zones is another file and no code.
"""

from __future__ import annotations

import itertools
import tomllib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol, TypeVar

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.methodology.catalogue import LEVELS
from gsmon_desktop.methodology.fields import Names, Record
from gsmon_desktop.methodology.rounding import PERCENT_PLACES, displayed

ROLE_KINDS = ("code", "text", "number", "score", "multiple")


@dataclass(frozen=True)
class Term:
    """A word of the methodology with its names: a form, a zone, a criterion."""

    id: str
    names: Names


@dataclass(frozen=True)
class Criterion(Term):
    """A criterion; `asked` is the role that decides whether it is asked at all, empty when always."""

    asked: str


@dataclass(frozen=True)
class Place(Term):
    """Where a service is received, in which forms, and the zone (or none) that then answers for all items."""

    forms: tuple[str, ...]
    zone: str


@dataclass(frozen=True)
class Item(Term):
    """One 1-5 question: its criterion, its zone by form, the zone that replaces it at a place."""

    criterion: str
    zones: Mapping[str, str]
    places: Mapping[str, str]
    source: str


@dataclass(frozen=True)
class Band(Term):
    """A named stretch of a scale from `least` up to the next band; `sign` stands beside its colour."""

    least: Decimal
    sign: str


@dataclass(frozen=True)
class Edition:
    """One year's methodology. Mappings keep the file's order, which is the order of showing."""

    id: str
    year: int
    names: Names
    sources: Mapping[str, str]
    forms: Mapping[str, Term]
    places: Mapping[str, Place]
    zones: Mapping[str, Term]
    criteria: Mapping[str, Criterion]
    items: Mapping[str, Item]
    bands: tuple[Band, ...]
    red_tape_bands: tuple[Band, ...]
    region_levels: tuple[str, ...]
    """The rating of regions is made of services of these levels."""
    warn_below: int
    """Fewer respondents than this and a warning stands beside the score."""
    few_below: int
    """Fewer respondents than this in a cut, and it shows "too few" and no number unless asked."""
    ages: tuple[int, ...]
    """The youngest age of each band of the respondents' profile, rising."""
    roles: Mapping[str, str]
    """What else a form marks for the program: role id -> kind, one of `ROLE_KINDS`."""

    def items_of(self, form: str) -> tuple[Item, ...]:
        """The items asked in a form, in order."""
        return tuple(item for item in self.items.values() if form in item.zones)

    def zone(self, item: str, form: str, place: str) -> str:
        """The zone that answers for an item of a form received at a place (empty: not known).

        The item's own word for the place comes first, then the place's word for every item, then the form's.
        """
        entry = self.items[item]
        where = self.places.get(place)
        if where is not None and form in where.forms:
            return entry.places.get(place) or where.zone or entry.zones[form]
        return entry.zones[form]

    def band(self, score: float) -> Band:
        """The band of a score, taken from the displayed figure: 4.795 shows 4.80 and is high."""
        return _band(self.bands, displayed(score))

    def age_band(self, age: int) -> str:
        """The band of an age as "22-29", the last as "60+"; younger than the first band is "-15"."""
        from_ = [start for start in self.ages if start <= age]
        if not from_:
            return f"-{self.ages[0] - 1}"
        if len(from_) == len(self.ages):
            return f"{self.ages[-1]}+"
        return f"{from_[-1]}-{self.ages[len(from_)] - 1}"

    def red_tape_band(self, share: float) -> Band:
        """The band of a share (0 to 1) of those who met red tape, taken from the displayed percent."""
        return _band(self.red_tape_bands, displayed(Decimal(share) * 100, PERCENT_PLACES))


def _band(bands: tuple[Band, ...], shown: Decimal) -> Band:
    return next((band for band in bands if shown >= band.least), bands[-1])


def parse_edition(text: str, source: str) -> Edition:
    """Reads an edition's toml. `source` is its name in complaints.

    Raises `GsmonError`: `reference.toml` (no toml at all), `reference.missing_field`, `reference.field`,
    `reference.duplicate`; the place names file, record and field: ``2025.toml: items info_find: zones``.
    """
    try:
        data = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise GsmonError("reference.toml", source, reason=str(error)) from error
    top = Record(source, data)
    roles = {role: top.table("roles").choice(role, ROLE_KINDS) for role in top.table("roles").values}
    sources = {record.text("id"): record.text("name") for record in _records(top, "sources")}
    forms = _terms(top, "forms", _term)
    zones = _terms(top, "zones", _term)
    places = _terms(top, "places", lambda record: _place(record, forms, zones))
    criteria = _terms(top, "criteria", lambda record: _criterion(record, roles))
    totals, preview = top.table("totals"), top.table("preview")
    return Edition(
        id=top.text("id"),
        year=top.whole("year"),
        names=top.names(),
        sources=sources,
        forms=forms,
        places=places,
        zones=zones,
        criteria=criteria,
        items=_terms(top, "items", _item_reader(forms, zones, places, criteria, sources)),
        bands=_bands(top, "bands"),
        red_tape_bands=_bands(top, "red_tape_bands"),
        region_levels=totals.choices("regions", LEVELS),
        warn_below=preview.whole("warn_below"),
        few_below=preview.whole("few_below"),
        ages=_ages(top.table("profile")),
        roles=roles,
    )


def _ages(profile: Record) -> tuple[int, ...]:
    """The rising lower ends of the age bands."""
    raw = profile.values.get("ages")
    if not isinstance(raw, list) or not raw or any(type(age) is not int for age in raw):
        raise profile.wrong("ages", raw, "[16, 18, …]") if raw else profile.missing("ages")
    if raw != sorted(set(raw)):
        raise profile.wrong("ages", raw, "[16, 18, …]")
    return tuple(raw)


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


_T = TypeVar("_T", bound=_Identified)


def _records(top: Record, table: str) -> list[Record]:
    """The records of an array of tables, each with its id in its place."""
    entries = top.values.get(table)
    if not entries:
        raise top.missing(table)
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise top.wrong(table, entries, f"[[{table}]]")
    return [
        Record(f"{top.place}: {table} {entry.get('id', n + 1)}", entry) for n, entry in enumerate(entries)
    ]


def _terms(top: Record, table: str, read: Callable[[Record], _T]) -> dict[str, _T]:
    found: dict[str, _T] = {}
    for record in _records(top, table):
        term = read(record)
        if term.id in found:
            raise GsmonError("reference.duplicate", f"{record.place}: id", value=term.id)
        found[term.id] = term
    return found


def _term(record: Record) -> Term:
    return Term(record.text("id"), record.names())


def _criterion(record: Record, roles: Collection[str]) -> Criterion:
    return Criterion(record.text("id"), record.names(), record.choice("asked", roles, empty=True))


def _place(record: Record, forms: Collection[str], zones: Collection[str]) -> Place:
    return Place(
        record.text("id"),
        record.names(),
        forms=record.choices("forms", forms),
        zone=record.choice("zone", zones, empty=True),
    )


def _item_reader(
    forms: Collection[str],
    zones: Collection[str],
    places: Collection[str],
    criteria: Collection[str],
    sources: Collection[str],
) -> Callable[[Record], Item]:
    def zone_by(record: Record, field: str, keys: Collection[str]) -> dict[str, str]:
        table = record.table(field)
        for key in table.values:
            if key not in keys:
                raise record.wrong(field, key, ", ".join(keys))
        return {key: table.choice(key, zones) for key in table.values}

    def read(record: Record) -> Item:
        by_form = zone_by(record, "zones", forms)
        if not by_form:
            raise record.missing("zones")
        return Item(
            record.text("id"),
            record.names(),
            criterion=record.choice("criterion", criteria),
            zones=by_form,
            places=zone_by(record, "places", places),
            source=record.choice("source", sources),
        )

    return read


def _bands(top: Record, table: str) -> tuple[Band, ...]:
    """Bands from the best down; their lower ends must fall."""
    bands = tuple(
        _terms(
            top,
            table,
            lambda record: Band(
                record.text("id"), record.names(), record.number("from"), record.text("sign")
            ),
        ).values()
    )
    for above, below in itertools.pairwise(bands):
        if below.least >= above.least:
            place = f"{top.place}: {table} {below.id}: from"
            raise GsmonError("reference.field", place, value=below.least, allowed=f"< {above.least}")
    return bands
