"""Rows of an opened score: criteria as headings, items with their answers as a stacked bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gsmon_desktop.methodology.cuts import is_few
from gsmon_desktop.methodology.measures import Distribution, Stat
from ui import theme
from ui.models.score_items import ItemLine
from ui.models.scores import LINE, figure, share
from ui.widgets.chart import BAR, FULL, Axis, answer_colours, bold, paint_distribution, paint_score, small

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class ItemColumns:
    """Where things stand in a row: the answers' bar, then interval, number of answers, "hard to say"."""

    bar: QRectF
    interval: QRectF
    people: QRectF
    unsure: QRectF

    @classmethod
    def of(cls, font: QFont, rect: QRectF, captions: Sequence[str]) -> ItemColumns:
        """For a line of text in `rect`; the captions are those of the three figures."""
        metrics = QFontMetricsF(small(font))
        right = rect.right() - theme.M
        cells = []
        for caption, text in zip(reversed(captions), ("100,0 %", "00 000", "0,00–0,00"), strict=True):
            width = max(metrics.horizontalAdvance(text), metrics.horizontalAdvance(caption)) + theme.M
            cells.append(QRectF(right - width, rect.top(), width, rect.height()))
            right -= width
        left = rect.left() + 2 * theme.M
        return cls(QRectF(left, rect.top(), right - left, rect.height()), cells[2], cells[1], cells[0])


def item_height(font: QFont, line: ItemLine) -> int:
    """One line of text for a criterion, two for an item, and air."""
    height = QFontMetricsF(font).height()
    return round(height + theme.S if line.is_criterion else 2 * height + theme.S)


def paint_item(
    painter: QPainter, rect: QRectF, line: ItemLine, captions: Sequence[str], colours: theme.Colours
) -> None:
    """A criterion (bold, without answers), or an item: its words and score over its answers and figures."""
    font = QFont(painter.font())
    height = QFontMetricsF(font).height()
    first = QRectF(rect.left() + theme.M, rect.top() + theme.XS, rect.width() - 2 * theme.M, height)
    heavy = bold(font)
    painter.setPen(QColor(colours.text))
    painter.setFont(heavy)
    painter.drawText(first, _RIGHT, line.figure)
    room = QFontMetricsF(heavy).horizontalAdvance(line.figure) + theme.M
    painter.setFont(heavy if line.is_criterion else font)
    words = first.adjusted(0 if line.is_criterion else theme.M, 0, -room, 0)
    metrics = QFontMetricsF(painter.font())
    painter.drawText(words, _LEFT, metrics.elidedText(line.title, Qt.TextElideMode.ElideRight, words.width()))
    if line.distribution is None:
        return
    second = QRectF(rect.left(), first.bottom(), rect.width(), height)
    columns = ItemColumns.of(font, second, captions)
    painter.setFont(small(font))
    painter.setPen(QColor(colours.muted))
    if line.stat.low is not None:
        painter.drawText(columns.interval, _RIGHT, f"{figure(line.stat.low)}–{figure(line.stat.high)}")
    painter.drawText(columns.people, _RIGHT, str(line.stat.n))
    if is_few(line.stat):
        return
    painter.drawText(columns.unsure, _RIGHT, share(line.dk))
    paint_distribution(painter, columns.bar.adjusted(0, 1, 0, -1), line.distribution, colours)


class ItemsHeading(QWidget):
    """The line over the items: captions of the columns."""

    def __init__(self, view: QListView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self.captions: Sequence[str] = ("", "", "")
        self.answers = ""

    def sizeHint(self) -> QSize:
        """A line of text and air."""
        return QSize(100, self.fontMetrics().height() + theme.XS)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints it for the width of the list's viewport."""
        del event
        painter = QPainter(self)
        rect = QRectF(self._view.viewport().x(), 0, self._view.viewport().width(), self.height())
        columns = ItemColumns.of(self.font(), rect, self.captions)
        painter.setFont(small(self.font()))
        painter.setPen(QColor(theme.colours(self.palette()).muted))
        painter.drawText(columns.bar, _LEFT, self.answers)
        cells = (columns.interval, columns.people, columns.unsure)
        for cell, text in zip(cells, self.captions, strict=True):
            painter.drawText(cell, _RIGHT, text)


class ItemDelegate(QStyledItemDelegate):
    """Shows `LINE`s of an `ItemsModel`; `heading` has the captions."""

    def __init__(self, heading: ItemsHeading, parent: QWidget) -> None:
        super().__init__(parent)
        self._heading = heading

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A criterion takes one line, an item two."""
        return QSize(320, item_height(option.font, index.data(LINE)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The usual background of a list, then the row."""
        view = option.widget
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
        line: ItemLine = index.data(LINE)
        rect = QRectF(option.rect)
        colours = theme.colours(view.palette())
        painter.save()
        painter.setClipRect(rect)
        if line.is_criterion:
            painter.fillRect(rect, QColor(colours.window))
        painter.setFont(option.font)
        paint_item(painter, rect, line, self._heading.captions, colours)
        painter.restore()


class AnswersBar(QWidget):
    """The answers 1 to 5 of a whole form as one stacked bar, with a legend of its colours under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answers: Distribution = (0, 0, 0, 0, 0)

    def show_answers(self, answers: Distribution, name: str) -> None:
        """Shows other answers; `name` says what they are, for screen readers."""
        self.answers = answers
        counts = ", ".join(f"{score}: {n}" for score, n in enumerate(answers, 1))
        self.setAccessibleName(f"{name}: {counts}")
        self.setToolTip(f"{name}\n{counts}")
        self.update()

    def sizeHint(self) -> QSize:
        """Bar and legend."""
        return QSize(200, 2 * self.fontMetrics().height() + theme.S)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar over the legend."""
        del event
        painter = QPainter(self)
        colours = theme.colours(self.palette())
        height = self.fontMetrics().height() + 2.0
        painter.setFont(small(self.font()))
        paint_distribution(painter, QRectF(0, 0, self.width(), height), self.answers, colours)
        left = 0.0
        total = sum(self.answers) or 1
        texts = [f"{score}: {share(n / total)}" for score, n in enumerate(self.answers, 1)]
        metrics = QFontMetricsF(painter.font())
        if sum(metrics.horizontalAdvance(text) + 14 + theme.L for text in texts) > self.width() + theme.L:
            texts = [f"{score}: {n / total:.0%}" for score, n in enumerate(self.answers, 1)]
        for text, colour in zip(texts, answer_colours(colours), strict=True):
            painter.fillRect(QRectF(left, height + theme.S, 10, 10), colour)
            painter.setPen(QColor(colours.muted))
            baseline = height + theme.S + 10
            painter.drawText(int(left + 14), int(baseline), text)
            left += 14 + metrics.horizontalAdvance(text) + theme.L


class ZonesBars(QWidget):
    """A score bar for every zone, side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zones: Sequence[tuple[str, Stat, int | None]] = ()
        self._few = ""

    def show_zones(self, zones: Sequence[tuple[str, Stat, int | None]], caption: str, few: str) -> None:
        """Shows other zones (name, score, band's place); `caption` is said to screen readers before them,
        `few` stands for a score left out.
        """
        self.zones, self._few = zones, few
        said = "; ".join(f"{name} {self._said(stat)}" for name, stat, _ in zones)
        self.setAccessibleName(f"{caption}: {said}")
        self.setToolTip(f"{caption}\n{said}")
        self.update()

    def _figure(self, stat: Stat) -> str:
        return self._few if is_few(stat) else figure(stat.score)

    def _said(self, stat: Stat) -> str:
        interval = "" if stat.low is None else f" ({figure(stat.low)}–{figure(stat.high)})"
        return f"{self._figure(stat)}{interval}"

    def sizeHint(self) -> QSize:
        """A line of text and a bar."""
        return QSize(200, self.fontMetrics().height() + round(BAR) + theme.M)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Names and scores over the bars."""
        del event
        painter = QPainter(self)
        colours = theme.colours(self.palette())
        width = (self.width() + theme.XL) / max(len(self.zones), 2)
        height = self.fontMetrics().height()
        for place, (name, stat, band) in enumerate(self.zones):
            cell = QRectF(place * width, 0, width - theme.XL, height)
            painter.setFont(bold(self.font()))
            painter.setPen(QColor(colours.text))
            painter.drawText(cell, _RIGHT, self._figure(stat))
            wide = QFontMetricsF(painter.font()).horizontalAdvance(self._figure(stat))
            painter.setFont(self.font())
            metrics = QFontMetricsF(painter.font())
            room = cell.width() - wide - theme.S
            painter.drawText(cell, _LEFT, metrics.elidedText(name, Qt.TextElideMode.ElideRight, room))
            axis = Axis(*FULL, cell.left(), cell.width())
            paint_score(painter, axis, height + theme.XS + BAR / 2, stat, band, colours)
