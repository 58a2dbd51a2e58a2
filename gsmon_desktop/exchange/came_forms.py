"""Forms that come in a package or in a pack of settings, kept if they are what they say."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange.manifest import FORMS
from gsmon_desktop.forms import from_xform
from gsmon_desktop.store import Workspace, forms

NOT_LATEST = "1970-01-01T00:00:00.000+00:00"
"""When a form that came in a package was "added": the one new interviews use here stays the same."""


def take_forms(
    ws: Workspace, gathered: Mapping[str, bytes], added: str = NOT_LATEST, *, strict: bool = False
) -> None:
    """Keeps the forms of a package or pack; those that are not what they say, not.

    If `strict` such a form raises GsmonError exchange.form_wrong.
    """
    hashes = sorted({name.removeprefix(FORMS)[:64] for name in gathered})
    for form_hash in hashes:
        try:
            kept = _form(form_hash, gathered)
            form = from_xform(kept.xform, kept.files)
        except (GsmonError, ValueError, KeyError, TypeError, AttributeError):
            form = None  # its records will say so
        if form is None or form.hash != form_hash:
            if strict:
                raise GsmonError("exchange.form_wrong", form=form_hash[:12])
        else:
            version = forms.FormVersion(form_hash, form.form_id, form.version, form.title, added)
            forms.add(ws, version, kept)


def _form(form_hash: str, gathered: Mapping[str, bytes]) -> forms.FormContent:
    document = gathered.get(f"{FORMS}{form_hash}.json")
    if document is not None:
        said = json.loads(document)
        files = {str(name): base64.b64decode(data, validate=True) for name, data in said["files"].items()}
        source = base64.b64decode(said["source"], validate=True)
        return forms.FormContent(str(said["xform"]), files, str(said["source_name"]), source)
    folder = f"{FORMS}{form_hash}/"
    files = {
        name.removeprefix(f"{folder}files/"): data
        for name, data in gathered.items()
        if name.startswith(f"{folder}files/")
    }
    xform = gathered[f"{folder}form.xml"].decode()
    return forms.FormContent(xform, files, "form.xml", xform.encode())
