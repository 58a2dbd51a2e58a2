"""The program from its first start: by keys, in any language, with all that can go wrong."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gsmon_desktop.store import Workspace, interviews
from tests.ui.conftest import MORNING, Hands, OpenWindow, now
from tests.ui.keyboard import press, type_text
from ui import theme
from ui.app import FAULT, bug_hook, run
from ui.dialogs.bug_report import BugReportDialog
from ui.dialogs.finder import Finder
from ui.i18n import Language
from ui.pictures import SIZE, save_picture, save_scores_picture, settle
from ui.screens.first_start import FirstStartScreen
from ui.screens.not_opened import NotOpenedScreen
from ui.screens.settings import SettingsScreen
from ui.screens.today import LITTLE_ROOM, TodayScreen
from ui.shell import Shell
from ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


def shell_of(window: MainWindow) -> Shell:
    assert window.shell is not None
    return window.shell


def shortcut(window: MainWindow, key: int, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    """A key of the whole window, pressed where the keyboard is."""
    window.activateWindow()  # window managers do this when a dialog closes
    settle(window)
    QTest.keyClick(window.focusWidget() or window, Qt.Key(key), modifiers)
    settle(window)


# ------------------------------------------------------------ the first start


def test_first_start_by_keys_alone(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(tmp_path / "новая")
    first = window.findChild(FirstStartScreen)
    assert isinstance(first, FirstStartScreen)
    assert first.owner.name.hasFocus()
    assert not first.begin.isEnabled()
    first.languages["kk"].click()
    settle(window)
    assert first.begin.text() == "Жұмысты бастау"
    type_text(first.owner.name, "Айгүл")
    press(first.owner.region, Qt.Key.Key_Down)
    press(first.owner.name, ENTER, "\r")
    settle(window)
    shell = shell_of(window)
    assert shell.top.person.text() == "Айгүл  ·  Астана қаласы"
    assert shell.rail.buttons["today"].text().strip() == "Бүгін"
    window.close()
    with Workspace.open(tmp_path / "новая", now=now) as ws:
        assert (ws.settings["name"], ws.settings["region"], ws.settings["language"]) == (
            "Айгүл",
            "astana",
            "kk",
        )


def test_a_workspace_that_cannot_be_made_says_so(
    open_window: OpenWindow, tmp_path: Path, files: Hands
) -> None:
    window = open_window(tmp_path / "ws")
    first = window.findChild(FirstStartScreen)
    assert isinstance(first, FirstStartScreen)
    (tmp_path / "file").write_text("here already", encoding="utf-8")
    files.answer = tmp_path / "file" / "inside"
    first.other.click()
    type_text(first.owner.name, "А")
    press(first.owner.name, ENTER, "\r")
    press(first.owner.region, ENTER, "\r")
    settle(window)
    assert first.notice.isVisible()
    assert str(files.answer) in first.notice.text.text()
    assert first.begin.isEnabled()
    files.answer = tmp_path / "other"
    first.other.click()
    first.begin.click()
    settle(window)
    assert shell_of(window).top.workspace.text() == "other"


def test_a_demo_to_look_at_first(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.beginning.DEMO_INTERVIEWS", 10)
    window = open_window(tmp_path / "ws")
    first = window.findChild(FirstStartScreen)
    assert isinstance(first, FirstStartScreen)
    first.demo.click()
    settle(window)
    assert shell_of(window).top.workspace.text() == "ws-demo"


# ------------------------------------------------------------ a workspace that does not open


def test_a_locked_workspace_names_its_holder_and_opens_when_it_is_free(
    open_window: OpenWindow, workspace: Path
) -> None:
    with Workspace.open(workspace, now=now):
        window = open_window(workspace)
        page = window.findChild(NotOpenedScreen)
        assert isinstance(page, NotOpenedScreen)
        assert str(workspace) in page.why.text()
    page.retry.click()
    settle(window)
    assert window.shell is not None


def test_another_folder_instead_of_a_broken_one(
    open_window: OpenWindow, workspace: Path, tmp_path: Path, files: Hands
) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "gsmon.db").write_bytes(b"not a database at all, surely" * 100)
    window = open_window(tmp_path / "broken")
    page = window.findChild(NotOpenedScreen)
    assert isinstance(page, NotOpenedScreen)
    files.answer = workspace
    page.choose.click()
    settle(window)
    assert shell_of(window).top.workspace.text() == workspace.name


# ------------------------------------------------------------ the shell


def test_today_shows_counts_drafts_and_the_plan(open_window: OpenWindow, workspace: Path) -> None:
    window = open_window(workspace)
    today = shell_of(window).screens["today"]
    assert isinstance(today, TodayScreen)
    with Workspace.open(workspace, now=now, read_only=True) as ws:
        drafts, unsent = interviews.count(ws, status="draft"), interviews.unsent(ws)
    assert today.drafts.model().rowCount() == drafts > 0
    assert today.tiles["unsent"].figure.text() == str(unsent)
    assert "12 516" in today.plan_sum.text()
    assert today.warning.isHidden()
    assert today._seen is not None
    seen = replace(today._seen, free=LITTLE_ROOM - 1, behind=7, copied=MORNING.date() - timedelta(days=9))
    today._show(seen)
    assert today.warning.isVisible()
    room, behind, copied = today.warning.text.text().splitlines()
    assert room.startswith("На диске осталось")
    assert "ещё 7 интервью" in behind
    assert "9 дней" in copied


def test_a_new_interview_and_back_to_its_draft(
    open_window: OpenWindow, workspace: Path, qtbot: QtBot
) -> None:
    window = open_window(workspace)
    shell = shell_of(window)
    today = shell.screens["today"]
    assert isinstance(today, TodayScreen)
    drafts = today.drafts.model().rowCount()
    shortcut(window, Qt.Key.Key_N)
    assert shell.is_filling
    assert shell.rail.isHidden()
    shell.filling.leave()
    qtbot.waitUntil(lambda: not shell.is_filling)
    settle(window)
    assert today.drafts.model().rowCount() == drafts + 1
    assert shell.bottom.state.text() == "сохранено 09:30:00"
    press(today.drafts, ENTER, "\r")
    settle(window)
    assert shell.is_filling
    window.close()
    with Workspace.open(workspace, now=now) as ws:
        assert interviews.count(ws, status="draft") == drafts + 1


def test_digits_with_control_go_from_screen_to_screen(open_window: OpenWindow, workspace: Path) -> None:
    window = open_window(workspace)
    shell = shell_of(window)
    for number, place in enumerate(shell.screens, start=1):
        shortcut(window, Qt.Key.Key_0 + number)
        assert shell.place == place
        assert shell.rail.buttons[place].isChecked()
        assert shell.pages.currentWidget() is shell.screens[place]
    shell.rail.buttons["settings"].setFocus()
    press(shell.rail.buttons["settings"], Qt.Key.Key_Down)
    assert shell.rail.buttons["today"].hasFocus()


def test_f2_switches_the_language_for_good(open_window: OpenWindow, workspace: Path, qtbot: QtBot) -> None:
    window = open_window(workspace)
    shell = shell_of(window)
    shortcut(window, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)
    qtbot.waitUntil(lambda: shell.screens["today"].title.text() == "Бүгін")  # type: ignore[attr-defined]
    assert shell.top.languages["kk"].isChecked()
    window.close()
    with Workspace.open(workspace, now=now) as ws:
        assert ws.settings["language"] == "kk"


def finder_of(window: MainWindow) -> Finder:
    return next(each for each in window.findChildren(Finder) if each.isVisible())


def test_the_palette_finds_commands_services_and_interviews(open_window: OpenWindow, workspace: Path) -> None:
    window = open_window(workspace)
    shell = shell_of(window)
    shortcut(window, Qt.Key.Key_K)
    type_text(finder_of(window).field, "обм")
    press(finder_of(window).field, ENTER, "\r")
    settle(window)
    assert shell.place == "exchange"
    shortcut(window, Qt.Key.Key_K)
    finder = finder_of(window)
    type_text(finder.field, "паспорт")
    settle(window)
    titles = [finder.model.index(row, 0).data() for row in range(finder.model.rowCount())]
    assert any("паспорт" in title.lower() for title in titles)
    for _ in range(30):
        press(finder.field, Qt.Key.Key_Down)
    press(finder.field, Qt.Key.Key_PageUp)
    press(finder, Qt.Key.Key_Escape)
    settle(window)
    shortcut(window, Qt.Key.Key_K)
    finder = finder_of(window)
    type_text(finder.field, "такого нет")
    settle(window)
    assert finder.nothing.isVisible()
    press(finder.field, ENTER, "\r")
    finder.field.clear()
    type_text(finder.field, "3. выдача")
    press(finder.field, ENTER, "\r")
    settle(window)
    assert shell.place == "interviews"


def test_an_interview_found_in_the_palette_opens_on_the_right(
    open_window: OpenWindow, workspace: Path
) -> None:
    window = open_window(workspace)
    shell = shell_of(window)
    shortcut(window, Qt.Key.Key_K)
    finder = finder_of(window)
    type_text(finder.field, "алматы")
    settle(window)
    kinds = [
        finder.model.index(row, 0).data(Qt.ItemDataRole.UserRole).kind
        for row in range(finder.model.rowCount())
    ]
    for _ in range(kinds.index("interview")):
        press(finder.field, Qt.Key.Key_Down)
    press(finder.field, ENTER, "\r")
    settle(window)
    preview = shell.screens["interviews"].preview  # type: ignore[attr-defined]
    assert preview.reading is not None
    assert "алматы" in preview.answers.toPlainText().lower()


def test_known_trouble_is_said_in_the_window(open_window: OpenWindow, workspace: Path) -> None:
    window = open_window(workspace)
    shell = shell_of(window)
    window.tasks.lane(lambda ws: interviews.get(ws, "nobody"))
    settle(window)
    assert shell.notice.isVisible()
    assert "nobody" in shell.notice.text.text()
    shell.notice.button.click()
    assert shell.notice.isHidden()


# ------------------------------------------------------------ settings


def test_settings_work_at_once_and_are_kept(
    open_window: OpenWindow, workspace: Path, qapp: QApplication
) -> None:
    window = open_window(workspace)
    shell = shell_of(window)
    shell.go("settings")
    settle(window)
    screen = shell.screens["settings"]
    assert isinstance(screen, SettingsScreen)
    screen.looks["dark"].click()
    screen.larger.click()
    assert theme.colours(qapp.palette()).dark
    assert qapp.font().pointSizeF() == theme.TEXT_LARGER
    screen.owner.name.clear()
    assert not screen.keep.isEnabled()
    type_text(screen.owner.name, "Ерлан")
    screen.owner.region.setCurrentIndex(2)
    screen.keep.click()
    settle(window)
    assert shell.top.person.text() == "Ерлан  ·  Алматы"
    assert not screen.keep.isEnabled()
    window.close()
    again = open_window(workspace)
    assert theme.colours(qapp.palette()).dark
    assert shell_of(again).top.person.text() == "Ерлан  ·  Алматы"
    with_larger = shell_of(again).screens["settings"]
    assert isinstance(with_larger, SettingsScreen)
    assert with_larger.larger.isChecked()
    assert with_larger.looks["dark"].isChecked()


def test_about_names_every_library(open_window: OpenWindow, workspace: Path, files: Hands) -> None:
    window = open_window(workspace)
    shell = shell_of(window)
    shell.go("settings")
    screen = shell.screens["settings"]
    assert isinstance(screen, SettingsScreen)
    screen.open_folder.click()
    assert files.shown == [workspace]
    screen.about.click()
    dialog = next(each for each in window.findChildren(QDialog) if each.isVisible())
    text = dialog.browser.toPlainText()  # type: ignore[attr-defined]
    assert all(name in text for name in ("PySide6", "sqlcipher3", "pyxform", "LGPL"))
    press(dialog, Qt.Key.Key_Escape)


# ------------------------------------------------------------ bugs, accessibility, pictures


def test_a_bug_is_reported_the_data_safe_and_the_program_ends(
    open_window: OpenWindow, workspace: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(workspace)
    ended: list[int] = []
    monkeypatch.setattr(qapp, "exit", ended.append)
    hook = bug_hook(qapp, window)
    answer = " ".join(["nobody", "asked"])
    try:
        raise LookupError(answer)
    except LookupError:
        kind, error, trace = sys.exc_info()
        assert kind is not None
        assert error is not None
        hook(kind, error, trace)
        hook(kind, error, trace)
    (dialog,) = (each for each in window.findChildren(BugReportDialog) if each.isVisible())
    dialog.copy.click()
    report = QGuiApplication.clipboard().text()
    assert "LookupError" in report
    assert "gsmon 0" in report
    assert "nobody asked" not in report  # an error's own words may be an answer
    press(dialog, ENTER, "\r")
    assert ended == [FAULT]
    assert "LookupError" in (workspace / "logs" / "gsmon.log").read_text(encoding="utf-8")
    with Workspace.open(workspace, now=now) as ws:
        assert interviews.count(ws) > 0


@pytest.mark.parametrize("code", ["ru", "kk", "en"])
def test_every_control_has_a_name(
    open_window: OpenWindow, workspace: Path, language: Language, code: str
) -> None:
    window = open_window(workspace)
    language.switch(code)
    shell = shell_of(window)
    nameless = []
    for place in shell.screens:
        shell.go(place)
        settle(window)
        for widget in window.findChildren(QWidget):
            if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
                continue
            told = QAccessible.queryAccessibleInterface(widget)
            name = told.text(QAccessible.Text.Name) if told is not None else ""
            if (
                isinstance(widget, QAbstractButton | QLineEdit)
                or widget.accessibleName()
                or widget.focusProxy()
            ):
                ok = bool(name) or widget.focusProxy() is not None
                if not ok:
                    nameless.append((place, type(widget).__name__, widget.objectName()))
    assert nameless == []


def test_tab_walks_every_screen_and_comes_back(open_window: OpenWindow, workspace: Path) -> None:
    window = open_window(workspace)
    shell = shell_of(window)
    for place in shell.screens:
        shell.go(place)
        settle(window)
        start, seen = window.focusWidget(), set()
        for _ in range(200):
            here = window.focusWidget()
            press(here or window, Qt.Key.Key_Tab, "\t")
            seen.add(window.focusWidget())
            if window.focusWidget() is start:
                break
        assert window.focusWidget() is start, place
        assert len(seen) >= 6, place


def test_pictures_of_every_screen_change_nothing(workspace: Path, tmp_path: Path, qapp: QApplication) -> None:
    before = (workspace / "gsmon.db").read_bytes()
    save_scores_picture(workspace, tmp_path / "scores.png")
    save_picture(workspace, "today", tmp_path / "today.png", language="kk", dark=True, larger=True)
    assert (workspace / "gsmon.db").read_bytes() == before
    for name in ("scores", "today"):
        assert QImage(str(tmp_path / f"{name}.png")).size() == SIZE
    theme.apply(qapp)


def test_a_daily_copy_is_made_beside_the_work(open_window: OpenWindow, workspace: Path) -> None:
    settle(open_window(workspace))
    (copy,) = (workspace / "backups").glob("daily-*.db")
    assert copy.stat().st_size > 0


def test_the_program_starts_and_ends(workspace: Path, qtbot: QtBot, qapp: QApplication) -> None:
    def close() -> None:
        for each in qapp.topLevelWidgets():
            if isinstance(each, MainWindow) and each.shell is not None:
                each.close()
                return
        QTimer.singleShot(10, close)

    hook = sys.excepthook
    QTimer.singleShot(10, close)
    assert run(workspace) == 0
    assert sys.excepthook is hook
