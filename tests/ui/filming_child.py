"""A program that films until it is killed: workspace, interview, path as arguments. Says what is safe."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from gsmon_desktop.store import Workspace, local_now
from gsmon_desktop.store.recordings import VIDEO, Recording
from tests.ui.lens import Lens
from ui.camera import Capture


def main(folder: str, interview: str, path: str) -> None:
    """Prints the milliseconds filmed each time the disk has more."""
    app = QApplication([])
    with Workspace.open(Path(folder), now=local_now) as ws:
        vault = ws.vault
    parent = QWidget()
    capture = Capture(Lens(), parent)
    capture.open(0)
    capture.listen()
    capture.record(Recording(vault, interview, path, "2026-11-25T10:00:00.000+05:00", VIDEO))
    film = capture.film
    assert film is not None
    capture.written.connect(lambda _: print(film.milliseconds, flush=True))
    app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:4])
