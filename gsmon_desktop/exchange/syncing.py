"""Both ways with a target in one call: receipts in, packages out, packages in, receipts out."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from os.path import samestat
from pathlib import Path

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import giving, packs
from gsmon_desktop.exchange.export import OUTBOX, Held, make
from gsmon_desktop.exchange.folder import Folder
from gsmon_desktop.exchange.intake import Taken
from gsmon_desktop.exchange.receiving import Received, receive
from gsmon_desktop.store import Clock, Workspace

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Synced:
    """What went out and what came in."""

    packages: tuple[Path, ...]
    interviews: int
    media: int
    held: tuple[Held, ...]
    received: Received


def target(where: str) -> Folder:
    """The target of an address: a folder. A server (http, https) is none yet: exchange.server_later."""
    if where.lower().startswith(("http://", "https://")):
        raise GsmonError("exchange.server_later", where)
    return Folder(Path(where))


def sync(
    ws: Workspace,
    folder: Folder,
    *,
    now: Clock,
    max_size: int | None = None,
    progress: Progress | None = None,
) -> Synced:
    """Takes in what is there for us, then puts there what waits, and again whatever was not answered and is
    no longer there. Supervisors and the central office take in everybody's packages. `progress` is told of
    what is made and then, from the beginning, of what is taken in.

    Raises the errors of a missing, full or read-only folder; what was done by then stays done.
    """
    device = ws.settings["device"]
    news = [*folder.packs(), *folder.receipts(device)]
    answered = receive(ws, news, now=now, patient=True)
    if ws.value("SELECT 1 FROM pack WHERE device = ?", [device]):
        packs.give(ws, folder.pack_folder())
    giving.renew(ws, given=True)
    made = make(ws, now=now, max_size=max_size, progress=progress)
    sent = [package for package in giving.unanswered(ws) if not _lies_there(ws, folder, device, package)]
    paths = tuple(giving.give(ws, package, folder.inbox(device), now=now, sent=True) for package in sent)
    _clear(ws, folder)
    giving.prune(ws, now=now())
    packages = list(folder.packages(but=device)) if takes_in(ws) else []
    tell = None if progress is None else lambda _file, done, total: progress(done, total)
    came = receive(ws, packages, now=now, progress=tell, patient=True)
    received = Received(
        answered.taken + _but_own_earlier(ws, folder, came.taken),
        answered.receipts + came.receipts,
        answered.answers + came.answers,
        answered.packs + came.packs,
    )
    return Synced(
        paths, sum(each.interviews for each in sent), sum(each.media for each in sent), made.held, received
    )


def _but_own_earlier(ws: Workspace, folder: Folder, taken: Taken) -> Taken:
    """What was taken in, without a word on packages for others that this workspace itself left there under
    the device number it had before it was brought back from a copy: nobody could be asked for them again.
    """
    rows = ws.query("SELECT old FROM event WHERE interview IS NULL AND action IN ('restored', 'continued')")
    own = {folder.inbox_of(row["old"]) for row in rows}
    return replace(
        taken,
        quarantined=tuple(
            each
            for each in taken.quarantined
            if each.why.code != "exchange.not_for_us" or Path(each.why.place).parent not in own
        ),
    )


def takes_in(ws: Workspace) -> bool:
    """Whether this workspace gathers from others: an interviewer's laptop in a shared folder does not."""
    return ws.settings.get("role") in ("supervisor", "hq")


def _lies_there(ws: Workspace, folder: Folder, device: str, package: giving.Sent) -> bool:
    """Whether the package lies in our inbox whole; a damaged copy of it is taken away, to be given again.

    A copy on the same disk is the file in the outbox, which was read through just before (its second name
    shows: disks that know no second names do not always number their files)."""
    with suppress(OSError):
        there = (folder.inbox(device) / package.file).stat()
        if there.st_nlink > 1 and samestat(there, (ws.folder / OUTBOX / package.file).stat()):
            return True
    if giving.whole(folder.inbox(device) / package.file, package):
        return True
    folder.remove(device, package.file)
    return False


def _clear(ws: Workspace, folder: Folder) -> None:
    """A package that is answered in full, or made anew because it was damaged, is taken away by whoever put
    it there. While anything in it waits for a person's choice it stays, so that the next receipt tells how
    that was made."""
    for row in ws.query(
        """SELECT file FROM package WHERE (state = 'accepted' AND answered IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM package_interview p WHERE p.package = seq AND p.state = 'conflict'))
        OR EXISTS (SELECT 1 FROM package_interview p WHERE p.package = seq AND p.state = 'again')"""
    ):
        folder.remove(ws.settings["device"], row["file"])
