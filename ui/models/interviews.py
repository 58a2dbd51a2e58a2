"""The table of interviews: any number of them, read page by page as they come into view."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.store import Workspace, interviews
from gsmon_desktop.store.interviews import Narrowing, Row
from ui import words
from ui.clipboard import copy_table
from ui.tasks import Job, Tasks

PAGE = 100
"""Rows read at a time."""
KEPT = 40
"""Pages kept; the one longest unseen goes first."""
_A_READ = 2000
"""Rows read at a time for a file or the clipboard."""
_AT_ONCE = 4
"""Of the pages asked for while scrolling fast only the latest are read."""
_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex

COLUMNS = ("number", "status", "started", "service", "region", "interviewer", "seconds", "sent")
_NUMBERS = ("number", "seconds")
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class InterviewsModel(QAbstractTableModel):
    """Rows of `interviews.list`; those not read yet are empty until their page comes.

    A new narrowing or order keeps the old rows until the first page of the new ones is there.
    """

    failed = Signal(object)
    counted = Signal(int)

    def __init__(
        self, tasks: Tasks, catalogue: Catalogue, language: Callable[[], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks, self._catalogue, self._language = tasks, catalogue, language
        self._narrowing: Narrowing = {}
        self._order = "-started"
        self._count = 0
        self._asked = 0
        self._generation = 0
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._ask)

    # ------------------------------------------------------------ what is shown

    def show_only(self, narrowing: Narrowing) -> None:
        """Narrows the table."""
        self._narrowing = narrowing
        self.reload()

    def reload(self) -> None:
        """Reads count and first page again."""
        self._asked += 1
        work = partial(_begin, narrowing=self._narrowing, order=self._order)
        self._tasks.lane(work, partial(self._begin, self._asked), self._on_failed)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Orders by a column, in the database."""
        name = COLUMNS[column]
        wanted = f"-{name}" if order == Qt.SortOrder.DescendingOrder else name
        if wanted != self._order:
            self._order = wanted
            self.reload()

    def row_at(self, row: int) -> Row | None:
        """The interview of a table row, None while its page is not there; asks for it then."""
        page = self._pages.get(row // PAGE)
        if page is None:
            if 0 <= row < self._count:
                self._wanted[row // PAGE] = None
                self._wanted.move_to_end(row // PAGE)
                self._timer.start()
            return None
        return page[row % PAGE] if row % PAGE < len(page) else None

    def are_read(self, rows: Iterable[int]) -> bool:
        """Are all these table rows there?"""
        return all(row // PAGE in self._pages for row in rows)

    def reader(self, chosen: Collection[int] | None = None) -> Callable[[Job], Iterator[list[str]]]:
        """Reads the list, or its chosen rows, as it is narrowed and ordered now, beside the lane."""
        where = partial(Workspace.open, self._tasks.folder, now=self._tasks.now, keys=self._tasks.keys)
        narrowing, order = self._narrowing, self._order
        heads = [str(self.headerData(at, Qt.Orientation.Horizontal)) for at in range(len(COLUMNS))]

        def read(job: Job) -> Iterator[list[str]]:
            yield heads
            with where(read_only=True) as ws, ws.db.atomic():
                total, place = interviews.count(ws, **narrowing), 0
                while rows := interviews.list(ws, order=order, limit=_A_READ, offset=place, **narrowing):
                    for at, row in enumerate(rows, place):
                        if chosen is None or at in chosen:
                            yield [self.text(row, column) for column in COLUMNS]
                    place += len(rows)
                    job.report(place, total)

        return read

    def copy(self, rows: Iterable[int]) -> None:
        """Puts rows onto the clipboard once they are read."""
        job = Job(self)
        read = self.reader(frozenset(rows))
        self._tasks.background(lambda: list(read(job)), copy_table, self._on_failed, job=job)

    def find_row(self, key: str) -> int:
        """The table row of an interview among those read, -1 if it is not there."""
        for number, page in self._pages.items():
            for place, row in enumerate(page):
                if row.id == key:
                    return number * PAGE + place
        return -1

    # ------------------------------------------------------------ reading

    def _begin(self, asked: int, begun: tuple[int, list[Row]]) -> None:
        if asked != self._asked:
            return  # a later narrowing is on its way
        self.beginResetModel()
        self._generation += 1
        self._count, first = begun
        self._pages = OrderedDict({0: first})
        self._wanted.clear()
        self.endResetModel()
        self.counted.emit(self._count)

    def _ask(self) -> None:
        for page in list(self._wanted)[-_AT_ONCE:]:
            work = partial(_page, narrowing=self._narrowing, order=self._order, page=page)
            self._tasks.lane(work, partial(self._take, self._generation, page), self._on_failed)
        self._wanted.clear()

    def _take(self, generation: int, page: int, rows: list[Row]) -> None:
        if generation != self._generation:
            return
        self._pages[page] = rows
        self._pages.move_to_end(page)
        while len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        last = min((page + 1) * PAGE, self._count) - 1
        self.dataChanged.emit(self.index(page * PAGE, 0), self.index(last, len(COLUMNS) - 1))

    def _on_failed(self, error: GsmonError) -> None:
        self.failed.emit(error)

    # ------------------------------------------------------------ Qt's questions

    def rowCount(self, parent: Index = _ROOT) -> int:
        """All rows there are, read or not."""
        return 0 if parent.isValid() else self._count

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
            "number": self.tr("№"),
            "status": self.tr("Состояние"),
            "started": self.tr("Начато"),
            "service": self.tr("Услуга"),
            "region": self.tr("Регион"),
            "interviewer": self.tr("Интервьюер"),
            "seconds": self.tr("Время"),
            "sent": self.tr("Пакет"),
        }[COLUMNS[section]]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell; empty while its page is on its way."""
        if not index.isValid():
            return None
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _NUMBERS:
            return _RIGHT
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row = self.row_at(index.row())
        if row is None:
            return ""
        if role == Qt.ItemDataRole.ToolTipRole and column == "started":
            return words.moment(row.started)
        return self.text(row, column)

    def text(self, row: Row, column: str) -> str:
        """A cell's words."""
        plain = {
            "number": lambda: str(row.number),
            "status": lambda: words.status(row),
            "started": lambda: words.short_moment(row.started),
            "service": lambda: words.numbered_service(self._catalogue, row.service),
            "region": lambda: words.region(self._catalogue, row.region, self._language()),
            "interviewer": lambda: row.interviewer,
            "seconds": lambda: words.duration(row.seconds) if row.finished else "",
            "sent": lambda: self.tr("собран") if row.sent else "",
        }
        return plain[column]()

    def retranslate(self) -> None:
        """The same rows in another language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, len(COLUMNS) - 1))


def _begin(ws: Workspace, narrowing: Narrowing, order: str) -> tuple[int, list[Row]]:
    return interviews.count(ws, **narrowing), _page(ws, narrowing, order, 0)


def _page(ws: Workspace, narrowing: Narrowing, order: str, page: int) -> list[Row]:
    return list(interviews.list(ws, order=order, limit=PAGE, offset=page * PAGE, **narrowing))
