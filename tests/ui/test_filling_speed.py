"""What makes the next question come at once; that it does is measured in tests/bench."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import ROOT
from tests.e2e.gsmon import environment
from tests.ui.laptop import Laptop, make_workspace
from tests.ui.person import Person


class _Painted(QObject):
    """Counts the paintings of the widgets it watches."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        del watched
        self.count += event.type() == QEvent.Type.Paint
        return False


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
    scrolled = desk.screen.screen().grabWindow(desk.screen.winId())
    rgb = QImage.Format.Format_RGB32
    assert scrolled.toImage().convertToFormat(rgb) == desk.screen.grab().toImage().convertToFormat(rgb)
    desk.screen.leave()
    desk.close()
