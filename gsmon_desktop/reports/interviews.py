"""Finished interviews read one after another: their frozen answers by path, as they would be submitted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, fromstring

from gsmon_desktop.forms import Form
from gsmon_desktop.interviewing import kept_form
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
    """Forms by form_id, each with all versions that finished interviews use, the latest first.

    The forms that are scored come first: theirs is the sheet people open the workbook for.
    """
    used = {
        row["form_hash"]
        for row in ws.query("SELECT DISTINCT form_hash FROM interview WHERE status = 'finished'")
    }
    found: dict[str, list[Form]] = {}
    for version in forms.listing(ws):
        if version.hash in used:
            found.setdefault(version.form_id, []).append(kept_form(ws, version.hash))
    return dict(sorted(found.items(), key=lambda entry: not entry[1][0].by_item))


class Answers:
    """Reads instances of one form: values by path, a row of a repeat numbered as in ``/data/rep[2]/q``."""

    def __init__(self, repeats: frozenset[str]) -> None:
        self._repeats = repeats
        self._steps: dict[tuple[str, str], tuple[str, bool]] = {}
        """(template path, tag) -> (template path of that child, whether it is a repeat)"""

    def of(self, instance: str) -> dict[str, str]:
        """The answers of one instance that are not empty. Raises ValueError for a document type in it."""
        if "<!DOCTYPE" in instance:
            raise ValueError("an instance declares a document type")
        root = fromstring(instance)  # noqa: S314 - harm needs a document type, refused above
        found: dict[str, str] = {}
        self._walk(root, f"/{_local(root.tag)}", f"/{_local(root.tag)}", found)
        return found

    def _walk(self, node: Element, template: str, path: str, found: dict[str, str]) -> None:
        rows: dict[str, int] = {}
        for child in node:
            step = self._steps.get((template, child.tag))
            if step is None:
                below = f"{template}/{_local(child.tag)}"
                step = self._steps[template, child.tag] = (below, below in self._repeats)
            below, repeated = step
            here = below
            if repeated or path is not template:
                here = f"{path}/{below.rpartition('/')[2]}"
            if repeated:
                rows[below] = rows.get(below, 0) + 1
                here = f"{here}[{rows[below]}]"
            if len(child):
                self._walk(child, below, here, found)
            elif (text := child.text) and (text := text.strip()):
                found[here] = text


def _local(tag: str) -> str:
    """A tag without its namespace."""
    return tag.rpartition("}")[2]


def template_of(path: str) -> str:
    """A path without row numbers."""
    if "[" not in path:
        return path
    return "/".join(step.partition("[")[0] for step in path.split("/"))
