"""The doctor's look at `quarantine/`: packages set aside that are gone or damaged, files nobody knows."""

from __future__ import annotations

from collections.abc import Iterator

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import aside, keys
from gsmon_desktop.exchange.reading import verify
from gsmon_desktop.store import Workspace
from gsmon_desktop.store.findings import Bench, Check, Finding
from gsmon_desktop.store.media import Progress

GONE, DAMAGED, UNKNOWN = "doctor.aside_missing", "doctor.aside_damaged", "doctor.aside_unknown"

_DONE = {GONE: "doctor.aside_missing_done", DAMAGED: "doctor.aside_damaged_done"}
_WHOLE = ("exchange.record_wrong", "exchange.newer_format")
"""What is said of packages that are whole, though not all of them can be taken in."""


def _find(ws: Workspace, progress: Progress) -> Iterator[Finding]:
    """In the order in which they were set aside, then the unknown ones by name."""
    folder, opening = ws.folder / aside.FOLDER, keys.opening(ws)
    waiting = [each for each in aside.listing(ws) if each.file]
    for at, each in enumerate(waiting):
        progress(at, len(waiting))
        values = {"number": each.number, "device": each.device}
        place = f"{aside.FOLDER}/{each.file}"
        if not (folder / each.file).is_file():
            yield Finding(GONE, place, values)
        else:
            try:
                verify(folder / each.file, opening)
            except GsmonError as error:
                if error.code not in _WHOLE:
                    yield Finding(DAMAGED, place, values | {"reason": error.code})
    known = {each.file for each in waiting}
    for file in sorted(folder.glob("*")):
        if file.is_file() and file.name not in known and not file.name.startswith("."):
            yield Finding(UNKNOWN, f"{aside.FOLDER}/{file.name}")


def _mend(ws: Workspace, finding: Finding, bench: Bench) -> Finding:
    """The file goes to `backups/`; its row goes, so that the same package is set aside anew when it comes."""
    kept = "" if finding.code == GONE else bench.put_aside(bench.folder / finding.place)
    if finding.code == UNKNOWN:
        return finding.mended("doctor.aside_done", kept=kept)
    with ws.transaction() as db:
        db.execute("DELETE FROM set_aside WHERE number = ?", [finding.values["number"]])
    return finding.mended(_DONE[finding.code], kept=kept)


CHECKS = (Check(_find, _mend),)
"""For `doctor.examine` and `doctor.repair`, which know nothing of packages."""
