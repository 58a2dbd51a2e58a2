"""How a workbook looks: one accent, band colours that differ for colour-blind eyes too, number formats."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

ACCENT = "1F4E78"
PALE = "DDE7F0"
GREY = "6B7280"
LINE = "C9D1D9"
BAR = "9DC3E6"

BAND_FILLS = ("92C5DE", "D1E5F0", "FFF2CC", "FDDBC7", "F4A582")
"""Fills of bands from the best down (ColorBrewer's RdBu with a yellow middle); words stand beside them."""
SCORE_COLOURS = ("B2182B", "EF8A62", "FDDB8C", "92C5DE", "2166AC")
"""Colours of the answers 1 to 5 in charts."""

SCORE = "0.00"
PERCENT = "0.0%"
WHOLE = "#,##0"
DAY = "dd.mm.yyyy"
MOMENT = "dd.mm.yyyy hh:mm"


@dataclass(frozen=True)
class Look:
    """The look of a cell: everything openpyxl wants to know about it."""

    format: str = "General"
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    colour: str = "000000"
    size: int = 11
    fill: str = ""
    wrap: bool = False
    centre: bool = False
    left: bool = False
    right: bool = False
    indent: int = 0
    line_above: bool = False
    text: bool = False
    """Shown as typed: Excel takes it for no formula, whatever it begins with."""


PLAIN = Look()
TEXT = Look(text=True)
WRAPPED = Look(wrap=True)
TITLE = Look(bold=True, size=14, colour=ACCENT)
NOTE = Look(italic=True, colour=GREY)
FEW = Look(italic=True, colour=GREY, right=True)
"""A word where a number would stand."""
HEADING = Look(bold=True, colour="FFFFFF", fill=ACCENT, wrap=True, centre=True)
CODE = Look(italic=True, size=9, colour=GREY, fill=PALE)
GROUP = Look(bold=True, line_above=True)
FAINT = Look(colour=GREY)
LINK = Look(underlined=True, colour=ACCENT)
MIDDLE = Look(centre=True)
WORD = Look(left=True, indent=1)
"""A word right of a number, a little away from it."""
NAME = Look(left=True, indent=1, wrap=True)
SCORES = Look(format=SCORE)
PERCENTS = Look(format=PERCENT)
WHOLES = Look(format=WHOLE)
MOMENTS = Look(format=MOMENT)
DAYS = Look(format=DAY)
TIMES = Look(format="hh:mm")


@cache
def font(look: Look) -> Font:
    """The font of a look."""
    return Font(
        name="Calibri",
        size=look.size,
        bold=look.bold,
        italic=look.italic,
        underline="single" if look.underlined else None,
        color=look.colour,
    )


@cache
def fill(look: Look) -> PatternFill:
    """The fill of a look."""
    return PatternFill("solid", start_color=look.fill) if look.fill else PatternFill()


@cache
def alignment(look: Look) -> Alignment:
    """The alignment of a look."""
    across = "center" if look.centre else "left" if look.left else "right" if look.right else None
    return Alignment(
        wrap_text=look.wrap,
        vertical="center" if look.centre else "top",
        horizontal=across,
        indent=look.indent,
    )


@cache
def border(look: Look) -> Border:
    """The border of a look."""
    return Border(top=Side(style="thin", color=LINE)) if look.line_above else Border()
