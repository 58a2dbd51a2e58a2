"""A line for one long work at a time: what is done, how far it is, and a button that stops it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from ui import theme
from ui.tasks import Job


class JobLine(QWidget):
    """Hidden while nothing runs. `begin` gives the job the work is to report to."""

    running = Signal(bool)
    stopped = Signal()
    """The work was stopped by the button before it was carried through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.job: Job | None = None
        self.doing, self.bar, self.stop = QLabel(self), QProgressBar(self), QPushButton(self)
        self.doing.setProperty("role", "muted")
        self.bar.setTextVisible(False)
        self.stop.clicked.connect(self._on_stop_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.M)
        row.addWidget(self.doing)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Writes the texts."""
        self.stop.setText(self.tr("Остановить"))
        self.bar.setAccessibleName(self.tr("Сколько сделано"))

    def begin(self, doing: str) -> Job:
        """A job for a work that begins now; `doing` says what it does."""
        self.job = job = Job(self)
        job.progressed.connect(self._on_job_progressed)
        job.ended.connect(self._on_job_ended)
        self.doing.setText(doing)
        self.bar.setRange(0, 0)
        self.show()
        self.running.emit(True)
        return job

    def _on_job_progressed(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _on_job_ended(self, carried: bool) -> None:  # noqa: FBT001 - the signal's argument
        job, self.job = self.job, None
        self.hide()
        self.running.emit(False)
        if job is not None:
            if job.cancelled and not carried:
                self.stopped.emit()
            job.deleteLater()

    def _on_stop_clicked(self) -> None:
        if self.job is not None:
            self.job.cancel()
