"""How a function is declared: a name, a signature, what it gives, and a plain Python function that does it.

A signature names the arguments by letter: s text, n number, b truth, N nodes, v any value as it is. ``?``
behind a letter: it and all after it may be left out. ``*`` behind the last letter: it may come any number
of times; those arrive as one list, node-sets opened into the texts of their nodes. ``@`` in front: the
function gets the context first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from gsmon_desktop.forms.xpath import coerce
from gsmon_desktop.forms.xpath.syntax import Ast, Call
from gsmon_desktop.forms.xpath.types import Code, Context, Value, XPathError
from gsmon_desktop.forms.xpath.values import text_of

Build = Callable[[Ast], Code]
Make = Callable[[Call, Build], Code]
Work = TypeVar("Work", bound=Callable[..., Any])
_KINDS = {"s": "string", "n": "number", "b": "boolean", "N": "nodes", "v": "value"}


@dataclass(frozen=True)
class Function:
    """A function of expressions: how many arguments it takes (`most` None: no limit), and how a call is
    compiled."""

    name: str
    least: int
    most: int | None
    make: Make
    counts: frozenset[int] | None = None

    def check(self, call: Call) -> None:
        """Raises XPathError("arguments") when the number of arguments is not one it takes."""
        given = len(call.arguments)
        fits = given >= self.least and (self.most is None or given <= self.most)
        if not fits or (self.counts is not None and given not in self.counts):
            raise XPathError(
                "arguments", call.position, name=call.name, expected=self.expected(), found=given
            )

    def expected(self) -> str:
        """The numbers of arguments in words: "2", "1 to 3", "at least 2"."""
        if self.counts is not None:
            return ", ".join(map(str, sorted(self.counts)[:5]))
        if self.most is None:
            return f"at least {self.least}"
        return str(self.least) if self.least == self.most else f"{self.least} to {self.most}"


class Table(dict[str, Function]):
    """Functions by name, filled by the decorators."""

    def simple(self, name: str, signature: str, kind: str) -> Callable[[Work], Work]:
        """Declares a function whose arguments are worked out before it is called."""
        shape = _Shape(signature)

        def declare(work: Work) -> Work:
            def make(call: Call, build: Build) -> Code:
                return Code(shape.bind(call, build, work), kind)

            self[name] = Function(name, shape.least, shape.most, make)
            return work

        return declare

    def special(
        self, name: str, least: int, most: int | None = None, *, counts: Iterable[int] | None = None
    ) -> Callable[[Make], Make]:
        """Declares a function that compiles its calls itself."""

        def declare(make: Make) -> Make:
            self[name] = Function(name, least, most, make, frozenset(counts) if counts is not None else None)
            return make

        return declare


class _Shape:
    """A signature taken apart."""

    def __init__(self, signature: str) -> None:
        self.context = signature.startswith("@")
        letters = signature.lstrip("@")
        self.rest = letters[-2] if letters.endswith("*") else ""
        fixed = letters[:-2] if self.rest else letters
        self.letters = fixed.replace("?", "")
        self.least = fixed.index("?") - 1 if "?" in fixed else len(fixed)
        self.most = None if self.rest else len(self.letters)

    def bind(self, call: Call, build: Build, work: Callable[..., Any]) -> Callable[[Context], Value]:
        codes = [build(argument) for argument in call.arguments]
        split = len(self.letters)
        runs: list[Callable[[Context], Any]] = [
            converted(code, letter, call) for code, letter in zip(codes, self.letters, strict=False)
        ]
        if self.rest:
            runs.append(_opened(codes[split:]))
        if self.context:
            return _with_context(runs, work)
        if not runs:
            return lambda _: work()
        if len(runs) == 1:
            (only,) = runs
            return lambda context: work(only(context))
        if len(runs) == 2:
            first, second = runs
            return lambda context: work(first(context), second(context))
        return lambda context: work(*[run(context) for run in runs])


def _with_context(
    runs: list[Callable[[Context], Any]], work: Callable[..., Any]
) -> Callable[[Context], Value]:
    return lambda context: work(context, *[run(context) for run in runs])


def converted(code: Code, letter: str, call: Call) -> Callable[[Context], Any]:
    """An argument made the type a signature asks for. Raises XPathError where nodes are wanted and cannot
    come."""
    if letter == "s":
        return coerce.string(code)
    if letter == "n":
        return coerce.number(code)
    if letter == "b":
        return coerce.boolean(code)
    if letter == "N":
        if code.kind not in ("nodes", "value"):
            raise XPathError("arguments", call.position, name=call.name, expected="a path", found="a value")
        return coerce.nodes(code)
    return code.run


def _opened(codes: list[Code]) -> Callable[[Context], list[Value]]:
    """All values of the arguments in one list, the texts of nodes in place of node-sets."""

    def run(context: Context) -> list[Value]:
        found: list[Value] = []
        for code in codes:
            value = code.run(context)
            if isinstance(value, list):
                found += [text_of(node) for node in value]
            else:
                found.append(value)
        return found

    return run
