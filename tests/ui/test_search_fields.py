"""Every field that searches a list has the same keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import OpenWindow
from tests.ui.keyboard import press, type_text
from ui.pictures import settle
from ui.screens.visits import VisitsScreen
from ui.widgets.search_field import SearchField


@pytest.mark.parametrize(
    ("place", "page"),
    [("today", ""), ("interviews", ""), ("visits", "mystery_shopping"), ("visits", "findings")],
)
def test_escape_empties_it_and_down_goes_to_the_list(
    open_window: OpenWindow, workspace: Path, place: str, page: str
) -> None:
    window = open_window(workspace)
    shell = window.shell
    assert shell is not None
    shell.go(place)
    screen = shell.screens[place]
    if isinstance(screen, VisitsScreen):
        screen.show_page(page)
    settle(window)
    field = next(each for each in screen.findChildren(SearchField) if each.isVisible())
    assert field.goes_to is not None
    field.setFocus()
    type_text(field, "ы")
    press(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    settle(window)
    press(field, Qt.Key.Key_Down)
    assert field.goes_to.hasFocus()
    assert field.goes_to.currentIndex().isValid()
