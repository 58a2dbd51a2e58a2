"""A year's figures as a small table: written by one year, read by another as what its dynamics look back to.

A CSV with the columns `year,level,key,score,pct`: `level` is republic, service, body (central bodies by
their own zone), local (the local body of a region) or region; `key` the catalogue's id, abbreviation or code,
empty for the republic; `score` 1 to 5; `pct` the percent of fives, may be empty. Unrounded figures are best,
rounded ones do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.methodology.fields import Record, csv_records
from gsmon_desktop.methodology.measures import Stat
from gsmon_desktop.methodology.published import Figure
from gsmon_desktop.methodology.ratings import figure_of
from gsmon_desktop.methodology.scores import Scores

COLUMNS = ("year", "level", "key", "score", "pct")
LEVELS = ("republic", "service", "body", "local", "region")
OWN_ZONE = "body"


@dataclass(frozen=True)
class Yearly:
    """The figures of a year by level, then by key."""

    year: int
    figures: Mapping[str, Mapping[str, Figure]]

    def of(self, level: str) -> Mapping[str, Figure]:
        """The figures of a level; none where the file had none."""
        return self.figures.get(level, {})


def read_figures(text: str, source: str, catalogue: Catalogue) -> Yearly:
    """The figures of a CSV text. Numbers may have a decimal comma.

    Raises `GsmonError` naming the file, the row and the field: `reference.columns`, `.row`,
    `.missing_field`, `.field` (an unknown level or key, a score outside 1 to 5, a percent outside 0 to 100,
    another year than in the first row), `.duplicate`; `figures.empty` for a table without rows.
    """
    keys = {
        "republic": ("",),
        "service": tuple(catalogue.services),
        "body": tuple(catalogue.bodies),
        "local": tuple(catalogue.regions),
        "region": tuple(catalogue.regions),
    }
    year = 0
    found: dict[str, dict[str, Figure]] = {}
    for record in csv_records(text, source, COLUMNS):
        own = record.whole("year")
        if year and own != year:
            raise record.wrong("year", own, str(year))
        year = own
        level = record.choice("level", LEVELS)
        key = record.choice("key", keys[level], empty=level == "republic")
        if key in found.setdefault(level, {}):
            raise GsmonError("reference.duplicate", f"{record.place}: key", value=key or level)
        found[level][key] = Figure(_between(record, "score", 1, 5), _percent(record))
    if not found:
        raise GsmonError("figures.empty", source)
    return Yearly(year, found)


def _between(record: Record, field: str, least: int, most: int) -> float:
    text = str(record.values.get(field, "")).replace(",", ".")
    number: Decimal = Record(record.place, {field: text}).number(field)
    if not least <= number <= most:
        raise record.wrong(field, record.values.get(field), f"{least}–{most}")
    return float(number)


def _percent(record: Record) -> float | None:
    return _between(record, "pct", 0, 100) if str(record.values.get("pct", "")).strip() else None


def write_figures(scores: Scores, edition: Edition, catalogue: Catalogue) -> str:
    """The table of a year's own scores, unrounded, as CSV text."""
    lines = [",".join(COLUMNS)]
    for level, key, stat in _stats(scores, catalogue):
        figure = figure_of(stat)
        if figure.score is not None:  # ids, abbreviations and codes have nothing to quote
            pct = "" if figure.pct is None else repr(figure.pct)
            lines.append(f"{edition.year},{level},{key},{figure.score!r},{pct}")
    return "\n".join(lines) + "\n"


def _stats(scores: Scores, catalogue: Catalogue) -> Iterator[tuple[str, str, Stat]]:
    yield "republic", "", scores.republic
    for key, service in scores.services.items():
        yield "service", key, service.stat
    for key, body in scores.bodies.items():
        if catalogue.bodies[key].level != "local":
            yield "body", key, body.zones.get(OWN_ZONE, body.stat)
    for key, region in scores.regions.items():
        yield "local", key, region.local
    for key, region in scores.regions.items():
        yield "region", key, region.stat
