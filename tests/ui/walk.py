"""Walks every page of the window as tests of its looks do: all screens, their pages, and the dialogs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTranslator
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from ui.pictures import settle
from ui.screens.exchange import ExchangeScreen
from ui.screens.scores import ScoresScreen
from ui.screens.visits import VisitsScreen
from ui.window import MainWindow

LAPTOP, AT_125, AT_150 = QSize(1366, 768), QSize(1093, 614), QSize(911, 512)
"""The screen of the oldest laptops, and what Windows' scales of 125 and 150 % leave of it."""


class Stretched(QTranslator):
    """A language of nobody: every text about two fifths longer, in letters that reach higher and lower."""

    def translate(self, context: object, source: object, disambiguation: object = None, n: int = -1) -> str:
        del context, disambiguation, n
        text = source.decode() if isinstance(source, bytes) else str(source)
        if not any(letter.isalpha() for letter in text):
            return text
        return stretched(text)

    def isEmpty(self) -> bool:  # noqa: N802 - overrides Qt
        return False


def stretched(text: str) -> str:
    """A text two fifths longer, its fields and keys untouched."""
    more = "Ǻģ " * (1 + len(text) * 2 // 15)
    return f"[{text} {more.strip()[: max(1, len(text) * 2 // 5 - 2)].strip()}]"


def stretch(app: QApplication) -> Callable[[], None]:
    """Shows everything in the stretched language; what it gives back takes it away again."""
    translator = Stretched(app)
    app.installTranslator(translator)
    return lambda: (app.removeTranslator(translator), translator.deleteLater())[1]


def pages(window: MainWindow) -> Iterator[str]:
    """Brings one page after the other to the front; gives its name."""
    shell = window.shell
    assert shell is not None
    for place, screen in shell.screens.items():
        shell.go(place)
        settle(window)
        yield place
        if isinstance(screen, VisitsScreen | ExchangeScreen):
            for key in list(screen.pages)[1:]:
                screen.show_page(key)
                settle(window)
                yield f"{place}: {key}"
        if isinstance(screen, ScoresScreen):
            for at in (1, screen.view.count() - 1):  # the others are the same table of other figures
                screen.view.setCurrentIndex(at)
                settle(window)
                yield f"{place}: {at}"
            screen.view.setCurrentIndex(0)


def inside(widget: QWidget) -> Iterator[QWidget]:
    """Everything that can be seen of a page."""
    for each in widget.findChildren(QWidget):
        if each.isVisibleTo(widget) and not each.isWindow():
            yield each


def name_of(widget: QWidget) -> str:
    """Where a widget is, for a person to find it."""
    text = getattr(widget, "text", lambda: "")()
    owner = widget.parentWidget()
    return f"{type(owner).__name__} > {type(widget).__name__} {str(text)[:50]!r}"


def clipped(page: QWidget) -> list[str]:
    """Texts of a page that do not fit where they stand, without a tooltip that gives them whole."""
    found = []
    for widget in inside(page):
        lack = _lack(widget)
        if lack:
            found.append(f"{name_of(widget)} lacks {lack}")
    return found


def _lack(widget: QWidget) -> str:
    if widget.visibleRegion().isEmpty() and _scrolled(widget):
        return ""
    text = widget.text().strip() if isinstance(widget, QLabel | QAbstractButton) else ""
    if isinstance(widget, QLabel) and text and widget.wordWrap():
        short = widget.heightForWidth(widget.width()) - widget.height()
        return f"{short} px of height" if short > 1 else _cut(widget)
    if text:
        narrow = widget.sizeHint().width() - widget.width()
        if narrow > 1 and text not in widget.toolTip():
            return f"{narrow} px of width"
        low = widget.sizeHint().height() - widget.height()
        return f"{low} px of height" if low > 2 else _cut(widget)  # the frame of focus
    return _cut(widget) if isinstance(widget, QLineEdit | QComboBox) else ""


def _scrolled(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            return True
        above = above.parentWidget()
    return False


def _cut(widget: QWidget) -> str:
    """Does a widget stick out of what it lies in?"""
    if _scrolled(widget):
        return ""
    window = widget.window()
    box = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return "" if window.rect().contains(box) else f"room: {box} in {window.size()}"


def sideways(page: QWidget) -> list[str]:
    """Pages of controls that would have to be scrolled sideways."""
    return [
        name_of(area)
        for area in page.findChildren(QScrollArea)
        if area.isVisibleTo(page) and area.horizontalScrollBar().maximum() > 0
    ]


def controls(page: QWidget) -> list[QWidget]:
    """Everything of a page that takes the keyboard by Tab."""
    return [
        each
        for each in page.findChildren(QWidget)
        if each.isVisibleTo(page)
        and each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and not isinstance(each.parentWidget(), QAbstractSpinBox | QComboBox)
    ]


def nameless(page: QWidget) -> list[str]:
    """Controls that a screen reader would have no name or no role for."""
    found = []
    for each in controls(page):
        told = QAccessible.queryAccessibleInterface(each)
        name = told.text(QAccessible.Text.Name).strip() if told else ""
        role = told.role() if told else QAccessible.Role.NoRole
        if role == QAccessible.Role.Client and told.text(QAccessible.Text.Description).strip():
            continue  # no control Qt has a role for: its description says what it is
        if not name or role in (QAccessible.Role.NoRole, QAccessible.Role.Client):
            found.append(f"{name_of(each)}: name {name!r}, role {role.name}")
    return found


def by_tab(window: QWidget, most: int = 200) -> list[QWidget]:
    """The controls that Tab comes by, from where the keyboard is until it is there again."""
    first = QApplication.focusWidget()
    found: list[QWidget] = []
    while first is not None and len(found) < most:
        window.focusNextChild()
        here = QApplication.focusWidget()
        if here is None or (found and here is found[0]):
            break
        found.append(here)
    return found


def looks_the_same_focused(widget: QWidget) -> bool:
    """Does a control look the same with the keyboard on it and without?"""
    above = widget.window()
    above.setFocus(Qt.FocusReason.OtherFocusReason)
    widget.clearFocus()
    before = widget.grab().toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return bool(before == widget.grab().toImage())
