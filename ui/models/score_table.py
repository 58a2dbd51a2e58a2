"""A table of scores for a table view: any of `gsmon_desktop.reports.rating_tables`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from gsmon_desktop.reports.tables_of_scores import TEXT, Table, Value
from ui.widgets.matching import fold

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_WRAP = int(Qt.TextFlag.TextWordWrap)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class ScoreTableModel(QAbstractTableModel):
    """Shows the table it is given, as texts in the window's language."""

    table: Table | None = None
    texts: Sequence[Sequence[str]] = ()
    """As shown, headings first."""
    short = False
    """Are headings that have a shorter form shown so?"""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._order: Sequence[int] = ()
        self._column, self._direction = -1, Qt.SortOrder.AscendingOrder
        self._wanted: list[str] = []

    @property
    def given(self) -> Sequence[Sequence[Value]]:
        """All rows of the table, those not shown too."""
        return self.table.rows if self.table else ()

    def show(self, table: Table | None) -> None:
        """Takes over a table; None shows nothing. Another one than before comes in its own order."""
        if table is None or self.table is None or table.id != self.table.id:
            self._column = -1
        self.table = table
        self._arrange()

    def narrow(self, query: str) -> None:
        """Shows only rows that hold every word of the query; "" shows all."""
        self._wanted = fold(query).split()
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts by a column's values, where there is none last; a negative one is the table's own order."""
        self._column, self._direction = column, order
        self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        table = self.table
        order: Sequence[int] = range(len(self.given))
        if table and 0 <= self._column < len(table.columns):
            order = _sorted(table, self._column, descending=self._direction == Qt.SortOrder.DescendingOrder)
        heading, *texts = _localised(table) if table else [[]]
        self._order = [at for at in order if self._asked_for(texts[at])]
        self.texts = [heading, *(texts[at] for at in self._order)] if table else ()
        self.endResetModel()

    def _asked_for(self, texts: Sequence[str]) -> bool:
        return not self._wanted or all(word in fold(" ".join(texts)) for word in self._wanted)

    def row_of(self, key: tuple[str, str]) -> int:
        """The row shown that is about this; -1 where there is none."""
        return next((row for row in range(len(self._order)) if self.key(row) == key), -1)

    def key(self, row: int) -> tuple[str, str]:
        """What a row is about: (region | body | service | "", its key)."""
        keys = self.table.keys if self.table else ()
        at = self._order[row] if 0 <= row < len(self._order) else -1
        return keys[at] if 0 <= at < len(keys) else ("", "")

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The rows."""
        return 0 if parent.isValid() or not self.table else len(self._order)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """The columns."""
        return 0 if parent.isValid() or not self.table else len(self.table.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation != Qt.Orientation.Horizontal or not self.table:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _WRAP | (_LEFT if self.table.columns[section].kind == TEXT else _RIGHT)
        if role == Qt.ItemDataRole.DisplayRole and self.short and self.table.columns[section].short:
            return self.table.columns[section].short
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return self.texts[0][section] if role in shown else None

    def spared(self) -> Sequence[int]:
        """The columns that may be left out, those that go first before the others."""
        columns = enumerate(self.table.columns if self.table else ())
        return [at for at, each in sorted(columns, key=lambda pair: -pair[1].spare) if each.spare]

    def shorten(self, short: bool) -> None:  # noqa: FBT001 - a state
        """Shows headings in their short or their full form."""
        if short != self.short:
            self.short = short
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(self.columnCount() - 1, 0))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell."""
        if not index.isValid() or not self.table:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and self.table.columns[index.column()].kind != TEXT:
            return _RIGHT
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.texts[index.row() + 1][index.column()]
        return None


def _sorted(table: Table, column: int, *, descending: bool) -> list[int]:
    """The places of a table's rows by a column; cells with no value of the column's kind stay last."""
    of_texts = table.columns[column].kind == TEXT
    values = {at: row[column] for at, row in enumerate(table.rows)}
    told = {
        at: value for at, value in values.items() if value is not None and isinstance(value, str) is of_texts
    }
    return [*sorted(told, key=told.__getitem__, reverse=descending), *(at for at in values if at not in told)]


def _localised(table: Table) -> list[list[str]]:
    """The table's texts with the window's decimal sign in its numbers."""
    point = QLocale().decimalPoint()
    whole = [column.kind == TEXT for column in table.columns]

    def shown(row: list[str]) -> list[str]:
        return [text if as_is else text.replace(".", point) for text, as_is in zip(row, whole, strict=True)]

    heading, *rows = table.texts()
    return [heading, *map(shown, rows)]
