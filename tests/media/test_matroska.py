"""Films mended: complete files out of what an encoder left that could not go back."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gsmon_desktop.media import matroska
from gsmon_desktop.media.matroska import clusters, head, scan, tail

VIDEO, SOUND = 2, 1


def element(name: str, content: bytes) -> bytes:
    return bytes.fromhex(name) + (len(content) | 1 << 56).to_bytes(8, "big") + content


def stream(length: int, at: int = 0) -> bytes:
    """As the encoder writes: no length, no place of the index; a cluster every half a second."""
    tracks = element("AE", element("D7", bytes([SOUND])) + element("83", b"\2"))
    tracks += element("AE", element("D7", bytes([VIDEO])) + element("83", b"\1"))
    begin = element("1A45DFA3", element("4282", b"matroska")) + bytes.fromhex("1853806701FFFFFFFFFFFFFF")
    begin += element("EC", bytes(143)) + element("1549A966", element("4D80", b"us") + b"\xec\x89" + bytes(9))
    begin += element("1654AE6B", tracks)
    made = begin
    for moment in range(at, at + length, 500):
        blocks = block(SOUND, 0, key=True) + block(VIDEO, 0, key=True) + block(VIDEO, 460, key=False)
        made += element("1F43B675", element("E7", moment.to_bytes(2, "big")) + blocks)
    return made


def block(track: int, moment: int, *, key: bool) -> bytes:
    return element("A3", bytes([track | 0x80]) + struct.pack(">h", moment) + bytes([0x80 * key]) + bytes(50))


def pieces(content: bytes, size: int) -> list[bytes]:
    return [content[at : at + size] for at in range(0, len(content), size)]


def complete(content: bytes, size: int = 1000) -> bytes:
    layout = scan(pieces(content, size))
    assert layout is not None
    middle = b"".join(clusters(pieces(content, size)))
    assert len(middle) == layout.size
    return head(layout) + middle + tail(layout)


def test_a_film_gets_its_length_and_an_index_that_leads_to_whole_pictures() -> None:
    whole = complete(stream(3000))
    layout = scan([whole])
    assert layout is not None
    assert layout.milliseconds == 2960
    assert [moment for moment, _ in layout.cues] == [0, 500, 1000, 1500, 2000, 2500]
    assert struct.pack(">d", 2960.0) in layout.begin
    for _, at in layout.cues:
        assert whole[at : at + 4] == bytes.fromhex("1F43B675")
    start = whole.index(bytes.fromhex("18538067")) + 12
    assert int.from_bytes(whole[start - 7 : start], "big") == len(whole) - start
    seek = whole.index(bytes.fromhex("53AC"))
    assert whole[start + int.from_bytes(whole[seek + 3 : seek + 11], "big") :].startswith(
        bytes.fromhex("1C53BB6B")
    )


@given(st.integers(0, 4000), st.integers(1, 700))
@settings(max_examples=60, deadline=None)
def test_cut_anywhere_it_keeps_all_whole_clusters(cut: int, size: int) -> None:
    film = stream(3000)[:cut]
    layout = scan(pieces(film, size))
    number = film.count(bytes.fromhex("1F43B675"))
    if layout is None:
        assert number <= 1
    else:
        assert len(layout.cues) in (number, number - 1)
        assert len(complete(film, size)) >= len(layout.begin) + layout.size


def test_after_a_pause_the_film_goes_on_where_it_was() -> None:
    layout = scan([complete(stream(1000) + stream(1500))])
    assert layout is not None
    assert [moment for moment, _ in layout.cues] == [0, 500, 1000, 1500, 2000]
    assert layout.milliseconds == 2460


@pytest.mark.parametrize("content", [b"", b"\0" * 100, b"RIFFxxxxWAVE", stream(0), b"\xff" * 5000])
def test_what_holds_no_picture_is_no_film(content: bytes) -> None:
    assert scan([content]) is None
    assert matroska.scan([]) is None
