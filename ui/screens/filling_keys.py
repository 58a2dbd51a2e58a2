"""Keys of the filling screen: commands, walking, and what becomes of keys typed while an answer is saved."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.editor import Editor
from ui.widgets.keys import is_enter, plain, position, same_key

_FUNCTION_KEYS = {
    Qt.Key.Key_F1: "hint",
    Qt.Key.Key_F2: "language",
    Qt.Key.Key_F4: "comment",
    Qt.Key.Key_F5: "retry",
    Qt.Key.Key_F6: "elsewhere",
    Qt.Key.Key_F7: "quick",
    Qt.Key.Key_F9: "banner",
    Qt.Key.Key_Escape: "leave",
    Qt.Key.Key_PageDown: "next_page",
    Qt.Key.Key_PageUp: "previous_page",
}
_CONTROL_KEYS = {
    "p": "photo",
    "g": "goto",
    "z": "undo",
    "d": "duplicate_row",
    "m": "mark",
    "r": "pause_recording",
}
_ROWS = {Qt.Key.Key_Insert: "add_row", Qt.Key.Key_Delete: "remove_row"}


def command(event: QKeyEvent) -> str:
    """A key's command: finish, hint, language, comment, photo, goto, undo, retry, …; "" for another key."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held == Qt.KeyboardModifier.ControlModifier:
        if is_enter(event):
            return "finish"
        return _ROWS.get(Qt.Key(event.key()), "") or _CONTROL_KEYS.get(position(event), "")
    if held == Qt.KeyboardModifier.NoModifier:
        return _FUNCTION_KEYS.get(Qt.Key(event.key()), "")
    return ""


class Host(Protocol):
    """What the keys act on: the screen."""

    def busy(self) -> bool:
        """An answer is on its way to the disk."""

    def editor(self) -> Editor | None:
        """The widget of the question the keyboard is at."""

    def press(self, event: QKeyEvent) -> bool:
        """A key for the question itself, or for what stands in its place."""

    def run(self, name: str) -> None:
        """Do a command: those of `command`, and next, back, down, up."""


class Keys(QObject):
    """Sees every key press of the widgets it is installed on before they do.

    While the host is busy, keys wait in a queue and are sent again in order once it is not, each to whatever
    has the keyboard by then. `hold` puts something else (a click's answer) into the same queue.
    """

    def __init__(self, host: Host, window: Callable[[], QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._host, self._window = host, window
        self._queue: deque[QKeyEvent | Callable[[], None]] = deque()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes key presses, and keeps the window's own shortcuts off the keys of this screen."""
        del watched
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if command(event):
                event.accept()
                return True
            return False
        return event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.take(event)

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key means here; False leaves it to the widget it was sent to."""
        if self._host.busy():
            self._queue.append(same_key(event))
            return True
        name = command(event)
        if name not in ("", "leave", "next_page", "previous_page"):
            self._host.run(name)
            return True
        if self._host.press(event):
            return True
        name = name or _walk(event, self._host.editor())
        if name:
            self._host.run(name)
        return bool(name)

    def hold(self, action: Callable[[], None]) -> None:
        """Do something after the keys already waiting."""
        self._queue.append(action)

    def then(self, action: Callable[[], None]) -> None:
        """Do the rest of what the latest key began, before any key that came after it."""
        self._queue.appendleft(action)

    def replay(self) -> None:
        """Send what waited, until the host is busy again or nothing is left."""
        while self._queue and not self._host.busy():
            waiting = self._queue.popleft()
            if isinstance(waiting, QKeyEvent):
                window = self._window()
                QCoreApplication.sendEvent(window.focusWidget() or window, waiting)
            else:
                waiting()

    def forget(self) -> None:
        """Drop what waited: it was meant for a question that did not come."""
        self._queue.clear()


def _walk(event: QKeyEvent, editor: Editor | None) -> str:
    """next, back, down or up, for a key the question itself had no use for."""
    if not plain(event):
        return ""
    if is_enter(event):
        return "back" if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else "next"
    if event.key() == Qt.Key.Key_Backspace:
        return "" if editor is not None and editor.typing() else "back"
    if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        if editor is not None and editor.wants_arrows():
            return ""
        return "down" if event.key() == Qt.Key.Key_Down else "up"
    return ""
