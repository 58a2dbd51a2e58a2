"""A JPEG file's segments: all that says something about the photo is left out, not a pixel is changed.

ITU-T T.81, annex B.
"""

from __future__ import annotations

import re

_MARKER = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])")
"""A marker within coded data: not a stuffed byte, not a restart."""
_SCAN, _END = 0xDA, 0xD9
_ADOBE, _ICC, _JFIF = 0xEE, 0xE2, 0xE0


def bare(data: bytes) -> bytes | None:
    """The file with its picture, colour profile and nothing else; None where its segments are not in order.

    Gone are Exif, XMP, IPTC, comments, previews, and whatever was put behind the picture's end.
    """
    parts, at = [data[:2]], 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # fill bytes are allowed before a marker
            at += 1
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if end > len(data) or end < at + 4:
            return None
        if _needed(marker, data[at + 4 : end]):
            parts.append(data[at:end])
        at = end
        if marker == _SCAN:
            found = _MARKER.search(data, at)
            if found is None:
                return None
            parts.append(data[at : found.start()])
            at = found.end() - 2
            if data[at + 1] == _END:
                return b"".join((*parts, b"\xff\xd9"))
    return None


def _needed(marker: int, content: bytes) -> bool:
    if marker == _ICC:
        return content.startswith(b"ICC_PROFILE\0")
    if marker == _JFIF:
        return content.startswith(b"JFIF\0")
    if marker == _ADOBE:
        return content.startswith(b"Adobe")
    return not (0xE0 <= marker <= 0xEF or marker == 0xFE)
