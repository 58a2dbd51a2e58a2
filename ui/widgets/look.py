"""Colours and small signs that painted widgets share. Everything comes from the palette the theme set."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Colours:
    """The colours a painted widget needs."""

    text: QColor
    muted: QColor
    field: QColor
    line: QColor
    accent: QColor
    on_accent: QColor
    chosen: QColor
    wrong: QColor


def colours(widget: QWidget) -> Colours:
    """The colours of the widget's palette."""
    return _colours(widget.palette().cacheKey(), widget.palette())


_kept: dict[int, Colours] = {}


def _colours(key: int, palette: QPalette) -> Colours:
    if key not in _kept:
        if len(_kept) > 64:
            _kept.clear()
        dark = palette.color(QPalette.ColorRole.Window).lightness() < 128
        accent, field = palette.color(QPalette.ColorRole.Highlight), palette.color(QPalette.ColorRole.Base)
        _kept[key] = Colours(
            text=palette.color(QPalette.ColorRole.Text),
            muted=palette.color(QPalette.ColorRole.PlaceholderText),
            field=field,
            line=palette.color(QPalette.ColorRole.Mid),
            accent=accent,
            on_accent=palette.color(QPalette.ColorRole.HighlightedText),
            chosen=mixed(accent, field, 0.24 if dark else 0.12),
            wrong=QColor("#ff9a8a" if dark else "#b3261e"),
        )
    return _kept[key]


def mixed(top: QColor, under: QColor, share: float) -> QColor:
    """`share` of one colour over another."""
    parts = zip(top.getRgb()[:3], under.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(a * share + b * (1 - share)) for a, b in parts))


@lru_cache(maxsize=32)
def metrics(font: QFont) -> QFontMetrics:
    """Metrics of a font."""
    return QFontMetrics(font)


def draw_cap(
    painter: QPainter, box: QRect, text: str, *, chosen: bool, colours: Colours, font: QFont
) -> None:
    """A key cap with its letter."""
    painter.setPen(QPen(colours.accent if chosen else colours.line, 1))
    painter.setBrush(colours.accent if chosen else colours.field)
    painter.drawRoundedRect(box, 4, 4)
    bold = QFont(font)
    bold.setBold(True)
    painter.setFont(bold)
    painter.setPen(colours.on_accent if chosen else colours.muted)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def draw_tick(painter: QPainter, centre: QPoint, colours: Colours) -> None:
    """A tick about 12 pixels wide."""
    painter.setPen(QPen(colours.accent, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    x, y = centre.x(), centre.y()
    painter.drawPolyline([QPoint(x - 6, y), QPoint(x - 2, y + 4), QPoint(x + 6, y - 5)])
