"""Help: F1 opens the page of the screen in front, in the window's language, with its picture."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from gsmon_desktop.errors import LANGUAGES
from gsmon_desktop.paths import resources
from tests.ui.conftest import OpenWindow
from tests.ui.keyboard import press
from ui.dialogs.help import PAGES, HelpWindow, text
from ui.pictures import settle
from ui.shell import Shell


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_page_stands_in_every_language_with_its_picture(language: str, page: str) -> None:
    words = text(page, language)
    assert re.match(r"# \S", words)
    (name,) = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", words)
    picture = QImage(str(resources() / "help" / "images" / language / name))
    assert 600 < picture.width() <= 720


def test_languages_say_the_same_number_of_things() -> None:
    for page in PAGES:
        counts = {(text(page, code).count("**"), text(page, code).count("\n")) for code in LANGUAGES}
        assert len(counts) == 1, page


def test_f1_opens_the_page_of_the_screen(open_window: OpenWindow, workspace: Path) -> None:
    window = open_window(workspace)
    shell = window.shell
    assert isinstance(shell, Shell)
    shell.go("control")
    settle(window)
    press(window.focusWidget() or window, Qt.Key.Key_F1)
    (opened,) = window.findChildren(HelpWindow)
    assert opened.isVisible()
    assert opened.page.toPlainText().startswith("Контроль")
    assert opened.page.verticalScrollBar().value() == 0
    assert opened.list.horizontalScrollBar().maximum() == 0
    window.language.switch("kk")
    settle(window)
    assert opened.page.toPlainText().startswith("Бақылау")
    press(opened.list, Qt.Key.Key_Down)
    assert opened.page.toPlainText().startswith("Бағалар")
    press(opened, Qt.Key.Key_Escape)
    assert not opened.isVisible()
