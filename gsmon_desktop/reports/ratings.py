"""A sheet for each rating and further table: the same rows as the window's, numbers as numbers."""

from __future__ import annotations

from openpyxl.utils import get_column_letter

from gsmon_desktop import scoring
from gsmon_desktop.methodology.rounding import displayed
from gsmon_desktop.reference import published_tables
from gsmon_desktop.reports import style
from gsmon_desktop.reports.context import Context
from gsmon_desktop.reports.rating_tables import MAKERS
from gsmon_desktop.reports.sheet import Sheet, Styled, width
from gsmon_desktop.reports.style import Look
from gsmon_desktop.reports.tables_of_scores import CHANGE, SCORE, SHARE, WHOLE, Sources, Table, Value

SHEETS = {
    "rating_services": "rating",
    "rating_central": "central",
    "rating_local": "local",
    "rating_regions": "regions",
    "corporation": "corporation",
    "kinds": "kinds",
    "marks": "marks",
    "costs": "costs",
    "profile": "profile",
    "terms": "terms",
    "sample": "sample",
    "mystery": "mystery",
}
"""Sheets of one table each, to be filtered and sorted; red tape's is `reports.red_tape`."""
_LOOKS = {
    WHOLE: style.WHOLES,
    SCORE: style.SCORES,
    SHARE: style.PERCENTS,
    CHANGE: Look(format="+0.00;-0.00;0.00"),
}
_RANK, _NAME, _FIGURE, _WORDS = 8.0, 60.0, 16.0, 44.0
TOP = 4
"""The row of the headings of a sheet with one table."""


def write(context: Context) -> None:
    """Writes a sheet a table."""
    sources = Sources(
        context.scores,
        scoring.fact_scores(context.ws, context.edition, context.catalogue),
        context.edition,
        context.catalogue,
        published_tables(),
        context.texts.language,
        before=context.compared.before,
        all_cuts=context.compared.all_cuts,
        mystery=scoring.mystery_scores(context.ws, context.catalogue),
    )
    for key, name in SHEETS.items():
        _whole(context, key, MAKERS[name](sources))


def _whole(context: Context, key: str, table: Table) -> None:
    """A sheet with one table: headings stay in sight and filter all rows but the total's."""
    ranked = table.columns[0].kind == WHOLE
    sheet = context.titled(key, _widths(table), frozen=f"{'C' if ranked else 'B'}{TOP + 1}")
    sheet.all(style.HEADING, [column.heading for column in table.columns])
    if not table.rows:
        sheet.add((context.texts("workbook.no_rows"), style.NOTE))
        return
    _rows(context, sheet, table)
    sheet.filter(TOP, len(table.columns), last=sheet.row - (table.keys[-1:] == (("", ""),)))


def _widths(table: Table) -> list[float]:
    """Ranks narrow, figures alike, texts as they need up to a limit; the first one has the most room."""
    found: list[float] = []
    most = _NAME
    for place, column in enumerate(table.columns):
        if column.kind in _LOOKS:
            found.append(_RANK if place == 0 else _FIGURE)
        else:
            texts = [column.heading, *(str(row[place]) for row in table.rows)]
            found.append(max(_FIGURE, width(texts, most=most)))
            most = _WORDS
    return found


def _rows(context: Context, sheet: Sheet, table: Table) -> None:
    """The rows, scores coloured by their bands."""
    for row in table.rows:
        sheet.add(*(_cell(value, c.kind) for value, c in zip(row, table.columns, strict=True)))
    for place, column in enumerate(table.columns, 1):
        if column.rated:
            letter = get_column_letter(place)
            first = f"{letter}{sheet.row - len(table.rows) + 1}"
            sheet.colour(f"{first}:{letter}{sheet.row}", context.band_rules(first))


def _cell(value: Value, kind: str) -> Styled:
    """A text among numbers ("too few") keeps to the right and says so in grey; a change too small to
    be shown is none.
    """
    if isinstance(value, str):
        return (value, style.FEW if kind in _LOOKS else style.NAME)
    if kind == CHANGE and value is not None and not displayed(value):
        value = 0
    return (value, _LOOKS.get(kind, style.PLAIN))
