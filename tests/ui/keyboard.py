"""Key presses for tests, on the Latin, the Russian or the Kazakh layout.

QTest's own `keyClicks` knows Latin letters only, so events are built here as the window system builds them.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

NONE = Qt.KeyboardModifier.NoModifier
_ROWS = {
    "latin": "1234567890qwertyuiopasdfghjklzxcvbnm",
    "russian": "1234567890йцукенгшщзфывапролдячсмить",
    "kazakh": '"әіңғ,.үұқйцукенгшщзфывапролдячсмить',
}


def press(target: QWidget, key: int, text: str = "", modifiers: Qt.KeyboardModifier = NONE) -> None:
    """One key down and up."""
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(target, QKeyEvent(kind, key, modifiers, text))


def type_text(target: QWidget, text: str) -> None:
    """A text, letter by letter."""
    for letter in text:
        press(target, ord(letter.upper()), letter)


def place(letter: str, layout: str) -> tuple[int, str]:
    """Key and text that the key printed with this Latin letter or digit gives on a layout."""
    typed = _ROWS[layout][_ROWS["latin"].index(letter)]
    return ord(typed.upper()), typed
