"""A day with the program, by keys alone: from «Новое интервью» to its score and its package."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gsmon_desktop import exchange
from tests.ui.conftest import Hands, OpenWindow
from tests.ui.keyboard import place, press
from tests.ui.laptop import make_workspace
from ui.pictures import settle
from ui.screens.exchange import ExchangeScreen
from ui.screens.exchange_sending import SendingPage
from ui.screens.today import TodayScreen
from ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


def keys(window: MainWindow, text: str) -> None:
    """Keys one after the other, to whatever has the keyboard; ⏎ is Enter, «…» a word typed as it is."""
    inside = False
    for letter in text:
        target = window.focusWidget() or window
        if letter in "«»":
            inside = letter == "«"
        elif letter == "⏎":
            press(target, Qt.Key.Key_Return, "\r")
        elif inside:
            press(target, ord(letter.upper()), letter)
        else:
            press(target, *place(letter, "latin"))
        settle(window)


def test_from_new_interview_to_its_score_and_its_package(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot, files: Hands
) -> None:
    window = open_window(make_workspace(tmp_path / "ws"))
    shell = window.shell
    assert shell is not None
    today, exchanging = shell.screens["today"], shell.screens["exchange"]
    assert isinstance(today, TodayScreen)
    assert isinstance(exchanging, ExchangeScreen)
    packing = exchanging.pages["sending"]
    assert isinstance(packing, SendingPage)
    assert today.no_drafts.isVisible()
    shell.go("scores")
    settle(window)
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_N, CTRL)
    settle(window)
    assert shell.is_filling
    keys(window, "«есил»⏎11«ЦОН 1»⏎2")  # passport
    keys(window, "11«3»⏎1«35»⏎11231")  # consent, service, respondent
    keys(window, "5554555545522451⏎2121⏎5⏎⏎⏎2")  # scores and the rest
    keys(window, "⏎")
    qtbot.waitUntil(lambda: not shell.is_filling)
    settle(window)
    assert shell.place == "scores"
    assert "завершено" in shell.notice.text.text()
    assert any(
        each.text() == "1" for each in shell.screens["scores"].findChildren(QLabel) if each.isVisible()
    )
    QTest.keyClick(window, Qt.Key.Key_1, CTRL)
    settle(window)
    assert not shell.notice.isVisible()  # good news stay where they were told
    assert [today.tiles[name].figure.text() for name in ("today", "week", "unsent")] == ["1", "1", "1"]
    assert today.plan_sum.text().startswith("Астана: 1 из ")
    files.answer = tmp_path
    QTest.keyClick(window, Qt.Key.Key_6, CTRL)
    settle(window)
    press(packing.pack, Qt.Key.Key_Space, " ")
    settle(window)
    (package,) = tmp_path.glob("*.zip")
    assert len(exchange.verify(package).interviews) == 1
    assert shell.top.unsent.text() == "Отправлять нечего"
