"""A recording under way: sound from a source, second by second on to the disk, on a thread of its own."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.media import wav
from gsmon_desktop.store.recordings import Mark, Recording
from ui.widgets.microphone import SoundSource


class DiskLane(QObject):
    """Work for the disk in order, on a thread of its own. What the disk refuses stays first, is tried again
    with the next thing. `close` ends the thread."""

    written = Signal(int)
    """Bytes on the disk by now."""
    troubled = Signal(object)
    """A GsmonError: the disk refused."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="gsmon-recording")
        self._waiting: deque[tuple[Callable[[], object], int]] = deque()
        self._saved = 0

    def hand_over(self, work: Callable[[], object], size: int) -> None:
        """Do this after what waits; it puts `size` bytes on the disk."""
        self._waiting.append((work, size))
        self._thread.submit(self._work_off)

    def close(self) -> None:
        """Returns when all that the disk takes is on it."""
        self._thread.shutdown(wait=True)

    def _work_off(self) -> None:
        while self._waiting:
            work, size = self._waiting[0]
            try:
                work()
            except GsmonError as error:
                self.troubled.emit(error)
                return
            self._waiting.popleft()
            self._saved += size
            self.written.emit(self._saved)


class Recorder(QObject):
    """Begins at once. What was heard is on the disk a second later, a pause and a mark at once.

    What the disk refuses is kept and tried again with the next second. Owns one thread, which `stop` ends.
    """

    heard = Signal(int, float)
    """Milliseconds heard so far, and the loudest of the latest samples, 0 to 1."""
    written = Signal(int)
    """Milliseconds of sound on the disk."""
    troubled = Signal(object)
    """A GsmonError: the disk refused, or the device is gone (media.microphone_gone)."""

    def __init__(self, source: SoundSource, recording: Recording, parent: QObject) -> None:
        super().__init__(parent)
        self._source, self._recording = source, recording
        self._lane = DiskLane(self)
        self._lane.troubled.connect(self.troubled)
        self._lane.written.connect(lambda size: self.written.emit(size * 1000 // wav.SECOND))
        self._second = bytearray()
        self._bytes = 0
        self.running = True
        source.setParent(self)
        source.came.connect(self._on_came)
        source.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    @property
    def milliseconds(self) -> int:
        """How much was heard."""
        return self._bytes * 1000 // wav.SECOND

    def pause(self) -> None:
        """Nothing is heard until `go_on`; all that was, goes to the disk."""
        self.running = False
        self._source.stop()
        self._write()

    def go_on(self) -> None:
        """Hear again."""
        self.running = self._source.start()
        if not self.running:
            self._on_ended()

    def mark(self, at: int, word: str) -> None:
        """Note a moment (milliseconds heard by then)."""
        self._write()
        self._lane.hand_over(partial(self._recording.mark, Mark(at, word)), 0)

    def stop(self) -> None:
        """The end: returns when all that the disk takes is on it."""
        self.pause()
        self._lane.close()
        self._recording.close()

    def _on_came(self, samples: bytes) -> None:
        if not self.running:
            return
        self._bytes += len(samples)
        self._second += samples
        if len(self._second) >= wav.SECOND:
            self._write()
        self.heard.emit(self.milliseconds, wav.peak(samples))

    def _write(self) -> None:
        if self._second:
            samples, self._second = bytes(self._second), bytearray()
            self._lane.hand_over(partial(self._recording.add, samples), len(samples))

    def _on_ended(self) -> None:
        self.running = False
        self._write()
        self.troubled.emit(GsmonError("media.microphone_gone"))
