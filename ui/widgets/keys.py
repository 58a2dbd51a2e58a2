"""Keys by their place on the board, so that choices and commands work with any layout active.

An interviewer types Russian or Kazakh and never switches to Latin for a command. On the Kazakh layout the row
of digits types letters, so even `3` must be found by the key's place.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

_QWERTY = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_RUSSIAN = "йцукенгшщзхъфывапролджэячсмитьбюё"
_KAZAKH_DIGITS = {"ә": "2", "і": "3", "ң": "4", "ғ": "5", "ү": "8", "ұ": "9", "қ": "0"}
_KAZAKH_SIGNS = {'"': "1", ",": "6", ".": "7"}

TO_RUSSIAN = str.maketrans(_QWERTY, _RUSSIAN)
"""What Latin keys would have typed on the Russian layout."""
TO_LATIN = str.maketrans(_RUSSIAN, _QWERTY)
"""What Russian keys would have typed on the Latin layout."""

# X11 and Wayland keycodes (evdev + 8) of the four rows.
_SCAN_CODES = {
    code: char
    for start, row in ((10, "1234567890"), (24, "qwertyuiop"), (38, "asdfghjkl"), (52, "zxcvbnm"))
    for code, char in enumerate(row, start)
}


def position(event: QKeyEvent) -> str:
    """The Latin letter (lower case) or digit of the key's place; "" for a key that has none.

    A layout that itself types a Latin letter or a digit is believed; any other is answered by the key's place
    as the system reports it (Windows: virtual key, X11 and Wayland: scan code), or at last by its character.
    """
    key = event.key()
    if Qt.Key.Key_0 <= key <= Qt.Key.Key_9 or Qt.Key.Key_A <= key <= Qt.Key.Key_Z:
        return chr(key).lower()
    return _native(event) or _by_character(event, key)


def _native(event: QKeyEvent) -> str:
    if sys.platform == "win32":
        virtual = event.nativeVirtualKey()
        return chr(virtual).lower() if 0x30 <= virtual <= 0x39 or 0x41 <= virtual <= 0x5A else ""
    return _SCAN_CODES.get(event.nativeScanCode(), "")


def _by_character(event: QKeyEvent, key: int) -> str:
    text = event.text().lower()
    if not text.isprintable() or not text:
        text = chr(key).lower() if 0x20 < key < 0x10000 else ""
    if text in _KAZAKH_DIGITS:
        return _KAZAKH_DIGITS[text]
    if text in _KAZAKH_SIGNS and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return _KAZAKH_SIGNS[text]
    latin = text.translate(TO_LATIN)
    return latin if len(latin) == 1 and "a" <= latin <= "z" else ""


def digit(event: QKeyEvent, allowed: str) -> str:
    """The digit of a key for fields of numbers: typed, or by place on the Kazakh layout; "" for another key.

    What the field allows stays what it is: a comma may be the decimal separator, a full stop part of a date.
    """
    if event.text().isdigit():
        return event.text()
    if event.text() and event.text() in allowed:
        return ""
    found = position(event)
    return found if found.isdigit() else ""


def same_key(event: QKeyEvent) -> QKeyEvent:
    """A copy of a key press that may be kept and sent later."""
    return QKeyEvent(
        QEvent.Type.KeyPress,
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )


def is_enter(event: QKeyEvent) -> bool:
    """Enter of the main block or of the number pad."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def plain(event: QKeyEvent) -> bool:
    """No Ctrl, Alt or Meta is held (the number pad and Shift do not count)."""
    held = (
        Qt.KeyboardModifier.ControlModifier
        | Qt.KeyboardModifier.AltModifier
        | Qt.KeyboardModifier.MetaModifier
    )
    return not event.modifiers() & held
