"""Tables in a narrow window with larger text: columns give way, and what they said is still told."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication

from tests.ui import walk
from tests.ui.conftest import OpenWindow
from ui import theme
from ui.pictures import settle
from ui.screens.control import ControlScreen
from ui.screens.findings import FindingsPage
from ui.screens.scores import ScoresScreen
from ui.screens.visits import FINDINGS, VisitsScreen
from ui.widgets.table import RowTable
from ui.window import MainWindow

SIZES = pytest.mark.parametrize("size", [walk.AT_125, walk.AT_150], ids=["125", "150"])


@pytest.fixture
def window(open_window: OpenWindow, workspace: Path) -> MainWindow:
    return open_window(workspace)


def headings(table: RowTable, *, hidden: bool) -> list[str]:
    """The headings of the columns that are left out, or of those that are not."""
    columns, head = range(table.model().columnCount()), table.model().headerData
    whole, shown = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.DisplayRole
    names = [
        str(head(at, Qt.Orientation.Horizontal, whole) or head(at, Qt.Orientation.Horizontal, shown))
        for at in columns
    ]
    return [name for at, name in enumerate(names) if table.isColumnHidden(at) is hidden]


def give_way(window: MainWindow, table: RowTable, size: QSize) -> None:
    """All columns on the usual screen, fewer on the narrow one; none is lost."""
    aside = headings(table, hidden=True)
    wide = headings(table, hidden=False)
    theme.apply(window._app, larger=True)
    window.resize(size)
    settle(window)
    assert table.horizontalScrollBar().maximum() == 0
    left_out = headings(table, hidden=True)
    assert len(left_out) > len(aside)
    told = table.told(table.model().index(0, 1))
    assert all(f"{name}: " in told for name in left_out)
    assert sorted(table.texts([0])[0]) == sorted([*wide, *aside])
    theme.apply(window._app)
    window.resize(walk.LAPTOP)
    settle(window)
    assert headings(table, hidden=False) == wide


@SIZES
def test_control(window: MainWindow, size: QSize, qapp: QApplication) -> None:
    assert window.shell is not None
    screen = window.shell.screens["control"]
    assert isinstance(screen, ControlScreen)
    window.shell.go("control")
    settle(window)
    give_way(window, screen.table, size)


@SIZES
def test_findings(window: MainWindow, size: QSize, qapp: QApplication) -> None:
    assert window.shell is not None
    screen = window.shell.screens["visits"]
    assert isinstance(screen, VisitsScreen)
    window.shell.go("visits")
    screen.show_page(FINDINGS)
    settle(window)
    page = screen.pages[FINDINGS]
    assert isinstance(page, FindingsPage)
    give_way(window, page.table, size)


@SIZES
def test_a_rating(window: MainWindow, size: QSize, qapp: QApplication) -> None:
    assert window.shell is not None
    screen = window.shell.screens["scores"]
    assert isinstance(screen, ScoresScreen)
    window.shell.go("scores")
    screen.view.show_view("rating")
    settle(window)
    give_way(window, screen.tables.table, size)
