"""randomize(): the inside-out Fisher-Yates shuffle over a Park-Miller generator, as the specification asks.

The same seed gives the same order as in ODK Collect.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from math import floor, fmod, isinf, isnan
from typing import TypeVar

from gsmon_desktop.forms.xpath.types import Value
from gsmon_desktop.forms.xpath.values import to_number, to_string

T = TypeVar("T")
_MODULUS = 2_147_483_647
_MULTIPLIER = 16_807
_LONG = 2**63


def shuffle(items: Sequence[T], random: Callable[[], float]) -> list[T]:
    """The items in an order drawn from `random` (numbers from 0, below 1)."""
    found: list[T] = []
    for at, item in enumerate(items):
        place = floor(random() * (at + 1))
        if place == at:
            found.append(item)
        else:
            found.append(found[place])
            found[place] = item
    return found


def shuffle_seeded(items: Sequence[T], seed: int) -> list[T]:
    """The items in the order that belongs to a seed."""
    state = int(fmod(float(seed), _MODULUS))
    if state <= 0:
        state += _MODULUS - 1

    def random() -> float:
        nonlocal state
        state = state * _MULTIPLIER % _MODULUS
        return (state - 1) / (_MODULUS - 1)

    return shuffle(items, random)


def seed_of(value: Value) -> int:
    """A seed from any value: numbers lose their fraction; a text that is no number counts by its SHA-256;
    empty is 0."""
    number = to_number(value)
    if isnan(number):
        text = to_string(value)
        if text in ("", "NaN"):
            return 0
        return int.from_bytes(sha256(text.encode()).digest()[:8], "big", signed=True)
    if isinf(number) or abs(number) >= _LONG:
        return _LONG - 1 if number > 0 else -_LONG
    return int(number)
