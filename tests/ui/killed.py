"""A window that is killed: `python -m tests.ui.killed FOLDER FORM LANGUAGE FILES`.

Fills a form by keys, says before each answer what is acknowledged, and dies by SIGKILL right after a key,
while its answer is on the way to the disk.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QWidget

from tests.ui.laptop import Laptop
from tests.ui.person import Person, files
from tests.ui.test_instruments import WISHES
from ui.app import application

ANSWERS = 14


class Waiting:
    """What the laptop needs of pytest-qt, outside pytest."""

    def addWidget(self, widget: QWidget) -> None:  # noqa: N802 - pytest-qt's name
        """Nobody closes it: the process dies."""

    @contextmanager
    def waitExposed(self, widget: QWidget) -> Iterator[None]:  # noqa: N802 - pytest-qt's name
        """Shown is enough."""
        yield
        assert widget.isVisible()

    def waitUntil(self, ready: Callable[[], bool]) -> None:  # noqa: N802 - pytest-qt's name
        """Until it is so."""
        while not ready():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)


def main(folder: Path, form: str, language: str, given: Path) -> None:
    """Fills and dies."""
    application()
    desk = Laptop(Waiting(), folder, language)  # type: ignore[arg-type]
    desk.begin(form)
    person = Person(desk, files(given), WISHES)

    def tell() -> None:
        session = desk.screen._session()
        stored = session.stored()
        print(json.dumps({**stored, "asked": " ".join(person.asked)}), flush=True)

    person.fill(until=ANSWERS, before=tell)
    tell()
    person.answer()
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], Path(sys.argv[4]))
