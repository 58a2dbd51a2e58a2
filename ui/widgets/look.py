"""Small signs that painted widgets share, in the theme's colours."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui import theme


@dataclass(frozen=True)
class Colours:
    """The theme's colours as Qt's, by what a painted widget uses them for."""

    text: QColor
    muted: QColor
    field: QColor
    line: QColor
    rule: QColor
    accent: QColor
    on_accent: QColor
    chosen: QColor
    wrong: QColor
    good: QColor


def colours(widget: QWidget) -> Colours:
    """The colours of the theme the widget is dressed in."""
    return _colours(theme.colours(widget.palette()))


@cache
def _colours(theme_colours: theme.Colours) -> Colours:
    return Colours(
        text=QColor(theme_colours.text),
        muted=QColor(theme_colours.muted),
        field=QColor(theme_colours.surface),
        line=QColor(theme_colours.edge),
        rule=QColor(theme_colours.line),
        accent=QColor(theme_colours.accent),
        on_accent=QColor(theme_colours.on_accent),
        chosen=QColor(theme_colours.accent_soft),
        wrong=QColor(theme_colours.danger),
        good=QColor(theme_colours.good),
    )


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
