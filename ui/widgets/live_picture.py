"""Moving pictures, painted: what a camera sees, what a video shows."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme

_DARK, _LIGHT = QColor("#101418"), QColor("#e6eaee")


class LivePicture(QWidget):
    """The latest picture, as large as it fits; words where there is none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.picture = QImage()
        self.words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 160)

    def sizeHint(self) -> QSize:
        """Half a laptop's screen."""
        return QSize(720, 405)

    def show_picture(self, picture: QImage) -> None:
        """The next picture; an empty one shows the words."""
        self.picture = picture
        self.update()

    def say(self, words: str) -> None:
        """What stands here while there is no picture."""
        self.words = words
        self.setAccessibleDescription(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """On black in either theme, as pictures are judged best."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), _DARK)
        if self.picture.isNull():
            painter.setPen(_LIGHT)
            room = self.rect().adjusted(theme.L, theme.L, -theme.L, -theme.L)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.words)
            return
        size = self.picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRect(
            (self.width() - size.width()) // 2,
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(box, self.picture)
