"""Recordings played while an interview is filled, and their transcripts, safe as they are typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from gsmon_desktop.interviewing import transcripts
from gsmon_desktop.store import media, recordings, stamp
from gsmon_desktop.store.vault import Vault
from ui.dialogs.player import Played, PlayerDialog
from ui.player import content_of
from ui.recorder import DiskLane
from ui.screens.filling_saving import Saving
from ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class _Found:
    vault: Vault
    file: media.Attached
    content: Path | bytes


class Playing(QObject):
    """What is typed lies in the workspace two seconds later, and is an answer, `taken`, when the player
    closes; after a crash at the next opening of the draft."""

    taken = Signal(object)
    """A transcript was saved; the comments that changed with it, by path."""
    refused = Signal(str, object)
    """A question's path, and the GsmonError that says why its recording is not played."""

    def __init__(
        self,
        tasks: Tasks,
        saving: Saving,
        comment: Callable[[str], str],
        language: Callable[[], str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._saving, self._comment = tasks, saving, comment
        self._language, self._window = language, parent
        self.dialog: PlayerDialog | None = None

    def open(self, path: str) -> None:
        """Play what the question's answer names."""
        interview = self._saving.interview
        if interview is not None:
            failed = partial(self.refused.emit, path)

            def found(pair: tuple[tuple[media.Attached, ...], Vault]) -> None:
                files, vault = pair
                if files:
                    self._tasks.background(
                        partial(_read, files[0], vault), partial(self._on_found, path), failed
                    )

            self._tasks.lane(lambda ws: (interview.files_at(path), ws.vault), found, failed)

    def end(self, then: Callable[[], None]) -> None:
        """Do something after a player that stands open was closed and its transcript became an answer."""
        if self.dialog is not None and isValid(self.dialog):
            self.dialog.reject()
        self._saving.when_idle(then)

    def _on_found(self, path: str, found: _Found) -> None:
        interview = self._saving.interview
        if interview is None:
            return
        comment = self._comment(path)
        place = transcripts.transcript_of(interview.session, path)
        played = Played(
            found.file.name,
            found.content,
            interview.session.question(path).element.type == "video",
            transcripts.marks(comment),
            transcripts.text_of(interview.session, path, comment),
        )
        asked = interview.session.question(place or path)
        dialog = self.dialog = PlayerDialog(played, self._language(), self._window, fixed=asked.readonly)
        keep = partial(
            recordings.keep_text,
            found.vault,
            interview.id,
            path,
            stamp(self._tasks.now()),
            place=place or path,
        )
        draft = _Draft(keep, played.text, self)
        draft.troubled.connect(partial(self.refused.emit, path))
        dialog.typed.connect(draft.keep)
        dialog.closed.connect(partial(self._on_closed, draft))
        dialog.open()

    def _on_closed(self, draft: _Draft, text: str) -> None:
        self.dialog = None
        if draft.end(text):
            self._saving.when_idle(partial(self._saving.take_in, self._on_taken))
        draft.deleteLater()

    def _on_taken(self, comments: Mapping[str, str]) -> None:
        self.taken.emit(comments)


class _Draft(QObject):
    """A transcript while it is typed; nothing lies on the disk until it differs from what is saved."""

    troubled = Signal(object)

    def __init__(self, keep: Callable[[str], object], text: str, parent: QObject) -> None:
        super().__init__(parent)
        self._keep = keep
        self._kept, self._touched = text, False
        self._lane = DiskLane(self)
        self._lane.troubled.connect(self.troubled)

    def keep(self, text: str) -> None:
        """On the disk in a moment."""
        if text != self._kept:
            self._kept, self._touched = text, True
            self._lane.hand_over(partial(self._keep, text), len(text))

    def end(self, text: str) -> bool:
        """The text as it stays; was anything kept?"""
        self.keep(text)
        self._lane.close()
        return self._touched


def _read(file: media.Attached, vault: Vault) -> _Found:
    return _Found(vault, file, content_of(file, vault))
