"""Writes a report in the background: asks for the file, shows how far it is, stops, says how it ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from gsmon_desktop.errors import GsmonError, sentence
from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.store import Workspace
from ui import theme, words
from ui.dialogs.files import FileDialogs
from ui.tasks import Job, Tasks
from ui.widgets.notice import Notice

if TYPE_CHECKING:  # the reports are slow to load and seldom needed
    from gsmon_desktop.reports.compared import Compared

_HEAVY = 200_000_000
"""Bytes of a Word document that programs need a while to open."""
Work = Callable[[Workspace, Path, "Writing"], object]


@dataclass(frozen=True)
class Writing:
    """What every report is written with."""

    catalogue: Catalogue
    edition: Edition
    language: str
    options: dict[str, Any]
    job: Job
    tasks: Tasks


def _data(ws: Workspace, to: Path, how: Writing) -> object:
    from gsmon_desktop.reports.data_files import write_data

    return write_data(ws, to, edition=how.edition, language=how.language, progress=how.job.report)


def _workbook(ws: Workspace, to: Path, how: Writing) -> object:
    from gsmon_desktop.reports import workbook

    return workbook(
        ws,
        to,
        edition=how.edition,
        catalogue=how.catalogue,
        language=how.language,
        personal=bool(how.options.get("personal")),
        compared=_compared(how),
        now=how.tasks.now,
        progress=how.job.report,
    )


def _visits(ws: Workspace, to: Path, how: Writing) -> object:
    from gsmon_desktop.reports.visit_reports import write_visits

    return write_visits(
        ws,
        to,
        catalogue=how.catalogue,
        language=how.language,
        only=how.options.get("only", ()),
        now=how.tasks.now,
        progress=how.job.report,
    )


def _field(ws: Workspace, to: Path, how: Writing) -> object:
    from gsmon_desktop.reports.field_summary import write_field

    return write_field(
        ws, to, catalogue=how.catalogue, language=how.language, now=how.tasks.now, progress=how.job.report
    )


def _posters(ws: Workspace, to: Path, how: Writing) -> object:
    from gsmon_desktop.reports.posters import write_posters
    from gsmon_desktop.scoring import online_monitoring

    file = how.options.get("online")
    online = online_monitoring(file, how.catalogue, year=how.edition.year) if file else None
    return write_posters(
        ws,
        to,
        edition=how.edition,
        catalogue=how.catalogue,
        language=how.language,
        online=online,
        compared=_compared(how),
        now=how.tasks.now,
        progress=how.job.report,
    )


def _tables(ws: Workspace, to: Path, how: Writing) -> object:
    from gsmon_desktop.reports.crossings import write_tables

    return write_tables(
        ws,
        to,
        how.options["pairs"],
        edition=how.edition,
        catalogue=how.catalogue,
        language=how.language,
        now=how.tasks.now,
        progress=how.job.report,
    )


def _compared(how: Writing) -> Compared:
    from gsmon_desktop.reports.compared import Compared
    from gsmon_desktop.scoring import figures_of_year

    before = how.options.get("before")
    earlier = figures_of_year(before, how.catalogue) if before else None
    return Compared(earlier, bool(how.options.get("all_cuts")))


def _interview(ws: Workspace, to: Path, how: Writing) -> object:
    from gsmon_desktop.reports.interview_pdf import write_interview

    return write_interview(
        ws,
        how.options["key"],
        to,
        catalogue=how.catalogue,
        language=how.language,
        now=how.tasks.now,
        progress=how.job.report,
    )


_WORKS: dict[str, Work] = {
    "workbook": _workbook,
    "data": _data,
    "visits": _visits,
    "field": _field,
    "posters": _posters,
    "interview": _interview,
    "tables": _tables,
}


class ReportBar(QWidget):
    """Hidden while there is nothing to say. One report at a time; `busy` tells when one begins and ends.

    A file that another program holds is said in words, with a button that writes beside it.
    """

    busy = Signal(bool)

    def __init__(
        self,
        tasks: Tasks,
        catalogue: Catalogue,
        edition: Edition,
        language: Callable[[], str],
        files: FileDialogs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._catalogue, self._edition = tasks, catalogue, edition
        self._language, self._files = language, files
        self._job: Job | None = None
        self._again: Callable[[], None] = lambda: None
        self.doing, self.bar = QLabel(self), QProgressBar(self)
        self.bar.setTextVisible(False)
        self.stop, self.other = QPushButton(self), QPushButton(self)
        self.stop.clicked.connect(self._on_stop_clicked)
        self.other.clicked.connect(self._on_other_clicked)
        self.notice = Notice(self)
        self.notice.closed.connect(self._on_put_away)
        row = QHBoxLayout()
        row.setSpacing(theme.M)
        row.addWidget(self.doing)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        told = QHBoxLayout()
        told.setSpacing(theme.S)
        told.addWidget(self.notice, 1)
        told.addWidget(self.other)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addLayout(row)
        column.addLayout(told)
        self._show(running=False)
        self.other.hide()
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Every text in the window's language."""
        self.stop.setText(self.tr("Остановить"))
        self.bar.setAccessibleName(self.tr("Сколько сделано"))

    def _asked(self, kind: str) -> tuple[str, str, str]:
        """The dialog's title, the file's name, the kinds of files."""
        return {
            "workbook": (self.tr("Книга Excel"), "gsmon.xlsx", "Excel (*.xlsx)"),
            "data": (
                self.tr("Данные для анализа"),
                "gsmon-data.sav",
                "SPSS (*.sav);;Parquet (*.parquet);;CSV (*.csv)",
            ),
            "visits": (self.tr("Отчёты о визитах"), "gsmon-visits.docx", "Word (*.docx);;PDF (*.pdf)"),
            "field": (self.tr("Сводка поля"), "gsmon-field.pdf", "PDF (*.pdf);;Excel (*.xlsx)"),
            "posters": (self.tr("Плакаты рейтингов"), "gsmon-posters.pdf", "PDF (*.pdf)"),
            "tables": (self.tr("Таблицы ответов"), "gsmon-tables.xlsx", "Excel (*.xlsx);;CSV (*.csv)"),
            "interview": (self.tr("Печать интервью"), "interview.pdf", "PDF (*.pdf)"),
        }[kind]

    def ask(self, kind: str, *, folder: str = "", name: str = "", **options: Any) -> None:
        """Asks where to and writes a report: workbook, data, tables, visits, field, posters or interview."""
        if self._job is not None:
            return
        title, usual, kinds = self._asked(kind)
        target = self._files.save(self, title, str(Path(folder) / (name or usual)), kinds)
        if target is not None:
            self.write(kind, target if target.suffix else target.with_suffix(Path(usual).suffix), options)

    @property
    def running(self) -> bool:
        """Is a report being written?"""
        return self._job is not None

    def write(self, kind: str, target: Path, options: dict[str, Any]) -> None:
        """Writes a report in the background, with a connection of its own that only reads."""
        self._job = job = Job(self)
        job.progressed.connect(self._on_job_progressed)
        job.ended.connect(self._on_job_ended)
        title, _, _ = self._asked(kind)
        self.doing.setText(self.tr("{report}: пишу").format(report=title))
        self.bar.setRange(0, 0)
        self.notice.hide()
        self.other.hide()
        self._show(running=True)
        self.show()
        how = Writing(self._catalogue, self._edition, self._language(), options, job, self._tasks)
        work = partial(_run, _WORKS[kind], target, how)
        failed = partial(self._on_failed, kind, target, options)
        self._tasks.background(work, partial(self._on_written, target), failed, job=job)

    def _show(self, *, running: bool) -> None:
        for each in (self.doing, self.bar, self.stop):
            each.setVisible(running)
        self.busy.emit(running)

    def _on_written(self, target: Path, made: object) -> None:
        told = self.tr("Записано: {file}").format(file=target)
        if target.suffix == ".docx" and (size := target.stat().st_size) > _HEAVY:
            told += ". " + self.tr(
                "В документе {size}: Word откроет его не сразу. Легче — «Отчёты о визитах по отдельности»."
            ).format(size=words.size(size))
        self.notice.show_text(told, "good")

    def _on_failed(self, kind: str, target: Path, options: dict[str, Any], error: GsmonError) -> None:
        self.notice.show_text(sentence(error, self._language()), "danger")
        if error.code == "file.locked":
            beside = target.with_name(str(error.values["other"]))
            self.other.setText(self.tr("Записать как {name}").format(name=beside.name))
            self._again = partial(self.write, kind, beside, options)
            self.other.show()

    def _on_other_clicked(self) -> None:
        self._again()

    def _on_put_away(self) -> None:
        self.other.hide()
        self.setVisible(self._job is not None)

    def _on_job_progressed(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _on_job_ended(self, carried: bool) -> None:  # noqa: FBT001 - the signal's argument
        job, self._job = self._job, None
        self._show(running=False)
        if job is not None:
            if job.cancelled and not carried:
                self.notice.show_text(self.tr("Остановлено: файл не записан."), "warning")
            job.deleteLater()

    def _on_stop_clicked(self) -> None:
        if self._job is not None:
            self._job.cancel()


def _run(work: Work, target: Path, how: Writing) -> object:
    tasks = how.tasks
    with Workspace.open(tasks.folder, now=tasks.now, read_only=True, keys=tasks.keys) as ws:
        return work(ws, target, how)
