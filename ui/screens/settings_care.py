"""Настройки, care of the workspace: a copy to a stick, a check with what it found, another workspace."""

from __future__ import annotations

from functools import partial
from html import escape
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from gsmon_desktop import exchange
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.interviewing import doctor
from gsmon_desktop.store import Workspace, backup
from ui import theme
from ui.dialogs.files import FileDialogs
from ui.i18n import Language
from ui.tasks import Job, Tasks
from ui.widgets.flow import Flow
from ui.widgets.notice import Notice


def copy(tasks: Tasks, target: Path, job: Job) -> backup.Copied:
    """A copy of the workspace in `target`, through a reader of its own; runs beside the lane."""
    with Workspace.open(tasks.folder, now=tasks.now, read_only=True, keys=tasks.keys) as ws:
        return backup.copy_workspace(ws, target, now=tasks.now, progress=job.report)


def copy_daily(tasks: Tasks) -> bool:
    """Makes today's copy of the database by a reader of its own, if there is none; runs on any thread."""
    with Workspace.open(tasks.folder, now=tasks.now, read_only=True, keys=tasks.keys) as ws:
        return backup.daily(ws, now=tasks.now) is not None


class Care(QWidget):
    """One thing runs at a time, with its bar and a way to stop it. What a check found stands under it."""

    other_asked = Signal()
    """Another workspace is to be opened."""
    troubled = Signal(object)

    def __init__(self, tasks: Tasks, language: Language, files: FileDialogs, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks, self._language, self._files = tasks, language, files
        self._job: Job | None = None
        self._report: doctor.Report | None = None
        self.copy, self.check = QPushButton(self), QPushButton(self)
        self.other, self.stop, self.repair = QPushButton(self), QPushButton(self), QPushButton(self)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.check.clicked.connect(self._on_check_clicked)
        self.other.clicked.connect(self.other_asked)
        self.stop.clicked.connect(self._on_stop_clicked)
        self.repair.clicked.connect(self._on_repair_clicked)
        self.repair.setProperty("kind", "primary")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.notice = Notice(self)
        self.findings = QTextBrowser(self)
        self.findings.setOpenLinks(False)
        self.findings.setFixedHeight(130)
        self._lay_out()
        self._show_running(running=False)
        self._show_report(None)
        self.retranslate()

    def _lay_out(self) -> None:
        first, second = Flow(), Flow()
        for row, parts in ((first, (self.copy, self.check)), (second, (self.other,))):
            for button in parts:
                row.addWidget(button)
        running = QHBoxLayout()
        running.setSpacing(theme.M)
        running.addWidget(self.bar, 1)
        running.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addLayout(first)
        column.addLayout(second)
        column.addLayout(running)
        mend = QHBoxLayout()
        mend.addWidget(self.repair)
        mend.addStretch(1)
        column.addWidget(self.notice)
        column.addLayout(mend)
        column.addWidget(self.findings)

    def retranslate(self) -> None:
        """Writes the texts; findings are said anew in the window's language."""
        self.copy.setText(self.tr("Сделать копию…"))
        self.copy.setToolTip(self.tr("Вся рабочая папка целиком, например на флешку"))
        self.check.setText(self.tr("Проверить"))
        self.check.setToolTip(self.tr("Всё ли цело: база, интервью, файлы, журнал"))
        self.other.setText(self.tr("Другая рабочая папка…"))
        self.stop.setText(self.tr("Остановить"))
        self.repair.setText(self.tr("Исправить"))
        self.bar.setAccessibleName(self.tr("Сколько сделано"))
        self.findings.setAccessibleName(self.tr("Что нашла проверка"))
        if self._report is not None:
            self._show_report(self._report)

    # ------------------------------------------------------------ a copy

    def _on_copy_clicked(self) -> None:
        folder = self._files.folder(self, self.tr("Куда положить копию"), "")
        if folder is not None:
            job = self._begin()
            work = partial(copy, self._tasks, folder, job)
            self._tasks.background(work, self._on_copied, self._on_failed, job=job)

    def _on_copied(self, made: backup.Copied) -> None:
        text = self.tr("Копия готова и проверена: {folder}").format(folder=made.folder)
        if made.lacking:
            text += " " + self.tr("В ней нет файлов: {names}.").format(names=", ".join(made.lacking))
        self.notice.show_text(text, "warning" if made.lacking else "good")

    # ------------------------------------------------------------ a check and its repair

    def _on_check_clicked(self) -> None:
        job, tasks = self._begin(), self._tasks
        work = partial(
            doctor.examine, tasks.folder, now=tasks.now, keys=tasks.keys, progress=job.report,
            more=exchange.CHECKS,
        )  # fmt: skip
        tasks.background(work, self._on_checked, self._on_failed, job=job)

    def _on_repair_clicked(self) -> None:
        job, folder, now = self._begin(), self._tasks.folder, self._tasks.now
        self._tasks.apart(
            lambda keys: doctor.repair(
                folder, now=now, keys=keys, progress=job.report, more=exchange.CHECKS
            ),
            self._on_checked, self._on_failed, changes=("interview", "package"), job=job,
        )  # fmt: skip

    def _on_checked(self, report: doctor.Report) -> None:
        if not report.findings:
            self.notice.show_text(self.tr("Рабочая папка в порядке."), "good")
        elif report.ok:
            self.notice.show_text(self.tr("Исправлено всё, что нашла проверка."), "good")
        else:
            left = sum(not each.done for each in report.findings)
            self.notice.show_text(self.tr("Найдено неисправностей: {count}.").format(count=left), "warning")
        self._show_report(report)

    def _show_report(self, report: doctor.Report | None) -> None:
        self._report = report
        findings = report.findings if report is not None else ()
        parts = []
        for each in findings:
            done = each.done_text(self._language.code)
            mended = f"<br><b>{escape(done)}</b>" if done else ""
            parts.append(f'<p style="margin:4px 0">{escape(each.text(self._language.code))}{mended}</p>')
        self.findings.setHtml("".join(parts))
        self.findings.setVisible(bool(findings))
        self.repair.setVisible(any(each.repairable and not each.done for each in findings))

    def _on_failed(self, error: GsmonError) -> None:
        self.troubled.emit(error)

    # ------------------------------------------------------------ running

    def _begin(self) -> Job:
        self._job = job = Job(self)
        job.progressed.connect(self._on_job_progressed)
        job.ended.connect(self._on_job_ended)
        self.notice.hide()
        self.bar.setRange(0, 0)
        self._show_running(running=True)
        return job

    def _show_running(self, *, running: bool) -> None:
        for each in (self.bar, self.stop):
            each.setVisible(running)
        for button in (self.copy, self.check, self.other, self.repair):
            button.setEnabled(not running)

    def _on_job_progressed(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _on_job_ended(self, carried: bool) -> None:  # noqa: FBT001 - the signal's argument
        job, self._job = self._job, None
        self._show_running(running=False)
        if job is not None:
            if job.cancelled and not carried:
                self.notice.show_text(self.tr("Остановлено."), "warning")
            job.deleteLater()

    def _on_stop_clicked(self) -> None:
        if self._job is not None:
            self._job.cancel()
