"""Character classes of Java's regular expressions, written for Python's `re`."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

Ranges = tuple[tuple[int, int], ...]
_LAST = 0x10FFFF
_HEX = re.compile(r"x([0-9a-fA-F]{2})|x\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})")
_OCTAL = re.compile(r"0([0-3]?[0-7]{1,2})")
_PROPERTY = re.compile(
    r"\\([pP])(?:\{(\^?)(?:script=|sc=|general_category=|gc=|blk=|block=)?(\w+)\}|([A-Z]))"
)
_CONTROLS = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "a": "\a", "e": "\x1b"}
_SETS = {
    "d": r"0-9",
    "w": r"0-9A-Za-z_",
    "s": r"\x09-\x0d\x20",
    "h": r"\x09\x20\xa0\u1680\u180e\u2000-\u200a\u202f\u205f\u3000",
    "v": r"\x0a-\x0d\x85\u2028\u2029",
}
_POSIX: dict[str, Ranges] = {
    "Lower": ((97, 122),),
    "Upper": ((65, 90),),
    "Alpha": ((65, 90), (97, 122)),
    "Digit": ((48, 57),),
    "Alnum": ((48, 57), (65, 90), (97, 122)),
    "Punct": ((33, 47), (58, 64), (91, 96), (123, 126)),
    "Space": ((9, 13), (32, 32)),
    "Blank": ((9, 9), (32, 32)),
    "Cntrl": ((0, 31), (127, 127)),
    "XDigit": ((48, 57), (65, 70), (97, 102)),
    "Graph": ((33, 126),),
    "Print": ((32, 126),),
    "ASCII": ((0, 127),),
}
_SCRIPTS: dict[str, Ranges] = {
    "Cyrillic": (
        (0x400, 0x52F),
        (0x1C80, 0x1C8F),
        (0x1D2B, 0x1D2B),
        (0x1D78, 0x1D78),
        (0x2DE0, 0x2DFF),
        (0xA640, 0xA69F),
    ),
    "Latin": (
        (65, 90),
        (97, 122),
        (0xAA, 0xAA),
        (0xBA, 0xBA),
        (0xC0, 0xD6),
        (0xD8, 0xF6),
        (0xF8, 0x2B8),
        (0x1E00, 0x1EFF),
    ),
    "Greek": ((0x370, 0x3FF), (0x1F00, 0x1FFF)),
    "Arabic": ((0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC)),
    "Hebrew": ((0x591, 0x5F4), (0xFB1D, 0xFB4F)),
    "Armenian": ((0x531, 0x58F),),
    "Georgian": ((0x10A0, 0x10FF), (0x1C90, 0x1CBF)),
}
_NAMES = {
    "Alphabetic": "L",
    "Letter": "L",
    "Digit": "Nd",
    "Uppercase": "Lu",
    "Lowercase": "Ll",
    "Punctuation": "P",
}


class CharsetError(ValueError):
    """A class or escape that cannot be read."""


def escaped(letter: str) -> str:
    """A character as itself in any place of a pattern."""
    if letter.isalnum() and letter.isascii():
        return letter
    code = ord(letter)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65_536 else f"\\U{code:08x}"


def _written(ranges: Ranges) -> str:
    return "".join(
        escaped(chr(first)) + ("" if first == last else f"-{escaped(chr(last))}") for first, last in ranges
    )


def _complement(ranges: Ranges) -> Ranges:
    found = []
    begin = 0
    for first, last in sorted(ranges):
        if begin < first:
            found.append((begin, first - 1))
        begin = max(begin, last + 1)
    if begin <= _LAST:
        found.append((begin, _LAST))
    return tuple(found)


@lru_cache(maxsize=64)
def _category(name: str) -> Ranges:
    """The characters (of Unicode's first plane) whose general category begins with `name`."""
    found: list[tuple[int, int]] = []
    for code in range(0x10000):
        if unicodedata.category(chr(code)).startswith(name):
            if found and found[-1][1] == code - 1:
                found[-1] = found[-1][0], code
            else:
                found.append((code, code))
    return tuple(found)


def _property(name: str) -> Ranges:
    if name in _POSIX:
        return _POSIX[name]
    bare = name[2:] if name.startswith(("Is", "In")) else name
    if bare in _SCRIPTS:
        return _SCRIPTS[bare]
    category = _NAMES.get(bare, bare)
    ranges = _category(category) if len(category) <= 2 else ()
    if not ranges:
        raise CharsetError(f"unknown property {name}")
    return ranges


def _piece(pattern: str, at: int) -> tuple[str, str | None, int]:
    """An escape: what to write inside a class, the single character it is (None for a set), and where it
    ends."""
    letter = pattern[at + 1 : at + 2]
    if letter in ("p", "P"):
        found = _PROPERTY.match(pattern, at)
        if found is None:
            raise CharsetError(f"\\{letter} without a property")
        ranges = _property(found[3] or found[4])
        if (found[1] == "P") != bool(found[2]):
            ranges = _complement(ranges)
        return _written(ranges), None, found.end()
    if letter.lower() in _SETS and letter:
        text = _SETS[letter.lower()]
        if letter.isupper():
            return _inverse(text), None, at + 2
        return text, None, at + 2
    single, end = _single(pattern, at, letter)
    return escaped(single), single, end


@lru_cache(maxsize=8)
def _inverse(text: str) -> str:
    """The complement of one of the short sets, as ranges."""
    inside = re.compile(f"[{text}]")
    codes = [code for code in range(0x3100) if inside.match(chr(code))]
    return _written(_complement(tuple((code, code) for code in codes)))


def _single(pattern: str, at: int, letter: str) -> tuple[str, int]:
    if letter in _CONTROLS and letter:
        return _CONTROLS[letter], at + 2
    found = _HEX.match(pattern, at + 1)
    if found:
        code = int(found[1] or found[2] or found[3], 16)
        if code > _LAST:
            raise CharsetError("no such character")
        return chr(code), found.end()
    octal = _OCTAL.match(pattern, at + 1)
    if octal:
        return chr(int(octal[1], 8)), octal.end()
    if letter == "c" and at + 2 < len(pattern):
        return chr(ord(pattern[at + 2]) ^ 64), at + 3
    if not letter or (letter.isascii() and letter.isalnum()):
        raise CharsetError(f"unknown escape \\{letter}")
    return letter, at + 2


def shorthand(pattern: str, at: int) -> tuple[str, int]:
    """An escape outside a class: a pattern that takes one character, and where it ends."""
    if pattern[at + 1 : at + 2] == "R":
        return r"(?:\r\n|[\x0a-\x0d\x85\u2028\u2029])", at + 2
    text, single, end = _piece(pattern, at)
    return (text if single is not None else f"[{text}]"), end


def class_of(pattern: str, at: int, depth: int = 0) -> tuple[str, int]:
    """The class that begins at `at`: a pattern that takes one character, and where it ends."""
    if depth > 10:
        raise CharsetError("too many classes inside one another")
    at += 1
    negated = pattern[at : at + 1] == "^"
    at += negated
    sides: list[str] = []
    first = True
    while True:
        text, at, first = _union(pattern, at, depth, first=first)
        sides.append(text)
        if pattern[at : at + 2] != "&&":
            break
        at += 2
    if pattern[at : at + 1] != "]":
        raise CharsetError("a class is not closed")
    if len(sides) == 1 and sides[0].startswith("["):
        return (f"[^{sides[0][1:]}" if negated else sides[0]), at + 1
    whole = "".join(f"(?={side})" for side in sides[:-1]) + sides[-1]
    return (f"(?:(?!{whole})[\\s\\S])" if negated else f"(?:{whole})"), at + 1


def _union(pattern: str, at: int, depth: int, *, first: bool) -> tuple[str, int, bool]:
    """What stands up to && or ]: a pattern that takes one character."""
    written = ""
    nested: list[str] = []
    while at < len(pattern) and pattern[at : at + 2] != "&&" and (pattern[at] != "]" or first):
        first = False
        if pattern[at] == "[":
            text, at = class_of(pattern, at, depth + 1)
            nested.append(text)
            continue
        text, single, at = _item(pattern, at)
        if (
            single is not None
            and pattern[at : at + 1] == "-"
            and pattern[at + 1 : at + 2] not in ("]", "[", "")
        ):
            _, last, at = _item(pattern, at + 1)
            if last is None or last < single:
                raise CharsetError("a range that goes backwards")
            text = f"{escaped(single)}-{escaped(last)}"
        written += text
    if not written and not nested:
        raise CharsetError("an empty class")
    all_of_them = ([f"[{written}]"] if written else []) + nested
    return (all_of_them[0] if len(all_of_them) == 1 else f"(?:{'|'.join(all_of_them)})"), at, False


def _item(pattern: str, at: int) -> tuple[str, str | None, int]:
    if pattern[at] == "\\":
        return _piece(pattern, at)
    return escaped(pattern[at]), pattern[at], at + 1
