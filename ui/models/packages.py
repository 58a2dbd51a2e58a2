"""The table of packages made here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from gsmon_desktop.exchange.history import Package
from ui import words

COLUMNS = ("sequence", "made", "state", "interviews", "media", "size", "file")
_NUMBERS = ("sequence", "interviews", "media", "size")
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class PackagesModel(QAbstractTableModel):
    """Shows the packages it is given; there are few, so all at once."""

    packages: Sequence[Package] = ()

    def show_packages(self, packages: Sequence[Package]) -> None:
        """Takes over a new list."""
        self.beginResetModel()
        self.packages = packages
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """One row a package."""
        return 0 if parent.isValid() else len(self.packages)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """The columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and COLUMNS[section] in _NUMBERS:
            return _RIGHT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            "sequence": self.tr("№"),
            "made": self.tr("Собран"),
            "state": self.tr("Состояние"),
            "interviews": self.tr("Интервью"),
            "media": self.tr("Файлы"),
            "size": self.tr("Размер"),
            "file": self.tr("Имя файла"),
        }[COLUMNS[section]]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell."""
        if not index.isValid():
            return None
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _NUMBERS:
            return _RIGHT
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return self._text(self.packages[index.row()], column)

    def _text(self, package: Package, column: str) -> str:
        if column == "made":
            return words.moment(package.made)
        if column == "state":
            return self._state(package.state)
        if column == "size":
            return words.size(package.size)
        return str(getattr(package, column))

    def _state(self, state: str) -> str:
        return {
            "made": self.tr("собран"),
            "sent": self.tr("отправлен"),
            "accepted": self.tr("принят"),
            "refused": self.tr("отклонён"),
        }[state]
