"""Questions that look as if their answers told who somebody is, and are not marked `bind::gsmon:personal`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms.definition import Element, Form
from gsmon_desktop.forms.graph import resolve
from gsmon_desktop.forms.spots import CALCULATE

_ROLES = frozenset({"phone", "moderator", "checked_interviewer"})
_NAMES = re.compile(
    r"(?:^|_)(?:phone|telephone|mobile|email|iin|fio|surname|(?:full|first|last|respondent)_?name)(?:_|$)"
)
_TYPES = frozenset({"geopoint", "geotrace", "geoshape", "phonenumber", "email"})


def unmarked(form: Form) -> Iterator[GsmonError]:
    """What looks personal and is not marked, for the form's author."""
    marked = form.personal
    for path, element in form.elements.items():
        if element.kind == "question" and path not in marked and "/meta/" not in path and _looks(element):
            yield GsmonError("form.not_personal", form.graph.where(path, "bind::gsmon:personal"))
    for rule in form.graph.rules:
        element = rule.spot.element
        if rule.kind != CALCULATE or element.path in marked:
            continue
        paths = [path for path in rule.expression.paths if path.instance is None]
        read = (spot for path in paths for spot, _ in resolve(path, rule.spot, form.graph.root))
        names = sorted({spot.element.name for spot in read if spot.element.path in marked})
        if names:
            place = form.graph.where(element.path, "calculation")
            yield GsmonError("form.reads_personal", place, names=", ".join(names))


def _looks(element: Element) -> bool:
    if element.role in _ROLES or element.type in _TYPES:
        return True
    return element.type in ("text", "integer") and bool(_NAMES.search(element.name.lower()))
