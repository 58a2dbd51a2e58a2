"""A text of few lines: one that is longer ends in "…" and is told whole by its tooltip."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QWidget


class ClampedLabel(QLabel):
    """Wraps between words, over `lines` lines at the most."""

    def __init__(self, role: str, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._lines = lines

    def setText(self, text: str) -> None:
        """Shows another text."""
        super().setText(text)
        self._tell()

    def heightForWidth(self, width: int) -> int:
        """As high as the text, but no higher than its lines."""
        return min(super().heightForWidth(width), self._most())

    def sizeHint(self) -> QSize:
        """As a label's, but no higher."""
        return super().sizeHint().boundedTo(QSize(1 << 20, self._most()))

    def minimumSizeHint(self) -> QSize:
        """As a label's, but no higher."""
        return super().minimumSizeHint().boundedTo(QSize(1 << 20, self._most()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tooltip is there when it is needed."""
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        """As a label, but shortened where that is needed."""
        if not self._is_long():
            super().paintEvent(event)
            return
        place = self.contentsRect()
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        step = self.fontMetrics().lineSpacing()
        for at, line in enumerate(self._shown(place.width())):
            row = QRect(place.left(), place.top() + at * step, place.width(), step)
            painter.drawText(row, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), line)
        painter.end()

    def _most(self) -> int:
        return self._lines * self.fontMetrics().lineSpacing()

    def _is_long(self) -> bool:
        return super().heightForWidth(self.width()) > self._most()

    def _tell(self) -> None:
        self.setToolTip(self.text() if self._is_long() else "")

    def _shown(self, width: int) -> list[str]:
        text = self.text()
        layout = QTextLayout(text, self.font())
        layout.setTextOption(QTextOption(self.alignment()))
        found: list[str] = []
        layout.beginLayout()
        while len(found) < self._lines:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, 0))
            start, rest = line.textStart(), self._lines - 1 == len(found)
            piece = text[start:] if rest else text[start : start + line.textLength()]
            found.append(self.fontMetrics().elidedText(piece.strip(), Qt.TextElideMode.ElideRight, width))
        layout.endLayout()
        return found
