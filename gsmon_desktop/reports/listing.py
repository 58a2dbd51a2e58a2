"""Any list of the window as a file: an Excel sheet with filters, or CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.files import new_file
from gsmon_desktop.reports import style
from gsmon_desktop.reports.book import Book
from gsmon_desktop.reports.sheet import Layout, Sheet, Value, width

_LOOKED_AT = 200
"""Rows whose texts decide how wide the columns are."""


def write_list(to: Path, title: str, headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> Path:
    """Writes headings and rows to a file, whole or not at all: .xlsx (sheet `title`) or .csv (UTF-8).

    Rows are taken one by one: any number of them fits. Raises GsmonError ``report.not_table``, ``file.…``
    and whatever `rows` raises.
    """
    if to.suffix.lower() not in (".xlsx", ".csv"):
        raise GsmonError("report.not_table", str(to))
    with new_file(to, replace=True) as part:
        if to.suffix.lower() == ".csv":
            text = io.TextIOWrapper(part.stream, encoding="utf-8-sig", newline="", write_through=True)
            csv.writer(text).writerows(chain([headings], rows))
            text.detach()
        else:
            with Book(part.stream) as book:
                _fill(book, title, headings, iter(rows))
                book.save()
        part.place()
    return to


def _fill(book: Book, title: str, headings: Sequence[str], rows: Iterator[Sequence[Value]]) -> None:
    first = list(islice(rows, _LOOKED_AT))
    widths = [width(str(value or "") for value in column) for column in zip(headings, *first, strict=True)]
    sheet = Sheet(book, title, Layout(widths, frozen="A2", repeated="1:1"))
    sheet.all(style.HEADING, headings)
    for row in chain(first, rows):
        sheet.ready([sheet.safe(value) for value in row])
    sheet.filter(1, len(headings))
