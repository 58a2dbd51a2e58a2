"""The chosen row of a table of interviews and the interview beside it: always one that is in the list."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject

from gsmon_desktop.store import Workspace, interviews
from gsmon_desktop.store.interviews import Narrowing
from ui.models.interviews import InterviewsModel
from ui.screens.interviews_preview import Preview
from ui.screens.interviews_table import InterviewsTable
from ui.tasks import Tasks


class Choice(QObject):
    """The first row at first; the same interview as long as the list has it; else what is in its place, or
    after another narrowing the first row again."""

    def __init__(
        self, tasks: Tasks, model: InterviewsModel, table: InterviewsTable, preview: Preview
    ) -> None:
        super().__init__(table)
        self._tasks, self._model, self._table, self._preview = tasks, model, table, preview
        self.key = ""
        self._row = 0
        self._narrowing: Narrowing = {}
        model.counted.connect(self._on_counted)
        model.dataChanged.connect(self._on_data_changed)
        table.selectionModel().currentRowChanged.connect(self._on_current_changed)

    def narrow(self, narrowing: Narrowing) -> None:
        """Shows only these in the table."""
        if narrowing != self._narrowing:
            self._narrowing, self._row = narrowing, 0
        self._model.show_only(narrowing)

    def show(self, key: str) -> None:
        """Opens one interview; its row, where it is among those read, is the chosen one."""
        self._open(key)
        self._table.selectionModel().clear()
        self._mark(self._model.find_row(key))

    def _open(self, key: str) -> None:
        self.key = key
        self._preview.show_interview(key)

    def _mark(self, row: int) -> None:
        if 0 <= row < self._model.rowCount():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self._table.selectionModel().setCurrentIndex(self._model.index(row, 0), flags)

    def _on_counted(self, count: int) -> None:
        row = self._model.find_row(self.key)
        if count == 0:
            self._open("")
        elif row >= 0:
            self._mark(row)
        elif not self.key:
            self._mark(0)
        else:
            work = partial(_is_among, key=self.key, narrowing=self._narrowing)
            self._tasks.lane(work, partial(self._on_sought, self.key, self._narrowing))

    def _on_sought(self, key: str, narrowing: Narrowing, found: bool) -> None:  # noqa: FBT001 - a result
        if not found and (key, narrowing) == (self.key, self._narrowing):
            self._mark(min(self._row, self._model.rowCount() - 1))

    def _on_current_changed(self, current: QModelIndex) -> None:
        row = self._model.row_at(current.row()) if current.isValid() else None
        if row is not None:
            self._row = current.row()
            if row.id != self.key:
                self._open(row.id)

    def _on_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        here = self._table.currentIndex()
        if first.row() <= here.row() <= last.row():
            self._on_current_changed(here)


def _is_among(ws: Workspace, key: str, narrowing: Narrowing) -> bool:
    asked: Narrowing = {**narrowing, "id": key}
    return interviews.count(ws, **asked) > 0
