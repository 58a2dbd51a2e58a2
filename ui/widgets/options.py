"""Options one chooses among: a key cap, the words, a sign when chosen; and how they stand in columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QLayout,
    QLayoutItem,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from gsmon_desktop.forms import Choice
from ui.widgets import look

CAPS = "123456789abcdefghijklmnopqrstuvwxyz"
HARD_TO_SAY = ("dk", "0")
_CAP = 24
_PAD = 8
_GAP = 8
_BESIDE = _CAP + 3 * _PAD + 20
_SLACK = 8
_IN_A_ROW = 6
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def caps(values: Sequence[str]) -> list[str]:
    """Each choice's key: its own digit in a scale, `0` for "hard to say", else 1 to 9 and then letters."""
    own = [v for v in values if v not in HARD_TO_SAY]
    if own and all(len(v) == 1 and v.isdigit() for v in own):
        return ["0" if v in HARD_TO_SAY else v for v in values]
    free = iter(CAPS)
    return ["0" if v in HARD_TO_SAY else next(free, "") for v in values]


class _PaintedOption:
    """The drawing shared by the radio and the check option. Mixed into a button."""

    choice: Choice
    cap: str

    def _button(self) -> QAbstractButton:
        return cast(QAbstractButton, self)

    def show_choice(self, choice: Choice, cap: str) -> None:
        """Take over a choice and its key."""
        button = self._button()
        self.choice, self.cap = choice, cap
        button.setText(choice.label.replace("&", "&&"))
        button.setAccessibleName(choice.label)
        button.setAccessibleDescription(cap.upper())
        button.updateGeometry()
        button.update()

    def text_width(self) -> int:
        """Width of the words on one line with all that stands beside them."""
        button = self._button()
        return button.fontMetrics().horizontalAdvance(self.choice.label) + _BESIDE + _SLACK

    def heightForWidth(self, width: int) -> int:
        """Height of the option when its words wrap at this width."""
        metrics = self._button().fontMetrics()
        room = QRect(0, 0, max(40, width - _BESIDE), 10_000)
        return max(36, metrics.boundingRect(room, int(_WRAP), self.choice.label).height() + 2 * _PAD)

    def sizeHint(self) -> QSize:
        """One line of words."""
        width = min(self.text_width(), 560)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow: words wrap."""
        return QSize(120, 36)

    def hitButton(self, pos: QPoint) -> bool:
        """All of it may be clicked."""
        return self._button().rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cap, words and sign."""
        del event
        button = self._button()
        colours = look.colours(button)
        painter = QPainter(button)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, focused = button.isChecked(), button.hasFocus()
        box = button.rect().adjusted(1, 1, -2, -2)
        painter.setPen(QPen(colours.accent if chosen or focused else colours.line, 2 if focused else 1))
        painter.setBrush(colours.chosen if chosen else colours.field)
        painter.drawRoundedRect(box, 6, 6)
        cap = QRect(_PAD, (button.height() - _CAP) // 2, _CAP, _CAP)
        if self.cap:
            look.draw_cap(painter, cap, self.cap.upper(), chosen=chosen, colours=colours, font=button.font())
        painter.setFont(button.font())
        painter.setPen(colours.text if button.isEnabled() else colours.muted)
        words = box.adjusted(_CAP + 2 * _PAD - 1, 0, -_PAD - 18, 0)
        painter.drawText(words, int(_WRAP), self.choice.label)
        if chosen:
            look.draw_tick(painter, QPoint(box.right() - 16, box.center().y()), colours)


class RadioOption(_PaintedOption, QRadioButton):
    """One option of a single choice."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        _prepare(self)


def check_only(buttons: Sequence[QAbstractButton], chosen: QAbstractButton | None) -> None:
    """Of exclusive buttons, check this one or none (which Qt alone would not allow)."""
    for button in buttons:
        button.setAutoExclusive(False)
        button.setChecked(button is chosen)
        button.setAutoExclusive(True)


class CheckOption(_PaintedOption, QCheckBox):
    """One option of a multiple choice."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        _prepare(self)


def _prepare(button: QAbstractButton) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)
    button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    button.setCursor(Qt.CursorShape.PointingHandCursor)


class ColumnsLayout(QLayout):
    """Options in one row when they fit, else in up to three equal columns read downwards."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Qt's."""
        self._items.append(item)

    def count(self) -> int:
        """Qt's."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Qt's; None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Qt's; None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Qt's."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Words wrap, so yes."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all columns at this width."""
        return self._arrange(QRect(0, 0, width, 0), apply=False)

    def setGeometry(self, rect: QRect) -> None:
        """Qt's."""
        super().setGeometry(rect)
        self._arrange(rect, apply=True)

    def sizeHint(self) -> QSize:
        """Qt's."""
        return QSize(400, self.heightForWidth(400) if self._items else 0)

    def minimumSize(self) -> QSize:
        """Qt's."""
        return QSize(160, 36)

    def _arrange(self, rect: QRect, *, apply: bool) -> int:
        items = self._items
        if not items:
            return 0
        widths = _widths([max(110, item.sizeHint().width()) for item in items], rect.width())
        rows = -(-len(items) // len(widths))
        heights = [0] * rows
        for index, item in enumerate(items):
            height = item.heightForWidth(widths[index // rows])
            heights[index % rows] = max(heights[index % rows], height)
        tops = [rect.top()]
        for height in heights:
            tops.append(tops[-1] + height + _GAP)
        if apply:
            lefts = [rect.left() + sum(widths[:column]) + column * _GAP for column in range(len(widths))]
            for index, item in enumerate(items):
                row, column = index % rows, index // rows
                item.setGeometry(QRect(lefts[column], tops[row], widths[column], heights[row]))
        return tops[-1] - _GAP - rect.top()


def _widths(natural: Sequence[int], room: int) -> list[int]:
    """The width of each column: one row, as wide as the widest or each as it needs; else a grid."""
    count, widest = len(natural), max(natural)
    if count <= _IN_A_ROW:
        free = room - (count - 1) * _GAP
        if count * widest <= free:
            return [widest] * count
        if sum(natural) <= free:
            return list(natural)
    columns = max(1, min(3, count // 2, (room + _GAP) // (widest + _GAP)))
    width = min(max(widest, 280), (room - (columns - 1) * _GAP) // columns)
    # Options read downwards: columns that a short list leaves empty are not counted.
    rows = -(-count // columns)
    return [width] * -(-count // rows)
