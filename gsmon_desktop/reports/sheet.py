"""One sheet of a workbook written from the top down, whatever its length, in constant memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any
from xml.sax.saxutils import escape

from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.formatting.rule import DataBar, FormatObject, Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.pagebreak import Break

from gsmon_desktop.reports import style
from gsmon_desktop.reports.book import Book, row
from gsmon_desktop.reports.style import Look

Value = str | int | float | datetime | date | time | None
Styled = tuple[Value, Look]

NARROWEST, WIDEST = 6.0, 60.0
_RISKY = frozenset("=+-@#\t\r")
"""A text beginning so could be taken for a formula or an error value."""
_DATES: dict[type, Look] = {datetime: style.MOMENTS, date: style.DAYS, time: style.TIMES}
_LONGEST = 32_767
_A4 = 9
_LINE = 15.0
"""Points of a line of text."""
_BOLD = 1.12
"""How much wider bold text runs."""
_MOST_LINES = 12


@dataclass(frozen=True)
class Layout:
    """What must be known before the first row: widths in characters, what stays in sight, how it prints.

    `frozen` is the first cell that scrolls ("C3"); `wide` prints across.
    """

    widths: Sequence[float]
    frozen: str = ""
    wide: bool = True
    tab: str = ""
    fitted: bool = True
    """Shrunk in print so that all columns stand on one page."""
    repeated: str = ""
    """Rows printed on every page: "1:2"."""
    first: bool = False
    """Stands before all other sheets, though it is written after them."""


@dataclass
class Sheet:
    """A sheet being written. `row` is the number of the last row."""

    book: Book
    title: str
    layout: Layout
    row: int = 0
    _looks: dict[Look, str] = field(default_factory=dict)
    """A look's number in the file's styles, ready to be written."""

    def __post_init__(self) -> None:
        self.sheet: Any = self.book.sheet(self.title, first=self.layout.first)
        self._letters: list[str] = []
        for number, width in enumerate(self.layout.widths, 1):
            self.sheet.column_dimensions[get_column_letter(number)].width = min(WIDEST, max(NARROWEST, width))
        if self.layout.frozen:
            self.sheet.freeze_panes = self.layout.frozen
        if self.layout.tab:
            self.sheet.sheet_properties.tabColor = self.layout.tab
        self.sheet.page_setup.orientation = "landscape" if self.layout.wide else "portrait"
        self.sheet.page_setup.paperSize = (
            self.sheet.PAPERSIZE_A4 if hasattr(self.sheet, "PAPERSIZE_A4") else "9"
        )
        self.sheet.sheet_properties.pageSetUpPr.fitToPage = self.layout.fitted
        self.sheet.page_setup.fitToHeight = 0
        margins = self.sheet.page_margins
        margins.left = margins.right = 0.4
        margins.top = margins.bottom = 0.5
        if self.layout.repeated:
            self.sheet.print_title_rows = self.layout.repeated

    def add(self, *values: Value | Styled) -> int:
        """Adds a row of values, each alone or with its look; returns the row's number."""
        height = lines * _LINE if (lines := self._lines(values)) > 1 else 0
        return self.ready([self._cell(value) for value in values], height)

    def all(self, look: Look, values: Iterable[Value]) -> int:
        """Adds a row in which every cell looks the same."""
        return self.add(*((value, look) for value in values))

    def _lines(self, values: Sequence[Value | Styled]) -> int:
        """How many lines the row needs: not every program works it out by itself."""
        most = 1
        for value, across in zip(values, self.layout.widths, strict=False):
            if isinstance(value, tuple) and value[1].wrap and isinstance(value[0], str):
                room = min(WIDEST, max(NARROWEST, across)) / (_BOLD if value[1].bold else 1.0) - 1
                most = max(most, sum(_wrapped(line, room) for line in value[0].split("\n")))
        return min(most, _MOST_LINES)

    def ready(self, cells: Sequence[str | None], height: float = 0) -> int:
        """Adds a row of cells made by `safe` before: the quick way for long tables."""
        self.row += 1
        while len(self._letters) < len(cells):
            self._letters.append(get_column_letter(len(self._letters) + 1))
        kept = [(at, cell) for at, cell in zip(self._letters, cells, strict=False) if cell is not None]
        self.book.write(self.sheet, row(self.row, kept, height))
        return self.row

    def safe(self, value: Value | Styled) -> str | None:
        """A value as a cell ready to be written, again and again if need be; None for no cell.

        A text that could be taken for a formula and a date have the look they need.
        """
        if isinstance(value, str) and value[:1] in _RISKY:
            return self._cell((value, style.TEXT))
        if isinstance(value, tuple):
            return self._cell(value)
        return self._cell((value, _DATES[type(value)]) if type(value) in _DATES else value)

    def filter(self, first: int, columns: int, last: int | None = None) -> None:
        """Gives the heading row `first` filter buttons over everything down to `last`."""
        self.sheet.auto_filter.ref = f"A{first}:{get_column_letter(columns)}{max(first, last or self.row)}"

    def colour(self, area: str, rules: Sequence[tuple[str, str]]) -> None:
        """Colours cells by conditions: (formula for the area's first cell, fill), the first that holds."""
        for formula, fill in rules:
            painted = PatternFill("solid", start_color=fill, end_color=fill)
            rule = Rule(
                type="expression", formula=[formula], stopIfTrue=True, dxf=DifferentialStyle(fill=painted)
            )
            self.sheet.conditional_formatting.add(area, rule)

    def link(self, cell: str, name: str) -> None:
        """Makes a cell ("A5") lead to the top of the sheet of that name in the same file."""
        quoted = name.replace("'", "''")
        place = Hyperlink(ref=cell, location=f"'{quoted}'!A1", display=name)
        self.sheet._hyperlinks.append(place)  # noqa: SLF001 - openpyxl has no public way without a cell

    def new_page(self, row: int) -> None:
        """Begins a new page at `row` in print."""
        self.sheet.row_breaks.append(Break(id=row - 1))

    def bars(self, area: str, colour: str) -> None:
        """Draws shares (0 to 1) as bars behind their figures."""
        bar = DataBar(cfvo=[FormatObject("num", 0), FormatObject("num", 1)], color=colour)
        self.sheet.conditional_formatting.add(area, Rule(type="dataBar", dataBar=bar))

    def _cell(self, value: Value | Styled) -> str | None:
        content, look = value if isinstance(value, tuple) else (value, style.PLAIN)
        if isinstance(content, str):
            content = clean(content)
            if content[:1] in _RISKY:
                look = replace(look, text=True)
        if content is None and look == style.PLAIN:
            return None
        number = self._number(look)
        if content is None or content == "":
            return f"{number}/>"
        if isinstance(content, str):
            return f'{number} t="inlineStr"><is><t xml:space="preserve">{escape(content)}</t></is></c>'
        figure = content if isinstance(content, int | float) else to_excel(content)  # type: ignore[no-untyped-call]
        return f"{number}><v>{figure}</v></c>"

    def _number(self, look: Look) -> str:
        """The look's number in the file's styles as an attribute: working it out once makes rows quick."""
        if look not in self._looks:
            model = WriteOnlyCell(self.sheet)
            model.font = style.font(look)
            model.fill = style.fill(look)
            model.alignment = style.alignment(look)
            model.border = style.border(look)
            model.number_format = look.format
            model.quotePrefix = look.text
            self._looks[look] = f' s="{model.style_id}"' if model.has_style else ""
        return self._looks[look]


def clean(text: str) -> str:
    """A text as a sheet may hold it: without control characters, at most as long as a cell."""
    if text.isprintable() and len(text) <= _LONGEST:
        return text
    return ILLEGAL_CHARACTERS_RE.sub("", text)[:_LONGEST]


def width(texts: Iterable[str], *, most: float = WIDEST) -> float:
    """A column width in characters that shows these texts, up to `most`."""
    longest = max((len(line) for text in texts for line in text.split("\n")), default=0)
    return min(most, longest * 1.05 + 2)


def _wrapped(text: str, room: float) -> int:
    """Lines a text takes when it is broken between words at `room` characters."""
    lines, used = 1, 0
    for word in text.split():
        if used and used + 1 + len(word) > room:
            lines, used = lines + 1, 0
        used += len(word) + (1 if used else 0)
        while used > room:
            lines, used = lines + 1, used - int(max(room, 1))
    return lines
