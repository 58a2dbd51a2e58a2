"""Lines of the start page's lists: two texts and a word at the right, or a name over its thin bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import theme

LINE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_VCENTER = Qt.AlignmentFlag.AlignVCenter
_RIGHT = _VCENTER | Qt.AlignmentFlag.AlignRight
_BAR = 5
_LEAST = 10
"""Letters of a title that stay to be seen: what stands at the right gives way to them."""


@dataclass(frozen=True)
class Line:
    """What a line shows. `share` (0 to 1) draws the bar; None shows `below` under the title instead."""

    key: str
    title: str
    below: str = ""
    right: str = ""
    share: float | None = None


def model_of(lines: Sequence[Line]) -> QStandardItemModel:
    """A list model of lines, with their words for screen readers."""
    model = QStandardItemModel(0, 1)
    for line in lines:
        item = QStandardItem(line.title)
        item.setEditable(False)
        item.setData(line, LINE)
        words = ", ".join(filter(None, (line.title, line.below, line.right)))
        item.setToolTip(words)
        item.setData(words, Qt.ItemDataRole.AccessibleTextRole)
        model.appendRow(item)
    return model


class LineList(QListView):
    """A list of lines; the place in it stays when other lines come."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(LineDelegate(self))
        self.setProperty("role", "plain")
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Takes over other lines."""
        row = self.currentIndex().row()
        old, model = self.model(), model_of(lines)
        model.setParent(self)
        self.setModel(model)
        if old is not None:
            old.deleteLater()
        if lines:
            self.setCurrentIndex(model.index(min(max(row, 0), len(lines) - 1), 0))


class LineDelegate(QStyledItemDelegate):
    """Draws a `Line`."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two texts high, or one text and the bar."""
        height = option.fontMetrics.height()
        line: Line = index.data(LINE)
        second = _BAR + theme.XS if line.share is not None else height
        return QSize(200, height + second + 2 * theme.S)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Background as any list, then our texts."""
        self.initStyleOption(option, index)
        view = option.widget
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
        line: Line = index.data(LINE)
        c = theme.colours(view.palette())
        box = option.rect.adjusted(theme.M, theme.S, -theme.M, -theme.S)
        height = option.fontMetrics.height()
        top = QRect(box.left(), box.top(), box.width(), height)
        least = min(
            option.fontMetrics.horizontalAdvance(line.title), option.fontMetrics.averageCharWidth() * _LEAST
        )
        most = max(top.width() - least - theme.L, 0)
        told = option.fontMetrics.elidedText(line.right, Qt.TextElideMode.ElideRight, most)
        right = option.fontMetrics.horizontalAdvance(told)
        painter.save()
        painter.setFont(option.font)
        painter.setPen(QColor(c.muted))
        painter.drawText(top, _RIGHT, told)
        painter.setPen(QColor(c.text))
        room = top.width() - right - theme.L
        painter.drawText(
            top, _VCENTER, option.fontMetrics.elidedText(line.title, Qt.TextElideMode.ElideRight, room)
        )
        if line.share is None:
            below = top.translated(0, height)
            painter.setPen(QColor(c.muted))
            small = QFont(option.font)
            small.setPointSizeF(small.pointSizeF() * 0.9)
            painter.setFont(small)
            words = painter.fontMetrics().elidedText(line.below, Qt.TextElideMode.ElideRight, below.width())
            painter.drawText(below, _VCENTER, words)
        else:
            self._bar(painter, QRect(box.left(), top.bottom() + theme.XS, box.width(), _BAR), line.share, c)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(c.accent), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _bar(self, painter: QPainter, box: QRect, share: float, c: theme.Colours) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.hover))
        painter.drawRoundedRect(box, 2, 2)
        if share > 0:
            done = QRect(box.left(), box.top(), max(_BAR, round(box.width() * share)), box.height())
            painter.setBrush(QColor(c.good if share >= 1 else c.accent))
            painter.drawRoundedRect(done, 2, 2)
