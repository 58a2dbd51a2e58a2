"""Every page of every instrument while it is filled fits, and its controls have names and roles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gsmon_desktop.paths import resources
from tests.ui import walk
from tests.ui.laptop import Laptop, make_workspace
from ui.screens.filling_page import PageView

FORMS = sorted(each.stem for each in (resources() / "forms").glob("*.xlsx"))
YES = ("consent", "consent_recording", "held", "agreed", "conflict")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_workspace(tmp_path_factory.mktemp("looks") / "w")


@pytest.fixture
def stretched(qapp: QApplication) -> Iterator[None]:
    undo = walk.stretch(qapp)
    yield
    undo()


@pytest.mark.parametrize("form", FORMS)
def test_pages_fit_a_laptop_at_125_percent_and_are_told(
    qtbot: QtBot, folder: Path, stretched: None, form: str
) -> None:
    desk = Laptop(qtbot, folder)
    try:
        desk.screen.resize(walk.AT_125)
        desk.begin(form)
        session = desk.screen._session()
        for element in session.form.root.walk():
            if element.name in YES and session.relevant(element.path):
                session.set(element.path, "yes")
        desk.screen._refresh()
        for page in session.pages():
            desk.screen._go_to_page(page.path)
            desk.settle()
            qtbot.waitUntil(lambda: desk.tasks.pending == 0)
            QApplication.processEvents()  # what is lacking is told, and the page laid out anew
            shown = desk.screen
            assert walk.clipped(shown) + walk.sideways(shown) + walk.nameless(shown) == [], page.path
        desk.screen._ask_finish_list()
        assert walk.clipped(desk.screen) + walk.nameless(desk.screen) == []
    finally:
        desk.close()


def test_a_page_seen_whole_has_no_scrollbar_and_stays(qtbot: QtBot, folder: Path) -> None:
    desk = Laptop(qtbot, folder)
    try:
        desk.begin("mass_survey")
        for at, height in ((1, 700), (0, 320)):
            desk.screen._go_to_page(desk.screen._pages[at].path)
            desk.settle()
            desk.screen.resize(1366, height)
            QApplication.processEvents()
            turn(desk.view)
            bar = desk.view.verticalScrollBar()
            assert (bar.property("blank"), bar.value() > 0) == (
                ("no", True) if height == 320 else ("yes", False)
            )
    finally:
        desk.close()


def turn(view: PageView) -> None:
    """The wheel, towards one."""
    place = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        place,
        view.viewport().mapToGlobal(place),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)
