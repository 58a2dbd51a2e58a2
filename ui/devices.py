"""Which cameras and microphones the computer has just now."""

from __future__ import annotations

import importlib

from PySide6.QtCore import QObject, Signal

from ui.tasks import Tasks
from ui.widgets.media import CAMERA, RECORD


class Devices(QObject):
    """Knows nothing until `look` was called and `changed` came: QtMultimedia takes a moment to load, and it
    is loaded beside the window. After that it follows what is plugged in and out."""

    changed = Signal()

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._looking = False
        self._system: QObject | None = None
        self.camera = self.microphone = True
        """Whether there is one; until it is known, there may be."""

    def look(self) -> None:
        """Begin to know. Once is enough."""
        if not self._looking:
            self._looking = True
            self._tasks.background(_load, self._on_loaded)

    def lacking(self) -> frozenset[str]:
        """What media questions cannot ask for: `CAMERA`, `RECORD`."""
        there = {CAMERA: self.camera, RECORD: self.microphone}
        return frozenset(what for what, is_there in there.items() if not is_there)

    def _on_loaded(self, loaded: bool) -> None:  # noqa: FBT001 - what `_load` gave
        if not loaded:
            self._tell(camera=False, microphone=False)
            return
        from PySide6.QtMultimedia import QMediaDevices

        system = self._system = QMediaDevices(self)
        system.videoInputsChanged.connect(self._count)
        system.audioInputsChanged.connect(self._count)
        self._count()

    def _count(self) -> None:
        from PySide6.QtMultimedia import QMediaDevices

        self._tell(camera=bool(QMediaDevices.videoInputs()), microphone=bool(QMediaDevices.audioInputs()))

    def _tell(self, *, camera: bool, microphone: bool) -> None:
        if (camera, microphone) != (self.camera, self.microphone):
            self.camera, self.microphone = camera, microphone
            self.changed.emit()


def _load() -> bool:
    try:
        importlib.import_module("PySide6.QtMultimedia")
    except ImportError:  # a system library of sound or video is missing
        return False
    return True
