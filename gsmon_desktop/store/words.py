"""Words as the search knows them: one spelling for what people type in several."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_WORD = re.compile(r"\w+")


def normalised(text: str) -> str:
    """Lower case, ё as е, composed letters: 'Семёнов' and 'СЕМЕНОВ' are one word."""
    return unicodedata.normalize("NFC", text).casefold().replace("ё", "е")


def words(texts: Iterable[str]) -> str:
    """What the search keeps of some texts."""
    return " ".join(dict.fromkeys(_WORD.findall(normalised(" ".join(texts)))))


def match(text: str) -> str:
    """An FTS5 query that finds every word typed, each as the beginning of a word; '' for no word at all."""
    return " ".join(f'"{word}"*' for word in _WORD.findall(normalised(text)))
