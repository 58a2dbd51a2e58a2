"""The whole check of a workspace, and its repair: every finding in words, nothing thrown away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.interviewing import checks
from gsmon_desktop.store import Clock, Workspace, keyfile
from gsmon_desktop.store import checks as database_checks
from gsmon_desktop.store import file_checks as files
from gsmon_desktop.store.connection import connect
from gsmon_desktop.store.copies import make_room
from gsmon_desktop.store.findings import Bench, Check, Finding, still
from gsmon_desktop.store.keyfile import Keys
from gsmon_desktop.store.lock import Lock
from gsmon_desktop.store.media import Progress
from gsmon_desktop.store.rescue import rescue
from gsmon_desktop.store.schema import migrations
from gsmon_desktop.store.workspace import DATABASE, raw

CHECKS = (*database_checks.CHECKS, *checks.CHECKS, *files.CHECKS)
_DAMAGED, _OLDER = "workspace.damaged", "doctor.older"


@dataclass(frozen=True)
class Report:
    """What was found, in order. `ok`: there is nothing, or all of it was repaired."""

    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Is the workspace as it should be now?"""
        return all(finding.done for finding in self.findings)


def examine(
    folder: Path,
    *,
    now: Clock,
    passphrase: str | None = None,
    keys: Keys | None = None,
    progress: Progress = still,
    more: Sequence[Check] = (),
) -> Report:
    """Checks the workspace in `folder`, beside a program that may be using it; changes nothing.

    `more` are checks of other rooms (`exchange.CHECKS`), made after ours.
    Raises GsmonError as opening does, but for a damaged or an older database: those are findings.
    """
    keys = keys or keyfile.unlock(folder, passphrase)
    if pages := _damaged_pages(folder, keys):
        return Report((Finding("doctor.pages", values={"reason": pages}),))
    try:
        with Workspace.open(folder, now=now, read_only=True, keys=keys) as ws:
            return Report(tuple(_found(ws, progress, more)))
    except GsmonError as error:
        if error.code == "workspace.older":
            return Report((Finding(_OLDER),))
        if error.code == _DAMAGED:
            return Report((Finding("doctor.pages", values={"reason": error.values.get("reason", "")}),))
        raise


def repair(
    folder: Path,
    *,
    now: Clock,
    passphrase: str | None = None,
    keys: Keys | None = None,
    progress: Progress = still,
    more: Sequence[Check] = (),
) -> Report:
    """Checks and mends what can be mended; whatever is replaced or moved is kept in `backups/`.

    Raises GsmonError as opening to write does, and rescue.unreadable for a database of which nothing can be
    read any more.
    """
    bench = Bench(folder, now())
    keys = keys or keyfile.unlock(folder, passphrase)
    done = list(_rescued(bench, keys))
    if _is_older(folder, keys):
        done.append(Finding(_OLDER).mended("doctor.older_done"))  # which opening does
    with Workspace.open(folder, now=now, keys=keys) as ws:
        for check in (*CHECKS, *more):
            for finding in list(check.find(ws, progress)):
                if finding.repairable and check.mend is not None:
                    bench.copy_first(ws)
                    done.append(check.mend(ws, finding, bench))
                else:
                    done.append(finding)
        make_room(folder / "backups", key=raw(keys))
    return Report(tuple(done))


def _found(ws: Workspace, progress: Progress, more: Sequence[Check]) -> Iterator[Finding]:
    for check in (*CHECKS, *more):
        yield from check.find(ws, progress)


def _damaged_pages(folder: Path, keys: Keys | None) -> str:
    """What is wrong with the database's own pages; "" when they are whole."""
    if not (folder / DATABASE).is_file():
        raise GsmonError("workspace.missing", str(folder))
    try:
        db = connect(folder / DATABASE, read_only=True, key=raw(keys))
    except GsmonError as error:
        if error.code == _DAMAGED:
            return str(error.values.get("reason", "")) or "?"
        raise
    try:
        _, pages = database_checks.integrity(db)
    finally:
        db.close()
    return pages[0] if pages else ""


def _is_older(folder: Path, keys: Keys | None) -> bool:
    db = connect(folder / DATABASE, read_only=True, key=raw(keys))
    try:
        return bool(migrations.applied(db) and migrations.pending(db))
    finally:
        db.close()


def _rescued(bench: Bench, keys: Keys | None) -> Iterator[Finding]:
    pages = _damaged_pages(bench.folder, keys)
    if not pages:
        return
    lock = Lock(bench.folder, who="gsmon", now=bench.now)
    try:
        made = rescue(bench, raw(keys))
    finally:
        lock.release()
    found = Finding("doctor.pages", values={"reason": pages})
    if made.torn:
        yield found.mended(
            "doctor.pages_torn_done", rows=made.rows, kept=made.kept, tables=", ".join(made.torn)
        )
    else:
        yield found.mended("doctor.pages_done", rows=made.rows, kept=made.kept)
