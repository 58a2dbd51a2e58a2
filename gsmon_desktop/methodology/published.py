"""The published figures of a year: to compare with, to draw the demo from, to check the formulas by."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gsmon_desktop.errors import GsmonError


@dataclass(frozen=True)
class Figure:
    """A printed pair: score (1 to 5) and share of fives in percent, each None where it was not printed.

    `implied` marks a share that was not printed but follows from its criterion's.
    """

    score: float | None
    pct: float | None
    implied: bool = False


@dataclass(frozen=True)
class FormTable:
    """A printed table of one service and form: items, criteria, total and zones; `n` respondents."""

    table: int
    service: str
    form: str
    n: int | None
    items: Mapping[str, Figure]
    criteria: Mapping[str, Figure]
    overall: Figure
    zones: Mapping[str, Figure]


@dataclass(frozen=True)
class Published:
    """A year's published figures.

    `items` are the republic's figures by (form, item); `regions` and `local` the ratings of regions and
    of their local bodies by (region, "paper" | "electronic" | "total"); `cells` the regional figures of
    local services by (service, region, form or "total"); `bodies` by (abbreviation, "all" | "body_zone").
    Red tape is the share in percent of those who met it. `corporation` holds the State Corporation's
    parts by region (con, pension, real_estate, land_cadastre, total). `other` holds the republic's
    remaining figures as printed.
    """

    forms: Mapping[tuple[str, str], FormTable]
    services: Mapping[str, Figure]
    all_services: Figure
    republic: Figure
    online: Figure
    items: Mapping[tuple[str, str], Figure]
    criteria: Mapping[tuple[str, str], Figure]
    bodies: Mapping[tuple[str, str], Figure]
    bodies_total: Mapping[str, Figure]
    regions: Mapping[tuple[str, str], Figure]
    local: Mapping[tuple[str, str], Figure]
    cells: Mapping[tuple[str, str, str], Figure]
    corporation: Mapping[tuple[str, str], float]
    red_tape_services: Mapping[str, float]
    red_tape_regions: Mapping[str, float]
    other: Mapping[str, object]

    def of_service(
        self, service: str, *, region: str | None = None, form: str | None = None
    ) -> Figure | None:
        """What was printed of a service, or of its region and form where asked; None if nothing."""
        if region is not None:
            return self.cells.get((service, region, form or "total"))
        if form is None:
            return self.services.get(service)
        table = self.forms.get((service, form))
        return table.overall if table else None

    def of_all(self, *, region: str | None = None, form: str | None = None) -> Figure | None:
        """What was printed of all services, or of a region's and a form's; None if nothing."""
        if region is not None:
            return self.regions.get((region, form or "total"))
        return self.all_services if form is None else None


FILES = ("forms", "services", "republic", "bodies", "regions", "red_tape")
_FORM_CUTS = ("paper", "electronic", "total")


def parse_published(texts: Mapping[str, str]) -> Published:
    """The figures from the JSON texts of `FILES`, by file name without its ending.

    Raises `GsmonError("reference.json")` for a text that is no JSON and
    `GsmonError("reference.missing_field")` for a figure that is absent, each naming the file.
    """
    fields: dict[str, Any] = {}
    for name in FILES:
        source = f"{name}.json"
        try:
            fields |= _READERS[name](json.loads(texts[name]))
        except json.JSONDecodeError as error:
            raise GsmonError("reference.json", f"{source}: line {error.lineno}", reason=error.msg) from error
        except (KeyError, TypeError, AttributeError) as error:
            raise GsmonError("reference.missing_field", f"{source}: {error}") from error
    return Published(**fields)


def _figure(raw: Mapping[str, Any] | None) -> Figure:
    return Figure(None, None) if raw is None else Figure(raw["score"], raw["pct"], raw.get("implied", False))


def _figures(raw: Mapping[str, Any]) -> dict[str, Figure]:
    return {key: _figure(figure) for key, figure in raw.items()}


def _forms(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    tables = [
        FormTable(
            table=row["table"],
            service=row["service"],
            form=row["form"],
            n=row["n"],
            items=_figures(row["items"]),
            criteria=_figures(row["criteria"]),
            overall=_figure(row["overall"]),
            zones=_figures(row["zones"]),
        )
        for row in rows
    ]
    return {"forms": {(table.service, table.form): table for table in tables}}


def _services(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    return {"services": {row["service"]: _figure(row) for row in rows}}


def _republic(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "all_services": _figure(raw["services"]),
        "republic": _figure(raw["combined"]),
        "online": _figure(raw["online"]),
        "items": {(row["form"], row["item"]): _figure(row) for row in raw["items"]},
        "criteria": {
            (row["criterion"], cut): _figure(row[cut])
            for row in raw["criteria"]
            for cut in ("paper", "electronic", "all")
            if row[cut]
        },
        "other": raw["other"],
    }


def _bodies(raw: Mapping[str, Any]) -> dict[str, Any]:
    cells = {(row["body"], cut): _figure(row[cut]) for row in raw["rows"] for cut in ("all", "body_zone")}
    return {"bodies": cells, "bodies_total": _figures(raw["total"])}


def _regions(raw: Mapping[str, Any]) -> dict[str, Any]:
    def rating(table: str) -> dict[tuple[str, str], Figure]:
        return {
            (row["region"], cut): _figure(row[cut]) for row in raw[table] for cut in _FORM_CUTS if row[cut]
        }

    return {
        "regions": rating("rating"),
        "local": rating("local"),
        "cells": {
            (row["service"], row["region"], cut): _figure(row[cut])
            for row in raw["cells"]
            for cut in _FORM_CUTS
            if row[cut]
        },
        "corporation": {
            (row["region"], part): float(value)
            for row in raw["corporation"]
            for part, value in row.items()
            if part != "region"
        },
    }


def _red_tape(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "red_tape_services": {row["service"]: float(row["share"]) for row in raw["services"]},
        "red_tape_regions": {row["region"]: float(row["share"]) for row in raw["regions"]},
    }


_READERS: Mapping[str, Callable[[Any], dict[str, Any]]] = {
    "forms": _forms,
    "services": _services,
    "republic": _republic,
    "bodies": _bodies,
    "regions": _regions,
    "red_tape": _red_tape,
}
