"""age files read from anywhere, against the library that wrote them."""

from __future__ import annotations

import io
import random

import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gsmon_desktop.store import age
from gsmon_desktop.store.age_seek import Seekable

OURS, OTHER = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
PIECE = 1 << 16
SIZES = st.sampled_from([0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 77])


def sealed(content: bytes, *to: pyrage.x25519.Identity) -> bytes:
    made = io.BytesIO()
    age.encrypt(io.BytesIO(content), made, [str(each.to_public()) for each in to])
    return made.getvalue()


@given(SIZES, st.lists(st.tuples(st.integers(0, 4 * PIECE), st.integers(1, 2 * PIECE)), max_size=6))
@settings(max_examples=40, deadline=None)
def test_reads_what_was_written_from_any_place(size: int, places: list[tuple[int, int]]) -> None:
    content = random.Random(size).randbytes(size)
    reader = Seekable(io.BytesIO(sealed(content, OTHER, OURS)), str(OURS))
    assert reader.size == size
    assert reader.readall() == content
    for at, count in places:
        reader.seek(at)
        assert b"".join(iter_read(reader, count)) == content[at : at + count]


def iter_read(reader: Seekable, count: int) -> list[bytes]:
    pieces = []
    while count and (piece := reader.read(count)):
        pieces.append(piece)
        count -= len(piece)
    return pieces


def test_a_stranger_cannot_read_and_damage_is_told_where_it_is() -> None:
    content = random.Random(1).randbytes(3 * PIECE)
    whole = sealed(content, OURS)
    with pytest.raises(age.NotForUsError):
        Seekable(io.BytesIO(whole), str(OTHER))
    broken = bytearray(whole)
    broken[-PIECE - 100] ^= 1  # in the piece before the last
    reader = Seekable(io.BytesIO(bytes(broken)), str(OURS))
    assert reader.read(PIECE) == content[:PIECE]
    reader.seek(PIECE)
    with pytest.raises(age.DamagedError):
        b"".join(iter_read(reader, 2 * PIECE))
    with pytest.raises(age.NotForUsError):  # no stanza is known any more
        Seekable(io.BytesIO(whole.replace(b"-> X25519", b"-> x25519", 1)), str(OURS)).read()


def test_a_cut_file_does_not_pass_for_a_shorter_one() -> None:
    whole = sealed(bytes(3 * PIECE), OURS)
    reader = Seekable(io.BytesIO(whole[: -PIECE - 16]), str(OURS))
    reader.seek(PIECE)
    with pytest.raises(age.DamagedError):
        reader.read(PIECE)
