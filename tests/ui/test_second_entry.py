"""A finished interview typed in again from paper: blind, by keys, compared, settled, and told in Контроль."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from gsmon_desktop.interviewing import second
from gsmon_desktop.store import Workspace, interviews
from tests.ui.conftest import OpenWindow, now
from tests.ui.keyboard import press
from tests.ui.laptop import CTRL, make_workspace
from tests.ui.test_whole_day import keys
from ui.dialogs.comparing import ComparingDialog
from ui.pictures import settle
from ui.screens.control import ControlScreen
from ui.screens.interviews import InterviewsScreen
from ui.window import MainWindow

REFUSED = "«есил»⏎11«ЦОН 1»⏎22⏎"


@pytest.fixture
def window(open_window: OpenWindow, tmp_path: Path) -> MainWindow:
    """A window with one finished refusal, typed from paper."""
    made = open_window(make_workspace(tmp_path / "ws"))
    assert made.shell is not None
    made.shell.new_interview()
    settle(made)
    keys(made, REFUSED)
    settle(made)
    assert not made.shell.is_filling
    return made


def again(window: MainWindow) -> str:
    """«Второй ввод» of the only interview; its id."""
    shell = window.shell
    assert shell is not None
    shell.go("interviews")
    settle(window)
    screen = shell.screens["interviews"]
    assert isinstance(screen, InterviewsScreen)
    with Workspace.open(window.tasks.folder, now=now, read_only=True) as ws:
        (row,) = interviews.list(ws, status="finished")
    screen.show_interview(row.id)
    settle(window)
    assert screen.preview.again.isVisible()
    screen.preview.again.click()
    settle(window)
    assert shell.is_filling
    return row.id


def compare(window: MainWindow) -> ComparingDialog:
    press(window.focusWidget() or window, Qt.Key.Key_Return, "\r", CTRL)
    settle(window)
    return next(each for each in window.findChildren(ComparingDialog) if each.isVisible())


def test_typed_again_compared_and_corrected(window: MainWindow) -> None:
    first = again(window)
    shell = window.shell
    assert shell is not None
    filling = shell.filling
    assert filling.quick
    assert "№ 1" in filling.banner.words.text()
    assert filling._session().value("/data/passport/place_name") == ""
    keys(window, "«астана»⏎«есил»⏎11«ЦОН 2»⏎2")
    press(window.focusWidget() or window, Qt.Key.Key_2, "2")
    settle(window)
    dialog = compare(window)
    assert dialog.table.rowCount() == 1
    texts = [str(dialog.table.model().index(0, column).data()) for column in range(4)]
    assert texts[1:3] == ["ЦОН 1", "ЦОН 2"]
    assert not dialog.save.isEnabled()
    press(dialog.table, Qt.Key.Key_Return, "\r")
    assert dialog.isVisible(), "nothing is decided yet"
    press(dialog.table, Qt.Key.Key_2, "2")
    press(dialog.table, Qt.Key.Key_Return, "\r")
    settle(window)
    assert not shell.is_filling
    with Workspace.open(window.tasks.folder, now=now, read_only=True) as ws:
        row = interviews.get(ws, first)
        answers = interviews.answers(ws, row.number)
        unsent = interviews.unsent(ws)
        assert interviews.list(ws, status="draft") == []
        (share,) = second.shares(ws)
    assert (row.status, row.revision) == ("finished", 2)
    assert answers["/data/passport/place_name"] == "ЦОН 2"
    assert unsent == 1
    assert (share.twice, share.differing) == (1, 1)
    shell.go("control")
    settle(window)
    control = shell.screens["control"]
    assert isinstance(control, ControlScreen)
    assert control.twice.text().startswith("Введено дважды: 1 из 1 (100")


def test_escape_goes_back_to_typing_and_the_draft_is_taken_up_as_a_second_entry(window: MainWindow) -> None:
    again(window)
    shell = window.shell
    assert shell is not None
    draft = shell.filling.interview_id
    keys(window, "«есил»⏎")
    dialog = compare(window)
    press(dialog, Qt.Key.Key_Escape)
    settle(window)
    assert shell.is_filling
    assert shell.filling.interview_id == draft
    view = shell.filling._view()
    assert view is not None
    assert view.isAncestorOf(window.focusWidget() or window)
    press(window.focusWidget() or window, Qt.Key.Key_Escape)
    settle(window)
    assert shell.pages.currentWidget() is not shell.filling
    shell.resume(draft)
    settle(window)
    assert "Второй ввод" in shell.filling.banner.words.text()
    assert not [each for each in window.findChildren(QDialog) if each.isVisible()]
    shell.filling.leave()
    settle(window)


def test_equal_entries_end_without_a_question(window: MainWindow) -> None:
    first = again(window)
    keys(window, f"«астана»⏎{REFUSED}")
    settle(window)
    assert window.shell is not None
    assert not window.shell.is_filling
    with Workspace.open(window.tasks.folder, now=now, read_only=True) as ws:
        assert interviews.get(ws, first).revision == 1
        assert second.shares(ws)[0].twice == 1
