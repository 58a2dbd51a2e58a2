"""Photos turned, cropped, and made to hide something for good."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.media import Box, Crop, Edit, Hide, Turn, edited
from gsmon_desktop.media.edits import CELLS


def picture(width: int = 60, height: int = 40, kind: str = "PNG") -> bytes:
    """Every pixel of its own colour."""
    image = Image.new("RGB", (width, height))
    image.putdata([(x * 4 % 256, y * 6 % 256, (x * y) % 256) for y in range(height) for x in range(width)])
    stream = io.BytesIO()
    image.save(stream, kind)
    return stream.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


def test_a_quarter_to_the_right_brings_the_left_lower_corner_up() -> None:
    before, after = opened(picture()), opened(edited(picture(), [Turn()]))
    assert after.size == (40, 60)
    assert after.getpixel((0, 0)) == before.getpixel((0, 39))


def test_left_and_right_are_opposites_and_four_quarters_are_nothing() -> None:
    assert edited(picture(), [Turn(right=False), Turn()]) == edited(picture(), [])
    assert edited(picture(), [Turn()] * 4) == edited(picture(), [])


def test_a_crop_leaves_the_box_and_counts_in_the_turned_picture() -> None:
    turned = opened(edited(picture(), [Turn()]))
    left = opened(edited(picture(), [Turn(), Crop(Box(5, 10, 25, 50))]))
    assert left.size == (20, 40)
    assert left.getpixel((0, 0)) == turned.getpixel((5, 10))


def test_boxes_reach_over_the_edge_and_nothing_outside_counts() -> None:
    assert opened(edited(picture(), [Crop(Box(50, -10, 90, 10))])).size == (10, 10)
    assert edited(picture(), [Crop(Box(100, 100, 120, 120)), Hide(Box(5, 5, 5, 9))]) == edited(picture(), [])


def test_hidden_parts_keep_a_few_colours_and_the_rest_is_untouched() -> None:
    before = opened(picture(300, 200))
    after = opened(edited(picture(300, 200), [Hide(Box(60, 40, 180, 160))]))
    assert ImageChops.difference(before, after).getbbox() == (60, 40, 180, 160)
    inside = after.crop((60, 40, 180, 160))
    cells = inside.resize((CELLS, CELLS), Image.Resampling.BOX)
    again = cells.resize(inside.size, Image.Resampling.BILINEAR)
    worst = max(high for _, high in ImageChops.difference(inside, again).getextrema())
    assert worst < 64  # nothing finer than the cells is left


@settings(max_examples=25, deadline=None)
@given(st.binary(min_size=48, max_size=48), st.integers(0, 2**32 - 1))
def test_what_is_hidden_depends_on_nothing_but_the_means_of_its_cells(pixels: bytes, seed: int) -> None:
    """Two pictures that differ inside the cells alone end the same: what made the difference is gone."""
    means = Image.frombytes("RGB", (4, 4), pixels).resize((CELLS, CELLS), Image.Resampling.NEAREST)
    flat = means.resize((CELLS * 8, CELLS * 8), Image.Resampling.NEAREST)
    chess = Image.new("L", flat.size)
    sign = 1 if seed % 2 else -1
    chess.putdata([128 + sign * (3 if (x + y) % 2 else -3) for y in range(48) for x in range(48)])
    other = Image.merge("RGB", [ImageChops.add(band, chess, 1, -128) for band in flat.split()])
    whole = Hide(Box(0, 0, 48, 48))
    results = [opened(edited(_png(image), [whole])) for image in (flat, other)]
    spread = ImageChops.difference(*results).getextrema()
    assert max(high for _, high in spread) <= 3  # clipping at black and white moves a mean a little


def _png(image: Image.Image) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("kind", "start"), [("PNG", b"\x89PNG"), ("JPEG", b"\xff\xd8"), ("BMP", b"\xff\xd8")]
)
def test_the_kind_stays_what_it_is_kept_as(kind: str, start: bytes) -> None:
    steps: list[Edit] = [Turn(), Hide(Box(0, 0, 9, 9))]
    assert edited(picture(kind=kind), steps).startswith(start)


def test_a_broken_photo_is_said_to_be_one() -> None:
    with pytest.raises(GsmonError) as caught:
        edited(picture(kind="JPEG")[:300], [Turn()], "фото.jpg")
    assert (caught.value.code, caught.value.place) == ("media.broken", "фото.jpg")
