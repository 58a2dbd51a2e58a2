"""Puts packages from the outbox where they go to, and says what became of each.

A package lies in the outbox until fourteen days have passed; until it is answered it can be given again. One
whose copy is gone or damaged is made anew from the workspace.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange.checked_file import CheckedFile
from gsmon_desktop.exchange.export import OUTBOX, Held, make
from gsmon_desktop.exchange.packing import Progress
from gsmon_desktop.exchange.writing import CHUNK
from gsmon_desktop.files import known_failures, new_file, sync_folder
from gsmon_desktop.store import Clock, Workspace, stamp

KEPT_DAYS = 14


@dataclass(frozen=True)
class Exported:
    """What an export put into a folder: package files (none if nothing waited), interviews and media files in
    them, interviews left out."""

    packages: tuple[Path, ...] = ()
    interviews: int = 0
    media: int = 0
    held: tuple[Held, ...] = ()


def export(
    ws: Workspace,
    to: Path,
    *,
    now: Clock,
    max_size: int | None = None,
    resend: bool = False,
    new_id: Callable[[], str] | None = None,
    progress: Progress | None = None,
) -> Exported:
    """Makes packages of what waits and puts them, and any that could not be put anywhere yet, into `to`.

    `resend` adds everything not answered yet. Raises GsmonError when the folder is missing, read-only or
    full; packages made by then wait in the outbox for the next time.
    """
    if not to.is_dir():
        raise GsmonError("file.folder_missing", str(to))
    renew(ws, given=resend)
    more = {} if new_id is None else {"new_id": new_id}
    made = make(ws, now=now, max_size=max_size, progress=progress, **more)
    waiting = unanswered(ws) if resend else not_given(ws)
    given = [give(ws, package, to, now=now) for package in waiting]
    prune(ws, now=now())
    return Exported(
        tuple(given),
        sum(package.interviews for package in waiting),
        sum(package.media for package in waiting),
        made.held,
    )


@dataclass(frozen=True, slots=True)
class Sent:
    """A package of ours: number, file name, SHA-256 and bytes of it, interviews and media inside."""

    sequence: int
    file: str
    sha256: str
    size: int
    interviews: int
    media: int


_SENT = "SELECT seq AS sequence, file, sha256, size, interviews, media FROM package WHERE"


def not_given(ws: Workspace) -> list[Sent]:
    """Packages that were made and could not be put anywhere yet, and are still whole in the outbox."""
    rows = ws.query(f"{_SENT} given IS NULL AND answered IS NULL ORDER BY seq")
    return [package for package in (Sent(**row) for row in rows) if there(ws, package)]


def unanswered(ws: Workspace) -> list[Sent]:
    """Packages with something in them that nobody has acknowledged, whole in the outbox."""
    rows = ws.query(f"{_SENT} {_OPEN} ORDER BY seq")
    return [package for package in (Sent(**row) for row in rows) if there(ws, package)]


# An interview sent since in a later revision need not be answered in this package any more.
_OPEN = """EXISTS (SELECT 1 FROM package_interview p JOIN interview i ON i.number = p.interview
    WHERE p.package = package.seq AND p.state IN ('', 'refused') AND p.revision = i.revision
    AND p.hash = iif(i.status = 'deleted', '', i.hash))"""


def there(ws: Workspace, package: Sent) -> bool:
    """Whether the copy in the outbox is there in its full length."""
    try:
        return (ws.folder / OUTBOX / package.file).stat().st_size == package.size
    except OSError:
        return False


def whole(file: Path, package: Sent) -> bool:
    """Whether a file is this package to the last byte."""
    with suppress(OSError):
        return file.stat().st_size == package.size and _digest(file) == package.sha256
    return False


def is_ours(ws: Workspace, file: Path) -> bool:
    """Whether a file is a package made here, to the last byte, whatever its name."""
    with suppress(OSError):
        rows = ws.query(f"{_SENT} size = ?", [file.stat().st_size])
        return any(whole(file, Sent(**row)) for row in rows)
    return False


def give(ws: Workspace, package: Sent, to: Path, *, now: Clock, sent: bool = False) -> Path:
    """Puts a package into a folder: copied under a hidden name, synced, read back, then named.

    `sent`: it travels on by itself from there. On one disk it is the same file under a second name. Something
    else that has its name already (half a copy, say) is left alone and the package gets another. Raises the
    errors of files, and exchange.copy_wrong when what was read back, or lies in the outbox, is another thing.
    """
    source, target = ws.folder / OUTBOX / package.file, _free(to / package.file, package)
    if not target.exists():
        with known_failures(target):
            if not _linked(source, target):
                _copy(source, target, package.sha256)
    with ws.transaction() as db:
        db.execute("UPDATE package SET given = ? WHERE seq = ?", [stamp(now()), package.sequence])
        if sent:
            db.execute(
                "UPDATE package SET state = 'sent' WHERE seq = ? AND state = 'made'", [package.sequence]
            )
    return target


def _linked(source: Path, target: Path) -> bool:
    try:
        target.hardlink_to(source)
    except FileExistsError:
        raise
    except OSError:
        return False
    sync_folder(target.parent)
    return True


def _copy(source: Path, target: Path, sha256: str) -> None:
    with new_file(target) as part, CheckedFile(part) as copy:
        with source.open("rb") as stream:
            while piece := stream.read(CHUNK):
                copy.write(piece)
        if copy.finish() != (sha256, sha256):
            raise GsmonError("exchange.copy_wrong", str(target))
        part.place()


def _free(target: Path, package: Sent) -> Path:
    """Where the copy may lie: its own name, unless something else has it."""
    number = 1
    candidate = target
    while candidate.exists():
        if whole(candidate, package):
            return candidate
        stem, _, ending = target.name.partition(".")
        candidate = target.with_name(f"{stem}-{number}.{ending}")
        number += 1
    return candidate


def _digest(file: Path) -> str:
    seen = hashlib.sha256()
    with file.open("rb") as stream:
        while piece := stream.read(CHUNK):
            seen.update(piece)
    return seen.hexdigest()


def renew(ws: Workspace, *, given: bool) -> None:
    """What is unanswered and no longer lies whole in the outbox will go into a new package.

    Copies are read through: one given on the same disk is the same file there, and whatever happens to it
    there has happened to ours. Those `given` before only if asked, since there may be many.
    """
    rows = [Sent(**row) for row in ws.query(f"{_SENT} {_OPEN}{'' if given else ' AND given IS NULL'}")]
    lost = [package.sequence for package in rows if not whole(ws.folder / OUTBOX / package.file, package)]
    if lost:
        with ws.transaction() as db:
            db.execute(
                f"""UPDATE package_interview SET state = 'again' WHERE state IN ('', 'refused')
                AND package IN ({",".join(map(str, lost))})"""
            )


def prune(ws: Workspace, *, now: datetime) -> None:
    """Takes copies made more than fourteen days ago out of the outbox, but none with anything in it that
    nobody has acknowledged; what failed is tried the next time."""
    before = now - timedelta(days=KEPT_DAYS)
    for row in ws.query(f"SELECT file, made FROM package WHERE given IS NOT NULL AND NOT {_OPEN}"):
        if datetime.fromisoformat(row["made"]) < before:
            with suppress(OSError):
                (ws.folder / OUTBOX / row["file"]).unlink()
