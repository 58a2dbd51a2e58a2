"""Reads the online monitoring's aggregates from an Excel file."""

from __future__ import annotations

import io
from pathlib import Path
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.methodology.online import Cell, Online, Sheet, read_online


def online_monitoring(file: Path, catalogue: Catalogue, *, year: int) -> Online:
    """The aggregates of the first sheet of an .xlsx file, for one year.

    Raises `GsmonError`: `online.unreadable`, or one that names the cell (see `read_online`).
    """
    return read_online(_sheet(file), file.name, catalogue, year=year)


def _sheet(file: Path) -> Sheet:
    from openpyxl import load_workbook  # a quarter of a second, and few need it

    try:
        book = load_workbook(io.BytesIO(file.read_bytes()), data_only=True)
    except (OSError, BadZipFile, ParseError, KeyError, ValueError, TypeError, AttributeError) as error:
        raise GsmonError("online.unreadable", str(file)) from error
    page = book.worksheets[0]
    rows = [
        [Cell(cell.coordinate, cell.value, "%" in str(cell.number_format)) for cell in row]
        for row in page.iter_rows()
    ]
    merged = [(area.min_row - 1, area.max_row - 1, area.coord) for area in page.merged_cells.ranges]
    return Sheet(page.title, rows, merged)
