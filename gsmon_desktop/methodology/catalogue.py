"""The catalogue: services, state bodies, regions, as read from the shipped CSV files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from gsmon_desktop.errors import LANGUAGES, GsmonError
from gsmon_desktop.methodology.fields import Names, Record, csv_records

LEVELS = ("central", "local", "state_corporation")
REGION_KINDS = ("city", "oblast")
CHANNELS = ("egov", "elicense", "con", "body", "other")
PAYMENT = ("free", "paid", "mixed")
_YES_NO = ("yes", "no")


@dataclass(frozen=True)
class Body:
    """A state body by its usual Russian abbreviation."""

    abbr: str
    names: Names
    level: str


@dataclass(frozen=True)
class Region:
    """A region or city of republican standing; `n_mass` is its sample, `share` its part of the whole (0 to
    1).
    """

    code: str
    names: Names
    kind: str
    n_mass: int
    share: Decimal


@dataclass(frozen=True)
class Service:
    """A state service; `forms` are the forms it is given in, `term` its official term in words.

    `code` is the official code and may repeat or be empty: refer to a service by `id`.
    `n_mass`, `n_depth`, `n_mystery`, `n_focus_groups` are the planned samples of each method.
    """

    id: str
    no: int
    code: str
    name_ru: str
    body: str
    body_parent: str
    level: str
    sphere: str
    subsphere: str
    forms: tuple[str, ...]
    channels: tuple[str, ...]
    paid: str
    term: str
    n_mass: int
    n_depth: int
    n_mystery: int
    n_focus_groups: int


@dataclass(frozen=True)
class Catalogue:
    """Services, bodies and regions by id, in the catalogue's order."""

    services: Mapping[str, Service]
    bodies: Mapping[str, Body]
    regions: Mapping[str, Region]


def parse_catalogue(services: str, bodies: str, regions: str) -> Catalogue:
    """The catalogue from the texts of `services.csv`, `bodies.csv`, `regions.csv`.

    Raises `GsmonError` (`reference.columns`, `.row`, `.missing_field`, `.field`, `.duplicate`) with a place
    such as ``services.csv: row 14: body``.
    """
    found = parse_bodies(bodies, "bodies.csv")
    return Catalogue(
        services=parse_services(services, "services.csv", found),
        bodies=found,
        regions=parse_regions(regions, "regions.csv"),
    )


def parse_bodies(text: str, source: str) -> dict[str, Body]:
    """Bodies by abbreviation."""
    bodies: dict[str, Body] = {}
    for record in csv_records(text, source, ("abbr", "name_ru", "name_kk", "name_en", "level")):
        abbr = _unique(record, "abbr", bodies)
        bodies[abbr] = Body(abbr, _names(record), record.choice("level", LEVELS))
    return bodies


def parse_regions(text: str, source: str) -> dict[str, Region]:
    """Regions by code."""
    regions: dict[str, Region] = {}
    columns = ("code", "name_ru", "name_kk", "name_en", "kind", "n_mass", "share_pct")
    for record in csv_records(text, source, columns):
        code = _unique(record, "code", regions)
        regions[code] = Region(
            code,
            _names(record),
            record.choice("kind", REGION_KINDS),
            record.whole("n_mass"),
            record.number("share_pct") / 100,
        )
    return regions


_SERVICE_COLUMNS = (
    *("id", "no", "code", "name_ru", "body", "body_parent", "level", "sphere", "subsphere"),
    *("form_electronic", "form_paper", "channels", "paid", "term_text"),
    *("n_mass", "n_depth", "n_mystery", "n_focus_groups"),
)


def parse_services(text: str, source: str, bodies: Mapping[str, Body]) -> dict[str, Service]:
    """Services by id; `body` and `body_parent` must be of `bodies`."""
    services: dict[str, Service] = {}
    for record in csv_records(text, source, _SERVICE_COLUMNS):
        service = _service(record, _unique(record, "id", services), bodies)
        services[service.id] = service
    return services


def _service(record: Record, key: str, bodies: Mapping[str, Body]) -> Service:
    forms = [form for form in ("paper", "electronic") if record.choice(f"form_{form}", _YES_NO) == "yes"]
    if not forms:
        raise record.missing("form_electronic")
    return Service(
        id=key,
        no=record.whole("no"),
        code=record.text("code", empty=True),
        name_ru=record.text("name_ru"),
        body=record.choice("body", bodies),
        body_parent=record.choice("body_parent", bodies, empty=True),
        level=record.choice("level", LEVELS),
        sphere=record.text("sphere"),
        subsphere=record.text("subsphere", empty=True),
        forms=tuple(forms),
        channels=record.choices("channels", CHANNELS),
        paid=record.choice("paid", PAYMENT),
        term=record.text("term_text", empty=True),
        n_mass=record.whole("n_mass"),
        n_depth=record.whole("n_depth"),
        n_mystery=record.whole("n_mystery"),
        n_focus_groups=record.whole("n_focus_groups"),
    )


def _names(record: Record) -> Names:
    return {language: record.text(f"name_{language}") for language in LANGUAGES}


def _unique(record: Record, field: str, taken: Mapping[str, object]) -> str:
    key = record.text(field)
    if key in taken:
        raise GsmonError("reference.duplicate", f"{record.place}: {field}", value=key)
    return key
