"""Changes of an interview on their way to the disk: set here, saved by the lane, undone on failure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from gsmon_desktop import interviewing
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms import Change
from gsmon_desktop.interviewing import Interview, second, sound
from gsmon_desktop.interviewing.attaching import Prepared
from gsmon_desktop.interviewing.photos import make_place
from gsmon_desktop.store import Clock, Workspace, clocks, forms, interviews, stamp
from ui.tasks import Job, Tasks

Done = Callable[[Any], None]
Refused = Callable[[GsmonError], None]


@dataclass(frozen=True)
class Opened:
    """An interview taken up. `newer` is what a newer version of its form is called ("" when there is none),
    `repeats` the number of the interview that a second entry repeats (0 for any other), `clocks` run."""

    interview: Interview
    comments: dict[str, str]
    newer: str = ""
    repeats: int = 0
    clocks: Mapping[str, clocks.Running] = field(default_factory=dict)


class Saving(QObject):
    """Runs one thing at a time for an interview. While `busy`, nobody else may touch the session.

    Every method calls its `done` on the Qt thread once the change is committed and synced, after `saved`; or
    emits `failed` after the session was put back. Then, unless `done` began another thing, `idle`.
    """

    saved = Signal(object)
    """A change is on the disk; the moment (aware datetime)."""
    failed = Signal(object)
    """A GsmonError; nothing is changed."""
    idle = Signal()
    """Nothing is on its way any more."""

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.interview: Interview | None = None
        self.busy = False
        self.clocks: dict[str, clocks.Running] = {}
        """The clocks that run, by path."""
        self.unsaved: tuple[str, str] | None = None
        """Question and value of the answer the disk refused last, until something is saved."""
        self.again: Callable[[], None] | None = None
        """Tries what the disk refused last once more; None when there is nothing of the kind."""

    # ------------------------------------------------------------ a draft is opened

    def start(self, form_id: str, presets: Mapping[str, str], language: str, done: Done) -> None:
        """Begin an interview; `done` gets an `Opened`."""
        now = self._tasks.now

        def work(ws: Workspace) -> Opened:
            made = interviewing.start(ws, form_id, now=now, presets=presets, language=language)
            return Opened(made, {})

        self._run(work, done, changes=("interview",))

    def resume(self, interview_id: str, done: Done) -> None:
        """Take up a draft; `done` gets an `Opened`."""
        self._run(partial(_resumed, interview_id, self._tasks.now), done)

    def enter_again(self, interview_id: str, done: Done) -> None:
        """Begin, or go on with, the second entry of a finished interview; `done` gets an `Opened`."""
        now = self._tasks.now

        def work(ws: Workspace) -> Opened:
            return _resumed(second.begin(ws, interview_id, now=now), now, ws)

        self._run(work, done, changes=("interview",))

    def move(self, done: Done) -> None:
        """Move the draft to the newest version of its form. It is to be taken up anew after that."""
        interview, now = self._open(), self._tasks.now
        again = partial(self.move, done)
        self._run(
            lambda ws: interviewing.move(ws, interview.id, now=now),
            done,
            changes=("interview",),
            again=again,
        )

    # ------------------------------------------------------------ changes

    def answer(self, path: str, value: str, done: Done) -> None:
        """Answer a question. Raises the session's errors at once (a value that is none): nothing happened."""
        change = self._open().session.set(path, value or None)
        self._save(change, done, partial(self.answer, path, value, done), (path, value))

    def add_row(self, repeat: str, done: Done) -> None:
        """Add a row to a repeat."""
        self._save(self._open().session.add(repeat), done, partial(self.add_row, repeat, done))

    def duplicate_row(self, repeat: str, at: int, done: Done) -> None:
        """Add a row with the answers of the row `at` (from 1)."""
        change = self._open().session.duplicate(repeat, at)
        self._save(change, done, partial(self.duplicate_row, repeat, at, done))

    def place_photo(self, line: str, done: Callable[[str], None]) -> None:
        """Make a row in the photo report for a photo of a line; `done` gets its photo question's path."""
        path, change = make_place(self._open().session, line)
        self._save(change, lambda _: done(path), partial(self.place_photo, line, done))

    def remove_row(self, repeat: str, at: int, done: Done) -> None:
        """Remove the row `at` (from 1) of a repeat."""
        change = self._open().session.remove(repeat, at)
        self._save(change, done, partial(self.remove_row, repeat, at, done))

    def set_language(self, language: str, done: Done) -> None:
        """Ask in another language from now on."""
        change = self._open().session.set_language(language)
        self._save(change, done, partial(self.set_language, language, done))

    def prepare(self, work: Callable[[Interview, Job], Any], ready: Done, refused: Refused) -> Job:
        """Has a file looked at or made fit, beside the lane; the interview waits. `ready` gets what `work`
        gives, `refused` why the file was not taken; then nothing is changed."""
        interview = self._open()
        if self.busy:
            raise RuntimeError("one thing at a time")
        self.busy = True
        job = Job(self)
        job.ended.connect(job.deleteLater)
        self._tasks.background(
            partial(work, interview, job),
            partial(self._on_prepared, ready),
            partial(self._on_prepared, refused),
            job=job,
        )
        return job

    def attach(self, path: str, prepared: Prepared, done: Done) -> None:
        """Answer a question with a file made ready."""
        interview = self._open()
        self._run(
            lambda ws: interview.attach_prepared(path, prepared),
            done,
            changes=("answer",),
            again=partial(self.attach, path, prepared, done),
        )

    def undo(self, done: Done) -> None:
        """Take back the latest change; `done` gets it, or None when there is none."""
        interview = self._open()
        self._run(lambda ws: interview.undo(), done, changes=("answer",), again=partial(self.undo, done))

    def comment(self, path: str, text: str, done: Done) -> None:
        """Keep a comment on a question; "" takes it away."""
        interview = self._open()
        self._run(
            lambda ws: interview.comment(path, text), done, again=partial(self.comment, path, text, done)
        )

    def finish(self, done: Done) -> None:
        """Finish the interview."""
        interview = self._open()
        again = partial(self.finish, done)
        self._run(lambda ws: interview.finish(), done, changes=("interview", "answer"), again=again)

    def go_on_elsewhere(self, target: Path, done: Done) -> None:
        """Put the workspace, the interview and the answer refused last into a new folder of `target`."""
        interview, unsaved, now = self._open(), self.unsaved, self._tasks.now
        self._run(
            lambda ws: interviewing.go_on_elsewhere(ws, interview, target, now=now, unsaved=unsaved),
            done,
            again=self.again,
            unsaved=unsaved,
        )

    def take_in(self, done: Done) -> None:
        """Make answers of recordings that ended; `done` gets the comments on their questions, by path."""
        interview = self._open()
        self._run(
            lambda ws: sound.take_in(ws, interview),
            done,
            changes=("answer",),
            again=partial(self.take_in, done),
        )

    def when_idle(self, then: Callable[[], None]) -> None:
        """Do this now, or as soon as what is on its way has come."""
        if not self.busy:
            then()
            return
        self.idle.connect(partial(self.when_idle, then), Qt.ConnectionType.SingleShotConnection)

    # ------------------------------------------------------------ beside: nobody waits for these

    def note_place(self, page: str, question: str) -> None:
        """Note where the interviewer is."""
        interview = self._open()
        if interview.status == interviews.DRAFT:
            self._tasks.lane(lambda ws: interview.at(page, question), failed=self._on_place_failed)

    def note_clock(self, path: str, marks: list[float] | None) -> None:
        """Note that the clock of a question runs, with its steps; None: it was stopped."""
        number, before = self._open().number, self.clocks.pop(path, None)
        if marks is None:
            self._tasks.lane(lambda ws: clocks.end(ws, number, path), failed=self._on_place_failed)
            return
        started = before.started if before is not None and marks else stamp(self._tasks.now())
        self.clocks[path] = clocks.Running(path, started, tuple(marks))
        self._tasks.lane(
            lambda ws: clocks.keep(ws, number, path, started, marks), failed=self._on_place_failed
        )

    def pause(self) -> None:
        """Note that the interviewer left, and forget the interview."""
        interview = self._open()
        self._tasks.lane(lambda ws: interview.pause(), changes=("interview",))
        self.interview = None

    def suggest(self, role: str, near: Mapping[str, str], done: Done) -> None:
        """Earlier answers to a role; no answer is worth a message when they can't be had."""
        form_id = self._open().session.form.form_id
        self._tasks.lane(partial(_suggestions, form_id, role, near), done, self._on_place_failed)

    # ------------------------------------------------------------ inside

    def _open(self) -> Interview:
        if self.interview is None:
            raise RuntimeError("no interview is open")
        return self.interview

    def _save(
        self,
        change: Change,
        done: Done,
        again: Callable[[], None],
        unsaved: tuple[str, str] | None = None,
    ) -> None:
        interview = self._open()
        if not change:
            done(change)
            return

        def work(ws: Workspace) -> Change:
            del ws
            interview.save(change)
            return change

        undo = partial(interview.session.undo, change)
        self._run(work, done, undo=undo, changes=("answer",), again=again, unsaved=unsaved)

    def _run(
        self,
        work: Callable[[Workspace], Any],
        done: Done,
        *,
        undo: Callable[[], None] | None = None,
        changes: Iterable[str] = (),
        again: Callable[[], None] | None = None,
        unsaved: tuple[str, str] | None = None,
    ) -> None:
        if self.busy:
            raise RuntimeError("one thing at a time")
        self.busy = True
        failed = partial(self._on_work_failed, undo, again, unsaved)
        self._tasks.lane(work, partial(self._on_work_done, done), failed, changes=changes)

    def _on_work_done(self, done: Done, result: object) -> None:
        self.busy = False
        self.again, self.unsaved = None, None
        self.saved.emit(self._now())
        done(result)
        if not self.busy:
            self.idle.emit()

    def _on_work_failed(
        self,
        undo: Callable[[], None] | None,
        again: Callable[[], None] | None,
        unsaved: tuple[str, str] | None,
        error: GsmonError,
    ) -> None:
        if undo is not None:
            undo()
        self.busy = False
        self.again, self.unsaved = again, unsaved
        self.failed.emit(error)
        if not self.busy:
            self.idle.emit()

    def _on_prepared(self, then: Done, result: object) -> None:
        self.busy = False
        then(result)
        if not self.busy:
            self.idle.emit()

    def _on_place_failed(self, error: GsmonError) -> None:
        """Where one is, and suggestions, are comforts; the next answer's failure says what is the matter."""

    def _now(self) -> datetime:
        return self._tasks.now().astimezone()


def _suggestions(form_id: str, role: str, near: Mapping[str, str], ws: Workspace) -> list[str]:
    return interviewing.suggestions(ws, form_id, role, near=near)


def _resumed(interview_id: str, now: Clock, ws: Workspace) -> Opened:
    made = interviewing.resume(ws, interview_id, now=now)
    form, comments = made.session.form, dict(interviews.comments(ws, made.number))
    newer = forms.newer(ws, form.form_id, form.hash)
    running = clocks.of(ws, made.number)
    return Opened(made, comments, newer, second.repeats(ws, made.number), running)
