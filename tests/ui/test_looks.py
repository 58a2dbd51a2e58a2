"""Every page on a small screen and in a longer language, and for those who work by keys or by ear."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gsmon_desktop import reference
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange.keys import PublicKeys
from gsmon_desktop.exchange.packs import Offer, Pack
from tests.ui import walk
from tests.ui.conftest import Hands, OpenWindow
from ui import theme
from ui.i18n import Language
from ui.pictures import settle
from ui.screens.base import Page
from ui.screens.first_start import FirstStartScreen
from ui.screens.not_opened import NotOpenedScreen
from ui.screens.unlock import UnlockScreen
from ui.window import MainWindow

OFFER = Offer(
    PublicKeys("0f3c", "ab" * 32, "age1"),
    Pack(
        3, "0f3c", "2026-11-24T09:30:00+05:00", {"forms": [1] * 9, "recipients": [1], "interviewers": ["А"]}
    ),
)
SCALES = {"100": walk.LAPTOP, "125": walk.AT_125, "150": walk.AT_150}


@pytest.fixture
def window(open_window: OpenWindow, workspace: Path) -> MainWindow:
    return open_window(workspace)


@pytest.fixture
def stretched(qapp: QApplication) -> Iterator[None]:
    undo = walk.stretch(qapp)
    yield
    undo()


def troubles(window: MainWindow, size: QSize) -> list[str]:
    """What does not fit, page by page."""
    found = []
    window.resize(size)
    settle(window)
    for page in walk.pages(window):
        least = window.minimumSizeHint()
        if least.width() > size.width() or least.height() > size.height():
            found.append(f"{page}: the window needs {least.width()} x {least.height()}")
        found += [f"{page}: {each}" for each in walk.clipped(window) + walk.sideways(window)]
    return found


@pytest.mark.parametrize("scale", ["100", pytest.param("125", marks=pytest.mark.slow), "150"])
def test_nothing_is_clipped_in_a_longer_language(window: MainWindow, stretched: None, scale: str) -> None:
    assert troubles(window, SCALES[scale]) == []


@pytest.mark.parametrize("code", [pytest.param("ru", marks=pytest.mark.slow), "kk"])
def test_nothing_is_clipped_in_larger_text(qapp: QApplication, window: MainWindow, code: str) -> None:
    window.language.switch(code)
    theme.apply(qapp, larger=True)
    assert troubles(window, walk.AT_125) == []


@pytest.mark.parametrize("code", ["stretched", pytest.param("kk", marks=pytest.mark.slow)])
def test_nothing_is_clipped_in_larger_text_at_150(qapp: QApplication, window: MainWindow, code: str) -> None:
    undo = walk.stretch(qapp) if code == "stretched" else lambda: None
    if code == "kk":
        window.language.switch(code)
    theme.apply(qapp, larger=True)
    found = troubles(window, walk.AT_150)
    undo()
    assert found == []


def test_the_rail_gives_its_words_away_where_there_is_little_room(window: MainWindow) -> None:
    assert window.shell is not None
    today = window.shell.rail.buttons["today"]
    assert today.text().strip() == "Сегодня"
    window.resize(walk.AT_150)
    settle(window)
    assert (today.text(), today.accessibleName(), today.toolTip()) == ("", "Сегодня", "Сегодня (Ctrl+1)")
    window.resize(walk.LAPTOP)
    settle(window)
    assert today.text().strip() == "Сегодня"


@pytest.mark.parametrize("name", ["first", "protected", "pack", "not_opened", "unlock"])
def test_pages_before_the_workspace_fit_a_small_screen(
    qtbot: QtBot, language: Language, files: Hands, stretched: None, name: str
) -> None:
    page = _before(name, language, files)
    qtbot.addWidget(page)
    page.resize(walk.AT_150)
    with qtbot.waitExposed(page):
        page.show()
    assert walk.clipped(page) + walk.sideways(page) + walk.nameless(page) == []
    assert page.minimumSizeHint().width() <= walk.AT_150.width()
    page.activateWindow()
    page.setFocus()
    reached = walk.by_tab(page)
    assert [walk.name_of(each) for each in walk.controls(page) if each not in reached] == []


def _before(name: str, language: Language, files: Hands) -> Page:
    if name == "not_opened":
        return NotOpenedScreen(GsmonError("workspace.missing", "C:/Опрос"), language)
    if name == "unlock":
        return UnlockScreen("C:/Опрос", language, keyring=True)
    page = FirstStartScreen(Path("Опрос"), reference.catalogue(), language, files)
    page.protect.setChecked(name == "protected")
    if name == "pack":
        page.pack.show_offer(Path("gsmon-pack.json"), OFFER)
    return page


# ------------------------------------------------------------ by ear and by keys


def test_every_control_has_a_name_and_a_role(window: MainWindow) -> None:
    found = [f"{page}: {each}" for page in walk.pages(window) for each in walk.nameless(window)]
    assert found == []


def test_tab_comes_by_every_control_and_back(window: MainWindow) -> None:
    for page in walk.pages(window):
        reached = walk.by_tab(window)
        missed = [walk.name_of(each) for each in walk.controls(window) if each not in reached]
        assert missed == [], page


@pytest.mark.parametrize("dark", [False, pytest.param(True, marks=pytest.mark.slow)], ids=["light", "dark"])
def test_where_the_keyboard_is_can_be_seen(qapp: QApplication, window: MainWindow, *, dark: bool) -> None:
    theme.apply(qapp, dark=dark)
    for page in walk.pages(window):
        alike = [walk.name_of(each) for each in walk.controls(window) if walk.looks_the_same_focused(each)]
        assert alike == [], page
