"""Reads another year's figures from a file, CSV or Excel."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.files import new_file
from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.methodology.scores import Scores
from gsmon_desktop.methodology.yearly import Yearly, read_figures, write_figures


def figures_of_year(file: Path, catalogue: Catalogue) -> Yearly:
    """The figures of a .csv, or of the first sheet of an .xlsx, in the columns of `methodology.yearly`.

    Raises `GsmonError`: `figures.unreadable`, or one that names the row (see `read_figures`).
    """
    try:
        excel = file.suffix.lower() == ".xlsx"
        text = _sheet(file) if excel else file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError, BadZipFile, ParseError, KeyError, ValueError, TypeError) as error:
        raise GsmonError("figures.unreadable", str(file)) from error
    return read_figures(text, file.name, catalogue)


def write_figures_file(scores: Scores, edition: Edition, catalogue: Catalogue, to: Path) -> None:
    """Writes a year's own figures, unrounded, to a .csv that `figures_of_year` reads; ``file.…``."""
    with new_file(to, replace=True) as part:
        part.stream.write(write_figures(scores, edition, catalogue).encode("utf-8-sig"))
        part.place()


def _sheet(file: Path) -> str:
    from openpyxl import load_workbook  # a quarter of a second, and few need it

    page = load_workbook(io.BytesIO(file.read_bytes()), data_only=True).worksheets[0]
    lines = io.StringIO(newline="")
    writer = csv.writer(lines)
    for row in page.iter_rows(values_only=True):
        writer.writerow(["" if value is None else value for value in row])
    return lines.getvalue()
