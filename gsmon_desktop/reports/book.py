"""An Excel file written straight into its zip, a sheet after the other: no temporary files, constant memory.

openpyxl makes everything but the rows (styles, charts, conditional formats, the parts of the file); it would
put every sheet into a readable file of the system's temporary folder first, where a killed program leaves it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from types import TracebackType
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

_LEVEL = 5
"""How hard to compress: one step below the usual is a third quicker and two per cent larger."""


_LONGEST_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f\s\U00010000-\U0010ffff]+")
"""What Excel forbids in the name of a sheet, and what it counts as two characters."""


def sheet_name(title: str, room: int = _LONGEST_NAME) -> str:
    """A title as Excel accepts it for a sheet: at most `room` characters, cut between words with "…"."""
    name = _NOT_IN_NAMES.sub(" ", title).strip(" '") or "–"
    if len(name) <= room:
        return name
    kept = name[: room - 1]
    words = kept.rpartition(" ")[0] if name[room - 1] != " " else kept
    return f"{(words if len(words) > room // 2 else kept).rstrip()}…"


class Book:
    """A workbook being written to `stream`. Sheets are finished in the order they are begun; then `save()`.

    A context manager: left early, it lets go of what it holds and what is in the stream is worth nothing.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self.workbook = Workbook(write_only=True)
        self._zip = ZipFile(stream, "w", ZIP_DEFLATED, allowZip64=True, compresslevel=_LEVEL)
        self._open: _Rows | None = None
        self._first: Any = None

    def __enter__(self) -> Book:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._open is not None:
            self._open.drop()
        with suppress(OSError, ValueError):
            self._zip.close()

    def sheet(self, title: str, *, first: bool = False) -> Any:
        """Begins a sheet and finishes the one before, on which openpyxl can set nothing any more.

        Its name is the title as far as Excel takes it, with a number where another sheet has it already.
        `first` puts it before all others, though it is written when they are.
        """
        self._finish()
        taken = {name.casefold() for name in self.workbook.sheetnames}
        name, number = sheet_name(title), 1
        while name.casefold() in taken:
            number += 1
            name = f"{sheet_name(title, _LONGEST_NAME - 1 - len(str(number)))} {number}"
        sheet = self.workbook.create_sheet(name)
        if first:
            self._first = sheet
        return sheet

    def write(self, sheet: Any, row: str) -> None:
        """Appends a row as XML to the sheet begun last."""
        if self._open is None:
            self._open = _Rows(self._zip, sheet, len(self.workbook.worksheets))
        self._open.entry.write(row.encode())

    def _finish(self) -> None:
        sheets = self.workbook.worksheets
        if not sheets or sheets[-1].closed:
            return
        if self._open is None:  # a sheet without rows
            self._open = _Rows(self._zip, sheets[-1], len(sheets))
        self._open.finish()
        self._open = None

    def save(self) -> None:
        """Finishes the last sheet and writes the other parts of the file."""
        self._finish()
        _Parts(self.workbook, self._zip, self._first).save()


class _Rows:
    """The zip entry of one sheet, open between what stands before its rows and what stands after them."""

    def __init__(self, archive: ZipFile, sheet: Any, number: int) -> None:
        self._sheet = sheet
        self.entry = archive.open(f"xl/worksheets/sheet{number}.xml", "w", force_zip64=True)
        self._writer: Any = WorksheetWriter(sheet, out=self.entry)
        sheet._writer = self._writer  # noqa: SLF001 - openpyxl has no public way
        self._writer.write_top()
        xml: Any = self._writer.xf.send(True)
        self._around = ExitStack()
        self._around.enter_context(xml.element("sheetData"))
        xml.write("\n")  # the start tag is complete now
        xml.flush()

    def finish(self) -> None:
        """Writes what stands after the rows, and closes the entry."""
        self._around.close()
        self._writer.xf.send(None)
        self._writer.write_tail()
        self._writer.close()
        self._sheet._WriteOnlyWorksheet__saved = True  # noqa: SLF001 - openpyxl has no public way
        self.entry.close()

    def drop(self) -> None:
        """Lets go of a sheet that will not be finished."""
        for close in (self._around.close, self._writer.close, self.entry.close):
            with suppress(OSError, ValueError, SyntaxError):  # SyntaxError: lxml misses an end tag
                close()


class _Parts(ExcelWriter):
    """openpyxl's writer of everything else; the sheets are in the archive already."""

    def __init__(self, workbook: Workbook, archive: ZipFile, first: Any) -> None:
        super().__init__(workbook, archive)
        self._first = first

    def write_worksheet(self, ws: Any) -> None:
        """Notes the sheet and its charts."""
        ws._drawing = SpreadsheetDrawing()  # noqa: SLF001 - as openpyxl's own does
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images  # noqa: SLF001
        ws._rels = ws._writer._rels  # noqa: SLF001
        self.manifest.append(ws)

    def _write_worksheets(self) -> None:
        """Numbers the sheets as they were written; only then one of them goes to the front."""
        super()._write_worksheets()  # type: ignore[misc]  # its types leave it out
        if self._first is not None:
            self.workbook.move_sheet(self._first.title, -self.workbook.index(self._first))


def row(number: int, cells: Iterable[tuple[str, str]], height: float = 0) -> str:
    """A row as XML from its cells as (column's letters, all of the cell after its address)."""
    tall = f' ht="{height}" customHeight="1"' if height else ""
    inside = "".join([f'<c r="{letters}{number}"{rest}' for letters, rest in cells])
    return f'<row r="{number}"{tall}>{inside}</row>'
