"""Where sound comes from: the computer's microphone, by way of QtMultimedia, which is loaded only here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gsmon_desktop.media import wav

if TYPE_CHECKING:
    from PySide6.QtCore import QIODevice
    from PySide6.QtMultimedia import QAudioFormat, QAudioSource


class SoundSource(QObject):
    """Gives sound as it comes: 16-bit samples of one channel, `wav.RATE` a second."""

    came = Signal(bytes)
    """The next samples."""
    ended = Signal()
    """No more comes though nobody stopped it: the device is gone."""

    def start(self) -> bool:
        """Begin, or go on after `stop`. False where there is no device to begin with."""
        raise NotImplementedError

    def stop(self) -> None:
        """Nothing comes after this."""
        raise NotImplementedError


class Microphone(SoundSource):
    """The system's standard microphone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: QAudioSource | None = None
        self._device: QIODevice | None = None
        self._speech = wav.Speech()

    def start(self) -> bool:
        """As `SoundSource.start`. Takes a moment the first time: QtMultimedia is loaded."""
        try:
            from PySide6.QtMultimedia import QAudioFormat, QAudioSource, QMediaDevices, QtAudio
        except ImportError:  # a system library of sound is missing
            return False
        device = QMediaDevices.defaultAudioInput()
        if device.isNull():
            return False
        form = QAudioFormat()
        form.setSampleRate(wav.RATE)
        form.setChannelCount(1)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        if not device.isFormatSupported(form):
            form = device.preferredFormat()
        self._speech = wav.Speech(form.sampleRate(), form.channelCount(), _kind(form))
        self._source = QAudioSource(device, form, self)
        self._source.stateChanged.connect(self._on_state_changed)
        self._device = self._source.start()
        if self._source.error() != QtAudio.Error.NoError:
            self.stop()
            return False
        self._device.readyRead.connect(self._on_ready)
        return True

    def stop(self) -> None:
        """As `SoundSource.stop`."""
        source, self._source, self._device = self._source, None, None
        if source is not None:
            source.stop()
            source.deleteLater()

    def _on_ready(self) -> None:
        if self._device is not None:
            self.came.emit(self._speech.take(bytes(self._device.readAll().data())))

    def _on_state_changed(self, state: object) -> None:
        from PySide6.QtMultimedia import QtAudio

        if self._source is not None and state == QtAudio.State.StoppedState:
            self.stop()
            self.ended.emit()


def _kind(form: QAudioFormat) -> str:
    """The code of `array` for a device's samples."""
    from PySide6.QtMultimedia import QAudioFormat

    kinds = QAudioFormat.SampleFormat
    return {kinds.UInt8: "B", kinds.Int32: "i", kinds.Float: "f"}.get(form.sampleFormat(), "h")
