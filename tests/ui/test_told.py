"""The recorder's bar and the telephone's photos for those who work by keys or by ear, in a narrow window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gsmon_desktop.interviewing import add_form
from gsmon_desktop.store import Workspace, local_now
from tests.interviewing.tools import write_form
from tests.media.test_phone import put
from tests.media.tools import encoded, picture
from tests.ui import walk
from tests.ui.laptop import Laptop
from tests.ui.tape import Tape
from tests.ui.test_phone import dialog
from tests.ui.test_photo_viewer import SURVEY
from tests.ui.test_recording import record, workspace
from ui import theme


@pytest.fixture(params=["usual", "larger"])
def larger(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[bool]:
    """Is the text larger? All of it is in a longer language, too."""
    undo = walk.stretch(qapp)
    yield request.param == "larger"
    undo()
    theme.apply(qapp)


def check(page: QWidget, window: QWidget) -> None:
    """It fits, every control has a name and a role, Tab comes by, and it is seen where one is."""
    assert walk.clipped(page) + walk.sideways(page) + walk.nameless(page) == []
    reached = walk.by_tab(window)
    assert [walk.name_of(each) for each in walk.controls(page) if each not in reached] == []
    assert [walk.name_of(each) for each in walk.controls(page) if walk.looks_the_same_focused(each)] == []


def test_the_recorders_bar(qtbot: QtBot, qapp: QApplication, tmp_path: Path, *, larger: bool) -> None:
    desk, tape = Laptop(qtbot, workspace(tmp_path)), Tape()
    try:
        theme.apply(qapp, larger=larger)
        desk.screen.resize(walk.AT_150 if larger else walk.AT_125)
        desk.screen._sound.microphone = lambda: tape
        desk.begin("talk")
        record(desk)
        bar = desk.screen.recorder
        tape.play(bytes(6 * 32_000))  # silence, which is told
        for _ in range(2):
            qtbot.waitUntil(lambda: walk.clipped(bar) == [])  # once it is laid out anew
            assert walk.controls(bar) == [bar.word, bar.pause, bar.stop]
            check(bar, desk.screen)
            told = QAccessible.queryAccessibleInterface(bar.state).text(QAccessible.Text.Name)
            assert "00:00:06" in told
            bar.toggle()
        bar.stop.click()
    finally:
        desk.close()


def test_the_telephones_photos(qtbot: QtBot, qapp: QApplication, tmp_path: Path, *, larger: bool) -> None:
    put(tmp_path / "card" / "DCIM" / "100" / "IMG_0001.jpg", 50).write_bytes(encoded(picture(80, 60)))
    with Workspace.create(tmp_path / "w", now=local_now) as made:
        add_form(made, write_form(tmp_path, SURVEY, "media.xml"), now=local_now)
    desk = Laptop(qtbot, tmp_path / "w")
    try:
        theme.apply(qapp, larger=larger)
        desk.screen.resize(walk.AT_150)
        desk.begin("media")
        for drives in ((tmp_path / "card",), ()):
            found = dialog(desk, *drives)
            found.activateWindow()
            QApplication.processEvents()
            check(found, found)
            assert found.width() <= desk.screen.width()
            told = QAccessible.queryAccessibleInterface(found.list)
            names = [told.child(at).text(QAccessible.Text.Name) for at in range(found.list.count())]
            assert [name.split("\n")[0] for name in names] == ["IMG_0001.jpg"] * len(drives)
            found.reject()
            qtbot.waitUntil(lambda: not isValid(found))  # noqa: B023 - waited for here
    finally:
        desk.close()
