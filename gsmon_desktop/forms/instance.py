"""The submission: a session's instance as the XML a server expects, and reading one back."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.sax.saxutils import escape, quoteattr, unescape

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms.definition import Form
from gsmon_desktop.forms.lists import local
from gsmon_desktop.forms.spots import Spot
from gsmon_desktop.forms.state import Cell, Frame
from gsmon_desktop.forms.xml import parse_xml

OPENROSA = "http://openrosa.org/xforms"
_NAMESPACES = {"jr": "http://openrosa.org/javarosa", "orx": OPENROSA}


def write(form: Form, root: Frame, replaces: str = "") -> str:
    """The instance document: what is relevant, empty questions included, rows in order, `orx:meta` last as it
    stands. `replaces` is the id of the instance that this one corrects (OpenRosa's deprecatedID)."""
    attributes = f" id={quoteattr(form.form_id)}"
    if form.version and "orx:version" not in form.attributes:
        attributes += f" version={quoteattr(form.version)}"
    if form.xmlns:
        attributes += f" xmlns={quoteattr(form.xmlns)}"
    attributes += "".join(f" {name}={quoteattr(value)}" for name, value in form.attributes.items())
    names = "".join(f" xmlns:{prefix}={quoteattr(uri)}" for prefix, uri in _NAMESPACES.items())
    parts = ["<?xml version='1.0' encoding='UTF-8' ?>"]
    said = f"<orx:deprecatedID>{escape(replaces)}</orx:deprecatedID>" if replaces else ""
    _write(root.row, f"{names}{attributes}", parts, said, meta=False)
    if said and f"{form.root.path}/meta" not in form.elements:
        parts.insert(-1, f"<orx:meta>{said}</orx:meta>")
    return "".join(parts)


def _write(cell: Cell, attributes: str, parts: list[str], replaces: str, *, meta: bool) -> None:
    top = cell.spot.element.path == f"/{cell.frame.prefix.split('/')[1]}/meta"
    meta = meta or top
    name = f"orx:{cell.name}" if meta and cell.name in _OPENROSA_META else cell.name
    if replaces and meta and cell.name == "deprecatedID":
        return  # meta itself says it
    if cell.spot.leaf and not cell.value:
        parts.append(f"<{name}{attributes}/>")
        return
    parts.append(f"<{name}{attributes}>")
    if cell.spot.leaf:
        parts.append(escape(cell.value, {"\r": "&#13;"}))
    for child in cell.children:
        if child.relevant:
            _write(child, "", parts, replaces, meta=meta)
    if top:
        parts.append(replaces)
    parts.append(f"</{name}>")


_OPENROSA_META = (
    "meta",
    "instanceID",
    "instanceName",
    "deprecatedID",
    "timeStart",
    "timeEnd",
    "userID",
    "deviceID",
)

_TOKEN = re.compile(r"<[^>]*>|[^<]+")


def blanked(xml: str, wanted: Callable[[str, str], bool]) -> str:
    """An instance document as `write` makes it, without the texts that `wanted` (template path, text) names;
    every other byte stays."""
    parts: list[str] = []
    path: list[str] = []
    for token in _TOKEN.findall(xml):
        if token.startswith("</"):
            path.pop()
        elif token.startswith("<") and token[1] not in "?!" and not token.endswith("/>"):
            path.append(token[1:-1].split(maxsplit=1)[0].rpartition(":")[2])
        elif not token.startswith("<") and wanted("/" + "/".join(path), unescape(token, {"&#13;": "\r"})):
            continue
        parts.append(token)
    return "".join(parts)


def read(form: Form, xml: str) -> dict[str, str]:
    """Stored values of an instance document, as a session's `answers` takes them back.

    Raises form.xml for broken XML and form.other_instance when it is another form's.
    """
    root = parse_xml(xml)
    if local(root.tag) != form.root.name or (root.get("id") or form.form_id) != form.form_id:
        raise GsmonError("form.other_instance", form=form.form_id, found=root.get("id") or local(root.tag))
    values: dict[str, str] = {}
    _read(root, form.graph.root, form.root.path, values)
    return values


def _read(node: object, spot: Spot, path: str, values: dict[str, str]) -> None:
    counts: dict[str, int] = {}
    for child in node:  # type: ignore[attr-defined]
        name = local(str(child.tag))
        inner = spot.by_name.get(name)
        if inner is None:
            continue
        place = f"{path}/{name}"
        if inner.is_row:
            counts[name] = counts.get(name, 0) + 1
            place = f"{place}[{counts[name]}]"
            values[place] = ""
        if inner.leaf:
            if child.text:
                values[place] = child.text
        else:
            _read(child, inner, place, values)
