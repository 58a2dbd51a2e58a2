"""Headings of a table in up to two lines, so that columns of figures stay as narrow as their figures."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QStyle, QWidget

from ui import theme

_LINES = 2
_GAP = theme.S + 3
"""Pixels beside a heading, on both sides."""


_SPARE = 3
"""Pixels, lest the last letter of a line moves the rest into a third one."""


class WrappedHeader(QHeaderView):
    """A heading breaks between words where its column is narrower; the whole of it is in its tool tip."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)

    def sectionSizeFromContents(self, section: int) -> QSize:
        """Wide enough for the heading in two lines, and for the arrow where it is sorted by."""
        text = str(self.model().headerData(section, self.orientation()) or "")
        metrics = self.fontMetrics()
        width = narrowest(metrics, text) + 2 * _GAP + _SPARE
        if self.isSortIndicatorShown() and section == self.sortIndicatorSection():
            width += self.style().pixelMetric(QStyle.PixelMetric.PM_HeaderMarkSize, None, self) + _GAP
        return QSize(width, _LINES * metrics.lineSpacing() + 2 * theme.XS)


def narrowest(metrics: QFontMetrics, text: str) -> int:
    """Pixels of the narrowest column that shows a text in two lines, broken between words."""
    words = text.split()
    breaks = range(1, len(words)) or (len(words),)
    return min(
        (
            max(metrics.horizontalAdvance(" ".join(part)) for part in (words[:at], words[at:]))
            for at in breaks
        ),
        default=0,
    )
