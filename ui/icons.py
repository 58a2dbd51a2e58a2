"""Our own icons: one stroke style, tinted from the palette when they are asked for."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from gsmon_desktop.paths import read_resource, resources

_SIZES = (16, 20, 24, 32, 48, 64)


def icon(name: str, colour: str, selected: str = "") -> QIcon:
    """An icon of `resources/icons/` in a colour (#rrggbb), and in another where it is switched on."""
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(pixmap(name, colour, size))
        if selected:
            made.addPixmap(pixmap(name, selected, size), QIcon.Mode.Normal, QIcon.State.On)
    return made


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int) -> QPixmap:
    """One picture, `size` pixels square."""
    source = read_resource(f"icons/{name}.svg").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(source.encode()))
    made = QPixmap(size, size)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return made


def app_icon() -> QIcon:
    """The program's own."""
    return QIcon(str(resources() / "icons" / "gsmon.png"))
