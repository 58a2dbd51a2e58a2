"""Every page on a small screen and in a longer language, and for those who work by keys or by ear."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from gsmon_desktop import reference
from gsmon_desktop.errors import GsmonError
from tests.ui import walk
from tests.ui.conftest import Hands, OpenWindow
from ui import theme
from ui.dialogs.about import AboutDialog
from ui.dialogs.bug_report import BugReportDialog
from ui.dialogs.finder import Entry, Finder
from ui.dialogs.help import HelpWindow
from ui.dialogs.reason import ReasonDialog
from ui.i18n import Language
from ui.pictures import settle
from ui.screens.base import Page
from ui.screens.first_start import FirstStartScreen
from ui.screens.not_opened import NotOpenedScreen
from ui.screens.unlock import UnlockScreen
from ui.window import MainWindow

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


@pytest.mark.parametrize("name", ["first", "protected", "not_opened", "unlock"])
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
    return page


@pytest.mark.parametrize("name", ["about", "bug", "finder", "help", "reason"])
def test_dialogs_fit_a_small_screen_and_have_names(
    qtbot: QtBot, language: Language, stretched: None, name: str
) -> None:
    under = QWidget()
    qtbot.addWidget(under)
    under.resize(walk.AT_150)
    under.show()
    dialog = _dialog(name, language, under)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert walk.clipped(dialog) + walk.sideways(dialog) + walk.nameless(dialog) == []
    assert dialog.width() <= walk.AT_150.width()
    assert dialog.height() <= walk.AT_150.height()
    assert dialog.windowTitle()
    dialog.close()


def _dialog(name: str, language: Language, under: QWidget) -> QDialog:
    if name == "about":
        return AboutDialog(under)
    if name == "bug":
        return BugReportDialog("Traceback: x\n" * 40, under)
    if name == "finder":
        return Finder([Entry("go", "today", "Сегодня")], "Найти", under)
    if name == "help":
        return HelpWindow(language, under)
    return ReasonDialog("Удалить", "Черновик № 5 и все его ответы.", "Удалить", under, danger=True)


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
