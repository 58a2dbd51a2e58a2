"""An interviewer's laptop: a real workspace, the real questionnaire, the real screen, and a keyboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gsmon_desktop.interviewing import add_built_in
from gsmon_desktop.store import Workspace, interviews, local_now
from tests.ui.keyboard import NONE, place, press
from ui import theme
from ui.screens.filling import FillingScreen
from ui.screens.filling_page import PageView
from ui.tasks import Tasks

ENTER, ESC, BACKSPACE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Backspace
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def make_workspace(folder: Path, region: str = "astana") -> Path:
    """Айгүл's workspace with the forms the program brings."""
    with Workspace.create(folder, now=local_now, name="Айгүл", region=region) as made:
        add_built_in(made, now=local_now)
    return folder


class Laptop:
    """The filling screen on a workspace. Keys go to whatever has the keyboard, as on a desk."""

    def __init__(self, qtbot: QtBot, folder: Path, language: str = "ru") -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app)
        self.qtbot = qtbot
        self.tasks = Tasks(folder)
        self.screen = FillingScreen(self.tasks, language=lambda: language)
        self.screen.resize(1366, 700)
        self.pressed = 0
        self.done: list[str] = []
        self.left = 0
        self.screen.finished.connect(self.done.append)
        self.screen.left.connect(self._on_left)
        qtbot.addWidget(self.screen)
        with qtbot.waitExposed(self.screen):
            self.screen.show()
        self.screen.activateWindow()

    def _on_left(self) -> None:
        self.left += 1

    def begin(self, form_id: str = "mass_survey") -> None:
        """«Новое интервью»."""
        self.screen.start({}, form_id)
        self.settle()

    def resume(self, interview: str) -> None:
        """A draft taken up."""
        self.screen.resume(interview)
        self.settle()

    def settle(self) -> None:
        """Until nothing is on its way to the disk."""
        self.qtbot.waitUntil(lambda: not self.screen.busy())

    def key(self, key: int, modifiers: Qt.KeyboardModifier = NONE, text: str = "") -> None:
        """One key, without waiting for anything."""
        self.pressed += 1
        press(self.screen.focusWidget() or self.screen, key, text, modifiers)

    def keys(self, letters: str, layout: str = "latin") -> None:
        """Keys by what is printed on them, one after the other without waiting; ⏎ is Enter, ␣ Space."""
        for letter in letters:
            if letter == "⏎":
                self.key(ENTER, text="\r")
            elif letter == "␣":
                self.key(Qt.Key.Key_Space, text=" ")
            else:
                code, typed = place(letter, layout)
                self.key(code, text=typed)

    def words(self, text: str) -> None:
        """A text typed as it is."""
        for letter in text:
            self.key(ord(letter.upper()), text=letter)

    def answered(self, letters: str, layout: str = "latin") -> None:
        """Keys, and then all of it saved."""
        self.keys(letters, layout)
        self.settle()

    @property
    def view(self) -> PageView:
        """The page in front."""
        view = self.screen.stack.currentWidget()
        assert isinstance(view, PageView)
        return view

    @property
    def at(self) -> str:
        """The name of the question the keyboard is at; "" on the last page."""
        view = self.screen.stack.currentWidget()
        return view.current.rsplit("/", 1)[-1] if isinstance(view, PageView) else ""

    def value(self, name: str) -> str:
        """What the session holds for a question."""
        session = self.screen._session()
        return next(session.value(e.path) for e in session.form.root.walk() if e.name == name)

    def finish(self) -> str:
        """Wait for the interview just finished; its id."""
        self.qtbot.waitUntil(lambda: bool(self.done))
        return self.done[-1]

    def close(self) -> None:
        """The window closed: the lane ends its work and lets the workspace go."""
        self.tasks.close()


def kept(folder: Path, interview: str) -> tuple[interviews.Row, dict[str, str], list[str], dict[str, str]]:
    """What the workspace on disk has: row, answers by the question's name, actions, comments by name."""
    with Workspace.open(folder, now=local_now, read_only=True) as ws:
        row = interviews.get(ws, interview)
        answers = {
            path.rsplit("/", 1)[-1]: value for path, value in interviews.answers(ws, row.number).items()
        }
        actions = [event["action"] for event in interviews.events(ws, row.number)]
        comments = {p.rsplit("/", 1)[-1]: text for p, text in interviews.comments(ws, row.number).items()}
    return row, answers, actions, comments
