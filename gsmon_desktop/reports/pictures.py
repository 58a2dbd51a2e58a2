"""Photos as reports print them: upright, no larger than paper can show, never a reason to fail."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.media import LONGEST
from gsmon_desktop.store import Workspace, media

PIXELS = LONGEST
"""The longer side: 17 cm at about 240 dots an inch, as photos are kept, so that few must be made smaller."""
QUALITY = 82
FINEST, _PRINTED = 230, 220
"""Dots an inch on paper: from when on a photo in a Word document is made coarser, and how coarse. Word itself
saves at 220; LibreOffice prints three times as long where it must reckon photos down to 300.
"""
_INCH = 25.4
_HARMLESS = {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "progressive", "progression"}
"""What Pillow tells of a JPEG that holds nothing about people and places."""


@dataclass(frozen=True)
class Picture:
    """A picture ready to be put on a page: a JPEG and its size in pixels."""

    jpeg: bytes
    width: int
    height: int

    def fit(self, width: float, height: float) -> tuple[float, float]:
        """The largest size of its shape within a frame."""
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale


def printed(shot: Picture, width: float) -> Picture:
    """The picture as it is wanted on paper `width` millimetres across: no finer than paper can show."""
    if shot.width <= FINEST * width / _INCH:
        return shot
    across = round(_PRINTED * width / _INCH)
    with Image.open(io.BytesIO(shot.jpeg)) as opened:
        size = (across, max(1, round(shot.height * across / shot.width)))
        opened.draft("RGB", size)
        made = io.BytesIO()
        opened.resize(size, Image.Resampling.BICUBIC).save(made, "JPEG", quality=QUALITY)
    return Picture(made.getvalue(), *size)


def content(ws: Workspace, sha256: str) -> bytes:
    """The bytes of a media file of the workspace; empty where it is missing or cannot be read."""
    try:
        with media.open_content(ws.vault, sha256) as stream:
            return stream.read()
    except (OSError, GsmonError):
        return b""


def picture(raw: bytes) -> Picture | None:
    """A photo turned upright and made small enough; None for what is no picture. A JPEG that is both, and
    tells nothing but its pixels, stays as it is.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(raw)) as opened:
                if _is_ready(opened, raw):
                    opened.load()
                    return Picture(raw, opened.width, opened.height)
                opened.draft("RGB", (PIXELS, PIXELS))  # a JPEG is decoded no larger than needed
                ImageOps.exif_transpose(opened, in_place=True)
                if max(opened.size) > PIXELS:
                    opened.thumbnail((PIXELS, PIXELS))
                plain = opened if opened.mode == "RGB" else opened.convert("RGB")
                made = io.BytesIO()
                plain.save(made, "JPEG", quality=QUALITY, exif=b"")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return None
    return Picture(made.getvalue(), plain.width, plain.height)


def _is_ready(opened: Image.Image, raw: bytes) -> bool:
    """A JPEG as our media are kept: no larger, without tags, and nothing behind its end."""
    plain = opened.format == "JPEG" and opened.mode == "RGB" and opened.info.keys() <= _HARMLESS
    return plain and max(opened.size) <= PIXELS and raw.endswith(b"\xff\xd9")
