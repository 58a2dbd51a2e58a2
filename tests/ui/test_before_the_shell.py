"""Keys of the pages before a workspace is open: the first start, the unlock page, one that does not open."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gsmon_desktop import paths
from gsmon_desktop.store import Workspace
from tests.ui.conftest import OpenWindow, now
from tests.ui.keyboard import press, type_text
from ui.dialogs.help import PAGES, HelpWindow
from ui.pictures import settle
from ui.screens.first_start import FirstStartScreen
from ui.screens.not_opened import NotOpenedScreen
from ui.screens.unlock import UnlockScreen
from ui.window import MainWindow

ENTER = Qt.Key.Key_Return


def hit(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.focusWidget() or window, key)
    settle(window)


def first_of(window: MainWindow) -> FirstStartScreen:
    page = window.findChild(FirstStartScreen)
    assert isinstance(page, FirstStartScreen)
    return page


def test_enter_goes_from_the_name_by_the_region_to_work(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(tmp_path / "ws")
    first = first_of(window)
    hit(window, ENTER)
    assert first.owner.region.hasFocus()
    hit(window, ENTER)  # no name yet: nothing begins
    assert window.shell is None
    first.owner.name.setFocus()
    type_text(first.owner.name, "Айгүл")
    hit(window, ENTER)
    assert first.owner.region.hasFocus()
    assert window.shell is None
    press(first.owner.region, Qt.Key.Key_Down)
    hit(window, ENTER)
    assert window.shell is not None
    assert window.tasks.folder == tmp_path / "ws"
    window.close()
    with Workspace.open(tmp_path / "ws", now=now) as ws:
        assert (ws.settings["name"], ws.settings["region"]) == ("Айгүл", "astana")


def test_without_a_region_two_enters_begin(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(tmp_path / "ws")
    type_text(first_of(window).owner.name, "ЦО")
    hit(window, ENTER)
    hit(window, ENTER)
    assert window.shell is not None


def test_the_passphrase_is_recommended_and_not_its_absence(open_window: OpenWindow, tmp_path: Path) -> None:
    first = first_of(open_window(tmp_path / "ws"))
    assert not first.protect.isChecked()
    assert first.protection.text().startswith("С паролем")


def _first(folder: Path) -> type[FirstStartScreen]:
    assert not folder.exists()
    return FirstStartScreen


def _locked(folder: Path) -> type[UnlockScreen]:
    Workspace.create(folder, now=now, passphrase="кедр окно берег сокол").close()
    return UnlockScreen


def _broken(folder: Path) -> type[NotOpenedScreen]:
    folder.mkdir()
    (folder / "gsmon.db").write_bytes(b"not a database at all, surely" * 100)
    return NotOpenedScreen


@pytest.mark.parametrize(("made", "help_page"), [(_first, "today"), (_locked, "safety"), (_broken, "safety")])
def test_f2_and_f1_work_before_a_workspace_is_open(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot, made: object, help_page: str
) -> None:
    assert callable(made)
    kind = made(tmp_path / "ws")
    window = open_window(tmp_path / "ws")
    qtbot.waitUntil(lambda: window.findChild(kind) is not None)
    hit(window, Qt.Key.Key_F2)
    assert window.language.code == "kk"
    if kind is FirstStartScreen:
        first = first_of(window)
        assert first.languages["kk"].isChecked()
        assert first.begin.text() == "Жұмысты бастау"
    hit(window, Qt.Key.Key_F1)
    shown = window.findChild(HelpWindow)
    assert isinstance(shown, HelpWindow)
    assert shown.isVisible()
    assert PAGES[shown.list.currentRow()] == help_page
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    hit(window, Qt.Key.Key_F2)
    assert window.language.code == "ru"


def test_a_stick_taken_out_is_asked_for_and_nothing_is_begun_in_its_place(
    open_window: OpenWindow, workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "media" / "ФЛЕШКА"
    monkeypatch.setattr(paths, "MOUNTS", (str(stick.parent),))
    window = open_window(stick / "gsmon")
    page = window.findChild(NotOpenedScreen)
    assert isinstance(page, NotOpenedScreen)
    assert "Вставьте флешку" in page.why.text()
    stick.mkdir(parents=True)
    shutil.move(workspace, stick / "gsmon")
    page.retry.click()
    settle(window)
    assert window.shell is not None
    assert window.tasks.folder == stick / "gsmon"
