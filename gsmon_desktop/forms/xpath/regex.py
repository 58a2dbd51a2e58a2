"""regex(): Java's regular expressions, as Collect has them, tried on a whole text without ever hanging.

A pattern is read into a small tree (`patterns.py`) and written out for Python's `re`. Where Python would
have to try exponentially many ways (``(a+)+b``), an automaton that goes through the text once does the work
instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from gsmon_desktop.forms.xpath.automaton import automaton
from gsmon_desktop.forms.xpath.charsets import CharsetError
from gsmon_desktop.forms.xpath.patterns import (
    Alternatives,
    Look,
    Opaque,
    Pattern,
    PatternError,
    Repeat,
    read,
)

_MANY = 2


@lru_cache(maxsize=1024)
def matcher(pattern: str) -> Callable[[str], bool] | str:
    """A test whether a whole text fits the pattern, or (a text) what is wrong with the pattern."""
    try:
        tree = read(pattern)
        compiled = re.compile(tree.text(), re.ASCII)
        if not _risky(tree):
            return lambda text: compiled.fullmatch(text) is not None
        if _beyond(tree):
            return "this pattern could take forever"
        return automaton(tree)
    except (PatternError, CharsetError) as error:
        return str(error)
    except (re.error, OverflowError, RecursionError) as error:
        return str(error)


def _risky(tree: Pattern) -> bool:
    """Whether trying ways one after another could take very long: a choice inside a repetition, or many
    repetitions, in the whole or inside a look-around."""
    if any(_risky(look.inside) for look in tree.walk() if isinstance(look, Look)):
        return True
    repeats = [part for part in tree.walk() if isinstance(part, Repeat)]
    if sum(repeat.most is None for repeat in repeats) > _MANY:
        return True
    return any(
        repeat.most != 1 and any(_chooses(part) for part in repeat.part.walk())
        for repeat in repeats
        if repeat.most != 0
    )


def _chooses(part: Pattern) -> bool:
    return isinstance(part, Alternatives) or (isinstance(part, Repeat) and part.least != part.most)


def _beyond(tree: Pattern) -> bool:
    """Whether an automaton cannot do it: back references, possessive repetitions, risky things inside
    look-arounds."""
    for part in tree.walk():
        if isinstance(part, Opaque) or (isinstance(part, Repeat) and part.suffix == "+"):
            return True
        if isinstance(part, Look) and _risky(part.inside):
            return True
    return False
