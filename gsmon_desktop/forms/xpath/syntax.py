"""The shape of an expression after parsing: frozen and small, compiled in `compiler.py`, read in
`reads.py`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Number:
    """A number written in the expression."""

    value: float


@dataclass(frozen=True, slots=True)
class Literal:
    """A text in quotes."""

    value: str


@dataclass(frozen=True, slots=True)
class Call:
    """A function call; `position` is where its name stands in the text."""

    name: str
    arguments: tuple[Ast, ...]
    position: int


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path. `test` is a local name, "*", or "node()", "text()", "comment()"."""

    axis: str
    test: str
    predicates: tuple[Ast, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """A location path: from the document (`absolute`), from what `start` gives, or else from the context
    node."""

    absolute: bool
    start: Ast | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """A node-set with predicates: ``(…)[1]``."""

    base: Ast
    predicates: tuple[Ast, ...]


@dataclass(frozen=True, slots=True)
class Union:
    """Paths joined with ``|``."""

    parts: tuple[Ast, ...]


@dataclass(frozen=True, slots=True)
class Negate:
    """A minus sign before something."""

    operand: Ast


@dataclass(frozen=True, slots=True)
class Chain:
    """Operands with operators of one rank between them, taken from the left: ``a + b - c``.

    Flat, so that a long chain needs no deep recursion. `operators` is one shorter than `operands`.
    """

    operators: tuple[str, ...]
    operands: tuple[Ast, ...]


Ast = Number | Literal | Call | Path | Filter | Union | Negate | Chain


def children(ast: Ast, *, predicates: bool = True) -> Iterator[Ast]:
    """The parts directly inside; those in predicates only if asked for."""
    if isinstance(ast, Call):
        yield from ast.arguments
    elif isinstance(ast, Path):
        if ast.start is not None:
            yield ast.start
        if predicates:
            for step in ast.steps:
                yield from step.predicates
    elif isinstance(ast, Filter):
        yield ast.base
        if predicates:
            yield from ast.predicates
    elif isinstance(ast, Union):
        yield from ast.parts
    elif isinstance(ast, Negate):
        yield ast.operand
    elif isinstance(ast, Chain):
        yield from ast.operands


def walk(ast: Ast, *, predicates: bool = True) -> Iterator[Ast]:
    """The expression and all its parts."""
    yield ast
    for child in children(ast, predicates=predicates):
        yield from walk(child, predicates=predicates)
