"""Sheets of ratings and of further tables: the same rows as the window's, numbers as numbers."""

from __future__ import annotations

from gsmon_desktop import scoring
from gsmon_desktop.reference import published_tables
from gsmon_desktop.reports import style
from gsmon_desktop.reports.context import Context
from gsmon_desktop.reports.rating_tables import tables
from gsmon_desktop.reports.sheet import Sheet, Styled
from gsmon_desktop.reports.style import Look
from gsmon_desktop.reports.tables_of_scores import CHANGE, SCORE, SHARE, WHOLE, Sources, Table, Value

SHEETS = {
    "ratings": ("rating", "central", "local", "regions", "corporation"),
    "further": ("kinds", "marks", "costs", "profile", "terms", "sample"),
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
_WIDTHS = (12, 46, *([13] * 14))


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
    )
    found = tables(sources)
    for key, members in SHEETS.items():
        sheet = context.titled(key, _WIDTHS, frozen="")
        for table in (found[member] for member in members if member in found):
            _block(sheet, table)


def _block(sheet: Sheet, table: Table) -> None:
    """A table: its name, headings, rows. A first column of names stands where the long texts are."""
    narrow = _is_text(table, 1) and max(len(str(row[0])) for row in table.rows) <= _SHORT
    shift = [] if table.columns[0].kind == WHOLE or narrow else [None]
    sheet.add()
    sheet.add((table.title, Look(bold=True, size=12, colour=style.ACCENT)))
    sheet.all(style.HEADING, [*shift, *(column.heading for column in table.columns)])
    for row in table.rows:
        cells = [_cell(value, c.kind) for value, c in zip(row, table.columns, strict=True)]
        sheet.add(*shift, *cells)


def _is_text(table: Table, place: int) -> bool:
    return len(table.columns) > place and table.columns[place].kind not in _LOOKS


def _cell(value: Value, kind: str) -> Styled:
    """A text among numbers ("too few") keeps to the right and says so in grey."""
    if isinstance(value, str):
        return (value, style.NOTE if kind in _LOOKS else Look(wrap=True))
    return (value, _LOOKS.get(kind, style.PLAIN))
