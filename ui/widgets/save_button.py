"""The button that saves a list, whatever its length, as an Excel or CSV file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.reports import write_list
from ui import theme
from ui.dialogs.files import FileDialogs
from ui.i18n import is_language_change
from ui.icons import icon
from ui.tasks import Job, Tasks

Reader = Callable[[Job], Iterable[Sequence[str]]]
"""Gives a list's rows, headings first, away from the window's thread; reports to the job as it goes."""


class SaveButton(QPushButton):
    """Asks for a file and fills it beside the lane; while that goes on, a click cancels.

    `reader` is called on the window's thread and gives what then reads the rows; `title` names the list.
    """

    saved = Signal(Path)
    troubled = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        files: FileDialogs,
        title: Callable[[], str],
        reader: Callable[[], Reader],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._files, self._title, self._reader = tasks, files, title, reader
        self._job: Job | None = None
        self.setProperty("kind", "quiet")
        self.clicked.connect(self._on_clicked)
        self.retranslate()
        self._tint()

    def retranslate(self) -> None:
        """Writes the texts."""
        if self._job is None:
            self.setText(self.tr("Сохранить список…"))
            self.setToolTip(self.tr("Весь список, как он показан, в Excel или CSV"))

    def changeEvent(self, event: QEvent) -> None:
        """New language, new palette."""
        if is_language_change(event):
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)

    def _tint(self) -> None:
        self.setIcon(icon("workbook", theme.colours(self.palette()).accent))

    def _on_clicked(self) -> None:
        if self._job is not None:
            self._job.cancel()
            return
        title = self._title()
        name = f"{title} {self._tasks.now():%Y-%m-%d}.xlsx"
        target = self._files.save(self, self.tr("Сохранить список"), name, "Excel (*.xlsx);;CSV (*.csv)")
        if target is None:
            return
        self._job = Job(self)
        self._job.progressed.connect(self._on_job_progressed)
        self._job.ended.connect(self._on_job_ended)
        self._on_job_progressed(0, 1)
        work = partial(_save, target, title, self._reader(), self._job)
        self._tasks.background(work, self._on_saved, self._on_failed, job=self._job)

    def _on_job_progressed(self, done: int, total: int) -> None:
        share = 100 * done // max(total, 1)
        self.setText(self.tr("Отменить: сохранено {share} %").format(share=share))

    def _on_job_ended(self, carried_through: bool) -> None:  # noqa: FBT001 - a signal's argument
        del carried_through
        self._job = None
        self.retranslate()

    def _on_saved(self, file: Path) -> None:
        self.saved.emit(file)

    def _on_failed(self, error: GsmonError) -> None:
        self.troubled.emit(error)


def _save(target: Path, title: str, reader: Reader, job: Job) -> Path:
    rows = iter(reader(job))
    return write_list(target, title, next(rows), (list(map(_value, row)) for row in rows))


def _value(text: str) -> str | int:
    """A whole number as such; figures that begin with nought stay a text."""
    return int(text) if text.isdecimal() and len(text) < 10 and (text == "0" or text[0] != "0") else text
