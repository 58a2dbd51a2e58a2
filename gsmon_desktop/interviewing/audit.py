"""An interview's audit trail as the `audit.csv` ODK Collect writes.

Format: https://getodk.github.io/xforms-spec/client-audit-logs and, for names of events,
https://docs.getodk.org/form-audit-log/. What Collect knows has Collect's name; what only we have (a comment,
a change of language, an export) keeps our own word, as the specification lets clients do. Values with commas,
quotes or line ends are quoted as RFC 4180 says, which every reader of CSV takes.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from gsmon_desktop.files import new_file
from gsmon_desktop.store import Workspace, interviews

COLUMNS = ("event", "node", "start", "end", "old-value", "new-value", "user", "change-reason")
EVENTS = {
    "opened": "form start",
    "resumed": "form resume",
    "answered": "question",
    "attached": "question",
    "undone": "question",
    "added": "add repeat",
    "removed": "delete repeat",
    "paused": "form exit",
    "finished": "form finalize",
    "recorded": "form finalize",
    "reopened": "change reason",
    "undeleted": "change reason",
}
"""Our actions by Collect's events."""

_VALUES = frozenset(
    {"answered", "attached", "undone", "commented", "language changed", "renamed", "left behind"}
)
_REASONS = frozenset({"reopened", "deleted", "undeleted"})


def audit_csv(ws: Workspace, id: str) -> str:  # noqa: A002 - the column's word
    """The whole file as text, lines ended by LF. Raises GsmonError("interview.unknown").

    `start` and `end` are milliseconds since 1970 UTC; only questions last, so only they have an end.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_lines(ws, interviews.get(ws, id).number))
    return text.getvalue()


def write_audit(ws: Workspace, id: str, target: Path) -> Path:  # noqa: A002 - the column's word
    """Writes `audit_csv` into a file, whole or not at all. Raises as it does and as `new_file`."""
    content = audit_csv(ws, id).encode()
    with new_file(target, replace=True) as part:
        part.stream.write(content)
        part.place()
    return target


def _lines(ws: Workspace, number: int) -> Iterator[tuple[object, ...]]:
    for event in interviews.events(ws, number):
        yield _line(event)


def _line(event: dict[str, Any]) -> tuple[object, ...]:
    action, at = event["action"], _milliseconds(event["at"])
    name = EVENTS.get(action, action)
    lasts = name == "question"
    start = at - event["ms"] if lasts else at
    old, new = (event["old"], event["new"]) if action in _VALUES else (None, None)
    reason = event["new"] if action in _REASONS else None
    return name, event["path"], start, at if lasts else None, old, new, event["who"], reason


def _milliseconds(stamp: str) -> int:
    return round(datetime.fromisoformat(stamp).timestamp() * 1000)
