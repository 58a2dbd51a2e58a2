"""The ratings and further tables of the score screen, one at a time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.methodology.scores import Scores
from gsmon_desktop.reference import published_tables
from gsmon_desktop.reports.rating_tables import MAKERS
from gsmon_desktop.reports.tables_of_scores import TEXT, Sources, Table
from gsmon_desktop.reports.texts import Texts
from gsmon_desktop.scoring import write_figures_file
from ui import theme
from ui.dialogs.files import FileDialogs
from ui.models.score_table import ScoreTableModel
from ui.screens.base import Hints, label
from ui.screens.scores_seen import Seen
from ui.tasks import Tasks
from ui.widgets.elided_combo import ElidedCombo
from ui.widgets.filter_field import FilterField
from ui.widgets.flow import Flow
from ui.widgets.save_button import SaveButton
from ui.widgets.table import RowTable
from ui.widgets.wrapped_header import WrappedHeader
from ui.widgets.year_button import YearButton

_LEAST = 23
"""Letters of a name that stay to be seen."""
_MOST = 42
"""Letters of the widest other text; the whole of it is in its tool tip."""


_SHORTEST = 20
"""Letters of a view's name that stay to be seen in a narrow window."""
CHART = "services"
"""The view of the chart; the others are tables."""
RATINGS = ("rating", "central", "local", "regions")
"""The tables that another year can stand beside."""
COMBINED = ("central", "local")
"""The ratings that the online monitoring is combined with."""


class Views(ElidedCombo):
    """Chooses the chart or a table; `shown` is the id of what is chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_SHORTEST, parent)
        for key in (CHART, *MAKERS):
            self.addItem("", key)
        self.setMaxVisibleItems(self.count())

    @property
    def shown(self) -> str:
        """`CHART`, or the id of a table."""
        return str(self.currentData())

    def show_view(self, key: str) -> None:
        """Chooses by id."""
        self.setCurrentIndex(self.findData(key))

    def retranslate(self, language: str) -> None:
        """Every text in the window's language."""
        texts = Texts("ratings", language)
        self.setItemText(0, self.tr("Услуги: график"))
        for place, key in enumerate(MAKERS, 1):
            self.setItemText(place, texts(f"title.{key}"))
        self.setAccessibleName(self.tr("Что показать"))


class TablesPage(QWidget):
    """Shows one `Table`. `interviews_asked` names what a row is about; `changed` says that another file
    of online figures, `file`, is to be combined, or another year's, `year.before`, to be compared with;
    `troubled` says that this year's own figures could not be written.
    """

    interviews_asked = Signal(str, str)
    changed = Signal()
    troubled = Signal(object)

    def __init__(self, tasks: Tasks, files: FileDialogs, parent: QWidget) -> None:
        super().__init__(parent)
        self._files = files
        self.file: Path | None = None
        self._sources: tuple[Scores, Edition, Catalogue] | None = None
        self.model = ScoreTableModel(self)
        self.table = _Table(self.model, self)
        self.table.taken.connect(self._on_row_taken)
        self.narrow = FilterField(self.model, self.table, self)
        self.note = label("small", self)
        self.note.setWordWrap(True)
        self.online, self.drop = QPushButton(self), QPushButton(self)
        self.interviews, self.year = QPushButton(self), YearButton(files, self)
        for button in (self.online, self.drop, self.interviews):
            button.setProperty("kind", "quiet")
        self.save = SaveButton(tasks, files, self.table.accessibleName, self.table.reader, self)
        self.online.clicked.connect(self._on_online_clicked)
        self.drop.clicked.connect(lambda: self.add_online(None))
        self.write_year = self.year.choices.addAction("")
        self.year.choices.insertSeparator(self.write_year)
        self.write_year.triggered.connect(self._on_write_year_triggered)
        self.year.changed.connect(self.changed)
        self.interviews.clicked.connect(lambda: self._on_row_taken(self.table.currentIndex()))
        self.table.selectionModel().currentChanged.connect(self._on_current_changed)
        tools = Flow()
        for part in (self.narrow, self.interviews, self.year, self.online, self.drop):
            tools.addWidget(part)
        tools.push_right()
        tools.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addLayout(tools)
        column.addWidget(self.table, 1)
        column.addWidget(self.note)
        self.setFocusProxy(self.table)
        self.retranslate()

    def show_scores(
        self,
        view: str,
        seen: Seen,
        edition: Edition,
        catalogue: Catalogue,
        language: str,
        *,
        all_cuts: bool = False,
    ) -> None:
        """Shows the table `view` of what was read; with online figures, the change since last year too.
        `all_cuts` shows scores of too few people.
        """
        self._sources = (seen.scores, edition, catalogue)
        if seen.further is None:
            self.show_table(None)
            return
        online = seen.further.online
        sources = Sources(
            seen.scores,
            seen.further.facts,
            edition,
            catalogue,
            published_tables(),
            language,
            online=online,
            since=edition.year - 1 if online else 0,
            before=seen.further.before,
            all_cuts=all_cuts,
            mystery=seen.further.mystery,
        )
        words = self.tr("«Мало»: ответили меньше {n} человек. ⚠ меньше {few} человек: судить рано.")
        if language != "ru":
            words += " " + self.tr("Названия услуг каталог публикует только по-русски.")
        words = words.format(n=edition.few_below, few=edition.warn_below)
        if online is not None and (online.level == "region") is not (view == "local") and view in COMBINED:
            other = sources.say("title.central" if view == "local" else "title.local")
            words += " " + self.tr("Онлайн-анкетирование из этого файла стоит в таблице «{name}».").format(
                name=other
            )
        self.note.setText(words)
        self.show_table(MAKERS[view](sources))

    def show_table(self, table: Table | None) -> None:
        """Shows a table; None shows none. The one shown before keeps its order, its words and its row."""
        shown, row = self.model.table, self.model.key(self.table.currentIndex().row())
        same = table is not None and shown is not None and table.id == shown.id
        if not same:
            self.narrow.clear()
        self.model.show(table)
        self.interviews.setVisible(bool(table and table.keys))
        self.save.setVisible(table is not None)
        self.interviews.setEnabled(False)
        combined = table is not None and table.id in COMBINED
        self.online.setVisible(combined)
        self.drop.setVisible(combined and self.file is not None)
        self.year.setVisible(table is not None and table.id in RATINGS)
        if table is not None:
            self.table.setAccessibleName(table.title)
            self.table.fit([column.kind == TEXT for column in table.columns])
        if same:
            self.table.setCurrentIndex(self.model.index(self.model.row_of(row), 0))
        else:
            self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            self.table.scrollToTop()

    def _on_write_year_triggered(self) -> None:
        file = self._files.save(self, self.tr("Записать цифры этого года"), "gsmon-year.csv", "CSV (*.csv)")
        if file is not None:
            self.write_figures(file if file.suffix else file.with_suffix(".csv"))

    def write_figures(self, target: Path) -> None:
        """Writes the figures in front to a .csv that another year's ratings are compared with."""
        if self._sources is None:
            return
        scores, edition, catalogue = self._sources
        try:
            write_figures_file(scores, edition, catalogue, target)
        except GsmonError as error:
            self.troubled.emit(error)

    def add_online(self, file: Path | None) -> None:
        """Combines ratings with the online monitoring's aggregates of a file, or with none."""
        self.file = file
        self.retranslate()
        self.changed.emit()

    def _on_online_clicked(self) -> None:
        file = self._files.open(self, self.tr("Онлайн-анкетирование"), "Excel (*.xlsx)")
        if file is not None:
            self.add_online(file)

    def rows(self) -> Sequence[Sequence[str]]:
        """The table as it is shown, headings first."""
        return self.model.texts

    def hints(self) -> Hints:
        """Keys of the table shown."""
        table = self.model.table
        enter = (("Enter", self.tr("интервью")),) if table and table.keys else ()
        return (("↑ ↓", self.tr("строка")), *enter, ("Ctrl+F", self.tr("найти")))

    def retranslate(self) -> None:
        """Every text in the window's language."""
        self.interviews.setText(self.tr("Показать интервью"))
        self.interviews.setToolTip(self.tr("Интервью, из которых сложилась выбранная строка (Enter)"))
        name = self.file.name if self.file else ""
        self.online.setText(
            self.tr("Онлайн-анкетирование: {name}").format(name=name)
            if name
            else self.tr("Добавить онлайн-анкетирование…")
        )
        self.online.setToolTip(self.tr("Таблица Excel: госорган, регион или услуга, балл, процент"))
        self.drop.setText(self.tr("Убрать"))
        self.year.retranslate()
        self.write_year.setText(self.tr("Записать цифры этого года для сравнения…"))

    def _on_current_changed(self, current: QModelIndex) -> None:
        self.interviews.setEnabled(current.isValid() and self.model.key(current.row())[0] != "")

    def _on_row_taken(self, index: QModelIndex) -> None:
        kind, key = self.model.key(index.row())
        if kind:
            self.interviews_asked.emit(kind, key)


class _Table(RowTable):
    """One row at a time, in the order of the rating until a heading is clicked. Where columns have no room
    headings become short; their tool tips keep the whole.
    """

    def __init__(self, scores: ScoreTableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._scores = scores
        self._name = 0
        self._names: Sequence[int] = ()
        self.setModel(scores)
        self.setHorizontalHeader(WrappedHeader(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.sort_by_headings()

    def fit(self, texts: Sequence[bool]) -> None:
        """Columns as wide as they need; the widest column of texts takes the room that is left."""
        self._names = [place for place, text in enumerate(texts) if text]
        self._name = max(self._names, key=self.sizeHintForColumn) if self._names else 0
        self._give_way()

    def texts(self, rows: list[int]) -> list[list[str]]:
        """The headings in full, then the rows asked for."""
        return [list(self._scores.texts[0]) if self._scores.texts else [], *super().texts(rows)[1:]]

    def _give_way(self) -> None:
        if self.horizontalHeader().count() <= self._name:
            return
        for place in range(self.horizontalHeader().count()):
            self.setColumnHidden(place, False)
        self._scores.shorten(False)
        if self._room() < self._least():
            self._scores.shorten(True)
            self._spare_some(self._least() - self._room())
        self.horizontalHeader().resizeSection(self._name, max(self._least(), self._room()))

    def _spare_some(self, lacking: int) -> None:
        for place in self._scores.spared():
            if lacking <= 0:
                break
            lacking -= self.horizontalHeader().sectionSize(place)
            self.setColumnHidden(place, True)

    def _least(self) -> int:
        return min(self.fontMetrics().averageCharWidth() * _LEAST, self.sizeHintForColumn(self._name))

    def _room(self) -> int:
        """What the other columns leave, each as wide as it needs."""
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        most = self.fontMetrics().averageCharWidth() * _MOST
        for place in self._names:
            if place == self._name or self.sizeHintForColumn(place) > most:
                heads.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
                heads.resizeSection(place, most)
        others = sum(heads.sectionSize(place) for place in range(heads.count()) if place != self._name)
        return self.viewport().width() - others

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The names give way or come back."""
        super().resizeEvent(event)
        self._give_way()
