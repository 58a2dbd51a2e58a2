"""Обмен: what waits, the package for the central office, the workbook, and every package made so far."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gsmon_desktop import exchange
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange.history import Package, history
from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.store import Workspace, interviews
from ui import theme, words
from ui.dialogs.files import FileDialogs
from ui.i18n import Language
from ui.icons import icon
from ui.models.packages import PackagesModel
from ui.screens.base import Hints, Screen, label
from ui.tasks import Job, Tasks
from ui.widgets.notice import Notice
from ui.widgets.report_bar import ReportBar
from ui.widgets.save_button import SaveButton
from ui.widgets.table import RowTable

FOLDER = "export_folder"
"""The setting that remembers where packages went last."""


@dataclass(frozen=True)
class Seen:
    """What the page shows: how many interviews wait, the packages made, the folder used last."""

    unsent: int
    packages: list[Package]
    folder: str


def look(ws: Workspace) -> Seen:
    """Everything the page needs, on the database thread."""
    return Seen(interviews.unsent(ws), history(ws), ws.settings.get(FOLDER, ""))


def pack(ws: Workspace, to: Path, job: Job, tasks: Tasks) -> exchange.Exported:
    """Exports what waits into `to` and remembers the folder."""
    made = exchange.export(ws, to, now=tasks.now, progress=job.report)
    if ws.settings.get(FOLDER) != str(to):
        ws.settings[FOLDER] = str(to)
    return made


class ExchangeScreen(Screen):
    """One thing runs at a time: a package or a workbook, with its bar and a way to stop it."""

    changes = frozenset({"interview", "package"})

    def __init__(  # each is a seam of its own
        self,
        tasks: Tasks,
        catalogue: Catalogue,
        edition: Edition,
        language: Language,
        files: FileDialogs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._catalogue, self._edition = tasks, catalogue, edition
        self._language, self._files = language, files
        self._seen: Seen | None = None
        self._job: Job | None = None
        self.title, self.count, self.waiting = (
            label("title", self),
            label("figure", self),
            label("muted", self),
        )
        self.about = label("muted", self)
        self.about.setWordWrap(True)
        self.pack, self.workbook, self.stop = QPushButton(self), QPushButton(self), QPushButton(self)
        self.pack.setProperty("kind", "primary")
        self.pack.setIconSize(QSize(20, 20))
        self.pack.clicked.connect(self._on_pack_clicked)
        self.workbook.clicked.connect(self._on_workbook_clicked)
        self.stop.clicked.connect(self._on_stop_clicked)
        self.personal = QCheckBox(self)
        self.more, self.reports = (
            QPushButton(self),
            ReportBar(tasks, catalogue, edition, lambda: language.code, files, self),
        )
        self.more.setMenu(QMenu(self.more))
        self.kinds = {kind: self.more.menu().addAction("") for kind in ("data", "visits", "field", "posters")}
        for kind, action in self.kinds.items():
            action.triggered.connect(partial(self._on_report_asked, kind))
        self.reports.busy.connect(self.more.setDisabled)
        self.bar, self.doing = QProgressBar(self), label("muted", self)
        self.bar.setTextVisible(False)
        self.notice = Notice(self)
        self.show_folder = QPushButton(self)
        self.show_folder.clicked.connect(self._on_show_folder_clicked)
        self.history_title, self.empty = label("heading", self), label("muted", self)
        self.empty.setWordWrap(True)
        self.model, self.table = PackagesModel(self), RowTable(self)
        self.save = SaveButton(tasks, files, self._list_name, self.table.reader, self)
        self.save.troubled.connect(self.troubled)
        self._lay_out()
        self.setFocusProxy(self.pack)
        self._show_running(running=False)
        self.retranslate()
        self.tint()

    def _lay_out(self) -> None:
        figures = QVBoxLayout()
        figures.setSpacing(0)
        figures.addWidget(self.count)
        figures.addWidget(self.waiting)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.S)
        for button in (self.pack, self.workbook, self.more, self.show_folder):
            buttons.addWidget(button)
        running = QHBoxLayout()
        running.setSpacing(theme.M)
        running.addWidget(self.doing)
        running.addWidget(self.bar, 1)
        running.addWidget(self.stop)
        card = QFrame(self)
        card.setProperty("role", "card")
        head = QHBoxLayout()
        head.setSpacing(theme.XL)
        head.addLayout(figures)
        head.addWidget(self.about, 1)
        actions = QVBoxLayout()
        actions.setSpacing(theme.S)
        actions.addLayout(buttons)
        actions.addWidget(self.personal)
        head.addLayout(actions)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        inner.setSpacing(theme.M)
        inner.addLayout(head)
        inner.addLayout(running)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        column.setSpacing(theme.M)
        for each in (self.title, card, self.notice, self.reports):
            column.addWidget(each)
        history = QHBoxLayout()
        history.addWidget(self.history_title, 1)
        history.addWidget(self.save)
        column.addLayout(history)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        self._set_up_table()

    def _list_name(self) -> str:
        return self.tr("Собранные пакеты")

    def _set_up_table(self) -> None:
        self.table.setModel(self.model)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        columns = self.table.horizontalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        columns.setStretchLastSection(True)
        self.table.sort_by_headings()

    def refresh(self) -> None:
        """Reads what waits and what was made."""
        self._tasks.lane(look, self._show, self._on_failed)

    def hints(self) -> Hints:
        """Keys of this page."""
        return [("Enter", self.tr("собрать пакет")), ("Ctrl+K", self.tr("найти"))]

    def retranslate(self) -> None:
        """Writes the texts."""
        self.title.setText(self.tr("Обмен"))
        self.waiting.setText(self.tr("ждут отправки"))
        self.about.setText(
            self.tr("Пакет — один файл со всеми завершёнными интервью, которых ещё нет в других пакетах. "
                    "Передайте его супервайзеру на флешке или через общую папку.")
        )  # fmt: skip
        self.pack.setText(self.tr("Собрать пакет…"))
        self.workbook.setText(self.tr("Книга Excel…"))
        self.workbook.setToolTip(self.tr("Все завершённые интервью, кодовая книга, таблицы и оценки"))
        self.personal.setText(self.tr("В книгу — и личные данные"))
        self.personal.setToolTip(
            self.tr("Телефоны, имена и слова людей. Такую книгу нельзя передавать посторонним.")
        )
        self.more.setText(self.tr("Другие отчёты"))
        self.kinds["data"].setText(self.tr("Данные для анализа: SPSS, Parquet, CSV…"))
        self.kinds["visits"].setText(self.tr("Отчёты о визитах с фото: Word, PDF…"))
        self.kinds["field"].setText(self.tr("Сводка поля: PDF, Excel…"))
        self.kinds["posters"].setText(self.tr("Плакаты рейтингов: PDF…"))
        self.reports.retranslate()
        self.show_folder.setText(self.tr("Открыть папку"))
        self.stop.setText(self.tr("Остановить"))
        self.bar.setAccessibleName(self.tr("Сколько сделано"))
        self.history_title.setText(self.tr("Собранные пакеты"))
        self.table.setAccessibleName(self._list_name())
        self.save.retranslate()
        self.empty.setText(self.tr("Пакетов ещё нет. Завершите интервью и нажмите «Собрать пакет»."))
        if self._seen is not None:
            self._show(self._seen)

    def tint(self) -> None:
        """Icons in the palette's colours."""
        c = self.colours
        self.pack.setIcon(icon("package", c.on_accent))
        self.workbook.setIcon(icon("workbook", c.text))
        self.more.setIcon(icon("scores", c.text))
        self.show_folder.setIcon(icon("folder", c.text))

    def _show(self, seen: Seen) -> None:
        self._seen = seen
        self.count.setText(words.number(seen.unsent))
        self.count.setAccessibleName(f"{self.waiting.text()}: {seen.unsent}")
        self.pack.setEnabled(seen.unsent > 0 and self._job is None)
        self.model.show_rows(seen.packages)
        self.table.setVisible(bool(seen.packages))
        self.save.setVisible(bool(seen.packages))
        self.empty.setVisible(not seen.packages)
        self.show_folder.setVisible(bool(seen.folder))

    def _on_failed(self, error: GsmonError) -> None:
        self.troubled.emit(error)

    # ------------------------------------------------------------ packages and workbooks

    def _on_pack_clicked(self) -> None:
        start = self._seen.folder if self._seen else ""
        folder = self._files.folder(self, self.tr("Куда положить пакет"), start)
        if folder is not None:
            job = self._begin(self.tr("Собираю пакет"))
            work = partial(pack, to=folder, job=job, tasks=self._tasks)
            self._tasks.lane(work, self._on_packed, self._on_failed, changes=("package",), job=job)

    def _on_packed(self, made: exchange.Exported) -> None:
        if not made.packages:
            text = self.tr("Собирать нечего: все завершённые интервью уже в пакетах.")
        else:
            text = self.tr("Пакет {file}. Интервью: {interviews}, файлов: {media}.").format(
                file=made.packages[0].name, interviews=made.interviews, media=made.media
            )
        if made.held:
            text += " " + self.tr("Не вошли, потому что их файлы повреждены: {count}.").format(
                count=len(made.held)
            )
        self.notice.show_text(text, "warning" if made.held else "good")

    def _on_workbook_clicked(self) -> None:
        start = str(Path(self._seen.folder if self._seen else "") / "gsmon.xlsx")
        target = self._files.save(self, self.tr("Сохранить книгу Excel"), start, "Excel (*.xlsx)")
        if target is not None:
            job = self._begin(self.tr("Пишу книгу"))
            work = partial(
                self._write_workbook,
                target.with_suffix(".xlsx"),
                self._language.code,
                job,
                personal=self.personal.isChecked(),
            )
            self._tasks.background(work, self._on_workbook_written, self._on_failed, job=job)

    def _on_report_asked(self, kind: str) -> None:
        self.reports.ask(kind, folder=self._seen.folder if self._seen else "")

    def _write_workbook(self, target: Path, language: str, job: Job, *, personal: bool) -> Path:
        """On a background thread, with a connection of its own that only reads."""
        from gsmon_desktop import reports  # the Excel library is slow to load and seldom needed

        with Workspace.open(
            self._tasks.folder, now=self._tasks.now, read_only=True, keys=self._tasks.keys
        ) as ws:
            return reports.workbook(
                ws,
                target,
                edition=self._edition,
                catalogue=self._catalogue,
                language=language,
                personal=personal,
                now=self._tasks.now,
                progress=job.report,
            )

    def _on_workbook_written(self, target: Path) -> None:
        self.personal.setChecked(False)  # asked for anew each time
        self.notice.show_text(self.tr("Книга записана: {file}").format(file=target), "good")

    def _begin(self, doing: str) -> Job:
        self._job = job = Job(self)
        job.progressed.connect(self._on_job_progressed)
        job.ended.connect(self._on_job_ended)
        self.notice.hide()
        self.doing.setText(doing)
        self.bar.setRange(0, 0)
        self._show_running(running=True)
        return job

    def _show_running(self, *, running: bool) -> None:
        for each in (self.bar, self.doing, self.stop):
            each.setVisible(running)
        self.workbook.setEnabled(not running)
        self.pack.setEnabled(not running and self._seen is not None and self._seen.unsent > 0)

    def _on_job_progressed(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _on_job_ended(self, carried: bool) -> None:  # noqa: FBT001 - the signal's argument
        job, self._job = self._job, None
        self._show_running(running=False)
        if job is not None:
            if job.cancelled and not carried:
                self.notice.show_text(self.tr("Остановлено: файл не записан."), "warning")
            job.deleteLater()

    def _on_stop_clicked(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_show_folder_clicked(self) -> None:
        if self._seen is not None:
            self._files.show(Path(self._seen.folder))
