"""The disk says no, a workspace does not open, a copy is made, checked, brought back: in the real window."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gsmon_desktop.exchange import export
from gsmon_desktop.interviewing import continued
from gsmon_desktop.store import Workspace, backup, interviews, keyfile, recovery
from tests.ui.conftest import Hands, OpenWindow, now
from tests.ui.keyboard import press, type_text
from tests.ui.laptop import make_workspace
from ui.dialogs.copy_key import CopyKeyDialog
from ui.pictures import settle
from ui.screens.exchange_sending import SendingPage
from ui.screens.first_start import FirstStartScreen
from ui.screens.interviews import InterviewsScreen
from ui.screens.not_opened import NotOpenedScreen
from ui.screens.settings import SettingsScreen
from ui.screens.settings_care import Care
from ui.shell import Shell
from ui.window import MainWindow

F5, F6 = Qt.Key.Key_F5, Qt.Key.Key_F6


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace nobody worked in yet."""
    return make_workspace(tmp_path_factory.mktemp("blank") / "workspace")


@pytest.fixture
def laptop(blank: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return Path(shutil.copytree(blank, tmp_path / "Жұмыс үстелі"))


def shell_of(window: MainWindow) -> Shell:
    assert window.shell is not None
    return window.shell


def key(window: MainWindow, code: int, text: str = "") -> None:
    press(window.focusWidget() or window, code, text)


def begin(window: MainWindow, qtbot: QtBot) -> str:
    """A new interview with its first question answered; its id."""
    filling = shell_of(window).filling
    shell_of(window).new_interview()
    qtbot.waitUntil(lambda: bool(filling.interview_id) and not filling.busy())
    return filling.interview_id


def refuse(window: MainWindow, qtbot: QtBot, workspace: Path) -> Path:
    """The workspace is moved away amid an interview, and an answer is refused; where it is now."""
    away = workspace.with_name("вынута")
    workspace.rename(away)
    for letter in "есил":
        key(window, ord(letter.upper()), letter)
    key(window, Qt.Key.Key_Return, "\r")
    status = shell_of(window).filling.status
    qtbot.waitUntil(status.trouble.isVisible)
    assert "нет на месте" in status.words.text()
    assert status.retry.isVisible()
    assert status.elsewhere.isVisible()
    return away


def test_a_refused_answer_is_tried_again_when_the_disk_is_back(
    open_window: OpenWindow, laptop: Path, qtbot: QtBot
) -> None:
    window = open_window(laptop)
    interview = begin(window, qtbot)
    filling = shell_of(window).filling
    away = refuse(window, qtbot, laptop)
    before = filling._view().current if filling._view() else ""  # type: ignore[union-attr]
    key(window, F5)
    qtbot.waitUntil(lambda: not filling.busy())
    assert filling.status.trouble.isVisible()
    away.rename(laptop)
    key(window, F5)
    qtbot.waitUntil(lambda: not filling.status.trouble.isVisible())
    settle(window)
    assert filling._session().value(before) != ""
    window.close()
    with Workspace.open(laptop, now=now, read_only=True) as ws:
        assert interviews.answers(ws, interviews.get(ws, interview).number)[before] != ""


def test_an_interview_goes_on_in_another_folder_with_the_refused_answer(
    open_window: OpenWindow, laptop: Path, qtbot: QtBot, files: Hands, tmp_path: Path
) -> None:
    window = open_window(laptop)
    interview = begin(window, qtbot)
    before = shell_of(window).filling._view().current  # type: ignore[union-attr]
    refuse(window, qtbot, laptop)
    files.answer = tmp_path / "флешка"
    files.answer.mkdir()
    with qtbot.waitSignal(window.opened):
        key(window, F6)
    filling = shell_of(window).filling
    qtbot.waitUntil(lambda: filling.interview_id == interview and not filling.busy())
    settle(window)
    assert filling._session().value(before) != ""
    assert window.tasks.folder.parent == files.answer
    assert "Работа продолжается в папке" in shell_of(window).notice.text.text()
    assert continued(laptop) == window.tasks.folder
    window.close()
    with Workspace.open(continued(laptop), now=now) as ws:
        assert interviews.answers(ws, interviews.get(ws, interview).number)[before] != ""
        assert interviews.count(ws) == 1


def test_nothing_is_asked_where_nothing_was_refused(
    open_window: OpenWindow, laptop: Path, qtbot: QtBot, files: Hands
) -> None:
    window = open_window(laptop)
    begin(window, qtbot)
    key(window, F5)
    key(window, F6)
    assert window.tasks.folder == laptop


# ------------------------------------------------------------ a workspace that does not open


def test_a_damaged_workspace_is_repaired_from_where_it_is_told(
    open_window: OpenWindow, workspace: Path, qtbot: QtBot
) -> None:
    with Workspace.open(workspace, now=now) as ws:
        page = ws.value("SELECT rootpage FROM sqlite_master WHERE name = 'setting'")
        before = interviews.count(ws)
    content = bytearray((workspace / "gsmon.db").read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    (workspace / "gsmon.db").write_bytes(content)
    window = open_window(workspace)
    told = window.findChild(NotOpenedScreen)
    assert isinstance(told, NotOpenedScreen)
    assert told.repair.hasFocus()
    with qtbot.waitSignal(window.opened, timeout=30_000):
        press(told.repair, Qt.Key.Key_Space, " ")
    settle(window)
    assert "новую базу" in shell_of(window).notice.text.text()
    window.close()
    with Workspace.open(workspace, now=now) as ws:
        assert interviews.count(ws) == before


def test_nothing_to_read_says_where_the_copies_are_and_brings_one_back(
    open_window: OpenWindow, workspace: Path, qtbot: QtBot, files: Hands
) -> None:
    with Workspace.open(workspace, now=now) as ws:
        files.answer = backup.daily(ws, now=now)
    (workspace / "gsmon.db").write_bytes(b"\xff" * 100_000)
    window = open_window(workspace)
    told = window.findChild(NotOpenedScreen)
    assert isinstance(told, NotOpenedScreen)
    told.repair.click()
    qtbot.waitUntil(told.notice.isVisible)
    assert files.answer is not None
    assert files.answer.name in told.notice.text.text()
    with qtbot.waitSignal(window.opened, timeout=30_000):
        told.restore.click()
    settle(window)
    assert window.tasks.folder.parent == workspace.parent
    assert "возвращены из копии" in shell_of(window).notice.text.text()
    assert (workspace / "gsmon.db").read_bytes() == b"\xff" * 100_000


def test_the_first_start_brings_a_copy_back(
    open_window: OpenWindow, workspace: Path, qtbot: QtBot, files: Hands, tmp_path: Path
) -> None:
    with Workspace.open(workspace, now=now) as ws:
        files.answer = backup.copy_workspace(ws, tmp_path / "stick", now=now).folder / "gsmon.db"
    window = open_window(tmp_path / "новая")
    first = window.findChild(FirstStartScreen)
    assert isinstance(first, FirstStartScreen)
    with qtbot.waitSignal(window.opened, timeout=30_000):
        first.restore.click()
    settle(window)
    assert window.tasks.folder == tmp_path / "новая"
    files.answer = tmp_path / "нет.db"


def test_sent_work_without_a_receipt_is_told_and_sent_again_by_its_button(
    open_window: OpenWindow, workspace: Path, qtbot: QtBot, files: Hands, tmp_path: Path
) -> None:
    for name in ("первый", "второй"):
        (tmp_path / name).mkdir()
    with Workspace.open(workspace, now=now) as ws:
        sent = export(ws, tmp_path / "первый", now=now).interviews
        files.answer = backup.copy_workspace(ws, tmp_path / "stick", now=now).folder / "gsmon.db"
    window = open_window(tmp_path / "новая")
    first = window.findChild(FirstStartScreen)
    assert isinstance(first, FirstStartScreen)
    with qtbot.waitSignal(window.opened, timeout=30_000):
        first.restore.click()
    settle(window)
    assert f"без квитанции: {sent}" in shell_of(window).notice.text.text()
    shell_of(window).go("exchange")
    settle(window)
    page = window.findChild(SendingPage)
    assert isinstance(page, SendingPage)
    assert page.again.text() in shell_of(window).notice.text.text()
    files.answer = tmp_path / "второй"
    press(page.again, Qt.Key.Key_Space, " ")
    qtbot.waitUntil(lambda: list((tmp_path / "второй").iterdir()) != [], timeout=30_000)
    settle(window)


# ------------------------------------------------------------ Настройки and Интервью


def copy_dialog(window: MainWindow) -> CopyKeyDialog:
    return next(each for each in window.findChildren(CopyKeyDialog) if each.isVisible())


def test_an_encrypted_copy_comes_back_by_its_recovery_key(
    open_window: OpenWindow, qtbot: QtBot, files: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyfile, "COST", keyfile.Cost(memory=32, iterations=1, lanes=1))
    key = recovery.make()
    with Workspace.create(
        tmp_path / "құпия", now=now, name="Айгүл", passphrase="тау басында қар", recovery_key=key
    ) as ws:
        files.answer = backup.copy_workspace(ws, tmp_path / "stick", now=now).folder / "gsmon.db"
    window = open_window(tmp_path / "новая")
    first = window.findChild(FirstStartScreen)
    assert isinstance(first, FirstStartScreen)
    for typed in (recovery.make(), key.lower()):
        first.restore.click()
        dialog = copy_dialog(window)
        dialog.other.click()
        assert not dialog.agree.isEnabled()
        type_text(dialog.key, typed)
        type_text(dialog.new.first, "жаңа құпия сөз")
        assert not dialog.agree.isEnabled()
        type_text(dialog.new.again, "жаңа құпия сөз")
        if typed != key.lower():
            dialog.agree.click()
            qtbot.waitUntil(first.notice.isVisible, timeout=30_000)
            assert not (tmp_path / "новая" / "gsmon.db").exists()
        else:
            with qtbot.waitSignal(window.opened, timeout=30_000):
                dialog.agree.click()
    settle(window)
    assert "возвращены из копии" in shell_of(window).notice.text.text()
    window.tasks.close()
    assert keyfile.unlock(tmp_path / "новая", "жаңа құпия сөз") is not None


def test_an_encrypted_copy_asks_for_its_passphrase_and_opens(
    open_window: OpenWindow, qtbot: QtBot, files: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyfile, "COST", keyfile.Cost(memory=32, iterations=1, lanes=1))
    with Workspace.create(tmp_path / "құпия", now=now, name="Айгүл", passphrase="тау басында қар") as ws:
        files.answer = backup.copy_workspace(ws, tmp_path / "stick", now=now).folder / "gsmon.db"
    window = open_window(tmp_path / "новая")
    first = window.findChild(FirstStartScreen)
    assert isinstance(first, FirstStartScreen)
    for word in ("не тот", "тау басында қар"):
        first.restore.click()
        dialog = copy_dialog(window)
        type_text(dialog.present, word)
        if word == "не тот":
            press(dialog.present, Qt.Key.Key_Return)
            qtbot.waitUntil(first.notice.isVisible, timeout=30_000)
            assert "парол" in first.notice.text.text().lower()
            window.language.switch("en")
            qtbot.waitUntil(lambda: "passphrase" in first.notice.text.text())
            window.language.switch("ru")
            assert not (tmp_path / "новая" / "gsmon.db").exists()
        else:
            with qtbot.waitSignal(window.opened, timeout=30_000):
                press(dialog.present, Qt.Key.Key_Return)
    settle(window)
    assert window.tasks.folder == tmp_path / "новая"
    assert keyfile.is_encrypted(tmp_path / "новая")
    assert "возвращены из копии" in shell_of(window).notice.text.text()


def care_of(window: MainWindow) -> Care:
    shell_of(window).go("settings")
    settle(window)
    screen = shell_of(window).screens["settings"]
    assert isinstance(screen, SettingsScreen)
    return screen.care


def test_a_copy_in_two_clicks(
    open_window: OpenWindow, workspace: Path, qtbot: QtBot, files: Hands, tmp_path: Path
) -> None:
    window = open_window(workspace)
    care = care_of(window)
    files.answer = tmp_path / "флешка"
    files.answer.mkdir()
    care.copy.click()
    qtbot.waitUntil(care.notice.isVisible, timeout=30_000)
    (made,) = files.answer.iterdir()
    assert str(made) in care.notice.text.text()
    with Workspace.open(made, now=now) as copy:
        assert interviews.count(copy) > 40


def test_a_check_and_its_repair(open_window: OpenWindow, workspace: Path, qtbot: QtBot) -> None:
    window = open_window(workspace)
    care = care_of(window)
    care.check.click()
    qtbot.waitUntil(care.notice.isVisible, timeout=30_000)
    assert care.notice.text.text() == "Рабочая папка в порядке."
    assert not care.repair.isVisible()
    (workspace / "gsmon.db.new").write_bytes(b"half")
    care.check.click()
    qtbot.waitUntil(care.repair.isVisible, timeout=30_000)
    assert "gsmon.db.new" in care.findings.toPlainText()
    care.repair.click()
    qtbot.waitUntil(lambda: "Исправлено" in care.notice.text.text(), timeout=30_000)
    assert "Перенесён: backups/aside-" in care.findings.toPlainText()
    assert not care.repair.isVisible()
    window.language.switch("kk")
    settle(window)
    assert "Көшірілді: backups/aside-" in care.findings.toPlainText()
    shell_of(window).go("interviews")  # the lane has opened the workspace again
    settle(window)
    screen = shell_of(window).screens["interviews"]
    assert isinstance(screen, InterviewsScreen)
    assert screen.model.rowCount() > 0


def test_a_check_can_be_stopped(open_window: OpenWindow, workspace: Path, qtbot: QtBot) -> None:
    window = open_window(workspace)
    care = care_of(window)
    care.check.click()
    care.stop.click()
    qtbot.waitUntil(care.check.isEnabled, timeout=30_000)
    assert care.notice.text.text() in ("Остановлено.", "Рабочая папка в порядке.")


def test_the_trail_of_an_interview_as_audit_csv(
    open_window: OpenWindow, workspace: Path, qtbot: QtBot, files: Hands, tmp_path: Path
) -> None:
    window = open_window(workspace)
    with Workspace.open(workspace, now=now, read_only=True) as ws:
        row = interviews.list(ws, status="finished")[0]
    shell_of(window).go("interviews")
    screen = shell_of(window).screens["interviews"]
    assert isinstance(screen, InterviewsScreen)
    qtbot.waitUntil(lambda: screen.preview.reading is not None)
    screen.preview.show_interview(row.id)
    qtbot.waitUntil(lambda: screen.preview.reading is not None and screen.preview.reading.row.id == row.id)
    files.answer = tmp_path / "журнал.csv"
    screen.preview.tabs.setCurrentIndex(1)
    assert screen.preview.audit.isVisible()
    screen.preview.audit.click()
    qtbot.waitUntil((tmp_path / "журнал.csv").exists)
    with (tmp_path / "журнал.csv").open(encoding="utf-8", newline="") as file:
        assert {line["event"] for line in csv.DictReader(file)} == {"form finalize"}
