"""Интервью: all of them in one table, found by words and chips, read on the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.store import interviews
from gsmon_desktop.store.interviews import Narrowing
from ui import theme, words
from ui.dialogs.files import FileDialogs
from ui.dialogs.finder import Entry
from ui.i18n import Language
from ui.models.interviews import InterviewsModel
from ui.screens.base import Hints, Screen, label
from ui.screens.interviews_choice import Choice
from ui.screens.interviews_preview import Preview
from ui.screens.interviews_table import InterviewsTable
from ui.tasks import Tasks
from ui.widgets.chip import Chip, switch
from ui.widgets.flow import Flow
from ui.widgets.save_button import SaveButton
from ui.widgets.search_field import SearchField

TYPING_MS = 150
"""After so long without a key the search looks."""
_RARE = (interviews.SECOND, interviews.DELETED, interviews.QUARANTINED)
"""States whose chips stand there only while some interview is in them."""


class InterviewsScreen(Screen):
    """The table stays smooth at any length: the model reads pages as they come into view."""

    changes = frozenset({"interview", "package"})
    resume_requested = Signal(str)
    again_requested = Signal(str)
    """Type this finished interview in a second time."""

    def __init__(
        self,
        tasks: Tasks,
        catalogue: Catalogue,
        language: Language,
        files: FileDialogs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._catalogue, self._language = tasks, catalogue, language
        self.title, self.count = label("title", self), label("muted", self)
        self.search = SearchField(self)
        self._statuses = QButtonGroup(self)
        self.statuses = {
            status: switch(self._statuses, self.apply, self)
            for status in ("", interviews.DRAFT, interviews.FINISHED, *_RARE)
        }
        for status in _RARE:
            self.statuses[status].hide()
        self.statuses[""].setChecked(True)
        self.region, self.service = Chip(self._regions, self), Chip(self._services, self)
        self.reset = QPushButton(self)
        self.reset.setProperty("kind", "quiet")
        self.model = InterviewsModel(tasks, catalogue, self._code, self)
        self.table = InterviewsTable(self)
        self.search.goes_to = self.table
        self.table.setModel(self.model)
        self.save = SaveButton(tasks, files, self._name, self.model.reader, self)
        self.preview = Preview(tasks, catalogue, self._code, files, self)
        self.choice = Choice(tasks, self.model, self.table, self.preview)
        self.empty = label("muted", self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.hide()
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._lay_out()
        self._connect()
        self.first = self.table
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.M)
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addSpacing(theme.L)
        head.addWidget(self.search, 1)
        chips = Flow()
        for chip in (*self.statuses.values(), self.region, self.service, self.reset):
            chips.addWidget(chip)
        chips.push_right()
        chips.addWidget(self.save)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(theme.XL, theme.L, theme.L, theme.L)
        column.setSpacing(theme.M)
        column.addLayout(head)
        column.addLayout(chips)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        self.side = QFrame(self)
        self.side.setObjectName("side")
        side = QVBoxLayout(self.side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.preview)
        split = QSplitter(self)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.side)
        split.setStretchFactor(0, 5)
        split.setStretchFactor(1, 3)
        split.setSizes([880, 350])
        split.setHandleWidth(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self.apply)
        self.region.chosen.connect(self.apply)
        self.service.chosen.connect(self.apply)
        self.reset.clicked.connect(self._on_reset_clicked)
        self.model.failed.connect(self.troubled)
        self.model.counted.connect(self._on_model_counted)
        self.table.taken.connect(self._on_row_taken)
        self.save.troubled.connect(self.troubled)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self.model.sort)
        self.preview.resume_requested.connect(self.resume_requested)
        self.preview.again_requested.connect(self.again_requested)
        self.preview.troubled.connect(self.troubled)
        self.preview.told.connect(self.told)
        self._find = QShortcut(QKeySequence.StandardKey.Find, self, self._on_find_pressed)

    # ------------------------------------------------------------ what is shown

    def refresh(self) -> None:
        """Reads the table and the open interview once more."""
        self.model.reload()
        self.preview.refresh()
        for status in _RARE:
            counted = partial(self._on_rare_counted, self.statuses[status])
            self._tasks.lane(partial(interviews.count, status=status), counted)

    def apply(self) -> None:
        """Narrows the table to what search and chips say; an interview that is not in it is shown no more."""
        status = next(key for key, chip in self.statuses.items() if chip.isChecked())
        narrowing: Narrowing = {"text": self.search.text(), "status": status or None}
        narrowing["region"], narrowing["service"] = self.region.key or None, self.service.key or None
        self.reset.setVisible(self._narrowed())
        self.choice.narrow(narrowing)

    def _on_rare_counted(self, chip: QPushButton, count: int) -> None:
        chip.setVisible(count > 0 or chip.isChecked())

    def show_service(self, key: str) -> None:
        """Shows the interviews of a service."""
        self._clear()
        self.service.pick(key)

    def show_part(self, *, service: str = "", region: str = "") -> None:
        """Shows the finished interviews of a service and a region: those a score is made of."""
        self._clear()
        self.statuses[interviews.FINISHED].setChecked(True)
        for chip, key in ((self.service, service), (self.region, region)):
            chip.blockSignals(True)
            chip.pick(key)
            chip.blockSignals(False)
        self.apply()

    def show_interview(self, key: str) -> None:
        """Opens one interview on the right, in the whole list."""
        if self._narrowed():
            self._on_reset_clicked()
        self.choice.show(key)

    def hints(self) -> Hints:
        """Keys of the table."""
        return [
            ("Ctrl+F", self.tr("поиск")),
            ("Enter", self.tr("продолжить черновик")),
            ("F8", self.tr("слушать запись")),
            ("Ctrl+C", self.tr("скопировать строку")),
        ]

    def retranslate(self) -> None:
        """Writes the texts."""
        self.title.setText(self.tr("Интервью"))
        self.search.setPlaceholderText(self.tr("Номер, место, услуга, слова из ответов"))
        self.search.setAccessibleName(self.tr("Поиск интервью"))
        self.statuses[""].setText(self.tr("Все"))
        self.statuses[interviews.DRAFT].setText(self.tr("Черновики"))
        self.statuses[interviews.FINISHED].setText(self.tr("Завершённые"))
        self.statuses[interviews.SECOND].setText(self.tr("Второй ввод"))
        self.statuses[interviews.DELETED].setText(self.tr("Удалённые"))
        self.statuses[interviews.QUARANTINED].setText(self.tr("В карантине"))
        self.region.set_words(self.tr("Регион"), self.tr("все"))
        self.service.set_words(self.tr("Услуга"), self.tr("все"))
        self.reset.setText(self.tr("Показать все"))
        self.reset.setVisible(self._narrowed())
        self.table.setAccessibleName(self.tr("Таблица интервью"))
        self.model.retranslate()
        self._on_model_counted(self.model.rowCount())

    def _on_model_counted(self, count: int) -> None:
        self.count.setText(words.number(count))
        self.table.setVisible(count > 0)
        self.empty.setVisible(count == 0)
        self.side.setVisible(count > 0 or self._narrowed())  # nothing to choose, nothing beside it
        if self._narrowed():
            self.empty.setText(self.tr("Ничего не нашлось. Измените поиск или нажмите «Показать все»."))
        else:
            self.empty.setText(self.tr("Здесь появятся интервью. Начните первое: Ctrl+N."))

    def _name(self) -> str:
        return self.tr("Интервью")

    def _on_row_taken(self, index: QModelIndex) -> None:
        row = self.model.row_at(index.row())
        if row is not None and row.status == interviews.DRAFT:
            self.resume_requested.emit(row.id)

    def _on_find_pressed(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _on_reset_clicked(self) -> None:
        self._clear()
        self.apply()

    def _clear(self) -> None:
        self.search.clear()
        self._typing.stop()
        self.statuses[""].setChecked(True)
        for chip in (self.region, self.service):
            chip.blockSignals(True)
            chip.pick("")
            chip.blockSignals(False)

    def _narrowed(self) -> bool:
        chips = self.region.key or self.service.key or not self.statuses[""].isChecked()
        return bool(self.search.text().strip() or chips)

    def _code(self) -> str:
        return self._language.code

    def _regions(self) -> Sequence[Entry]:
        return [
            Entry("region", code, region.names[self._language.code], icon="service")
            for code, region in self._catalogue.regions.items()
        ]

    def _services(self) -> Sequence[Entry]:
        return [
            Entry("service", code, words.numbered_service(self._catalogue, code), icon="service")
            for code in self._catalogue.services
        ]
