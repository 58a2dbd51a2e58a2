"""Painting of scores: an axis, a bar with its interval, the answers 1 to 5 as one stacked bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from gsmon_desktop.methodology.measures import Distribution, Stat
from gsmon_desktop.methodology.rounding import displayed
from ui.theme import Colours

BAR = 10.0
"""Thickness of a bar in pixels."""
FULL = (1.0, 5.0)
CLOSE = (4.0, 5.0)
"""Ends of the axis: the whole scale, and where most scores lie."""


@dataclass(frozen=True)
class Axis:
    """The scale from `low` to `high` between two places in pixels."""

    low: float
    high: float
    left: float
    width: float

    def x(self, value: float) -> float:
        """Where a score stands; outside the ends it stands at the end."""
        part = (value - self.low) / (self.high - self.low)
        return self.left + self.width * min(max(part, 0.0), 1.0)

    @property
    def ticks(self) -> Sequence[float]:
        """The marked scores."""
        step = 1.0 if self.high - self.low > 2 else 0.2
        return [self.low + step * n for n in range(round((self.high - self.low) / step) + 1)]


def score_colour(band: int | None, colours: Colours) -> QColor:
    """A band's colour; an edition with more bands than colours repeats the last."""
    if band is None:
        return QColor(colours.edge)
    return QColor(colours.bands[min(band, len(colours.bands) - 1)])


def paint_score(
    painter: QPainter, axis: Axis, middle: float, stat: Stat, band: int | None, colours: Colours
) -> None:
    """A score's bar on its track with the interval over it; pale where there are too few answers.

    On an axis that does not begin at 1 a bar's length would mislead: a point is painted instead, and a
    triangle at the edge for a score that lies beyond it.
    """
    track = QRectF(axis.left, middle - BAR / 2, axis.width, BAR)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.hover))
    painter.drawRoundedRect(track, 2, 2)
    if stat.score is None or stat.low is None or stat.high is None:
        return
    colour = score_colour(band, colours)
    x = axis.x(stat.score)
    if axis.low == FULL[0]:
        bar = QRectF(track.left(), track.top(), x - track.left(), BAR)
        _paint_bar(painter, bar, colour, pale=stat.warning)
        _paint_interval(painter, axis, stat.low, stat.high, middle, colours)
        return
    _paint_interval(painter, axis, stat.low, stat.high, middle, colours)
    painter.setPen(QPen(colour, 2))
    painter.setBrush(QColor(colours.surface) if stat.warning else colour)
    if stat.score >= axis.low:
        painter.drawEllipse(QPointF(x, middle), BAR / 2, BAR / 2)
        return
    tip, back = axis.left, axis.left + BAR
    painter.drawPolygon(
        QPolygonF([QPointF(tip, middle), QPointF(back, middle - BAR / 2), QPointF(back, middle + BAR / 2)])
    )


def _paint_bar(painter: QPainter, rect: QRectF, colour: QColor, *, pale: bool) -> None:
    if not pale:
        painter.setBrush(colour)
        painter.drawRoundedRect(rect, 2, 2)
        return
    faint = QColor(colour)
    faint.setAlpha(60)
    painter.setPen(QPen(colour, 1))
    painter.setBrush(faint)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)


def _paint_interval(
    painter: QPainter, axis: Axis, low: float, high: float, middle: float, colours: Colours
) -> None:
    """A line with ends, light around so that it shows on any bar; no end where it goes on beyond the axis."""
    left, right, cap = axis.x(low), axis.x(high), BAR / 2
    lines = [QLineF(left, middle, right, middle)]
    lines += [
        QLineF(x, middle - cap, x, middle + cap) for x, end in ((left, low), (right, high)) if end >= axis.low
    ]
    for colour, width in ((colours.surface, 4.0), (colours.text, 1.6)):
        painter.setPen(QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLines(lines)


def paint_published(painter: QPainter, axis: Axis, middle: float, score: float, colours: Colours) -> None:
    """The published figure: a triangle over the bar, its point on the score."""
    x, tip = axis.x(score), middle - BAR / 2 + 1
    painter.setPen(QPen(QColor(colours.surface), 1))
    painter.setBrush(QColor(colours.text))
    painter.drawPolygon(QPolygonF([QPointF(x - 4.5, tip - 7), QPointF(x + 4.5, tip - 7), QPointF(x, tip)]))


def paint_axis(painter: QPainter, axis: Axis, baseline: float, colours: Colours, decimal_point: str) -> None:
    """The marked scores' numbers, standing on `baseline`."""
    metrics = QFontMetricsF(painter.font())
    painter.setPen(QColor(colours.muted))
    for tick in axis.ticks:
        text = f"{tick:.1f}".removesuffix(".0").replace(".", decimal_point)
        width = metrics.horizontalAdvance(text)
        left = min(max(axis.x(tick) - width / 2, axis.left), axis.left + axis.width - width)
        painter.drawText(QPointF(left, baseline), text)


def answer_colours(colours: Colours) -> Sequence[QColor]:
    """The colours of the answers 1, 2, 3, 4, 5."""
    return [QColor(colour) for colour in reversed(colours.bands)]


def paint_distribution(painter: QPainter, rect: QRectF, answers: Distribution, colours: Colours) -> None:
    """Answers 1 to 5 from the left, each as long as its share, the share in percent inside where it fits."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    total = sum(answers)
    if not total:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.hover))
        painter.drawRoundedRect(rect, 2, 2)
        return
    metrics = QFontMetricsF(painter.font())
    left = rect.left()
    for n, colour in zip(answers, answer_colours(colours), strict=True):
        width = rect.width() * n / total
        part = QRectF(left, rect.top(), max(width - 1, min(width, 1.0)), rect.height())
        left += width
        if not n:
            continue
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRect(part)
        text = str(displayed(100 * n / total, 0))
        if rect.height() >= metrics.height() - 2 and metrics.horizontalAdvance(text) + 4 < part.width():
            painter.setPen(readable_on(colour))
            painter.drawText(part, Qt.AlignmentFlag.AlignCenter, text)


def readable_on(colour: QColor) -> QColor:
    """Black or white, whichever stands out more (relative luminance, WCAG 2)."""
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return QColor("#000000" if luminance > 0.179 else "#ffffff")


def bold(font: QFont) -> QFont:
    """The same font, semi-bold."""
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def small(font: QFont) -> QFont:
    """The same font, a tenth smaller."""
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * 0.9)
    return made
