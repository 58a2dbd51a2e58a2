"""The disk fails amid an interview, for real: full, pulled, held by another program. The window says so with
what to do, the interview stays open, F5 saves once the cause is gone and F6 goes on in another folder.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gsmon_desktop.interviewing import start
from gsmon_desktop.interviewing.doctor import examine
from gsmon_desktop.store import Workspace, interviews
from tests.interviewing.tools import PAPER, put_survey
from tests.store.tools import disk, fill_up, protect
from tests.ui.conftest import Hands, OpenWindow, now
from tests.ui.keyboard import press
from tests.ui.laptop import make_workspace
from tests.ui.test_safekeeping import F5, F6, begin, key, shell_of
from ui.pictures import settle
from ui.screens.filling import FillingScreen
from ui.screens.not_opened import NotOpenedScreen
from ui.window import MainWindow

Fault = Callable[[Path], AbstractContextManager[None]]


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    with disk(tmp_path / "флешка", "24m") as made:
        yield made


@contextmanager
def full(stick: Path) -> Iterator[None]:
    ballast = fill_up(stick)
    yield
    ballast.unlink()


@contextmanager
def pulled(stick: Path) -> Iterator[None]:
    """Its folder is there no more under its name; then it is plugged in again."""
    elsewhere = stick.with_name("не здесь")
    elsewhere.mkdir()
    _mount("--bind", str(stick), str(elsewhere))
    subprocess.run(["umount", "-l", str(stick)], check=True)
    yield
    _mount("--bind", str(elsewhere), str(stick))
    subprocess.run(["umount", "-l", str(elsewhere)], check=True)


@contextmanager
def held(stick: Path) -> Iterator[None]:
    """Another program writes in the database and does not end."""
    other = driver.connect(str(stick / "w" / "gsmon.db"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.execute("ROLLBACK")
    other.close()


def _mount(*words: str) -> None:
    subprocess.run(["mount", *words], check=True)


FAULTS = [
    pytest.param(full, "места", id="full"),
    pytest.param(pulled, "нет на месте", id="pulled"),
    pytest.param(held, "друг", id="held"),
]


def answer_town(window: MainWindow) -> str:
    """The first question answered by keys; its path."""
    view = shell_of(window).filling._view()
    assert view is not None
    for letter in "есил":
        key(window, ord(letter.upper()), letter)
    key(window, Qt.Key.Key_Return, "\r")
    return view.current


def refused(window: MainWindow, qtbot: QtBot, words: str) -> FillingScreen:
    filling = shell_of(window).filling
    qtbot.waitUntil(filling.status.trouble.isVisible, timeout=30_000)
    said = filling.status.words.text()
    assert words in said, said
    assert filling.status.retry.isVisible()
    assert filling.isVisible()
    return filling


def kept(folder: Path, interview: str, path: str) -> str:
    with Workspace.open(folder, now=now, read_only=True) as ws:
        return interviews.answers(ws, interviews.get(ws, interview).number).get(path, "")


@pytest.mark.parametrize(("fault", "words"), FAULTS)
def test_said_and_saved_once_it_is_cured(
    open_window: OpenWindow, stick: Path, qtbot: QtBot, fault: Fault, words: str
) -> None:
    window = open_window(make_workspace(stick / "w"))
    interview = begin(window, qtbot)
    with fault(stick):
        path = answer_town(window)
        refused(window, qtbot, words)
    key(window, F5)
    qtbot.waitUntil(lambda: not shell_of(window).filling.status.trouble.isVisible(), timeout=30_000)
    settle(window)
    window.close()
    assert kept(stick / "w", interview, path) != ""
    assert examine(stick / "w", now=now).ok


@pytest.mark.parametrize(
    ("fault", "words"), [*FAULTS[:2], pytest.param(held, "друг", id="held", marks=pytest.mark.slow)]
)
def test_goes_on_in_another_folder(
    open_window: OpenWindow, stick: Path, qtbot: QtBot, files: Hands, tmp_path: Path, fault: Fault, words: str
) -> None:
    window = open_window(make_workspace(stick / "w"))
    interview = begin(window, qtbot)
    files.answer = tmp_path / "Менің құжаттарым"
    files.answer.mkdir()
    with fault(stick):
        path = answer_town(window)
        refused(window, qtbot, words)
        with qtbot.waitSignal(window.opened, timeout=30_000):
            key(window, F6)
        filling = shell_of(window).filling
        qtbot.waitUntil(lambda: filling.interview_id == interview and not filling.busy())
        settle(window)
        there = window.tasks.folder
        assert there.parent == files.answer
        assert filling._session().value(path) != ""
        window.close()
    assert kept(there, interview, path) != ""
    assert examine(there, now=now).ok


def not_opened(window: MainWindow) -> NotOpenedScreen:
    page = window.findChild(NotOpenedScreen)
    assert isinstance(page, NotOpenedScreen)
    return page


def told(window: MainWindow) -> str:
    return " ".join(label.text() for label in not_opened(window).findChildren(QLabel) if label.isVisible())


def test_no_room_for_a_new_interview_is_said(open_window: OpenWindow, stick: Path, qtbot: QtBot) -> None:
    window = open_window(make_workspace(stick / "w"))
    with full(stick):
        shell_of(window).new_interview()
        qtbot.waitUntil(shell_of(window).notice.isVisible, timeout=30_000)
        assert "места" in shell_of(window).notice.text.text()
        assert not shell_of(window).is_filling
    assert begin(window, qtbot)


def test_a_finish_without_room_leaves_the_draft_open(
    open_window: OpenWindow, stick: Path, qtbot: QtBot
) -> None:
    with Workspace.create(stick / "w", now=now, name="Айгүл") as ws:
        put_survey(ws, stick)
        draft = start(ws, "visit", now=now)
        for path, value in PAPER.items():
            draft.answer(path, value)
    window = open_window(stick / "w")
    filling = shell_of(window).filling
    shell_of(window).resume(draft.id)
    qtbot.waitUntil(lambda: bool(filling.interview_id) and not filling.busy())
    with full(stick):
        press(window.focusWidget() or window, Qt.Key.Key_Return, "\r", Qt.KeyboardModifier.ControlModifier)
        refused(window, qtbot, "места")
        assert filling.interview_id == draft.id
    key(window, F5)
    qtbot.waitUntil(lambda: not shell_of(window).is_filling, timeout=30_000)
    settle(window)
    window.close()
    with Workspace.open(stick / "w", now=now, read_only=True) as ws:
        assert interviews.get(ws, draft.id).status == interviews.FINISHED
    assert examine(stick / "w", now=now).ok


def test_a_read_only_folder_says_what_to_do(open_window: OpenWindow, stick: Path) -> None:
    make_workspace(stick / "w")
    protect(stick)
    assert "Снимите защиту от записи" in told(open_window(stick / "w"))


def test_a_second_window_is_told_who_is_there_and_since_when(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = make_workspace(tmp_path / "w")
    with Workspace.open(folder, now=now):
        window = open_window(folder)
        assert "Рабочая папка занята: " in told(window)
        assert "с 24.11.2026 09:30" in told(window)
    with qtbot.waitSignal(window.opened, timeout=30_000):
        not_opened(window).again.emit()
    settle(window)
