"""Pictures drawn for tests."""

from __future__ import annotations

import io
from random import Random
from typing import Any

from PIL import Image

RED, BLUE, WHITE = (200, 20, 20), (20, 20, 200), (255, 255, 255)


def picture(width: int = 64, height: int = 48, mode: str = "RGB") -> Image.Image:
    """White, red in the upper left quarter, blue in the lower right one."""
    image = Image.new("RGB", (width, height), WHITE)
    image.paste(RED, (0, 0, width // 2, height // 2))
    image.paste(BLUE, (width // 2, height // 2, width, height))
    return image.convert(mode)


def tags(orientation: int = 1) -> Image.Exif:
    """What a telephone writes: a moment with its offset, a place in Astana with its error."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "SECRETCAMERA"
    exif.get_ifd(0x8769).update({0x9003: "2026:03:02 10:15:30", 0x9011: "+05:00"})
    place = {1: "N", 2: (51.0, 7.0, 42.5), 3: "E", 4: (71.0, 25.0, 48.0), 31: 4.5}
    exif.get_ifd(0x8825).update(place)
    return exif


def encoded(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    """The picture as a file's content."""
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def colour(content: bytes, x: float, y: float) -> tuple[int, ...]:
    """The colour at a place told in parts of the width and height, rounded to tell three colours apart."""
    with Image.open(io.BytesIO(content)) as image:
        pixel = image.convert("RGB").getpixel((int(x * image.width), int(y * image.height)))
    assert isinstance(pixel, tuple)
    return min(
        (RED, BLUE, WHITE), key=lambda known: sum(abs(a - b) for a, b in zip(known, pixel, strict=True))
    )


def bare_photo(seed: int = 1, side: int = 40) -> bytes:
    """A JPEG of noise that tells nothing: it is kept as it is, about a byte a pixel."""
    noise = Image.frombytes("L", (side, side), Random(seed).randbytes(side * side))
    return encoded(noise, quality=85)
