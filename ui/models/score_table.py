"""A table of scores for a table view: any of `gsmon_desktop.reports.rating_tables`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt

from gsmon_desktop.reports.tables_of_scores import TEXT, Table

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class ScoreTableModel(QAbstractTableModel):
    """Shows the table it is given, as texts in the window's language."""

    table: Table | None = None
    texts: Sequence[Sequence[str]] = ()

    def show(self, table: Table | None) -> None:
        """Takes over a table; None shows nothing."""
        self.beginResetModel()
        self.table = table
        self.texts = _localised(table) if table else ()
        self.endResetModel()

    def key(self, row: int) -> tuple[str, str]:
        """What a row is about: (region | body | service | "", its key)."""
        keys = self.table.keys if self.table else ()
        return keys[row] if 0 <= row < len(keys) else ("", "")

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The rows."""
        return 0 if parent.isValid() or not self.table else len(self.table.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """The columns."""
        return 0 if parent.isValid() or not self.table else len(self.table.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation != Qt.Orientation.Horizontal or not self.table:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and self.table.columns[section].kind != TEXT:
            return _RIGHT
        return self.texts[0][section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell."""
        if not index.isValid() or not self.table:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and self.table.columns[index.column()].kind != TEXT:
            return _RIGHT
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.texts[index.row() + 1][index.column()]
        return None


def _localised(table: Table) -> list[list[str]]:
    """The table's texts with the window's decimal sign in its numbers."""
    point = QLocale().decimalPoint()
    whole = [column.kind == TEXT for column in table.columns]

    def shown(row: list[str]) -> list[str]:
        return [text if as_is else text.replace(".", point) for text, as_is in zip(row, whole, strict=True)]

    heading, *rows = table.texts()
    return [heading, *map(shown, rows)]
