"""A compiled expression: what it reads, and its value in a context."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from gsmon_desktop.forms.tree import Node
from gsmon_desktop.forms.xpath import coerce
from gsmon_desktop.forms.xpath.compiler import build
from gsmon_desktop.forms.xpath.parser import parse
from gsmon_desktop.forms.xpath.reads import functions_of, patterns_of
from gsmon_desktop.forms.xpath.types import Code, Context, PathPattern, Value


@dataclass(frozen=True)
class Expression:
    """Compiled once, shared by all, without state of its own.

    `text`      as written
    `paths`     every location path it reads, see `PathPattern`
    `functions` names of the functions it calls
    `kind`      what it gives: "string", "number", "boolean", "nodes", or "value" where only running it tells
    """

    text: str
    paths: tuple[PathPattern, ...]
    functions: frozenset[str]
    kind: str
    _code: Code = field(repr=False, compare=False)

    @property
    def evaluate(self) -> Callable[[Context], Value]:
        """The value, of whatever type it has."""
        return self._code.run

    @cached_property
    def string(self) -> Callable[[Context], str]:
        """The value as text: a number without a useless point, of nodes the first one's text, "NaN" for no
        number."""
        return coerce.string(self._code)

    @cached_property
    def number(self) -> Callable[[Context], float]:
        """The value as a number, NaN where it is none; dates count as days since 1970-01-01."""
        return coerce.number(self._code)

    @cached_property
    def boolean(self) -> Callable[[Context], bool]:
        """Whether it is true; an empty text, 0, NaN and an unanswered question are not."""
        return coerce.boolean(self._code)

    @cached_property
    def nodes(self) -> Callable[[Context], list[Node]]:
        """The nodes, in document order (randomize() has its own); [] when the value is no node-set."""
        return coerce.nodes(self._code)


@lru_cache(maxsize=16_384)
def compile(text: str) -> Expression:  # noqa: A001  (the word of the trade, used as xpath.compile)
    """Compiles an expression; the same text gives the same object.

    Raises XPathError: "syntax", "unknown_function" or "arguments" (their number, or a literal that can
    never be right), with the place in the text.
    """
    ast = parse(text)
    code = build(ast)
    return Expression(text, patterns_of(ast), functions_of(ast), code.kind, code)
