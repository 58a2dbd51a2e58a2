"""Filling inside the real window: begun by Ctrl+N, finished, resumed, and closed in the middle of a word."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gsmon_desktop.store import Workspace, interviews, local_now
from tests.ui.keyboard import NONE, place, press
from tests.ui.laptop import CTRL, ESC, make_workspace
from ui.i18n import Language
from ui.screens.filling import FillingScreen
from ui.shell import Shell
from ui.window import MainWindow


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace nobody worked in yet."""
    return make_workspace(tmp_path_factory.mktemp("blank") / "workspace")


class Desktop:
    """The main window and a keyboard."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.qtbot = qtbot
        self.language = Language(app)
        self.window = MainWindow(app, folder, self.language)
        qtbot.addWidget(self.window)
        self.window.resize(1366, 768)
        with qtbot.waitSignal(self.window.opened):
            self.window.show()
        self.window.activateWindow()

    @property
    def shell(self) -> Shell:
        assert self.window.shell is not None
        return self.window.shell

    @property
    def filling(self) -> FillingScreen:
        filling = self.shell.filling
        assert isinstance(filling, FillingScreen)
        return filling

    def key(self, key: int, modifiers: Qt.KeyboardModifier = NONE, text: str = "") -> None:
        press(self.window.focusWidget() or self.window, key, text, modifiers)

    def begin(self) -> None:
        """Ctrl+N, as a shortcut of the window."""
        self.qtbot.keyClick(self.window.focusWidget(), Qt.Key.Key_N, CTRL)
        self.qtbot.waitUntil(lambda: bool(self.filling.interview_id) and not self.filling.busy())

    def type(self, text: str) -> None:
        for letter in text:
            if letter == "⏎":
                self.key(Qt.Key.Key_Return, text="\r")
            elif letter.isascii() and letter.isalnum():
                code, typed = place(letter, "latin")
                self.key(code, text=typed)
            else:
                self.key(ord(letter.upper()), text=letter)


@pytest.fixture
def desktop(qtbot: QtBot, blank: Path, tmp_path: Path) -> Iterator[Desktop]:
    """The window on a workspace of the test's own."""
    shutil.copytree(blank, tmp_path / "workspace")
    made = Desktop(qtbot, tmp_path / "workspace")
    yield made
    made.window.tasks.close()
    made.language.switch("ru")


def test_from_ctrl_n_to_a_finished_refusal_and_back_to_the_start(desktop: Desktop) -> None:
    desktop.begin()
    assert desktop.shell.is_filling
    desktop.type("есил⏎11ЦОН 1⏎22⏎")
    desktop.qtbot.waitUntil(lambda: not desktop.shell.is_filling)
    with Workspace.open(desktop.window.tasks.folder, now=local_now, read_only=True) as ws:
        (row,) = interviews.list(ws)
    assert (row.status, row.outcome) == ("finished", "refused")


def test_f2_changes_the_interview_and_not_the_window(desktop: Desktop) -> None:
    desktop.begin()
    desktop.key(Qt.Key.Key_F2)
    desktop.qtbot.waitUntil(lambda: not desktop.filling.busy())
    assert desktop.filling._session().language == "Қазақша (kk)"
    assert desktop.language.code == "ru"


def test_esc_leaves_to_the_start_and_the_draft_waits(desktop: Desktop) -> None:
    desktop.begin()
    interview = desktop.filling.interview_id
    desktop.type("есил⏎")
    desktop.key(ESC)
    desktop.qtbot.waitUntil(lambda: not desktop.shell.is_filling)
    desktop.shell.resume(interview)
    desktop.qtbot.waitUntil(lambda: bool(desktop.filling.interview_id) and not desktop.filling.busy())
    view = desktop.filling._view()
    assert view is not None
    assert view.current.endswith("/reach")


def test_the_window_closed_in_the_middle_of_a_word_keeps_it(desktop: Desktop) -> None:
    desktop.begin()
    desktop.type("есил⏎11ЦОН на Абая")
    interview = desktop.filling.interview_id
    desktop.window.close()
    with Workspace.open(desktop.window.tasks.folder, now=local_now, read_only=True) as ws:
        row = interviews.get(ws, interview)
        answers = interviews.answers(ws, row.number)
    assert answers["/data/passport/place_name"] == "ЦОН на Абая"
    assert row.question.endswith("/place_name")
