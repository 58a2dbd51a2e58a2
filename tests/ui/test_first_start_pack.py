"""The central office's pack at the first start: chosen or dropped, its words compared, in force."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent

from gsmon_desktop import reference
from gsmon_desktop.exchange import keys, packs
from gsmon_desktop.interviewing import add_built_in, retention
from gsmon_desktop.store import Workspace
from tests.ui.conftest import Hands, OpenWindow, now
from tests.ui.keyboard import press, type_text
from ui.pictures import settle
from ui.screens.first_start import FirstStartScreen
from ui.window import MainWindow

ENTER, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space


@pytest.fixture(autouse=True)
def shipped_reference() -> Iterator[None]:
    yield
    reference.use(Path("nowhere"))


def office(folder: Path) -> tuple[Path, str]:
    """A central office's pack, and the words it reads over the telephone."""
    with Workspace.create(folder, now=now, role="hq") as ws:
        add_built_in(ws, now=now)
        retention.set_rule(ws, 30)
        pack = packs.make(ws, folder.parent, now=now, interviewers=["Айгүл", "Болат"])
        return pack, keys.identity(ws, now=now).public.fingerprint


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    return office(tmp_path_factory.mktemp("центр") / "office")


def first_of(window: MainWindow) -> FirstStartScreen:
    first = window.findChild(FirstStartScreen)
    assert isinstance(first, FirstStartScreen)
    return first


def drop(first: FirstStartScreen, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    first.dropEvent(QDropEvent(QPoint(5, 5), copy, data, left, none))


def test_a_pack_by_keys_alone(
    open_window: OpenWindow, tmp_path: Path, files: Hands, pack: tuple[Path, str]
) -> None:
    window = open_window(tmp_path / "новая")
    first = first_of(window)
    files.answer, said = pack
    type_text(first.owner.name, "Айгүл")
    press(first.pack.choose, SPACE, " ")
    settle(window)
    assert first.pack.words.text() == said
    assert "№ 1" in first.pack.holds.text()
    assert "Интервьюеров в списке: 2" in first.pack.holds.text()
    assert first.pack.same.hasFocus()
    assert not first.begin.isEnabled()  # the words were not compared yet
    press(first.pack.same, SPACE, " ")
    press(first.owner.name, ENTER, "\r")
    settle(window)
    assert window.shell is not None
    assert window.shell.notice.text.text() == "Настройки центрального офиса установлены."
    window.close()
    with Workspace.open(tmp_path / "новая", now=now) as ws:
        current = packs.current(ws)
        assert current is not None
        assert current.number == 1
        assert retention.rule(ws) == 30


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # popups where there is no screen
def test_the_names_of_the_packs_list_are_offered_while_typing(
    open_window: OpenWindow, tmp_path: Path, pack: tuple[Path, str]
) -> None:
    window = open_window(tmp_path / "новая")
    first = first_of(window)
    drop(first, pack[0])
    settle(window)
    first.owner.name.setFocus()
    type_text(first.owner.name, "бол")
    popup = first.owner.completer.popup()
    assert popup.isVisible()
    press(popup, Qt.Key.Key_Down, "")
    press(popup, ENTER, "\r")
    assert not popup.isVisible()
    assert first.owner.owner()[0] == "Болат"
    press(first.pack.drop, SPACE, " ")
    first.owner.name.setFocus()
    first.owner.name.clear()
    type_text(first.owner.name, "бол")  # without the pack nobody is known
    assert not popup.isVisible()


def test_what_is_no_pack_says_so_and_a_sound_one_can_be_left_out(
    open_window: OpenWindow, tmp_path: Path, pack: tuple[Path, str]
) -> None:
    window = open_window(tmp_path / "новая")
    first = first_of(window)
    type_text(first.owner.name, "Айгүл")
    for content in (b"", b"\xff\x00no", b'{"gsmon": "receipt", "format": 1}', pack[0].read_bytes()[:-500]):
        (tmp_path / "файл.json").write_bytes(content)
        drop(first, tmp_path / "файл.json")
        settle(window)
        assert first.notice.isVisible()
        assert str(tmp_path / "файл.json") in first.notice.text.text()
        assert first.begin.isEnabled()
        assert first.pack.chosen is None
    drop(first, pack[0])
    settle(window)
    assert not first.notice.isVisible()
    assert not first.begin.isEnabled()
    press(first.pack.drop, SPACE, " ")
    assert first.pack.choose.hasFocus()
    press(first.owner.name, ENTER, "\r")
    press(first.owner.region, ENTER, "\r")
    settle(window)
    assert window.shell is not None
    window.close()
    with Workspace.open(tmp_path / "новая", now=now) as ws:
        assert packs.current(ws) is None


def test_another_pack_in_the_compared_ones_place_is_not_installed(
    open_window: OpenWindow, tmp_path: Path, pack: tuple[Path, str]
) -> None:
    window = open_window(tmp_path / "новая")
    first = first_of(window)
    file = Path(shutil.copy(pack[0], tmp_path / "настройки.json"))
    drop(first, file)
    type_text(first.owner.name, "Айгүл")
    settle(window)
    press(first.pack.same, SPACE, " ")
    other, said = office(tmp_path / "чужой")
    shutil.copy(other, file)
    press(first.owner.name, ENTER, "\r")
    settle(window)
    assert window.shell is None
    assert said in first.notice.text.text()
    assert not (tmp_path / "новая").exists()  # nothing half made stays
    press(first.pack.drop, SPACE, " ")
    press(first.owner.name, ENTER, "\r")
    press(first.owner.region, ENTER, "\r")
    settle(window)
    assert window.shell is not None
    assert not window.shell.notice.isVisible()
