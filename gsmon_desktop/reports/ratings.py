"""Sheets of ratings and of further tables: the same rows as the window's, numbers as numbers."""

from __future__ import annotations

from openpyxl.utils import get_column_letter

from gsmon_desktop import scoring
from gsmon_desktop.methodology.rounding import displayed
from gsmon_desktop.reference import published_tables
from gsmon_desktop.reports import style
from gsmon_desktop.reports.context import Context
from gsmon_desktop.reports.rating_tables import tables
from gsmon_desktop.reports.sheet import Sheet, Styled
from gsmon_desktop.reports.style import Look
from gsmon_desktop.reports.tables_of_scores import CHANGE, SCORE, SHARE, WHOLE, Sources, Table, Value

SHEETS = {
    "ratings": ("rating", "central", "local", "regions", "corporation"),
    "further": ("kinds", "marks", "costs", "profile", "terms", "sample", "mystery"),
}
"""Which tables stand on which sheet; red tape has its own (`reports.red_tape`)."""
_LOOKS = {
    WHOLE: style.WHOLES,
    SCORE: style.SCORES,
    SHARE: style.PERCENTS,
    CHANGE: Look(format="+0.00;-0.00;0.00"),
}
_SHORT = 24
"""Letters of a first column that may stand in the narrow one."""
_WIDTHS = (16, 46, *([15] * 14))


def write(context: Context) -> None:
    """Writes both sheets, tables one under the other; tables without answers are left out."""
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
    found = tables(sources)
    for key, members in SHEETS.items():
        sheet = context.titled(key, _WIDTHS, frozen="")
        for table in (found[member] for member in members if member in found):
            _block(context, sheet, table)


def _block(context: Context, sheet: Sheet, table: Table) -> None:
    """A table: its name, headings, rows. A first column of names stands where the long texts are."""
    narrow = _is_text(table, 1) and max(len(str(row[0])) for row in table.rows) <= _SHORT
    shift = [] if table.columns[0].kind == WHOLE or narrow else [None]
    sheet.add()
    sheet.add((table.title, Look(bold=True, size=12, colour=style.ACCENT)))
    sheet.all(style.HEADING, [*shift, *(column.heading for column in table.columns)])
    for row in table.rows:
        cells = [_cell(value, c.kind) for value, c in zip(row, table.columns, strict=True)]
        sheet.add(*shift, *cells)
    for place, column in enumerate(table.columns, len(shift) + 1):
        if column.rated and table.rows:
            letter = get_column_letter(place)
            first = f"{letter}{sheet.row - len(table.rows) + 1}"
            sheet.colour(f"{first}:{letter}{sheet.row}", context.band_rules(first))


def _is_text(table: Table, place: int) -> bool:
    return len(table.columns) > place and table.columns[place].kind not in _LOOKS


def _cell(value: Value, kind: str) -> Styled:
    """A text among numbers ("too few") keeps to the right and says so in grey; a change too small to
    be shown is none.
    """
    if isinstance(value, str):
        return (value, style.FEW if kind in _LOOKS else style.NAME)
    if kind == CHANGE and value is not None and not displayed(value):
        value = 0
    return (value, _LOOKS.get(kind, style.PLAIN))
