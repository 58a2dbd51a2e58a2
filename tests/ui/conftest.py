"""What every test of the window stands on: no screen, no dialog nobody expected, no thread left behind."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from gsmon_desktop import demo
from ui import theme
from ui.dialogs.files import FileDialogs
from ui.i18n import Language
from ui.pictures import SIZE, settle
from ui.window import MainWindow

MORNING = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def now() -> datetime:
    """The tests' clock stands."""
    return MORNING


@pytest.fixture(autouse=True)
def _no_thread_stays() -> Iterator[None]:
    """Whoever opened a task runner closes it."""
    before = set(threading.enumerate())
    yield
    left = [
        each.name for each in threading.enumerate() if each not in before and each.name.startswith("gsmon")
    ]
    assert left == []


@pytest.fixture(autouse=True)
def _no_blocking_dialog(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that waits for a person would wait for ever."""

    def unexpected(*given: object, **named: object) -> None:
        raise AssertionError(f"a dialog nobody expected: {given} {named}")

    monkeypatch.setattr(QDialog, "exec", unexpected)
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, unexpected)
    for name in ("information", "question", "warning", "critical"):
        monkeypatch.setattr(QMessageBox, name, unexpected)


@pytest.fixture(autouse=True)
def _no_window_stays(qapp: QApplication) -> Iterator[None]:
    """Dialogs a test opens, it closes too; what it deleted is gone before the next test is dressed."""
    yield
    qapp.processEvents()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [each for each in qapp.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
    for each in left:
        each.close()
    assert left == []


class Hands(FileDialogs):
    """Answers the system's dialogs; None answers that the person thought better of it."""

    def __init__(self) -> None:
        self.answer: Path | None = None
        self.shown: list[Path] = []

    def folder(self, parent: QWidget, title: str, start: str) -> Path | None:
        assert title
        return self.answer

    def save(self, parent: QWidget, title: str, start: str, kinds: str) -> Path | None:
        assert title
        return self.answer

    def open(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        assert title
        return self.answer

    def show(self, folder: Path) -> None:
        self.shown.append(folder)


@pytest.fixture
def files() -> Hands:
    """The person at the system's dialogs."""
    return Hands()


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo workspace of 40 complete interviews, refusals and drafts beside them. Copied, never opened."""
    folder = tmp_path_factory.mktemp("demo") / "filled"
    demo.make(folder, interviews=40, seed=7, now=now).close()
    return folder


@pytest.fixture
def workspace(filled: Path, tmp_path: Path) -> Path:
    """A copy of the demo workspace for one test."""
    return Path(shutil.copytree(filled, tmp_path / "Жұмыс"))


@pytest.fixture(autouse=True)
def language(qapp: QApplication) -> Language:
    """Russian, until a test says otherwise."""
    return Language(qapp, "ru")


OpenWindow = Callable[..., MainWindow]


@pytest.fixture
def open_window(qapp: QApplication, qtbot: QtBot, language: Language, files: Hands) -> Iterator[OpenWindow]:
    """Opens the main window on a folder and waits until it shows something."""
    opened: list[MainWindow] = []

    def make(folder: Path) -> MainWindow:
        window = MainWindow(qapp, folder, language, now=now, files=files)
        opened.append(window)
        qtbot.addWidget(window)
        window.resize(SIZE)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        settle(window)
        return window

    yield make
    for window in opened:
        window.tasks.close()
    theme.apply(qapp)
