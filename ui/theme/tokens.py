"""Sizes and colours of the whole window. Nothing else in `ui` names a colour or a distance of its own."""

from __future__ import annotations

from dataclasses import dataclass

XS, S, M, L, XL = 4, 8, 12, 16, 24
"""Distances in pixels."""

RADIUS = 4
"""Rounding of fields, buttons and cards in pixels."""

TEXT, TEXT_LARGER = 10.0, 12.0
"""Size of the text in points: usual, and with the larger-text switch."""

TITLE, HEADING, FIGURE, SMALL = 1.5, 1.15, 1.8, 0.9
"""Sizes of other texts as multiples of the text's."""


@dataclass(frozen=True)
class Colours:
    """One theme's colours, each by its use, as #rrggbb.

    Texts (`text`, `muted`, `accent`, `danger`, `warning`, `good`) have AA contrast on `window`, `surface`,
    `hover` and on
    their own soft colour; `edge`, `accent` and `bands` stand out 3:1 from `surface` and `window`.
    """

    dark: bool
    window: str
    surface: str
    hover: str
    line: str
    edge: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    good: str
    good_soft: str
    bands: tuple[str, str, str, str, str]
    """High to unsatisfactory: deep blue, blue, grey, orange, dark red; colour-blind eyes tell them apart."""


LIGHT = Colours(
    dark=False,
    window="#f3f5f6",
    surface="#ffffff",
    hover="#e8ecee",
    line="#d5dade",
    edge="#808a93",
    text="#1a1f24",
    muted="#556069",
    accent="#0a6478",
    accent_hover="#084f5f",
    on_accent="#ffffff",
    accent_soft="#d8ecf0",
    danger="#b3261e",
    danger_soft="#fbe8e6",
    warning="#7d4b00",
    warning_soft="#fdf0d5",
    good="#1b683b",
    good_soft="#dff2e5",
    bands=("#173f8a", "#3d84cf", "#7d8489", "#c7670a", "#7c1512"),
)

DARK = Colours(
    dark=True,
    window="#15181c",
    surface="#1e2227",
    hover="#2a3037",
    line="#363d45",
    edge="#737e89",
    text="#e7eaed",
    muted="#a3adb7",
    accent="#5fc4d6",
    accent_hover="#86d5e3",
    on_accent="#06232a",
    accent_soft="#17414b",
    danger="#ff9a8a",
    danger_soft="#47211d",
    warning="#f0bd66",
    warning_soft="#41310f",
    good="#7fd19a",
    good_soft="#1a3a26",
    bands=("#a9c8ff", "#4e94e8", "#8f979d", "#e8933a", "#de675d"),
)
