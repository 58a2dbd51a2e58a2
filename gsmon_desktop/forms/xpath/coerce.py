"""Turns a compiled piece into one that gives the type wanted, with no work where the kind is known."""

from __future__ import annotations

from collections.abc import Callable

from gsmon_desktop.forms.tree import Node
from gsmon_desktop.forms.xpath.types import Code, Context, Value
from gsmon_desktop.forms.xpath.values import NAN, string_to_number, to_boolean, to_number, to_string

Any = Callable[[Context], Value]


def string(code: Code) -> Callable[[Context], str]:
    """The piece as XPath's string()."""
    run = code.run
    if code.kind == "string":
        return run  # type: ignore[return-value]  # the kind says so
    if code.answer is not None:
        return code.answer.text
    if code.kind == "nodes":

        def text(context: Context) -> str:
            nodes: list[Node] = run(context)  # type: ignore[assignment]
            if not nodes:
                return ""
            first = nodes[0]
            return first.text() if first.children else first.value

        return text
    return lambda context: to_string(run(context))


def number(code: Code) -> Callable[[Context], float]:
    """The piece as XPath's number()."""
    run = code.run
    if code.kind == "number":
        return run  # type: ignore[return-value]  # the kind says so
    if code.answer is not None:
        return code.answer.number
    if code.kind == "nodes":
        text = string(code)

        def value(context: Context) -> float:
            found = text(context)
            return string_to_number(found) if found else NAN

        return value
    return lambda context: to_number(run(context))


def boolean(code: Code) -> Callable[[Context], bool]:
    """The piece as XPath's boolean()."""
    run = code.run
    if code.kind == "boolean":
        return run  # type: ignore[return-value]  # the kind says so
    return lambda context: to_boolean(run(context))


def nodes(code: Code) -> Callable[[Context], list[Node]]:
    """The piece as a node-set; what is no node-set gives none."""
    run = code.run
    if code.kind == "nodes":
        return run  # type: ignore[return-value]  # the kind says so

    def found(context: Context) -> list[Node]:
        value = run(context)
        return value if isinstance(value, list) else []

    return found
