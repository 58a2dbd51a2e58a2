"""The photo viewer in the filling screen: by keys and by mouse, one saved answer, one undo."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gsmon_desktop.interviewing import add_form
from gsmon_desktop.store import Workspace, local_now, media
from tests.interviewing.tools import write_form
from tests.media.tools import encoded, picture
from tests.ui.keyboard import place, press, type_text
from tests.ui.laptop import CTRL, ENTER, ESC, SHIFT, Laptop, kept
from ui.dialogs.photo import PhotoViewer

SURVEY = """
| survey |
| | type | name | label | relevant |
| | image | photo | Вход | |
| | text | photo_caption | Подпись | ${photo} != '' |
| | image | hall | Зал | |
| settings |
| | form_title | form_id |
| | Всё | media |
"""


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Laptop]:
    """A draft with a photo at its first question."""
    with Workspace.create(tmp_path / "w", now=local_now) as made:
        add_form(made, write_form(tmp_path, SURVEY, "media.xml"), now=local_now)
    laptop = Laptop(qtbot, tmp_path / "w")
    laptop.begin("media")
    attach(laptop, tmp_path, "photo")
    yield laptop
    laptop.close()


def attach(desk: Laptop, folder: Path, name: str) -> None:
    (folder / "IMG.png").write_bytes(encoded(picture(200, 100), "PNG"))
    desk.screen._go_to(f"/data/{name}")
    desk.settle()
    editor = desk.view.cards[f"/data/{name}"].editor
    editor.take_file(folder / "IMG.png")  # type: ignore[attr-defined]
    desk.settle()


def viewer(desk: Laptop) -> PhotoViewer:
    """Opened by its key, as soon as the photo is read."""
    desk.keys("o")
    desk.qtbot.waitUntil(lambda: bool(desk.screen.findChildren(PhotoViewer)))
    found = desk.screen.findChildren(PhotoViewer)[0]
    desk.qtbot.waitUntil(found.isVisible)
    return found


def keys(found: PhotoViewer, letters: str, layout: str = "latin") -> None:
    for letter in letters:
        code, text = place(letter, layout)
        press(found.view, code, text)


def photo(desk: Laptop, at: int = 0) -> Image.Image:
    desk.settle()
    with Workspace.open(desk.tasks.folder, now=local_now, read_only=True) as ws:
        file = media.of(ws, 1)[at]
        with media.open_content(ws.vault, file.sha256) as stream:
            return Image.open(io.BytesIO(stream.read())).convert("RGB")


def test_turned_with_a_russian_layout_saved_and_undone(desk: Laptop) -> None:
    before = photo(desk)
    found = viewer(desk)
    keys(found, "rrl", "russian")
    press(found.view, ENTER, "\r", CTRL)
    desk.qtbot.waitUntil(lambda: desk.value("photo") == "photo-2.png")
    assert ImageChops.difference(photo(desk), before.transpose(Image.Transpose.ROTATE_270)).getbbox() is None
    desk.key(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert desk.value("photo") == "photo-1.png"
    assert ImageChops.difference(photo(desk), before).getbbox() is None


def test_a_frame_by_keys_crops(desk: Laptop) -> None:
    found = viewer(desk)
    keys(found, "c")  # the frame stands in the middle, half as wide and half as high
    assert found.words.text().startswith("Стрелки двигают рамку")
    press(found.view, Qt.Key.Key_Left)
    press(found.view, Qt.Key.Key_Up)
    press(found.view, Qt.Key.Key_Right, "", SHIFT)
    press(found.view, ENTER, "\r")
    press(found.view, ENTER, "\r", CTRL)
    desk.qtbot.waitUntil(lambda: desk.value("photo") == "photo-2.png")
    assert photo(desk).size == (105, 50)


def test_a_face_is_blurred_by_mouse_and_gone_from_the_disk_when_the_draft_is_left(desk: Laptop) -> None:
    before = photo(desk)
    found = viewer(desk)
    canvas, scale = found.view.canvas, found.view.canvas.scale
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(round(20 * scale), round(10 * scale)))
    QTest.mouseMove(canvas, QPoint(round(80 * scale), round(70 * scale)))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(round(80 * scale), round(70 * scale)))
    box = canvas.frame.getCoords()
    keys(found, "b")
    press(found.view, ENTER, "\r", CTRL)
    desk.qtbot.waitUntil(lambda: desk.value("photo") == "photo-2.png")
    changed = ImageChops.difference(photo(desk), before).getbbox()
    assert changed is not None
    assert box[0] <= changed[0] < changed[2] <= box[2] + 1
    assert box[1] <= changed[1] < changed[3] <= box[3] + 1
    desk.key(ESC)
    desk.settle()
    desk.qtbot.waitUntil(lambda: desk.tasks.pending == 0)
    with Workspace.open(desk.tasks.folder, now=local_now, read_only=True) as ws:
        assert [row["name"] for row in ws.query("SELECT name FROM media")] == ["photo-2.png"]
    assert len([file for file in (desk.tasks.folder / "media").glob("??/*") if file.is_file()]) == 1


def test_a_step_is_taken_back_in_the_viewer_and_closing_saves_nothing(desk: Laptop) -> None:
    found = viewer(desk)
    size = found.view.canvas.picture.size()
    keys(found, "rb")
    press(found.view, ESC)  # the frame goes, the dialog stays
    assert found.isVisible()
    assert found.view.canvas.frame.isEmpty()
    press(found.view, Qt.Key.Key_Z, "", CTRL)
    assert found.view.canvas.picture.size() == size
    assert not found.undo.isEnabled()
    keys(found, "r")
    press(found, ESC)
    desk.settle()
    assert desk.value("photo") == "photo-1.png"


def test_zoom_by_keys(desk: Laptop) -> None:
    found = viewer(desk)
    fitting = found.view.canvas.scale
    press(found.view, Qt.Key.Key_Plus, "+")
    assert found.view.canvas.scale > fitting
    press(found.view, Qt.Key.Key_1, "1")
    assert found.view.canvas.scale == 1
    press(found.view, Qt.Key.Key_0, "0")
    assert found.view.canvas.scale == fitting
    found.reject()


def test_the_caption_is_the_forms_own_question_where_there_is_one(desk: Laptop, tmp_path: Path) -> None:
    found = viewer(desk)
    found.caption.setFocus()
    type_text(found.caption, "Вход с улицы")
    press(found.caption, ENTER, "\r", CTRL)
    desk.qtbot.waitUntil(lambda: desk.value("photo_caption") == "Вход с улицы")
    desk.settle()
    attach(desk, tmp_path, "hall")
    found = viewer(desk)
    type_text(found.caption, "Очередь")
    keys(found, "r")
    press(found.caption, ENTER, "\r", CTRL)
    desk.qtbot.waitUntil(lambda: desk.value("hall") == "hall-2.png")
    desk.qtbot.waitUntil(lambda: desk.view.cards["/data/hall"].remark.text().endswith("Очередь"))
    desk.settle()
    comments = kept(desk.tasks.folder, desk.screen.interview_id)[3]
    assert comments == {"hall": "Очередь"}
