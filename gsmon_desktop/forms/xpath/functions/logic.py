"""Functions that decide."""

from __future__ import annotations

import operator

from gsmon_desktop.forms.tree import Node
from gsmon_desktop.forms.xpath import coerce
from gsmon_desktop.forms.xpath.functions.registry import Build, Table
from gsmon_desktop.forms.xpath.syntax import Call
from gsmon_desktop.forms.xpath.types import Code, Context, Value
from gsmon_desktop.forms.xpath.values import string_to_number, text_of, to_boolean, to_number, to_string

TABLE = Table()


@TABLE.special("if", 3, 3)
def if_(call: Call, build: Build) -> Code:
    """The second argument where the first is true, else the third; the other one is not worked out."""
    condition, then, otherwise = (build(argument) for argument in call.arguments)
    test, yes, no = coerce.boolean(condition), then.run, otherwise.run
    kind = then.kind if then.kind == otherwise.kind else "value"
    return Code(lambda context: yes(context) if test(context) else no(context), kind)


@TABLE.special("coalesce", 2, 2)
def coalesce(call: Call, build: Build) -> Code:
    """The first argument unless it is empty or no number, else the second."""
    first, second = (build(argument).run for argument in call.arguments)

    def run(context: Context) -> Value:
        value = first(context)
        return second(context) if to_string(value) in ("", "NaN") else value

    return Code(run, "value")


@TABLE.special("once", 1, 1)
def once(call: Call, build: Build) -> Code:
    """What the question the expression belongs to holds already, or else the argument."""
    fresh = build(call.arguments[0]).run

    def run(context: Context) -> Value:
        return text_of(context.current) or fresh(context)

    return Code(run, "value")


@TABLE.simple("true", "", "boolean")
def true() -> bool:
    """True."""
    return True


@TABLE.simple("false", "", "boolean")
def false() -> bool:
    """False."""
    return False


TABLE.simple("boolean", "b", "boolean")(bool)
TABLE.simple("not", "b", "boolean")(operator.not_)


@TABLE.simple("boolean-from-string", "s", "boolean")
def boolean_from_string(text: str) -> bool:
    """True for "true" (in any case) and "1" only."""
    return text == "1" or text.lower() == "true"


@TABLE.simple("checklist", "nnv*", "boolean")
def checklist(least: float, most: float, values: list[Value]) -> bool:
    """Whether from `least` to `most` of the values are true; -1 sets no limit."""
    return _within(float(sum(map(_holds, values))), least, most)


@TABLE.special("weighted-checklist", 4, None, counts=range(4, 400, 2))
def weighted_checklist(call: Call, build: Build) -> Code:
    """Like checklist(), each value followed by what it weighs; two node-sets go through both together."""
    codes = [build(argument) for argument in call.arguments]
    least, most = coerce.number(codes[0]), coerce.number(codes[1])
    pairs = [(value.run, weight.run) for value, weight in zip(codes[2::2], codes[3::2], strict=True)]

    def run(context: Context) -> bool:
        total = 0.0
        for value, weight in pairs:
            for one, weighs in zip(_several(value(context)), _several(weight(context)), strict=False):
                number = to_number(weighs)
                if _holds(one) and number == number:  # noqa: PLR0124  (not NaN)
                    total += number
        return _within(total, least(context), most(context))

    return Code(run, "boolean")


def _within(total: float, least: float, most: float) -> bool:
    return (least < 0 or total >= least) and (most < 0 or total <= most)


def _holds(value: Value) -> bool:
    """Truth in a checklist: a number must be above 0; other text must not be empty."""
    if isinstance(value, str):
        number = string_to_number(value)
        return number > 0 if number == number else value != ""  # noqa: PLR0124  (not NaN)
    return value > 0 if isinstance(value, float) else to_boolean(value)


def _several(value: Value) -> list[Value]:
    if isinstance(value, list):
        nodes: list[Node] = value
        return [text_of(node) for node in nodes]
    return [value]


@TABLE.special("lang", 1, 1)
def lang(call: Call, build: Build) -> Code:
    """Whether the context node is in a language, by the xml:lang nearest to it."""
    wanted = coerce.string(build(call.arguments[0]))

    def run(context: Context) -> bool:
        node: Node | None = context.node
        while node is not None:
            own = (node.attributes or {}).get("lang")
            if own is not None:
                name, code = own.lower(), wanted(context).lower()
                return name == code or name.startswith(f"{code}-")
            node = node.parent
        return False

    return Code(run, "boolean")
