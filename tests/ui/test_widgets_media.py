"""Files and photos: pasted, dropped, refused."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from gsmon_desktop.interviewing.attaching import Pasted
from tests.ui.questions import TODAY, Shown, question
from ui.widgets.card import MOST_SHOWN, make_card
from ui.widgets.media import MediaEditor


def photo(folder: Path, name: str = "очередь.png") -> Path:
    picture = QImage(64, 48, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    picture.save(str(folder / name))
    return folder / name


def editor_of(shown: Shown) -> MediaEditor:
    assert isinstance(shown.editor, MediaEditor)
    return shown.editor


def dropped(editor: MediaEditor, mime: QMimeData) -> None:
    editor.dropEvent(
        QDropEvent(
            QPoint(5, 5),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def test_a_dropped_file_is_reported_whatever_its_ending(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, question("image"))
    for name in ("очередь.png", "IMG_1.HEIC", "без окончания"):
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(photo(tmp_path, "очередь.png").with_name(name)))])
        dropped(editor_of(shown), mime)
        assert shown.reported[-1] == str(tmp_path / name)
        assert editor_of(shown).source() == tmp_path / name


def test_a_picture_is_pasted_from_the_clipboard_without_a_file(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    shown = Shown(qtbot, question("image"))
    picture = QImage(10, 10, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    QGuiApplication.clipboard().setImage(picture)
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier, "v")
    assert shown.editor.press(event)
    source = editor_of(shown).source()
    assert isinstance(source, Pasted)
    assert shown.reported == [source.name]
    assert QImage.fromData(source.content).size() == picture.size()
    assert list(tmp_path.iterdir()) == []


def test_progress_is_said_and_buttons_sleep_but_the_one_with_the_keyboard(qtbot: QtBot) -> None:
    shown = Shown(qtbot, question("video"))
    editor = editor_of(shown)
    editor.show_progress(45)
    assert "45 %" in editor.name.text()
    assert not editor.remove.isEnabled()
    assert editor.choose.hasFocus()  # disabled, it would give the keyboard to another question
    editor.show_progress(None)
    assert "45" not in editor.name.text()
    assert editor.choose.isEnabled()


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


def test_of_a_long_comment_the_beginning_stands_under_the_question(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    card = make_card(question("audio"), parent, today=lambda: TODAY)
    card.show_remark("слово " * 1000)
    assert len(card.remark.text()) <= MOST_SHOWN + 3
    assert card.remark.text().endswith("…")
