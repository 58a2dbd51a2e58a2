"""What devices give becomes sixteen-bit samples of one channel; headers other readers take."""

from __future__ import annotations

import io
import wave
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsmon_desktop.media import wav


@given(st.integers(0, 5000))
def test_a_header_is_read_by_another_reader(frames: int) -> None:
    with wave.open(io.BytesIO(wav.header(2 * frames) + bytes(2 * frames))) as opened:
        assert (opened.getnframes(), opened.getframerate()) == (frames, wav.RATE)
    assert wav.is_ours(wav.header(2 * frames), wav.HEADER + 2 * frames)


def test_more_than_a_wav_can_hold_is_refused() -> None:
    with pytest.raises(ValueError, match=str(wav.MOST + 1)):
        wav.header(wav.MOST + 1)


@pytest.mark.parametrize(
    ("kind", "value"), [("h", 8192), ("i", 2**29), ("f", 0.25), ("B", 160)], ids=["16", "32", "float", "8"]
)
@pytest.mark.parametrize(("rate", "channels"), [(48_000, 2), (44_100, 1), (16_000, 2), (8_000, 1)])
def test_a_second_stays_a_second_and_as_loud(kind: str, value: float, rate: int, channels: int) -> None:
    second = array(kind, [value if kind == "f" else int(value)]) * (rate * channels)
    speech = wav.Speech(rate, channels, kind)
    data = second.tobytes()
    made = b"".join(speech.take(data[at : at + 1001]) for at in range(0, len(data), 1001))
    samples = array("h", made)
    assert abs(len(samples) - wav.RATE) <= 1
    assert set(samples) == {8192}
    assert wav.peak(made) == 0.25


def test_our_own_samples_pass_unchanged() -> None:
    assert wav.Speech().take(b"\x01\x02\x03\x04") == b"\x01\x02\x03\x04"


@given(st.binary(max_size=40))
def test_the_peak_is_between_silence_and_full(samples: bytes) -> None:
    assert 0 <= wav.peak(samples) <= 1
