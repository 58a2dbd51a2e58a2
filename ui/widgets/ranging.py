"""A number within bounds: typed, or by a slider the arrows move."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QSlider, QWidget

from gsmon_desktop.forms import Question
from ui.widgets.keys import plain
from ui.widgets.text import DecimalEditor

_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Left: -1,
}
_MOST_TICKS = 40


class RangeEditor(DecimalEditor):
    """A field for the number and a slider beside it; Left and Right move a step while the field is empty or
    whole. Nothing is answered until something is typed or moved."""

    field_width = 110

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        self.low, self.step, self.steps = _bounds(question)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrows of the field move it
        self.slider.setRange(0, self.steps)
        self.slider.setMinimumWidth(280)
        if self.steps <= _MOST_TICKS:
            self.slider.setTickPosition(QSlider.TickPosition.TicksBelow)
            self.slider.setTickInterval(1)
        self.ends = QLabel(), QLabel()
        super().__init__(question, parent)
        for end, number in zip(self.ends, (self.low, self._at(self.steps)), strict=True):
            end.setProperty("role", "muted")
            end.setText(self.shown(_written(number)))
        for at, widget in enumerate((self.ends[0], self.slider, self.ends[1]), 1):
            self.row.insertWidget(at, widget)
        self.row.setStretch(0, 0)
        self.row.addStretch(1)
        self.line.setFixedWidth(self.field_width)
        self.slider.valueChanged.connect(self._on_slider_moved)

    def show_question(self, question: Question) -> None:
        """Take over a question."""
        super().show_question(question)
        self.slider.setAccessibleName(question.label)

    def set_value(self, value: str) -> None:
        """Show this number on both."""
        super().set_value(value)
        self._show_on_slider(value)

    def press(self, event: QKeyEvent) -> bool:
        """Left and Right go a step."""
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step and plain(event) and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            before = self._place(self.parse(self.line.text()) or "")
            target = (0 if step > 0 else self.steps) if before is None else before + step
            if 0 <= target <= self.steps:
                self._give(target)
            return True
        return super().press(event)

    def flush(self) -> None:
        """Report what is typed, and show it on the slider."""
        super().flush()
        self._show_on_slider(self._value)

    def _on_slider_moved(self, place: int) -> None:
        self.line.setFocus()
        self._give(place)

    def _give(self, place: int) -> None:
        value = _written(self._at(place))
        if value != self._value:
            self.set_value(value)
            self.line.selectAll()
            self.answered.emit(value)

    def _at(self, place: int) -> Decimal:
        return self.low + self.step * place

    def _place(self, value: str) -> int | None:
        """The slider's place of a value; None where it has none."""
        try:
            return round((Decimal(value) - self.low) / self.step)
        except (InvalidOperation, ZeroDivisionError):
            return None

    def _show_on_slider(self, value: str) -> None:
        place = self._place(value)
        with QSignalBlocker(self.slider):
            self.slider.setValue(place if place is not None else 0)


def _bounds(question: Question) -> tuple[Decimal, Decimal, int]:
    """Start, step (its sign towards the end) and how many steps; 1 to 10 by 1 where the form says nothing."""
    given = question.element.parameters
    try:
        low, high = Decimal(given.get("start", "1")), Decimal(given.get("end", "10"))
        step = abs(Decimal(given.get("step", "1"))) or Decimal(1)
    except InvalidOperation:
        low, high, step = Decimal(1), Decimal(10), Decimal(1)
    steps = int(abs(high - low) / step)
    return low, (step if high >= low else -step), max(1, steps)


def _written(number: Decimal) -> str:
    return f"{number.normalize():f}"
