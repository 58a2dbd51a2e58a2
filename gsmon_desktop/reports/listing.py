"""Any list of the window as a file: an Excel sheet with filters, or CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.files import new_file
from gsmon_desktop.reports import style
from gsmon_desktop.reports.book import Book
from gsmon_desktop.reports.sheet import Layout, Sheet, Value, width

_LOOKED_AT = 200
"""Rows whose texts decide how wide the columns are."""


def write_list(to: Path, title: str, headings: Sequence[str], rows: Sequence[Sequence[Value]]) -> Path:
    """Writes headings and rows to a file, whole or not at all: .xlsx (sheet `title`) or .csv (UTF-8).

    Raises GsmonError ``report.not_table``, ``file.…``.
    """
    if to.suffix.lower() not in (".xlsx", ".csv"):
        raise GsmonError("report.not_table", str(to))
    with new_file(to, replace=True) as part:
        if to.suffix.lower() == ".csv":
            lines = io.StringIO(newline="")
            csv.writer(lines).writerows([headings, *rows])
            part.stream.write(lines.getvalue().encode("utf-8-sig"))
        else:
            with Book(part.stream) as book:
                _fill(book, title, headings, rows)
                book.save()
        part.place()
    return to


def _fill(book: Book, title: str, headings: Sequence[str], rows: Sequence[Sequence[Value]]) -> None:
    columns = zip(headings, *rows[:_LOOKED_AT], strict=True)
    widths = [width(str(value or "") for value in column) for column in columns]
    sheet = Sheet(book, title, Layout(widths, frozen="A2", repeated="1:1"))
    sheet.all(style.HEADING, headings)
    for row in rows:
        sheet.ready([sheet.safe(value) for value in row])
    sheet.filter(1, len(headings))
