"""Finished interviews read one after another: their frozen answers by path, as they would be submitted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from xml.parsers.expat import ParserCreate

from gsmon_desktop.forms import Form, from_xform
from gsmon_desktop.store import Workspace, forms


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished interview's own columns; `started` and `finished` are ISO 8601, `seconds` the time spent."""

    number: int
    id: str
    revision: int
    outcome: str
    interviewer: str
    region: str
    language: str
    started: str
    finished: str
    seconds: int
    version: str
    instance: str


_FINISHED = """
    SELECT i.number, i.id, i.revision, i.outcome, i.interviewer, i.region, i.language, i.started, i.finished,
           i.seconds, f.version, r.instance
    FROM interview AS i JOIN form AS f ON f.hash = i.form_hash
    JOIN revision AS r ON r.interview = i.number AND r.revision = i.revision
    WHERE i.status = 'finished' AND i.form_id = ? ORDER BY i.number
"""


def finished(ws: Workspace, form_id: str) -> Iterator[Finished]:
    """The finished interviews of a form in the order they were begun, one in memory at a time."""
    for row in ws.db.query(_FINISHED, [form_id]):
        yield Finished(**row)


def versions(ws: Workspace) -> dict[str, list[Form]]:
    """Forms by form_id, each with all versions that finished interviews use, the latest first."""
    used = {
        row["form_hash"]
        for row in ws.query("SELECT DISTINCT form_hash FROM interview WHERE status = 'finished'")
    }
    found: dict[str, list[Form]] = {}
    for version in forms.listing(ws):
        if version.hash in used:
            content = forms.get(ws, version.hash)
            found.setdefault(version.form_id, []).append(from_xform(content.xform, content.files))
    return found


class Answers:
    """Reads instances of one form: values by path, a row of a repeat numbered as in ``/data/rep[2]/q``."""

    def __init__(self, repeats: frozenset[str]) -> None:
        self._repeats = repeats

    def of(self, instance: str) -> dict[str, str]:
        """The answers of one instance that are not empty. It is our own frozen XML: no DTD can be in it."""
        path: list[str] = []
        template: list[str] = []
        rows: dict[str, int] = {}
        text: list[str] = []
        found: dict[str, str] = {}

        def start(name: str, _: Any) -> None:
            text.clear()
            local = name.rpartition(":")[2]
            template.append(f"{template[-1] if template else ''}/{local}")
            here = f"{path[-1] if path else ''}/{local}"
            if template[-1] in self._repeats:
                rows[here] = rows.get(here, 0) + 1
                here = f"{here}[{rows[here]}]"
            path.append(here)

        def end(_: str) -> None:
            value = "".join(text).strip()
            if value:
                found[path[-1]] = value
            text.clear()
            path.pop()
            template.pop()

        parser = ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = start, end
        parser.CharacterDataHandler = text.append
        parser.StartDoctypeDeclHandler = _refuse
        parser.Parse(instance, True)
        return found


def _refuse(*_: Any) -> None:
    raise ValueError("an instance declares a document type")


def rows_of(paths: Sequence[str]) -> dict[str, list[str]]:
    """Paths with row numbers by their template path, in order of first sight."""
    found: dict[str, list[str]] = {}
    for path in paths:
        found.setdefault(template_of(path), []).append(path)
    return found


def template_of(path: str) -> str:
    """A path without row numbers."""
    if "[" not in path:
        return path
    return "/".join(step.partition("[")[0] for step in path.split("/"))
