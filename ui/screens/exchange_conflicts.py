"""Обмен, conflicts: two edits of one revision side by side, and a person's choice."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QVBoxLayout, QWidget

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import conflicts
from gsmon_desktop.exchange.comparing import Compared, compare
from gsmon_desktop.exchange.conflicts import Conflict, Side
from gsmon_desktop.store import interviews
from ui import theme, words
from ui.dialogs.files import FileDialogs
from ui.i18n import Language
from ui.models.rows import Column, RowsModel, whole
from ui.screens.base import Screen, label
from ui.tasks import Tasks
from ui.widgets.filter_field import FilterField
from ui.widgets.save_button import SaveButton
from ui.widgets.table import RowTable

_LIST_WIDTH = 360


class ConflictsPage(Screen):
    """Conflicts on the left; what the two edits answer differently on the right; two buttons to choose."""

    def __init__(self, tasks: Tasks, language: Language, files: FileDialogs, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks, self._language = tasks, language
        self._compared: Compared | None = None
        self.about, self.empty = label("muted", self), label("muted", self)
        self.about.setWordWrap(True)
        self.empty.setWordWrap(True)
        self.model, self.table = RowsModel(self._columns(), self), RowTable(self)
        self.table.setModel(self.model)
        self.table.sort_by_headings()
        self.table.setFixedWidth(_LIST_WIDTH)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.lines, self.sides = RowsModel(self._line_columns(), self), RowTable(self)
        self.sides.setModel(self.lines)
        self.sides.sort_by_headings()
        self.sides.setWordWrap(True)
        self.sides.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.sides.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.narrow = FilterField(self.model, self.table, self)
        self.save = SaveButton(tasks, files, lambda: self.tr("Расхождение"), self.sides.reader, self)
        self.save.troubled.connect(self.troubled)
        self.ours, self.theirs = QPushButton(self), QPushButton(self)
        self.ours.clicked.connect(partial(self._settle, "ours"))
        self.theirs.clicked.connect(partial(self._settle, "theirs"))
        self.first: QWidget = self.table
        """What has the keyboard first."""
        self._lay_out()
        self.retranslate()
        self._show(())

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.S)
        buttons.addWidget(self.save)
        buttons.addStretch(1)
        buttons.addWidget(self.ours)
        buttons.addWidget(self.theirs)
        right = QVBoxLayout()
        right.setSpacing(theme.M)
        right.addWidget(self.sides, 1)
        right.addLayout(buttons)
        row = QHBoxLayout()
        row.setSpacing(theme.L)
        left = QVBoxLayout()
        left.setSpacing(theme.S)
        left.addWidget(self.narrow)
        left.addWidget(self.table, 1)
        row.addLayout(left)
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, theme.XL, theme.L)
        column.setSpacing(theme.M)
        column.addWidget(self.about)
        column.addWidget(self.empty)
        column.addLayout(row, 1)
        column.addStretch(0)

    def _columns(self) -> Sequence[Column]:
        return (
            whole(lambda: self.tr("№"), lambda c: c.local),
            Column(lambda: self.tr("Пришло"), lambda c: words.moment(c.at), lambda c: c.at),
            Column(lambda: self.tr("С устройства"), lambda c: c.device[:8]),
        )

    def _line_columns(self) -> Sequence[Column]:
        return (
            Column(lambda: self.tr("Вопрос"), lambda line: line.label),
            Column(lambda: self._side_words(self.tr("Здесь"), self._side(0)), lambda line: line.ours or "—"),
            Column(
                lambda: self._side_words(self.tr("Пришло"), self._side(1)), lambda line: line.theirs or "—"
            ),
        )

    def _side(self, at: int) -> Side | None:
        return None if self._compared is None else (self._compared.ours, self._compared.theirs)[at]

    def _side_words(self, word: str, side: Side | None) -> str:
        if side is None:
            return word
        if side.status == interviews.DELETED:
            return word + ": " + self.tr("удалено")
        return ", ".join(filter(None, (word, side.interviewer, words.short_moment(side.finished or ""))))

    # ------------------------------------------------------------ what is shown

    def refresh(self) -> None:
        """Reads the conflicts."""
        self._tasks.lane(conflicts.listing, self._show, self._on_failed)

    def _show(self, found: Sequence[Conflict]) -> None:
        self._compared = None
        self.model.show_rows(found)
        for each in (self.table, self.sides, self.save, self.ours, self.theirs, self.about):
            each.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.lines.show_rows(())
        if found:
            self.table.selectRow(0)

    def _on_current_changed(self, current: QModelIndex) -> None:
        if 0 <= current.row() < len(self.model.rows):
            number = self.model.rows[current.row()].number
            work = partial(compare, number=number, language=self._language.code, now=self._tasks.now)
            self._tasks.lane(work, self._compare, self._on_failed)

    def _compare(self, compared: Compared) -> None:
        self._compared = compared
        self.lines.show_rows(compared.lines)
        self.lines.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 2)

    def retranslate(self) -> None:
        """Writes the texts, the questions' too."""
        self.about.setText(
            self.tr(
                "Одну и ту же запись исправили на двух компьютерах. Сравните ответы и выберите верную: "
                "вторая останется в журнале."
            )
        )
        self.empty.setText(
            self.tr("Расхождений нет. Они появятся, если одно интервью исправят на двух компьютерах.")
        )
        self.ours.setText(self.tr("Оставить здешнюю"))
        self.theirs.setText(self.tr("Взять присланную"))
        self.table.setAccessibleName(self.tr("Записи с расхождениями"))
        self.sides.setAccessibleName(self.tr("Ответы, которые различаются"))
        self.model.retranslate()
        self.lines.retranslate()
        self._on_current_changed(self.table.currentIndex())

    def _settle(self, choice: str) -> None:
        if self._compared is not None:
            work = partial(conflicts.settle, number=self._compared.number, choice=choice, now=self._tasks.now)
            self._tasks.lane(work, failed=self._on_failed, changes=("interview", "package"))

    def _on_failed(self, error: GsmonError) -> None:
        self.troubled.emit(error)
