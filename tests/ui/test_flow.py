"""Tools in rows: any width Qt asks about has an answer; keys in the bottom line give way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.bars import BottomLine
from ui.widgets.flow import Flow


@pytest.mark.parametrize("width", [-30, -1, 0, 1, 40, 1000])
def test_any_width_has_a_height_and_a_place_for_all(qtbot: QtBot, width: int) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    row = Flow(page)
    buttons = [QPushButton(text, page) for text in ("Печать…", "Удалить…")]
    for button in buttons:
        row.addWidget(button)
    row.setGeometry(QRect(0, 0, width, 40))
    high = sum(button.sizeHint().height() for button in buttons) + row.spacing()
    assert row.heightForWidth(width) == (buttons[0].sizeHint().height() if width == 1000 else high)
    assert (buttons[0].y() < buttons[1].y()) is (width < 1000)


def test_hints_give_way_to_what_is_said(qtbot: QtBot) -> None:
    line = BottomLine()
    qtbot.addWidget(line)
    line.resize(600, 28)
    line.show()
    line.show_hints([(f"Ctrl+{letter}", "сделать что-нибудь") for letter in "ABCDEF"])
    shown = sum(each.isVisible() for each in line._hints)
    line.say("Файл убран. Ctrl+Z вернёт его.")
    qtbot.waitUntil(lambda: line.state.width() >= line.state.sizeHint().width())
    assert sum(each.isVisible() for each in line._hints) < shown
    line.say("")
    assert sum(each.isVisible() for each in line._hints) == shown
