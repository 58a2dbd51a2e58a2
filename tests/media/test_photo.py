"""Photos come out upright, small, bare, and in colours every screen shows; traps and ruins are refused."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.media import Photo, prepare, sniff, thumbnail
from tests.media.tools import BLUE, RED, WHITE, colour, encoded, picture, tags

HEIC = (Path(__file__).parent / "turned.heic").read_bytes()
TURNS = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How a camera held in each of Exif's eight ways sees an upright scene."""


def looks_upright(photo: Photo) -> bool:
    corners = [colour(photo.content, x, y) for x, y in ((0.2, 0.2), (0.8, 0.8), (0.8, 0.2), (0.2, 0.8))]
    return corners == [RED, BLUE, WHITE, WHITE]


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize("orientation", TURNS)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("size", [(400, 300), (80, 60)])
def test_upright_whatever_way_the_camera_was_held(kind: str, orientation: int, size: tuple[int, int]) -> None:
    turn = TURNS[orientation]
    scene = picture(*size) if turn is None else picture(*size).transpose(turn)
    photo = prepare(encoded(scene, kind, exif=tags(orientation)), longest=100)
    assert looks_upright(photo)
    assert (photo.width, photo.height) == ((100, 75) if size == (400, 300) else (80, 60))
    assert not opened(photo.content).getexif()


def test_time_place_and_precision_are_read_before_they_are_stripped() -> None:
    photo = prepare(encoded(picture(), exif=tags()))
    assert photo.told.taken == "2026-03-02T10:15:30+05:00"
    assert photo.told.latitude == pytest.approx(51.128472, abs=1e-6)
    assert photo.told.longitude == pytest.approx(71.43, abs=1e-6)
    assert photo.told.accuracy == 4.5
    assert photo.changed
    assert b"SECRETCAMERA" not in photo.content
    assert b"Exif" not in photo.content


@pytest.mark.parametrize(
    ("ifd", "values"),
    [
        (0x8769, {0x9003: "0000:00:00 00:00:00"}),
        (0x8769, {0x9003: "вчера"}),
        (0x8825, {1: "N", 2: (0.0, 0.0, 0.0), 3: "E", 4: (0.0, 0.0, 0.0)}),
        (0x8825, {1: "N", 2: (95.0, 0.0, 0.0), 3: "E", 4: (71.0, 0.0, 0.0)}),
        (0x8825, {1: "N", 2: (51.0, 0.0, 0.0)}),
    ],
)
def test_tags_that_make_no_sense_are_left_out(ifd: int, values: dict[int, object]) -> None:
    exif = Image.Exif()
    exif[0x0112] = 1
    exif.get_ifd(ifd).update(values)
    said = prepare(encoded(picture(), exif=exif)).told
    assert (said.taken, said.latitude, said.longitude) == ("", None, None)


def test_south_and_west_are_negative_and_a_moment_without_offset_stays_so() -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769).update({0x9004: "2026:03:02 10:15:30"})
    exif.get_ifd(0x8825).update({1: "S", 2: (33.0, 30.0, 0.0), 3: "W", 4: (70.0, 45.0, 0.0)})
    said = prepare(encoded(picture(), exif=exif)).told
    assert (said.taken, said.latitude, said.longitude) == ("2026-03-02T10:15:30", -33.5, -70.75)


def test_a_telephones_heic_is_read_and_becomes_a_jpeg() -> None:
    photo = prepare(HEIC)
    assert (photo.type, photo.suffix, sniff(photo.content).name) == ("image/jpeg", ".jpg", "JPEG")
    assert (photo.width, photo.height) == (48, 64)
    assert photo.told.taken == "2026-03-02T10:15:30+05:00"
    assert photo.told.latitude == pytest.approx(51.128472, abs=1e-6)
    assert [colour(photo.content, x, y) for x, y in ((0.8, 0.2), (0.2, 0.8))] == [RED, BLUE]


def test_a_bare_small_jpeg_is_kept_byte_for_byte() -> None:
    plain = encoded(picture())
    photo = prepare(plain)
    assert (photo.content, photo.changed) == (plain, False)


def test_a_small_jpeg_loses_its_tags_without_a_new_compression() -> None:
    told_much = encoded(picture(), exif=tags(), comment=b"SECRETCOMMENT") + b"SECRETMOVIE"
    photo = prepare(told_much)
    assert b"SECRET" not in photo.content
    with opened(photo.content) as after, opened(told_much) as before:
        assert after.tobytes() == before.tobytes()


def test_a_progressive_jpeg_is_taken_apart_too() -> None:
    photo = prepare(encoded(picture(), progressive=True, exif=tags()))
    assert looks_upright(photo)
    assert b"Exif" not in photo.content


def test_a_screenshot_stays_without_loss_and_a_bare_one_byte_for_byte() -> None:
    plain = encoded(picture(mode="RGBA"), "PNG")
    assert prepare(plain).content == plain
    noted = encoded(picture(), "PNG", exif=tags())
    kept = prepare(noted)
    assert (kept.type, kept.suffix) == ("image/png", ".png")
    with opened(kept.content) as after:
        assert after.convert("RGB").tobytes() == picture().tobytes()
    assert b"SECRETCAMERA" not in kept.content


def test_what_is_transparent_is_laid_on_white() -> None:
    image = Image.new("RGBA", (300, 200), (0, 0, 0, 0))
    image.paste((*RED, 255), (0, 0, 150, 100))
    for content in (
        encoded(image, "PNG"),
        encoded(image, "WEBP", lossless=True),
        encoded(image.convert("P", palette=Image.Palette.ADAPTIVE), "PNG", transparency=0),
    ):
        photo = prepare(content, longest=150)
        assert photo.type == "image/jpeg"
        assert opened(photo.content).mode == "RGB"
    assert colour(prepare(encoded(image, "PNG"), longest=150).content, 0.9, 0.9) == WHITE
    assert colour(prepare(encoded(image, "PNG"), longest=150).content, 0.1, 0.1) == RED


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "I;16", "RGB", "LA"])
def test_every_mode_comes_out_as_a_plain_jpeg(mode: str) -> None:
    kind = "TIFF" if mode in ("CMYK", "1", "I;16") else "PNG"
    photo = prepare(encoded(picture(300, 200, mode), kind), longest=100)
    with opened(photo.content) as image:
        assert (image.size, image.mode in ("RGB", "L")) == ((100, 67), True)
        white = image.convert("L").getpixel((90, 5))
    assert isinstance(white, int)
    assert white > 230 or mode == "I;16"


def test_sixteen_bit_greys_keep_their_shades() -> None:
    image = Image.new("I;16", (200, 100), 65535)
    photo = prepare(encoded(image, "TIFF"), longest=100)
    assert colour(photo.content, 0.5, 0.5) == WHITE


def test_a_foreign_colour_profile_is_turned_into_srgb() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ"))
    odd = prepare(encoded(picture(400, 300), icc_profile=lab.tobytes()), longest=100)
    assert "icc_profile" not in opened(odd.content).info
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert looks_upright(prepare(encoded(picture(400, 300), icc_profile=srgb), longest=100))


def test_of_a_moving_picture_the_first_frame_is_kept() -> None:
    frames = [picture(), Image.new("RGB", (64, 48), BLUE)]
    moving = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])
    photo = prepare(moving)
    assert photo.type == "image/png"
    assert looks_upright(photo)


def test_the_same_photo_always_gives_the_same_bytes() -> None:
    content = encoded(picture(3000, 2000), exif=tags(6))
    assert prepare(content) == prepare(content)


def test_nothing_is_made_larger() -> None:
    assert prepare(encoded(picture(30, 20), exif=tags()), longest=1600).width == 30


# ------------------------------------------------------------ what is refused


def refused(content: bytes) -> str:
    with pytest.raises(GsmonError) as caught:
        prepare(content, "снимок.jpg")
    assert caught.value.place == "снимок.jpg"
    return caught.value.code


def empty_png(width: int, height: int) -> bytes:
    """A PNG of one colour: a hundred kilobytes that unpack to hundreds of megabytes."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")

    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\0\0\0"
    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(bytes(1 + 3 * width)) for _ in range(height)) + packer.flush()
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_bombs_are_refused_before_they_are_unpacked() -> None:
    assert refused(empty_png(10_000, 10_000)) == "media.bomb"
    assert refused(empty_png(5_500, 5_500)) == "media.bomb"
    assert refused(encoded(Image.new("L", (6000, 6000)), "JPEG", optimize=True)) == "media.bomb"
    claims = bytearray(encoded(picture()))
    at = claims.index(b"\xff\xc0") + 5
    claims[at : at + 4] = b"\xff\xff\xff\xff"
    assert refused(bytes(claims)) == "media.bomb"


def test_a_large_but_honest_photo_is_taken() -> None:
    noise = Image.effect_noise((1000, 750), 90).resize((8000, 6000), Image.Resampling.BICUBIC)
    photo = prepare(encoded(noise, quality=90))
    assert (photo.width, photo.height) == (1600, 1200)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF"])
def test_what_was_cut_off_is_refused(kind: str) -> None:
    noise = Image.effect_noise((300, 200), 90).convert("RGB")
    content = encoded(noise, kind)
    assert refused(content[: len(content) * 2 // 3]) == "media.broken"
    assert refused(HEIC[:600]) == "media.broken"


def test_what_is_no_photo_is_refused() -> None:
    assert refused(b"") == "media.empty"
    assert refused("Просто текст".encode()) == "media.not_image"
    assert refused(b"%PDF-1.7\n") == "media.not_image"


SEEDS = [
    encoded(picture(), exif=tags(6)),
    encoded(picture(), "PNG"),
    encoded(picture(), "TIFF"),
    encoded(picture(), "GIF"),
    encoded(picture(), "WEBP"),
    encoded(picture(), "BMP"),
    HEIC,
]


@settings(max_examples=150, deadline=None)
@given(
    seed=st.sampled_from(SEEDS),
    changes=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=12),
    cut=st.floats(0.3, 1),
)
@example(seed=SEEDS[0], changes=[], cut=1.0)
def test_ruined_files_are_refused_or_come_out_whole(
    seed: bytes, changes: list[tuple[float, int]], cut: float
) -> None:
    ruined = bytearray(seed[: max(1, int(len(seed) * cut))])
    for place, value in changes:
        ruined[int(place * (len(ruined) - 1))] = value
    try:
        photo = prepare(bytes(ruined), longest=40)
    except GsmonError as error:
        assert error.code in ("media.broken", "media.not_image", "media.bomb")  # noqa: PT017
    else:
        with opened(photo.content) as image:
            image.load()
            assert max(image.size) <= 40


def test_a_thumbnail_is_small_and_upright() -> None:
    small = thumbnail(encoded(picture(400, 300).transpose(Image.Transpose.ROTATE_90), exif=tags(6)), 96)
    with opened(small) as image:
        assert image.size == (96, 72)
    assert colour(small, 0.2, 0.2) == RED
