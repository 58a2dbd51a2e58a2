"""Where a recording is, on a line with its marks: arrows step, a click goes there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider, QWidget

from ui.widgets import look

STEP_MS = 5000
_MARK = 3


class PositionLine(QSlider):
    """A slider in milliseconds; `actionTriggered` and `sliderMoved` tell of a person, `setValue` of the
    player."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSingleStep(STEP_MS)
        self.setPageStep(6 * STEP_MS)
        self.marks: tuple[int, ...] = ()

    def show_marks(self, marks: Sequence[int]) -> None:
        """Moments to paint, in milliseconds."""
        self.marks = tuple(marks)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """To the place of the click, and on with the handle in hand."""
        if event.button() == Qt.MouseButton.LeftButton:
            groove = self._groove()
            at = QStyle.sliderValueFromPosition(
                self.minimum(),
                self.maximum(),
                round(event.position().x()) - groove.left(),
                max(1, groove.width()),
            )
            self.setSliderPosition(at)
            self.sliderMoved.emit(at)
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Marks stand under the groove as small strokes; a frame says that the keyboard is here."""
        super().paintEvent(event)
        if self.hasFocus():
            frame = QPainter(self)
            frame.setPen(look.colours(self).accent)
            frame.drawRect(self.rect().adjusted(0, 0, -1, -1))
            frame.end()
        if not self.marks or not self.maximum():
            return
        painter, colours, groove = QPainter(self), look.colours(self), self._groove()
        for mark in self.marks:
            x = groove.left() + QStyle.sliderPositionFromValue(0, self.maximum(), mark, groove.width())
            painter.fillRect(QRect(x - 1, self.height() - 7, _MARK, 7), colours.accent)

    def _groove(self) -> QRect:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_Slider, QStyle.SubControl.SC_SliderHandle
        half = self.style().subControlRect(control, option, part, self).width() // 2
        return self.rect().adjusted(half, 0, -half, 0)
