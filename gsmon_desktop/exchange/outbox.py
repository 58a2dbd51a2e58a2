"""What waits to be sent, and an interview as a line of a package.

Sent is every finished interview, and every deleted one that had once been finished (as a tombstone), whose
current revision is in no package yet; what stands in quarantine waits there. The same workspace always gives
the same lines.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import orjson

from gsmon_desktop.exchange.manifest import Record
from gsmon_desktop.store import Workspace, interviews
from gsmon_desktop.store.connection import known_failures

TOMBSTONE = ""
"""The content hash of a deleted interview in a package: it has no content any more."""

# A deletion may leave the revision as it was: only the hash then tells the tombstone from the content sent.
# What was sent before a conflict was settled is sent once more, so that others hear how. What was wiped after
# the receipt cannot be sent any more.
_WAITING = f"""
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
          AND sent.state <> 'again'
          AND NOT EXISTS (SELECT 1 FROM conflict AS c
                          WHERE c.interview = i.number AND c.settled > package.made))
      AND NOT EXISTS (SELECT 1 FROM revision AS r
                      WHERE r.interview = i.number AND r.revision = i.revision AND r.wiped <> '')
      AND {interviews.SENDS}
    ORDER BY number
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
    """What would go into a package now, by the workspace's own numbers: as it lies on the disk."""
    return [
        Waiting(
            row["number"], Record(row["id"], row["revision"], row["hash"], row["status"]), row["form_hash"]
        )
        for row in ws.query(_WAITING)
    ]


# Not whether a receipt came: of two who take packages in, each has its own view of what is missing.
_WITHDRAWN = """
    SELECT seq FROM package
    WHERE instr(file, :device) = 0 OR NOT EXISTS (
        SELECT 1 FROM package_interview AS p
        WHERE p.package = seq AND p.interview NOT IN (SELECT value FROM json_each(:going))
          AND NOT EXISTS (SELECT 1 FROM package_interview AS later
                          WHERE later.interview = p.interview AND later.package > p.package))
    ORDER BY seq DESC LIMIT 1000
"""


def withdrawn(ws: Workspace, going: Sequence[Waiting]) -> tuple[int, ...]:
    """Numbers of packages nobody need wait for once `going` are in one: all their interviews went into later
    ones, or they were made before the workspace was brought back from a copy and became another device. The
    latest thousand, in ascending order."""
    numbers = orjson.dumps([each.number for each in going]).decode()
    sought = {"device": f"-{short(ws.settings['device'])}-", "going": numbers}
    return tuple(sorted(row["seq"] for row in ws.query(_WITHDRAWN, sought)))


def short(device: str) -> str:
    """A device as names of its packages have it."""
    return re.sub(r"[^a-z0-9]", "", device.lower())[:8]


def interview_lines(ws: Workspace, going: Iterable[Waiting]) -> Iterator[dict[str, Any]]:
    """The lines of `interviews.jsonl`, as `interview.schema.json` says, in the order given; some of their
    values are JSON already (`writing.line` takes them).

    Rows of many interviews are fetched together: one by one would take thrice as long.
    """
    for group in _groups(going, 200):
        yield from _Group(ws, group).lines()


def media_of(ws: Workspace, going: Iterable[Waiting]) -> dict[int, list[dict[str, Any]]]:
    """The files each interview's answers name now (path, name, sha256, size, type), by its number."""
    found: dict[int, list[dict[str, Any]]] = {}
    for group in _groups((each for each in going if each.record.status == "finished"), 500):
        found |= _grouped(ws, _MEDIA, [each.number for each in group])
    return found


def _groups(going: Iterable[Waiting], size: int) -> Iterator[Sequence[Waiting]]:
    group: list[Waiting] = []
    for each in going:
        group.append(each)
        if len(group) == size:
            yield group
            group = []
    if group:
        yield group


class _Group:
    """Some interviews read together."""

    def __init__(self, ws: Workspace, group: Sequence[Waiting]) -> None:
        self._ws, self._group = ws, group
        numbers = [each.number for each in group]
        self._summaries = _grouped(ws, _SUMMARY, numbers)
        self._answers, self._scores, self._facts, self._events = (
            _told_by(ws, sql, numbers) for sql in (_ANSWERS, _SCORES, _FACTS, _EVENTS)
        )
        self._comments, self._media, self._before = (
            _grouped(ws, sql, numbers) for sql in (_COMMENTS, _MEDIA, _BEFORE)
        )
        gone = [each.number for each in group if each.record.status == "deleted"]
        self._reasons = _grouped(ws, _REASONS, gone)

    def lines(self) -> Iterator[dict[str, Any]]:
        """A line each."""
        for entry in self._group:
            yield self._line(entry)

    def _line(self, entry: Waiting) -> dict[str, Any]:
        row = self._summaries[entry.number][0]
        form = {"id": row.pop("form_id"), "version": row.pop("version"), "hash": entry.form}
        instance, reason = row.pop("instance"), row.pop("reason")
        line = {
            **vars(entry.record),
            "form": form,
            "summary": row,
            "history": [each["hash"] for each in self._before.get(entry.number, [])],
            "events": self._events.get(entry.number, []),
        }
        if entry.record.status == "deleted":
            reasons = self._reasons.get(entry.number)
            emptied = {"instance": "", "answers": {}, "scores": {}, "facts": {}, "comments": [], "media": []}
            return line | emptied | {"reason": reasons[-1]["new"] or "" if reasons else ""}
        return line | {
            "reason": reason,
            "instance": instance,
            "answers": self._answers.get(entry.number, {}),
            "scores": self._scores.get(entry.number, {}),
            "facts": self._facts.get(entry.number, {}),
            "comments": self._comments.get(entry.number, []),
            "media": [_told(file) for file in self._media.get(entry.number, [])],
        }


_SUMMARY = """
    SELECT i.number, i.form_id, f.version, i.outcome, i.device, i.interviewer, i.region, i.service, i.branch,
           i.place, i.language, i.started, i.finished, i.seconds, r.instance_id, r.instance, r.reason
    FROM interview AS i JOIN form AS f ON f.hash = i.form_hash
    JOIN revision AS r ON r.interview = i.number AND r.revision = i.revision WHERE i.number IN (?)
"""
_OBJECT = """SELECT interview, json_group_object({0}, {1} ORDER BY {0}) FROM {2} WHERE interview IN (?)
    GROUP BY interview"""
_ANSWERS = _OBJECT.format("path", "value", "answer")
_SCORES = _OBJECT.format("item", "score", "score")
_FACTS = _OBJECT.format("role", "value", "fact")
_COMMENTS = (
    "SELECT interview, path, text, at, who FROM comment WHERE interview IN (?) ORDER BY interview, path"
)
_MEDIA = """
    SELECT m.interview, a.path, m.name, m.sha256, m.size, m.type, m.taken, m.latitude, m.longitude,
    m.accuracy,
           m.width, m.height, m.source, m.original_of
    FROM media AS m JOIN answer AS a ON a.interview = m.interview
        AND a.value = iif(m.original_of = '', m.name, m.original_of)
    WHERE m.interview IN (?) ORDER BY m.interview, a.path, m.original_of
"""
_TRAIL = """
    SELECT interview, (SELECT value FROM setting WHERE name = 'device') AS device, id, revision, at, action,
           path, old, new, who, ms
    FROM event WHERE interview IN (?)
    UNION ALL
    SELECT interview, device, id, revision, at, action, path, old, new, who, ms
    FROM foreign_event WHERE interview IN (?)
"""
_EVENT = ("action", "at", "device", "id", "ms", "new", "old", "path", "revision", "who")
_EVENTS = f"""
    SELECT interview, json_group_array(json_object({", ".join(f"'{name}', {name}" for name in _EVENT)})
        ORDER BY at, device, id) FROM ({_TRAIL}) GROUP BY interview
"""
_REASONS = f"""
    SELECT interview, new FROM ({_TRAIL}) WHERE action = 'deleted' ORDER BY interview, at, device, id
"""
_BEFORE = """
    SELECT interview, hash FROM revision WHERE interview IN (?) AND hash <> ''
    UNION SELECT interview, hash FROM conflict WHERE interview IN (?) AND settled IS NOT NULL AND hash <> ''
    ORDER BY interview, hash
"""


def _grouped(ws: Workspace, sql: str, numbers: Sequence[int]) -> dict[int, list[dict[str, Any]]]:
    """The rows of each interview by its number, which is the first column and is taken out."""
    listed = ",".join(map(str, numbers))
    found: dict[int, list[dict[str, Any]]] = {}
    for row in ws.query(sql.replace("(?)", f"({listed})")):
        number = row.pop("interview") if "interview" in row else row.pop("number")
        found.setdefault(number, []).append(row)
    return found


def _told_by(ws: Workspace, sql: str, numbers: Sequence[int]) -> dict[int, orjson.Fragment]:
    """What SQLite itself puts into JSON, by the interview's number: taking rows apart here takes longer."""
    listed = ",".join(map(str, numbers))
    with known_failures(ws.folder):
        rows = ws.db.execute(sql.replace("(?)", f"({listed})"))
        return {number: orjson.Fragment(text) for number, text in rows}


def _told(file: dict[str, Any]) -> dict[str, Any]:
    """A file; of what a photo told (moment, place, pixels, origin), as much as it did."""
    return {name: value for name, value in file.items() if value not in (None, "") or name in _ALWAYS}


_ALWAYS = ("path", "name", "sha256", "size", "type")


def form_document(ws: Workspace, form: str) -> dict[str, Any]:
    """A form as `forms/<hash>.json` holds it: its XForm, its lists and the workbook it was made from."""
    row = ws.query(
        "SELECT form_id, version, title, xform, source_name, source FROM form WHERE hash = ?", [form]
    )[0]
    files = ws.query("SELECT name, content FROM form_file WHERE form_hash = ? ORDER BY name", [form])
    return {
        **row,
        "source": base64.b64encode(row["source"]).decode(),
        "files": {file["name"]: base64.b64encode(file["content"]).decode() for file in files},
    }
