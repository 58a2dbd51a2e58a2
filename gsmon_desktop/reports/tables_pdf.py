"""Plain tables as a PDF: a heading each, figures right, the headings repeated on every page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, Spacer

from gsmon_desktop.reports import pdf
from gsmon_desktop.reports.tables_of_scores import TEXT, Table
from gsmon_desktop.reports.texts import Texts

_NAME, _LONG_NAME = 0.28, 0.35
"""The part of the width for a column of names, and of names that are long."""
_LONG = 30
"""Letters of a long name."""
_FOLLOWED = ParagraphStyle("Followed", parent=pdf.HEADING, keepWithNext=0)
"""A heading over a table that may go on on the next page: enough room is asked for with `CondPageBreak`."""
_MANY = 8
_LONGEST = 90
"""Letters of a name; the whole of it stands in the workbook."""


def write(
    to: Path,
    tables: Sequence[Table],
    *,
    title: str,
    subtitle: str,
    texts: Texts,
    made: datetime,
    progress: pdf.Progress | None = None,
) -> Path:
    """Writes tables on landscape A4. Raises GsmonError ``file.…``."""
    size = landscape(A4)
    story: list[Flowable] = [pdf.text(title, pdf.TITLE), pdf.text(subtitle, pdf.SUBTITLE)]
    if not tables:
        story.append(pdf.text(texts("field.nothing"), pdf.NOTE))
    for table in tables:
        story += _table(table, texts, pdf.room(size))
    foot = texts("document.foot", title=title, made=made.strftime("%d.%m.%Y %H:%M"))
    return pdf.write(to, story, title=title, foot=foot, size=size, progress=progress)


def _table(table: Table, texts: Texts, room: float) -> Iterator[Flowable]:
    heads, *rows = table.texts()
    right = [place for place, column in enumerate(table.columns) if column.kind != TEXT]
    names = len(heads) - len(right)
    long = any(len(row[0]) > _LONG for row in rows)
    part = 0.4 if len(heads) <= 4 else _LONG_NAME if long else _NAME
    name = room * part / max(names, 1)
    figure = min((room - name * names) / max(len(right), 1), 32 * mm)
    widths = [figure if place in right else name for place in range(len(heads))]
    yield CondPageBreak(35 * mm)
    yield pdf.text(table.title, _FOLLOWED)
    short = [
        [texts.localised(cell) if place in right else _cut(cell) for place, cell in enumerate(row)]
        for row in rows
    ]
    total = len(rows) if table.totalled else 0
    made = pdf.grid(heads, short, widths, right=right, dense=len(heads) > _MANY, strong=(total,))
    made.hAlign = "LEFT"
    yield made
    yield Spacer(0, 6)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
