"""A recording played, and its transcript typed beside it without leaving the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from gsmon_desktop.errors import GsmonError, sentence
from gsmon_desktop.store.recordings import Mark, clock
from ui import theme
from ui.player import RATES, Player
from ui.widgets.flow import Flow
from ui.widgets.keys import position
from ui.widgets.live_picture import LivePicture
from ui.widgets.position_line import STEP_MS, PositionLine
from ui.widgets.transcript import TranscriptEdit

_TYPED_MS = 1500
_READ = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
_MOMENT = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Played:
    """What is played: `name` with its ending, the file or what is in it; is it a `video`; the moments
    marked in it; the transcript so far."""

    name: str
    content: Path | bytes
    video: bool
    marks: Sequence[Mark]
    text: str


class PlayerDialog(QDialog):
    """F8 plays and stops, F7 goes five seconds back, F9 writes the time, F6 changes the speed, Ctrl+J goes
    to the time written before the cursor. `typed` says every other second that the text is another now."""

    typed = Signal(str)
    closed = Signal(str)
    """The dialog is gone; the transcript as it stands."""

    def __init__(self, played: Played, language: str, parent: QWidget, *, fixed: bool, why: str = "") -> None:
        """`language` is for messages; `fixed`: the transcript is only read, `why` says how it is changed."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(played.name)
        self._language, self._why = language, why
        self.player = Player(played.name, played.content, self)
        self.live = LivePicture(self)
        self.live.setAccessibleName(played.name)
        self.live.setVisible(played.video)
        self.marks = QListWidget(self)
        self.marks.setWordWrap(True)
        self._make_controls()
        self.text = TranscriptEdit(self)
        self.text.setPlainText(played.text)
        self.text.setReadOnly(fixed)
        if fixed:  # read with the keys too
            self.text.setTextInteractionFlags(_READ)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setProperty("role", "muted")
        self._typed = QTimer(self, singleShot=True, interval=_TYPED_MS)
        self._show_marks(played.marks)
        self._lay_out(aside=played.video or bool(played.marks))
        self._connect()
        self._retranslate()
        window = parent.window().size()
        self.resize(QSize(1180, 680).boundedTo(QSize(window.width() - 40, window.height() - 20)))
        self.text.setFocus()

    def _make_controls(self) -> None:
        self.play, self.back, self.stamp = QPushButton(self), QPushButton(self), QPushButton(self)
        self.leave = QPushButton(self)
        self.play.setProperty("kind", "primary")
        self.line = PositionLine(self)
        self.time = QLabel(f"{clock(0)} / {clock(0)}", self)
        self.rates = QButtonGroup(self)
        for number, rate in enumerate(RATES):
            button = QPushButton(f"{rate:g}×".replace(".", ","), self)
            button.setCheckable(True)
            button.setChecked(number == 0)
            self.rates.addButton(button, number)
            button.setAutoDefault(False)
        for button in (self.play, self.back, self.stamp, self.leave):
            button.setAutoDefault(False)

    def _lay_out(self, *, aside: bool) -> None:
        side = QVBoxLayout()
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.live, 2)
        self.marks_label = QLabel(self)
        side.addWidget(self.marks_label)
        side.addWidget(self.marks, 1)
        left, right = QWidget(self), QWidget(self)
        left.setLayout(side)
        left.setVisible(aside)
        text = QVBoxLayout(right)
        text.setContentsMargins(theme.S if aside else 0, 0, 0, 0)
        self.text_label = QLabel(self)
        self.text_label.setBuddy(self.text)
        self.text_label.setWordWrap(True)
        text.addWidget(self.text_label)
        text.addWidget(self.text, 1)
        middle = QSplitter(self)
        middle.setChildrenCollapsible(False)
        middle.addWidget(left)
        middle.addWidget(right)
        middle.setStretchFactor(1, 1)
        where = QHBoxLayout()
        where.setSpacing(theme.S)
        where.addWidget(self.line, 1)
        where.addWidget(self.time)
        controls = Flow()
        for widget in (self.play, self.back, *self.rates.buttons(), self.stamp):
            controls.addWidget(widget)
        controls.push_right()
        controls.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        column.setSpacing(theme.S)
        column.addWidget(middle, 1)
        column.addLayout(where)
        column.addLayout(controls)
        column.addWidget(self.words)

    def _connect(self) -> None:
        self.play.clicked.connect(self.player.toggle)
        self.back.clicked.connect(lambda: self.step(-STEP_MS))
        self.stamp.clicked.connect(self.insert_time)
        self.leave.clicked.connect(self.reject)
        self.rates.idClicked.connect(lambda at: self.player.set_rate(RATES[at]))
        self.line.sliderMoved.connect(self.player.go_to)
        self.line.actionTriggered.connect(lambda _: self.player.go_to(self.line.sliderPosition()))
        self.player.moved.connect(self._on_moved)
        self.player.measured.connect(self._on_measured)
        self.player.changed.connect(self._retranslate)
        self.player.shown.connect(self.live.show_picture)
        self.player.troubled.connect(self._on_troubled)
        self.marks.itemActivated.connect(lambda item: self.player.go_to(item.data(_MOMENT)))
        self.marks.itemClicked.connect(lambda item: self.player.go_to(item.data(_MOMENT)))
        self.text.jumped.connect(self.player.go_to)
        self.text.textChanged.connect(self._on_text_changed)
        self._typed.timeout.connect(lambda: self.typed.emit(self.text.toPlainText()))
        for widget in (self, self.text, self.line, self.marks):
            widget.installEventFilter(self)

    def _retranslate(self) -> None:
        self.play.setText(self.tr("‖ Пауза (F8)") if self.player.playing else self.tr("▶ Слушать (F8)"))
        self.back.setText(self.tr("−5 с (F7)"))
        self.back.setAccessibleName(self.tr("На пять секунд назад"))
        self.leave.setText(self.tr("Закрыть"))
        self.stamp.setText(self.tr("Время в текст (F9)"))
        self.stamp.setVisible(not self.text.isReadOnly())
        self.line.setAccessibleName(self.tr("Место в записи"))
        self.text.setAccessibleName(self.tr("Расшифровка"))
        if self.text.isReadOnly():
            told = self.tr("Расшифровка: только чтение.")
            self.text_label.setText(f"{told} {self._why}".rstrip())
        else:
            self.text_label.setText(self.tr("Расшифровка: сохраняется сама"))
        self.marks_label.setText(self.tr("Метки"))
        self.marks.setAccessibleName(self.tr("Метки"))
        for button, rate in zip(self.rates.buttons(), RATES, strict=True):
            button.setAccessibleName(self.tr("Скорость {0}").format(f"{rate:g}".replace(".", ",")))
        self.words.setText(
            self.tr("F6 — скорость, Ctrl+J — к времени перед курсором, щелчок по времени — туда же.")
        )

    # ------------------------------------------------------------ playing

    def step(self, milliseconds: int) -> None:
        """Back or on by so much."""
        self.player.go_to(self.player.milliseconds + milliseconds)

    def insert_time(self) -> None:
        """The moment heard now, into the text."""
        if not self.text.isReadOnly():
            self.text.insert_time(self.player.milliseconds)
            self.text.setFocus()

    def _next_rate(self) -> None:
        at = (self.rates.checkedId() + 1) % len(RATES)
        self.rates.button(at).setChecked(True)
        self.player.set_rate(RATES[at])

    def _jump(self) -> None:
        moment = self.text.stamp_here()
        if moment is not None:
            self.player.go_to(moment)

    def _on_moved(self, at: int) -> None:
        if not self.line.isSliderDown():
            self.line.setValue(at)
        self.time.setText(f"{clock(at)} / {clock(self.line.maximum())}")

    def _on_measured(self, length: int) -> None:
        self.line.setMaximum(length)
        self._on_moved(self.player.milliseconds)

    def _on_troubled(self, error: GsmonError) -> None:
        self.words.setText(f"⚠ {sentence(error, self._language)}")
        self.live.say(self.words.text())

    def _show_marks(self, marks: Sequence[Mark]) -> None:
        for mark in marks:
            item = QListWidgetItem(f"{clock(mark.at)}  {mark.word}".rstrip(), self.marks)
            item.setData(_MOMENT, mark.at)
        self.marks.setVisible(bool(marks))
        self.line.show_marks([mark.at for mark in marks])

    # ------------------------------------------------------------ the text, and the end

    def _on_text_changed(self) -> None:
        if not self._typed.isActive():
            self._typed.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that work while one types; Space where one does not."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        acts: dict[int, Callable[[], None]] = {
            Qt.Key.Key_F6: self._next_rate,
            Qt.Key.Key_F7: lambda: self.step(-STEP_MS),
            Qt.Key.Key_F8: self.player.toggle,
            Qt.Key.Key_F9: self.insert_time,
        }
        act = acts.get(event.key())
        if control and position(event) == "j":
            act = self._jump
        still = (self, self.line, self.text) if self.text.isReadOnly() else (self, self.line)
        if event.key() == Qt.Key.Key_Space and watched in still:
            act = self.player.toggle
        if act is not None:
            act()
        return act is not None

    def done(self, result: int) -> None:
        """Qt's: what is typed is kept, however the dialog ends."""
        self._typed.stop()
        self.player.close()
        super().done(result)
        self.closed.emit(self.text.toPlainText())
