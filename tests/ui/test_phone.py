"""A photo taken from a connected telephone by keys; no telephone, another folder, a broken picture."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gsmon_desktop.interviewing import add_form
from gsmon_desktop.store import Workspace, local_now, media
from tests.interviewing.tools import write_form
from tests.media.test_phone import put
from tests.media.tools import encoded, picture
from tests.ui.keyboard import press
from tests.ui.laptop import ENTER, Laptop
from tests.ui.test_photo_viewer import SURVEY
from ui.dialogs.phone import PhonePhotos


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Laptop]:
    with Workspace.create(tmp_path / "w", now=local_now) as made:
        add_form(made, write_form(tmp_path, SURVEY, "media.xml"), now=local_now)
    laptop = Laptop(qtbot, tmp_path / "w")
    laptop.begin("media")
    yield laptop
    laptop.close()


def dialog(desk: Laptop, *drives: Path) -> PhonePhotos:
    desk.screen._media.drives = lambda: list(drives)
    desk.keys("t")
    desk.qtbot.waitUntil(lambda: bool(desk.screen.findChildren(PhonePhotos)))
    (found,) = desk.screen.findChildren(PhonePhotos)
    desk.qtbot.waitUntil(lambda: desk.tasks.pending == 0)
    return found


def test_the_second_newest_is_chosen_by_keys(desk: Laptop, tmp_path: Path) -> None:
    for name, at in (("old", 100), ("new", 300), ("middle", 200)):
        file = tmp_path / "card" / "DCIM" / "100" / f"{name}.jpg"
        put(file, at).write_bytes(encoded(picture(80, 60)))
        put_time(file, at)
    put(tmp_path / "card" / "DCIM" / "100" / "broken.jpg", 50)
    found = dialog(desk, tmp_path / "card")
    names = [found.list.item(row).text().split("\n")[0] for row in range(found.list.count())]
    assert names == ["new.jpg", "middle.jpg", "old.jpg", "broken.jpg"]
    assert found.words.text().endswith("новые сначала")
    first, last = (found.list.item(row).icon().pixmap(128).toImage() for row in (0, 3))
    assert first.pixelColor(first.width() // 2, first.height() // 2).alpha() == 255
    assert last.pixelColor(last.width() // 2, last.height() // 2).alpha() == 0
    press(found.list, Qt.Key.Key_Right)
    press(found.list, ENTER, "\r")
    desk.qtbot.waitUntil(lambda: desk.value("photo") == "photo-1.jpg")
    desk.settle()
    with Workspace.open(desk.tasks.folder, now=local_now, read_only=True) as ws:
        assert [file.original for file in media.of(ws, 1)] == ["middle.jpg"]


def put_time(file: Path, at: int) -> None:
    import os

    os.utime(file, (at, at))


def test_without_a_telephone_it_says_what_to_do_and_takes_a_folder(desk: Laptop, tmp_path: Path) -> None:
    found = dialog(desk)
    assert "буквой диска" in found.words.text()
    assert not found.take.isEnabled()
    put(tmp_path / "photos" / "a.jpg", 10).write_bytes(encoded(picture(80, 60)))

    class Hands(type(desk.screen._files)):  # type: ignore[misc]
        def folder(self, parent: object, title: str, start: str) -> Path:
            return tmp_path / "photos"

    found._files = Hands()
    found.other.click()
    desk.qtbot.waitUntil(lambda: found.list.count() == 1)
    found.take.click()
    desk.qtbot.waitUntil(lambda: desk.value("photo") == "photo-1.jpg")
    desk.settle()
