"""What makes the next question come at once; that it does is measured in tests/bench."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PIL import Image, ImageChops
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import ROOT
from tests.e2e.gsmon import environment
from tests.ui.laptop import Laptop, make_workspace
from tests.ui.person import Person
from ui.widgets.scale import ScaleHeader

ROUNDING = 8
"""Of 255: a circle painted in two halves has other half-tones where they meet."""


class _Painted(QObject):
    """Counts the paintings of the widgets it watches."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        del watched
        self.count += event.type() == QEvent.Type.Paint
        return False


def _unlike(desk: Laptop) -> int:
    """How far, of 255, what stands on the screen is from the screen painted anew, at its worst point."""
    seen = desk.screen.screen().grabWindow(desk.screen.winId())
    both = []
    for picture in (seen, desk.screen.grab()):
        image = picture.toImage().convertToFormat(QImage.Format.Format_RGB32)
        both.append(Image.frombytes("RGBA", (image.width(), image.height()), bytes(image.constBits())))
    return max(ImageChops.difference(*both).tobytes())


def test_what_is_loaded_is_not_looked_through_for_garbage() -> None:
    code = (
        "import gc; from ui.app import application; app = application();"
        "print(gc.get_freeze_count() > 20 * len(gc.get_objects()))"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=environment(), cwd=ROOT, check=True
    )
    assert told.stdout.strip() == b"True", told.stderr


def test_a_long_section_scrolls_without_being_painted_anew(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Laptop(qtbot, make_workspace(tmp_path / "w"))
    desk.begin()
    person = Person(desk, {}, {"region": "astana", "age": "35"})
    person.fill(before=QCoreApplication.processEvents, until=15)
    rows = desk.view.cards
    painted = _Painted(desk.screen)
    for row in rows.values():
        for cell in row.editor.findChildren(QWidget):
            cell.installEventFilter(painted)
    cells = sum(len(row.editor.findChildren(QWidget)) for row in rows.values())
    QCoreApplication.processEvents()
    painted.count = 0
    bar = desk.view.verticalScrollBar()
    bar.setValue(bar.value() + 40)
    QCoreApplication.processEvents()
    assert bar.value() > 0
    assert painted.count < cells / 2
    assert _unlike(desk) <= ROUNDING
    desk.screen.leave()
    desk.close()


def test_questions_that_come_leave_the_others_as_they_are_painted(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Laptop(qtbot, make_workspace(tmp_path / "w"))
    desk.begin()
    person = Person(desk, {}, {"region": "astana", "age": "35"})
    while desk.at != "assistant_used":
        person.fill(until=1)
    before = dict(desk.view.cards)
    painted = _Painted(desk.screen)
    for card in before.values():
        card.installEventFilter(painted)
    for _ in range(3):
        QCoreApplication.processEvents()
    painted.count = 0
    person.answer()
    desk.screen._wait()
    assert all(label.isVisible() for label in desk.view.findChildren(ScaleHeader)[-1].labels)
    for _ in range(3):
        QCoreApplication.processEvents()
    assert len(desk.view.cards) > len(before)
    assert painted.count < len(before) / 2
    assert _unlike(desk) <= ROUNDING
    desk.screen.leave()
    desk.close()
