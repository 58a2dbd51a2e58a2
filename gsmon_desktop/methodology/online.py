"""Online monitoring: a table of aggregates (n, score, percent satisfied) by service, body or region.

The sheet comes from another system and is made by hand: columns are found by name, figures are read as
people write them ("4,87", "98,6%", "1 240"), totals rows are passed over. Whatever cannot be read is named
by its cell, and nothing is taken in part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.methodology.published import Figure
from gsmon_desktop.methodology.ratings import mean_figure

LEVELS = ("service", "body", "region")
_FIGURES = ("n", "score", "pct", "year")
_WORDS: Mapping[str, tuple[str, ...]] = {
    "service": ("услуга", "наименование услуги", "государственная услуга", "код услуги", "қызмет", "service"),
    "body": ("государственный орган", "госорган", "цго", "услугодатель", "мемлекеттік орган", "body"),
    "region": ("регион", "область", "мио", "өңір", "облыс", "region"),
    "n": ("количество", "кол-во", "респондент", "число", "анкет", "саны", "respondents", "n"),
    "score": ("балл", "оценка", "средний балл", "итоговый балл", "баға", "орташа балл", "score"),
    "pct": (
        *("уровень полной удовлетворенности", "уровень удовлетворенности", "удовлетворенность", "доля"),
        *("процент", "%", "қанағаттану", "үлесі", "satisfied"),
    ),
    "year": ("год", "жыл", "year"),
}
"""What a heading may begin with, by column."""
_TOTALS = ("итого", "всего", "общий итог", "среднее", "барлығы", "жиыны", "республика", "total")
_HEADING_ROWS = 30


@dataclass(frozen=True)
class Cell:
    """A cell: where it is ("B7"), what it holds, and whether its format shows percent."""

    address: str
    value: object
    percent: bool = False


@dataclass(frozen=True)
class Sheet:
    """A sheet's cells row by row and its merged ranges as (first row, last row, name), rows from 0."""

    name: str
    rows: Sequence[Sequence[Cell]]
    merged: Sequence[tuple[int, int, str]] = ()


@dataclass(frozen=True)
class OnlineFigure:
    """An aggregate: `n` respondents (None where not told), score 1 to 5, percent of full satisfaction."""

    n: int | None
    figure: Figure


@dataclass(frozen=True)
class Online:
    """A year's aggregates. `level` says what the keys of `rows` are: service, body or region."""

    level: str
    rows: Mapping[str, OnlineFigure]

    def figure(self, key: str) -> Figure | None:
        """The figure of one, None where there is none."""
        found = self.rows.get(key)
        return found.figure if found else None

    def of_bodies(self, catalogue: Catalogue) -> Online:
        """Aggregates by service as aggregates by body: the plain mean over the body's services."""
        by_body: dict[str, list[OnlineFigure]] = {}
        for key, row in self.rows.items():
            by_body.setdefault(catalogue.services[key].body, []).append(row)
        return Online(
            "body",
            {
                body: OnlineFigure(_sum(row.n for row in rows), mean_figure(row.figure for row in rows))
                for body, rows in by_body.items()
            },
        )


def _sum(numbers: Iterable[int | None]) -> int | None:
    found = list(numbers)
    return None if None in found else sum(n for n in found if n is not None)


def read_online(sheet: Sheet, source: str, catalogue: Catalogue, *, year: int) -> Online:
    """The aggregates of a year from a sheet. A column of years, where there is one, picks the rows.

    Raises `GsmonError`, each naming ``source: sheet!cell``: `online.heading` (no row with a key and a score),
    `online.twice` (two headings for one column), `online.merged`, `online.empty`, `online.number`,
    `online.range`, `online.fraction`, `online.year`, `online.repeated`, `online.unknown` (all of them), and
    `online.nothing` where no row of that year is left.
    """
    at, columns = _heading(sheet, source)
    _refuse_merged(sheet, source, at)
    level = next(level for level in LEVELS if level in columns)
    names = _names(level, catalogue)
    found: dict[str, tuple[OnlineFigure, str]] = {}
    unknown: list[str] = []
    for row in sheet.rows[at + 1 :]:
        cells = {column: row[index] for column, index in columns.items()}
        name, place = _plain(cells[level].value), f"{source}: {sheet.name}!"
        if all(_blank(cell) for cell in cells.values()) or name.startswith(_TOTALS):
            continue
        if not name:
            raise GsmonError("online.empty", place + cells[level].address)
        if "year" in cells and _year(cells["year"], place) != year:
            continue
        key = names.get(name)
        if key is None:
            unknown.append(f"{cells[level].address} «{str(cells[level].value).strip()}»")
            continue
        if key in found:
            raise GsmonError("online.repeated", place + cells[level].address, first=found[key][1])
        found[key] = (_figure(cells, place), cells[level].address)
    if unknown:
        raise GsmonError("online.unknown", f"{source}: {sheet.name}", names="; ".join(unknown))
    if not found:
        raise GsmonError("online.nothing", f"{source}: {sheet.name}", year=year)
    return Online(level, {key: figure for key, (figure, _) in found.items()})


# ------------------------------------------------------------------------------------ headings


def _heading(sheet: Sheet, source: str) -> tuple[int, dict[str, int]]:
    """The row of headings, and the index of each column in it; headings in two rows are refused as merged."""
    split = ""
    for at, row in enumerate(sheet.rows[:_HEADING_ROWS]):
        columns: dict[str, int] = {}
        for index, cell in enumerate(row):
            column = _column(_plain(cell.value)) if isinstance(cell.value, str) else None
            if column is None:
                continue
            if column in columns and {"score", "pct"} & set(columns):
                first = row[columns[column]].address
                raise GsmonError("online.twice", f"{source}: {sheet.name}!{cell.address}", first=first)
            columns.setdefault(column, index)
        if columns and not split:
            split = next((name for first, last, name in sheet.merged if first <= at <= last), "")
        if "score" in columns and any(level in columns for level in LEVELS):
            return at, columns
    if split:
        raise GsmonError("online.merged", f"{source}: {sheet.name}!{split}")
    raise GsmonError("online.heading", f"{source}: {sheet.name}")


def _column(heading: str) -> str | None:
    """The column a heading means: the one with the longest word it begins with."""
    fits = [
        (len(word), column)
        for column, words in _WORDS.items()
        for word in words
        if heading == word or (len(word) > 1 and heading.startswith(word))
    ]
    return max(fits)[1] if fits else None


def _refuse_merged(sheet: Sheet, source: str, at: int) -> None:
    """Merged cells over the heading are a title; in the heading and below they hide figures."""
    for _, last, name in sheet.merged:
        if last >= at:
            raise GsmonError("online.merged", f"{source}: {sheet.name}!{name}")


def _names(level: str, catalogue: Catalogue) -> dict[str, str]:
    """What a row may be called, as plain text -> key; official codes only where they name one service."""
    names: dict[str, str] = {}
    if level == "body":
        for key, body in catalogue.bodies.items():
            names |= dict.fromkeys(map(_plain, (key, *body.names.values())), key)
            names[_plain(body.names["ru"]).removesuffix(" республики казахстан")] = key
    elif level == "region":
        for key, region in catalogue.regions.items():
            names |= dict.fromkeys(map(_plain, (key, *region.names.values())), key)
            if region.kind == "city":
                names |= {f"{word} {_plain(region.names['ru'])}": key for word in ("г.", "город")}
    else:
        codes = [service.code for service in catalogue.services.values()]
        for key, service in catalogue.services.items():
            numbered = f"{service.no}. {service.name_ru}"
            own = (
                key,
                service.name_ru,
                numbered,
                *([service.code] if codes.count(service.code) == 1 else ()),
            )
            names |= dict.fromkeys((name for name in map(_plain, own) if name), key)
    return names


# ------------------------------------------------------------------------------------ cells


def _plain(value: object) -> str:
    """A text for comparing: lower case, ё as е, one space between words."""
    if value is None:
        return ""
    return " ".join(str(value).replace("\u00a0", " ").lower().replace("ё", "е").split())


def _blank(cell: Cell) -> bool:
    return not _plain(cell.value)


def _figure(cells: Mapping[str, Cell], place: str) -> OnlineFigure:
    score = _number(cells["score"], place)
    if not 1 <= score <= 5:
        raise _outside(cells["score"], place, "1–5")
    pct = _percent(cells["pct"], place) if "pct" in cells else None
    n = _number(cells["n"], place) if "n" in cells else None
    if n is not None and (n < 0 or n != int(n)):
        raise _outside(cells["n"], place, "0, 1, 2 …")
    return OnlineFigure(
        None if n is None else int(n), Figure(float(score), None if pct is None else float(pct))
    )


def _number(cell: Cell, place: str) -> Decimal:
    """A number as people write it: decimal comma or point, spaces between thousands."""
    if _blank(cell):
        raise GsmonError("online.empty", place + cell.address)
    text = re.sub(r"[\s\u00a0\u202f]", "", str(cell.value)).replace(",", ".")
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if isinstance(cell.value, bool) or not number.is_finite():
        raise GsmonError("online.number", place + cell.address, value=cell.value)
    return number


def _percent(cell: Cell, place: str) -> Decimal:
    """98.6 from 98.6, "98,6", "98,6%" and from 0.986 shown as percent; a bare 0.986 is refused."""
    text = str(cell.value).strip()
    signed = isinstance(cell.value, str) and text.endswith("%")
    value = _number(Cell(cell.address, text[:-1], cell.percent) if signed else cell, place)
    if cell.percent and not signed and not isinstance(cell.value, str):
        value *= 100
    elif not signed and 0 < value <= 1:
        raise GsmonError("online.fraction", place + cell.address, value=cell.value)
    if not 0 <= value <= 100:
        raise _outside(cell, place, "0–100 %")
    return value


def _year(cell: Cell, place: str) -> int:
    """2025 from 2025, "2025", "2025 г.", "2025 год"."""
    found = re.fullmatch(r"(\d{4})(?:\.0)?(?: ?(?:г\.?|год|ж\.?|жыл))?", _plain(cell.value))
    if found is None:
        raise GsmonError("online.year", place + cell.address, value=cell.value)
    return int(found[1])


def _outside(cell: Cell, place: str, allowed: str) -> GsmonError:
    return GsmonError("online.range", place + cell.address, value=cell.value, allowed=allowed)
