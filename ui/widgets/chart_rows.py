"""Rows of the score chart: their columns, their painting, the delegate that shows them in a list."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import theme
from ui.models.scores import ALL, LINE, Line, figure, share
from ui.theme import Colours
from ui.widgets.chart import (
    FULL,
    Axis,
    bold,
    paint_axis,
    paint_published,
    paint_score,
    score_colour,
    small,
)

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Captions:
    """The words over the columns, in the window's language."""

    people: str
    fives: str
    published: str


@dataclass(frozen=True)
class Columns:
    """Where things stand in a row `width` pixels wide: the bar, people, share of fives, published figure."""

    width: float
    people: float
    fives: float
    published: float

    @classmethod
    def of(cls, font: QFont, width: float, captions: Captions) -> Columns:
        """Columns as wide as their captions and their widest figures."""
        metrics, head = QFontMetricsF(bold(font)), QFontMetricsF(small(font))

        def wide(caption: str, widest: str) -> float:
            return max(metrics.horizontalAdvance(widest), head.horizontalAdvance(caption)) + theme.M

        return cls(
            width,
            wide(captions.people, "⚠ 00 000"),
            wide(captions.fives, "100,0 %"),
            wide(captions.published, "0,00"),
        )

    @property
    def bar(self) -> float:
        """Width of the bar's column."""
        return self.width - 2 * theme.M - self.people - self.fives - self.published

    def axis(self, left: float, ends: tuple[float, float]) -> Axis:
        """The axis of a row that begins at `left`."""
        return Axis(*ends, left + theme.M, self.bar)

    def figures(self, rect: QRectF) -> tuple[QRectF, QRectF, QRectF]:
        """The cells of people, fives and the published figure on a line of text."""
        right = rect.right() - theme.M
        cells = []
        for width in (self.published, self.fives, self.people):
            cells.append(QRectF(right - width, rect.top(), width, rect.height()))
            right -= width
        return cells[2], cells[1], cells[0]


def row_height(font: QFont) -> int:
    """Two lines of text and air."""
    return round(2 * QFontMetricsF(font).height() + theme.M)


def paint_row(
    painter: QPainter, rect: QRectF, line: Line, columns: Columns, ends: tuple[float, float], colours: Colours
) -> None:
    """A score: its name, band and figure on the first line; bar, people, fives and 2025 on the second."""
    font = QFont(painter.font())
    half = (rect.height() - theme.S) / 2
    first = QRectF(rect.left() + theme.M, rect.top() + theme.XS, rect.width() - 2 * theme.M, half)
    second = QRectF(rect.left(), first.bottom(), rect.width(), half)
    _paint_words(painter, first, line, font, colours)
    axis = columns.axis(rect.left(), ends)
    paint_score(painter, axis, second.center().y() + 1, line.stat, line.band, colours)
    if line.published is not None:
        paint_published(painter, axis, second.center().y() + 1, line.published, colours)
    people, fives, published = columns.figures(second)
    painter.setFont(font)
    painter.setPen(QColor(colours.warning if line.stat.warning else colours.text))
    painter.drawText(people, _RIGHT, f"{'⚠ ' if line.stat.warning else ''}{line.stat.respondents}")
    painter.setPen(QColor(colours.text))
    painter.drawText(fives, _RIGHT, share(line.stat.satisfied))
    painter.setPen(QColor(colours.muted))
    painter.drawText(published, _RIGHT, figure(line.published))


def _paint_words(painter: QPainter, rect: QRectF, line: Line, font: QFont, colours: Colours) -> None:
    heavy = bold(font)
    painter.setFont(heavy)
    painter.setPen(QColor(colours.text))
    painter.drawText(rect, _RIGHT, line.figure)
    room = QFontMetricsF(heavy).horizontalAdvance("0,00") + theme.S
    _paint_band(painter, rect.adjusted(0, 0, -room, 0), line, font, colours)
    metrics = QFontMetricsF(heavy if line.key == ALL else font)
    room += QFontMetricsF(font).horizontalAdvance(line.band_text) + theme.L
    painter.setFont(heavy if line.key == ALL else font)
    painter.setPen(QColor(colours.text))
    title = metrics.elidedText(line.title, Qt.TextElideMode.ElideRight, rect.width() - room)
    painter.drawText(rect, _LEFT, title)


def _paint_band(painter: QPainter, rect: QRectF, line: Line, font: QFont, colours: Colours) -> None:
    """The band's words, before them its sign in the band's colour (too pale for words)."""
    sign, _, name = line.band_text.partition(" ")
    painter.setFont(font)
    painter.setPen(QColor(colours.muted))
    painter.drawText(rect, _RIGHT, name)
    room = QFontMetricsF(font).horizontalAdvance(name) + theme.XS
    painter.setPen(score_colour(line.band, colours))
    painter.drawText(rect.adjusted(0, 0, -room, 0), _RIGHT, sign)


def paint_heading(
    painter: QPainter,
    rect: QRectF,
    columns: Columns,
    captions: Captions,
    ends: tuple[float, float],
    colours: Colours,
) -> None:
    """The axis and the columns' captions."""
    painter.setFont(small(painter.font()))
    baseline = rect.center().y() + QFontMetricsF(painter.font()).ascent() / 2 - 1
    paint_axis(painter, columns.axis(rect.left(), ends), baseline, colours, QLocale().decimalPoint())
    painter.setPen(QColor(colours.muted))
    words = (captions.people, captions.fives, captions.published)
    for cell, text in zip(columns.figures(rect), words, strict=True):
        painter.drawText(cell, _RIGHT, text)


class ChartHeading(QWidget):
    """The line over the list: axis and captions, as wide as the list's rows."""

    def __init__(self, view: QListView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self.captions = Captions("", "", "")
        self.ends = FULL

    def sizeHint(self) -> QSize:
        """A line of text and air."""
        return QSize(100, self.fontMetrics().height() + theme.S)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints it for the width of the list's viewport."""
        del event
        painter = QPainter(self)
        width = self._view.viewport().width()
        left = self._view.viewport().mapTo(self.window(), self._view.viewport().rect().topLeft()).x()
        left -= self.mapTo(self.window(), self.rect().topLeft()).x()
        rect = QRectF(left, 0, width, self.height())
        columns = Columns.of(self.font(), width, self.captions)
        paint_heading(painter, rect, columns, self.captions, self.ends, theme.colours(self.palette()))


class RowDelegate(QStyledItemDelegate):
    """Shows `LINE`s of a `ScoresModel`; `heading` decides captions and axis."""

    def __init__(self, heading: ChartHeading, parent: QWidget) -> None:
        super().__init__(parent)
        self._heading = heading

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One height for all."""
        return QSize(320, row_height(option.font))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The usual background of a list, then the row."""
        view = option.widget
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
        rect = QRectF(option.rect)
        columns = Columns.of(option.font, rect.width(), self._heading.captions)
        colours = theme.colours(view.palette())
        painter.save()
        painter.setClipRect(rect)
        painter.setFont(option.font)
        paint_row(painter, rect, index.data(LINE), columns, self._heading.ends, colours)
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()
