"""Turns the shape of an expression into closures: compiled once, run as often as wanted, no state of their
own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from gsmon_desktop.forms.xpath import coerce
from gsmon_desktop.forms.xpath.answers import Against, Is
from gsmon_desktop.forms.xpath.compare import (
    RELATIONS,
    add,
    alike,
    divide,
    equal,
    modulo,
    multiply,
    relate,
    subtract,
    unequal,
)
from gsmon_desktop.forms.xpath.functions import FUNCTIONS
from gsmon_desktop.forms.xpath.nodesets import in_order
from gsmon_desktop.forms.xpath.paths import compile_filter, compile_path
from gsmon_desktop.forms.xpath.syntax import Ast, Call, Chain, Filter, Literal, Negate, Number, Path, Union
from gsmon_desktop.forms.xpath.types import Code, Context, Value, XPathError
from gsmon_desktop.forms.xpath.values import NAN, string_to_number, text_of, to_number

_SHORT = 16
_TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
_AGAINST_NUMBER: dict[str, Callable[[float, float], bool]] = {
    **RELATIONS,
    "=": alike,
    "!=": lambda left, right: not alike(left, right),
}
_ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "+": add,
    "*": multiply,
    "div": divide,
    "mod": modulo,
}


def build(ast: Ast) -> Code:
    """Compiles any part of an expression. Raises XPathError for unknown functions and wrong arguments."""
    if isinstance(ast, Path):
        return compile_path(ast, build)
    if isinstance(ast, Literal):
        text = ast.value
        return Code(lambda _: text, "string", constant=text)
    if isinstance(ast, Number):
        value = ast.value
        return Code(lambda _: value, "number", constant=value)
    if isinstance(ast, Call):
        return _call(ast)
    if isinstance(ast, Chain):
        return _chain(ast)
    if isinstance(ast, Negate):
        operand = coerce.number(build(ast.operand))
        return Code(lambda context: -operand(context), "number")
    if isinstance(ast, Filter):
        return compile_filter(ast, build)
    return _union(ast)


def _call(call: Call) -> Code:
    function = FUNCTIONS.get(call.name)
    if function is None:
        raise XPathError("unknown_function", call.position, name=call.name)
    function.check(call)
    return function.make(call, build)


def _union(union: Union) -> Code:
    parts = []
    for part in union.parts:
        code = build(part)
        if code.kind not in ("nodes", "value"):
            raise XPathError("syntax", 0, expected="paths on both sides of |", found="a value")
        parts.append(coerce.nodes(code))

    def run(context: Context) -> Value:
        return in_order([node for part in parts for node in part(context)])

    return Code(run, "nodes")


def _chain(chain: Chain) -> Code:
    first = chain.operators[0]
    if first in ("and", "or"):
        return _logic(chain, whole=first == "and")
    if len(chain.operands) > _SHORT:
        return _long(chain)
    code = build(chain.operands[0])
    for operator, operand in zip(chain.operators, chain.operands[1:], strict=True):
        code = _pair(operator, code, build(operand))
    return code


def _long(chain: Chain) -> Code:
    """A chain too long for closures inside closures: worked off from the left."""
    first, *runs = (build(operand).run for operand in chain.operands)
    links = list(zip((_work(operator) for operator in chain.operators), runs, strict=True))

    def run(context: Context) -> Value:
        value = first(context)
        for work, operand in links:
            value = work(value, operand(context))
        return value

    return Code(run, "number" if chain.operators[-1] in ("+", "-", "*", "div", "mod") else "boolean")


def _work(operator: str) -> Callable[[Value, Value], Value]:
    if operator in RELATIONS:
        return partial(relate, RELATIONS[operator])
    if operator in ("=", "!="):
        return equal if operator == "=" else unequal
    if operator == "-":
        return subtract
    arithmetic = _ARITHMETIC[operator]
    return lambda left, right: arithmetic(to_number(left), to_number(right))


def _logic(chain: Chain, *, whole: bool) -> Code:
    """``and`` and ``or`` stop at the first operand that decides."""
    parts = tuple(coerce.boolean(build(operand)) for operand in chain.operands)
    if len(parts) == 2:
        left, right = parts
        if whole:
            return Code(lambda context: left(context) and right(context), "boolean")
        return Code(lambda context: left(context) or right(context), "boolean")
    if whole:
        return Code(lambda context: all(part(context) for part in parts), "boolean")
    return Code(lambda context: any(part(context) for part in parts), "boolean")


def _pair(operator: str, left: Code, right: Code) -> Code:
    if operator in _AGAINST_NUMBER and {left.kind, right.kind} == {"nodes", "number"}:
        return _against_number(operator, left, right)
    if operator in ("=", "!="):
        return _equality(left, right, wanted=operator == "=")
    a, b = left.run, right.run
    if operator in RELATIONS:
        relation = RELATIONS[operator]
        return Code(lambda context: relate(relation, a(context), b(context)), "boolean")
    if operator == "-" and not (left.kind == "number" or right.kind == "number"):
        return Code(lambda context: subtract(a(context), b(context)), "number")
    x, y = coerce.number(left), coerce.number(right)
    if operator == "-":
        return Code(lambda context: x(context) - y(context), "number")
    if operator == "+" and not isinstance(right.constant, float):
        return Code(lambda context: x(context) + y(context), "number")
    work = _ARITHMETIC[operator]
    if isinstance(right.constant, float):
        value = right.constant
        return Code(lambda context: work(x(context), value), "number")
    return Code(lambda context: work(x(context), y(context)), "number")


def _against_number(operator: str, left: Code, right: Code) -> Code:
    """A question against a number."""
    if left.kind == "number":
        operator, left, right = _TURNED.get(operator, operator), right, left
    test = _AGAINST_NUMBER[operator]
    if left.answer is not None and isinstance(right.constant, float):
        return Code(Against(left.answer, test, right.constant).holds, "boolean")
    nodes, number = coerce.nodes(left), coerce.number(right)

    def run(context: Context) -> bool:
        found = nodes(context)
        value = number(context)
        if len(found) == 1:
            return test(string_to_number(text_of(found[0])), value)
        return (
            any(test(string_to_number(text_of(node)), value) for node in found) if found else test(NAN, value)
        )

    return Code(run, "boolean")


def _equality(left: Code, right: Code, *, wanted: bool) -> Code:
    a, b = left.run, right.run
    if {left.kind, right.kind} == {"nodes", "string"}:
        return _node_equality(left, right, wanted=wanted)
    test = equal if wanted else unequal
    return Code(lambda context: test(a(context), b(context)), "boolean")


def _node_equality(left: Code, right: Code, *, wanted: bool) -> Code:
    """The commonest of all: a question against a text, without the general way's detours."""
    path, other = (left, right) if left.kind == "nodes" else (right, left)
    if path.answer is not None and isinstance(other.constant, str):
        return Code(Is(path.answer, other.constant, wanted=wanted).holds, "boolean")
    nodes, text = coerce.nodes(path), coerce.string(other)

    def run(context: Context) -> bool:
        found = nodes(context)
        value = text(context)
        if not found:
            return (value == "") is wanted
        if len(found) == 1:
            return (text_of(found[0]) == value) is wanted
        return any((text_of(node) == value) is wanted for node in found)

    return Code(run, "boolean")
