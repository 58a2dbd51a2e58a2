"""Finding a line of a long list by a few typed words, in Russian, Kazakh or English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from ui.widgets.keys import TO_LATIN, TO_RUSSIAN

# Kazakh letters fall together with the Russian ones people type instead; ё with е.
_FOLDED = str.maketrans("ёәғқңөұүһі", "еагкноуухи")
_APART = re.compile(r"[\W_]+")


@lru_cache(maxsize=4096)  # the same lists come in every interview
def fold(text: str) -> str:
    """Text as it is compared: no case, ё = е, Kazakh letters as Russian ones, words apart by one space."""
    folded = text.casefold().translate(_FOLDED)
    return _APART.sub(" ", folded).strip()


def find(query: str, lines: Sequence[str]) -> list[int]:
    """Indices of the `lines` (already folded) that hold every word of the query, the likeliest first.

    A line that begins with the query comes before one whose words begin with the query's words, that before
    one that holds them anywhere; among equals the one that has them nearer to its beginning. When nothing
    fits, the query is read as typed on the other keyboard layout.
    """
    readings = (query, query.casefold().translate(TO_RUSSIAN), query.casefold().translate(TO_LATIN))
    if not query.strip():
        return list(range(len(lines)))
    for words in filter(None, dict.fromkeys(map(fold, readings))):
        found = _ranked(words, lines)
        if found:
            return found
    return []


def _ranked(words: str, lines: Sequence[str]) -> list[int]:
    parts = words.split()
    ranks = ((_rank(words, parts, line), line.find(parts[0]), index) for index, line in enumerate(lines))
    return [index for _, _, index in sorted(rank for rank in ranks if rank[0] < _NOT)]


_NOT = 3


def _rank(words: str, parts: Iterable[str], line: str) -> int:
    if line.startswith(words):
        return 0
    padded = f" {line}"
    rank = 1
    for part in parts:
        if f" {part}" not in padded:
            if part not in line:
                return _NOT
            rank = 2
    return rank
