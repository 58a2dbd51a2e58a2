"""A microphone made of paper: gives the sound a test hands it. Its contract: tests/ui/test_recording.py."""

from __future__ import annotations

from ui.widgets.microphone import SoundSource


class Tape(SoundSource):
    """Plays what it is told to; `there` says whether it is connected."""

    def __init__(self) -> None:
        super().__init__()
        self.there = True
        self.runs = False

    def start(self) -> bool:
        self.runs = self.there
        return self.runs

    def stop(self) -> None:
        self.runs = False

    def play(self, samples: bytes, piece: int = 3200) -> None:
        """As a device: a tenth of a second at a time."""
        for at in range(0, len(samples), piece):
            if self.runs:
                self.came.emit(samples[at : at + piece])

    def pull(self) -> None:
        """Somebody pulled the plug."""
        self.there = self.runs = False
        self.ended.emit()
