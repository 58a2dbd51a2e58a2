"""A video filmed with the computer's camera, safe on the disk as it goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.store import recordings
from gsmon_desktop.store.recordings import Recording, clock
from ui.camera import Eye
from ui.dialogs.camera import CameraDialog
from ui.widgets.keys import is_enter, plain, position

_TICK_MS = 250


class FilmCamera(CameraDialog):
    """R films, P pauses, M marks a moment, Enter ends; then Enter keeps the video and N films another.

    However the dialog ends, what was filmed is kept: `ended` says that its pieces wait to be joined.
    """

    ended = Signal()

    def __init__(self, eye: Eye, recording: Callable[[], Recording], language: str, parent: QWidget) -> None:
        """`recording` begins one. Raises GsmonError where the disk refuses."""
        super().__init__(eye, language, parent)
        self.setWindowTitle(self.tr("Видео с камеры"))
        self._make = recording
        self._file: Path | None = None
        self.milliseconds = self._bytes = 0
        self.state = QLabel(self)
        self.tools.addWidget(self.state, 1)
        self.mark = self.button(self.tr("Метка (M)"), self._mark)
        self.pause = self.button("", self._toggle)
        self.again = self.button(self.tr("Снять заново (N)"), self._again)
        self.film = self.button(self.tr("● Снимать (R)"), self._film, primary=True)
        self.stop = self.button(self.tr("Закончить (Enter)"), self._stop, primary=True)
        self.use = self.button(self.tr("Приложить (Enter)"), self.accept, primary=True)
        self.cancel = self.button(self.tr("Отмена"), self.reject)
        self.capture.shown.connect(self._on_shown)
        self.capture.written.connect(self._on_written)
        self.capture.listen()
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._show_time)
        self._show_state()

    # ------------------------------------------------------------ what the buttons do

    def _film(self) -> None:
        try:
            recording = self._make()
        except GsmonError as error:
            self._on_troubled(error)
            return
        self._file = recording.file
        self._bytes = 0
        self.capture.record(recording)
        self._tick.start()
        self._show_state()

    def _toggle(self) -> None:
        film = self.capture.film
        if film is None:
            return
        if film.running:
            film.pause()
        else:
            film.go_on()
        self._show_state()

    def _mark(self) -> None:
        film = self.capture.film
        if film is not None:
            film.mark(film.milliseconds, "")
            self.say(self.tr("Метка {0} поставлена").format(clock(film.milliseconds)))

    def _stop(self) -> None:
        film = self.capture.film
        if film is not None:
            film.pause()
            self.milliseconds = film.milliseconds
            self.capture.end_film()
        self._tick.stop()
        self._show_state()

    def _again(self) -> None:
        file, self._file = self._file, None
        if file is not None:
            recordings.remove(file)
        self.milliseconds = 0
        self._show_state()

    def done(self, result: int) -> None:
        """Qt's: what was filmed is an answer soon."""
        if self.capture.film is not None:
            self._stop()
        super().done(result)
        if self._file is not None:
            self.ended.emit()

    # ------------------------------------------------------------ what is shown

    def _on_shown(self, picture: QImage) -> None:
        if not self._filmed:
            self.live.show_picture(picture)

    def _on_written(self, size: int) -> None:
        self._bytes = size

    def _on_troubled(self, error: GsmonError) -> None:
        if self.capture.film is None and self._file is not None:
            self._tick.stop()
        super()._on_troubled(error)
        self._show_state(words=False)

    @property
    def _filmed(self) -> bool:
        return self.capture.film is None and self._file is not None

    def _show_state(self, *, words: bool = True) -> None:
        film = self.capture.film
        going = film is not None
        self.film.setVisible(not going and not self._filmed)
        for button in (self.pause, self.mark, self.stop):
            button.setVisible(going)
        self.again.setVisible(self._filmed)
        self.use.setVisible(self._filmed)
        self.cancel.setVisible(not going and not self._filmed)
        self.device.setEnabled(not going and not self._filmed)
        running = film is not None and film.running
        self.pause.setText(self.tr("Пауза (P)") if running else self.tr("Продолжить (P)"))
        (self.stop if going else self.use if self._filmed else self.film).setFocus()
        self._show_time()
        if words:
            self.say(self._words())

    def _words(self) -> str:
        if self._filmed:
            return self.tr("Снято и лежит на диске. Закроете окно — видео тоже останется ответом.")
        if self.capture.film is not None:
            return self.tr("Снятое сохраняется каждую секунду.")
        if self.capture.with_sound:
            return self.tr("Видео снимается со звуком.")
        return self.tr("Микрофон не найден: видео будет без звука.")

    def _show_time(self) -> None:
        film = self.capture.film
        if film is None:
            self.state.setText(clock(self.milliseconds) if self._filmed else "")
            return
        words = self.tr("● Съёмка {0} · {1} МБ") if film.running else self.tr("‖ Пауза {0} · {1} МБ")
        self.state.setText(words.format(clock(film.milliseconds), self._bytes // 1_000_000))

    # ------------------------------------------------------------ keys

    def press(self, event: QKeyEvent) -> bool:
        """Letters by their place on the board, Enter for the end."""
        buttons = {"r": self.film, "p": self.pause, "m": self.mark, "n": self.again}
        button = buttons.get(position(event)) if plain(event) else None
        if is_enter(event):
            button = next((one for one in (self.stop, self.use, self.film) if one.isVisibleTo(self)), None)
        if event.key() == Qt.Key.Key_Escape and self.capture.film is not None:
            button = self.stop  # one Esc ends the film, the next the dialog
        if button is None or not button.isVisibleTo(self):
            return False
        button.click()
        return True
