"""A batch cut into parts that fit a small stick or a mail; each part is a package of its own.

So parts may come in any order and a lost one costs only what was in it. An interview is never cut: one
that is larger than a part by itself is left out and named.
"""

from __future__ import annotations

from collections.abc import Sequence

from gsmon_desktop.exchange import outbox
from gsmon_desktop.exchange.outbox import Waiting
from gsmon_desktop.exchange.packing import Files
from gsmon_desktop.exchange.writing import line
from gsmon_desktop.store import Workspace

LARGEST = 4_000_000_000
"""Bytes of a package when nobody asks for less: a FAT32 stick holds no file of 4 GiB."""
_MANIFEST_ROOM = 4096
"""Bytes for what a package has but interviews, forms and media: the manifest's head, age's and zip's own."""
_RECORD_ROOM = 220
_ENTRY_ROOM = 450
"""Bytes that an interview and a file take in the manifest and in the zip's directory."""


def parts(
    ws: Workspace, going: Sequence[Waiting], files: Files, max_size: int, recipients: int
) -> tuple[list[list[Waiting]], list[Waiting]]:
    """Interviews part by part, none of which can become larger than `max_size` bytes; and those too large.

    Sizes are counted before compression, so parts come out smaller rather than larger.
    """
    room = max_size - max_size // 2000 - _MANIFEST_ROOM - 200 * recipients
    if _at_most(ws, files) < room:
        return [list(going)], []
    found: list[list[Waiting]] = [[]]
    large: list[Waiting] = []
    taken, used = 0, set[str]()
    for each, text in zip(going, outbox.interview_lines(ws, going), strict=True):
        needs = _needs(ws, each, files, len(line(text)))
        if sum(needs.values()) > room:
            large.append(each)
            continue
        more = sum(size for name, size in needs.items() if name not in used)
        if found[-1] and taken + more > room:
            found.append([])
            taken, used = 0, set()
            more = sum(needs.values())
        found[-1].append(each)
        taken += more
        used |= set(needs)
    return [part for part in found if part], large


def _at_most(ws: Workspace, files: Files) -> int:
    """More than all of it together could be: cheap to know, and mostly enough."""
    text = 4 * int(ws.value("PRAGMA page_count")) * int(ws.value("PRAGMA page_size"))
    return text + sum(int(file["size"]) + _ENTRY_ROOM for each in files.values() for file in each)


def _needs(ws: Workspace, each: Waiting, files: Files, text: int) -> dict[str, int]:
    """Bytes an interview brings with it, by what it shares with others: its form, its files, itself."""
    form = ws.value(
        """SELECT 2 * (length(CAST(xform AS BLOB)) + length(source)
            + (SELECT coalesce(sum(length(content)), 0) FROM form_file WHERE form_hash = hash))
        FROM form WHERE hash = ?""",
        [each.form],
    )
    needs = {each.record.id: text + _RECORD_ROOM, each.form: int(form) + _ENTRY_ROOM}
    return needs | {file["sha256"]: file["size"] + _ENTRY_ROOM for file in files.get(each.number, ())}
