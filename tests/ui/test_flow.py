"""Tools in rows: any width Qt asks about has an answer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

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
