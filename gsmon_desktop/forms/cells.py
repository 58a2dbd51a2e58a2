"""Cells of a workbook that do not say what their author sees: formulas, merged cells, Excel's own errors."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms.sheets import Sheets

_READ = ("survey", "choices", "settings", "external_choices")
_EMPTY_ROWS, _EMPTY_COLUMNS = 60, 20
"""After a longer run of empty ones pyxform reads no further."""
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\b[^>]*\bref=["']([A-Z]+)(\d+):([A-Z]+)(\d+)["']""")
_BROKEN = re.compile(r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NULL!|NUM!)")


def errors(sheets: Sheets) -> Iterator[GsmonError]:
    """Cells that hold nothing usable: a formula never worked out, an error of Excel's."""
    for sheet in _READ:
        for number, row in enumerate(sheets.rows(sheet), 2):
            for header, value in row.items():
                if _BROKEN.fullmatch(str(value)):
                    yield GsmonError("form.cell_error", sheets.place(sheet, number, header), value=value)
    yield from _unread(sheets)
    for sheet, column, at, header in _formulas(sheets):
        if not _value(sheets, sheet, at, header):
            yield GsmonError("form.formula_empty", f"{sheet}!{column}{at}")


def warnings(sheets: Sheets) -> Iterator[GsmonError]:
    """Cells that read, but perhaps not as meant: formulas (their last value counts), merged cells (only the
    first of them has the value)."""
    for sheet, column, row, header in _formulas(sheets):
        value = _value(sheets, sheet, row, header)
        if value:
            yield GsmonError("form.formula", f"{sheet}!{column}{row}", value=value[:60])
    if not sheets.workbook:
        return
    with zipfile.ZipFile(io.BytesIO(sheets.workbook)) as archive:
        for sheet, file in _files(sheets):
            for found in _MERGED.finditer(archive.read(file)):
                first, top, last, bottom = (part.decode() for part in found.groups())
                yield GsmonError("form.merged", f"{sheet}!{first}{top}", range=f"{first}{top}:{last}{bottom}")


def _unread(sheets: Sheets) -> Iterator[GsmonError]:
    """Columns and rows behind a run of empty ones, where pyxform takes the sheet to be at its end."""
    if not sheets.workbook:
        return
    from openpyxl import load_workbook
    from openpyxl.utils import get_column_letter

    book = load_workbook(io.BytesIO(sheets.workbook), read_only=True, data_only=True)
    try:
        for sheet in book.worksheets:
            name = sheet.title.lower()
            headers = sheets.headers(name)
            for at, header in enumerate(sheets.true_headers(name) if headers else (), 1):
                if header and header not in headers:
                    place = f"{name}!{get_column_letter(at)}1"
                    yield GsmonError("form.unread_column", place, name=header, columns=_EMPTY_COLUMNS)
            read = len(sheets.rows(name)) + 1
            for number, row in enumerate(sheet.iter_rows(values_only=True) if headers else (), 1):
                if number > read and any(value not in (None, "") for value in row[: len(headers)]):
                    yield GsmonError("form.unread_rows", f"{name}!{number}", rows=_EMPTY_ROWS)
                    break
    finally:
        book.close()


def _value(sheets: Sheets, sheet: str, row: int, header: str) -> str:
    rows = sheets.rows(sheet)
    if row == 1:
        return header
    return str(rows[row - 2].get(header, "")) if row - 2 < len(rows) else ""


def _formulas(sheets: Sheets) -> Iterator[tuple[str, str, int, str]]:
    """Sheet, column, row and heading of every cell with a formula."""
    if not sheets.workbook:
        return
    from openpyxl import load_workbook
    from openpyxl.utils import get_column_letter

    book = load_workbook(io.BytesIO(sheets.workbook), read_only=True)
    try:
        for sheet in book.worksheets:
            name = sheet.title.lower()
            headers = sheets.true_headers(name)
            for row in sheet.iter_rows() if name in _READ else ():
                for cell in row:
                    if cell.data_type == "f":
                        at = int(cell.column or 1)
                        header = headers[at - 1] if at <= len(headers) else ""
                        yield name, get_column_letter(at), int(cell.row or 1), header
    finally:
        book.close()


def _files(sheets: Sheets) -> list[tuple[str, str]]:
    """The sheets that count, and their files in the workbook."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(sheets.workbook), read_only=True)
    try:
        pairs = [(sheet.title.lower(), vars(sheet).get("_worksheet_path", "")) for sheet in book.worksheets]
        return [pair for pair in pairs if pair[0] in _READ and pair[1]]
    finally:
        book.close()
