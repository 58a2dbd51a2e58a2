"""Qt's file dialogs note in the user's settings which folders were visited; here those notes are taken back.

A folder's name may say whom an interview is about. The notes belong to all Qt programs of the person, so what
stood there before comes back. What the system's own dialogs remember is beyond our reach.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QSettings

_NOTES = ("FileDialog/history", "FileDialog/lastVisited")
"""Where a `QFileDialog` writes folders when it goes."""


def keep() -> Callable[[], None]:
    """Reads the notes as they are; what is given back puts them back so."""
    before = {name: value for name in _NOTES if (value := _settings().value(name)) is not None}

    def put_back() -> None:
        settings = _settings()
        for name in _NOTES:
            _set(settings, name, before.get(name))
        settings.sync()

    return put_back


def _settings() -> QSettings:
    return QSettings(QSettings.Scope.UserScope, "QtProject")


def _set(settings: QSettings, name: str, value: Any) -> None:
    if value is None:
        settings.remove(name)
    else:
        settings.setValue(name, value)


@contextmanager
def none_left() -> Iterator[None]:
    """Around a dialog that is gone at the end of the block."""
    put_back = keep()
    try:
        yield
    finally:
        put_back()
