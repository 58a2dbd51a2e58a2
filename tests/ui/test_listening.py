"""Recordings of interviews that are read: played by keys in Интервью, also where a package brought them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gsmon_desktop.exchange import export
from gsmon_desktop.exchange.intake import take_in
from gsmon_desktop.interviewing import add_form, reopen, resume
from gsmon_desktop.media import wav
from gsmon_desktop.reference import catalogue
from gsmon_desktop.reports.interview_pdf import write_interview
from gsmon_desktop.store import Workspace, interviews, local_now
from tests.exchange.tools import acquaint
from tests.interviewing.test_sound import SURVEY, TALK, record, seconds
from tests.interviewing.tools import write_form
from tests.reports.rendering import text_of
from tests.ui import test_camera
from tests.ui.conftest import OpenWindow, now
from tests.ui.keyboard import press
from tests.ui.laptop import CTRL, ENTER, ESC, Laptop
from tests.ui.lens import Lens
from tests.ui.test_interviews import Desk
from tests.ui.test_player import ASKED, begun
from tests.ui.test_visits import page_of, settle
from ui.dialogs.finder import Finder
from ui.dialogs.player import PlayerDialog
from ui.i18n import Language

F8, SPACE, DOWN = Qt.Key.Key_F8, Qt.Key.Key_Space, Qt.Key.Key_Down
TOLD = "[00:00:05] Ждала час\n[00:00:09] Потом приняли"
FILMED = test_camera.SURVEY.replace(
    "| | text | end |", "| | text | talk_transcript | Расшифровка | ${talk} != '' | |\n| | text | end |"
)


def finish(folder: Path, key: str, *, more: bool = False) -> None:
    """The transcript is written and the interview finished."""
    with Workspace.open(folder, now=local_now) as ws:
        interview = resume(ws, key, now=local_now)
        if "/data/talk_transcript" in interview.session.form.elements:
            interview.answer("/data/talk_transcript", TOLD)
        else:
            interview.comment(TALK, TOLD)
        if more:
            record(ws, interview, seconds(3), "2026-11-25T11:00:00.000+05:00", "/data/more")
            interview = resume(ws, key, now=local_now)
        interview.finish()


def sent(folder: Path, hq: Path) -> Path:
    """The central office, which took in all that is finished here."""
    (hq.parent / "out").mkdir()
    with (
        Workspace.create(hq, now=local_now, name="Офис", role="hq") as office,
        Workspace.open(folder, now=local_now) as ws,
    ):
        acquaint(ws, office)
        (package,) = export(ws, hq.parent / "out", now=local_now).packages
        assert take_in(office, package, now=local_now).accepted == 1
    return hq


def played(desk: Desk, milliseconds: int) -> PlayerDialog:
    """The player that opens, when it knows how long the recording is."""
    listening = desk.screen.preview.listening
    desk.qtbot.waitUntil(lambda: listening.dialog is not None)
    dialog = listening.dialog
    assert dialog is not None
    desk.qtbot.waitUntil(lambda: dialog.line.maximum() >= milliseconds)
    return dialog


def close(desk: Desk, dialog: PlayerDialog) -> None:
    QTest.keyClick(dialog.text, ESC)
    desk.qtbot.waitUntil(lambda: desk.screen.preview.listening.dialog is None)


@pytest.fixture
def office(qtbot: QtBot, language: Language, request: pytest.FixtureRequest) -> Callable[[Path], Desk]:
    """Интервью of a workspace, its first interview chosen."""

    def opened(folder: Path) -> Desk:
        desk = Desk(qtbot, folder, language)
        request.addfinalizer(desk.tasks.close)
        desk.choose(0)
        return desk

    return opened


@pytest.mark.parametrize("form", [SURVEY, ASKED], ids=["comment", "question"])
def test_a_transcript_arrives_is_heard_beside_its_recording_and_printed(
    office: Callable[[Path], Desk], tmp_path: Path, form: str
) -> None:
    folder, key = begun(tmp_path, form)
    finish(folder, key)
    desk = office(sent(folder, tmp_path / "hq"))
    assert TOLD in desk.screen.preview.answers.toPlainText()
    QTest.keyClick(desk.screen.table, F8)
    dialog = played(desk, 11_900)
    assert (dialog.text.toPlainText(), dialog.text.isReadOnly()) == (TOLD, True)
    assert "«Исправить…»" in dialog.text_label.text()
    assert not dialog.stamp.isVisible()
    QTest.keyClick(dialog.text, DOWN)
    press(dialog.text, ord("J"), "", CTRL)
    desk.qtbot.waitUntil(lambda: dialog.player.milliseconds == 9000)
    QTest.keyClick(dialog.text, Qt.Key.Key_X)
    QTest.keyClick(dialog.text, Qt.Key.Key_F9)
    QTest.keyClick(dialog.text, SPACE)
    desk.qtbot.waitUntil(lambda: dialog.player.playing and dialog.player.milliseconds > 9100)
    QTest.keyClick(dialog.text, F8)
    desk.qtbot.waitUntil(lambda: not dialog.player.playing)
    assert dialog.text.toPlainText() == TOLD
    close(desk, dialog)
    with Workspace.open(desk.tasks.folder, now=local_now, read_only=True) as ws:
        printed = text_of(write_interview(ws, key, tmp_path / "a.pdf", catalogue=catalogue(), now=local_now))
        assert interviews.events(ws, 1)[-1]["action"] == "merged"
    assert all(line in printed for line in (*TOLD.splitlines(), "принято"))


def test_one_of_several_recordings_is_asked_for(office: Callable[[Path], Desk], tmp_path: Path) -> None:
    folder, key = begun(tmp_path, SURVEY)
    finish(folder, key, more=True)
    desk = office(folder)
    preview = desk.screen.preview
    preview.listening.button.setFocus()
    QTest.keyClick(preview.listening.button, SPACE)
    finder = desk.dialog()
    assert isinstance(finder, Finder)
    press(finder, DOWN)
    press(finder, ENTER, "\r")
    dialog = played(desk, 2_900)
    assert (dialog.windowTitle(), dialog.text.toPlainText()) == ("more-1.wav", "")
    assert not dialog.marks.isVisible()
    close(desk, dialog)


def test_the_transcript_is_changed_by_reopening(office: Callable[[Path], Desk], tmp_path: Path) -> None:
    folder, key = begun(tmp_path, ASKED)
    finish(folder, key)
    with Workspace.open(folder, now=local_now) as ws:
        reopen(ws, key, "описка", now=local_now)
    desk = office(folder)
    QTest.keyClick(desk.screen.table, F8)
    dialog = played(desk, 11_900)
    assert "продолжите черновик" in dialog.text_label.text()
    close(desk, dialog)


def test_a_file_that_is_gone_is_said(office: Callable[[Path], Desk], tmp_path: Path) -> None:
    folder, key = begun(tmp_path, SURVEY)
    finish(folder, key)
    desk = office(folder)
    (recorded,) = desk.screen.preview.reading.recordings  # type: ignore[union-attr]
    with Workspace.open(folder, now=local_now, read_only=True) as ws:
        ws.vault.file_of(recorded.file.sha256).unlink()
    QTest.keyClick(desk.screen.table, F8)
    desk.qtbot.waitUntil(lambda: [each.code for each in desk.troubles] == ["media.missing"])
    assert desk.screen.preview.listening.dialog is None


def test_where_nothing_was_recorded_there_is_no_button(desk_without: Desk) -> None:
    preview = desk_without.screen.preview
    assert preview.reading is not None
    assert not preview.listening.button.isVisible()
    QTest.keyClick(desk_without.screen.table, F8)
    desk_without.settle()
    assert preview.listening.dialog is None


@pytest.fixture
def desk_without(office: Callable[[Path], Desk], workspace: Path) -> Desk:
    return office(workspace)


def test_a_film_travels_and_is_watched(qtbot: QtBot, office: Callable[[Path], Desk], tmp_path: Path) -> None:
    folder = tmp_path / "w"
    with Workspace.create(folder, now=local_now) as made:
        add_form(made, write_form(tmp_path, FILMED, "talk.xml"), now=local_now)
    laptop = Laptop(qtbot, folder)
    laptop.screen._filming.camera = Lens
    laptop.begin("talk")
    film = test_camera.at_film(laptop)
    press(film, ord("R"), "r")
    test_camera.film_for(laptop, film, 600)
    press(film, ENTER, "\r")
    press(film, ENTER, "\r")
    qtbot.waitUntil(lambda: laptop.value("talk") == "talk-1.mkv")
    laptop.settle()
    key = laptop.screen.interview_id
    laptop.close()
    finish(folder, key)
    desk = office(sent(folder, tmp_path / "hq"))
    QTest.keyClick(desk.screen.table, F8)
    dialog = played(desk, 500)
    assert dialog.text.toPlainText() == TOLD
    QTest.keyClick(dialog.text, F8)
    qtbot.waitUntil(lambda: not dialog.live.picture.isNull())
    assert dialog.live.isVisible()
    close(desk, dialog)


def test_a_depth_talk_is_heard_in_visits(open_window: OpenWindow, workspace: Path, tmp_path: Path) -> None:
    file = tmp_path / "беседа.wav"
    file.write_bytes(wav.header(5 * wav.SECOND) + b"".join(seconds(5)))
    with Workspace.open(workspace, now=now) as ws:
        forms = ["depth_interview_recipient"]
        key = interviews.list(ws, order="number", limit=1, offset=0, status="finished", forms=forms)[0].id
        reopen(ws, key, "запись нашлась", now=now)
        interview = resume(ws, key, now=now)
        asked = {element.name: path for path, element in interview.session.form.elements.items()}
        interview.answer(asked["consent_recording"], "yes")
        interview.answer(asked["consent_way"], "recorded")
        interview.attach(asked["recording"], file)
        interview.answer(asked["transcript"], TOLD)
        interview.finish()
    window = open_window(workspace)
    page = page_of(window, "depth_interview")
    row = next(at for at in range(page.model.rowCount()) if (one := page.model.row_at(at)) and one.id == key)
    page.table.selectRow(row)
    settle(window)
    QTest.keyClick(page.table, F8)
    listening = page.preview.listening
    settle(window)
    dialog = listening.dialog
    assert dialog is not None
    assert (dialog.text.toPlainText(), dialog.text.isReadOnly()) == (TOLD, True)
    QTest.keyClick(dialog.text, ESC)
    assert listening.dialog is None
