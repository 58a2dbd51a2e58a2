"""A recording played out of the workspace; one that is encrypted there becomes readable in memory alone."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Q_ARG, QBuffer, QFile, QIODevice, QMetaObject, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QImage

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.store import media
from gsmon_desktop.store.vault import Vault

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer

_LOOK_MS = 40
"""So often the picture is looked at."""
RATES = (1.0, 1.25, 1.5, 2.0)
MOST_IN_MEMORY = 1024 * 1024 * 1024
"""Bytes of a recording that an encrypted workspace lets be played: nine hours of sound."""


def content_of(file: media.Attached, vault: Vault) -> Path | bytes:
    """What `Player` plays, on any thread: the file itself, or its content where only that is readable.

    Raises GsmonError (media.missing, media.too_long, media.unreadable, media.damaged).
    """
    place = vault.readable(file.sha256)
    if place is not None:
        if not place.is_file():
            raise GsmonError("media.missing", file.name)
        return place
    if file.size > MOST_IN_MEMORY:
        raise GsmonError("media.too_long", file.name, most=MOST_IN_MEMORY // 1024**2)
    with media.open_content(vault, file.sha256) as stream:
        return stream.read()


def _device(content: Path | bytes, parent: QObject) -> QIODevice:
    if isinstance(content, Path):
        device: QIODevice = QFile(str(content), parent)
    else:
        device = QBuffer(parent)
        device.setData(content)
    device.open(QIODevice.OpenModeFlag.ReadOnly)
    return device


class Player(QObject):
    """Plays one recording; times in milliseconds. `shown` gives a video's pictures."""

    shown = Signal(QImage)
    moved = Signal(int)
    """Where it is."""
    measured = Signal(int)
    """How long it is."""
    changed = Signal()
    """It began, or stopped."""
    troubled = Signal(object)
    """A GsmonError: it cannot be played."""

    def __init__(self, name: str, content: Path | bytes, parent: QObject) -> None:
        """`name` tells the kind by its ending."""
        super().__init__(parent)
        from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer, QVideoSink

        self._name = name
        self._player: QMediaPlayer = QMediaPlayer(self)
        self._device = _device(content, self._player)
        self._sink = QVideoSink(self)
        self._player.setVideoSink(self._sink)
        if not QMediaDevices.defaultAudioOutput().isNull():
            self._player.setAudioOutput(QAudioOutput(self))
        with suppress(AttributeError):  # before Qt 6.10 voices get higher
            self._player.setPitchCompensation(True)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._show_frame)
        self._look.start()
        self._seen = -1
        self._player.positionChanged.connect(self._on_moved)
        self._player.durationChanged.connect(self._on_measured)
        self._player.playbackStateChanged.connect(self._on_changed)
        self._player.errorOccurred.connect(self._on_error)
        self._player.setSourceDevice(self._device, QUrl(name))

    @property
    def playing(self) -> bool:
        """Does it run just now?"""
        return self._player.isPlaying()

    @property
    def milliseconds(self) -> int:
        """Where it is."""
        return self._player.position()

    @property
    def rate(self) -> float:
        """How fast it runs."""
        return self._player.playbackRate()

    def toggle(self) -> None:
        """Play, or stop at this place; from the start where it is at its end."""
        self._do("pause" if self.playing else "play")

    def go_to(self, milliseconds: int) -> None:
        """Go to a place; it runs on if it ran."""
        length = self._player.duration()
        at = max(0, min(milliseconds, length)) if length else max(0, milliseconds)
        self._do("setPosition", Q_ARG("qlonglong", at))

    def set_rate(self, rate: float) -> None:
        """One of `RATES`."""
        self._do("setPlaybackRate", Q_ARG("double", rate))

    def close(self) -> None:
        """Let go of the recording."""
        self._look.stop()
        self._do("stop")
        self._player.deleteLater()

    def _do(self, slot: str, *given: object) -> None:
        """By the event loop, which holds no lock of Python's while Qt waits for the player's threads; these
        need it for each piece they read of the device."""
        queued = Qt.ConnectionType.QueuedConnection
        QMetaObject.invokeMethod(self._player, slot, queued, *given)  # type: ignore[call-overload]

    def _on_moved(self, at: int) -> None:
        self.moved.emit(at)

    def _on_measured(self, length: int) -> None:
        self.measured.emit(length)

    def _on_changed(self) -> None:
        self.changed.emit()

    def _show_frame(self) -> None:
        frame = self._sink.videoFrame()
        if frame.isValid() and frame.startTime() != self._seen:
            self._seen = frame.startTime()
            self.shown.emit(frame.toImage())

    def _on_error(self, error: object, words: str) -> None:
        del error
        self.troubled.emit(GsmonError("media.not_playable", self._name, reason=words))
