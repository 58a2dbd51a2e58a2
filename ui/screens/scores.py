"""Оценки: the local preview of scores, always preliminary, updated as interviews are finished."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.methodology.published import Published
from gsmon_desktop.methodology.scores import Scores
from ui import theme
from ui.clipboard import copy_table
from ui.dialogs.files import FileDialogs
from ui.i18n import Language
from ui.icons import icon
from ui.models.scores import ALL, ORDERS, Reference, ScoresModel, lines_of
from ui.screens.base import Hints, Screen, label
from ui.screens.scores_detail import ScoreDetail
from ui.screens.scores_filters import FilterBar
from ui.screens.scores_seen import Seen, look, shown
from ui.screens.scores_tables import CHART, TablesPage, Views
from ui.tasks import Tasks
from ui.widgets import chart_picture
from ui.widgets.chart import CLOSE, FULL
from ui.widgets.chart_rows import Captions, ChartHeading, RowDelegate
from ui.widgets.flow import Flow
from ui.widgets.report_bar import ReportBar


class ScoresScreen(Screen):
    """The chart of services on the left, the opened score on the right."""

    changes = frozenset({"interview"})
    interviews_asked = Signal(str, str)
    """The interviews behind a number are wanted: those of a (service, region), "" for all."""

    def __init__(
        self,
        tasks: Tasks,
        catalogue: Catalogue,
        edition: Edition,
        published: Published,
        language: Language,
        files: FileDialogs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._catalogue = catalogue
        self._edition = edition
        self._published = published
        self._language = language
        self._files = files
        self._seen: Seen | None = None
        self._scores: Scores | None = None
        """Those of `_seen` as they are shown."""
        self._asked = 0
        self._opened = ALL
        self.model = ScoresModel(self)
        self.filters = FilterBar(catalogue, edition, language, lambda: tasks.now().date(), self)
        self._make_parts()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.tint()

    # ------------------------------------------------------------ parts

    def _make_parts(self) -> None:
        self.title = label("title", self)
        self.badge = label("warning", self)
        self.badge.setContentsMargins(theme.S, 0, theme.S, 0)
        self.copy, self.save, self.posters = QPushButton(self), QPushButton(self), QPushButton(self)
        self.reports = ReportBar(
            self._tasks, self._catalogue, self._edition, lambda: self._language.code, self._files, self
        )
        self.view = Views(self)
        self.tables = TablesPage(self._tasks, self._files, self)
        self.order = QComboBox(self)
        for order in ORDERS:
            self.order.addItem("", order)
        self.close_up = QPushButton(self)
        self.close_up.setProperty("kind", "chip")
        self.close_up.setCheckable(True)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.heading = ChartHeading(self.list, self)
        self.list.setItemDelegate(RowDelegate(self.heading, self.list))
        self.detail = ScoreDetail(self)
        self.empty = label("muted", self)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.legend = label("small", self)
        self.legend.setWordWrap(True)

    def _lay_out(self) -> None:
        top = Flow(spacing=theme.M)
        for part in (self.title, self.badge, self.view, self.copy, self.save, self.posters):
            top.addWidget(part)
        tools = Flow()
        tools.addWidget(self.order)
        tools.push_right()
        tools.addWidget(self.close_up)
        chart = QWidget(self)
        left = QVBoxLayout(chart)
        left.setContentsMargins(0, 0, theme.S, 0)
        left.setSpacing(theme.XS)
        left.addLayout(tools)
        left.addWidget(self.heading)
        left.addWidget(self.list, 1)
        left.addWidget(self.legend)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(chart)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.detail)
        self.splitter.addWidget(area)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([600, 600])
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.L, theme.XL, theme.M)
        column.setSpacing(theme.M)
        column.addLayout(top)
        column.addWidget(self.reports)
        column.addWidget(self.filters)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.tables, 1)
        column.addWidget(self.empty, 1)
        self.first = self.list

    def _connect(self) -> None:
        self.filters.changed.connect(self.refresh)
        self.order.currentIndexChanged.connect(self._show)
        self.close_up.toggled.connect(self._on_close_up_toggled)
        self.list.selectionModel().currentChanged.connect(self._on_line_chosen)
        self.copy.clicked.connect(self.copy_lines)
        self.save.clicked.connect(self.ask_where_to_save)
        self.posters.clicked.connect(self._on_posters_clicked)
        self.reports.busy.connect(self.posters.setDisabled)
        self.detail.copy_asked.connect(self._on_detail_copy_asked)
        self.detail.interviews_asked.connect(lambda: self._ask_interviews("service", self._opened))
        self.view.currentIndexChanged.connect(self._on_view_changed)
        self.tables.interviews_asked.connect(self._ask_interviews)
        self.tables.changed.connect(self.refresh)
        self.tables.troubled.connect(self.troubled)
        self.tables.save.troubled.connect(self.troubled)
        QShortcut(
            QKeySequence(QKeySequence.StandardKey.Copy),
            self,
            self.copy_lines,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )

    # ------------------------------------------------------------ what is shown

    def refresh(self) -> None:
        """Counts again."""
        self._asked += 1
        work = partial(
            look,
            edition=self._edition,
            catalogue=self._catalogue,
            filters=self.filters.filters,
            tables=self.view.shown != CHART,
            online=self.tables.file,
            before=self.tables.year.before,
        )
        self._tasks.lane(work, partial(self._on_seen, self._asked), self._on_failed)

    def show_service(self, service: str) -> None:
        """Opens a service."""
        self._opened = service
        self._show()

    def _on_seen(self, asked: int, seen: Seen) -> None:
        if asked != self._asked:
            return  # asked for something else since
        self._seen = seen
        self.filters.offer(seen.offered)
        self._show()

    def _on_failed(self, error: GsmonError) -> None:
        self.troubled.emit(error)
        if error.code.startswith("online."):
            self.tables.add_online(None)
        elif error.code.startswith(("figures.", "reference.")):
            self.tables.year.compare_with(None)

    def _on_view_changed(self) -> None:
        if self.view.shown == CHART or (self._seen and self._seen.further):
            self._show()
        else:
            self.refresh()

    def _ask_interviews(self, kind: str, key: str) -> None:
        if kind == "body" and self._seen is not None:
            self.view.show_view(CHART)
            self.show_service(self._seen.scores.bodies[key].services[0])
            return
        chosen = self.filters.filters
        part = {"service": chosen["service"] or "", "region": chosen["region"] or "", kind: key}
        self.interviews_asked.emit(part["service"], part["region"])

    def _reference(self) -> Reference:
        filters = self.filters.filters
        return Reference(
            self._catalogue,
            self._edition,
            self._published,
            self._language.code,
            filters["region"],
            filters["form"],
            self.tr("мало"),
        )

    def _show(self) -> None:
        if self._seen is None:
            return
        self._say_empty()
        charted, further = self.view.shown == CHART, self._seen.further
        visited = self.view.shown == "mystery" and further is not None and bool(further.mystery.services)
        some = visited or bool(self._seen.scores.services)
        self.splitter.setVisible(some and charted)
        self.tables.setVisible(some and not charted)
        self.save.setVisible(charted)
        if not charted:
            code, wanted = self._language.code, self.filters.all_cuts
            parts = (self._seen, self._edition, self._catalogue, code)
            self.tables.show_scores(self.view.shown, *parts, all_cuts=wanted)
        self.keys_changed.emit()
        self.empty.setVisible(not some)
        self.copy.setEnabled(some)
        self.save.setEnabled(some)
        order = str(self.order.currentData())
        self._scores = shown(self._seen.scores, self._edition, self.filters.filters, self.filters.all_cuts)
        lines = lines_of(self._scores, self._reference(), self.tr("Все услуги"), order)
        self.list.selectionModel().blockSignals(True)
        self.model.show(lines)
        row = self.model.row_of(self._opened)
        self.list.setCurrentIndex(self.model.index(row, 0))
        self.list.selectionModel().blockSignals(False)
        self.list.scrollTo(self.list.currentIndex())
        self._open(row)

    def _open(self, row: int) -> None:
        if self._scores is None or row >= len(self.model.lines):
            return
        line = self.model.lines[row]
        forms = self._scores.national if line.key == ALL else self._scores.services[line.key].forms
        self.detail.show_line(line, forms, self._reference())

    def _on_line_chosen(self, current: QModelIndex) -> None:
        if current.isValid():
            self._opened = self.model.lines[current.row()].key
            self._open(current.row())

    def _on_close_up_toggled(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.heading.ends = CLOSE if on else FULL
        self.heading.update()
        self.list.viewport().update()

    # ------------------------------------------------------------ taking it away

    def _on_posters_clicked(self) -> None:
        tables, wanted = self.tables, self.filters.all_cuts
        self.reports.ask("posters", online=tables.file, before=tables.year.before, all_cuts=wanted)

    def table(self) -> list[list[str]]:
        """What is in front as rows of texts, the captions first."""
        if self.view.shown != CHART:
            title = [self.view.currentText(), self.tr("Предварительно"), self.filters.describe()]
            return [title, *map(list, self.tables.rows())]
        heading = (
            self.tr("Услуга"),
            self.tr("Балл"),
            self.tr("Интервал: от"),
            self.tr("до"),
            self.tr("Уровень"),
            self.tr("Анкет"),
            self.tr("Доля «5»"),
            self.tr("Отчет за 2025 год"),
        )
        rows = [[self.tr("Предварительно"), self.filters.describe()], list(heading)]
        return [*rows, *(line.cells for line in self.model.lines)]

    def copy_lines(self) -> None:
        """Puts the chart's table on the clipboard."""
        copy_table(self.table())

    def _on_detail_copy_asked(self) -> None:
        copy_table(self.detail.table())

    def ask_where_to_save(self) -> None:
        """Asks for a file and writes the chart to it."""
        kinds = self.tr("Картинка") + " PNG (*.png);;" + self.tr("Вектор") + " SVG (*.svg)"
        name = f"gsmon-{self._tasks.now():%Y-%m-%d}.png"
        target = self._files.save(self, self.tr("Сохранить график"), name, kinds)
        if target is not None:
            self.save_picture(target)

    def save_picture(self, target: Path) -> None:
        """Writes the chart to a .svg file, or as PNG to any other."""
        try:
            chart_picture.save(self._picture(), target, self.font())
        except GsmonError as error:
            self.troubled.emit(error)

    def _picture(self) -> chart_picture.Picture:
        part = self.filters.describe() or self.tr("Вся база")
        return chart_picture.Picture(
            title=self.tr("Качество государственных услуг: предварительно"),
            subtitle=f"{part}  ·  {self._tasks.now():%d.%m.%Y}",
            lines=self.model.lines,
            captions=self.heading.captions,
            ends=self.heading.ends,
            legend_interval=self.tr("95 % интервал"),
            legend_published=self.tr("балл в отчете за 2025 год"),
            legend_few=self.tr("Бледная полоса и знак ⚠: анкет меньше {n}, судить рано.").format(
                n=self._edition.warn_below
            ),
        )

    # ------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Every text in the window's language."""
        self.title.setText(self.tr("Оценки"))
        self.badge.setText(self.tr("предварительно"))
        self.badge.setToolTip(self.tr("Балл по анкетам этой базы. Итоговый считает центральный офис."))
        self.copy.setText(self.tr("Копировать таблицу"))
        self.save.setText(self.tr("Сохранить график…"))
        self.posters.setText(self.tr("Плакаты…"))
        self.posters.setToolTip(self.tr("Рейтинги всей базы на листах А4 для печати (PDF)"))
        self.reports.retranslate()
        self.close_up.setText(self.tr("Крупнее: 4–5"))
        self.close_up.setToolTip(self.tr("Показать шкалу только от 4 до 5, точками"))
        orders = (
            self.tr("Сначала лучшие"),
            self.tr("Сначала худшие"),
            self.tr("Сначала где больше анкет"),
            self.tr("По каталогу"),
        )
        for place, words in enumerate(orders):
            self.order.setItemText(place, words)
        self.view.retranslate(self._language.code)
        self.order.setAccessibleName(self.tr("Порядок услуг"))
        self.list.setAccessibleName(self.tr("Оценки услуг"))
        self.heading.captions = Captions(self.tr("Анкет"), self.tr("«5»"), self.tr("2025"))
        self.legend.setText(
            self.tr("├─┤ 95 % интервал   ▼ балл в отчете за 2025 год   ⚠ анкет меньше {n}").format(
                n=self._edition.warn_below
            )
        )
        self.filters.retranslate()
        self.detail.retranslate()
        self.tables.retranslate()
        self._say_empty()
        self._show()

    def _say_empty(self) -> None:
        if self.filters.is_whole:
            text = self.tr(
                "Завершенных анкет пока нет. Начните интервью (Ctrl+N): оценки появятся здесь сами."
            )
        else:
            text = self.tr("Таких анкет нет. Сбросьте условия или выберите другие.")
        self.empty.setText(text)

    def tint(self) -> None:
        """Icons in the palette's colours."""
        self.copy.setIcon(icon("copy", self.colours.text))
        self.save.setIcon(icon("scores", self.colours.text))
        self.posters.setIcon(icon("workbook", self.colours.text))
        self.detail.tint(self.colours)

    def hints(self) -> Hints:
        """Keys of this screen."""
        copy = ("Ctrl+C", self.tr("копировать таблицу"))
        own = (("↑ ↓", self.tr("услуга")),) if self.view.shown == CHART else self.tables.hints()
        return (*own, copy)
