"""Checked reading of one record of a data file: every complaint names file, record and field."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from gsmon_desktop.errors import LANGUAGES, GsmonError

Names = Mapping[str, str]
"""A name by language: ru, kk, en."""


@dataclass(frozen=True)
class Record:
    """A record's raw values and the place it stands at (`services.csv: row 14`).

    Every reader raises `GsmonError("reference.missing_field")` where the field is absent or empty, and
    `GsmonError("reference.field")` where its value is of the wrong kind.
    """

    place: str
    values: Mapping[str, object]

    def text(self, field: str, *, empty: bool = False) -> str:
        """A text; an empty one only where `empty` allows it."""
        value = self.values.get(field, "")
        if not isinstance(value, str):
            raise self.wrong(field, value, "text")
        value = value.strip()
        if not value and not empty:
            raise self.missing(field)
        return value

    def choice(self, field: str, allowed: Collection[str], *, empty: bool = False) -> str:
        """A text out of `allowed`."""
        value = self.text(field, empty=empty)
        if value and value not in allowed:
            raise self.wrong(field, value, ", ".join(allowed))
        return value

    def choices(self, field: str, allowed: Collection[str], *, separator: str = "|") -> tuple[str, ...]:
        """Several texts out of `allowed`, from a list or from one text with separators."""
        value = self.values.get(field, "")
        parts = value if isinstance(value, list) else [p for p in str(value).split(separator) if p]
        for part in parts:
            if part not in allowed:
                raise self.wrong(field, part, ", ".join(allowed))
        return tuple(str(part) for part in parts)

    def whole(self, field: str) -> int:
        """A whole number from 0 up, as a number or in digits."""
        value = self.values.get(field, "")
        text = str(value).strip()
        if not text:
            raise self.missing(field)
        if isinstance(value, bool) or not (text.isascii() and text.isdigit()):
            raise self.wrong(field, value, "0, 1, 2 …")
        return int(text)

    def number(self, field: str) -> Decimal:
        """A decimal number from 0 up."""
        value = self.values.get(field, "")
        text = str(value).strip()
        if not text:
            raise self.missing(field)
        if isinstance(value, bool) or not text.isascii() or not text.replace(".", "", 1).isdigit():
            raise self.wrong(field, value, "0.0 …")
        return Decimal(text)

    def table(self, field: str) -> Record:
        """A nested table of a toml file; an absent one is empty."""
        value = self.values.get(field, {})
        if not isinstance(value, Mapping):
            raise self.wrong(field, value, "table")
        return Record(f"{self.place}: {field}", value)

    def names(self) -> Names:
        """The table `names` with a text for every language."""
        table = self.table("names")
        return {language: table.text(language) for language in LANGUAGES}

    def missing(self, field: str) -> GsmonError:
        """The failure of an absent field."""
        return GsmonError("reference.missing_field", f"{self.place}: {field}")

    def wrong(self, field: str, value: object, allowed: str) -> GsmonError:
        """The failure of a value that does not fit."""
        return GsmonError("reference.field", f"{self.place}: {field}", value=value, allowed=allowed)


def csv_records(text: str, source: str, columns: Sequence[str]) -> Iterator[Record]:
    """The rows of a CSV text as records, their place naming the line as an editor counts (the heading is 1).

    Cells stand between commas, or the semicolons or tabs of Excel where the heading has no comma.
    Raises `GsmonError("reference.columns")` where a column is missing and `GsmonError("reference.row")` where
    a row has more or fewer cells than the heading or breaks CSV's quoting.
    """
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)
    delimiter = next((mark for mark in ",;\t" if lines and mark in lines[0]), ",")
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        heading = [cell.strip() for cell in next(reader, [])]
        missing = [column for column in columns if column not in heading]
        if missing:
            raise GsmonError("reference.columns", source, columns=", ".join(missing))
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            place = f"{source}:{reader.line_num}"
            if len(cells) != len(heading):
                raise GsmonError("reference.row", place)
            yield Record(place, dict(zip(heading, cells, strict=True)))
    except csv.Error as error:
        raise GsmonError("reference.row", f"{source}:{reader.line_num}") from error
