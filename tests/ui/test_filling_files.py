"""Files in the filling screen: dropped, pasted, asked about, refused with a reason; thumbnails in memory."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from gsmon_desktop.interviewing import add_form
from gsmon_desktop.store import Workspace, local_now, media
from tests.interviewing.test_attaching import SURVEY
from tests.interviewing.tools import write_form
from tests.media.test_kinds import recording
from tests.media.test_photo import HEIC, empty_png
from tests.media.tools import bare_photo, encoded, picture, tags
from tests.ui.laptop import CTRL, Laptop
from ui.screens import filling_files
from ui.widgets.media import MediaEditor


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Laptop]:
    """The screen with an interview that asks for every kind of file."""
    with Workspace.create(tmp_path / "w", now=local_now) as made:
        add_form(made, write_form(tmp_path, SURVEY, "media.xml"), now=local_now)
        made.settings["large_file"] = "100000"
    laptop = Laptop(qtbot, tmp_path / "w")
    laptop.begin("media")
    yield laptop
    laptop.close()


def go(desk: Laptop, name: str) -> MediaEditor:
    desk.screen._go_to(f"/data/{name}")
    desk.settle()
    editor = desk.view.cards[f"/data/{name}"].editor
    assert isinstance(editor, MediaEditor)
    return editor


def drop(desk: Laptop, name: str, file: Path, content: bytes) -> MediaEditor:
    file.write_bytes(content)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    editor = go(desk, name)
    give(editor, mime)
    desk.settle()
    return editor


def give(editor: MediaEditor, mime: QMimeData) -> None:
    no = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, no)
    editor.dropEvent(event)


def refusal(desk: Laptop, name: str) -> str:
    return desk.view.cards[f"/data/{name}"].wrong()


def files(desk: Laptop) -> list[media.Attached]:
    with Workspace.open(desk.tasks.folder, now=local_now, read_only=True) as ws:
        return list(media.of(ws, 1))


def test_a_telephones_photo_comes_in_and_shows_itself(desk: Laptop, tmp_path: Path) -> None:
    drop(desk, "photo", tmp_path / "IMG_1.HEIC", HEIC)
    assert desk.value("photo") == "photo-1.jpg"
    (file,) = files(desk)
    assert (file.type, file.width, file.height, file.taken) == (
        "image/jpeg",
        48,
        64,
        "2026-03-02T10:15:30+05:00",
    )
    editor = go(desk, "photo")
    desk.qtbot.waitUntil(lambda: editor.pictured == "photo-1.jpg")
    assert editor.thumbnail.pixmap().height() == 64
    assert editor.thumbnail.isVisible()


def test_an_attached_photo_shows_itself_again_in_a_resumed_draft(desk: Laptop, tmp_path: Path) -> None:
    sideways = picture(400, 300).transpose(Image.Transpose.ROTATE_90)
    drop(desk, "photo", tmp_path / "a.jpg", encoded(sideways, exif=tags(6)))
    id_ = desk.screen.interview_id
    desk.screen.leave()
    desk.resume(id_)
    editor = go(desk, "photo")
    desk.qtbot.waitUntil(lambda: editor.pictured == "photo-1.jpg")
    assert (editor.thumbnail.pixmap().width(), editor.thumbnail.pixmap().height()) == (96, 72)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("фото.jpg", "просто текст".encode(), ".jpg"),
        ("бомба.png", empty_png(10_000, 10_000), "100 млн"),
        ("пусто.jpg", b"", "пустой"),
        ("обрыв.jpg", encoded(picture(300, 200))[:900], "повреждён"),
        ("документ.pdf", b"%PDF-1.7", "не фото"),
    ],
)
def test_what_is_no_good_photo_is_refused_in_words(
    desk: Laptop, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    drop(desk, "photo", tmp_path / name, content)
    desk.qtbot.waitUntil(lambda: said in refusal(desk, "photo"))
    assert name in refusal(desk, "photo")
    assert desk.value("photo") == ""
    assert files(desk) == []
    assert go(desk, "photo").choose.isEnabled()
    drop(desk, "photo", tmp_path / "другое.jpg", bare_photo())
    assert desk.value("photo") == "photo-1.jpg"
    assert refusal(desk, "photo") == ""


def test_a_pasted_picture_touches_no_disk_but_the_workspace(
    desk: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "temp"
    empty.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(empty))
    drawn = QImage(60, 40, QImage.Format.Format_RGB32)
    drawn.fill(QColor("teal"))
    mime = QMimeData()
    mime.setImageData(drawn)
    go(desk, "photo").take(mime)
    desk.settle()
    assert desk.value("photo") == "photo-1.png"
    assert list(empty.iterdir()) == []


def answer(desk: Laptop, text: str) -> None:
    box = desk.screen.findChild(QMessageBox)
    assert box is not None
    button = next(button for button in box.buttons() if button.text() == text)
    button.click()
    desk.settle()


@pytest.mark.parametrize(("choice", "kept"), [("Приложить целиком", "film-1.mp4"), ("Не прилагать", "")])
def test_a_large_recording_is_asked_about(desk: Laptop, tmp_path: Path, choice: str, kept: str) -> None:
    drop(desk, "film", tmp_path / "визит.mp4", recording(b"isom", b"vide", size=200_000))
    desk.qtbot.waitUntil(lambda: desk.screen.findChild(QMessageBox) is not None)
    answer(desk, choice)
    desk.qtbot.waitUntil(lambda: desk.value("film") == kept)
    assert [file.name for file in files(desk)] == ([kept] if kept else [])


@pytest.mark.parametrize(("choice", "width"), [("Уменьшить", 1600), ("Оставить как есть", None)])
def test_a_large_photo_as_a_file_may_be_made_small(
    desk: Laptop, tmp_path: Path, choice: str, width: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.tasks.lane(lambda ws: ws.settings.__setitem__("large_file", "9000000"))
    drop(desk, "paper", tmp_path / "скан.jpg", bare_photo(1, 1900))
    desk.qtbot.waitUntil(lambda: desk.screen.findChild(QMessageBox) is not None)
    answer(desk, choice)
    desk.qtbot.waitUntil(lambda: desk.value("paper") == "paper-1.jpg")
    assert [file.width for file in files(desk)] == [width]


def test_thumbnails_in_memory_are_bounded(
    desk: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filling_files, "CACHED", 2)
    for seed, name in enumerate(("photo", "small", "proof")):
        drop(desk, name, tmp_path / f"{name}.jpg", bare_photo(seed, 60))
        editor = go(desk, name)
        desk.qtbot.waitUntil(lambda editor=editor, name=name: editor.pictured == f"{name}-1.jpg")
    assert len(desk.screen._taking._pictures) == 2


def test_a_removed_file_comes_back_by_the_key_that_is_told(desk: Laptop, tmp_path: Path) -> None:
    editor = drop(desk, "photo", tmp_path / "a.png", empty_png(40, 30))
    name = editor.value()
    assert name
    editor.remove.setFocus()
    desk.key(Qt.Key.Key_Space, text=" ")
    desk.settle()
    assert desk.screen.status.line.state.text() == "Файл убран. Ctrl+Z вернёт его."
    assert not desk.screen._session().value("/data/photo")
    desk.key(ord("Z"), CTRL)
    desk.settle()
    assert desk.screen._session().value("/data/photo") == name
