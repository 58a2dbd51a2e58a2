"""What a check of a workspace finds, and what is needed to mend it: no repair throws anything away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from gsmon_desktop.errors import GsmonError, sentence
from gsmon_desktop.files import sync_folder
from gsmon_desktop.store.connection import known_failures
from gsmon_desktop.store.copies import copy_database
from gsmon_desktop.store.media import Progress
from gsmon_desktop.store.workspace import Workspace, raw


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it should be.

    `code`       of its sentence in resources/messages/doctor.toml
    `place`      where: an interview's id, a file's path in the workspace, a table; "" for the whole
    `values`     words of the sentence
    `repairable` whether a repair can do something about it
    `done`       code of the sentence that says what a repair did; "" while nothing was done
    """

    code: str
    place: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    repairable: bool = True
    done: str = ""

    def text(self, language: str) -> str:
        """What is wrong, in one sentence."""
        return sentence(GsmonError(self.code, self.place, **self.values), language)

    def done_text(self, language: str) -> str:
        """What the repair did; "" where nothing was done."""
        return sentence(GsmonError(self.done, "", **self.values), language) if self.done else ""

    def mended(self, done: str, **values: object) -> Finding:
        """The same, repaired."""
        return replace(self, done=done, values={**self.values, **values})


@dataclass(frozen=True)
class Check:
    """A kind of trouble: how it is found, and what is done about one finding of it."""

    find: Callable[[Workspace, Progress], Iterable[Finding]]
    mend: Callable[[Workspace, Finding, Bench], Finding] | None = None


class Bench:
    """Where repairs are done: what they replace or move away is kept in `backups/`, under the time of it."""

    def __init__(self, folder: Path, now: datetime) -> None:
        self.folder, self.now = folder, now
        self.stamp = f"{now:%Y%m%d-%H%M%S}"
        self._copied = False

    def copy_first(self, ws: Workspace) -> None:
        """Copies the database as it is, once, before anything in it is mended."""
        if not self._copied:
            target = self.folder / "backups" / f"before-repair-{self.stamp}.db"
            copy_database(ws.db, target, key=raw(ws.keys), checked=False)
            self._copied = True

    def put_aside(self, file: Path) -> str:
        """Moves a file of the workspace into backups/aside-…/; gives its new path in the workspace."""
        target = self.folder / "backups" / f"aside-{self.stamp}" / file.relative_to(self.folder)
        with known_failures(self.folder):
            target.parent.mkdir(parents=True, exist_ok=True)
            file.replace(target)
            sync_folder(target.parent)
        return target.relative_to(self.folder).as_posix()


def still(done: int, total: int) -> None:
    """Progress nobody looks at."""
    del done, total
