"""The pieces of a poster: its head, large figures, the legend of bands, lines with bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph

from gsmon_desktop.reports import pdf

LOW, HIGH = 1.0, 5.0
"""The ends of every bar: the whole scale, so that lengths compare honestly."""
BARS = tuple(HexColor(colour) for colour in ("#2166AC", "#5BA3CF", "#E0B53C", "#EF8A62", "#B2182B"))
"""Bars of the bands from the best down, stronger than a cell's fill; colour-blind eyes tell them too."""
_WHITE, _INK = HexColor("#FFFFFF"), HexColor("#1B2733")
_ROOM = 590.0
"""Points there are for lines under the head of an A4 page."""
_NAME, _FIGURE = 0.40, 0.08
"""Parts of the width for names and for each figure; bars take the rest."""


@dataclass(frozen=True)
class Bar:
    """A line of a rating. `figures` are score, share of fives, people and, beside another year, the change;
    `band` counts from the best.
    """

    rank: str
    name: str
    score: float
    low: float | None
    high: float | None
    band: int
    sign: str
    figures: tuple[str, ...]
    few: bool


@dataclass(frozen=True)
class Figures:
    """The large figures of the first poster, as shown."""

    score: str
    band: str
    colour: int
    interval: str
    satisfied: str
    satisfied_of: str


@dataclass(frozen=True)
class Parts:
    """Sizes: `scale` is 1 on A4; `lines` are as many as there are, `whole` as many as fit on one page;
    `figures` are the columns of figures.
    """

    scale: float
    lines: int = 0
    figures: int = 3

    @property
    def height(self) -> float:
        """Points of a line: as much as the page gives, between what can be read and what is pretty."""
        return min(max(_ROOM / max(self.lines, 1), 16.2), 22.0) * self.scale

    @property
    def size(self) -> float:
        """Points of its letters."""
        return min(self.height * 0.42, 9.0 * self.scale)

    @property
    def whole(self) -> int:
        """How many lines fit on a page under its head."""
        return int(_ROOM * self.scale / self.height)

    def bars(self, width: float) -> tuple[float, float]:
        """Where the bars begin and end in a line of that width."""
        return width * _NAME, width * (1 - self.figures * _FIGURE - 0.01)

    def figure(self, width: float, number: int) -> float:
        """Where a figure ends."""
        return width * (1 - (self.figures - 1 - number) * _FIGURE)


def section(scale: float) -> ParagraphStyle:
    """A heading within a poster."""
    return ParagraphStyle(
        "section",
        fontName=pdf.BOLD,
        fontSize=13 * scale,
        leading=18 * scale,
        textColor=pdf.ACCENT,
        spaceBefore=10,
    )


def _write(
    canvas: Any, x: float, y: float, words: str, font: str, size: float, *, right: bool = False
) -> float:
    """Writes words from left to right (or ending at x), signs in their own font; returns their width."""
    signs = pdf.fonts()
    runs = [(signs.get(ord(letter), font), letter) for letter in words]
    width = sum(stringWidth(letter, name, size) for name, letter in runs)
    at = x - width if right else x
    for name, letter in runs:
        canvas.setFont(name, size)
        canvas.drawString(at, y, letter)
        at += stringWidth(letter, name, size)
    return float(width)


def fitted(words: str, font: str, size: float, room: float) -> str:
    """Words cut with "…" so that they take no more than `room` points."""
    if stringWidth(words, font, size) <= room:
        return words
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if stringWidth(words[:middle].rstrip() + "…", font, size) <= room:
            low = middle
        else:
            high = middle - 1
    return words[:low].rstrip() + "…"


class Head(Flowable):
    """A coloured band with the poster's name, what it rests on, and that it is preliminary."""

    def __init__(self, title: str, about: str, mark: str, scale: float) -> None:
        super().__init__()
        self._title, self._about, self._mark, self._scale = title, about.split("\n"), mark, scale
        self.height = (46 + 13 * len(self._about)) * scale

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The whole width."""
        self.width = width
        return width, self.height + 8 * self._scale

    def draw(self) -> None:
        """Draws it."""
        canvas: Any = self.canv
        s, low = self._scale, 8 * self._scale
        canvas.setFillColor(pdf.ACCENT)
        canvas.roundRect(0, low, self.width, self.height, 6 * s, stroke=0, fill=1)
        canvas.setFillColor(_WHITE)
        top = low + self.height - 28 * s
        room, name = self.width - 135 * s, self._title
        size = min(19 * s, 19 * s * room / stringWidth(name, pdf.BOLD, 19 * s))
        _write(canvas, 14 * s, top, name, pdf.BOLD, size)
        for number, line in enumerate(self._about, 1):
            words = fitted(line, pdf.FONT, 9 * s, self.width - 28 * s)
            _write(canvas, 14 * s, top - (4 + 13 * number) * s, words, pdf.FONT, 9 * s)
        width = stringWidth(self._mark, pdf.BOLD, 8.5 * s) + 14 * s
        canvas.setFillColor(HexColor("#FFF2CC"))
        canvas.roundRect(self.width - width - 12 * s, top - 1 * s, width, 16 * s, 8 * s, stroke=0, fill=1)
        canvas.setFillColor(_INK)
        _write(canvas, self.width - width - 5 * s, top + 4 * s, self._mark, pdf.BOLD, 8.5 * s)


class _Wide(Flowable):
    """A piece as wide as the page and of a set height."""

    def __init__(self, parts: Parts, height: float) -> None:
        super().__init__()
        self.parts, self.height = parts, height

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The whole width."""
        self.width = width
        return width, self.height


class Large(_Wide):
    """The score of the republic in a large figure, its band and interval, and the share of fives."""

    def __init__(self, figures: Figures, parts: Parts) -> None:
        super().__init__(parts, 92 * parts.scale)
        self._figures = figures

    def draw(self) -> None:
        """Draws both figures."""
        canvas: Any = self.canv
        s, shown = self.parts.scale, self._figures
        canvas.setFillColor(BARS[min(shown.colour, len(BARS) - 1)])
        width = _write(canvas, 4 * s, 30 * s, shown.score, pdf.BOLD, 58 * s)
        canvas.setFillColor(_INK)
        _write(canvas, width + 18 * s, 54 * s, shown.band, pdf.BOLD, 14 * s)
        canvas.setFillColor(pdf.GREY)
        _write(canvas, width + 18 * s, 36 * s, shown.interval, pdf.FONT, 10 * s)
        middle = self.width * 0.58
        canvas.setFillColor(pdf.ACCENT)
        width = _write(canvas, middle, 36 * s, shown.satisfied, pdf.BOLD, 34 * s)
        canvas.setFillColor(pdf.GREY)
        _write(canvas, middle, 18 * s, shown.satisfied_of, pdf.FONT, 10 * s)


class Legend(_Wide):
    """The bands with their signs and where they begin."""

    def __init__(self, bands: Sequence[tuple[str, str]], parts: Parts) -> None:
        super().__init__(parts, 18 * parts.scale)
        self._bands = bands

    def draw(self) -> None:
        """Draws the bands side by side."""
        canvas: Any = self.canv
        s, at = self.parts.scale, 0.0
        letters = sum(stringWidth(f"{sign} {words}", pdf.FONT, 1) for sign, words in self._bands)
        size = min(7.2 * s, (self.width - 22 * s * len(self._bands)) / letters)
        for number, (sign, words) in enumerate(self._bands):
            canvas.setFillColor(BARS[min(number, len(BARS) - 1)])
            canvas.rect(at, 6 * s, 9 * s, 7 * s, stroke=0, fill=1)
            canvas.setFillColor(_INK)
            at += 12 * s + _write(canvas, at + 12 * s, 7 * s, f"{sign} {words}", pdf.FONT, size) + 8 * s


class Heads(_Wide):
    """What the figures of the lines are, and the marks of the scale over the bars."""

    def __init__(self, heads: Sequence[str], parts: Parts) -> None:
        super().__init__(parts, 16 * parts.scale)
        self._heads = heads

    def draw(self) -> None:
        """Draws the headings over their columns."""
        canvas: Any = self.canv
        size = 7.5 * self.parts.scale
        canvas.setFillColor(pdf.GREY)
        left, right = self.parts.bars(self.width)
        for mark in range(int(LOW), int(HIGH) + 1):
            at = left + (right - left) * (mark - LOW) / (HIGH - LOW)
            canvas.setFont(pdf.FONT, size)
            canvas.drawCentredString(at, 4, str(mark))
        for number, words in enumerate(self._heads):
            _write(canvas, self.parts.figure(self.width, number), 4, words, pdf.FONT, size, right=True)
        canvas.setStrokeColor(pdf.LINE)
        canvas.line(0, 1, self.width, 1)


class Line(_Wide):
    """One line: rank, name, the bar with its interval, figures."""

    def __init__(self, bar: Bar, parts: Parts) -> None:
        super().__init__(parts, parts.height)
        self._bar = bar

    def draw(self) -> None:
        """Draws the line."""
        canvas: Any = self.canv
        bar, size, high = self._bar, self.parts.size, self.height
        base = high / 2 - size * 0.36
        canvas.setFillColor(pdf.GREY)
        rank = 20 * self.parts.scale if bar.rank else 0
        _write(canvas, rank - 4 * self.parts.scale, base, bar.rank, pdf.BOLD, size, right=True)
        canvas.setFillColor(_INK)
        self._name(canvas, rank, size)
        self._draw_bar(canvas, high)
        for number, words in enumerate(bar.figures):
            canvas.setFillColor(_INK if number == 0 else pdf.GREY)
            font = pdf.BOLD if number == 0 else pdf.FONT
            mark = " ⚠" if bar.few and number == 2 else ""
            _write(
                canvas,
                self.parts.figure(self.width, number),
                base,
                words + mark,
                font,
                size * 1.05,
                right=True,
            )
        canvas.setStrokeColor(pdf.PALE)
        canvas.setLineWidth(0.4)
        canvas.line(0, 0, self.width, 0)

    def _name(self, canvas: Any, rank: float, size: float) -> None:
        """The name in two lines at the most."""
        room = self.width * _NAME - rank - 6 * self.parts.scale
        name = self._bar.name
        look = ParagraphStyle("name", fontName=pdf.FONT, fontSize=size, leading=size * 1.08, textColor=_INK)
        text = Paragraph(pdf.markup(name), look)
        _, height = text.wrap(room, 1000)
        while height > size * 2.3 and len(name) > 10:
            name = name[: int(len(name) * 0.92)].rstrip(" …") + "…"
            text = Paragraph(pdf.markup(name), look)
            _, height = text.wrap(room, 1000)
        text.drawOn(canvas, rank, (self.height - height) / 2)

    def _draw_bar(self, canvas: Any, high: float) -> None:
        bar = self._bar
        left, right = self.parts.bars(self.width)
        step = (right - left) / (HIGH - LOW)
        thick = high * 0.46
        low = (high - thick) / 2
        canvas.setFillColor(pdf.STRIPE)
        canvas.rect(left, low, right - left, thick, stroke=0, fill=1)
        canvas.setFillColor(BARS[min(bar.band, len(BARS) - 1)])
        canvas.setFillAlpha(0.45 if bar.few else 1)
        canvas.rect(left, low, (bar.score - LOW) * step, thick, stroke=0, fill=1)
        canvas.setFillAlpha(1)
        if bar.low is not None and bar.high is not None:
            canvas.setStrokeColor(_INK)
            canvas.setLineWidth(0.8 * self.parts.scale)
            start, end = (left + (value - LOW) * step for value in (bar.low, bar.high))
            canvas.line(start, high / 2, end, high / 2)
            for at in (start, end):
                canvas.line(at, high / 2 - thick * 0.25, at, high / 2 + thick * 0.25)
