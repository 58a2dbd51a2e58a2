"""The table of interviews, of all or of some kinds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from ui import theme
from ui.models.interviews import COLUMNS, InterviewsModel
from ui.widgets.table import RowTable

_WIDEST = {
    "number": "00000",
    "status": "Исправляется",
    "started": "00.00 00:00",
    "region": "Карагандинск…",
    "interviewer": "Салтанат И.",
    "seconds": "00:00",
    "sent": "Пакет",
}
"""Columns are as wide as this text; the service takes what is left."""
_SPARED = ("sent", "seconds", "interviewer", "region", "started")
"""Columns that give way, in this order, where the service would be left too little."""
_LEAST = 20
"""Letters a service's name needs at the least."""


class InterviewsTable(RowTable):
    """The table of interviews: sorted by the store, columns that give way to the service's name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSortingEnabled(False)
        columns = self.horizontalHeader()
        columns.setSortIndicatorShown(True)
        columns.setSectionsClickable(True)

    def setModel(self, model: object) -> None:
        """Takes the model and sets the columns' widths."""
        super().setModel(model)  # type: ignore[arg-type]
        stretched = COLUMNS.index("service")
        self.horizontalHeader().setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        started = COLUMNS.index("started")
        self.horizontalHeader().setSortIndicator(started, Qt.SortOrder.DescendingOrder)
        self.model().headerDataChanged.connect(lambda *_: self._fit())
        self._fit()

    def copy(self) -> None:
        """Puts the chosen rows onto the clipboard; those that nobody looked at yet are read first."""
        model, rows = self.model(), self.chosen()
        if isinstance(model, InterviewsModel) and not model.are_read(rows):
            model.copy(rows)
        else:
            super().copy()

    def changeEvent(self, event: QEvent) -> None:
        """Rows and columns grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns give way or come back."""
        super().resizeEvent(event)
        self._fit()

    def _heading(self, name: str) -> str:
        return str(self.model().headerData(COLUMNS.index(name), Qt.Orientation.Horizontal) or "")

    def _fit(self) -> None:
        """Rows and columns as the text's size and the room ask for."""
        metrics = self.fontMetrics()
        widths = {
            name: max(metrics.horizontalAdvance(each) for each in (text, self._heading(name))) + 2 * theme.L
            for name, text in _WIDEST.items()
        }
        room = self.viewport().width() - metrics.averageCharWidth() * _LEAST
        for name in _SPARED:
            spare = sum(widths.values()) > room
            self.setColumnHidden(COLUMNS.index(name), spare)
            if spare:
                del widths[name]
        for name, width in widths.items():
            self.setColumnWidth(COLUMNS.index(name), width - theme.S)
        self.verticalHeader().setDefaultSectionSize(metrics.height() + theme.M)
