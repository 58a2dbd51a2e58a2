"""The dialogs of media questions: what they are given, and what becomes of what they bring."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms import Change
from gsmon_desktop.interviewing import Interview, caption_of
from gsmon_desktop.interviewing.attaching import Prepared
from gsmon_desktop.media import Edit, phone
from gsmon_desktop.store import media
from gsmon_desktop.store.vault import Vault
from ui.dialogs.files import FileDialogs
from ui.dialogs.phone import PhonePhotos, drives
from ui.dialogs.photo import Edited, PhotoViewer
from ui.screens.filling_saving import Saving
from ui.tasks import Tasks
from ui.widgets.media import PHONE, VIEW

Done = Callable[[Any], None]


class MediaDialogs(QObject):
    """Opens a dialog for a media question. Each thing a dialog brings is one saved answer, undone as one."""

    remarked = Signal(str, str)
    """The comment on the question at this path is on the disk, and says this now."""
    brought = Signal(str, object)
    """A question's path, and the file (`Path`) somebody chose for it."""
    changed = Signal(str, object)
    """The answer at this path is on the disk, by this `Change`."""
    refused = Signal(str, object)
    """A question's path, and the GsmonError that says what did not work."""

    def __init__(
        self,
        tasks: Tasks,
        saving: Saving,
        comments: Callable[[str], str],
        openers: Mapping[str, Callable[[str], None]],
        files: FileDialogs,
        parent: QWidget,
    ) -> None:
        """`openers`: what opens the camera and the recorder, and for `VIEW` the player, at a question."""
        super().__init__(parent)
        self._tasks, self._saving, self._comments, self._window = tasks, saving, comments, parent
        self._files = files
        self.drives = drives
        """Tells what is connected to the computer."""
        self._play = openers[VIEW]
        self._openers = {**openers, VIEW: self._view, PHONE: self._ask_phone}

    def open(self, path: str, what: str) -> None:
        """Open the dialog a widget asks for."""
        if self._saving.interview is not None:
            self._openers[what](path)

    # ------------------------------------------------------------ a telephone's folder

    def _ask_phone(self, path: str) -> None:
        kind = self._open().session.question(path).element.type
        endings = phone.VIDEOS if kind == "video" else phone.PHOTOS
        dialog = PhonePhotos(self._tasks, self._files, endings, self._window, self.drives)
        dialog.chosen.connect(partial(self.brought.emit, path))
        dialog.open()

    # ------------------------------------------------------------ the photo, large

    def _view(self, path: str) -> None:
        if self._open().session.question(path).element.type != "image":
            self._play(path)
            return
        self._read(path, partial(self._on_photo_read, path), QImage.fromData)

    def _read(self, path: str, done: Done, made: Callable[[bytes], Any]) -> None:
        """Read beside the lane what an answer names: `done` gets the files, and what `made` made of it."""
        interview, failed = self._open(), partial(self.refused.emit, path)

        def found(pair: tuple[tuple[media.Attached, ...], Vault]) -> None:
            files, vault = pair
            if files:
                self._tasks.background(lambda: (files, made(_content(vault, files[0]))), done, failed)

        self._tasks.lane(lambda ws: (interview.files_at(path), ws.vault), found, failed)

    def _on_photo_read(self, path: str, read: tuple[tuple[media.Attached, ...], QImage]) -> None:
        files, picture = read
        if self._saving.interview is None:
            return
        question = self._open().session.question(path)
        viewer = PhotoViewer(
            files[0].name, picture, self._caption(path), self._window, fixed=question.readonly
        )
        viewer.saved.connect(partial(self._on_photo_edited, path, files))
        viewer.open()

    def _on_photo_edited(self, path: str, files: Sequence[media.Attached], edited: Edited) -> None:
        then = partial(self._set_caption, path, edited.caption)
        if not edited.edits:
            then()
            return
        self._saving.when_idle(partial(self._edit, path, files, edited.edits, then))

    def _edit(
        self, path: str, files: Sequence[media.Attached], edits: Sequence[Edit], then: Callable[[], None]
    ) -> None:
        def done(change: Change) -> None:
            self.changed.emit(path, change)
            self._saving.when_idle(then)

        def ready(prepared: Prepared) -> None:
            self._saving.attach(path, prepared, done)

        def work(interview: Interview, job: object) -> Prepared:
            del job
            return interview.edit(path, files, edits)

        self._saving.prepare(work, ready, partial(self.refused.emit, path))

    # ------------------------------------------------------------ captions

    def _caption(self, path: str) -> str:
        session = self._open().session
        place = caption_of(session, path)
        return session.value(place) if place else self._comments(path)

    def _set_caption(self, path: str, text: str) -> None:
        if self._saving.interview is None or text == self._caption(path):
            return
        place = caption_of(self._open().session, path)
        try:
            if place:
                self._saving.answer(place, text, partial(self.changed.emit, place))
            else:
                self._saving.comment(path, text, lambda _: self.remarked.emit(path, text))
        except GsmonError as error:
            self.refused.emit(place, error)

    # ------------------------------------------------------------ inside

    def _open(self) -> Interview:
        interview = self._saving.interview
        if interview is None:
            raise RuntimeError("no interview is open")
        return interview


def _content(vault: Vault, file: media.Attached) -> bytes:
    with media.open_content(vault, file.sha256) as stream:
        return stream.read()
