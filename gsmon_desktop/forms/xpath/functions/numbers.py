"""Functions of numbers."""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal, localcontext

from gsmon_desktop.forms.xpath import coerce
from gsmon_desktop.forms.xpath.functions.registry import Build, Table
from gsmon_desktop.forms.xpath.syntax import Call
from gsmon_desktop.forms.xpath.types import Code, Context, Value
from gsmon_desktop.forms.xpath.values import NAN, string_to_number, text_of, to_number

TABLE = Table()
_MOST_PLACES = 30


@TABLE.special("number", 0, 1)
def number(call: Call, build: Build) -> Code:
    """The value as a number; without an argument the context node's."""
    if not call.arguments:
        return Code(lambda context: string_to_number(text_of(context.node)), "number")
    return Code(coerce.number(build(call.arguments[0])), "number")


def _declare(name: str, work: Callable[..., float], signature: str = "n") -> None:
    """Declares a function of mathematics: outside its domain NaN, too big infinity."""

    @TABLE.simple(name, signature, "number")
    def safe(*values: float) -> float:
        try:
            return float(work(*values))
        except OverflowError:
            return math.inf
        except ValueError:
            return NAN


def _logarithm(value: float) -> float:
    return -math.inf if value == 0 else math.log(value)


def _logarithm10(value: float) -> float:
    return -math.inf if value == 0 else math.log10(value)


def power(value: float, exponent: float) -> float:
    """A number to a power, by IEEE 754: 0 to a negative one is infinite."""
    return math.inf if value == 0 and exponent < 0 else math.pow(value, exponent)


def _whole(work: Callable[[float], int]) -> Callable[[float], float]:
    return lambda value: float(work(value)) if math.isfinite(value) else value


_WORKS: dict[str, Callable[[float], float]] = {
    "abs": abs,
    "floor": _whole(math.floor),
    "ceiling": _whole(math.ceil),
    "int": _whole(math.trunc),
    "sqrt": math.sqrt,
    "exp": math.exp,
    "exp10": lambda value: math.pow(10.0, value),
    "log": _logarithm,
    "log10": _logarithm10,
    "sin": math.sin,
    "cos": math.cos,
    "tan": math.tan,
    "asin": math.asin,
    "acos": math.acos,
    "atan": math.atan,
}
for _name, _work in _WORKS.items():
    _declare(_name, _work)
_declare("atan2", math.atan2, "nn")
_declare("pow", power, "nn")


@TABLE.simple("pi", "", "number")
def pi() -> float:
    """π."""
    return math.pi


@TABLE.simple("random", "@", "number")
def random(context: Context) -> float:
    """A number from 0 (included) to 1 (not included)."""
    return context.env.random()


@TABLE.simple("round", "nn?", "number")
def round_(value: float, places: float = 0.0) -> float:
    """To `places` decimals (negative: tens, hundreds); a half goes up, towards positive infinity."""
    if not math.isfinite(value):
        return value
    if not abs(places) <= _MOST_PLACES:
        return NAN
    if places == 0:
        floor = math.floor(value)
        return float(floor + 1 if value - floor >= 0.5 else floor)
    with localcontext() as context:
        context.prec = 400
        rounding = ROUND_HALF_UP if value > 0 else ROUND_HALF_DOWN
        return float(Decimal(repr(value)).quantize(Decimal(1).scaleb(-int(places)), rounding))


def _numbers(values: list[Value]) -> list[float]:
    """What is a number among the values, as Collect counts: the rest is passed over."""
    return [found for found in map(to_number, values) if not math.isnan(found)]


@TABLE.simple("sum", "v*", "number")
def sum_(values: list[Value]) -> float:
    """The sum of the nodes, rounded once; what is no number is passed over."""
    found = _numbers(values)
    try:
        return math.fsum(found)
    except (OverflowError, ValueError):  # beyond a double, or infinities of both signs
        return sum(found)


@TABLE.simple("max", "v*", "number")
def max_(values: list[Value]) -> float:
    """The greatest number among values and nodes, NaN when there is none."""
    return max(_numbers(values), default=NAN)


@TABLE.simple("min", "v*", "number")
def min_(values: list[Value]) -> float:
    """The smallest number among values and nodes, NaN when there is none."""
    return min(_numbers(values), default=NAN)
