"""The workspace's forms as forms: put in, taken out, opened once a process."""

from __future__ import annotations

from pathlib import Path

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms import Form, load, reopen
from gsmon_desktop.paths import cache_folder, resources
from gsmon_desktop.store import Clock, Workspace, forms, stamp


def add_form(ws: Workspace, path: Path, *, now: Clock) -> Form:
    """Puts a questionnaire (.xlsx or .xml) into the workspace; new interviews use it from now on.

    Raises the form engine's GsmonErrors; then the workspace is as before.
    """
    form = load(path, cache=_cache(ws))
    version = forms.FormVersion(form.hash, form.form_id, form.version, form.title, stamp(now()))
    try:
        source = path.read_bytes()
    except OSError as error:
        raise GsmonError("form.unreadable", str(path)) from error
    forms.add(ws, version, forms.FormContent(form.xform, form.files, path.name, source))
    return form


def add_built_in(ws: Workspace, *, now: Clock) -> list[Form]:
    """Puts in every questionnaire the program brings."""
    return [add_form(ws, path, now=now) for path in sorted((resources() / "forms").glob("*.xlsx"))]


def latest_form(ws: Workspace, form_id: str) -> Form:
    """The version of a form that new interviews use. Raises GsmonError("workspace.unknown_form")."""
    return kept_form(ws, forms.latest(ws, form_id).hash)


def kept_form(ws: Workspace, hash: str) -> Form:  # noqa: A002 - the column's word
    """A kept version by its hash, made once a process."""
    found = _open.get(hash)
    if found is None:
        content = forms.get(ws, hash)
        found = _open[hash] = reopen(content.xform, content.files, _cache(ws))
    return found


def _cache(ws: Workspace) -> Path | None:
    """Where forms made ready are kept; None for an encrypted workspace, whose lists may name people."""
    return cache_folder() if ws.keys is None else None


_open: dict[str, Form] = {}
