"""What the filling screen is made of: sections at the left, questions in the middle, lines around them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.screens.base import Screen
from ui.screens.filling_banner import Banner
from ui.screens.filling_finish import FinishView
from ui.screens.filling_outline import Outline
from ui.screens.filling_repeats import RowBar
from ui.screens.filling_status import StatusLine
from ui.widgets.recorder_bar import RecorderBar


class Frame(Screen):
    """The parts in their places; what they do is `Desk`'s."""

    file_asked = Signal(str, str)
    """A media question's path, and the dialog it wants."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outline = Outline(self)
        self.quick_switch = QCheckBox(self)
        self.quick_switch.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.banner = Banner(self)
        self.stack = QStackedWidget(self)
        self.finish_view = FinishView(self)
        self.stack.addWidget(self.finish_view)
        self.rows = RowBar(self)
        self.recorder = RecorderBar(self)
        self.status = StatusLine(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(self._side())
        columns.addLayout(self._middle(), 1)
        box.addLayout(columns, 1)
        box.addWidget(self.recorder)
        box.addWidget(self.status)

    def _side(self) -> QFrame:
        switch = QVBoxLayout()
        switch.setContentsMargins(theme.M, theme.S, theme.S, theme.S)
        switch.addWidget(self.quick_switch)
        frame = QFrame(self)
        frame.setObjectName("sections")
        side = QVBoxLayout(frame)
        side.setContentsMargins(0, 0, 1, 0)
        side.setSpacing(0)
        side.addWidget(self.outline, 1)
        side.addLayout(switch)
        return frame

    def _middle(self) -> QVBoxLayout:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.banner)
        middle.addWidget(self.stack, 1)
        middle.addWidget(self.rows)
        return middle
