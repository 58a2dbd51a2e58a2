"""XLSForm's word for a question's type, told from its bind and control."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element as Xml

from gsmon_desktop.forms.controls import Control
from gsmon_desktop.forms.definition import Rules
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


def element_type(
    kind: str, name: str, bind: Xml | None, control: Control, rules: Rules, *, meta: bool
) -> str:
    """The type of an element; see `Element.type`."""
    if kind != "question":
        return kind
    data = data_type(bind)
    if rules.preload and rules.preload != "uid":
        parameter = rules.preload_parameter
        return _PRELOADS.get((rules.preload, parameter), parameter or rules.preload)
    if meta:
        return name
    if not control.kind:
        return "calculate" if rules.calculate else "hidden"
    if control.kind == "upload":
        medium = control.attributes.get("mediatype", "").partition("/")[0]
        return medium if medium in ("image", "audio", "video") else "file"
    if control.kind == "input" and control.itemset is not None:
        return "select_one"
    if control.kind == "input" and data == "string" and rules.readonly == "true()" and not rules.calculate:
        return "note"
    return _BY_CONTROL.get(control.kind) or _BY_BIND.get(data, "text")


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
