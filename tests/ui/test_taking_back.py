"""What was deleted is taken back in the real window, by the key that is told or by its button."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import OpenWindow
from tests.ui.keyboard import press, type_text
from tests.ui.test_window import shell_of, shortcut
from ui import theme
from ui.dialogs.reason import ReasonDialog
from ui.pictures import settle
from ui.screens.interviews import InterviewsScreen

ENTER = Qt.Key.Key_Return


def test_ctrl_z_takes_a_deletion_back(open_window: OpenWindow, workspace: Path) -> None:
    window = open_window(workspace)
    shell = shell_of(window)
    shell.go("interviews")
    settle(window)
    screen = shell.screens["interviews"]
    assert isinstance(screen, InterviewsScreen)
    for take_back in (
        lambda: shortcut(window, Qt.Key.Key_Z),
        lambda: press(shell.notice.undo, Qt.Key.Key_Space, " "),
    ):
        count = screen.model.rowCount()
        press(screen.preview.delete, Qt.Key.Key_Space, " ")
        asked = next(each for each in window.findChildren(ReasonDialog) if each.isVisible())
        type_text(asked.field, "дубль")
        press(asked.field, ENTER, "\r")
        settle(window)
        assert shell.notice.undo.isVisible()
        assert shell.notice.undo.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert screen.model.rowCount() == count - 1
        take_back()
        settle(window)
        assert screen.model.rowCount() == count
        assert shell.notice.isHidden()


def test_the_sign_of_a_notice_wears_the_theme(
    qapp: QApplication, open_window: OpenWindow, workspace: Path
) -> None:
    window = open_window(workspace)
    notice = shell_of(window).notice
    notice.show_text("Готово", "good")
    theme.apply(qapp, dark=True)
    settle(window)
    sign = notice._sign.pixmap().toImage()
    colours = {
        sign.pixelColor(x, y).name()
        for x in range(sign.width())
        for y in range(sign.height())
        if sign.pixelColor(x, y).alpha() == 255
    }
    theme.apply(qapp)
    assert colours == {theme.DARK.good}


def test_it_goes_after_a_while_but_not_from_under_the_keyboard(
    open_window: OpenWindow, workspace: Path
) -> None:
    window = open_window(workspace)
    notice = shell_of(window).notice
    done: list[str] = []
    notice.show_text("Удалено", "good", lambda: done.append("back"))
    notice.undo.setFocus()
    notice._fading.timeout.emit()
    assert notice.isVisible()
    window.setFocus()
    notice._fading.timeout.emit()
    assert notice.isHidden()
    shortcut(window, Qt.Key.Key_Z)
    assert done == []  # nothing is taken back that is not told of
    notice.show_text("Удалено", "good", lambda: done.append("back"))
    notice.show_text("Записано", "good")
    assert not notice.undo.isVisible()
    shortcut(window, Qt.Key.Key_Z)
    assert done == []
