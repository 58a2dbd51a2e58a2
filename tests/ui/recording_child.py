"""A program that records until it is killed: workspace, interview, path as arguments. Says what is safe."""

from __future__ import annotations

import random
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from gsmon_desktop.media import wav
from gsmon_desktop.store import Workspace, local_now
from gsmon_desktop.store.recordings import Recording
from tests.ui.tape import Tape
from ui.recorder import Recorder


def sound(seconds: int) -> bytes:
    """The same noise in the child and in its judge."""
    return random.Random(5).randbytes(seconds * wav.SECOND)


def main(folder: str, interview: str, path: str) -> None:
    """Feeds the recorder as fast as it takes it; prints the milliseconds on the disk."""
    app = QCoreApplication([])
    with Workspace.open(Path(folder), now=local_now) as ws:
        vault = ws.vault
    tape, parent, all_of_it = Tape(), QObject(), sound(600)
    tape.start()
    recorder = Recorder(tape, Recording(vault, interview, path, "2026-11-25T10:00:00.000+05:00"), parent)
    recorder.written.connect(lambda ms: print(ms, flush=True))
    timer = QTimer(parent, interval=5)
    timer.timeout.connect(lambda: tape.play(all_of_it[(at := recorder.milliseconds * 32) : at + 3200]))
    timer.start()
    app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:4])
