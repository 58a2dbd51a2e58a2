"""A conversation recorded while its interview is filled, by keys; the program killed in the middle of it."""

from __future__ import annotations

import io
import subprocess
import sys
import wave
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gsmon_desktop.interviewing import add_form, resume, start
from gsmon_desktop.media import wav
from gsmon_desktop.store import Workspace, interviews, local_now, media, recordings
from tests.interviewing.test_sound import SURVEY, TALK, seconds
from tests.interviewing.tools import write_form
from tests.ui.keyboard import press, type_text
from tests.ui.laptop import CTRL, ENTER, ESC, Laptop, kept
from tests.ui.recording_child import sound
from tests.ui.tape import Tape
from ui.widgets.microphone import Microphone, SoundSource

M, R = Qt.Key.Key_M, Qt.Key.Key_R


@pytest.fixture
def tape() -> Tape:
    return Tape()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, tape: Tape) -> Iterator[Laptop]:
    """A talk begun, consent not asked yet."""
    laptop = Laptop(qtbot, workspace(tmp_path))
    laptop.screen._sound.microphone = lambda: tape
    laptop.begin("talk")
    yield laptop
    laptop.close()


def workspace(folder: Path) -> Path:
    with Workspace.create(folder / "w", now=local_now) as made:
        add_form(made, write_form(folder, SURVEY, "talk.xml"), now=local_now)
    return folder / "w"


def record(desk: Laptop) -> None:
    """Consent, then the key at the question that comes next."""
    desk.answered("1")
    assert desk.at == "talk"
    desk.keys("r")
    desk.qtbot.waitUntil(desk.screen.recorder.isVisible)


def answer(desk: Laptop, name: str = "talk") -> bytes:
    """What the disk has, once it has it."""
    desk.settle()
    with Workspace.open(desk.tasks.folder, now=local_now, read_only=True) as ws:
        found = next(file for file in media.of(ws, 1) if file.path == f"/data/{name}")
        with (
            media.open_content(ws.vault, found.sha256) as stream,
            wave.open(io.BytesIO(stream.read())) as opened,
        ):
            return opened.readframes(opened.getnframes())


@pytest.mark.parametrize("make", [Tape, Microphone])
def test_every_source_says_whether_it_is_there_and_gives_whole_samples(
    qtbot: QtBot, make: Callable[[], SoundSource]
) -> None:
    source = make()
    heard: list[bytes] = []
    source.came.connect(heard.append)
    if source.start():  # a machine without a sound card has no microphone to try
        if isinstance(source, Tape):
            source.play(bytes(6400))
        qtbot.waitUntil(lambda: bool(heard))
        assert all(len(piece) % wav.BYTES == 0 for piece in heard)
    source.stop()
    before = len(heard)
    source.stop()
    assert len(heard) == before


def test_recorded_by_keys_with_a_pause_and_a_mark_while_questions_are_answered(
    desk: Laptop, tape: Tape
) -> None:
    record(desk)
    first, second = b"".join(seconds(2)), b"".join(seconds(1, seed=2))
    tape.play(first)
    bar = desk.screen.recorder
    assert bar.state.text() == "● Запись 00:00:02"
    assert bar.meter.level > 0.9
    desk.key(M, CTRL)
    type_text(bar.word, "очередь")
    press(bar.word, ENTER, "\r")
    assert desk.at == "talk"  # the keyboard is back
    desk.key(R, CTRL)
    assert bar.state.text() == "‖ Пауза 00:00:02"
    tape.play(second)  # nobody hears this
    desk.key(R, CTRL)
    tape.play(second)
    bar.stop.click()
    desk.qtbot.waitUntil(lambda: desk.value("talk") == "talk-1.wav")
    desk.settle()
    assert answer(desk) == first + second
    assert kept(desk.tasks.folder, desk.screen.interview_id)[3] == {"talk": "[00:00:02] очередь"}
    assert desk.view.cards[TALK].remark.text().endswith("[00:00:02] очередь")
    assert not bar.isVisible()
    desk.key(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert desk.value("talk") == ""


def test_without_consent_nothing_is_recorded_and_words_say_why(desk: Laptop, tape: Tape) -> None:
    desk.screen._sound.begin("/data/agreed")
    assert not tape.runs
    assert "согласие" in desk.view.cards["/data/agreed"].wrong()


def test_without_a_microphone_the_question_says_so_and_files_still_come_in(desk: Laptop, tape: Tape) -> None:
    tape.there = False
    desk.answered("1")
    desk.keys("r")
    desk.qtbot.waitUntil(lambda: "Микрофон не найден" in desk.view.cards[TALK].wrong())
    assert not recordings.any_pending(desk.tasks.folder)
    assert desk.view.cards[TALK].editor.choose.isEnabled()  # type: ignore[attr-defined]


def test_a_pulled_microphone_is_told_and_gone_on_with(desk: Laptop, tape: Tape) -> None:
    record(desk)
    first, second = b"".join(seconds(1)), b"".join(seconds(1, seed=3))
    tape.play(first)
    tape.pull()
    bar = desk.screen.recorder
    desk.qtbot.waitUntil(lambda: "Микрофон отключился" in bar.words.text())
    assert bar.pause.text() == "Продолжить"
    tape.there = True
    bar.pause.click()
    tape.play(second)
    bar.stop.click()
    desk.qtbot.waitUntil(lambda: desk.value("talk") == "talk-1.wav")
    assert answer(desk) == first + second


def test_silence_is_told(desk: Laptop, tape: Tape) -> None:
    record(desk)
    tape.play(bytes(6 * wav.SECOND))
    assert "Тишина" in desk.screen.recorder.words.text()
    tape.play(b"".join(seconds(1)))
    assert desk.screen.recorder.words.text() == ""
    assert desk.screen.recorder.end()


@pytest.mark.parametrize("leave", ["escape", "close", "finish"])
def test_leaving_closing_and_finishing_keep_the_recording(desk: Laptop, tape: Tape, leave: str) -> None:
    record(desk)
    sound_ = b"".join(seconds(1)) + b"\x01\x02" * 50
    tape.play(sound_)
    number = desk.screen.interview_id
    if leave == "escape":
        desk.key(ESC)
        desk.qtbot.waitUntil(lambda: desk.left == 1)
    elif leave == "close":
        desk.screen.leave()
    else:
        desk.key(ENTER, CTRL, "\r")
        assert desk.finish() == number
    desk.qtbot.waitUntil(lambda: desk.tasks.pending == 0)
    assert answer(desk) == sound_
    assert not recordings.any_pending(desk.tasks.folder)


@pytest.mark.timeout(120)
def test_killed_in_the_middle_all_but_the_last_second_is_an_answer(tmp_path: Path) -> None:
    folder = workspace(tmp_path)
    with Workspace.open(folder, now=local_now) as ws:
        interview = start(ws, "talk", now=local_now)
        interview.answer("/data/agreed", "yes")
    command = [sys.executable, "-m", "tests.ui.recording_child", str(folder), interview.id, TALK]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        said = [int(child.stdout.readline()) for _ in range(4)]
        child.kill()
        said += [int(line) for line in child.stdout.read().splitlines()]
    with Workspace.open(folder, now=local_now) as ws:
        again = resume(ws, interview.id, now=local_now)  # says nothing, asks nothing
        (file,) = again.files_at(TALK)
        with media.open_content(ws.vault, file.sha256) as stream:
            content = stream.read()
        assert content[:44] == wav.header(len(content) - 44)
        heard = content[44:]
        assert len(heard) >= max(said) * wav.SECOND // 1000 >= 4 * wav.SECOND
        assert heard == sound(600)[: len(heard)]
        assert interviews.get(ws, interview.id).status == interviews.DRAFT
        assert not recordings.any_pending(folder)
