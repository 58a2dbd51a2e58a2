"""A pattern as an automaton that goes through a text once, keeping all ways open at the same time
(Thompson's way).

Its time grows with the length of the text times the size of the pattern, never faster.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from gsmon_desktop.forms.xpath.patterns import (
    Alternatives,
    Group,
    Look,
    One,
    Pattern,
    PatternError,
    Place,
    Repeat,
)

_LARGEST = 5_000
_END = 0


class _Maker:
    """Builds states from the end backwards. State 0 is the end; each other one has its ways out."""

    def __init__(self) -> None:
        self.takes: list[tuple[int, int] | None] = [None]
        """(number of the test a character must pass, next state)"""
        self.ways: list[tuple[int, ...]] = [()]
        """states reached without a character"""
        self.places: list[re.Pattern[str] | None] = [None]
        """a condition on the place, for the ways to be open"""
        self.tests: list[re.Pattern[str]] = []
        self._known: dict[str, int] = {}

    def state(
        self,
        *,
        takes: tuple[int, int] | None = None,
        ways: tuple[int, ...] = (),
        place: re.Pattern[str] | None = None,
    ) -> int:
        if len(self.takes) >= _LARGEST:
            raise PatternError("the pattern is too large")
        self.takes.append(takes)
        self.ways.append(ways)
        self.places.append(place)
        return len(self.takes) - 1

    def test(self, text: str) -> int:
        if text not in self._known:
            self._known[text] = len(self.tests)
            self.tests.append(re.compile(text, re.ASCII))
        return self._known[text]

    def make(self, part: Pattern, after: int) -> int:
        """The state a part begins in when `after` comes behind it."""
        if isinstance(part, Place | Look):
            return self.state(ways=(after,), place=re.compile(part.text(), re.ASCII))
        if isinstance(part, One):
            return self.state(takes=(self.test(part.text()), after))
        if isinstance(part, Group):
            return self.make(part.inside, after)
        if isinstance(part, Repeat):
            return self.repeat(part, after)
        if isinstance(part, Alternatives):
            return self.state(ways=tuple(self.make(each, after) for each in part.parts))
        for each in reversed(part.parts):
            after = self.make(each, after)
        return after

    def repeat(self, part: Repeat, after: int) -> int:
        if part.most is None:
            loop = self.state(ways=(after,))
            self.ways[loop] = (self.make(part.part, loop), after)
            after = loop
        else:
            leave = after
            for _ in range(part.most - part.least):
                after = self.state(ways=(self.make(part.part, after), leave))
        for _ in range(part.least):
            after = self.make(part.part, after)
        return after


def automaton(tree: Pattern) -> Callable[[str], bool]:
    """A test whether a whole text fits. Raises PatternError when the pattern is too large."""
    maker = _Maker()
    start = maker.make(tree, _END)
    takes, ways, places, tests = maker.takes, maker.ways, maker.places, maker.tests

    def open_at(states: list[int], text: str, at: int) -> set[int]:
        """All states reached without another character."""
        found: set[int] = set()
        stack = states
        while stack:
            state = stack.pop()
            if state in found:
                continue
            found.add(state)
            place = places[state]
            if place is None or place.match(text, at):
                stack.extend(ways[state])
        return found

    def fits(text: str) -> bool:
        states = open_at([start], text, 0)
        for at, letter in enumerate(text):
            passed: dict[int, bool] = {}
            further: list[int] = []
            for state in states:
                step = takes[state]
                if step is None:
                    continue
                number, after = step
                if number not in passed:
                    passed[number] = tests[number].fullmatch(letter) is not None
                if passed[number]:
                    further.append(after)
            if not further:
                return False
            states = open_at(further, text, at + 1)
        return _END in states

    return fits
