"""Recording a conversation while its interview is filled: begun at a question, ended there or at the end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.interviewing import sound
from gsmon_desktop.store import Workspace, stamp
from gsmon_desktop.store.recordings import Recording
from gsmon_desktop.store.vault import Vault
from ui.recorder import Recorder
from ui.screens.filling_saving import Saving
from ui.tasks import Tasks
from ui.widgets.microphone import Microphone, SoundSource
from ui.widgets.recorder_bar import RecorderBar


class Sound(QObject):
    """One recording at a time. It is an answer once `taken`; until then its pieces lie in the workspace and
    the next opening of the draft finds them."""

    taken = Signal(object)
    """Recordings became answers; the comments on their questions, by path."""
    refused = Signal(str, object)
    """A question's path, and the GsmonError that says why nothing is recorded."""

    def __init__(
        self, tasks: Tasks, saving: Saving, bar: RecorderBar, language: Callable[[], str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._tasks, self._saving, self._bar, self._language = tasks, saving, bar, language
        self.microphone: Callable[[], SoundSource] = Microphone
        """Makes the source of sound."""
        bar.finished.connect(self._take_in)

    def begin(self, path: str) -> None:
        """Record for a question, where consent is given and stored and there is a microphone."""
        interview = self._saving.interview
        if interview is None:
            return
        if self._bar.recorder is not None:
            self.refused.emit(path, GsmonError("media.recording_runs", path))
            return
        if not sound.may_record(interview.session):
            self.refused.emit(path, GsmonError("media.no_consent", path))
            return

        def look(ws: Workspace) -> tuple[Vault, bool]:
            before = next(iter(interview.files_at(path)), None)
            return ws.vault, sound.goes_on(ws.vault, before)

        self._tasks.lane(look, partial(self._on_looked, path), partial(self.refused.emit, path))

    def _on_looked(self, path: str, found: tuple[Vault, bool]) -> None:
        vault, fits = found
        interview = self._saving.interview
        if interview is None or self._bar.recorder is not None:
            return
        if not fits:
            self.refused.emit(path, GsmonError("media.other_sound", path))
            return
        source = self.microphone()
        if not source.start():
            self.refused.emit(path, GsmonError("media.no_microphone", path))
            return
        try:
            recording = Recording(vault, interview.id, path, stamp(self._tasks.now()))
        except GsmonError as error:
            source.stop()
            self.refused.emit(path, error)
            return
        self._bar.begin(Recorder(source, recording, self._bar), self._language())

    def end(self, then: Callable[[], None]) -> None:
        """Do something after the recording under way, if there is one, became an answer."""
        if self._bar.end():
            self._take_in(then)
        else:
            then()

    def _take_in(self, then: Callable[[], None] | None = None) -> None:
        def done(comments: Mapping[str, str]) -> None:
            self.taken.emit(comments)
            if then is not None:
                then()

        self._saving.when_idle(partial(self._saving.take_in, done))
