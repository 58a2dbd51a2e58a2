"""The field that searches a list: the same keys on every screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget


class SearchField(QLineEdit):
    """Escape empties it, Down and Enter go on to the list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(True)
        self.goes_to: QAbstractItemView | None = None
        """The list searched."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape, Down, Enter."""
        view = self.goes_to
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and view is not None:
            model = view.model()
            if model is not None and model.rowCount():
                view.setFocus(Qt.FocusReason.TabFocusReason)
                if not view.currentIndex().isValid():
                    view.setCurrentIndex(model.index(0, 0))
        else:
            super().keyPressEvent(event)
