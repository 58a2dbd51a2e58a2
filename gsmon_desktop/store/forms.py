"""Forms as kept in the workspace: every version ever used, whole, so that a draft never loses its form."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.store.clock import stamp
from gsmon_desktop.store.workspace import Workspace


@dataclass(frozen=True)
class FormVersion:
    """One version of a form. `hash` is the SHA-256 of the XForm and its files; `added` ISO 8601."""

    hash: str
    form_id: str
    version: str
    title: str
    added: str


@dataclass(frozen=True)
class FormContent:
    """What the form engine needs to open a kept form; `source` is the file it was added from."""

    xform: str
    files: Mapping[str, bytes]
    source_name: str
    source: bytes


_COLUMNS = "hash, form_id, version, title, added"


def add(ws: Workspace, version: FormVersion, content: FormContent) -> None:
    """Keeps a form version and makes it the latest of its form_id, whatever the clock was set to before.

    The same one again takes the place of what stands for it (of a form that was lost, say).
    """
    with ws.transaction() as db:
        newest = db.execute("SELECT max(added) FROM form WHERE form_id = ?", [version.form_id]).fetchone()[0]
        added = version.added if version.added > (newest or "") else _after(newest)
        db.execute(
            """INSERT INTO form (hash, form_id, version, title, xform, source_name, source, added)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (hash) DO UPDATE SET
            version = excluded.version, title = excluded.title, xform = excluded.xform,
            source_name = excluded.source_name, source = excluded.source, added = excluded.added""",
            [
                version.hash, version.form_id, version.version, version.title,
                content.xform, content.source_name, content.source, added,
            ],
        )  # fmt: skip
        for name, data in content.files.items():
            db.execute("INSERT OR IGNORE INTO form_file VALUES (?, ?, ?)", [version.hash, name, data])


def _after(added: str) -> str:
    """A millisecond later: a clock set back must not make a new form look older than the one it replaces."""
    return stamp(datetime.fromisoformat(added) + timedelta(milliseconds=1))


def listing(ws: Workspace) -> list[FormVersion]:
    """All versions, the latest of each form first."""
    rows = ws.query(f"SELECT {_COLUMNS} FROM form ORDER BY form_id, added DESC, rowid DESC")
    return [FormVersion(**row) for row in rows]


def besides(ws: Workspace, known: Collection[str]) -> list[FormVersion]:
    """The latest version of every form whose id is not among `known`."""
    latest_first = {form.form_id: form for form in reversed(listing(ws))}
    return [form for form_id, form in sorted(latest_first.items()) if form_id not in known]


def latest(ws: Workspace, form_id: str) -> FormVersion:
    """The version new interviews use. Raises GsmonError("workspace.unknown_form")."""
    rows = ws.query(
        f"SELECT {_COLUMNS} FROM form WHERE form_id = ? ORDER BY added DESC, rowid DESC LIMIT 1", [form_id]
    )
    if not rows:
        raise GsmonError("workspace.unknown_form", form=form_id)
    return FormVersion(**rows[0])


def newer(ws: Workspace, form_id: str, hash: str) -> str:  # noqa: A002 - the column's word
    """What the latest version of a form is called, by its day where it has no name; "" when `hash` is it."""
    last = latest(ws, form_id)
    return "" if last.hash == hash else last.version or last.added[:10]


def get(ws: Workspace, hash: str) -> FormContent:  # noqa: A002 - the column's word
    """A kept form's content. Raises GsmonError("workspace.unknown_form")."""
    rows = ws.query("SELECT xform, source_name, source FROM form WHERE hash = ?", [hash])
    if not rows:
        raise GsmonError("workspace.unknown_form", form=hash[:12])
    files = ws.query("SELECT name, content FROM form_file WHERE form_hash = ?", [hash])
    return FormContent(files={file["name"]: file["content"] for file in files}, **rows[0])
