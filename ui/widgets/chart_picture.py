"""The score chart as a picture for paper and screens: PNG or SVG, always in the light theme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from gsmon_desktop.files import new_file
from ui import theme
from ui.models.scores import Line
from ui.widgets.chart import BAR, Axis, bold, paint_published, small
from ui.widgets.chart_rows import Captions, Columns, paint_heading, paint_row, row_height

WIDTH = 900
_SCALE = 2
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Picture:
    """What is drawn: a title, what part of the data it is, the rows, the legend's words."""

    title: str
    subtitle: str
    lines: Sequence[Line]
    captions: Captions
    ends: tuple[float, float]
    legend_interval: str
    legend_published: str
    legend_few: str


def save(picture: Picture, target: Path, font: QFont) -> None:
    """Writes `target`, as SVG where it ends in .svg and else as PNG; whole or not at all.

    Raises GsmonError `file.*` where it cannot be written.
    """
    content = as_svg(picture, font) if target.suffix.lower() == ".svg" else as_png(picture, font)
    with new_file(target, replace=True) as part:
        part.stream.write(content)
        part.place()


def as_png(picture: Picture, font: QFont) -> bytes:
    """The picture's bytes, two pixels to a point."""
    size = _size(picture, font)
    image = QImage(size * _SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SCALE)
    image.fill(QColor(theme.LIGHT.surface))
    painter = QPainter(image)
    _paint(painter, picture, font, size)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # its stubs know bytes only
    return bytes(buffer.data().data())


def as_svg(picture: Picture, font: QFont) -> bytes:
    """The picture's bytes as vectors with real text."""
    size = _size(picture, font)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(picture.title)
    generator.setDescription(picture.subtitle)
    painter = QPainter(generator)
    painter.fillRect(QRect(0, 0, size.width(), size.height()), QColor(theme.LIGHT.surface))
    _paint(painter, picture, font, size)
    painter.end()
    return bytes(content.data())


def _size(picture: Picture, font: QFont) -> QSize:
    line = QFontMetricsF(font).height() + theme.S
    height = 2 * theme.L + 3.2 * line + len(picture.lines) * row_height(font) + 3 * line
    return QSize(WIDTH, round(height))


def _paint(painter: QPainter, picture: Picture, font: QFont, size: QSize) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colours = theme.LIGHT
    line = QFontMetricsF(font).height() + theme.S
    area = QRectF(theme.L, theme.L, size.width() - 2 * theme.L, size.height() - 2 * theme.L)
    big = bold(font)
    big.setPointSizeF(font.pointSizeF() * 1.4)
    painter.setFont(big)
    painter.setPen(QColor(colours.text))
    painter.drawText(
        QRectF(area.left() + theme.M, area.top(), area.width(), 1.2 * line), _LEFT, picture.title
    )
    painter.setFont(font)
    painter.setPen(QColor(colours.muted))
    top = area.top() + 1.2 * line
    painter.drawText(QRectF(area.left() + theme.M, top, area.width(), line), _LEFT, picture.subtitle)
    top += line
    columns = Columns.of(font, area.width(), picture.captions)
    heading = QRectF(area.left(), top, area.width(), line)
    paint_heading(painter, heading, columns, picture.captions, picture.ends, colours)
    top += line
    for row in picture.lines:
        painter.setFont(font)
        rect = QRectF(area.left(), top, area.width(), row_height(font))
        paint_row(painter, rect, row, columns, picture.ends, colours)
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        top += rect.height()
    _paint_legend(painter, picture, QRectF(area.left() + theme.M, top + theme.S, area.width(), line), font)


def _paint_legend(painter: QPainter, picture: Picture, rect: QRectF, font: QFont) -> None:
    """What the interval and the triangle mean; the bands say their names in the rows."""
    colours = theme.LIGHT
    painter.setFont(small(font))
    metrics = QFontMetricsF(painter.font())
    middle, left = rect.center().y(), rect.left()
    painter.setPen(QColor(colours.text))
    painter.drawLine(round(left), round(middle), round(left + 24), round(middle))
    for x in (left, left + 24):
        painter.drawLine(round(x), round(middle - BAR / 2), round(x), round(middle + BAR / 2))
    left += 24 + theme.S
    painter.setPen(QColor(colours.muted))
    painter.drawText(QRectF(left, rect.top(), rect.width(), rect.height()), _LEFT, picture.legend_interval)
    left += metrics.horizontalAdvance(picture.legend_interval) + theme.XL
    paint_published(painter, _point(left), middle + BAR, 0, colours)
    left += theme.M
    painter.setPen(QColor(colours.muted))
    painter.drawText(QRectF(left, rect.top(), rect.width(), rect.height()), _LEFT, picture.legend_published)
    below = rect.translated(0, rect.height())
    painter.drawText(below, _LEFT, picture.legend_few)


def _point(x: float) -> Axis:
    return Axis(0, 1, x, 1)
