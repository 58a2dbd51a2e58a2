"""A photo on the screen: zoomed, moved about, with a frame drawn on it by mouse or keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from ui.widgets import look

_STEP = 40
"""An arrow moves the frame by this part of the picture's longer side."""
_MOST, _LEAST = 8.0, 0.05
_ZOOM = 1.25
_ZOOMS = {Qt.Key.Key_Plus: _ZOOM, Qt.Key.Key_Equal: _ZOOM, Qt.Key.Key_Minus: 1 / _ZOOM, Qt.Key.Key_1: 0}


class Canvas(QWidget):
    """The picture in its scaled size, and the frame, which is kept in the picture's own pixels."""

    framed = Signal()
    """The frame was drawn, moved or taken away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = QImage()
        self.frame = QRect()
        self.scale = 1.0
        self._from: QPoint | None = None
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The picture's size on the screen."""
        return QSize(round(self.picture.width() * self.scale), round(self.picture.height() * self.scale))

    def set_scale(self, scale: float) -> None:
        """Points of the screen for a pixel of the picture."""
        self.scale = min(_MOST, max(_LEAST, scale))
        self.resize(self.sizeHint())
        self.update()

    def set_frame(self, frame: QRect) -> None:
        """Put the frame, cut to the picture; an empty one takes it away."""
        self.frame = frame.normalized() & self.picture.rect()
        self.update()
        self.framed.emit()

    def move_frame(self, across: int, down: int, *, grow: bool) -> None:
        """Move the frame, or its right lower corner, by steps; it stays whole and inside."""
        step = max(1, max(self.picture.width(), self.picture.height()) // _STEP)
        frame = QRect(self.frame)
        if grow:
            frame.setWidth(max(step, frame.width() + across * step))
            frame.setHeight(max(step, frame.height() + down * step))
        else:
            room = self.picture.rect()
            left = min(max(0, frame.left() + across * step), room.width() - frame.width())
            top = min(max(0, frame.top() + down * step), room.height() - frame.height())
            frame.moveTo(left, top)
        self.set_frame(frame)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A new frame begins."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = self._pixel(event.position())
            self.set_frame(QRect())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The frame follows."""
        if self._from is not None:
            self.set_frame(QRect(self._from, self._pixel(event.position())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A frame of a few points only is a slip of the hand."""
        del event
        self._from = None
        if min(self.frame.width(), self.frame.height()) * self.scale < 4:
            self.set_frame(QRect())

    def _pixel(self, point: QPointF) -> QPoint:
        return QPoint(int(point.x() / self.scale), int(point.y() / self.scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture; around the frame it is dimmed, so that the frame shows on light and dark ones."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(self.rect()), self.picture)
        if self.frame.isEmpty():
            return
        box = QRectF(
            self.frame.x() * self.scale,
            self.frame.y() * self.scale,
            self.frame.width() * self.scale,
            self.frame.height() * self.scale,
        )
        painter.setPen(QPen(Qt.GlobalColor.black, 4))
        painter.drawRect(box)
        painter.setPen(QPen(look.colours(self).on_accent, 2))
        painter.drawRect(box)
        painter.setPen(QPen(look.colours(self).accent, 2, Qt.PenStyle.DashLine))
        painter.drawRect(box)


class PhotoView(QScrollArea):
    """A canvas that fits the room there is until it is zoomed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = Canvas(self)
        self.fits = True
        self.setWidget(self.canvas)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("role", "picture")

    def show_picture(self, picture: QImage) -> None:
        """Show another picture, without a frame."""
        self.canvas.picture = picture
        self.canvas.set_frame(QRect())
        self.fit() if self.fits else self.canvas.set_scale(self.canvas.scale)

    def fit(self) -> None:
        """As large as all of it can be seen."""
        self.fits = True
        picture, room = self.canvas.picture, self.maximumViewportSize()
        if not picture.isNull():
            scale = min(room.width() / picture.width(), room.height() / picture.height())
            self.canvas.set_scale(min(scale, 1.0) if scale > 0 else 1.0)

    def zoom(self, times: float) -> None:
        """Larger or smaller; 0 is a point of the screen for a pixel."""
        self.fits = False
        self.canvas.set_scale(self.canvas.scale * times if times else 1.0)

    def take_key(self, event: QKeyEvent) -> bool:
        """Arrows move the frame (Shift: its size) or, without one, the picture; + − 0 and F zoom."""
        arrows = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        across, down = arrows.get(Qt.Key(event.key()), (0, 0))
        if (across, down) != (0, 0):
            if self.canvas.frame.isEmpty():
                for bar, way in ((self.horizontalScrollBar(), across), (self.verticalScrollBar(), down)):
                    bar.setValue(bar.value() + way * 48)
            else:
                grow = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.canvas.move_frame(across, down, grow=grow)
            return True
        zooms = {
            Qt.Key.Key_Plus: _ZOOM,
            Qt.Key.Key_Equal: _ZOOM,
            Qt.Key.Key_Minus: 1 / _ZOOM,
            Qt.Key.Key_1: 0,
        }
        if event.key() in zooms:
            self.zoom(zooms[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_0:
            self.fit()
        else:
            return False
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_ZOOM if event.angleDelta().y() > 0 else 1 / _ZOOM)
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: object) -> None:
        """A picture that fits goes on fitting."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        if self.fits:
            self.fit()
