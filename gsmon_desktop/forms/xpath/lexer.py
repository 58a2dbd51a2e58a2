"""Cuts an expression into tokens."""

from __future__ import annotations

import re
from typing import NamedTuple

from gsmon_desktop.forms.xpath.types import XPathError

NAME, NUMBER, STRING, SYMBOL, PATH, END = "name", "number", "string", "symbol", "path", "end"
_NCNAME = r"[^\W\d][\w.\-\u00b7]*"
_TOKEN = re.compile(
    rf"""\s*(?:
      (?P<number>[0-9]+(?:\.[0-9]*)?|\.[0-9]+)
    | (?P<name>{_NCNAME}(?::(?!:)(?:{_NCNAME}|\*))?)
    | (?P<string>"[^"]*"|'[^']*')
    | (?P<symbol>\.\.|::|//|!=|<=|>=|[()\[\].@,/|+\-=<>*])
    )""",
    re.VERBOSE,
)
_PLAIN = re.compile(
    rf"""\s*(?P<path>(?:\.\.|\.(?=/)|(?=/{_NCNAME}))(?:/(?:\.\.|{_NCNAME}))*)(?!\s*[\[(/:]|[\w.\-])"""
)
_OPERATORS = frozenset(("and", "or", "div", "mod"))
_STEPS = frozenset(("/", "//", "::", "@"))
_CLOSING = frozenset((")", "]", ".", ".."))
_REST = re.compile(r"\s*")


class Token(NamedTuple):
    """A piece of the text: its kind, itself (strings without quotes) and its offset."""

    kind: str
    text: str
    position: int


def tokens(text: str) -> list[Token]:
    """All tokens, the last one of kind END. Raises XPathError for a character that begins none.

    The paths forms are made of (``/data/group/question``, ``../question``) come as one token of kind PATH.
    """
    found: list[Token] = []
    at = 0
    operand = within = False
    while match := (None if operand or within else _PLAIN.match(text, at)) or _TOKEN.match(text, at):
        kind = match.lastgroup or END
        piece = match[kind]
        found.append(Token(kind, piece[1:-1] if kind == STRING else piece, match.start(kind)))
        at = match.end()
        within = kind == SYMBOL and piece in _STEPS
        if kind == SYMBOL:
            operand = piece in _CLOSING or (piece == "*" and not operand)
        else:
            operand = not (kind == NAME and operand and piece in _OPERATORS)
    rest = _REST.match(text, at)
    at = rest.end() if rest else at
    if at < len(text):
        expected = "a closing quote" if text[at] in "'\"" else "an expression"
        raise XPathError("syntax", at, expected=expected, found=text[at])
    found.append(Token(END, "", len(text)))
    return found
