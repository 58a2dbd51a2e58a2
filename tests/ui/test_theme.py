"""Contrast, colours that colour-blind eyes tell apart, and pictures that wear the tokens' colours."""

from __future__ import annotations

import itertools
import re

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from gsmon_desktop import reference
from gsmon_desktop.errors import LANGUAGES
from gsmon_desktop.paths import resources
from ui import theme
from ui.theme import DARK, LIGHT, Colours
from ui.theme.style import stylesheet
from ui.widgets.chart import answer_colours, readable_on

THEMES = pytest.mark.parametrize("c", [LIGHT, DARK], ids=["light", "dark"])
TEXT, GRAPHIC = 4.5, 3.0

Linear = tuple[float, float, float]

# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
BLINDNESS = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.01182, 0.04294, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.3039),
    ),
}


def linear(colour: str) -> Linear:
    """Linear RGB of a #rrggbb (sRGB, IEC 61966-2-1)."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return r, g, b


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio."""
    light = [0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in map(linear, (one, other))]
    return (max(light) + 0.05) / (min(light) + 0.05)


def lab(rgb: Linear) -> tuple[float, float, float]:
    """CIE L*a*b* under D65."""
    r, g, b = (min(max(p, 0.0), 1.0) for p in rgb)
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883,
    )
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen(colour: str, blindness: str) -> tuple[float, float, float]:
    rgb = linear(colour)
    if not blindness:
        return lab(rgb)
    r, g, b = (sum(k * p for k, p in zip(row, rgb, strict=True)) for row in BLINDNESS[blindness])
    return lab((r, g, b))


@THEMES
def test_texts_have_aa_contrast(c: Colours) -> None:
    grounds = [c.window, c.surface, c.hover]
    pairs = [
        *itertools.product([c.text, c.muted, c.accent, c.danger, c.warning, c.good], grounds),
        (c.text, c.accent_soft), (c.muted, c.accent_soft), (c.on_accent, c.accent),
        (c.on_accent, c.accent_hover),
        (c.danger, c.danger_soft), (c.warning, c.warning_soft), (c.good, c.good_soft),
        (c.text, c.danger_soft), (c.text, c.warning_soft), (c.text, c.good_soft),
    ]  # fmt: skip
    assert [(pair, round(contrast(*pair), 2)) for pair in pairs if contrast(*pair) < TEXT] == []


@THEMES
def test_what_is_chosen_is_read_as_well(c: Colours) -> None:
    """Rows of lists and charts, chips and options wear the soft accent where they are chosen."""
    texts = [c.text, c.muted, c.accent, c.danger, c.warning, c.good]
    assert [text for text in texts if contrast(text, c.accent_soft) < TEXT] == []
    assert [band for band in c.bands if contrast(band, c.accent_soft) < GRAPHIC] == []


@THEMES
def test_figures_inside_the_bars_of_answers_are_read(c: Colours) -> None:
    for colour in answer_colours(c):
        assert contrast(readable_on(colour).name(), colour.name()) >= TEXT, colour.name()


@THEMES
def test_every_rule_of_the_stylesheet_is_read(c: Colours) -> None:
    """Buttons at rest, hovered, pressed, switched off; fields, headings, tips: words on their ground."""
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", stylesheet(c, 10))
    told: dict[str, tuple[str, str]] = {}
    for names, body in rules:
        text = re.search(r"(?:^|[;\s])color:\s*(#\w{6})", body)
        ground = re.search(r"(?:^|[;\s])background:\s*(#\w{6})", body)
        for name in names.split(","):
            plain = name.strip().partition(":")[0]
            usual = told.get(plain, (c.text, c.surface))
            pair = (text[1] if text else usual[0], ground[1] if ground else usual[1])
            told[name.strip()] = pair
    assert len(told) > 60
    words = re.compile(r"Button(?!.*menu)|Label|Edit|Combo|Item|item|section|tab|ToolTip|View")
    low = {name: pair for name, pair in told.items() if words.search(name) and contrast(*pair) < TEXT}
    assert low == {}


@THEMES
def test_edges_and_bands_stand_out(c: Colours) -> None:
    shapes = [c.accent, *c.bands]
    pairs = [(c.edge, c.window), (c.edge, c.surface)]
    pairs += itertools.product(shapes, [c.window, c.surface, c.hover])
    assert [(pair, round(contrast(*pair), 2)) for pair in pairs if contrast(*pair) < GRAPHIC] == []


@THEMES
@pytest.mark.parametrize("blindness", ["", *BLINDNESS])
def test_bands_are_told_apart(c: Colours, blindness: str) -> None:
    shades = [seen(band, blindness) for band in c.bands]
    for one, other in itertools.combinations(shades, 2):
        assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 >= 15


@THEMES
def test_pictures_of_the_stylesheet_wear_its_colours(c: Colours) -> None:
    named = re.findall(r'url\("([^"]+)"\)', stylesheet(c, 10))
    strokes = {}
    for file in (resources() / "icons").glob(f"*_{'dark' if c.dark else 'light'}.svg"):
        assert file.as_posix() in named
        strokes[file.stem.partition("_")[0]] = re.findall(
            r'stroke="(#\w+)"', file.read_text(encoding="utf-8")
        )
    assert strokes == {"arrow": [c.muted], "tick": [c.on_accent]}


def test_icons_have_one_stroke_style() -> None:
    for file in (resources() / "icons").glob("*.svg"):
        source = file.read_text(encoding="utf-8")
        if "currentColor" in source:
            assert 'stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"' in source, file.name
            assert "#" not in source, file.name


def test_apply_dresses_light_dark_and_larger(qapp: QApplication) -> None:
    theme.apply(qapp, dark=True, larger=True)
    assert theme.colours(qapp.palette()) is DARK
    assert qapp.font().pointSizeF() == theme.TEXT_LARGER
    theme.apply(qapp)
    assert theme.colours(qapp.palette()) is LIGHT
    assert qapp.palette().text().color() == QColor(LIGHT.text)


@THEMES
def test_painted_signs_and_rows_are_read(c: Colours) -> None:
    """Charts, lists of progress, key caps, the outline's signs, warnings of rows: as they are painted."""
    rows = [c.surface, c.accent_soft, c.window]  # at rest, chosen, headings of criteria and of columns
    words = [c.text, c.muted, c.warning, c.danger]
    pairs = [*itertools.product(words, rows), (c.on_accent, c.accent), (c.muted, c.surface)]
    assert [pair for pair in pairs if contrast(*pair) < TEXT] == []
    shapes = [*c.bands, c.accent, c.good, c.danger]
    low = [pair for pair in itertools.product(shapes, [c.surface, c.window]) if contrast(*pair) < GRAPHIC]
    assert low == []


@THEMES
def test_the_interval_and_the_published_mark_show_on_every_bar(c: Colours) -> None:
    """Both wear the text's colour with the surface's around it, so that one of the two stands out."""
    for band in c.bands:
        assert max(contrast(c.text, band), contrast(c.surface, band)) >= GRAPHIC
    assert contrast(c.text, c.surface) >= TEXT


@THEMES
def test_placeholders_and_what_is_switched_off_can_be_read(c: Colours) -> None:
    """WCAG asks nothing of switched-off controls; ours say why they sleep, so they are read all the same."""
    made = theme.palette(c)
    groups, roles = QPalette.ColorGroup, QPalette.ColorRole
    low = []
    for group, words, ground in itertools.product(
        (groups.Active, groups.Inactive, groups.Disabled),
        (roles.PlaceholderText, roles.Text, roles.WindowText, roles.ButtonText),
        (roles.Base, roles.Window, roles.Button),
    ):
        pair = made.color(group, words).name(), made.color(group, ground).name()
        if contrast(*pair) < TEXT:
            low.append((group, words, ground, *pair))
    assert low == []


@THEMES
def test_a_chosen_row_and_a_selected_word_are_read(c: Colours) -> None:
    made, role = theme.palette(c), QPalette.ColorRole
    pair = made.color(role.HighlightedText).name(), made.color(role.Highlight).name()
    assert contrast(*pair) >= TEXT


@pytest.mark.parametrize("year", reference.editions())
def test_bands_carry_a_sign_and_a_word_of_their_own(year: str) -> None:
    """No colour speaks alone."""
    for bands in (reference.edition(year).bands, reference.edition(year).red_tape_bands):
        assert all(band.sign.strip() for band in bands)
        assert len({band.sign for band in bands}) == len(bands)
        for code in LANGUAGES:
            assert len({band.names[code] for band in bands}) == len(bands)
