"""The recordings and films of an interview that is read, played; their transcripts to be read beside them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from gsmon_desktop.interviewing.reading import Reading, Recorded
from gsmon_desktop.store import interviews
from gsmon_desktop.store.interviews import Row
from gsmon_desktop.store.vault import Vault
from ui.dialogs.finder import Entry, Finder
from ui.dialogs.player import Played, PlayerDialog
from ui.player import content_of
from ui.tasks import Tasks


class Listening(QObject):
    """`button`, or F8, plays the one recording, or asks which of several."""

    troubled = Signal(object)
    """A GsmonError: it is not played."""

    def __init__(self, tasks: Tasks, language: Callable[[], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks, self._language, self._window = tasks, language, parent
        self._reading: Reading | None = None
        self.dialog: PlayerDialog | None = None
        self.button = QPushButton(parent)
        self.button.clicked.connect(self.play)
        self._key = QShortcut(QKeySequence(Qt.Key.Key_F8), parent, self.play)

    def retranslate(self) -> None:
        """Writes the texts."""
        self.button.setText(self.tr("▶ Слушать (F8)"))
        self.button.setToolTip(self.tr("Записи этого интервью и их расшифровка"))

    def show_reading(self, reading: Reading | None) -> None:
        """Whose recordings are played from now on."""
        self._reading = reading
        self.button.setVisible(reading is not None and bool(reading.recordings))

    def play(self) -> None:
        """Open the player; nothing where there is nothing to hear."""
        recordings = self._reading.recordings if self._reading else ()
        if len(recordings) == 1:
            self._open(recordings[0])
        elif recordings:
            entries = [
                Entry("recording", str(at), each.label, each.file.name) for at, each in enumerate(recordings)
            ]
            finder = Finder(entries, self.tr("Какая запись"), self._window.window())
            finder.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            finder.chosen.connect(lambda entry: self._open(recordings[int(entry.key)]))
            finder.open_over(self._window.window())

    def _open(self, recorded: Recorded) -> None:
        if self._reading is not None:
            read = partial(self._read, self._reading.row, recorded)
            self._tasks.lane(lambda ws: ws.vault, read, self.troubled.emit)

    def _read(self, row: Row, recorded: Recorded, vault: Vault) -> None:
        work = partial(content_of, recorded.file, vault)
        self._tasks.background(work, partial(self._show, row, recorded), self.troubled.emit)

    def _show(self, row: Row, recorded: Recorded, content: Path | bytes) -> None:
        """Unless meanwhile another interview, or another screen, is shown."""
        here = self._reading is not None and self._reading.row.id == row.id and self._window.isVisible()
        if not here or self.dialog is not None:
            return
        played = Played(recorded.file.name, content, recorded.video, recorded.marks, recorded.transcript)
        window, why = self._window.window(), self._why(row.status)
        self.dialog = PlayerDialog(played, self._language(), window, fixed=True, why=why)
        self.dialog.closed.connect(self._on_closed)
        self.dialog.open()

    def _why(self, status: str) -> str:
        """How the transcript of an interview in this state is changed."""
        return {
            interviews.FINISHED: self.tr(
                "Чтобы изменить её, откройте интервью кнопкой «Исправить…» и нажмите O у записи."
            ),
            interviews.DRAFT: self.tr("Чтобы изменить её, продолжите черновик и нажмите O у записи."),
        }.get(status, "")

    def _on_closed(self) -> None:
        self.dialog = None
