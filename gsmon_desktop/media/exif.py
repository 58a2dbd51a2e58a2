"""What a photo tells of its moment and place, read before both are stripped.

Tags: Exif 2.32 (CIPA DC-008), sections 4.6.5 (Exif IFD) and 4.6.6 (GPS IFD).
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PIL import Image

_EXIF, _GPS = 0x8769, 0x8825
_ORIGINAL, _DIGITISED = (0x9003, 0x9011), (0x9004, 0x9012)
"""Tags of a moment and of its offset from UTC."""
_OFFSET = re.compile(r"[+-]\d\d:\d\d")
_FARTHEST = 100_000.0
"""Metres; an error larger than this says nothing."""


@dataclass(frozen=True, slots=True)
class Told:
    """`taken`: ISO 8601, with the offset where the camera wrote one, "" if unknown. Degrees (WGS 84, north
    and east positive); `accuracy` is the radius of the error in metres."""

    taken: str = ""
    latitude: float | None = None
    longitude: float | None = None
    accuracy: float | None = None


def told(exif: Image.Exif) -> Told:
    """What the tags say; what is missing or makes no sense is left out."""
    latitude, longitude, accuracy = _place(_tags(exif, _GPS))
    return Told(_moment(_tags(exif, _EXIF)), latitude, longitude, accuracy)


def _tags(exif: Image.Exif, ifd: int) -> Mapping[int, Any]:
    try:
        return exif.get_ifd(ifd)
    except Exception:  # noqa: BLE001 - broken tags raise anything, and a photo is worth keeping without them
        return {}


def _moment(tags: Mapping[int, Any]) -> str:
    for moment, offset in (_ORIGINAL, _DIGITISED):
        try:
            found = datetime.strptime(_text(tags.get(moment)), "%Y:%m:%d %H:%M:%S").isoformat()  # noqa: DTZ007
        except ValueError:
            continue
        zone = _OFFSET.fullmatch(_text(tags.get(offset)))
        return found + (zone[0] if zone else "")
    return ""


def _text(value: object) -> str:
    return value.replace("\0", "").strip() if isinstance(value, str) else ""


def _place(tags: Mapping[int, Any]) -> tuple[float | None, float | None, float | None]:
    latitude = _degrees(tags.get(2), tags.get(1), "S", 90)
    longitude = _degrees(tags.get(4), tags.get(3), "W", 180)
    if latitude is None or longitude is None or latitude == longitude == 0:
        return None, None, None  # cameras without a fix write zeros
    accuracy = _number(tags.get(31))
    if accuracy is None or not 0 < accuracy < _FARTHEST:
        accuracy = None
    return latitude, longitude, accuracy


def _degrees(value: object, reference: object, negative: str, most: int) -> float | None:
    """Degrees, minutes, seconds as one number, rounded to a centimetre."""
    if not isinstance(value, tuple) or len(value) != 3:
        return None
    parts = [_number(part) for part in value]
    if any(part is None or part < 0 for part in parts):
        return None
    degrees = sum(((part or 0) / 60.0**power for power, part in enumerate(parts)), 0.0)
    if degrees > most:
        return None
    return round(-degrees if _text(reference).upper() == negative else degrees, 7)


def _number(value: Any) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    return number if math.isfinite(number) else None
