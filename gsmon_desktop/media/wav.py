"""Sound as it is recorded here: WAV files of plain samples, which need no encoder and survive anything.

Format: RIFF/WAVE with `fmt ` of PCM, http://soundfile.sapp.org/doc/WaveFormat/. One hour takes 115 MB.
"""

from __future__ import annotations

import struct
from array import array

RATE = 16_000
"""Samples a second, one channel, 16 bits: speech."""
BYTES = 2
SECOND = RATE * BYTES
"""Bytes of a second."""
HEADER = 44
"""Bytes before the samples."""
MOST = 2**32 - 1 - HEADER
"""Bytes of samples a WAV can hold: 37 hours."""

_FORMAT = struct.Struct("<4sI4s4sIHHIIHH4sI")


def header(size: int) -> bytes:
    """What comes before `size` bytes of samples. Raises ValueError above `MOST`."""
    if size > MOST:
        raise ValueError(size)
    return _FORMAT.pack(
        b"RIFF", size + 36, b"WAVE", b"fmt ", 16, 1, 1, RATE, SECOND, BYTES, 8 * BYTES, b"data", size
    )


def is_ours(head: bytes, size: int) -> bool:
    """Whether a file of `size` bytes that begins so is a recording of ours, which can be gone on with."""
    return HEADER <= size <= MOST and head[:HEADER] == header(size - HEADER)


def peak(samples: bytes) -> float:
    """The loudest sample, 0 to 1; an odd last byte does not count."""
    heights = array("h", samples[: len(samples) // BYTES * BYTES])
    return max(map(abs, (min(heights), max(heights)))) / 32768 if heights else 0.0


class Speech:
    """Turns what a device gives into our samples: one channel, `RATE` a second, 16 bits.

    `kind` is a code of `array`: h, i, f, or B for unsigned bytes. Channels are averaged, and so is what falls
    between two of our samples; that is enough for speech.
    """

    def __init__(self, rate: int = RATE, channels: int = 1, kind: str = "h") -> None:
        self._rate, self._channels, self._kind = rate, channels, kind
        self._rest = b""
        self._sum, self._count, self._phase = 0.0, 0, 0

    def take(self, data: bytes) -> bytes:
        """The samples in `data`, together with what a call before left over."""
        if (self._rate, self._channels, self._kind) == (RATE, 1, "h"):
            return data
        heights = array(self._kind)
        data = self._rest + data
        frame = heights.itemsize * self._channels
        whole = len(data) // frame * frame
        self._rest = data[whole:]
        heights.frombytes(data[:whole])
        made = array("h")
        for at in range(0, len(heights), self._channels):
            self._one(sum(heights[at : at + self._channels]) / self._channels, made)
        return made.tobytes()

    def _one(self, height: float, made: array[int]) -> None:
        self._sum, self._count = self._sum + height, self._count + 1
        self._phase += RATE
        while self._phase >= self._rate:
            self._phase -= self._rate
            made.append(self._level(self._sum / self._count))
            if self._phase < self._rate:
                self._sum, self._count = 0.0, 0

    def _level(self, height: float) -> int:
        middle, full = {"h": (0, 32768), "i": (0, 2**31), "f": (0, 1.0), "B": (128, 128)}[self._kind]
        return max(-32768, min(32767, round((height - middle) * 32768 / full)))
