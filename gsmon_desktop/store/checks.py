"""Checks of the database as such: indexes, references, the tally, the trail's chain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

import sqlcipher3.dbapi2 as driver
from sqlite_utils import Database

from gsmon_desktop.store import quarantine, recount, trail
from gsmon_desktop.store.clock import stamp
from gsmon_desktop.store.findings import Bench, Check, Finding
from gsmon_desktop.store.media import Progress
from gsmon_desktop.store.workspace import Workspace

_INDEX = re.compile(r"(in|from|entries in) index|^fts5|inverted index", re.IGNORECASE)
"""What `integrity_check` says of indexes and of the full-text search, which can be made anew."""
_MOST = 20
"""Broken places of the chain told one by one; more of them say nothing more."""
_STAND_INS = {
    "doctor.lost_form": "doctor.lost_form_done",
    "doctor.lost_package": "doctor.lost_package_done",
    "doctor.lost_interview": "doctor.lost_interview_done",
}
_NOWHERE = "n IS NOT NULL AND n NOT IN (SELECT number FROM interview)"
"""Events of the workspace itself (restored, a device trusted) are of no interview."""
_OF_INTERVIEWS = ("revision", "answer", "event", "comment", "media", "score", "fact", "package_interview")


def integrity(db: Database) -> tuple[list[str], list[str]]:
    """What SQLite finds: (of indexes, of the data themselves)."""
    try:
        said = [row[0] for row in db.execute("PRAGMA integrity_check(50)") if row[0] != "ok"]
    except driver.Error as error:  # so damaged that the check itself stumbles
        return [], [str(error)]
    indexes = [words for words in said if _INDEX.search(words)]
    return indexes, [words for words in said if words not in indexes]


def _find_indexes(ws: Workspace, progress: Progress) -> Iterator[Finding]:
    del progress
    indexes, _ = integrity(ws.db)
    if indexes:
        yield Finding("doctor.index", values={"reason": indexes[0]})


def _mend_indexes(ws: Workspace, finding: Finding, bench: Bench) -> Finding:
    del bench
    with ws.transaction() as db:
        db.execute("REINDEX")
        db.execute("INSERT INTO interview_search (interview_search) VALUES ('rebuild')")
    return finding.mended("doctor.index_done")


def _find_lost(ws: Workspace, progress: Progress) -> Iterator[Finding]:
    """Rows that refer to an interview, a form or a package that is not there any more."""
    del progress
    union = " UNION ".join(f"SELECT interview AS n FROM {table}" for table in _OF_INTERVIEWS)
    for row in ws.query(f"SELECT n FROM ({union}) WHERE {_NOWHERE} ORDER BY n"):
        yield Finding("doctor.lost_interview", values={"number": row["n"]})
    forms = "SELECT form_hash AS h FROM interview UNION SELECT form_hash FROM form_file"
    for row in ws.query(f"SELECT h FROM ({forms}) WHERE h NOT IN (SELECT hash FROM form) ORDER BY h"):
        yield Finding("doctor.lost_form", row["h"])
    packages = "SELECT DISTINCT package AS n FROM package_interview"
    for row in ws.query(f"SELECT n FROM ({packages}) WHERE n NOT IN (SELECT seq FROM package) ORDER BY n"):
        yield Finding("doctor.lost_package", values={"number": row["n"]})


def _mend_lost(ws: Workspace, finding: Finding, bench: Bench) -> Finding:
    """A stand-in takes the place, so that what refers to it stays; an interview goes into quarantine."""
    at, number = stamp(bench.now), finding.values.get("number")
    with ws.transaction() as db:
        match finding.code:
            case "doctor.lost_form":
                _stand_in_form(db, finding.place)
            case "doctor.lost_package":
                db.execute(
                    """INSERT INTO package (seq, file, made, state, sha256, interviews, size)
                    VALUES (?, '?', ?, 'made', '', 0, 0)""",
                    [number, at],
                )
            case _:
                form = db.execute("SELECT hash FROM form ORDER BY added LIMIT 1").fetchone()
                db.execute(
                    """INSERT INTO interview (number, id, form_id, form_hash, status, started)
                    VALUES (?, ?, '?', ?, 'deleted', ?)""",
                    [number, f"lost-{number}", form[0] if form else _stand_in_form(db, "?"), at],
                )
                quarantine.put(ws, int(str(number)), finding.code, at=bench.now)
    return finding.mended(_STAND_INS[finding.code])


def _stand_in_form(db: Database, hash: str) -> str:  # noqa: A002 - the column's word
    """A form without content; being the oldest, it is never the version new interviews use."""
    row = db.execute("SELECT form_id FROM interview WHERE form_hash = ?", [hash]).fetchone()
    db.execute(
        """INSERT INTO form (hash, form_id, version, title, xform, source_name, source, added)
        VALUES (?, ?, '?', '?', '', '', x'', '')""",
        [hash, row[0] if row else "?"],
    )
    return hash


def _find_tally(ws: Workspace, progress: Progress) -> Iterator[Finding]:
    del progress
    if cells := recount.differences(ws.db):
        yield Finding("doctor.tally", values={"cells": cells})


def _mend_tally(ws: Workspace, finding: Finding, bench: Bench) -> Finding:
    del bench
    with ws.transaction() as db:
        recount.rebuild(db)
    return finding.mended("doctor.tally_done")


def _find_chain(ws: Workspace, progress: Progress) -> Iterator[Finding]:
    del progress
    for number, what in islice(trail.broken(ws.db), _MOST):
        yield Finding(f"doctor.event_{what}", values={"number": number}, repairable=False)


CHECKS = (
    Check(_find_indexes, _mend_indexes),
    Check(_find_lost, _mend_lost),
    Check(_find_tally, _mend_tally),
    Check(_find_chain),
)
