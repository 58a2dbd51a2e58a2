"""The computer's camera, by way of QtMultimedia, which is loaded only when it is asked for."""

from __future__ import annotations

import os
import threading
from collections import deque
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QFile, QFileDevice, QIODevice, QMetaObject, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.store.recordings import Mark, Recording
from ui.recorder import DiskLane

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QCamera, QCameraDevice, QMediaCaptureSession, QMediaFormat

MOST_HEIGHT = 720
"""Lines of the picture asked of a camera: more only makes films larger."""
_SAVE_MS = 1000
_SHOW_MS = 50
"""So often the picture is looked at: an old laptop has enough to do with the film."""
_PIECE = 1 << 16
_PATIENCE_MS = 10_000
"""An encoder that has not ended by then never will; what it gave counts."""


class Eye(QObject):
    """Where pictures come from: puts them, and the sound with them, into a capture session."""

    ended = Signal()
    """No more come though nobody stopped them: the device is gone."""

    def names(self) -> list[str]:
        """What the devices are called, the system's own choice first."""
        raise NotImplementedError

    def start(self, session: QMediaCaptureSession, at: int) -> bool:
        """Look through the device `at`; False where that is impossible."""
        raise NotImplementedError

    def listen(self, session: QMediaCaptureSession) -> bool:
        """Hear, too; False where there is no microphone."""
        raise NotImplementedError

    def stop(self) -> None:
        """Nothing comes after this."""
        raise NotImplementedError


class Camera(Eye):
    """The system's cameras and its standard microphone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._camera: QCamera | None = None

    def names(self) -> list[str]:
        """As `Eye.names`."""
        return [device.description() for device in _devices()]

    def start(self, session: QMediaCaptureSession, at: int) -> bool:
        """As `Eye.start`."""
        from PySide6.QtMultimedia import QCamera

        self.stop()
        devices = _devices()
        if at >= len(devices):
            return False
        camera = self._camera = QCamera(devices[at], self)
        fit = [form for form in devices[at].videoFormats() if form.resolution().height() <= MOST_HEIGHT]
        if fit:
            camera.setCameraFormat(
                max(fit, key=lambda form: (form.resolution().height(), form.maxFrameRate()))
            )
        session.setCamera(camera)
        camera.errorOccurred.connect(self._on_error)
        camera.start()
        return True

    def listen(self, session: QMediaCaptureSession) -> bool:
        """As `Eye.listen`."""
        from PySide6.QtMultimedia import QAudioInput, QMediaDevices

        device = QMediaDevices.defaultAudioInput()
        if device.isNull():
            return False
        session.setAudioInput(QAudioInput(device, self))
        return True

    def stop(self) -> None:
        """As `Eye.stop`."""
        camera, self._camera = self._camera, None
        if camera is not None:
            # By the event loop, which holds no lock of Python's while Qt waits for the camera's thread.
            QMetaObject.invokeMethod(camera, "stop", Qt.ConnectionType.QueuedConnection)
            camera.deleteLater()

    def _on_error(self) -> None:
        if self._camera is not None:
            self.stop()
            self.ended.emit()


def _devices() -> list[QCameraDevice]:
    try:
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError:  # a system library of sound or video is missing
        return []
    own = QMediaDevices.defaultVideoInput()
    return sorted(QMediaDevices.videoInputs(), key=lambda device: device != own)


class Capture(QObject):
    """An eye at work: live pictures, a picture taken, a film on its way to the disk.

    Nothing it sees or hears touches the disk but by a `Recording`, which keeps it as the workspace does.
    """

    shown = Signal(QImage)
    """The live picture."""
    taken = Signal(QImage)
    """What `take` asked for."""
    written = Signal(int)
    """Bytes of the film on the disk."""
    troubled = Signal(object)
    """A GsmonError: media.camera_gone, or the disk refused."""

    def __init__(self, eye: Eye, parent: QObject) -> None:
        super().__init__(parent)
        from PySide6.QtMultimedia import QImageCapture, QMediaCaptureSession, QVideoSink

        self._eye = eye
        eye.setParent(self)
        eye.ended.connect(self._on_ended)
        self._session = QMediaCaptureSession(self)
        self._sink = QVideoSink(self)
        self._session.setVideoSink(self._sink)
        self._look = QTimer(self, interval=_SHOW_MS)
        self._look.timeout.connect(self._show_frame)
        self._still = QImageCapture(self)
        self._session.setImageCapture(self._still)
        self._still.imageCaptured.connect(self._on_captured)
        self.film: Film | None = None
        self.with_sound = False

    def open(self, at: int) -> bool:
        """Look through the device `at`. Takes a moment the first time."""
        self._look.start()
        return self._eye.start(self._session, at)

    def listen(self) -> None:
        """Hear, too, where there is a microphone: `with_sound`."""
        self.with_sound = self._eye.listen(self._session)

    def take(self) -> None:
        """Take a picture; it comes by `taken`."""
        self._still.capture()

    def record(self, recording: Recording) -> None:
        """Film until `stop`."""
        self.film = Film(self._session, recording, sound=self.with_sound, parent=self)
        self.film.written.connect(self.written)
        self.film.troubled.connect(self.troubled)

    def stop(self) -> None:
        """End the film, all of it on the disk, and look no more."""
        self._look.stop()
        self.end_film()
        self._eye.stop()

    def end_film(self) -> None:
        """End the film; all of it is on the disk."""
        film, self.film = self.film, None
        if film is not None:
            film.stop()
            film.deleteLater()

    def _on_captured(self, number: int, picture: QImage) -> None:
        del number
        self.taken.emit(picture.copy())

    def _show_frame(self) -> None:
        picture = self._sink.videoFrame().toImage()
        if not picture.isNull():
            self.shown.emit(picture)

    def _on_ended(self) -> None:
        self._look.stop()
        self.end_film()
        self.troubled.emit(GsmonError("media.camera_gone"))


class Film(QObject):
    """A video on its way to the disk, begun at once. What the encoder gave is on the disk a second later; a
    pause ends a stretch, and what is filmed after it is the next."""

    written = Signal(int)
    """Bytes on the disk."""
    troubled = Signal(object)
    """A GsmonError: the disk refused."""

    def __init__(
        self, session: QMediaCaptureSession, recording: Recording, *, sound: bool, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._recording, self._sound = session, recording, sound
        self._lane = DiskLane(self)
        self._lane.written.connect(self.written)
        self._lane.troubled.connect(self.troubled)
        self._stretch: Stretch | None = None
        self._before = 0
        self._save = QTimer(self, interval=_SAVE_MS)
        self._save.timeout.connect(self._hand_over)
        self.go_on()

    @property
    def running(self) -> bool:
        """Whether it goes on just now."""
        return self._stretch is not None

    @property
    def milliseconds(self) -> int:
        """How long it is."""
        return self._before + (self._stretch.milliseconds if self._stretch is not None else 0)

    def pause(self) -> None:
        """Nothing is filmed until `go_on`; all that was, goes to the disk."""
        if self._stretch is None:
            return
        self._save.stop()
        self._stretch.end()
        self._before = self.milliseconds
        self._hand_over()
        self._stretch.deleteLater()
        self._stretch = None

    def go_on(self) -> None:
        """Film, or film again."""
        if self._stretch is None:
            self._stretch = Stretch(self._session, sound=self._sound, parent=self)
            self._save.start()

    def mark(self, at: int, word: str) -> None:
        """Note a moment (milliseconds of film by then)."""
        self._lane.hand_over(partial(self._recording.mark, Mark(at, word)), 0)

    def stop(self) -> None:
        """The end: returns when all that the disk takes is on it."""
        self.pause()
        self._lane.close()
        self._recording.close()

    def _hand_over(self) -> None:
        content = self._stretch.take() if self._stretch is not None else b""
        if content:
            self._lane.hand_over(partial(self._recording.add, content), len(content))


class Stretch(QObject):
    """An encoder at work. It writes into a pipe: no file that can be read, and a slow disk holds nothing
    up."""

    def __init__(self, session: QMediaCaptureSession, *, sound: bool, parent: QObject) -> None:
        super().__init__(parent)
        from PySide6.QtMultimedia import QMediaRecorder

        self._session = session
        self._came: deque[bytes] = deque()
        out, into = os.pipe()
        self._drain = threading.Thread(target=_drain, args=(out, self._came), daemon=True)
        self._drain.start()
        self._pipe = QFile(self)
        mode = QIODevice.OpenModeFlag.WriteOnly | QIODevice.OpenModeFlag.Unbuffered
        self._pipe.open(into, mode, QFileDevice.FileHandleFlag.AutoCloseHandle)
        self._encoder = QMediaRecorder(self)
        session.setRecorder(self._encoder)
        self._encoder.setMediaFormat(_format(sound=sound))
        self._encoder.setOutputDevice(self._pipe)
        self._encoder.record()

    @property
    def milliseconds(self) -> int:
        """How long it is."""
        return self._encoder.duration()

    def take(self) -> bytes:
        """What came since the last time."""
        pieces = []
        while self._came:
            pieces.append(self._came.popleft())
        return b"".join(pieces)

    def end(self) -> None:
        """No more comes; returns when all of it can be taken. The encoder complains that it cannot go back to
        the start of a pipe, which nobody needs."""
        self._encoder.stop()
        self._wait()
        self._pipe.close()
        self._drain.join()

    def _wait(self) -> None:
        stopped = self._encoder.RecorderState.StoppedState
        loop = QEventLoop()
        self._encoder.recorderStateChanged.connect(loop.quit)
        QTimer.singleShot(_PATIENCE_MS, loop, loop.quit)
        if self._encoder.recorderState() != stopped:
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


def _drain(out: int, came: deque[bytes]) -> None:
    """On a thread: take what the encoder gives, so that it never waits."""
    while piece := os.read(out, _PIECE):
        came.append(piece)
    os.close(out)


def _format(*, sound: bool) -> QMediaFormat:
    """What every system can write, in pieces that stay readable wherever they are cut."""
    from PySide6.QtMultimedia import QMediaFormat

    form = QMediaFormat(QMediaFormat.FileFormat.Matroska)
    form.setVideoCodec(QMediaFormat.VideoCodec.MPEG4)
    form.setAudioCodec(QMediaFormat.AudioCodec.AAC if sound else QMediaFormat.AudioCodec.Unspecified)
    return form
