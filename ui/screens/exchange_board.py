"""Обмен, the board: every region and device, what came from it last, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange.board import Line, board
from gsmon_desktop.methodology.catalogue import Catalogue
from ui import theme, words
from ui.dialogs.files import FileDialogs
from ui.i18n import Language
from ui.models.rows import Column, RowsModel, whole
from ui.screens.base import Screen, label
from ui.tasks import Tasks
from ui.widgets.filter_field import FilterField
from ui.widgets.save_button import SaveButton
from ui.widgets.table import RowTable

_SPARED = (5, 2, 0)
"""Columns that give way where there is no room: packages, device, region."""
_MISSING, _MISSING_LETTERS = 9, 16


class BoardPage(Screen):
    """For whoever gathers: a line a device."""

    def __init__(
        self, tasks: Tasks, catalogue: Catalogue, language: Language, files: FileDialogs, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._tasks, self._catalogue, self._language = tasks, catalogue, language
        self.about, self.empty = label("muted", self), label("muted", self)
        self.about.setWordWrap(True)
        self.empty.setWordWrap(True)
        self.model, self.table = RowsModel(self._columns(), self), RowTable(self)
        self.table.setModel(self.model)
        self.table.sort_by_headings()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.spare(_SPARED, _MISSING, _MISSING_LETTERS)
        self.first: QWidget = self.table
        """What has the keyboard first."""
        self.narrow = FilterField(self.model, self.table, self)
        self.save = SaveButton(tasks, files, self._list_name, self.table.reader, self)
        self.save.troubled.connect(self.troubled)
        head = QHBoxLayout()
        head.addWidget(self.about, 1)
        head.addWidget(self.narrow)
        head.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, theme.XL, theme.L)
        column.setSpacing(theme.M)
        column.addLayout(head)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        self.retranslate()
        self._show(())

    def _columns(self) -> Sequence[Column]:
        return (
            Column(lambda: self.tr("Регион"), self._region),
            Column(lambda: self.tr("Кто"), lambda line: line.person or "—"),
            Column(lambda: self.tr("Устройство"), lambda line: line.device[:8]),
            whole(lambda: self.tr("Последний №"), lambda line: line.last),
            Column(
                lambda: self.tr("Собран"), lambda line: words.short_moment(line.made), lambda line: line.made
            ),
            whole(lambda: self.tr("Пакетов"), lambda line: line.packages),
            whole(lambda: self.tr("Интервью"), lambda line: line.interviews),
            whole(lambda: self.tr("Отложено"), lambda line: line.refused + line.waiting),
            whole(lambda: self.tr("Расхождений"), lambda line: line.conflicts),
            Column(lambda: self.tr("Не пришло"), self._missing),
        )

    def _region(self, line: Line) -> str:
        return words.region(self._catalogue, line.region, self._language.code) or "—"

    def _missing(self, line: Line) -> str:
        numbers = ", ".join(f"№ {number}" for number in line.lost)
        parts = ", ".join(self.tr("часть {part}").format(part=part) for part in line.parts)
        return "; ".join(filter(None, (numbers, parts)))

    def _list_name(self) -> str:
        return self.tr("Сводка по устройствам")

    def refresh(self) -> None:
        """Reads the board."""
        self._tasks.lane(board, self._show, self._on_failed)

    def _show(self, lines: Sequence[Line]) -> None:
        self.model.show_rows(lines)
        for each in (self.table, self.save, self.about):
            each.setVisible(bool(lines))
        self.empty.setVisible(not lines)

    def retranslate(self) -> None:
        """Writes the texts."""
        self.about.setText(
            self.tr("«Не пришло» называет пакеты и части, которых нет: попросите прислать их ещё раз.")
        )
        self.empty.setText(self.tr("Чужих пакетов ещё не было. Примите их на странице «Приём»."))
        self.table.setAccessibleName(self._list_name())
        self.model.retranslate()

    def _on_failed(self, error: GsmonError) -> None:
        self.troubled.emit(error)
