"""How the window looks: tokens, palette, one stylesheet; light and dark, usual and larger text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme.style import stylesheet
from ui.theme.tokens import (
    DARK,
    LIGHT,
    RADIUS,
    TEXT,
    TEXT_LARGER,
    XL,
    XS,
    Colours,
    L,
    M,
    S,
)

__all__ = [
    "DARK",
    "LIGHT",
    "RADIUS",
    "TEXT",
    "TEXT_LARGER",
    "XL",
    "XS",
    "Colours",
    "L",
    "M",
    "S",
    "apply",
    "colours",
    "palette",
    "system_is_dark",
]


def apply(app: QApplication, *, dark: bool = False, larger: bool = False) -> None:
    """Dresses the whole application: Fusion, palette, text size, stylesheet. May be called again any time.

    Dressing visits every widget there is; the same clothes again cost nothing.
    """
    theme = DARK if dark else LIGHT
    points = TEXT_LARGER if larger else TEXT
    sheet = stylesheet(theme, points)
    if app.styleSheet() == sheet:
        return
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    app.setOverrideCursor(Qt.CursorShape.BusyCursor)  # it takes a quarter of a second on an old laptop
    font = app.font()
    font.setPointSizeF(points)
    app.setFont(font)
    app.setStyleSheet("")  # new rules over old ones cost many times more
    app.setPalette(palette(theme))
    app.setStyleSheet(sheet)
    app.restoreOverrideCursor()


def colours(palette: QPalette) -> Colours:
    """The theme a widget is dressed in, for those that paint themselves: `colours(self.palette())`."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def system_is_dark() -> bool:
    """Does the desktop ask for a dark window?"""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def palette(theme: Colours) -> QPalette:
    """Qt's palette of a theme."""
    made = QPalette()
    role = QPalette.ColorRole
    for which, colour in {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.surface,
        role.AlternateBase: theme.window,
        role.Text: theme.text,
        role.PlaceholderText: theme.muted,
        role.Button: theme.surface,
        role.ButtonText: theme.text,
        role.BrightText: theme.danger,
        role.ToolTipBase: theme.surface,
        role.ToolTipText: theme.text,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: theme.surface,
        role.Midlight: theme.hover,
        role.Mid: theme.edge,
        role.Dark: theme.edge,
        role.Shadow: theme.line,
    }.items():
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.muted))
    return made
