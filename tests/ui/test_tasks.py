"""The task runner: one lane, results on the Qt thread, errors to whom they concern, clean ends."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.store import Workspace
from tests.ui.conftest import now
from ui.tasks import CancelledError, Job, Tasks


@pytest.fixture
def tasks(tmp_path: Path) -> Iterator[Tasks]:
    """A runner on an empty workspace."""
    Workspace.create(tmp_path / "ws", now=now, name="Айгүл").close()
    runner = Tasks(tmp_path / "ws", now=now)
    yield runner
    runner.close()


def rest(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: tasks.pending == 0)


def test_work_runs_on_the_lane_and_its_result_comes_to_the_window(qtbot: QtBot, tasks: Tasks) -> None:
    seen: list[tuple[str, str]] = []

    def work(ws: Workspace) -> str:
        return f"{threading.current_thread().name} {ws.settings['name']}"

    tasks.lane(work, lambda found: seen.append((found, threading.current_thread().name)))
    rest(qtbot, tasks)
    assert seen == [("gsmon-lane Айгүл", threading.main_thread().name)]


def test_works_are_done_in_order_and_tell_what_changed(qtbot: QtBot, tasks: Tasks) -> None:
    order: list[int] = []
    kinds: list[frozenset[str]] = []
    tasks.changed.connect(kinds.append)
    for number in range(20):
        tasks.lane(lambda ws, n=number: n, order.append, changes=("answer",) if number == 19 else ())
    rest(qtbot, tasks)
    assert order == list(range(20))
    assert kinds == [frozenset({"answer"})]


def test_a_known_error_goes_to_the_asker_and_otherwise_to_the_shell(qtbot: QtBot, tasks: Tasks) -> None:
    def fail(ws: Workspace) -> None:
        raise GsmonError("interview.unknown", id=ws.who)

    own: list[GsmonError] = []
    everyone: list[GsmonError] = []
    tasks.troubled.connect(everyone.append)
    tasks.lane(fail, failed=own.append, changes=("interview",))
    tasks.lane(fail)
    rest(qtbot, tasks)
    assert [error.code for error in own] == ["interview.unknown"]
    assert len(everyone) == 1


def test_a_bug_is_raised_where_the_window_reports_it(qtbot: QtBot, tasks: Tasks) -> None:
    with qtbot.captureExceptions() as caught:
        tasks.lane(lambda ws: ws.settings["no such setting"])
        tasks.background(lambda: 1 // 0)
        rest(qtbot, tasks)
    assert {kind for kind, _, _ in caught} == {KeyError, ZeroDivisionError}


def test_a_receiver_that_is_gone_is_not_told(qtbot: QtBot, tasks: Tasks) -> None:
    class Receiver(QObject):
        told: list[int] = []  # noqa: RUF012 - shared with the test on purpose

        def take(self, number: int) -> None:
            self.told.append(number)

    receiver = Receiver()
    held = threading.Event()
    tasks.lane(lambda ws: (held.wait(), 1)[1], receiver.take)
    receiver.deleteLater()
    with qtbot.waitSignal(receiver.destroyed):
        pass
    held.set()
    rest(qtbot, tasks)
    assert Receiver.told == []


def test_a_job_tells_how_far_it_is_and_stops_when_asked(qtbot: QtBot, tasks: Tasks) -> None:
    job = Job()
    steps: list[tuple[int, int]] = []
    ended: list[bool] = []
    job.progressed.connect(lambda done, total: steps.append((done, total)))
    job.ended.connect(ended.append)
    reached, go_on = threading.Event(), threading.Event()

    def work(ws: Workspace) -> None:
        del ws
        job.report(1, 4)
        reached.set()
        go_on.wait()
        job.report(2, 4)

    tasks.lane(work, job=job)
    qtbot.waitUntil(reached.is_set)
    job.cancel()
    go_on.set()
    rest(qtbot, tasks)
    assert (steps, ended, job.cancelled) == ([(1, 4)], [False], True)
    with pytest.raises(CancelledError):
        job.report(3, 4)


def test_closing_finishes_what_the_lane_was_given(tasks: Tasks) -> None:
    for number in range(50):
        tasks.lane(lambda ws, n=number: ws.settings.__setitem__("count", str(n)))
    tasks.close()
    with Workspace.open(tasks.folder, now=now) as ws:
        assert ws.settings["count"] == "49"
    tasks.lane(lambda ws: ws.settings.__setitem__("count", "late"))
    assert tasks.pending == 50  # nothing is taken in any more, and nothing told


def test_a_workspace_that_does_not_open_fails_the_work_and_may_be_tried_again(
    qtbot: QtBot, tmp_path: Path
) -> None:
    tasks = Tasks(tmp_path / "later", now=now)
    errors: list[GsmonError] = []
    names: list[str] = []
    tasks.lane(lambda ws: ws.who, names.append, errors.append)
    rest(qtbot, tasks)
    assert [error.code for error in errors] == ["workspace.missing"]
    maker = lambda: Workspace.create(tmp_path / "later", now=now, name="Ерлан")  # noqa: E731
    tasks.make(maker, lambda: names.append("made"), errors.append)
    tasks.lane(lambda ws: ws.who, names.append, errors.append)
    rest(qtbot, tasks)
    assert names == ["made", "Ерлан"]
    tasks.close()
