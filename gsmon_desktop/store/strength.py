"""How hard a passphrase is to guess."""

from __future__ import annotations

from collections.abc import Iterable

BEST = 4
_LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
_CYRILLIC = "ёйцукенгшщзхъфывапролджэячсмитьбю"
_KAZAKH = {"ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "і": "i"}
_KEYS = str.maketrans(_CYRILLIC + _CYRILLIC.upper(), _LATIN * 2)
_SOUNDS = str.maketrans(
    {**dict(zip("абвгдезийклмнопрстуфхы", "abvgdeziyklmnoprstufhy", strict=True)), **_KAZAKH,
     "ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sch", "ю": "yu", "я": "ya", "ё": "e", "э": "e"}
)  # fmt: skip
_KNOWN = ("gsmon", "kazakhstan", "almaty", "astana", "shymkent", "interview", "anketa", "qazaqstan")
_MOST = 72
"""zxcvbn looks at no more letters."""


def strength(passphrase: str, known: Iterable[str] = ()) -> int:
    """From 0 (guessed at once) to 4 (not by guessing), by zxcvbn.

    It knows words in Latin letters only, so the passphrase is looked at three ways and the weakest counts: as
    it is, as the keys pressed with the other layout, as it sounds. `known`: words a guesser would try first.
    """
    from zxcvbn import zxcvbn  # its word lists take a moment to load

    if not passphrase:
        return 0
    low = passphrase[:_MOST].lower()
    words = [*_KNOWN, *(word.lower().translate(_SOUNDS) for word in known if word)]
    ways = {passphrase[:_MOST], low.translate(_KEYS), low.translate(_SOUNDS)}
    return min(int(zxcvbn(way, user_inputs=words)["score"]) for way in ways)
