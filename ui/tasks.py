"""The task runner: one lane for the database, a few threads for the rest, results on the Qt thread.

Screens hand it plain callables of the core and the methods that take the result. Nothing of SQLite leaves
the lane.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.store import Clock, Workspace, local_now
from gsmon_desktop.store.keyfile import Keys

T = TypeVar("T")
Failed = Callable[[GsmonError], None]


class CancelledError(Exception):
    """Raised inside a work whose `Job` was cancelled; never shown to anybody."""


class Job(QObject):
    """A long work's handle: made on the Qt thread, given to `lane` or `background`, and used inside the work.

    The work calls `report(done, total)` as often as it likes; after `cancel()` that raises `CancelledError`.
    """

    progressed = Signal(int, int)
    """Done and total, on the Qt thread, once a per cent at the most."""
    ended = Signal(bool)
    """On the Qt thread, after `done` or `failed`: was it carried through?"""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancelled = threading.Event()
        self._shown = -1

    def cancel(self) -> None:
        """The work stops at its next report; what it wrote so far is taken back by the work itself."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Was it asked to stop?"""
        return self._cancelled.is_set()

    def report(self, done: int, total: int) -> None:
        """Called by the work: how far it is."""
        if self._cancelled.is_set():
            raise CancelledError
        percent = 100 * done // max(total, 1)
        if percent != self._shown:
            self._shown = percent
            self.progressed.emit(done, total)


@dataclass(frozen=True)
class _Work:
    call: Callable[[], Any]
    done: Callable[[Any], None] | None
    failed: Failed | None
    changes: frozenset[str]
    job: Job | None


class Tasks(QObject):
    """Owns the database lane (one thread, which opens and owns the Workspace) and a small pool.

    The workspace is opened by the first work of the lane; where that fails, the work fails with it and the
    next one tries again. Callbacks that are methods of a QObject are dropped once that object is gone. Works
    are done in the order given. `close()` lets the lane finish what it was given, closes the workspace and
    ends all threads.
    """

    changed = Signal(object)
    """frozenset of kinds a finished write touched: "answer", "interview", "package", "form", "setting"."""
    troubled = Signal(object)
    """A GsmonError nobody took (`failed` was not given): the shell shows it."""
    _came = Signal(object, object, object)

    def __init__(
        self,
        folder: Path,
        *,
        now: Clock = local_now,
        read_only: bool = False,
        keys: Keys | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.folder = folder
        self.now = now
        self.keys = keys
        """What opens the workspace, for the lane and for readers beside it; None where it is plain."""
        self.pending = 0
        """Works given whose result has not been told yet."""
        self._read_only = read_only
        self._workspace: Workspace | None = None
        self._queue: SimpleQueue[_Work | None] = SimpleQueue()
        self._jobs: set[Job] = set()
        self._closed = False
        self._came.connect(self._on_work_came, Qt.ConnectionType.QueuedConnection)
        self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="gsmon-background")
        self._thread = threading.Thread(target=self._run_lane, name="gsmon-lane", daemon=True)
        self._thread.start()

    def lane(
        self,
        work: Callable[[Workspace], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        *,
        changes: Iterable[str] = (),
        job: Job | None = None,
    ) -> None:
        """Runs `work` on the database thread. `changes`: the kinds `changed` announces when it is done."""
        self._put(_Work(lambda: work(self._opened()), done, failed, frozenset(changes), job))

    def make(self, maker: Callable[[], Workspace], done: Callable[[], None], failed: Failed) -> None:
        """Runs `maker` on the database thread and keeps the workspace it made (the first start)."""

        def call() -> None:
            self._workspace = maker()
            self.keys = self._workspace.keys

        self._put(_Work(call, lambda _: done(), failed, frozenset(), None))

    def apart(
        self,
        work: Callable[[Keys | None], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        *,
        changes: Iterable[str] = (),
        job: Job | None = None,
    ) -> None:
        """Runs `work` on the database thread while the workspace is closed; the lane's next work opens it.

        `work` gets the keys it was opened with.
        """

        def call() -> T:
            if self._workspace is not None:
                self.keys = self._workspace.keys
                self._workspace.close()
                self._workspace = None
            return work(self.keys)

        self._put(_Work(call, done, failed, frozenset(changes), job))

    def background(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        *,
        job: Job | None = None,
    ) -> None:
        """Runs `work` on another thread, beside the lane. It must not touch the lane's workspace."""
        one = _Work(work, done, failed, frozenset(), job)
        if self._take_in(one):
            self._pool.submit(self._do, one)

    def close(self) -> None:
        """Finishes what the lane was given (jobs are cancelled), closes the workspace, joins the threads."""
        if self._closed:
            return
        self._closed = True
        for job in self._jobs:
            job.cancel()
        self._queue.put(None)
        self._thread.join()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _put(self, work: _Work) -> None:
        if self._take_in(work):
            self._queue.put(work)

    def _take_in(self, work: _Work) -> bool:
        if self._closed:
            return False
        self.pending += 1
        if work.job is not None:
            self._jobs.add(work.job)
        return True

    def _run_lane(self) -> None:
        while (work := self._queue.get()) is not None:
            self._do(work)
        if self._workspace is not None:
            self._workspace.close()
            self._workspace = None

    def _opened(self) -> Workspace:
        if self._workspace is None:
            self._workspace = Workspace.open(
                self.folder, now=self.now, read_only=self._read_only, keys=self.keys
            )
        return self._workspace

    def _do(self, work: _Work) -> None:
        """On a worker thread: every outcome, a bug too, travels to the Qt thread."""
        try:
            result, error = work.call(), None
        except BaseException as caught:  # noqa: BLE001 - raised again where the window can report it
            result, error = None, caught
        if isValid(self):
            self._came.emit(work, result, error)

    def _on_work_came(self, work: _Work, result: object, error: BaseException | None) -> None:
        if work.job is not None:
            self._jobs.discard(work.job)
        if self._closed:
            return
        try:
            self._tell(work, result, error)
        finally:
            self.pending -= 1
            if work.job is not None and isValid(work.job):
                work.job.ended.emit(error is None)

    def _tell(self, work: _Work, result: object, error: BaseException | None) -> None:
        if isinstance(error, GsmonError):
            if work.failed is None:
                self.troubled.emit(error)
            elif _listens(work.failed):
                work.failed(error)
        elif error is not None:
            if not isinstance(error, CancelledError):
                raise error  # a bug: sys.excepthook reports it
        else:
            if work.done is not None and _listens(work.done):
                work.done(result)
            if work.changes:
                self.changed.emit(work.changes)


def _listens(callback: Callable[..., None]) -> bool:
    """False when the callback is a method (or a partial of one) of a QObject that Qt has deleted."""
    while isinstance(callback, partial):
        callback = callback.func
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
