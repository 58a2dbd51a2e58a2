"""PDF documents of one look: fonts with Kazakh letters, styles, tables, pages numbered "2 / 7"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from html import escape
from itertools import zip_longest
from pathlib import Path
from textwrap import wrap
from typing import Any, BinaryIO

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table, TableStyle

from gsmon_desktop.files import new_file
from gsmon_desktop.paths import resources
from gsmon_desktop.reports import style
from gsmon_desktop.reports.pdf_file import ObjectFile

Progress = Callable[[int, int], None]
"""Called with pages (or other steps) done and all there are, as far as known; may raise to cancel."""

rl_config.useA85 = 0  # pictures as they are, not as text a quarter longer

FONT, BOLD, ITALIC, SIGNS, MATH = "NotoSans", "NotoSans-Bold", "NotoSans-Italic", "NotoSigns", "NotoMath"
_FILES = {
    FONT: "NotoSans-Regular",
    BOLD: "NotoSans-Bold",
    ITALIC: "NotoSans-Italic",
    SIGNS: "NotoSansSymbols2-Signs",
    MATH: "NotoSansMath-Signs",
}
MARGIN = 18 * mm
_PIECE_LINES, _LINE_LETTERS = 12, 30
_PIECE_LETTERS = 300
"""A page has room for sixty lines."""
_PADDING = 6
"""Points the library keeps free inside its frames."""
ACCENT, GREY, LINE, PALE = (
    HexColor(f"#{each}") for each in (style.ACCENT, style.GREY, style.LINE, style.PALE)
)
STRIPE = HexColor("#F4F7FA")
BAND_COLOURS = tuple(HexColor(f"#{fill}") for fill in style.BAND_FILLS)
SCORE_COLOURS = tuple(HexColor(f"#{fill}") for fill in style.SCORE_COLOURS)


@cache
def fonts() -> dict[int, str]:
    """Makes the shipped fonts known to the library; returns letters FONT lacks and their font."""
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(resources() / "fonts" / f"{file}.ttf")))
    pdfmetrics.registerFontFamily(FONT, normal=FONT, bold=BOLD, italic=ITALIC, boldItalic=BOLD)
    plain = _letters(FONT)
    return {letter: name for name in (MATH, SIGNS) for letter in _letters(name) - plain}


def _letters(name: str) -> frozenset[int]:
    font: Any = pdfmetrics.getFont(name)
    return frozenset(font.face.charToGlyph)


def _style(name: str, size: float, **more: Any) -> ParagraphStyle:
    return ParagraphStyle(
        name, fontName=more.pop("font", FONT), fontSize=size, leading=more.pop("leading", size * 1.32), **more
    )


TITLE = _style("title", 18, font=BOLD, textColor=ACCENT, spaceAfter=2)
SUBTITLE = _style("subtitle", 10.5, textColor=GREY, spaceAfter=8)
HEADING = _style("heading", 12.5, font=BOLD, textColor=ACCENT, spaceBefore=12, spaceAfter=4, keepWithNext=1)
BODY = _style("body", 9.5, spaceAfter=3)
CELL = _style("cell", 9)
STRONG = _style("strong", 9, font=BOLD)
HEAD = _style("head", 8.5, font=BOLD, textColor=HexColor("#FFFFFF"))
HEAD_RIGHT = _style("head_right", 8.5, font=BOLD, textColor=HexColor("#FFFFFF"), alignment=TA_RIGHT)
DENSE = _style("dense", 6.5, font=BOLD, textColor=HexColor("#FFFFFF"))
DENSE_RIGHT = _style("dense_right", 6.5, font=BOLD, textColor=HexColor("#FFFFFF"), alignment=TA_RIGHT)
SMALL = _style("small", 8, textColor=GREY)
NOTE = _style("note", 8.5, font=ITALIC, textColor=GREY, spaceAfter=4)
RIGHT = _style("right", 9, alignment=TA_RIGHT)
STRONG_RIGHT = _style("strong_right", 9, font=BOLD, alignment=TA_RIGHT)
CENTRE = _style("centre", 9, alignment=TA_CENTER)
CAPTION = _style("caption", 9.5, font=BOLD, spaceBefore=3)


def markup(text: str) -> str:
    """A text as the library's markup: escaped, lines kept, signs in the font that has them."""
    signs = fonts()
    parts = []
    for letter in text:
        if name := signs.get(ord(letter)):
            parts.append(f'<font name="{name}">{letter}</font>')
        else:
            parts.append("<br/>" if letter == "\n" else escape(letter))
    return "".join(parts)


def rich(content: str, look: ParagraphStyle = BODY) -> Paragraph:
    """A paragraph of the library's markup; what comes from people goes through `markup` first."""
    return Paragraph(content, look)


def text(content: str, look: ParagraphStyle = BODY) -> Paragraph:
    """A paragraph of plain text."""
    return Paragraph(markup(content), look)


def facts(pairs: Sequence[tuple[str, str]], width: float) -> Table:
    """Names and values in two columns, without lines."""
    rows = [[text(name, SMALL), text(value, CELL)] for name, value in pairs]
    return lines(rows, [width * 0.3, width * 0.7])


def lines(rows: Sequence[Sequence[Flowable]], widths: Sequence[float]) -> Table:
    """Rows without a heading, a hair line under each; one higher than a page goes on overleaf."""
    made = Table([list(row) for row in rows], colWidths=list(widths), splitInRow=1)
    made.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("TOPPADDING", (0, 0), (-1, -1), 2),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE),
            ]
        )
    )
    return made


def grid(
    heads: Sequence[str],
    rows: Sequence[Sequence[Any]],
    widths: Sequence[float],
    *,
    right: Sequence[int] = (),
    dense: bool = False,
    strong: Sequence[int] = (),
) -> Table:
    """A table with a coloured heading repeated on every page; `right` are the columns of figures.

    Cells are texts or the library's flowables, no row higher than a page (see `spread`); `dense` has small
    headings for many columns; `strong` are rows in bold, counted from 1.
    """
    plain, figures = (DENSE, DENSE_RIGHT) if dense else (HEAD, HEAD_RIGHT)
    head = [text(each, figures if place in right else plain) for place, each in enumerate(heads)]
    body = [
        [text(cell, styles[place in right]) if isinstance(cell, str) else cell
         for place, cell in enumerate(row)]
        for number, row in enumerate(rows, 1)
        for styles in ((STRONG, STRONG_RIGHT) if number in strong else (CELL, RIGHT),)
    ]  # fmt: skip
    made = Table([head, *body], colWidths=list(widths), repeatRows=1)
    made.setStyle(
        TableStyle(
            [
                ("BACKGROUND", (0, 0), (-1, 0), ACCENT),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("TOPPADDING", (0, 0), (-1, -1), 3),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
                ("ROWBACKGROUNDS", (0, 1), (-1, -1), (Color(1, 1, 1), STRIPE)),
                ("LINEBELOW", (0, 0), (-1, -1), 0.3, LINE),
                ("LEFTPADDING", (0, 0), (-1, -1), 3 if dense else 6),
                ("RIGHTPADDING", (0, 0), (-1, -1), 3 if dense else 6),
                ("LEFTPADDING", (1, 0), (-1, 0), 0 if dense else 6),
            ]
        )
    )
    return made


def pieces(content: str) -> Iterator[str]:
    """A text in parts that each find room on a page, in a column as wide as two fifths of it or wider."""
    part: list[str] = []
    room = _PIECE_LINES
    for line in content.split("\n"):
        for stretch in wrap(line, _PIECE_LETTERS, replace_whitespace=False) or [""]:
            need = len(stretch) // _LINE_LETTERS + 1
            if need > room and part:
                yield "\n".join(part)
                part, room = [], _PIECE_LINES
            part.append(stretch)
            room -= need
    yield "\n".join(part)


def spread(row: Sequence[str]) -> Iterator[list[str]]:
    """A row of texts for `grid`, as so many rows as its longest text needs."""
    for parts in zip_longest(*map(pieces, row), fillvalue=""):
        yield list(parts)


class _Pages(Canvas):
    """Keeps pages until their number is known, then writes "page / pages" and the foot under each.
    Pictures are not kept: they are in the file as soon as they are drawn.
    """

    def __init__(self, stream: BinaryIO, *, foot: str, progress: Progress | None, **named: Any) -> None:
        super().__init__(stream, **named)
        self._file = ObjectFile(self._doc, stream)  # type: ignore[attr-defined]
        self._kept: list[dict[str, Any]] = []
        self._foot, self._progress = foot, progress

    def picture(self, jpeg: bytes, left: float, low: float, width: float, height: float) -> None:
        """Draws a JPEG."""
        name = self._file.picture(jpeg)
        self.saveState()
        self.translate(left, low)
        self.scale(width, height)
        self.doForm(name)
        self.restoreState()

    def showPage(self) -> None:  # noqa: N802 - the library's name
        """A page is full."""
        self._kept.append(dict(self.__dict__))
        # the library's own recipe for pages numbered "1 / 7"
        self._startPage()  # type: ignore[attr-defined]
        if self._progress is not None:
            self._progress(len(self._kept), len(self._kept) + 1)

    def save(self) -> None:
        """All pages are there: number them."""
        total = len(self._kept)
        for number, page in enumerate(self._kept, 1):
            self.__dict__.update(page)
            self._write_foot(number, total)
            super().showPage()
        super().save()

    def _write_foot(self, number: int, total: int) -> None:
        width, _ = self._pagesize  # type: ignore[attr-defined]
        self.setStrokeColor(LINE)
        self.setLineWidth(0.5)
        self.line(MARGIN, 12 * mm, width - MARGIN, 12 * mm)
        self.setFont(FONT, 7.5)
        self.setFillColor(GREY)
        self.drawString(MARGIN, 8 * mm, self._foot)
        self.drawRightString(width - MARGIN, 8 * mm, f"{number} / {total}")


def write(
    to: Path,
    story: list[Flowable],
    *,
    title: str,
    foot: str,
    author: str = "",
    size: tuple[float, float] = A4,
    progress: Progress | None = None,
) -> Path:
    """Lays the story out and writes it to a file, whole or not at all; the list is used up, so that what is
    drawn is let go of. Raises GsmonError ``file.…``.
    """
    fonts()
    with new_file(to, replace=True) as part:
        document = SimpleDocTemplate(
            part.stream,
            pagesize=size,
            leftMargin=MARGIN,
            rightMargin=MARGIN,
            topMargin=16 * mm,
            bottomMargin=18 * mm,
            title=title,
            author=author,
            creator="gsmon",
        )
        document.build(story, canvasmaker=partial(_Pages, foot=foot, progress=progress))
        part.place()
    return to


def room(size: tuple[float, float] = A4) -> float:
    """The width there is for tables, in points."""
    return size[0] - 2 * MARGIN - 2 * _PADDING
