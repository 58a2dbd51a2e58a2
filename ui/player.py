"""A recording played out of the workspace, encrypted or not: nothing of it becomes a readable file."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO

from PySide6.QtCore import QIODevice, QObject, QUrl, Signal
from PySide6.QtGui import QImage

from gsmon_desktop.errors import GsmonError

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer, QVideoFrame

RATES = (1.0, 1.25, 1.5, 2.0)


class StreamDevice(QIODevice):
    """A stream that can be sought in, as Qt reads it, from whatever thread. `size` in bytes."""

    def __init__(self, stream: BinaryIO, size: int, parent: QObject) -> None:
        super().__init__(parent)
        self._stream, self._size = stream, size
        self._turn = threading.Lock()
        self.failure: Exception | None = None
        self.open(QIODevice.OpenModeFlag.ReadOnly | QIODevice.OpenModeFlag.Unbuffered)

    def isSequential(self) -> bool:
        """No: one may seek."""
        return False

    def size(self) -> int:
        """In bytes."""
        return self._size

    def atEnd(self) -> bool:
        """Is there no more?"""
        return self.pos() >= self._size

    def bytesAvailable(self) -> int:
        """From here to the end."""
        return max(0, self._size - self.pos())

    def readData(self, count: int) -> bytes:
        """What comes at the place Qt is at; nothing where it cannot be read."""
        with self._turn:
            try:
                self._stream.seek(self.pos())
                return self._stream.read(count)
            except (OSError, ValueError, GsmonError) as error:
                self.failure = error
                return b""

    def writeData(self, data: bytes, count: int) -> int:  # type: ignore[override]
        """Nothing is written here."""
        del data, count
        return -1

    def end(self) -> None:
        """Close it and the stream."""
        with self._turn:
            self.close()
            self._stream.close()


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

    def __init__(self, name: str, stream: BinaryIO, size: int, parent: QObject) -> None:
        """`name` tells the kind by its ending."""
        super().__init__(parent)
        from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer, QVideoSink

        self._name = name
        self._device = StreamDevice(stream, size, self)
        self._player: QMediaPlayer = QMediaPlayer(self)
        self._sink = QVideoSink(self)
        self._player.setVideoSink(self._sink)
        if not QMediaDevices.defaultAudioOutput().isNull():
            self._player.setAudioOutput(QAudioOutput(self))
        with suppress(AttributeError):  # before Qt 6.10 voices get higher
            self._player.setPitchCompensation(True)
        self._sink.videoFrameChanged.connect(self._on_frame)
        self._player.positionChanged.connect(self.moved.emit)
        self._player.durationChanged.connect(self.measured.emit)
        self._player.playbackStateChanged.connect(lambda _: self.changed.emit())
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
        if self.playing:
            self._player.pause()
        else:
            self._player.play()

    def go_to(self, milliseconds: int) -> None:
        """Go to a place; it runs on if it ran."""
        length = self._player.duration()
        self._player.setPosition(max(0, min(milliseconds, length)) if length else max(0, milliseconds))

    def set_rate(self, rate: float) -> None:
        """One of `RATES`."""
        self._player.setPlaybackRate(rate)

    def close(self) -> None:
        """Let go of the recording."""
        self._player.stop()
        self._player.setSourceDevice(None)  # type: ignore[arg-type]
        self._device.end()

    def _on_frame(self, frame: QVideoFrame) -> None:
        picture = frame.toImage()
        if not picture.isNull():
            self.shown.emit(picture)

    def _on_error(self, error: object, words: str) -> None:
        del error
        self.troubled.emit(GsmonError("media.not_playable", self._name, reason=words))
