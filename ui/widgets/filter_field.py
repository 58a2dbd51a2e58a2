"""The field over a table that keeps the rows with the words typed in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.i18n import is_language_change
from ui.models.rows import RowsModel
from ui.models.score_table import ScoreTableModel
from ui.widgets.search_field import SearchField
from ui.widgets.table import RowTable

_FEW = 2
"""So few rows need no field."""


class FilterField(SearchField):
    """Ctrl+F comes here, Escape empties it, Down and Enter go on to the table. Hidden over a short list."""

    def __init__(self, model: RowsModel | ScoreTableModel, table: RowTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self.goes_to = model, table
        self.setMaximumWidth(260)
        self.textChanged.connect(model.narrow)
        model.modelReset.connect(self._on_model_reset)
        self._find = QShortcut(QKeySequence.StandardKey.Find, parent, self._on_find_pressed)
        self._find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._retranslate()
        self._on_model_reset()

    def changeEvent(self, event: QEvent) -> None:
        """New language."""
        if is_language_change(event):
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setPlaceholderText(self.tr("Найти в списке"))
        self.setAccessibleName(self.tr("Найти в списке"))

    def _on_model_reset(self) -> None:
        self.setVisible(len(self._model.given) > _FEW or bool(self.text()))

    def _on_find_pressed(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
