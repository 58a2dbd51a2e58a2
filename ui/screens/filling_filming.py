"""Photos and videos by the computer's camera while an interview is filled."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.interviewing import sound
from gsmon_desktop.store import recordings, stamp
from gsmon_desktop.store.recordings import Recording
from gsmon_desktop.store.vault import Vault
from ui.camera import Camera, Eye
from ui.dialogs.camera import CameraDialog, PhotoCamera
from ui.dialogs.film import FilmCamera
from ui.screens.filling_saving import Saving
from ui.tasks import Tasks


class Filming(QObject):
    """One dialog at a time. A photo is brought to its question; a film is an answer once `taken`, and until
    then its pieces lie in the workspace, where the next opening of the draft finds them."""

    brought = Signal(str, object)
    """A question's path, and the photo (`Pasted`) taken for it."""
    taken = Signal(object)
    """A film became an answer; the comments on the questions, by path."""
    refused = Signal(str, object)
    """A question's path, and the GsmonError that says why nothing is filmed."""

    def __init__(self, tasks: Tasks, saving: Saving, language: Callable[[], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks, self._saving, self._language, self._window = tasks, saving, language, parent
        self.camera: Callable[[], Eye] = Camera
        """Makes the source of pictures."""
        self.dialog: CameraDialog | None = None

    def open(self, path: str) -> None:
        """Open the camera for a photo or a video question; a video needs the consent stored before."""
        interview = self._saving.interview
        if interview is None:
            return
        film = interview.session.question(path).element.type == "video"
        if film and not sound.may_record(interview.session):
            self.refused.emit(path, GsmonError("media.no_consent", path))
            return
        eye = self.camera()
        if not eye.names():
            self.refused.emit(path, GsmonError("media.no_camera", path))
        elif film:
            found = partial(self._open_film, path, eye)
            self._tasks.lane(lambda ws: ws.vault, found, partial(self.refused.emit, path))
        else:
            photo = PhotoCamera(eye, self._language(), self._window)
            photo.brought.connect(partial(self.brought.emit, path))
            self._show(photo)

    def end(self, then: Callable[[], None]) -> None:
        """Do something after a dialog that stands open was closed, and its film became an answer."""
        if self.dialog is not None and isValid(self.dialog):
            self.dialog.reject()
        self._saving.when_idle(then)

    def _open_film(self, path: str, eye: Eye, vault: Vault) -> None:
        interview = self._saving.interview
        if interview is None:
            return

        def recording() -> Recording:
            return Recording(vault, interview.id, path, stamp(self._tasks.now()), recordings.VIDEO)

        film = FilmCamera(eye, recording, self._language(), self._window)
        film.ended.connect(self._take_in)
        self._show(film)

    def _show(self, dialog: CameraDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._on_finished)
        dialog.begin()

    def _on_finished(self) -> None:
        self.dialog = None

    def _take_in(self) -> None:
        def done(comments: Mapping[str, str]) -> None:
            self.taken.emit(comments)

        self._saving.when_idle(partial(self._saving.take_in, done))
