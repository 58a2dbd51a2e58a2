"""Интервью with 100,000 of them, in the real window: scrolled to the end, searched, sorted, narrowed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gsmon_desktop.store import Workspace, interviews, local_now
from tests.bench import bulk
from tests.ui.conftest import OpenWindow
from tests.ui.keyboard import press, type_text
from ui.models.interviews import COLUMNS, KEPT
from ui.screens.interviews import InterviewsScreen

MANY = 100_000
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_a_hundred_thousand_interviews(qtbot: QtBot, tmp_path: Path, open_window: OpenWindow) -> None:
    bulk.make(tmp_path / "ws", MANY).close()
    window = open_window(tmp_path / "ws")
    assert window.shell is not None
    window.shell.go("interviews")
    screen = window.shell.screens["interviews"]
    assert isinstance(screen, InterviewsScreen)
    model = screen.model

    def settle() -> None:
        qtbot.waitUntil(lambda: window.tasks.pending == 0 and not screen._typing.isActive(), timeout=20_000)

    def numbers(*rows: int) -> list[int]:
        qtbot.waitUntil(lambda: all(model.row_at(row) is not None for row in rows), timeout=20_000)
        return [int(model.index(row, 0).data()) for row in rows]

    settle()
    assert model.rowCount() == MANY
    first, last = 0, MANY - 1
    press(screen.table, Qt.Key.Key_End, "", CTRL)
    assert numbers(last) == [1]
    bar = screen.table.verticalScrollBar()
    assert bar.value() == bar.maximum()
    for part in range(0, 101, 2):  # past more pages than the model keeps
        bar.setValue(bar.maximum() * part // 100)
        qtbot.wait(1)
    settle()
    assert len(model._pages) <= KEPT
    with Workspace.open(tmp_path / "ws", now=local_now, read_only=True) as ws:
        for at, name in enumerate(COLUMNS):
            for order, sign in ((Qt.SortOrder.AscendingOrder, ""), (Qt.SortOrder.DescendingOrder, "-")):
                screen.table.horizontalHeader().setSortIndicator(at, order)
                settle()
                ends = [
                    interviews.list(ws, order=sign + name, offset=row, limit=1)[0] for row in (first, last)
                ]
                assert numbers(first, last) == [row.number for row in ends], (name, order)
        for text in ("предоставление", "қаласы"):
            screen.search.clear()
            type_text(screen.search, text)
            settle()
            found = interviews.count(ws, text=text)
            assert 0 < found < MANY
            assert model.rowCount() == found
            assert numbers(first, found - 1)
        screen.statuses[interviews.FINISHED].click()
        settle()
        assert model.rowCount() == interviews.count(ws, text="қаласы", status=interviews.FINISHED)
        screen.reset.click()
        settle()
        assert model.rowCount() == MANY
