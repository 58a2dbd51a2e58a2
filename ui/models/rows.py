"""A table model over rows at hand: for lists short enough to be read whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.widgets.matching import fold

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class Column:
    """A column: its heading and a row's text, both asked for each time, so that a new language shows at once.

    `order` gives what rows are sorted by, where it is not the text; `number` columns stand at the right.
    """

    heading: Callable[[], str]
    text: Callable[[Any], str]
    order: Callable[[Any], Any] | None = None
    number: bool = False


class RowsModel(QAbstractTableModel):
    """Shows the rows it is given that hold the words asked for, sorted by a column once one was chosen."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self.given: Sequence[Any] = ()
        self.rows: Sequence[Any] = ()
        """The rows shown."""
        self._wanted: list[str] = []
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Takes over other rows."""
        self.beginResetModel()
        self.given = rows
        self.rows = self._in_order([row for row in rows if self._asked_for(row)])
        self.endResetModel()

    def narrow(self, query: str) -> None:
        """Shows only rows that hold every word of the query; "" shows all."""
        self._wanted = fold(query).split()
        self.show_rows(self.given)

    def _asked_for(self, row: Any) -> bool:
        if not self._wanted:
            return True
        said = fold(" ".join(column.text(row) for column in self._columns))
        return all(word in said for word in self._wanted)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts by a column; a negative one keeps the order the rows come in."""
        self._sorted = (column, order) if column >= 0 else None
        self.show_rows(self.given)

    def _in_order(self, rows: Sequence[Any]) -> Sequence[Any]:
        if self._sorted is None:
            return rows
        column = self._columns[self._sorted[0]]
        descending = self._sorted[1] == Qt.SortOrder.DescendingOrder
        return sorted(rows, key=column.order or column.text, reverse=descending)

    def retranslate(self) -> None:
        """The same rows in another language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self._columns) - 1))

    def rowCount(self, parent: Index = ROOT) -> int:
        """The rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """The columns."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and self._columns[section].number:
            return RIGHT
        return self._columns[section].heading() if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's words."""
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and column.number:
            return RIGHT
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(self.rows[index.row()])
        return None


def whole(heading: Callable[[], str], of: Callable[[Any], int]) -> Column:
    """A column of whole numbers."""
    return Column(heading, lambda row: str(of(row)), of, number=True)
