"""The table of whole rows that every list of the window is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHelpEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

_MEASURED = 30
"""Rows whose texts decide how wide a column is: more than are seen at once are not asked."""


class RowTable(QTableView):
    """Whole rows, no grid. Enter or a double click takes a row, Ctrl+C copies rows, Tab leaves.

    Columns a narrow window has no room for are in the tool tip of their row, and in what is copied or saved.
    """

    taken = Signal(QModelIndex)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(self.taken)
        self._spared: Sequence[int] = ()
        self._name = self._letters = 0
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setResizeContentsPrecision(_MEASURED)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Takes a model; columns have other widths with other rows."""
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self._leave_out)

    def spare(self, columns: Sequence[int], name: int, letters: int) -> None:
        """`columns` give way, in this order, where column `name` would show less than so many `letters`."""
        self._spared, self._name, self._letters = columns, name, letters
        self._leave_out()

    def _leave_out(self) -> None:
        heads = self.horizontalHeader()
        if not self._spared or heads.count() <= self._name:
            return
        for place in self._spared:
            self.setColumnHidden(place, False)
        wide = [
            0 if self.isColumnHidden(at) else max(self.sizeHintForColumn(at), heads.sectionSizeHint(at))
            for at in range(heads.count())
        ]
        wide[self._name] = self._letters * self.fontMetrics().averageCharWidth()
        lacking = sum(wide) - self.viewport().width()
        for place in self._spared:
            if lacking <= 0:
                break
            self.setColumnHidden(place, True)
            lacking -= wide[place]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns give way or come back."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._leave_out()

    def viewportEvent(self, event: QEvent) -> bool:
        """A tool tip tells the cell, then what there is no column for."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            if index.isValid():
                QToolTip.showText(event.globalPos(), self.told(index), self.viewport())
                return True
        return super().viewportEvent(event)

    def told(self, index: QModelIndex) -> str:
        """A cell's tool tip."""
        lines = [str(index.data(Qt.ItemDataRole.ToolTipRole) or "")]
        for place in range(self.model().columnCount()):
            if self.isColumnHidden(place):
                head = self.model().headerData(place, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
                head = head or self.model().headerData(place, Qt.Orientation.Horizontal)
                lines.append(f"{head}: {index.siblingAtColumn(place).data()}")
        return "\n".join(filter(None, lines))

    def sort_by_headings(self) -> None:
        """A click on a heading sorts by it; until then the rows keep the order they come in."""
        self.horizontalHeader().setSortIndicatorClearable(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Ctrl+C."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Puts the chosen rows, under their headings, onto the clipboard as a table."""
        lines = self.texts(self.chosen())
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))

    def chosen(self) -> list[int]:
        """The chosen rows from the top down, by their ranges: there may be very many."""
        selection = self.selectionModel().selection()
        ranges = [selection.at(place) for place in range(selection.count())]
        return sorted({row for each in ranges for row in range(each.top(), each.bottom() + 1)})

    def reader(self) -> Callable[[object], list[list[str]]]:
        """Gives the headings and every row as they are shown now, for a `SaveButton`."""
        shown = self.texts(list(range(self.model().rowCount())))
        return lambda _: shown

    def texts(self, rows: list[int]) -> list[list[str]]:
        """The headings, then the rows asked for, as they are shown."""
        model = self.model()
        places = range(model.columnCount())
        heads = [str(model.headerData(place, Qt.Orientation.Horizontal)) for place in places]
        return [heads, *([str(model.index(row, place).data()) for place in places] for row in rows)]
