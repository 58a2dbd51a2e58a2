"""Files and photos: pasted, dropped, refused."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage, QKeyEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.questions import Shown, question
from ui.widgets.media import MediaEditor
from ui.widgets.pasted import clear_pasted


def photo(folder: Path, name: str = "очередь.png") -> Path:
    picture = QImage(64, 48, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    picture.save(str(folder / name))
    return folder / name


def editor_of(shown: Shown) -> MediaEditor:
    assert isinstance(shown.editor, MediaEditor)
    return shown.editor


def test_a_dropped_photo_is_reported_with_its_path(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, question("image"))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(photo(tmp_path)))])
    drop = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    editor_of(shown).dropEvent(drop)
    assert shown.reported == [str(tmp_path / "очередь.png")]
    assert editor_of(shown).thumbnail.isVisible()


def test_a_picture_is_pasted_from_the_clipboard(qtbot: QtBot) -> None:
    shown = Shown(qtbot, question("image"))
    picture = QImage(10, 10, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    QGuiApplication.clipboard().setImage(picture)
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier, "v")
    assert shown.editor.press(event)
    path = Path(shown.reported[0])
    assert QImage(str(path)).size() == picture.size()
    clear_pasted()  # as the next start does
    assert not path.exists()


def test_a_file_of_another_kind_is_refused_in_words(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "список.xlsx").write_bytes(b"PK")
    shown = Shown(qtbot, question("image"))
    editor_of(shown).take_file(tmp_path / "список.xlsx")
    assert shown.reported == []
    assert "список.xlsx" in shown.editor.problem()


def test_space_opens_the_dialog_and_the_chosen_file_is_reported(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, question("file"))
    (tmp_path / "справка.pdf").write_bytes(b"%PDF")
    assert shown.editor.press(
        QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ")
    )
    dialog = shown.editor.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "справка.pdf"))
    dialog.close()
    assert shown.reported == [str(tmp_path / "справка.pdf")]


def test_delete_takes_the_file_away(qtbot: QtBot) -> None:
    shown = Shown(qtbot, question("image", value="photo.jpg"))
    assert editor_of(shown).name.text() == "photo.jpg"
    shown.editor.press(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier))
    assert shown.reported == [""]
    assert editor_of(shown).value() == ""
