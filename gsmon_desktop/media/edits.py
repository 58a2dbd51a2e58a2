"""Photos turned, cropped, and made to hide what nobody may see. Works on bytes; for a thread of its own.

What is hidden cannot be brought back from the result: each box is averaged down to at most `CELLS` by `CELLS`
colours, widened to whole cells, and blurred on top of that. Faces are found by hand alone.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageFilter

from gsmon_desktop.media.photo import encoded, opened

CELLS = 6
"""So many colours are left of each side of what is hidden: fewer than tell one face from another."""


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a picture in its pixels, from the upper left corner; `right` and `bottom` are outside."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Turn:
    """A quarter to the right, or to the left."""

    right: bool = True


@dataclass(frozen=True, slots=True)
class Crop:
    """Nothing is left but the box."""

    box: Box


@dataclass(frozen=True, slots=True)
class Hide:
    """What is in the box cannot be made out any more."""

    box: Box


Edit = Turn | Crop | Hide
"""One step; boxes are in pixels of the picture as the steps before left it."""


def edited(data: bytes, edits: Sequence[Edit], name: str = "") -> bytes:
    """The photo after these steps: a PNG stays one, all else is a JPEG; without tags. `name` is for messages.

    Boxes are cut to the picture; one with nothing in it does nothing. Raises as `prepare` does.
    """
    with opened(data, name) as (image, kind):
        image.load()
        picture: Image.Image = image if image.mode in ("L", "RGB", "RGBA") else image.convert("RGBA")
        for edit in edits:
            picture = _after(picture, edit)
        if kind.name == "PNG":
            picture.info.clear()
            stream = io.BytesIO()
            picture.save(stream, "PNG")
            return stream.getvalue()
        return encoded(picture if picture.mode == "L" else picture.convert("RGB"))


def _after(picture: Image.Image, edit: Edit) -> Image.Image:
    if isinstance(edit, Turn):
        turn = Image.Transpose.ROTATE_270 if edit.right else Image.Transpose.ROTATE_90
        return picture.transpose(turn)
    box = within(edit.box, *picture.size)
    if box is None:
        return picture
    corners = (box.left, box.top, box.right, box.bottom)
    if isinstance(edit, Crop):
        return picture.crop(corners)
    result = picture.copy()
    result.paste(_unseen(picture.crop(corners)), corners[:2])
    return result


def _unseen(part: Image.Image) -> Image.Image:
    width, height = part.size
    small = (min(CELLS, width), min(CELLS, height))
    cells = part.resize(small, Image.Resampling.BOX).resize(part.size, Image.Resampling.NEAREST)
    return cells.filter(ImageFilter.BoxBlur(max(1, min(width, height) // (2 * CELLS))))


def within(box: Box, width: int, height: int) -> Box | None:
    """The box as far as it lies in a picture of this size; None where nothing of it does."""
    left, right = max(0, min(box.left, box.right)), min(width, max(box.left, box.right))
    top, bottom = max(0, min(box.top, box.bottom)), min(height, max(box.top, box.bottom))
    return Box(left, top, right, bottom) if left < right and top < bottom else None
