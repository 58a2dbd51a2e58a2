"""Functions of choices and texts."""

from __future__ import annotations

from math import isfinite

from gsmon_desktop.forms.tree import Node
from gsmon_desktop.forms.xpath.functions.registry import Table
from gsmon_desktop.forms.xpath.types import Context

TABLE = Table()


@TABLE.simple("selected", "ss", "boolean")
def selected(chosen: str, value: str) -> bool:
    """Whether a choice is among those of a select; ``selected(x, '')`` asks whether none is."""
    value = value.strip()
    return value in chosen.split() if value else not chosen.strip()


TABLE.simple("is-selected", "ss", "boolean")(selected)


@TABLE.simple("count-selected", "s", "number")
def count_selected(chosen: str) -> float:
    """How many choices are selected."""
    return float(len(chosen.split()))


@TABLE.simple("selected-at", "sn", "string")
def selected_at(chosen: str, index: float) -> str:
    """The choice at a place counted from 0; "" when there is none."""
    words = chosen.split()
    return words[int(index)] if isfinite(index) and 0 <= int(index) < len(words) else ""


@TABLE.simple("jr:choice-name", "@ss", "string")
def choice_name(context: Context, value: str, path: str) -> str:
    """The label, in the current language, that a value has in the question a path (given as text) leads
    to."""
    return context.env.choice_label(value, absolute(path.strip(), context.current), context.current)


@TABLE.simple("jr:itext", "@s", "string")
def itext(context: Context, name: str) -> str:
    """A text of the form in the current language."""
    return context.env.itext(name)


def absolute(path: str, node: Node) -> str:
    """A path of names as it is, or, when relative, seen from `node`; without row numbers."""
    if path.startswith("/"):
        return path
    names: list[str] = []
    above: Node | None = node
    while above is not None and above.name:
        names.insert(0, above.name)
        above = above.parent
    for step in path.removeprefix("current()/").split("/"):
        if step == "..":
            names = names[:-1]
        elif step not in (".", ""):
            names.append(step)
    return "/" + "/".join(names)
