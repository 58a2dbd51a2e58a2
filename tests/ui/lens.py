"""A camera made of paper: its frames, and the sound with them, go through Qt's real capture session."""

from __future__ import annotations

from array import array
from math import pi, sin

from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtMultimedia import (
    QAudioBuffer,
    QAudioBufferInput,
    QAudioFormat,
    QMediaCaptureSession,
    QVideoFrame,
    QVideoFrameInput,
)

from ui.camera import Eye

WIDTH, HEIGHT, FRAME_MS, RATE = 320, 240, 40, 16_000
_PER_FRAME = RATE * FRAME_MS // 1000
_TONE = array("h", (round(9000 * sin(2 * pi * 440 * at / RATE)) for at in range(_PER_FRAME))).tobytes()


class Lens(Eye):
    """Sees a colour that runs round; `there` says how many are connected, `looks` whether it is on."""

    def __init__(self, there: int = 2, *, hears: bool = True) -> None:
        super().__init__()
        self.there, self.hears = there, hears
        self.number, self.at = 0, -1
        self.looks = False
        self._frames: QVideoFrameInput | None = None
        self._sound: QAudioBufferInput | None = None
        self._timer = QTimer(self, interval=FRAME_MS)
        self._timer.timeout.connect(self._send)

    def names(self) -> list[str]:
        return [f"Камера {number + 1}" for number in range(self.there)]

    def start(self, session: QMediaCaptureSession, at: int) -> bool:
        if at >= self.there:
            return False
        self.at = at
        self._frames = QVideoFrameInput(self)
        session.setVideoFrameInput(self._frames)
        self._timer.start()
        self.looks = True
        return True

    def listen(self, session: QMediaCaptureSession) -> bool:
        if self.hears:
            self._sound = QAudioBufferInput(self)
            session.setAudioBufferInput(self._sound)
        return self.hears

    def stop(self) -> None:
        self._timer.stop()
        self.looks = False

    def pull(self) -> None:
        """Somebody pulled the plug."""
        self.there = 0
        self.stop()
        self.ended.emit()

    def _send(self) -> None:
        picture = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGBX8888)
        picture.fill(QColor.fromHsv(self.number * 6 % 360, 220, 220))
        self.number += 1
        assert self._frames is not None
        frame = QVideoFrame(picture)
        frame.setStreamFrameRate(1000 / FRAME_MS)
        self._frames.sendVideoFrame(frame)
        if self._sound is not None:
            form = QAudioFormat()
            form.setSampleRate(RATE)
            form.setChannelCount(1)
            form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
            self._sound.sendAudioBuffer(QAudioBuffer(QByteArray(_TONE), form))
