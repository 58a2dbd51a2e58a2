"""A window worked in by keys with marked words: `python -m tests.ui.secret_child FOLDER CAMERA GIVEN`.

Says each step before it begins and once it is done, and waits for a line of stdin, so that its judge can
search what lies on the disk, or kill it. The last step is a fault of the program itself.
"""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QLineEdit

from gsmon_desktop.store import interviews
from tests.e2e import marks
from tests.ui.keyboard import press, type_text
from tests.ui.killed import Waiting
from tests.ui.laptop import CTRL, ENTER, ESC, Laptop
from tests.ui.tape import Tape
from ui.app import application, bug_hook
from ui.dialogs.files import FileDialogs
from ui.i18n import Language
from ui.screens.exchange import ExchangeScreen
from ui.screens.exchange_sending import SendingPage
from ui.screens.unlock import UnlockScreen
from ui.shell import Shell
from ui.widgets.media import MediaEditor
from ui.widgets.options import caps
from ui.window import MainWindow

PASSPHRASE = "тау басында қар жатыр"
SURVEY = """
| survey |
| | type | name | label | appearance | bind::gsmon:role |
| | select_one agree | agreed | Согласны на запись? | | consent_recording |
| | text | plain | Текст | | |
| | text | long | Длинный текст | multiline | |
| | integer | whole | Целое | | |
| | decimal | part | Дробное | | |
| | date | day | День | | |
| | time | hour | Час | | |
| | dateTime | moment | Время | | |
| | geopoint | place | Место | | |
| | geotrace | way | Путь | | |
| | barcode | code | Код | | |
| | select_multiple yn | several | Несколько | | |
| | rank yn | ranked | По порядку | | |
| | text | phone | Телефон | | phone |
| | begin_repeat | rows | Строки | | |
| | text | inside | В строке | | |
| | end_repeat | | | | |
| | image | photo | Фото | | |
| | audio | sound | Звук | | |
| | video | film | Видео | | |
| | file | paper | Файл | | |
| choices |
| | list_name | name | label |
| | agree | yes | Да |
| | yn | one | Да |
| | yn | other | Иное |
| settings |
| | form_title | form_id | namespaces |
| | Метки | marks | gsmon="urn:gsmon:forms" |
"""
TYPED = {
    "plain": marks.MARK,
    "long": f"{marks.MARK} и ещё",
    "whole": marks.NUMBER,
    "part": marks.PART.replace(".", ","),
    "day": "17.12.1974",
    "hour": "07:41",
    "moment": "17.12.1974 07:41",
    "place": "51.774177, 71.774177",
    "way": f"{marks.PLACE};51.9 71.9 0 0",
    "code": f"CODE-{marks.NUMBER}",
    "phone": "7417741774",
    "inside": "repeat-mark-7741",
}


def picture() -> QImage:
    """Noise, always the same: what is stored of it can be searched for."""
    noise = random.Random(7741).randbytes(64 * 48 * 4)
    return QImage(noise, 64, 48, QImage.Format.Format_RGB32).copy()


class Hands(FileDialogs):
    """Saves wherever it is told."""

    target = Path()

    def save(self, parent: object, title: str, start: str, kinds: str) -> Path | None:
        return self.target


class Desk(Laptop):
    """The whole window, unlocked by its passphrase where it has one."""

    def __init__(self, folder: Path) -> None:
        self.qtbot, self.app, self.files = Waiting(), application(), Hands()  # type: ignore[assignment]
        self.window = MainWindow(self.app, folder, Language(self.app, "ru"), files=self.files)
        sys.excepthook = bug_hook(self.app, self.window)
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()
        self.pressed = 0
        self.qtbot.waitUntil(lambda: self.window.shell is not None or bool(self._locked()))

    def _locked(self) -> UnlockScreen | None:
        return self.window.findChild(UnlockScreen)

    def unlock(self) -> None:
        """The passphrase, where it is asked."""
        page = self._locked()
        if page is not None and self.window.shell is None:
            type_text(page.passphrase, PASSPHRASE)
            press(page.passphrase, ENTER, "\r")
        self.qtbot.waitUntil(lambda: self.window.shell is not None)
        self.rest()
        self.tasks, self.screen = self.window.tasks, self.shell.filling
        self.screen._sound.microphone = lambda: self.tape
        self.tape = Tape()

    @property
    def shell(self) -> Shell:
        """The open window's frame."""
        assert self.window.shell is not None
        return self.window.shell

    def rest(self) -> None:
        """Until no work is left."""
        self.qtbot.waitUntil(lambda: self.window.tasks.pending == 0)

    # ------------------------------------------------------------ an interview

    def fill(self) -> None:
        """A new interview, or the draft that is there, to its last question."""
        drafts: list[interviews.Row] = []
        self.window.tasks.lane(lambda ws: drafts.extend(interviews.list(ws, status=interviews.DRAFT)))
        self.rest()
        if drafts:
            self.shell.resume(drafts[0].id)
        else:
            self.shell.new_record("marks", {})
        self.qtbot.waitUntil(lambda: bool(self.screen.interview_id))
        self.settle()

    def answer(self, camera: Path) -> None:
        """The question the keyboard is at."""
        name = self.at
        card = self.view.cards[self.view.current]
        if isinstance(card.editor, MediaEditor):
            self._attach(name, card.editor, camera)
        elif card.question.choices:
            keys = caps([choice.value for choice in card.question.choices])
            self.keys("".join(keys) if name == "ranked" else keys[0])
            if name != "agreed":
                self.key(ENTER, text="\r")
        else:
            self.words(TYPED[name])
            self.key(ENTER, text="\r")
        self.settle()
        self.rest()

    def _attach(self, name: str, editor: MediaEditor, camera: Path) -> None:
        if name == "sound":
            self._record()
        elif name == "paper":  # by the dialog
            editor.choose.click()
            dialog = editor.findChild(QFileDialog)
            assert dialog is not None
            dialog.setDirectory(str(camera))
            line = dialog.findChild(QLineEdit)
            assert line is not None
            line.setText(str(camera / marks.FILES[name]))
            press(line, ENTER, "\r")
        else:
            mime = QMimeData()
            if name == "photo":
                mime.setImageData(picture())
            else:
                mime.setUrls([QUrl.fromLocalFile(str(camera / marks.FILES[name]))])
            QGuiApplication.clipboard().setMimeData(mime)
            self.key(Qt.Key.Key_V, CTRL)
        self.qtbot.waitUntil(lambda: self.value(name) != "")
        self.settle()
        self.key(ENTER, text="\r")

    def _record(self) -> None:
        self.keys("r")
        self.qtbot.waitUntil(self.screen.recorder.isVisible)
        self.tape.play(marks.CONTENT * 10_000)
        self.screen.recorder.stop.click()

    def comment(self) -> None:
        """A comment on the question in front."""
        self.key(Qt.Key.Key_F4)
        sheet = self.screen.comment_sheet
        self.qtbot.waitUntil(sheet.isVisible)
        type_text(sheet.area, "comment-mark-7741")
        press(sheet.area, ENTER, "\r")
        self.settle()

    def leave(self) -> None:
        """Esc: the draft stays."""
        self.key(ESC)
        self.qtbot.waitUntil(lambda: not self.shell.is_filling)
        self.rest()

    def go(self, place: str) -> None:
        """A screen, drawn."""
        self.shell.go(place)
        self.rest()
        self.window.grab()

    def report(self, given: Path) -> None:
        """A report with personal answers begun and stopped."""
        self.go("exchange")
        screen = self.shell.screens["exchange"]
        assert isinstance(screen, ExchangeScreen)
        page = screen.pages["sending"]
        assert isinstance(page, SendingPage)
        reports = page.reports
        self.files.target = given / "данные.csv"
        reports.ask("data", personal=True)
        reports.stop.click()
        self.rest()
        assert not self.files.target.exists()

    def fault(self) -> None:
        """The program breaks, with an answer in the error's words."""

        def fail() -> None:
            answer = marks.MARK
            raise ValueError(answer)

        QTimer.singleShot(0, fail)
        self.qtbot.waitUntil((self.window.tasks.folder / "logs" / "gsmon.log").exists)


Step = tuple[str, Callable[[], None]]


def steps(desk: Desk, camera: Path, given: Path) -> Iterator[Step]:
    """All that is done, one after the other."""
    yield "unlock", desk.unlock
    yield "begin", desk.fill
    while desk.at:
        name = desk.at
        if name == "whole":
            yield "comment", desk.comment
        yield name, partial(desk.answer, camera)
    yield "leave", desk.leave
    for place in ("interviews", "scores", "exchange", "settings"):
        yield place, partial(desk.go, place)
    yield "resume", desk.fill
    yield "finish", partial(_finish, desk)
    yield "report", partial(desk.report, given)
    yield "lock", desk.window.guard.lock
    yield "unlock", desk.unlock
    yield "fault", desk.fault


def _finish(desk: Desk) -> None:
    desk.key(ENTER, CTRL, "\r")
    desk.qtbot.waitUntil(lambda: not desk.shell.is_filling)
    desk.rest()


def main(folder: Path, camera: Path, given: Path) -> None:
    """Step by step; ends when nothing more comes from stdin."""
    desk = Desk(folder)
    for name, step in steps(desk, camera, given):
        for words in (name, f"{name} done"):
            print(words, flush=True)
            if not sys.stdin.readline():
                os._exit(0)
            if words == name:
                step()
    os._exit(0)  # as the fault's dialog would end it


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
