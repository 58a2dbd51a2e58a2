"""The recovery key: 160 random bits a person can write down, type back, and be told of a slip.

Eight groups of four letters and digits (Crockford's base 32: no I, L, O, U) and a ninth, the checksum:
``7KQ2-…-M4XT``. Typed in any case, with any spaces or hyphens; O is read as 0, I and L as 1.
"""

from __future__ import annotations

import hashlib
import re
import secrets

from gsmon_desktop.errors import GsmonError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BYTES = 20
_GROUP, _LETTERS, _CHECK = 4, 32, 4
_READ_AS = str.maketrans("OIL", "011")


def make() -> str:
    """A new recovery key."""
    return shown(secrets.token_bytes(BYTES))


def shown(content: bytes) -> str:
    """20 bytes as people see them."""
    letters = _letters(content, _LETTERS) + _checksum(content)
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def secret(text: str) -> bytes:
    """The 20 bytes of a recovery key as typed. Raises GsmonError recovery.mistyped."""
    letters = re.sub(r"[\s\-–—]+", "", text).upper().translate(_READ_AS)
    if len(letters) != _LETTERS + _CHECK or not set(letters) <= set(ALPHABET):
        raise GsmonError("recovery.mistyped")
    number = 0
    for letter in letters[:_LETTERS]:
        number = number * 32 + ALPHABET.index(letter)
    content = number.to_bytes(BYTES, "big")
    if letters[_LETTERS:] != _checksum(content):
        raise GsmonError("recovery.mistyped")
    return content


def _checksum(content: bytes) -> str:
    """20 bits of a hash: one slip in a million goes unseen."""
    return _letters(hashlib.sha256(b"gsmon recovery" + content).digest()[:3], _CHECK + 1)[:_CHECK]


def _letters(content: bytes, count: int) -> str:
    number = int.from_bytes(content, "big") << (count * 5 - len(content) * 8)
    return "".join(ALPHABET[number >> 5 * place & 31] for place in range(count - 1, -1, -1))
