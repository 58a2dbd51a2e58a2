"""`gsmon` in a child process that is killed: after so many steps, at a touch of a file, at any time."""

from __future__ import annotations

import io
import itertools
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from gsmon_desktop.cli.main import main


def die() -> None:
    """As kill -9 does: nothing is tidied up."""
    os.kill(os.getpid(), signal.SIGKILL)


class Steps(io.StringIO):
    """Lines of stdin; who asks for one more than `alive` dies."""

    def __init__(self, lines: Sequence[str], alive: int) -> None:
        super().__init__()
        self._lines, self._alive = lines, alive

    def __iter__(self) -> Iterator[str]:
        for number, line in enumerate(self._lines):
            if number == self._alive:
                die()
            yield line + "\n"


def at_touch(number: int) -> Callable[[], None]:
    """Makes the process die at its n-th touch of a file."""

    def arm() -> None:
        touches = itertools.count(1)  # of all threads: it counts without a gap

        def count(event: str, _: object) -> None:
            if (event == "open" or event.startswith("os.")) and next(touches) == number:
                die()

        sys.addaudithook(count)

    return arm


def after(seconds: float) -> Callable[[], None]:
    """Makes the process die after so many seconds, in the middle of whatever it does then, SQLite too."""

    def arm() -> None:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)  # which ends a process at once
        signal.setitimer(signal.ITIMER_REAL, seconds)

    return arm


def gsmon(
    *arguments: str | Path,
    stdin: Steps | None = None,
    arm: Callable[[], None] = lambda: None,
    said: Path = Path(os.devnull),
) -> int | None:
    """Runs one command in a child; its exit code, None when it was killed. `said` gets what it prints."""
    child = os.fork()
    if child == 0:
        code = 99
        try:
            out = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(out, 1)
            os.dup2(out, 2)
            sys.stdout = sys.stderr = io.TextIOWrapper(os.fdopen(1, "wb", buffering=0), write_through=True)
            sys.stdin = stdin or io.StringIO()
            arm()
            code = main([str(each) for each in arguments], lambda *_: 0)
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return None if os.WIFSIGNALED(status) else os.waitstatus_to_exitcode(status)
