"""What waits to be sent, and an interview as the lines of a package.

Sent is every finished interview, and every deleted one that had once been finished (as a tombstone), whose
current revision is in no package yet; what stands in quarantine waits there. The same workspace always gives
the same lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from gsmon_desktop.exchange.manifest import Record
from gsmon_desktop.store import Workspace, media

TOMBSTONE = ""
"""The content hash of a deleted interview in a package: it has no content any more."""

# A deletion may leave the revision as it was: only the hash then tells the tombstone from the content sent.
_WAITING = """
    SELECT number, id, revision, hash, status, form_hash FROM (
        SELECT number, id, revision, status, form_hash, iif(status = 'deleted', '', hash) AS hash
        FROM interview WHERE status IN ('finished', 'deleted')
    ) AS i
    WHERE (status = 'finished'
           OR EXISTS (SELECT 1 FROM revision AS r WHERE r.interview = i.number AND r.hash <> ''))
      AND NOT EXISTS (SELECT 1 FROM quarantine WHERE quarantine.interview = i.number)
      AND NOT EXISTS (
        SELECT 1 FROM package_interview AS sent JOIN package ON package.seq = sent.package
        WHERE sent.interview = i.number AND sent.revision = i.revision AND sent.hash = i.hash
          AND package.state <> 'refused')
    ORDER BY id
"""


@dataclass(frozen=True)
class Waiting:
    """An interview to be sent: its local number, what the manifest says of it, and the hash of its form."""

    number: int
    record: Record
    form: str


@contextmanager
def snapshot(ws: Workspace) -> Iterator[None]:
    """All reading in the block sees the workspace as it was at one moment."""
    with ws.db.atomic():
        yield


def waiting(ws: Workspace) -> list[Waiting]:
    """What would go into a package now, by interview id."""
    return [
        Waiting(
            row["number"], Record(row["id"], row["revision"], row["hash"], row["status"]), row["form_hash"]
        )
        for row in ws.query(_WAITING)
    ]


def interview_line(ws: Workspace, entry: Waiting) -> dict[str, Any]:
    """One line of `interviews.jsonl`, as `interview.schema.json` says. A tombstone has no answers."""
    row = ws.query(_SUMMARY, [entry.number])[0]
    form = {"id": row.pop("form_id"), "version": row.pop("version"), "hash": entry.form}
    instance, reason = row.pop("instance"), row.pop("reason")
    line = {**vars(entry.record), "form": form, "summary": row, "reason": reason, "instance": instance}
    if entry.record.status == "deleted":
        emptied = {"instance": "", "answers": {}, "scores": {}, "facts": {}, "comments": [], "media": []}
        return line | emptied | {"reason": _deleted_because(ws, entry.number)}
    return line | {
        "answers": _pairs(
            ws, "SELECT path, value FROM answer WHERE interview = ? ORDER BY path", entry.number
        ),
        "scores": _pairs(ws, "SELECT item, score FROM score WHERE interview = ? ORDER BY item", entry.number),
        "facts": _pairs(ws, "SELECT role, value FROM fact WHERE interview = ? ORDER BY role", entry.number),
        "comments": ws.query(
            "SELECT path, text, at, who FROM comment WHERE interview = ? ORDER BY path", [entry.number]
        ),
        "media": [
            {"path": m.path, "name": m.name, "sha256": m.sha256, "size": m.size, "type": m.type, **_told(m)}
            for m in media.of(ws, entry.number)
        ],
    }


def _told(file: media.Attached) -> dict[str, Any]:
    """What a photo told of its moment, place and origin, as far as it did."""
    names = ("taken", "latitude", "longitude", "accuracy", "width", "height", "source", "original_of")
    return {name: getattr(file, name) for name in names if getattr(file, name) not in (None, "")}


_SUMMARY = """
    SELECT i.form_id, f.version, i.outcome, i.device, i.interviewer, i.region, i.service, i.branch, i.place,
           i.language, i.started, i.finished, i.seconds, r.instance_id, r.instance, r.reason
    FROM interview AS i JOIN form AS f ON f.hash = i.form_hash
    JOIN revision AS r ON r.interview = i.number AND r.revision = i.revision WHERE i.number = ?
"""


def event_lines(ws: Workspace, entry: Waiting) -> Iterator[dict[str, Any]]:
    """The lines of `events.jsonl` of one interview: its whole trail, `id` counting up on the device."""
    rows = ws.query(
        """SELECT id, revision, at, action, path, old, new, who, ms FROM event
           WHERE interview = ? ORDER BY id""",
        [entry.number],
    )
    return ({"interview": entry.record.id, **row} for row in rows)


def form_files(ws: Workspace, form: str) -> Iterator[tuple[str, bytes]]:
    """The files of a form, by their name below `forms/<hash>/`; the XForm itself is `form.xml`."""
    row = ws.query("SELECT xform FROM form WHERE hash = ?", [form])[0]
    yield "form.xml", row["xform"].encode()
    for file in ws.query("SELECT name, content FROM form_file WHERE form_hash = ? ORDER BY name", [form]):
        yield f"files/{file['name']}", file["content"]


def _pairs(ws: Workspace, sql: str, number: int) -> Mapping[str, str]:
    return dict(tuple(row.values()) for row in ws.query(sql, [number]))


def _deleted_because(ws: Workspace, number: int) -> str:
    return str(
        ws.value(
            "SELECT new FROM event WHERE interview = ? AND action = 'deleted' ORDER BY id DESC", [number]
        )
        or ""
    )
