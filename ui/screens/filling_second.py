"""The end of a second, blind entry: compared with the first, settled by a person, the right values kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from gsmon_desktop.interviewing import second
from gsmon_desktop.interviewing.second import Comparison
from ui.dialogs.comparing import ComparingDialog
from ui.tasks import Tasks


class SecondEntry(QObject):
    """Compares a draft on the lane, asks who was right, and settles."""

    ended = Signal(str, object)
    """The first interview's id, and the `Comparison`: the second entry is settled."""
    refused = Signal(object)
    """The GsmonError that says why it could not be compared or settled."""
    closed = Signal()
    """The person went back to the entry."""

    def __init__(self, tasks: Tasks, window: QWidget, language: Callable[[], str]) -> None:
        super().__init__(window)
        self._tasks, self._window, self._language = tasks, window, language

    def compare(self, draft: str) -> None:
        """Show the differences; where there are none, settle at once."""
        work = partial(second.compare, draft=draft, language=self._language(), now=self._tasks.now)
        self._tasks.lane(work, partial(self._on_compared, draft), self.refused.emit)

    def _on_compared(self, draft: str, found: Comparison) -> None:
        if not found.differences:
            self._settle(draft, found, {}, "")
            return
        dialog = ComparingDialog(found, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.settled.connect(partial(self._settle, draft, found))
        dialog.rejected.connect(self.closed)
        dialog.open()

    def _settle(self, draft: str, found: Comparison, right: Mapping[str, str], reason: str) -> None:
        work = partial(second.settle, draft=draft, right=right, reason=reason, now=self._tasks.now)
        self._tasks.lane(
            work,
            lambda first: self.ended.emit(first, found),
            self.refused.emit,
            changes=("interview", "answer"),
        )
