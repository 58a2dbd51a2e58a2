"""The bar over the bottom line while a conversation is recorded: time, level, pause, marks, the end."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QWidget

from gsmon_desktop.errors import GsmonError, sentence
from gsmon_desktop.store.recordings import clock
from ui import theme
from ui.recorder import Recorder
from ui.widgets import look
from ui.widgets.keys import is_enter

_QUIET = 0.01
"""A peak below this is silence: the microphone is off or covered."""
_QUIET_MS = 5000


class Meter(QWidget):
    """How loud it is, as a bar; the words beside it say when nothing is heard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.level = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A hundred and twenty points wide."""
        return QSize(120, 14)

    def show_level(self, peak: float) -> None:
        """A peak rises at once and falls slowly, as ears hear."""
        self.level = max(peak, self.level * 0.8)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Full width is the loudest there is; the square root spreads speech over it."""
        del event
        painter, colours = QPainter(self), look.colours(self)
        painter.setPen(colours.line)
        painter.setBrush(colours.field)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        width = round((self.width() - 4) * min(1.0, self.level) ** 0.5)
        painter.fillRect(2, 2, width, self.height() - 4, colours.wrong if self.level > 0.98 else colours.good)


class RecorderBar(QFrame):
    """Shows a `Recorder` and is its switchboard; hidden while none runs."""

    finished = Signal()
    """The recording is closed, all of it on the disk, and waits to be joined."""
    left = Signal()
    """The keyboard may go back to the questions."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.recorder: Recorder | None = None
        self._marked = self._heard_at = 0
        self._language = "ru"
        self.state, self.words = QLabel(self), QLabel(self)
        self.words.setProperty("role", "muted")
        self.words.setWordWrap(True)
        self.meter = Meter(self)
        self.word = QLineEdit(self)
        self.word.setMaxLength(80)
        self.word.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.word.installEventFilter(self)
        self.pause, self.stop = QPushButton(self), QPushButton(self)
        self.pause.clicked.connect(self.toggle)
        self.stop.clicked.connect(self.finish)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.L, theme.XS, theme.L, theme.XS)
        row.setSpacing(theme.M)
        for widget in (self.state, self.meter, self.words, self.word, self.pause, self.stop):
            row.addWidget(widget)
        row.setStretchFactor(self.words, 1)
        for button in (self.pause, self.stop):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Texts of the window's own language."""
        self.word.setPlaceholderText(self.tr("Метка (Ctrl+M)"))
        self.word.setAccessibleName(self.tr("Слово к метке"))
        self.word.setToolTip(
            self.tr("Слово и Enter: метка встанет на ту секунду, когда вы начали её ставить.")
        )
        self.stop.setText(self.tr("Закончить запись"))
        self.meter.setAccessibleName(self.tr("Громкость"))
        self._show_state()

    def changeEvent(self, event: QEvent) -> None:
        """Qt's."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # ------------------------------------------------------------ the recording

    def begin(self, recorder: Recorder, language: str) -> None:
        """Show a recording that has just begun; `language` is for messages."""
        self.recorder, self._language = recorder, language
        self._marked = self._heard_at = 0
        self.word.clear()
        self.words.setText(self.tr("1 час записи — около 115 МБ"))
        recorder.heard.connect(self._on_heard)
        recorder.troubled.connect(self._on_troubled)
        self._show_state()
        self.show()

    def toggle(self) -> None:
        """Pause, or go on."""
        if self.recorder is None:
            return
        if self.recorder.running:
            self.recorder.pause()
            self.meter.show_level(0)
        else:
            self.words.clear()
            self.recorder.go_on()
        self._show_state()

    def start_mark(self) -> None:
        """The moment is noted now, the word may take its time."""
        if self.recorder is not None:
            self._marked = self.recorder.milliseconds
            self.word.clear()
            self.word.setFocus()

    def finish(self) -> None:
        """End the recording."""
        if self.end():
            self.finished.emit()

    def end(self) -> bool:
        """Close the recording without saying so; was there one?"""
        recorder, self.recorder = self.recorder, None
        if recorder is None:
            return False
        if self.word.hasFocus():
            self.left.emit()
        recorder.stop()
        recorder.deleteLater()
        self.hide()
        return True

    # ------------------------------------------------------------ inside

    def _on_heard(self, milliseconds: int, peak: float) -> None:
        self.meter.show_level(peak)
        if peak >= _QUIET:
            if milliseconds - self._heard_at >= _QUIET_MS:
                self.words.clear()
            self._heard_at = milliseconds
        elif milliseconds - self._heard_at >= _QUIET_MS:
            self.words.setText(self.tr("⚠ Тишина: проверьте микрофон"))
        self._show_state()

    def _on_troubled(self, error: GsmonError) -> None:
        self.words.setText(f"⚠ {sentence(error, self._language)}")
        self._show_state()

    def _show_state(self) -> None:
        running = self.recorder is not None and self.recorder.running
        time = clock(self.recorder.milliseconds) if self.recorder is not None else ""
        words = self.tr("● Запись {0}") if running else self.tr("‖ Пауза {0}")
        self.state.setText(words.format(time))
        self.pause.setText(self.tr("Пауза") if running else self.tr("Продолжить"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the line of marks: Enter sets one, Esc leaves; both give the keyboard back."""
        del watched
        if event.type() == QEvent.Type.FocusIn and self.recorder is not None:
            self._marked = self.recorder.milliseconds
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if is_enter(event) and self.recorder is not None:
            self.recorder.mark(self._marked, self.word.text().strip())
            self.words.setText(self.tr("Метка {0} поставлена").format(clock(self._marked)))
        elif event.key() != Qt.Key.Key_Escape:
            return False
        self.word.clear()
        self.left.emit()
        return True
