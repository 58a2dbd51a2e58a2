"""A list that opens under a field, over what follows it, and never takes the keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QScrollArea, QWidget

from ui.widgets.keys import is_enter

_MOST_PIXELS = 288
_UNIFORM_FROM = 500
_Role = Qt.ItemDataRole
_TEXT_ROLES = frozenset(
    int(role) for role in (_Role.DisplayRole, _Role.ToolTipRole, _Role.AccessibleTextRole)
)
"""The roles that are asked for by the thousand while a list is laid out, as the figures Qt asks by."""


class Lines(QAbstractListModel):
    """Lines of text, some of them, in a given order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._texts: Sequence[str] = ()
        self._shown: list[int] = []

    def show_lines(self, texts: Sequence[str], shown: list[int]) -> None:
        """`texts` are all lines, `shown` the indices to show."""
        self.beginResetModel()
        self._texts, self._shown = texts, shown
        self.endResetModel()

    def source(self, row: int) -> int:
        """Which of the lines stands in a row."""
        return self._shown[row]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Rows of the list."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The line's text."""
        return self._texts[self._shown[index.row()]] if role in _TEXT_ROLES else None


class Dropdown(QListView):
    """Opens under `field`; the field's owner hands it the keys."""

    picked = Signal(int)
    """A line was taken: its index among all lines."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(_host(field))  # moving it there when it opens costs some milliseconds
        self._field = field
        field.destroyed.connect(self.deleteLater)
        self.lines = Lines(self)
        self.setModel(self.lines)
        self.setObjectName("dropdown")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.Box)
        self.setWordWrap(True)
        self.setSpacing(1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.clicked.connect(lambda index: self.picked.emit(self.lines.source(index.row())))
        self.hide()

    def open(self, texts: Sequence[str], shown: list[int], *, current: bool) -> None:
        """Show these lines, the first one marked when `current`; closes when there are none."""
        self.lines.show_lines(texts, shown)
        self.scrollToTop()
        self.setUniformItemSizes(len(shown) > _UNIFORM_FROM)
        if not shown or not self._field.isVisible():
            self.hide()
            return
        self._place(len(shown))
        self.setCurrentIndex(self.lines.index(0) if current else QModelIndex())
        self.scrollToTop()

    def _place(self, count: int) -> None:
        host = _host(self._field)
        if self.parentWidget() is not host:
            self.setParent(host)
        width = self._field.width()
        self.resize(width, _MOST_PIXELS)
        # Rows wrap, so only the laid-out list knows how high it is.
        self.doItemsLayout()
        height = self.visualRect(self.lines.index(min(count, 12) - 1)).bottom() + 2 * self.frameWidth() + 4
        self.setGeometry(0, 0, width, min(height, _MOST_PIXELS))
        self.move(self._field.mapTo(host, QPoint(0, self._field.height() + 2)))
        self.show()
        self.raise_()

    def press(self, event: QKeyEvent) -> bool:
        """Up, Down and the pages walk; Enter takes the marked line. False: the key is not for the list."""
        row, last = self.currentIndex().row(), self.lines.rowCount() - 1
        if is_enter(event):
            if not self.isVisible() or row < 0 or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                return False
            self.picked.emit(self.lines.source(row))
            return True
        if not self.isVisible():
            return False
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        step = steps.get(Qt.Key(event.key()), 0)
        if not step or (row < 0 and step < 0) or (row == 0 and step == -1):
            return False
        target = self.lines.index(max(0, min(last, row + step)))
        self.setCurrentIndex(target)
        self.scrollTo(target)
        return True


def _host(field: QWidget) -> QWidget:
    """What the list lies on: the scrolled page, so that it moves with the field; else the window."""
    parent = field.parentWidget()
    while parent is not None:
        page = parent.widget() if isinstance(parent, QScrollArea) else None
        if page is not None:
            return page
        parent = parent.parentWidget()
    return field.window()
