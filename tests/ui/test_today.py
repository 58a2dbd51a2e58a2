"""Сегодня and what finds things: the plan searched, warnings counted, help and records by Ctrl+K."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gsmon_desktop import demo, reference
from gsmon_desktop.field import control
from gsmon_desktop.store import Workspace, backup
from tests.ui.conftest import MORNING, OpenWindow, now
from tests.ui.keyboard import press, type_text
from tests.ui.test_window import ENTER, shell_of, shortcut
from ui.dialogs.finder import Finder
from ui.dialogs.help import HelpWindow
from ui.i18n import Language
from ui.pictures import settle
from ui.screens.today import CHECKED_FROM, TodayScreen
from ui.tasks import Tasks


def test_the_plan_is_searched_and_call_backs_are_counted(open_window: OpenWindow, tmp_path: Path) -> None:
    demo.make(tmp_path / "ws", interviews=300, seed=7, now=now).close()
    window = open_window(tmp_path / "ws")
    today = shell_of(window).screens["today"]
    assert isinstance(today, TodayScreen)
    with Workspace.open(tmp_path / "ws", now=now, read_only=True) as ws:
        behind = sum(each.behind for each in control.shares(ws) if each.complete >= CHECKED_FROM)
    assert today._seen is not None
    assert today._seen.behind == behind
    lines = today.plan.model().rowCount()
    type_text(today.search, "земел")
    assert 0 < today.plan.model().rowCount() < lines
    type_text(today.search, "ъъъ")
    assert today.plan.isHidden()
    assert "поиск" in today.no_plan.text()


def test_the_latest_copy_is_known_by_its_day(tmp_path: Path) -> None:
    assert backup.latest(tmp_path) is None
    (tmp_path / "backups").mkdir()
    for name in ("daily-20261101.db", "daily-20261124.db", "before-restore.db"):
        (tmp_path / "backups" / name).touch()
    assert backup.latest(tmp_path) == MORNING.date()


def test_help_and_records_are_found_by_ctrl_k(open_window: OpenWindow, workspace: Path) -> None:
    window = open_window(workspace)
    shell = shell_of(window)
    for typed, seen in (
        ("ключ копии", lambda: window.findChild(HelpWindow)),
        ("фокус гр", lambda: shell.is_filling),
    ):
        shortcut(window, Qt.Key.Key_K)
        finder = window.findChild(Finder)
        assert isinstance(finder, Finder)
        type_text(finder.field, typed)
        press(finder, ENTER)
        settle(window)
        assert seen()
        for each in window.findChildren(HelpWindow):
            each.close()


@pytest.mark.parametrize(
    ("day", "warned"),
    [
        (datetime(1980, 1, 1, 0, 5, tzinfo=UTC), True),
        (MORNING - timedelta(days=40), True),
        (MORNING, False),
        (MORNING + timedelta(days=1), False),
    ],
)
def test_a_clock_that_cannot_be_right_is_warned_of(
    workspace: Path, language: Language, qtbot: QtBot, day: datetime, warned: bool
) -> None:
    tasks = Tasks(workspace, now=lambda: day)
    page = TodayScreen(tasks, reference.catalogue(), language)
    qtbot.addWidget(page)
    page.refresh()
    qtbot.waitUntil(lambda: page._seen is not None)
    assert (f"Часы компьютера показывают {day:%d.%m.%Y}" in page.warning.text.text()) is warned
    tasks.close()
