"""Minutes that a clock may count: of a queue, of a service with its steps, of a talk."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from gsmon_desktop.forms import Question
from ui.widgets.keys import plain, position
from ui.widgets.text import DecimalEditor

ROLES = frozenset(("queue_minutes", "service_minutes", "talk_minutes", "minutes_to_person"))
"""Questions by role whose minutes may be taken with the clock."""
_SECOND_MS = 1000


class TimerEditor(DecimalEditor):
    """A number of minutes; `T` starts and stops a clock that fills it, `S` marks a step while it runs.

    The clock goes on while other pages are filled, and with the window closed: whoever shows the widget keeps
    what `clocked` says, and gives it back by `go_on`. Then the comment says so. A question for whole numbers
    gets whole minutes, another one tenths. What the steps took is reported as words for the question's
    comment.
    """

    clocked = Signal(object)
    """The steps so far, in seconds from the start, while the clock runs; None once it is stopped."""

    field_width = 110
    clock: Callable[[], float] = staticmethod(time.monotonic)

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        self.started: float | None = None
        self.marks: list[float] = []
        self.since = ""
        self.button, self.step = QPushButton(), QPushButton()
        self.told = QLabel()
        super().__init__(question, parent)
        for at, button in enumerate((self.button, self.step), 1):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.row.insertWidget(at, button)
        self.row.insertWidget(3, self.told)
        self.row.setStretch(0, 0)
        self.row.addStretch(1)
        self.line.setFixedWidth(self.field_width)
        self.told.setWordWrap(True)
        self.told.setProperty("role", "muted")
        self.button.clicked.connect(self.toggle)
        self.step.clicked.connect(self.mark)
        self._tick = QTimer(self, interval=_SECOND_MS)
        self._tick.timeout.connect(self._show_clock)
        self._show_clock()

    def retranslate(self) -> None:
        """Texts of the window's own language."""
        self.step.setText(self.tr("Шаг (S)"))
        self._show_clock()

    def parse(self, text: str) -> str | None:
        """Minutes, whole where the question asks for whole numbers."""
        found = super().parse(text)
        if found and self.question.element.type == "integer":
            return str(int(found)) if found.lstrip("-").isdigit() else None
        return found

    def pattern(self) -> str:
        """What minutes look like."""
        if self.question.element.type == "integer":
            return self.tr("Нужно целое число минут, например 12.")
        return super().pattern()

    def press(self, event: QKeyEvent) -> bool:
        """T and S, else figures."""
        key = position(event) if plain(event) else ""
        if key == "t":
            self.toggle()
            return True
        if key == "s" and self.started is not None:
            self.mark()
            return True
        return super().press(event)

    def toggle(self) -> None:
        """Start the clock, or stop it and answer with its minutes."""
        if not self.isEnabled():
            return
        if self.started is None:
            self.started, self.marks, self.since = self.clock(), [], ""
            self._tick.start()
            self.clocked.emit([])
        else:
            self._stop(self.clock() - self.started)
        self._show_clock()

    def mark(self) -> None:
        """A step of the service ends now."""
        if self.started is not None:
            self.marks.append(self.clock() - self.started)
            self.clocked.emit(list(self.marks))
            self._show_clock()

    def go_on(self, seconds: float, marks: Sequence[float], since: str) -> None:
        """A clock that was begun so long ago, at `since` in words, and was left running, runs on."""
        if self.started is None:
            self.started, self.marks, self.since = self.clock() - max(0.0, seconds), list(marks), since
            self._tick.start()
            self._show_clock()

    def _stop(self, seconds: float) -> None:
        self._tick.stop()
        self.started = None
        whole = self.question.element.type == "integer"
        minutes = Decimal(seconds / 60).quantize(Decimal(1) if whole else Decimal("0.1"), ROUND_HALF_UP)
        value = f"{minutes.normalize():f}"
        told = [self._steps([*self.marks, seconds])] if self.marks else []
        if self.since:
            told.append(self.tr("Часы шли и при закрытом окне, с {0}").format(self.since))
        self.clocked.emit(None)
        if told:
            self.remarked.emit("; ".join(told))
        if value != self._value:
            self.set_value(value)
            self.line.selectAll()
            self.answered.emit(value)

    def _steps(self, marks: list[float]) -> str:
        """1 — 0:40; 2 — 1:10 …"""
        before = [0.0, *marks]
        lengths = [mark - start for start, mark in zip(before, marks, strict=False)]
        steps = "; ".join(f"{at} — {_clock(length)}" for at, length in enumerate(lengths, 1))
        return self.tr("Шаги: {0}").format(steps)

    def _show_clock(self) -> None:
        running = self.started is not None
        self.button.setText(self.tr("■ Стоп (T)") if running else self.tr("▶ Засечь время (T)"))
        self.step.setVisible(running)
        if self.started is not None:
            seconds = self.clock() - self.started
            marked = f" · {self._steps(self.marks)}" if self.marks else ""
            since = " · " + self.tr("идёт с {0}").format(self.since) if self.since else ""
            self.told.setText(f"{_clock(seconds)}{since}{marked}")
        else:
            self.told.setText(self.tr("в минутах"))


def _clock(seconds: float) -> str:
    whole = int(seconds)
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"
