"""Reads the tokens of an expression into its shape: XPath 1.0's grammar, by descent and by rank of
operators."""

from __future__ import annotations

from functools import lru_cache

from gsmon_desktop.forms.xpath.axes import AXES
from gsmon_desktop.forms.xpath.lexer import END, NAME, NUMBER, PATH, STRING, SYMBOL, Token, tokens
from gsmon_desktop.forms.xpath.syntax import (
    Ast,
    Call,
    Chain,
    Filter,
    Literal,
    Negate,
    Number,
    Path,
    Step,
    Union,
)
from gsmon_desktop.forms.xpath.types import XPathError

DEEPEST = 64
"""How many brackets may stand in one another: more than any form needs, less than the stack bears."""
_RANKS = {
    "or": 1,
    "and": 2,
    "=": 3,
    "!=": 3,
    "<": 4,
    "<=": 4,
    ">": 4,
    ">=": 4,
    "+": 5,
    "-": 5,
    "*": 6,
    "div": 6,
    "mod": 6,
}
_NODE_TYPES = frozenset(("node", "text", "comment", "processing-instruction"))
_DOTS = {".": Step("self", "node()"), "..": Step("parent", "node()")}
_ANYWHERE = Step("descendant-or-self", "node()")


def parse(text: str) -> Ast:
    """The shape of an expression. Raises XPathError("syntax") with the place and what was expected there."""
    reader = _Parser(tokens(text))
    ast = reader.expression(1)
    if reader.token.kind != END:
        raise reader.error("an operator or the end")
    return ast


@lru_cache(maxsize=16_384)
def plain_path(text: str) -> Path:
    """A path of names, ``.`` and ``..`` only."""
    first, *names = text.split("/")
    steps = [_DOTS[first]] if first else []
    steps += [_DOTS.get(name) or Step("child", name) for name in names]
    return Path(absolute=not first, start=None, steps=tuple(steps))


class _Parser:
    """Holds the place among the tokens."""

    def __init__(self, found: list[Token]) -> None:
        self.tokens = found
        self.at = 0
        self.token = found[0]
        self.depth = 0

    def error(self, expected: str) -> XPathError:
        found = self.token.text if self.token.kind != END else "the end"
        return XPathError("syntax", self.token.position, expected=expected, found=found)

    def next(self) -> Token:
        """Takes the current token."""
        token = self.token
        self.at += 1
        self.token = self.tokens[self.at] if self.at < len(self.tokens) else token
        return token

    def sees(self, text: str) -> bool:
        return self.token.kind == SYMBOL and self.token.text == text

    def accept(self, text: str) -> bool:
        """Takes the symbol if it is there."""
        if self.sees(text):
            self.next()
            return True
        return False

    def expect(self, text: str) -> None:
        if not self.accept(text):
            raise self.error(text)

    def follows(self, text: str) -> bool:
        """Whether the token after the current one is this symbol."""
        after = self.tokens[min(self.at + 1, len(self.tokens) - 1)]
        return after.kind == SYMBOL and after.text == text

    def rank(self) -> int:
        """The rank of the operator that stands here, 0 for none."""
        return _RANKS.get(self.token.text, 0) if self.token.kind in (SYMBOL, NAME) else 0

    def expression(self, least: int) -> Ast:
        """Operands joined by operators of rank `least` or more."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise self.error(f"at most {DEEPEST} brackets inside one another")
        left = self.unary()
        while (rank := self.rank()) >= least:
            operators, operands = [], [left]
            while self.rank() == rank:
                operators.append(self.next().text)
                operands.append(self.expression(rank + 1))
            left = Chain(tuple(operators), tuple(operands))
        self.depth -= 1
        return left

    def unary(self) -> Ast:
        signs = 0
        while self.accept("-"):
            signs += 1
        operand = self.union()
        if signs:
            operand = Negate(operand)
            if signs % 2 == 0:
                operand = Negate(operand)
        return operand

    def union(self) -> Ast:
        parts = [self.path()]
        while self.accept("|"):
            parts.append(self.path())
        return parts[0] if len(parts) == 1 else Union(tuple(parts))

    def path(self) -> Ast:
        if self.token.kind == PATH:
            return plain_path(self.next().text)
        if self.sees("/") or self.sees("//"):
            steps = []
            if self.next().text == "//":
                steps = [_ANYWHERE, self.step()]
            elif self.step_here():
                steps = [self.step()]
            return Path(absolute=True, start=None, steps=(*steps, *self.more_steps()))
        if not self.primary_here():
            return Path(absolute=False, start=None, steps=(self.step(), *self.more_steps()))
        start = self.primary()
        predicates = self.predicates()
        if predicates:
            start = Filter(start, predicates)
        steps = self.more_steps()
        return Path(absolute=False, start=start, steps=tuple(steps)) if steps else start

    def more_steps(self) -> list[Step]:
        steps: list[Step] = []
        while self.sees("/") or self.sees("//"):
            if self.next().text == "//":
                steps.append(_ANYWHERE)
            steps.append(self.step())
        return steps

    def primary_here(self) -> bool:
        """Whether what comes is a value of its own (a number, text, bracket or call), not a step."""
        if self.token.kind in (NUMBER, STRING) or self.sees("("):
            return True
        return self.token.kind == NAME and self.follows("(") and self.token.text not in _NODE_TYPES

    def step_here(self) -> bool:
        return self.token.kind == NAME or any(self.sees(text) for text in ("*", ".", "..", "@"))

    def primary(self) -> Ast:
        token = self.next()
        if token.kind == NUMBER:
            return Number(float(token.text))
        if token.kind == STRING:
            return Literal(token.text)
        if token.kind == NAME:
            return Call(token.text, self.arguments(), token.position)
        inner = self.expression(1)
        self.expect(")")
        return inner

    def arguments(self) -> tuple[Ast, ...]:
        self.expect("(")
        if self.accept(")"):
            return ()
        found = [self.expression(1)]
        while self.accept(","):
            found.append(self.expression(1))
        self.expect(")")
        return tuple(found)

    def predicates(self) -> tuple[Ast, ...]:
        found = []
        while self.accept("["):
            found.append(self.expression(1))
            self.expect("]")
        return tuple(found)

    def step(self) -> Step:
        if self.accept("."):
            return Step("self", "node()", self.predicates())
        if self.accept(".."):
            return Step("parent", "node()", self.predicates())
        axis = "child"
        if self.accept("@"):
            axis = "attribute"
        elif self.token.kind == NAME and self.follows("::"):
            if self.token.text not in AXES:
                raise self.error("an axis")
            axis = self.next().text
            self.expect("::")
        return Step(axis, self.test(), self.predicates())

    def test(self) -> str:
        if self.accept("*"):
            return "*"
        if self.token.kind != NAME:
            raise self.error("a name or a value")
        if self.follows("(") and self.token.text in _NODE_TYPES:
            name = self.next().text
            self.expect("(")
            if name == "processing-instruction" and self.token.kind == STRING:
                self.next()
            self.expect(")")
            return f"{name}()"
        return self.next().text.rpartition(":")[2]
