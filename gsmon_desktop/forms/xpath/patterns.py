"""Reads Java's regular expressions into a tree and writes them for Python's `re`.

Known: alternatives, groups (named, scoped flags i, s, m), all repetitions, look-arounds, back references,
character classes with unions and intersections (``[a-z&&[^b]]``), ``\\Q…\\E``, ``\\p{…}`` (categories,
POSIX classes, some scripts). Digits, words and spaces (``\\d \\w \\s \\b``) are ASCII's, as in Java.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gsmon_desktop.forms.xpath.charsets import class_of, escaped, shorthand

_DEEPEST = 40
_MOST = 1000
_COUNT = re.compile(r"\{([0-9]{1,6})(?:(,)([0-9]{1,6})?)?\}")
_NAMED = re.compile(r"\(\?<([A-Za-z][A-Za-z0-9]*)>")
_FLAGS = re.compile(r"\(\?([a-zA-Z]*)(?:-([a-zA-Z]+))?([:)])")
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
_ANCHORS = {"b": r"\b", "B": r"\B", "A": r"\A", "z": r"\Z", "Z": r"(?=\n?\Z)"}


class PatternError(ValueError):
    """A pattern that cannot be read; says why."""


@dataclass(frozen=True)
class One:
    """A single character, by a pattern that takes exactly one."""

    pattern: str

    def text(self) -> str:
        """The pattern for Python."""
        return self.pattern

    def walk(self) -> Iterator[Pattern]:
        """This part and those inside."""
        yield self


@dataclass(frozen=True)
class Place(One):
    """A condition on a place, taking no character: ^, $, \\b."""


@dataclass(frozen=True)
class Opaque(One):
    """Something only Python's `re` can do: a back reference, an atomic group."""


@dataclass(frozen=True)
class Sequence:
    """Parts one after another."""

    parts: tuple[Pattern, ...]

    def text(self) -> str:
        """The pattern for Python."""
        return "".join(part.text() for part in self.parts)

    def walk(self) -> Iterator[Pattern]:
        """This part and those inside."""
        yield self
        for part in self.parts:
            yield from part.walk()


@dataclass(frozen=True)
class Alternatives(Sequence):
    """One of the parts."""

    def text(self) -> str:
        """The pattern for Python."""
        return "|".join(part.text() for part in self.parts)


@dataclass(frozen=True)
class Group:
    """A part in brackets; `opening` says of which kind."""

    opening: str
    inside: Pattern

    def text(self) -> str:
        """The pattern for Python."""
        return f"{self.opening}{self.inside.text()})"

    def walk(self) -> Iterator[Pattern]:
        """This part and those inside."""
        yield self
        yield from self.inside.walk()


@dataclass(frozen=True)
class Look(Group):
    """A look ahead or behind: it takes no character, and what is inside is not part of the whole's
    structure."""

    def walk(self) -> Iterator[Pattern]:
        """This part alone."""
        yield self


@dataclass(frozen=True)
class Repeat:
    """A part several times. `most` None: without limit. `suffix`: "" greedy, "?" lazy, "+" possessive."""

    part: Pattern
    least: int
    most: int | None
    suffix: str

    def text(self) -> str:
        """The pattern for Python."""
        most = "" if self.most is None else self.most
        return f"(?:{self.part.text()}){{{self.least},{most}}}{self.suffix}"

    def walk(self) -> Iterator[Pattern]:
        """This part and those inside."""
        yield self
        yield from self.part.walk()


Pattern = One | Sequence | Group | Repeat


def read(pattern: str) -> Pattern:
    """The tree of a pattern. Raises PatternError."""
    reader = _Reader(pattern)
    tree = reader.alternatives()
    if reader.at < len(pattern):
        raise PatternError("a bracket closes nothing")
    return tree


class _Reader:
    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0
        self.depth = 0
        self.flags: frozenset[str] = frozenset()

    def take(self, count: int = 1) -> str:
        piece = self.pattern[self.at : self.at + count]
        if len(piece) < count:
            raise PatternError("the pattern ends too soon")
        self.at += count
        return piece

    def sees(self, text: str) -> bool:
        return self.pattern.startswith(text, self.at)

    def alternatives(self) -> Pattern:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise PatternError("too many brackets inside one another")
        outside = self.flags
        parts = [self.sequence()]
        while self.sees("|"):
            self.take()
            parts.append(self.sequence())
        self.flags = outside
        self.depth -= 1
        return parts[0] if len(parts) == 1 else Group("(?:", Alternatives(tuple(parts)))

    def sequence(self) -> Pattern:
        parts: list[Pattern] = []
        while self.at < len(self.pattern) and not (self.sees("|") or self.sees(")")):
            if self.sees("\\Q"):
                quoted = self.quoted()
                parts += [*quoted[:-1], *map(self.repeated, quoted[-1:])]
                continue
            atom = self.atom()
            if atom is not None:
                parts.append(self.repeated(atom))
        return Sequence(tuple(parts))

    def quoted(self) -> list[Pattern]:
        self.take(2)
        end = self.pattern.find("\\E", self.at)
        text = self.pattern[self.at :] if end < 0 else self.pattern[self.at : end]
        self.at = len(self.pattern) if end < 0 else end + 2
        return [self.one(escaped(letter)) for letter in text]

    def one(self, pattern: str) -> One:
        return One(f"(?i:{pattern})" if "i" in self.flags else pattern)

    def repeated(self, atom: Pattern) -> Pattern:
        while self.at < len(self.pattern):
            letter = self.pattern[self.at]
            if letter in "*+?":
                self.take()
                least, most = {"*": (0, None), "+": (1, None), "?": (0, 1)}[letter]
            elif letter == "{":
                least, most = self.count()
            else:
                break
            suffix = self.take() if self.sees("?") or self.sees("+") else ""
            atom = Repeat(atom, least, most, suffix)
        return atom

    def count(self) -> tuple[int, int | None]:
        found = _COUNT.match(self.pattern, self.at)
        if found is None:
            raise PatternError("a { that begins no number of times")
        self.at = found.end()
        least = int(found[1])
        most = least if found[2] is None else int(found[3]) if found[3] else None
        if max(least, most or 0) > _MOST or (most is not None and most < least):
            raise PatternError("a number of times that makes no sense")
        return least, most

    def atom(self) -> Pattern | None:
        letter = self.pattern[self.at]
        if letter == "(":
            return self.group()
        if letter == "[":
            text, self.at = class_of(self.pattern, self.at)
            return self.one(text)
        if letter == "\\":
            return self.escape()
        self.take()
        if letter == ".":
            return self.one(r"[\s\S]" if "s" in self.flags else r"[^\n\r\x85\u2028\u2029]")
        if letter in "^$":
            return Place(f"(?m:{letter})" if "m" in self.flags else letter)
        if letter in "*+?{":
            raise PatternError(f"{letter} repeats nothing")
        return self.one(escaped(letter))

    def escape(self) -> Pattern:
        letter = self.pattern[self.at + 1 : self.at + 2]
        if letter in _ANCHORS and letter:
            self.take(2)
            return Place(_ANCHORS[letter])
        if letter.isdigit() and letter != "0":
            self.take(2)
            return Opaque(f"(?:\\{letter})")
        if letter == "k":
            found = re.compile(r"\\k<([A-Za-z][A-Za-z0-9]*)>").match(self.pattern, self.at)
            if found is None:
                raise PatternError("\\k without a name")
            self.at = found.end()
            return Opaque(f"(?P={found[1]})")
        text, self.at = shorthand(self.pattern, self.at)
        return self.one(text)

    def group(self) -> Pattern | None:
        outside = self.flags
        for opening in _LOOKS:
            if self.sees(opening):
                return self.close(Look(opening, self.inside(len(opening))), outside)
        if self.sees("(?>"):
            text = Group("(?>", self.inside(3)).text()
            return self.close(Opaque(text), outside)
        named = _NAMED.match(self.pattern, self.at)
        if named:
            return self.close(Group(f"(?P<{named[1]}>", self.inside(len(named[0]))), outside)
        flags = _FLAGS.match(self.pattern, self.at)
        if flags:
            if set(flags[1] + (flags[2] or "")) - set("ismuUd"):
                raise PatternError(f"unknown flags {flags[1]}")
            self.flags = (outside | set(flags[1])) - set(flags[2] or "")
            if flags[3] == ")":
                self.at = flags.end()
                return None
            return self.close(Group("(?:", self.inside(len(flags[0]))), outside)
        if self.sees("(?"):
            raise PatternError("an unknown kind of group")
        return self.close(Group("(", self.inside(1)), outside)

    def inside(self, opening: int) -> Pattern:
        self.take(opening)
        return self.alternatives()

    def close(self, group: Pattern, outside: frozenset[str]) -> Pattern:
        if not self.sees(")"):
            raise PatternError("a bracket is not closed")
        self.take()
        self.flags = outside
        return group
