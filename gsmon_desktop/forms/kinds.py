"""XLSForm's word for a question's type, told from its bind and control."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element as Xml

from gsmon_desktop.forms.controls import JAVAROSA, Control
from gsmon_desktop.forms.lists import local

_INSTANCE = re.compile(r"""instance\(\s*['"]([^'"]+)['"]\s*\)""")
_BY_BIND = {
    "int": "integer",
    "integer": "integer",
    "decimal": "decimal",
    "double": "decimal",
    "float": "decimal",
    "date": "date",
    "time": "time",
    "dateTime": "dateTime",
    "geopoint": "geopoint",
    "geotrace": "geotrace",
    "geoshape": "geoshape",
    "barcode": "barcode",
}
_BY_CONTROL = {
    "select1": "select_one",
    "select": "select_multiple",
    "rank": "rank",
    "range": "range",
    "trigger": "acknowledge",
}
_PRELOADS = {
    ("timestamp", "start"): "start",
    ("timestamp", "end"): "end",
    ("date", "today"): "today",
}
_KNOWN_BIND = (
    "nodeset",
    "type",
    "relevant",
    "required",
    "constraint",
    "calculate",
    "readonly",
    "saveIncomplete",
)
_KNOWN_JAVAROSA = ("constraintMsg", "requiredMsg", "preload", "preloadParams", "noAppErrorString")


@dataclass(frozen=True)
class Traits:
    """What else tells a type: standing under meta; having a default or an action that gives it a value."""

    meta: bool
    filled: bool


def element_type(kind: str, name: str, bind: Xml | None, control: Control, traits: Traits) -> str:
    """The type of an element; see `Element.type`."""
    if kind != "question":
        return kind
    data = data_type(bind)
    preload, parameter = _said(bind, f"{JAVAROSA}preload"), _said(bind, f"{JAVAROSA}preloadParams")
    if preload and preload != "uid":
        return _PRELOADS.get((preload, parameter), parameter or preload)
    if traits.meta:
        return name
    if not control.kind:
        return "calculate" if _said(bind, "calculate") else "hidden"
    if control.kind == "upload":
        medium = control.attributes.get("mediatype", "").partition("/")[0]
        return medium if medium in ("image", "audio", "video") else "file"
    if control.kind == "input" and control.itemset is not None:
        return "select_one"
    fixed = _said(bind, "readonly") == "true()" and not _said(bind, "calculate") and not traits.filled
    if control.kind == "input" and data == "string" and fixed:
        return "note"
    return _BY_CONTROL.get(control.kind) or _BY_BIND.get(data, "text")


def _said(bind: Xml | None, name: str) -> str:
    return (bind.get(name) if bind is not None else "") or ""


def data_type(bind: Xml | None) -> str:
    """The bind's data type without a prefix; string when it has none."""
    return ((bind.get("type") if bind is not None else "") or "string").rpartition(":")[2]


def parameters(bind: Xml | None, control: Control) -> dict[str, str]:
    """What XLSForm's parameters column and other columns passed on: start, end, step, max-pixels, rows …"""
    found = dict(control.attributes)
    found.pop("query", None)
    if control.kind == "range":
        found["number"] = "decimal" if data_type(bind) == "decimal" else "integer"
    for key, value in bind.attrib.items() if bind is not None else ():
        plain = local(key)
        if plain not in _KNOWN_BIND and plain not in _KNOWN_JAVAROSA and plain not in ("item", "role"):
            found.setdefault(plain, value)
    return found


def list_name(control: Control) -> str | None:
    """The id of the instance a question's choices come from."""
    found = _INSTANCE.search(control.itemset.nodeset) if control.itemset else None
    return found[1] if found else None
