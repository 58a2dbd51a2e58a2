"""The workspace is protected, locked, opened and laid open in the window, by keys and buttons."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import keyring
import pytest
from keyring.backend import KeyringBackend
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gsmon_desktop.store import Workspace, conversion, interviews, keyfile, recovery, remembered
from tests.ui.conftest import Hands, OpenWindow, now
from tests.ui.keyboard import press, type_text
from ui.dialogs.passphrase import PassphraseDialog
from ui.dialogs.recovery import RecoveryDialog
from ui.pictures import settle
from ui.screens.first_start import FirstStartScreen
from ui.screens.settings import SettingsScreen
from ui.screens.unlock import UnlockScreen
from ui.window import MainWindow

T = TypeVar("T", bound=QWidget)
PASSPHRASE, NEW = "тау басында қар", "су бойында тал"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyfile, "COST", keyfile.Cost(memory=32, iterations=1, lanes=1))


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A small encrypted workspace."""
    folder = tmp_path / "құпия"
    Workspace.create(folder, now=now, name="Айгүл", passphrase=PASSPHRASE).close()
    return folder


class Store(KeyringBackend):
    """A system's store of secrets, in memory."""

    priority = -1.0  # type: ignore[assignment] # found by nobody who was not given it

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def store() -> Iterator[Store]:
    """The system has a store of secrets."""
    before, made = keyring.get_keyring(), Store()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def _page(window: MainWindow, kind: type[T]) -> T:
    found = window.findChild(kind)
    assert isinstance(found, kind)
    return found


def _until_open(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.shell is not None, timeout=30_000)
    settle(window)


def _unlock(window: MainWindow, qtbot: QtBot, passphrase: str = PASSPHRASE) -> None:
    page = _page(window, UnlockScreen)
    type_text(page.passphrase, passphrase)
    press(page.passphrase, Qt.Key.Key_Return)
    _until_open(window, qtbot)


def _dialog(window: MainWindow, kind: type[T], qtbot: QtBot) -> T:
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(kind)), timeout=30_000)
    return next(each for each in window.findChildren(kind) if each.isVisible())


def _readable(folder: Path) -> bool:
    return any(b"SQLite format 3" in file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_protected_from_the_first_start(
    open_window: OpenWindow, qtbot: QtBot, files: Hands, tmp_path: Path
) -> None:
    window = open_window(tmp_path / "новая")
    first = _page(window, FirstStartScreen)
    type_text(first.owner.name, "Айгүл")
    assert first.begin.isEnabled()
    first.protect.click()
    assert not first.begin.isEnabled()
    type_text(first.passphrase.first, "qwerty")
    assert first.passphrase.bar.value() == 0
    first.passphrase.forget()
    type_text(first.passphrase.first, "Айгүл2026")  # her own name
    assert first.passphrase.bar.value() == 1
    first.passphrase.forget()
    type_text(first.passphrase.first, PASSPHRASE)
    assert first.passphrase.word.text() == "Надёжный"
    type_text(first.passphrase.again, PASSPHRASE[:-1])
    assert first.passphrase.word.text() == "Пароли не совпадают"
    assert not first.begin.isEnabled()
    type_text(first.passphrase.again, PASSPHRASE[-1])
    press(first.passphrase.again, Qt.Key.Key_Return)
    _until_open(window, qtbot)
    shown = _dialog(window, RecoveryDialog, qtbot)
    shown.copy.click()
    key = QGuiApplication.clipboard().text()
    files.answer = tmp_path / "page"
    shown.save.click()
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    shown.noted.click()
    window.close()
    assert not _readable(tmp_path / "новая")
    assert keyfile.unlock(tmp_path / "новая", PASSPHRASE)
    assert keyfile.unlock_with_recovery(tmp_path / "новая", key)


def test_a_wrong_passphrase_is_said_and_the_next_try_waits(
    open_window: OpenWindow, qtbot: QtBot, secret: Path
) -> None:
    window = open_window(secret)
    page = _page(window, UnlockScreen)
    assert page.passphrase.hasFocus()
    assert not page.keep.isEnabled()
    for seconds in (1, 2, 4):
        page.passphrase.clear()
        type_text(page.passphrase, "не тот")
        press(page.passphrase, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: page.seconds > 0, timeout=30_000)
        assert page.seconds == seconds
        assert "Пароль не подошёл" in page.notice.text.text()
        press(page.passphrase, Qt.Key.Key_Return)
        assert page.bar.isHidden()  # not tried
        for _ in range(seconds):
            page.pause.timeout.emit()
        assert page.open.isEnabled()
    page.passphrase.clear()
    _unlock(window, qtbot)
    assert window.tasks.keys is not None


def test_the_recovery_key_opens_and_a_new_passphrase_is_set(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    key, folder = recovery.make(), tmp_path / "w"
    Workspace.create(folder, now=now, passphrase=PASSPHRASE, recovery_key=key).close()
    window = open_window(folder)
    page = _page(window, UnlockScreen)
    page.forgotten.click()
    type_text(page.key, key[:-1])
    type_text(page.new.first, NEW)
    type_text(page.new.again, NEW)
    page.open.click()
    qtbot.waitUntil(page.notice.isVisible, timeout=30_000)
    assert "опечатка" in page.notice.text.text()
    type_text(page.key, key[-1])
    page.open.click()
    _until_open(window, qtbot)
    assert keyfile.unlock(folder, NEW)


def test_idle_minutes_lock_it_and_the_draft_comes_back(
    open_window: OpenWindow, qtbot: QtBot, qapp: QApplication, workspace: Path
) -> None:
    conversion.encrypt(workspace, PASSPHRASE, now=now)
    window = open_window(workspace)
    _unlock(window, qtbot)
    with Workspace.open(workspace, now=now, read_only=True, keys=window.tasks.keys) as ws:
        draft = next(iter(interviews.list(ws, status=interviews.DRAFT))).id
    assert window.shell is not None
    assert window.guard.idle.interval() == 10 * 60_000
    window.shell.go("scores")
    window.shell.resume(draft)
    settle(window)
    window.shell.show_finder()
    qapp.clipboard().setText("ответ")
    window.guard.idle.timeout.emit()
    settle(window)
    assert window.shell is None
    assert window.tasks.keys is None
    assert qapp.clipboard().text() == ""
    assert [each for each in qapp.topLevelWidgets() if each.isVisible()] == [window]
    assert "Рабочая папка закрыта" in _page(window, UnlockScreen).title.text()
    with Workspace.open(workspace, now=now, passphrase=PASSPHRASE):  # nobody holds it
        pass
    _unlock(window, qtbot)
    assert window.shell.filling.interview_id == draft
    assert window.shell.place == "scores"


def test_a_sign_of_life_puts_the_lock_off(open_window: OpenWindow, qtbot: QtBot, secret: Path) -> None:
    window = open_window(secret)
    _unlock(window, qtbot)
    window.guard.idle.start(1_000_000)
    press(window, Qt.Key.Key_Shift)
    assert window.guard.idle.isActive()
    window.guard.watch("0")
    assert not window.guard.idle.isActive()
    window.activateWindow()
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    settle(window)
    assert window.shell is None


def test_protected_changed_and_laid_open_from_the_settings(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "w"
    Workspace.create(folder, now=now, name="Айгүл").close()
    window = open_window(folder)
    assert _readable(folder)
    _settings(window).protection.protect.click()
    asked = _dialog(window, PassphraseDialog, qtbot)
    type_text(asked.new.first, PASSPHRASE)
    type_text(asked.new.again, PASSPHRASE)
    press(asked.new.again, Qt.Key.Key_Return)
    key = _dialog(window, RecoveryDialog, qtbot)
    key.noted.click()
    assert not _readable(folder)

    _settings(window).protection.change.click()
    asked = _dialog(window, PassphraseDialog, qtbot)
    type_text(asked.present, PASSPHRASE)
    type_text(asked.new.first, NEW)
    type_text(asked.new.again, NEW)
    asked.agree.click()
    settle(window)
    assert window.shell is not None
    assert window.shell.notice.text.text() == "Пароль сменён."

    _settings(window).protection.renew.click()
    asked = _dialog(window, PassphraseDialog, qtbot)
    type_text(asked.present, NEW)
    asked.agree.click()
    _dialog(window, RecoveryDialog, qtbot).noted.click()

    _settings(window).protection.unprotect.click()
    asked = _dialog(window, PassphraseDialog, qtbot)
    type_text(asked.present, PASSPHRASE)
    asked.agree.click()
    settle(window)
    assert "не подошёл" in window.shell.notice.text.text()
    _settings(window).protection.unprotect.click()
    asked = _dialog(window, PassphraseDialog, qtbot)
    type_text(asked.present, NEW)
    asked.agree.click()
    qtbot.waitUntil(lambda: not keyfile.is_encrypted(folder), timeout=30_000)
    _until_open(window, qtbot)
    assert window.tasks.keys is None


def _settings(window: MainWindow) -> SettingsScreen:
    assert window.shell is not None
    window.shell.go("settings")
    settle(window)
    screen = window.shell.screens["settings"]
    assert isinstance(screen, SettingsScreen)
    return screen


def test_the_systems_store_keeps_it_only_if_asked(
    open_window: OpenWindow, qtbot: QtBot, secret: Path, store: Store
) -> None:
    window = open_window(secret)
    page = _page(window, UnlockScreen)
    assert page.keep.isEnabled()
    assert not page.keep.isChecked()
    _unlock(window, qtbot)
    assert store.kept == {}
    window.guard.lock()
    _page(window, UnlockScreen).keep.click()
    _unlock(window, qtbot)
    assert list(store.kept.values()) == [PASSPHRASE]
    window.guard.lock()
    settle(window)
    assert window.shell is None  # a locked window is not opened by the store
    window.close()

    again = open_window(secret)
    _until_open(again, qtbot)
    _settings(again).protection.forget.click()
    qtbot.waitUntil(lambda: store.kept == {}, timeout=30_000)
    again.close()
    assert remembered.recall(secret) is None
