"""A questionnaire of one's own, flat as most XLSForms are: found, begun and found again in the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gsmon_desktop.interviewing import add_form
from gsmon_desktop.store import Workspace, forms
from tests.ui.conftest import OpenWindow, now
from tests.ui.keyboard import press, type_text
from ui.dialogs.finder import Finder
from ui.pictures import settle
from ui.screens.interviews import InterviewsScreen
from ui.screens.today import TodayScreen
from ui.shell import BROUGHT

FORM = """
| survey |              |      |             |            |                    |
|        | type         | name | label       | constraint | constraint_message |
|        | integer      | age  | **Возраст** | . < 120    | До 120             |
|        | begin_repeat | kid  | Ребёнок     |            |                    |
|        | text         | call | Имя         |            |                    |
|        | end_repeat   |      |             |            |                    |
| settings |            |      |
|        | form_title   | form_id |
|        | Опрос ЦОНов  | own     |
"""


def with_own_form(workspace: Path, tmp_path: Path) -> Path:
    (tmp_path / "own.md").write_text(FORM, encoding="utf-8")
    with Workspace.open(workspace, now=now) as ws:
        add_form(ws, tmp_path / "own.md", now=now)
        assert [form.form_id for form in forms.besides(ws, BROUGHT)] == ["own"]
    return workspace


def test_it_is_begun_from_the_palette_and_named_everywhere(
    open_window: OpenWindow, workspace: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(with_own_form(workspace, tmp_path))
    shell = window.shell
    assert shell is not None
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    settle(window)
    finder = next(each for each in window.findChildren(Finder) if each.isVisible())
    type_text(finder.field, "опрос цон")
    settle(window)
    press(finder.field, Qt.Key.Key_Return, "\r")
    settle(window)
    assert shell.is_filling
    model = shell.filling.outline.model()
    titles = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert titles == ["Возраст", "Ребёнок · 1: Имя"]
    type_text(window.focusWidget() or window, "200")
    press(window.focusWidget() or window, Qt.Key.Key_Return, "\r", Qt.KeyboardModifier.ControlModifier)
    settle(window)
    listed = shell.filling.finish_view.list
    assert listed.item(0).text().split("\n")[1].strip() == "До 120"
    shell.filling.leave()
    qtbot.waitUntil(lambda: not shell.is_filling)
    settle(window)
    today, listing = shell.screens["today"], shell.screens["interviews"]
    assert isinstance(today, TodayScreen)
    assert isinstance(listing, InterviewsScreen)
    lines = today.drafts.model()
    assert "Опрос ЦОНов" in [lines.index(row, 0).data() for row in range(lines.rowCount())]
    shell.go("interviews")
    settle(window)
    assert listing.preview.title.text() == "Опрос ЦОНов"
