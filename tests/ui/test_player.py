"""Recordings played at four speeds, and their transcript typed beside them, by keys; the program killed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gsmon_desktop.interviewing import Interview, add_form, resume, sound, start
from gsmon_desktop.store import Workspace, interviews, local_now, recordings
from gsmon_desktop.store.recordings import Mark, Recording
from tests.interviewing.test_sound import SURVEY, TALK, seconds
from tests.interviewing.tools import write_form
from tests.ui.keyboard import press, type_text
from tests.ui.laptop import CTRL, ESC, Laptop, kept
from ui.dialogs.player import PlayerDialog
from ui.player import RATES, Player
from ui.screens.filling_playing import _read

PASSPHRASE = "тұлпар мінген шабандоз"
F6, F7, F8, F9 = Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_F9
ASKED = SURVEY.replace(
    "| | audio | more |", "| | text | talk_transcript | Расшифровка | ${talk} != '' | |\n| | audio | more |"
)


def begun(folder: Path, form: str, passphrase: str | None = None, length: int = 12) -> tuple[Path, str]:
    """A workspace with a draft that has a recording with a mark."""
    with Workspace.create(folder / "w", now=local_now, passphrase=passphrase) as ws:
        add_form(ws, write_form(folder, form, "talk.xml"), now=local_now)
        interview = start(ws, "talk", now=local_now)
        interview.answer("/data/agreed", "yes")
        recording = Recording(ws.vault, interview.id, TALK, "2026-11-25T10:00:00.000+05:00")
        for piece in seconds(length):
            recording.add(piece)
        recording.mark(Mark(7000, "очередь"))
        recording.close()
        sound.take_in(ws, interview)
    return folder / "w", interview.id


@pytest.fixture(params=[SURVEY, ASKED], ids=["comment", "question"])
def desk(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Laptop]:
    folder, interview = begun(tmp_path, request.param)
    laptop = Laptop(qtbot, folder)
    laptop.resume(interview)
    laptop.screen._go_to(TALK)
    yield laptop
    laptop.close()


def player(desk: Laptop) -> PlayerDialog:
    desk.keys("o")
    desk.qtbot.waitUntil(lambda: desk.screen._playing.dialog is not None)
    dialog = desk.screen._playing.dialog
    assert dialog is not None
    desk.qtbot.waitUntil(lambda: dialog.line.maximum() >= 11_900)
    return dialog


def told(desk: Laptop) -> str:
    """The transcript on the disk."""
    desk.settle()
    _, answers, _, comments = kept(desk.tasks.folder, desk.screen.interview_id)
    return answers.get("talk_transcript") or comments["talk"]


def test_played_sought_and_written_down_without_leaving_the_text(desk: Laptop) -> None:
    dialog = player(desk)
    qtbot = desk.qtbot
    assert [dialog.marks.item(0).text(), dialog.line.marks] == ["00:00:07  очередь", (7000,)]
    press(dialog.text, F8)
    qtbot.waitUntil(lambda: dialog.player.milliseconds > 200)
    for rate in (*RATES[1:], RATES[0]):
        press(dialog.text, F6)
        qtbot.waitUntil(lambda rate=rate: dialog.player.rate == rate)  # type: ignore[misc]
        assert dialog.rates.checkedButton().text() == f"{rate:g}×".replace(".", ",")
    press(dialog.text, F8)
    qtbot.waitUntil(lambda: not dialog.player.playing)
    dialog.marks.itemActivated.emit(dialog.marks.item(0))
    qtbot.waitUntil(lambda: dialog.player.milliseconds == 7000)
    press(dialog.text, F7)
    qtbot.waitUntil(lambda: dialog.player.milliseconds == 2000)
    dialog.text.clear()
    press(dialog.text, F9)
    type_text(dialog.text, "Ждала час")
    assert dialog.text.toPlainText() == "[00:00:02] Ждала час"
    dialog.marks.itemActivated.emit(dialog.marks.item(0))
    press(dialog.text, ord("J"), "", CTRL)
    qtbot.waitUntil(lambda: dialog.player.milliseconds == 2000)
    press(dialog, ESC)
    assert told(desk) == "[00:00:02] Ждала час"
    assert not recordings.any_pending(desk.tasks.folder)


def test_a_click_on_a_time_goes_there(desk: Laptop) -> None:
    dialog = player(desk)
    dialog.text.setPlainText("а [00:00:05] б [0:09] в")
    for text, moment in (("00:05", 5000), ("0:09", 9000)):
        cursor = dialog.text.document().find(text)
        cursor.setPosition(cursor.selectionStart() + 2)
        place = dialog.text.cursorRect(cursor).center() + QPoint(1, 0)
        QTest.mouseClick(dialog.text.viewport(), Qt.MouseButton.LeftButton, pos=place)
        desk.qtbot.waitUntil(lambda moment=moment: dialog.player.milliseconds == moment)  # type: ignore[misc]
    press(dialog, ESC)
    assert told(desk) == "а [00:00:05] б [0:09] в"


def test_only_looking_changes_nothing(desk: Laptop) -> None:
    dialog = player(desk)
    press(dialog, ESC)
    desk.settle()
    events = kept(desk.tasks.folder, desk.screen.interview_id)[2]
    assert events[-1] != "commented"
    assert not recordings.any_pending(desk.tasks.folder)


def test_typed_text_is_on_the_disk_before_the_player_closes(desk: Laptop) -> None:
    dialog = player(desk)
    with desk.qtbot.waitSignal(dialog.typed, timeout=10_000):
        dialog.text.setPlainText("Почти всё")
    desk.qtbot.waitUntil(lambda: recordings.any_pending(desk.tasks.folder))
    dialog.text.setPlainText("Всё")
    desk.screen.leave()  # the window closes over it
    desk.qtbot.waitUntil(lambda: desk.tasks.pending == 0)
    with Workspace.open(desk.tasks.folder, now=local_now, read_only=True) as ws:
        texts = [*interviews.answers(ws, 1).values(), *interviews.comments(ws, 1).values()]
    assert "Всё" in texts


CHILD = """
import sys, time
from pathlib import Path
from gsmon_desktop.store import Workspace, local_now, recordings
with Workspace.open(Path(sys.argv[1]), now=local_now, passphrase=sys.argv[3]) as ws:
    vault = ws.vault
for number in range(10_000):
    recordings.keep_text(vault, sys.argv[2], "/data/talk", "2026-11-25T12:00:00", f"слово {number} " * 400)
    print(number, flush=True)
"""


@pytest.mark.timeout(120)
def test_killed_while_typing_the_last_kept_text_is_the_answer(tmp_path: Path) -> None:
    folder, interview = begun(tmp_path, ASKED, PASSPHRASE)
    command = [sys.executable, "-c", CHILD, str(folder), interview, PASSPHRASE]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        said = [int(child.stdout.readline()) for _ in range(5)]
        child.kill()
        said += [int(line) for line in child.stdout.read().splitlines()]
    lying = b"".join(file.read_bytes() for file in folder.rglob("*.rec"))
    assert "слово".encode() not in lying
    with Workspace.open(folder, now=local_now, passphrase=PASSPHRASE) as ws:
        again: Interview = resume(ws, interview, now=local_now)
        text = again.session.value("/data/talk_transcript")
        number = int(text.split()[1])
        assert text == f"слово {number} " * 400
        assert number >= said[-1]
    assert not recordings.any_pending(folder)


def test_an_encrypted_recording_is_played_from_any_place(qtbot: QtBot, tmp_path: Path) -> None:
    folder, interview = begun(tmp_path, SURVEY, PASSPHRASE, length=120)
    with Workspace.open(folder, now=local_now, passphrase=PASSPHRASE) as ws:
        (file,) = resume(ws, interview, now=local_now).files_at(TALK)
        vault = ws.vault
    parent = QWidget()
    qtbot.addWidget(parent)
    found = _read(file, vault)
    assert isinstance(found.content, bytes)  # in memory alone
    played = Player(file.name, found.content, parent)
    lengths: list[int] = []
    played.measured.connect(lengths.append)
    played.toggle()
    for at in (0, 119_000, 3_000, 60_000):
        played.go_to(at)
        qtbot.waitUntil(lambda at=at: played.milliseconds > at + 100)  # type: ignore[misc]
    assert lengths[-1] == 120_000
    played.close()
    before = {one.name for one in folder.rglob("*")}
    assert not [name for name in before if name.endswith((".wav", ".rec"))]
