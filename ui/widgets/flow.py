"""Tools in a row that become two rows where the window is narrow or the words are long."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QSizePolicy, QWidget, QWidgetItem

from ui import theme

_EXPANDS = Qt.Orientation.Horizontal


class Flow(QLayout):
    """Left to right, on into the next row where there is no room; each item at its own width.

    Fields that may grow share a row's free room; what is added after `push_right` stands at its right end.
    """

    def __init__(self, parent: QWidget | None = None, spacing: int = theme.S) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._right: int | None = None
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def push_right(self) -> None:
        """What comes now stands at the right."""
        self._right = len(self._items)

    def insert(self, place: int, widget: QWidget) -> None:
        """Puts a widget among the others."""
        self.addChildWidget(widget)
        self._items.insert(place, QWidgetItem(widget))
        if self._right is not None and place <= self._right:
            self._right += 1
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Qt's way in; `addWidget` leads here."""
        self._items.append(item)

    def count(self) -> int:
        """The items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """An item, None past the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Gives an item away."""
        if not 0 <= index < len(self._items):
            return None
        if self._right is not None and index < self._right:
            self._right -= 1
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        """Takes the width there is."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows."""
        edges = self.contentsMargins()
        inner = width - edges.left() - edges.right()
        return self._place(QRect(0, 0, inner, 0), move=False) + edges.top() + edges.bottom()

    def sizeHint(self) -> QSize:
        """Everything in one row."""
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(len(hints) - 1, 0)
        return self._with_edges(QSize(width, max((hint.height() for hint in hints), default=0)))

    def minimumSize(self) -> QSize:
        """The widest item alone."""
        least = [item.minimumSize() for item in self._items if not item.isEmpty()]
        width, height = (
            max((size.width() for size in least), default=0),
            max((s.height() for s in least), default=0),
        )
        return self._with_edges(QSize(width, height))

    def setGeometry(self, rect: QRect) -> None:
        """Places the items."""
        super().setGeometry(rect)
        self._place(rect.marginsRemoved(self.contentsMargins()), move=True)

    def _with_edges(self, size: QSize) -> QSize:
        edges = self.contentsMargins()
        return size.grownBy(edges)

    def _rows(self, width: int) -> list[list[tuple[int, QLayoutItem, int]]]:
        """(place, item, width) row by row. Qt also asks with no width at all, and with less than that."""
        width = max(width, 0)
        rows: list[list[tuple[int, QLayoutItem, int]]] = []
        used = width + 1
        for place, item in enumerate(self._items):
            if item.isEmpty():
                continue
            wide = min(max(item.sizeHint().width(), item.minimumSize().width()), width)
            if used + wide > width:
                rows.append([])
                used = 0
            rows[-1].append((place, item, wide))
            used += wide + self.spacing()
        return rows

    def _place(self, rect: QRect, *, move: bool) -> int:
        top = rect.top()
        for row in self._rows(rect.width()):
            free = rect.width() - sum(wide for _, _, wide in row) - self.spacing() * (len(row) - 1)
            growing = sum(bool(item.expandingDirections() & _EXPANDS) for _, item, _ in row)
            height = max(_height(item, wide) for _, item, wide in row)
            left = rect.left()
            for at, (place, item, wide) in enumerate(row):
                if growing and item.expandingDirections() & _EXPANDS:
                    room = wide + free // growing
                else:
                    room = wide
                    right = self._right is not None and place >= self._right
                    if right and not growing and (not at or row[at - 1][0] < (self._right or 0)):
                        left += free
                if move:
                    own = _height(item, room)
                    item.setGeometry(QRect(QPoint(left, top + (height - own) // 2), QSize(room, own)))
                left += room + self.spacing()
            top += height + self.spacing()
        return max(top - self.spacing() - rect.top(), 0)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


class ShortLabel(QLabel):
    """One line that ends in "…" where there is no room; the whole text is its tooltip then."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        least = self.fontMetrics().averageCharWidth() * 8
        return QSize(min(least, super().sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tooltip is there when it is needed."""
        super().resizeEvent(event)
        self.setToolTip(self.text() if self._shown() != self.text() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """As a label, but shortened."""
        del event
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self.alignment()), self._shown())
        painter.end()

    def _shown(self) -> str:
        return self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )
