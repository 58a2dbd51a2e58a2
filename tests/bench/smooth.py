"""How long the window ever stands still with very many interviews: the longest gap between two turns of its
event loop while the list is opened, scrolled, searched and sorted, then while every screen comes to the
front, things are looked for, the language and the theme change. Prints a line a step.

Usage: python -m tests.bench.smooth FOLDER [INTERVIEWS] (made there where it is missing)
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest

from gsmon_desktop.store import interviews
from tests.bench import bulk
from tests.ui.keyboard import type_text
from ui import theme
from ui.app import application
from ui.i18n import Language
from ui.models.interviews import COLUMNS
from ui.pictures import SIZE, settle
from ui.screens.interviews import InterviewsScreen
from ui.window import MainWindow

SEARCHED = "предоставление"


class Pulse(QObject):
    """Notes the longest time between two turns of the event loop."""

    def __init__(self) -> None:
        super().__init__()
        self.longest, self._last = 0.0, perf_counter()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start()

    def begin(self) -> None:
        """Starts a step."""
        self.longest, self._last = 0.0, perf_counter()

    def _on_timer_timeout(self) -> None:
        moment = perf_counter()
        self.longest, self._last = max(self.longest, moment - self._last), moment


def measure(folder: Path) -> dict[str, float]:
    """The longest gap of each step, in seconds."""
    app = application()
    window = MainWindow(app, folder, Language(app, "ru"))
    window.resize(SIZE)
    window.show()
    settle(window)
    shell = window.shell
    assert shell is not None
    screen = next(each for each in shell.screens.values() if isinstance(each, InterviewsScreen))
    pulse, found = Pulse(), {}

    def step(name: str, act: Callable[[], object]) -> None:
        pulse.begin()
        act()
        QTest.qWait(50)
        settle(window)
        found[name] = pulse.longest

    step("opened", lambda: shell.go("interviews"))
    bar = screen.table.verticalScrollBar()
    step("scrolled through", lambda: [_turn(bar.setValue, value) for value in _stops(bar.maximum())])
    step(
        "to the end",
        lambda: QTest.keyClick(screen.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier),
    )
    heading = screen.table.horizontalHeader()
    for at, name in enumerate(COLUMNS):
        for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
            step(f"sorted by {name} {order.name}", partial(heading.setSortIndicator, at, order))
    screen.search.setFocus()
    step("searched", lambda: [_turn(type_text, screen.search, letter) for letter in SEARCHED])
    step("finished only", screen.statuses[interviews.FINISHED].click)
    step("everything again", screen.reset.click)
    for place in shell.screens:
        step(f"screen {place}", partial(shell.go, place))
    step("Ctrl+K", shell.show_finder)
    step("in Kazakh", partial(window.language.switch, "kk"))
    for dark in (True, False):
        step("dark" if dark else "light", partial(theme.apply, app, dark=dark))
    window.tasks.close()
    return found


def _turn(act: Callable[..., object], *given: object) -> None:
    act(*given)
    QTest.qWait(1)


def _stops(last: int) -> list[int]:
    return [last * part // 60 for part in range(61)]


if __name__ == "__main__":
    where = Path(sys.argv[1])
    if not where.exists():
        bulk.make(where, int(sys.argv[2]) if len(sys.argv) > 2 else 100_000).close()
    for step_name, longest in measure(where).items():
        print(f"{step_name:40} {longest * 1000:8.1f} ms")
