"""Files on their way to answers: looked at and made fit beside the window, asked about, kept; and their
thumbnails, which are made in memory and never written to a disk."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMessageBox, QWidget
from shiboken6 import isValid

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.interviewing import Interview
from gsmon_desktop.interviewing.attaching import LARGE, Look, Prepared, Source
from gsmon_desktop.media import LONGEST, thumbnail
from gsmon_desktop.store import Workspace, media
from ui.devices import Devices
from ui.screens.filling_saving import Saving
from ui.tasks import Job, Tasks
from ui.widgets.media import SIDE, MediaEditor

CACHED = 64
"""Thumbnails kept in memory; some thirty kilobytes each."""

Done = Callable[[Any], None]


class Files(QObject):
    """Takes files from media widgets to the interview, one at a time; gives the widgets their thumbnails."""

    refused = Signal(str, object)
    """A question's path, and the GsmonError that says why its file was not taken."""

    def __init__(self, tasks: Tasks, saving: Saving, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks, self._saving, self._window = tasks, saving, parent
        self.devices = Devices(tasks, self)
        self._pictures: OrderedDict[tuple[int, str], QImage] = OrderedDict()

    # ------------------------------------------------------------ attaching

    def attach(self, path: str, editor: MediaEditor, done: Done) -> None:
        """Take the file the widget was given; `done` once the answer is on the disk."""
        source = editor.source()
        if source is None:
            return

        def work(interview: Interview, job: Job) -> Look | Prepared:
            found = interview.look(path, source)
            return found if found.question else interview.prepare(path, source, progress=job.report)

        self._start(path, editor, work, partial(self._on_looked, path, editor, source, done))

    def _start(
        self, path: str, editor: MediaEditor, work: Callable[[Interview, Job], Any], ready: Done
    ) -> None:
        editor.show_progress(0)
        job = self._saving.prepare(work, ready, partial(self._on_refused, path, editor))
        job.progressed.connect(lambda now, total: editor.show_progress(100 * now // max(total, 1)))

    def _on_looked(
        self, path: str, editor: MediaEditor, source: Source, done: Done, found: Look | Prepared
    ) -> None:
        if isinstance(found, Prepared):
            self._on_prepared(path, editor, done, found)
        else:
            self._ask(path, editor, source, done, found)

    def _on_prepared(self, path: str, editor: MediaEditor, done: Done, prepared: Prepared) -> None:
        editor.show_progress(None)
        self._saving.attach(path, prepared, done)

    def _on_refused(self, path: str, editor: MediaEditor, error: GsmonError) -> None:
        if isValid(editor):
            editor.show_progress(None)
        self.refused.emit(path, error)

    def _ask(self, path: str, editor: MediaEditor, source: Source, done: Done, found: Look) -> None:
        """A large file is taken only when somebody says so; a large photo may be made small."""
        editor.show_progress(None)
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        size = max(1, found.size // 1024**2)
        if found.question == LARGE:
            text = self.tr("{name}: {size} МБ. Такой файл долго передавать.")
            box.setText(text.format(name=source.name, size=size))
            choices = [(self.tr("Приложить целиком"), {"large": True})]
        else:
            text = self.tr("{name}: фото {size} МБ. Уменьшить его до {points} точек?")
            box.setText(text.format(name=source.name, size=size, points=LONGEST))
            choices = [(self.tr("Уменьшить"), {"shrink": True}), (self.tr("Оставить как есть"), {})]
        buttons = {}
        for text, wishes in choices:
            buttons[box.addButton(text, QMessageBox.ButtonRole.AcceptRole)] = wishes
        box.setEscapeButton(box.addButton(self.tr("Не прилагать"), QMessageBox.ButtonRole.RejectRole))

        def answered(button: object) -> None:
            wishes = buttons.get(button)  # type: ignore[call-overload]
            box.deleteLater()
            if wishes is None:
                editor.set_value(editor.question.value)
                return

            def work(interview: Interview, job: Job) -> Prepared:
                return interview.prepare(path, source, progress=job.report, **wishes)

            self._start(path, editor, work, partial(self._on_prepared, path, editor, done))

        box.buttonClicked.connect(answered)
        box.open()

    # ------------------------------------------------------------ thumbnails

    def dress(self, editor: MediaEditor) -> None:
        """Give a widget its thumbnail, and let it say which devices there are."""
        self.devices.look()
        editor.show_lacking(self.devices.lacking())
        self._show_thumbnail(editor)

    def _show_thumbnail(self, editor: MediaEditor) -> None:
        """Give a widget the picture of the photo it names, from memory or as soon as it is made."""
        interview, name = self._saving.interview, editor.value()
        if (
            interview is None
            or not name
            or editor.question.element.type != "image"
            or editor.pictured == name
        ):
            return
        key = (interview.number, name)
        if key in self._pictures:
            self._pictures.move_to_end(key)
            editor.show_picture(name, self._pictures[key])
            return
        self._tasks.lane(
            partial(_find, interview.number, name), partial(self._on_found, key, editor), self._on_no_picture
        )

    def _on_found(
        self, key: tuple[int, str], editor: MediaEditor, found: Callable[[], QImage] | None
    ) -> None:
        if found is not None:
            self._tasks.background(found, partial(self._on_made, key, editor), self._on_no_picture)

    def _on_made(self, key: tuple[int, str], editor: MediaEditor, picture: QImage) -> None:
        self._pictures[key] = picture
        while len(self._pictures) > CACHED:
            self._pictures.popitem(last=False)
        if isValid(editor) and editor.value() == key[1]:
            editor.show_picture(key[1], picture)

    def _on_no_picture(self, error: GsmonError) -> None:
        """A picture is a comfort; a missing file is told where files are checked and sent."""


def _find(number: int, name: str, ws: Workspace) -> Callable[[], QImage] | None:
    """On the lane: what makes the thumbnail of an interview's file, on any thread."""
    sha256 = next((file.sha256 for file in media.of(ws, number) if file.name == name), None)
    return None if sha256 is None else partial(_make, ws.vault, sha256)


def _make(vault: Any, sha256: str) -> QImage:
    with media.open_content(vault, sha256) as stream:
        return QImage.fromData(thumbnail(stream.read(), SIDE))
