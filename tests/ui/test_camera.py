"""The computer's camera at photo and video questions, by keys, its pictures through Qt's real session."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gsmon_desktop.interviewing import add_form, resume, start
from gsmon_desktop.media import matroska
from gsmon_desktop.store import Workspace, local_now, media, recordings
from tests.interviewing.tools import write_form
from tests.ui.keyboard import press
from tests.ui.laptop import BACKSPACE, CTRL, ENTER, ESC, Laptop, kept
from tests.ui.lens import HEIGHT, WIDTH, Lens
from ui.camera import Capture
from ui.dialogs.camera import CameraDialog, PhotoCamera
from ui.dialogs.film import FilmCamera

SURVEY = """
| survey |
| | type | name | label | relevant | bind::gsmon:role |
| | select_one yes_no | agreed | Согласны на съёмку? | | consent_recording |
| | image | front | Фото входа | | |
| | video | talk | Видеозапись | ${agreed} != 'never' | |
| | text | end | Ещё | | |
| choices |
| | list_name | name | label |
| | yes_no | yes | Да |
| | yes_no | no | Нет |
| settings |
| | form_title | form_id | namespaces |
| | Беседа | talk | gsmon="urn:gsmon:forms" |
"""
PHOTO, TALK = "/data/front", "/data/talk"
PASSPHRASE = "тұлпар мінген шабандоз"
D = TypeVar("D", bound=CameraDialog)
SPACE = Qt.Key.Key_Space


@pytest.fixture
def lens() -> Lens:
    return Lens()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, lens: Lens) -> Iterator[Laptop]:
    """The form begun, consent not asked yet."""
    with Workspace.create(tmp_path / "w", now=local_now) as made:
        add_form(made, write_form(tmp_path, SURVEY, "talk.xml"), now=local_now)
    laptop = Laptop(qtbot, tmp_path / "w")
    laptop.screen._filming.camera = lambda: lens
    laptop.begin("talk")
    yield laptop
    laptop.close()


def at_photo(desk: Laptop, answer: str = "1") -> PhotoCamera:
    desk.answered(answer)
    assert desk.at == "front"
    desk.keys("c")
    return opened(desk, PhotoCamera)


def opened(desk: Laptop, kind: type[D]) -> D:
    desk.qtbot.waitUntil(lambda: isinstance(desk.screen._filming.dialog, kind))
    dialog = desk.screen._filming.dialog
    assert isinstance(dialog, kind)
    desk.qtbot.waitUntil(lambda: not dialog.live.picture.isNull())
    return dialog


def at_film(desk: Laptop) -> FilmCamera:
    desk.answered("1")
    desk.screen._go_to(TALK)
    desk.keys("c")
    return opened(desk, FilmCamera)


def content(folder: Path, name: str) -> bytes:
    """What the answer's file holds, once it has one."""
    with Workspace.open(folder, now=local_now, read_only=True) as ws:
        found = next(file for file in media.of(ws, 1) if file.path.endswith(name))
        with media.open_content(ws.vault, found.sha256) as stream:
            return stream.read()


def test_a_photo_is_taken_again_and_used_by_keys(desk: Laptop, lens: Lens) -> None:
    dialog = at_photo(desk)
    assert [dialog.device.itemText(at) for at in range(2)] == ["Камера 1", "Камера 2"]
    press(dialog, SPACE, " ")
    desk.qtbot.waitUntil(lambda: not dialog.photo.isNull())
    press(dialog, BACKSPACE)
    assert dialog.photo.isNull()
    press(dialog, SPACE, " ")
    desk.qtbot.waitUntil(lambda: not dialog.photo.isNull())
    press(dialog, ENTER, "\r")
    desk.qtbot.waitUntil(lambda: desk.value("front") == "front-1.jpg")
    desk.settle()
    assert not lens.looks
    with Image.open(io.BytesIO(content(desk.tasks.folder, "front"))) as photo:
        assert photo.size == (WIDTH, HEIGHT)


def test_another_device_can_be_chosen_and_escape_attaches_nothing(desk: Laptop, lens: Lens) -> None:
    dialog = at_photo(desk)
    dialog.device.setCurrentIndex(1)
    dialog.device.activated.emit(1)
    assert lens.at == 1
    press(dialog, ESC)
    desk.settle()
    assert not lens.looks
    assert desk.value("front") == ""


def test_without_a_camera_the_button_and_the_key_say_so(desk: Laptop, lens: Lens) -> None:
    lens.there = 0
    desk.answered("1")
    editor = desk.view.cards[PHOTO].editor
    desk.screen._taking.devices._tell(camera=False, microphone=False)
    button = editor.others["camera"]  # type: ignore[attr-defined]
    assert (button.text(), button.isEnabled()) == ("Камеры нет", False)
    desk.keys("c")
    assert "Камера не найдена" in desk.view.cards[PHOTO].wrong()
    assert editor.choose.isEnabled()  # type: ignore[attr-defined]


def test_nothing_is_filmed_without_stored_consent(desk: Laptop, lens: Lens) -> None:
    desk.answered("2")
    desk.screen._go_to(TALK)
    desk.keys("c")
    assert "согласие" in desk.view.cards[TALK].wrong()
    assert not lens.looks


def filmed(folder: Path) -> matroska.Layout:
    """The film as the answer's file has it, complete."""
    whole = content(folder, "talk")
    layout = matroska.scan([whole])
    assert layout is not None
    assert whole.endswith(matroska.tail(layout))
    return layout


def film_for(desk: Laptop, dialog: FilmCamera, milliseconds: int) -> None:
    desk.qtbot.waitUntil(
        lambda: dialog.capture.film is not None and dialog.capture.film.milliseconds >= milliseconds,
        timeout=20_000,
    )


def test_a_film_with_a_pause_and_a_mark_is_one_answer(desk: Laptop, lens: Lens) -> None:
    dialog = at_film(desk)
    assert "со звуком" in dialog.words.text()
    press(dialog, ord("R"), "r")
    film_for(desk, dialog, 600)
    press(dialog, ord("P"), "p")
    assert dialog.state.text().startswith("‖ Пауза")
    before = dialog.capture.film.milliseconds  # type: ignore[union-attr]
    press(dialog, ord("M"), "m")
    press(dialog, ord("P"), "p")
    film_for(desk, dialog, before + 600)
    press(dialog, ENTER, "\r")
    assert recordings.any_pending(desk.tasks.folder)  # safe before anybody says that it is to be kept
    press(dialog, ENTER, "\r")
    desk.qtbot.waitUntil(lambda: desk.value("talk") == "talk-1.mkv")
    desk.settle()
    layout = filmed(desk.tasks.folder)
    assert layout.milliseconds >= before + 500
    assert len(layout.cues) >= 2
    assert kept(desk.tasks.folder, desk.screen.interview_id)[3] == {"talk": "[00:00:00]"}
    assert not recordings.any_pending(desk.tasks.folder)
    assert not lens.looks
    desk.keys("o")
    desk.qtbot.waitUntil(lambda: desk.screen._playing.dialog is not None)
    player = desk.screen._playing.dialog
    assert player is not None
    desk.qtbot.waitUntil(lambda: player.line.maximum() == layout.milliseconds)
    player.play.click()
    desk.qtbot.waitUntil(lambda: not player.live.picture.isNull())
    player.leave.click()
    desk.settle()
    desk.key(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert desk.value("talk") == ""


def test_again_throws_the_first_film_away(desk: Laptop) -> None:
    dialog = at_film(desk)
    press(dialog, ord("R"), "r")
    film_for(desk, dialog, 300)
    press(dialog, ENTER, "\r")
    press(dialog, ord("N"), "n")
    assert not recordings.any_pending(desk.tasks.folder)
    press(dialog, ord("R"), "r")
    film_for(desk, dialog, 300)
    press(dialog, ESC)  # ends the film
    press(dialog, ESC)  # closing keeps what was filmed
    desk.qtbot.waitUntil(lambda: desk.value("talk") == "talk-1.mkv")
    desk.settle()


@pytest.mark.parametrize("how", ["pulled", "left"])
def test_a_pulled_camera_and_a_closed_window_keep_the_film(desk: Laptop, lens: Lens, how: str) -> None:
    dialog = at_film(desk)
    press(dialog, ord("R"), "r")
    film_for(desk, dialog, 500)
    if how == "pulled":
        lens.pull()
        assert "Камера отключилась" in dialog.words.text()
        press(dialog, ENTER, "\r")
        desk.qtbot.waitUntil(lambda: desk.value("talk") == "talk-1.mkv")
    else:
        desk.screen.leave()
        desk.qtbot.waitUntil(lambda: desk.tasks.pending == 0)
    desk.settle()
    assert filmed(desk.tasks.folder).milliseconds >= 300
    assert not recordings.any_pending(desk.tasks.folder)


def test_in_an_encrypted_workspace_no_piece_of_a_film_can_be_read(
    qtbot: QtBot, tmp_path: Path, lens: Lens
) -> None:
    with Workspace.create(tmp_path / "w", now=local_now, passphrase=PASSPHRASE) as ws:
        vault = ws.vault
    recording = recordings.Recording(vault, "someone", TALK, "2026-11-25T10:00:00", recordings.VIDEO)
    parent = QWidget()
    qtbot.addWidget(parent)
    capture = Capture(lens, parent)
    assert capture.open(0)
    capture.record(recording)
    with qtbot.waitSignal(capture.written, timeout=20_000):
        pass
    capture.stop()
    lying = recording.file.read_bytes()
    (one,) = recordings.pending(vault, "someone")
    film = b"".join(recordings.samples(vault, one.file))
    layout = matroska.scan([film])
    assert layout is not None
    assert layout.begin[:4] not in lying
    assert b"Lavf" in film
    assert b"Lavf" not in lying
    assert TALK.encode() not in lying


@pytest.mark.timeout(120)
def test_killed_in_the_middle_the_film_is_an_answer_when_the_draft_opens(tmp_path: Path) -> None:
    folder = tmp_path / "w"
    with Workspace.create(folder, now=local_now) as ws:
        add_form(ws, write_form(tmp_path, SURVEY, "talk.xml"), now=local_now)
        interview = start(ws, "talk", now=local_now)
        interview.answer("/data/agreed", "yes")
    command = [sys.executable, "-m", "tests.ui.filming_child", str(folder), interview.id, TALK]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=quiet, text=True) as child:
        assert child.stdout is not None
        said = [int(child.stdout.readline()) for _ in range(3)][-1]
        child.kill()
    with Workspace.open(folder, now=local_now) as ws:
        again = resume(ws, interview.id, now=local_now)  # says nothing, asks nothing
        assert again.session.value(TALK) == "talk-1.mkv"
    assert filmed(folder).milliseconds >= said - 1500
    assert not recordings.any_pending(folder)
