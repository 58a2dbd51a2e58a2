"""Counts: the one small table every score is made of. Counts of two workspaces add."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.methodology.fields import Record, csv_records

DONT_KNOW = "dk"
SCORES = ("1", "2", "3", "4", "5")
ANSWERS = (*SCORES, DONT_KNOW)
COLUMNS = ("region", "service", "form", "place", "item", "score", "count")


class Key(NamedTuple):
    """What is counted. `place` (and, in an unfinished workspace, `region`) may be empty; `score` is 1 to 5
    or dk.
    """

    region: str
    service: str
    form: str
    place: str
    item: str
    score: str


Counts = Mapping[Key, int]


class Cell(NamedTuple):
    """Who was asked what: see `Key`."""

    region: str
    service: str
    form: str
    place: str


Cells = Mapping[Cell, Mapping[str, list[int]]]
"""The same counts gathered: for each cell and item n(1) … n(5), n(dk). What scores are computed from."""


def gathered(counts: Counts) -> dict[Cell, dict[str, list[int]]]:
    """Counts by cell and item."""
    found: dict[Cell, dict[str, list[int]]] = {}
    for (region, service, form, place, item, score), n in counts.items():
        cell = found.setdefault(Cell(region, service, form, place), {})
        cell.setdefault(item, [0] * len(ANSWERS))[ANSWERS.index(score)] += n
    return found


def spread(cells: Cells) -> dict[Key, int]:
    """Gathered counts by key, without zeros."""
    return {
        Key(*cell, item, score): n
        for cell, items in cells.items()
        for item, answers in items.items()
        for score, n in zip(ANSWERS, answers, strict=True)
        if n
    }


def add(*tables: Counts) -> dict[Key, int]:
    """The sum of tables: the counts of all their interviews together."""
    total: dict[Key, int] = {}
    for table in tables:
        for key, n in table.items():
            total[key] = total.get(key, 0) + n
    return total


def read_csv(text: str, source: str, edition: Edition, catalogue: Catalogue) -> dict[Key, int]:
    """Counts from the CSV of cli.md (`region,service,form,place,item,score,count`); rows of one key add.

    Raises `GsmonError` (`reference.columns`, `.row`, `.missing_field`, `.field`) naming the file, the row
    and the field: an unknown region, service, form, place or item, an item not asked in that form, a
    score outside 1 to 5 and dk, a count that is no whole number from 0 up.
    """
    total: dict[Key, int] = {}
    for record in csv_records(text, source, COLUMNS):
        key, n = _row(record, edition, catalogue)
        total[key] = total.get(key, 0) + n
    return total


def _row(record: Record, edition: Edition, catalogue: Catalogue) -> tuple[Key, int]:
    form = record.choice("form", edition.forms)
    item = record.choice("item", edition.items)
    if form not in edition.items[item].zones:
        raise record.wrong("item", item, ", ".join(other.id for other in edition.items_of(form)))
    key = Key(
        region=record.choice("region", catalogue.regions),
        service=record.choice("service", catalogue.services),
        form=form,
        place=record.choice("place", edition.places, empty=True),
        item=item,
        score=record.choice("score", ANSWERS),
    )
    return key, record.whole("count")


class _Lines:
    """Catches what `csv.writer` writes, a line at a time."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def write(self, line: str) -> None:
        self.lines.append(line)


def write_csv(counts: Counts) -> Iterator[str]:
    """The lines of the CSV of `counts`, sorted by key, zero counts left out."""
    caught = _Lines()
    writer = csv.writer(caught, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows((*key, n) for key, n in sorted(counts.items()) if n)
    return iter(caught.lines)
