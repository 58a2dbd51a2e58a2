"""Photos for the demo's visits: drawn, so that reports and the viewer have something to show."""

from __future__ import annotations

import io
from functools import cache
from random import Random

from PIL import Image, ImageDraw, ImageFont

from gsmon_desktop.paths import resources

SIZE = (1200, 900)
_WALLS = ("#D8C9AE", "#C9D2D8", "#D9D3C7", "#BFCBBD")
_SKY, _GROUND, _DOOR, _GLASS, _SIGN, _RAIL = "#CFE3F2", "#8C8F92", "#5B4636", "#9FC3DA", "#1F4E78", "#3A3F44"
_FLOOR = 640
"""Where the wall meets the ground."""
_QUALITY = 80


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(resources() / "fonts" / "NotoSans-Bold.ttf"), size)


def drawn(sign: str, mark: str, rng: Random) -> bytes:
    """A JPEG of a front with a door, windows, a ramp and a sign; `mark` in the corner says it is drawn."""
    picture = Image.new("RGB", SIZE, _SKY)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, _FLOOR, *SIZE), fill=_GROUND)
    draw.rectangle((90, 170, 1110, _FLOOR), fill=rng.choice(_WALLS))
    door = rng.choice((300, 520, 740))
    for left in (140, 330, 520, 710, 900):
        if abs(left - door) > 150:
            draw.rectangle((left, 330, left + 140, 520), fill=_GLASS, outline="white", width=8)
    draw.rectangle((door, 380, door + 160, _FLOOR), fill=_DOOR, outline="white", width=6)
    draw.ellipse((door + 126, 510, door + 142, 526), fill="#E8D9A0")
    if rng.random() < 0.6:  # a ramp with its rail
        draw.polygon(((door + 170, _FLOOR), (door + 430, _FLOOR), (door + 430, _FLOOR + 90)), fill="#B9BCC0")
        draw.line(((door + 170, _FLOOR - 90), (door + 430, _FLOOR)), fill=_RAIL, width=10)
    draw.rectangle((330, 205, 870, 295), fill=_SIGN)
    draw.text((600, 250), sign, font=_font(44), fill="white", anchor="mm")
    draw.text((1170, 870), mark, font=_font(26), fill="white", anchor="rs")
    made = io.BytesIO()
    picture.save(made, "JPEG", quality=_QUALITY)
    return made.getvalue()
