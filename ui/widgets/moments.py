"""Dates and times, typed in a few figures or picked from a calendar."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from gsmon_desktop.forms import Question
from ui.widgets.keys import position
from ui.widgets.text import FiguresEditor


def read_date(text: str, today: date) -> date | None:
    """24.11.2026, 24.11.26, 24.11 (this year), the same without full stops, or 2026-11-24."""
    parts = re.findall(r"[0-9]+", text)
    if len(parts) == 1 and len(parts[0]) in (4, 6, 8):
        bare = parts[0]
        parts = [bare[:2], bare[2:4], *([bare[4:]] if bare[4:] else [])]
    if len(parts) == 3 and len(parts[0]) == 4:
        parts.reverse()
    if len(parts) == 2:
        parts.append(str(today.year))
    if len(parts) != 3:
        return None
    day, month, year = map(int, parts)
    if len(parts[2]) == 2:
        # Two figures are the nearest such year not more than ten years ahead: people give births and visits.
        year += today.year // 100 * 100
        year -= 100 if year > today.year + 10 else 0
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_time(text: str) -> time | None:
    """14:32, 14.32, 1432, 932 or 9."""
    parts = re.findall(r"[0-9]+", text)
    if len(parts) == 1:
        bare = parts[0]
        parts = [bare[:-2], bare[-2:]] if len(bare) in (3, 4) else [bare, "0"]
    if not 2 <= len(parts) <= 3:
        return None
    try:
        return time(int(parts[0]), int(parts[1]))
    except ValueError:
        return None


class DateEditor(FiguresEditor):
    """A day. Down opens the calendar; + and - go a day on or back, `T` is today."""

    field_width = 160
    allowed = "0123456789.-/ "

    def __init__(self, question: Question, today: Callable[[], date], parent: QWidget | None = None) -> None:
        self._today = today
        self._calendar: QCalendarWidget | None = None
        self.button = QToolButton()
        super().__init__(question, parent)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self._open)
        self.row.insertWidget(1, self.button)

    def retranslate(self) -> None:
        """Texts of the window's own language."""
        self.line.setPlaceholderText(self.tr("дд.мм.гггг"))
        self.button.setText(self.tr("Календарь"))
        self.button.setAccessibleName(self.tr("Выбрать день в календаре"))

    def parse(self, text: str) -> str | None:
        """ISO date."""
        if not text.strip():
            return ""
        found = read_date(text, self._today())
        return found.isoformat() if found else None

    def shown(self, value: str) -> str:
        """Day, month, year."""
        found = read_date(value[:10], self._today()) if value else None
        return f"{found:%d.%m.%Y}" if found else value

    def pattern(self) -> str:
        """What a date looks like."""
        return self.tr("Такой даты нет. Образец: 24.11.2026 или 241126.")

    def press(self, event: QKeyEvent) -> bool:
        """The calendar's keys, else figures."""
        if self._calendar is not None and self._calendar.isVisible():
            return self._press_calendar(self._calendar, event)
        if event.key() == Qt.Key.Key_Down:
            self._open()
            return True
        if event.text() in ("+", "=") or (event.text() == "-" and self.parse(self.line.text())):
            self._shift(-1 if event.text() == "-" else 1)
            return True
        if position(event) == "t" and not event.modifiers():
            self._type(self._today())
            return True
        return super().press(event)

    def leave(self) -> None:
        """Close the calendar."""
        self._close()
        super().leave()

    def overhang(self) -> int:
        """The open calendar."""
        return self._calendar.height() if self._calendar is not None and self._calendar.isVisible() else 0

    def _close(self) -> None:
        if self._calendar is not None:
            self._calendar.hide()

    def _type(self, day: date) -> None:
        self.line.setText(f"{day:%d.%m.%Y}")
        self.line.textEdited.emit(self.line.text())

    def _day(self) -> date:
        return read_date(self.line.text(), self._today()) or self._today()

    def _shift(self, days: int) -> None:
        typed = bool(self.line.text().strip())
        self._type(self._day() + timedelta(days=days) if typed else self._today())

    def _press_calendar(self, calendar: QCalendarWidget, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        step = steps.get(Qt.Key(event.key()), 0)
        if step:
            calendar.setSelectedDate(calendar.selectedDate().addDays(step))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_calendar_picked(calendar.selectedDate())
        elif event.key() == Qt.Key.Key_Escape:
            calendar.hide()
        else:
            return super().press(event)
        return True

    def _open(self) -> None:
        if self._calendar is None:
            self._calendar = QCalendarWidget(self.window())
            self._calendar.setAccessibleName(self.button.accessibleName())
            self._calendar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._calendar.setGridVisible(True)
            self._calendar.clicked.connect(self._on_calendar_picked)
        day = self._day()
        self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self._calendar.adjustSize()
        window = self.window()
        under = self.line.mapTo(window, QPoint(0, self.line.height() + 2))
        top = max(0, min(under.y(), window.height() - self._calendar.height()))
        self._calendar.move(under.x(), top)
        self._calendar.show()
        self._calendar.raise_()
        self.line.setFocus()

    def _on_calendar_picked(self, day: QDate) -> None:
        self._close()
        self._type(date(day.year(), day.month(), day.day()))
        self.flush()


class TimeEditor(FiguresEditor):
    """A time of day, to the minute."""

    field_width = 120
    allowed = "0123456789:. "

    def retranslate(self) -> None:
        """A pattern to go by."""
        self.line.setPlaceholderText(self.tr("чч:мм"))

    def parse(self, text: str) -> str | None:
        """XForms' time, local."""
        if not text.strip():
            return ""
        found = read_time(text)
        return f"{found:%H:%M:%S}.000" if found else None

    def shown(self, value: str) -> str:
        """Hours and minutes."""
        return value[:5]

    def pattern(self) -> str:
        """What a time looks like."""
        return self.tr("Такого времени нет. Образец: 14:30 или 1430.")


class MomentEditor(FiguresEditor):
    """A day and a time in one line: 24.11.2026 14:30."""

    field_width = 220
    allowed = "0123456789.-/: "

    def __init__(self, question: Question, today: Callable[[], date], parent: QWidget | None = None) -> None:
        self._today = today
        super().__init__(question, parent)

    def retranslate(self) -> None:
        """A pattern to go by."""
        self.line.setPlaceholderText(self.tr("дд.мм.гггг чч:мм"))

    def parse(self, text: str) -> str | None:
        """ISO moment with this computer's offset."""
        head, _, tail = text.strip().partition(" ")
        if not head:
            return ""
        day, hour = read_date(head, self._today()), read_time(tail)
        if day is None or hour is None:
            return None
        return datetime.combine(day, hour).astimezone().isoformat(timespec="milliseconds")

    def shown(self, value: str) -> str:
        """Day, month, year, hours and minutes, as written in the value."""
        try:
            found = datetime.fromisoformat(value)
        except ValueError:
            return value
        return f"{found:%d.%m.%Y %H:%M}"

    def pattern(self) -> str:
        """What a moment looks like."""
        return self.tr("Нужны день и время. Образец: 24.11.2026 14:30.")
