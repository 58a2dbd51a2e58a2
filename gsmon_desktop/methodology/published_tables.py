"""The published ratings table by table, as printed: inputs of combinations and dynamics, and their check."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.methodology.published import Figure

Row = Mapping[str, Figure]
"""A printed row: figures by column (`all`, `body`, `online`, `mass`, `total`, `mean`, `delta`, a year)."""


@dataclass(frozen=True)
class RatingTable:
    """A printed rating. `by` says what the keys of `rows` are (body, region, service)."""

    number: str
    by: str
    rows: Mapping[str, Row]
    total: Row


@dataclass(frozen=True)
class RedTapeSphere:
    """A sphere: percent who met red tape, and its subspheres as (name, percent, services)."""

    sphere: str
    share: float | None
    subspheres: tuple[tuple[str, float | None, tuple[str, ...]], ...]


@dataclass(frozen=True)
class PublishedTables:
    """All printed ratings by number ("7" … "16"), red tape by sphere and kind, the republic by year.

    `kinds` are percents of those who met red tape, by (sphere or service id), then kind.
    """

    ratings: Mapping[str, RatingTable]
    spheres: tuple[RedTapeSphere, ...]
    kinds: Mapping[str, Mapping[str, float]]
    years: Mapping[int, Figure]

    def earlier(self, level: str, year: int) -> Mapping[str, Figure]:
        """The combined figures of an earlier year by body, or by region (its local body); {} if not printed.

        `level` is "body", "region" or "republic", whose only key is "".
        """
        if level == "republic":
            return {"": self.years[year]} if year in self.years else {}
        found: dict[str, Figure] = {}
        for table in self.ratings.values():
            if table.by == level:
                found |= {key: row[str(year)] for key, row in table.rows.items() if str(year) in row}
        return found


def parse_published_tables(text: str, source: str) -> PublishedTables:
    """The tables from the JSON text of `tables.json`.

    Raises `GsmonError` (`reference.json`, `reference.missing_field`) naming the file.
    """
    try:
        raw = json.loads(text)
        return PublishedTables(
            ratings={number: _rating(number, table) for number, table in raw["tables"].items()},
            spheres=tuple(_sphere(entry) for entry in raw["red_tape"]["spheres"]),
            kinds={
                row.pop(key): {kind: float(share) for kind, share in row.items() if share is not None}
                for cut, key in (("spheres", "sphere"), ("services", "service"))
                for row in raw["red_tape"]["kinds"][cut]
            },
            years={row["year"]: Figure(row["score"], row["pct"]) for row in raw["years"]},
        )
    except json.JSONDecodeError as error:
        raise GsmonError("reference.json", f"{source}: line {error.lineno}", reason=error.msg) from error
    except (KeyError, TypeError, AttributeError) as error:
        raise GsmonError("reference.missing_field", f"{source}: {error}") from error


def _rating(number: str, raw: Mapping[str, Any]) -> RatingTable:
    rows = {key: _row(row) for key, row in raw["rows"].items()}
    return RatingTable(number, raw["by"], rows, _row(raw.get("total", {})))


def _row(raw: Mapping[str, Mapping[str, Any]]) -> Row:
    return {column: Figure(figure["score"], figure["pct"]) for column, figure in raw.items()}


def _sphere(raw: Mapping[str, Any]) -> RedTapeSphere:
    parts = tuple(
        (part["name"] or "", _share(part["share"]), tuple(part["services"])) for part in raw["subspheres"]
    )
    return RedTapeSphere(raw["sphere"], _share(raw["share"]), parts)


def _share(raw: float | None) -> float | None:
    return None if raw is None else float(raw)
