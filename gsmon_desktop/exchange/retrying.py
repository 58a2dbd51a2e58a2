"""What was set aside is tried again: packages once their device is accepted, records by every intake."""

from __future__ import annotations

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import aside, intake, merging, peers
from gsmon_desktop.exchange.intake import NOTHING, Taken
from gsmon_desktop.exchange.lines import WrongRecordError
from gsmon_desktop.exchange.merging import ACCEPTED, CONFLICT, IGNORED, REPLACED, Origin
from gsmon_desktop.exchange.packing import Progress
from gsmon_desktop.exchange.reading import loaded
from gsmon_desktop.store import Clock, Workspace, records, stamp


def retry(ws: Workspace, *, now: Clock, progress: Progress | None = None) -> Taken:
    """Takes in whatever of the quarantine can be taken in by now. Files that are gone are forgotten."""
    done = NOTHING
    for each in aside.listing(ws):
        if each.record:
            done += _record(ws, each, now=now)
        elif _believed(ws, each):
            try:
                done += intake.take_in(ws, ws.folder / aside.FOLDER / each.file, now=now, progress=progress)
            except GsmonError as error:
                if error.code.partition(".")[0] != "exchange":
                    raise
            aside.drop(ws, each)
    return done


def _believed(ws: Workspace, each: aside.Aside) -> bool:
    peer = peers.find(ws, each.device)
    if peer is None or peer.state != peers.TRUSTED or not peer.sends:
        return False
    return peer.keys == each.keys if each.keys else not peer.sign


def _record(ws: Workspace, each: aside.Aside, *, now: Clock) -> Taken:
    text, at = (
        merging.unpacked(ws.value("SELECT line FROM set_aside WHERE number = ?", [each.number])),
        stamp(now()),
    )
    try:
        with ws.transaction() as db:
            verdict, number, said = intake.merge_line(
                ws, loaded(text), text, Origin(each.package, each.device, at, ws.who)
            )
            records.append_all(db, ((number, event) for event in said))
            state = CONFLICT if verdict == CONFLICT else "accepted"
            db.execute(
                "UPDATE intake_record SET state = ?, why = '' WHERE package = ? AND record = ?",
                [state, each.package, each.record],
            )
            db.execute("DELETE FROM set_aside WHERE number = ?", [each.number])
    except WrongRecordError:
        return NOTHING
    return Taken(
        accepted=int(verdict == ACCEPTED),
        replaced=int(verdict == REPLACED),
        ignored=int(verdict == IGNORED),
        conflicts=int(verdict == CONFLICT),
        packages=(each.package,),
    )
