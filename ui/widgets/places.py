"""A point on the map, typed as people copy it: latitude and longitude in degrees."""

from __future__ import annotations

import re

from PySide6.QtGui import QKeyEvent

from ui.widgets.text import LineEditor

_NUMBER = r"[-+]?\d{1,3}(?:[.,]\d+)?"
_PAIR = re.compile(
    rf"\s*({_NUMBER})\s*[°;,\s]\s*[;,]?\s*({_NUMBER})\s*°?((?:[;,\s]+-?\d+(?:[.,]\d+)?){{0,2}})\s*"
)


class PointEditor(LineEditor):
    """51.16, 71.47 — also with decimal commas, altitude and accuracy behind; stored as XForms' geopoint."""

    field_width = 320

    def retranslate(self) -> None:
        """A pattern to go by."""
        self.line.setPlaceholderText(self.tr("широта, долгота: 51.1605, 71.4704"))

    def parse(self, text: str) -> str | None:
        """ "latitude longitude altitude accuracy"; None when it is no point on the Earth."""
        if not text.strip():
            return ""
        found = _PAIR.fullmatch(text)
        if found is None:
            return None
        latitude, longitude = (part.replace(",", ".") for part in found.group(1, 2))
        if abs(float(latitude)) > 90 or abs(float(longitude)) > 180:
            return None
        rest = [part.replace(",", ".") for part in re.findall(r"-?\d+(?:[.,]\d+)?", found[3])]
        return " ".join([latitude, longitude, *rest, *["0"] * (2 - len(rest))])

    def shown(self, value: str) -> str:
        """Latitude and longitude; altitude and accuracy only where they say something."""
        parts = value.split()
        while len(parts) > 2 and float(parts[-1]) == 0:
            parts.pop()
        return ", ".join(parts)

    def pattern(self) -> str:
        """What a point looks like."""
        return self.tr("Нужны широта и долгота в градусах, например 51.1605, 71.4704.")

    def press(self, event: QKeyEvent) -> bool:
        """Nothing beside what the field does."""
        del event
        return False
