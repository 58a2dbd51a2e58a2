"""Functions that make or look at text."""

from __future__ import annotations

import hashlib
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from collections.abc import Callable
from math import isnan

from gsmon_desktop.forms.xpath import coerce
from gsmon_desktop.forms.xpath.functions.registry import Build, Table
from gsmon_desktop.forms.xpath.regex import matcher
from gsmon_desktop.forms.xpath.syntax import Call, Literal
from gsmon_desktop.forms.xpath.types import Code, Context, Value, XPathError
from gsmon_desktop.forms.xpath.values import text_of, to_string

TABLE = Table()
_SPACES = " \t\r\n"
_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz"
_LONGEST_UUID = 1024
_ALGORITHMS = {"MD5": "md5", "SHA-1": "sha1", "SHA-256": "sha256", "SHA-384": "sha384", "SHA-512": "sha512"}


def _own_text(name: str, work: Callable[[str], Value], kind: str) -> None:
    """Declares a function of one text, which is the context node's own when left out."""

    @TABLE.special(name, 0, 1)
    def make(call: Call, build: Build) -> Code:
        if not call.arguments:
            return Code(lambda context: work(text_of(context.node)), kind)
        text = coerce.string(build(call.arguments[0]))
        return Code(lambda context: work(text(context)), kind)


_own_text("string", str, "string")
_own_text("string-length", lambda text: float(len(text)), "number")
_own_text("normalize-space", lambda text: " ".join(text.split()), "string")


@TABLE.simple("concat", "v*", "string")
def concat(values: list[Value]) -> str:
    """All values, and all nodes of node-sets, one after another."""
    return "".join(map(to_string, values))


@TABLE.simple("join", "sv*", "string")
def join(separator: str, values: list[Value]) -> str:
    """All values, and all nodes of node-sets, with the separator between them."""
    return separator.join(map(to_string, values))


@TABLE.simple("substr", "snn?", "string")
def substr(text: str, start: float, end: float | None = None) -> str:
    """From `start`, counted from 0, up to but not including `end`; negative numbers count from the end."""
    size = len(text)
    first = _index(start, 0, size)
    last = size if end is None else _index(end, 0, size)
    return text[first:last]


def _index(number: float, nothing: int, size: int) -> int:
    if isnan(number):
        return nothing
    at = int(max(-1e9, min(1e9, number)))
    return min(max(0, at + size if at < 0 else at), size)


@TABLE.simple("substring", "snn?", "string")
def substring(text: str, start: float, length: float | None = None) -> str:
    """XPath's own: `length` characters from `start`, counted from 1, both rounded."""
    begin = _rounded(start)
    end = float("inf") if length is None else begin + _rounded(length)
    if isnan(begin) or isnan(end):
        return ""
    return "".join(letter for at, letter in enumerate(text, 1) if begin <= at < end)


def _rounded(number: float) -> float:
    return number if number in (float("inf"), float("-inf")) or isnan(number) else float((number + 0.5) // 1)


@TABLE.simple("substring-before", "ss", "string")
def substring_before(text: str, mark: str) -> str:
    """What stands before the first `mark`, "" without one."""
    before, found, _ = text.partition(mark) if mark else ("", "", "")
    return before if found else ""


@TABLE.simple("substring-after", "ss", "string")
def substring_after(text: str, mark: str) -> str:
    """What stands after the first `mark`, "" without one."""
    return text.partition(mark)[2] if mark else text


@TABLE.simple("translate", "sss", "string")
def translate(text: str, old: str, new: str) -> str:
    """Each character of `old` becomes the one at its place in `new`, or goes where `new` is too short."""
    table: dict[int, str | None] = {}
    for at, letter in enumerate(old):
        table.setdefault(ord(letter), new[at] if at < len(new) else None)
    return text.translate(table)


@TABLE.simple("contains", "ss", "boolean")
def contains(text: str, part: str) -> bool:
    """Whether `part` stands somewhere in the text."""
    return part in text


@TABLE.simple("starts-with", "ss", "boolean")
def starts_with(text: str, part: str) -> bool:
    """Whether the text begins with `part`."""
    return text.startswith(part)


@TABLE.simple("ends-with", "ss", "boolean")
def ends_with(text: str, part: str) -> bool:
    """Whether the text ends with `part`."""
    return text.endswith(part)


@TABLE.simple("uuid", "@n?", "string")
def uuid(context: Context, length: float | None = None) -> str:
    """A version 4 UUID; with a number so many random letters and digits (1024 at the most)."""
    if length is None:
        return context.env.uuid()
    count = 0 if isnan(length) else int(max(0, min(length, _LONGEST_UUID)))
    return "".join(_ALPHABET[int(context.env.random() * len(_ALPHABET))] for _ in range(count))


@TABLE.special("digest", 2, 3)
def digest(call: Call, build: Build) -> Code:
    """A text's digest: MD5, SHA-1, SHA-256, SHA-384 or SHA-512, as base64 (if not said otherwise) or hex."""
    for argument, known in zip(call.arguments[1:], (_ALGORITHMS, ("base64", "hex")), strict=False):
        if isinstance(argument, Literal) and argument.value not in known:
            expected = "one of " + ", ".join(known)
            raise XPathError(
                "arguments", call.position, name="digest", expected=expected, found=argument.value
            )
    runs = [coerce.string(build(argument)) for argument in call.arguments]

    def run(context: Context) -> str:
        text, algorithm, *more = [run(context) for run in runs]
        encoding = more[0] if more else "base64"
        if algorithm not in _ALGORITHMS or encoding not in ("base64", "hex"):
            return ""
        found = hashlib.new(_ALGORITHMS[algorithm], text.encode(), usedforsecurity=False)
        return found.hexdigest() if encoding == "hex" else b64encode(found.digest()).decode()

    return Code(run, "string")


@TABLE.simple("base64-decode", "s", "string")
def base64_decode(text: str) -> str:
    """The UTF-8 text inside base64; "" when it is none."""
    try:
        return b64decode("".join(text.split()), validate=True).decode("utf-8", "replace")
    except (Base64Error, ValueError):
        return ""


@TABLE.special("regex", 2, 2)
def regex(call: Call, build: Build) -> Code:
    """Whether the whole text fits a regular expression of Java's kind. A literal one that is wrong is an
    XPathError."""
    text = coerce.string(build(call.arguments[0]))
    pattern = call.arguments[1]
    if isinstance(pattern, Literal):
        fixed = matcher(pattern.value)
        if isinstance(fixed, str):
            raise XPathError(
                "arguments", call.position, name="regex", expected=f"a pattern ({fixed})", found=pattern.value
            )
        return Code(lambda context: fixed(text(context)), "boolean")
    dynamic = coerce.string(build(pattern))

    def run(context: Context) -> bool:
        fits = matcher(dynamic(context))
        return not isinstance(fits, str) and fits(text(context))

    return Code(run, "boolean")


@TABLE.simple("pulldata", "@ssss", "string")
def pulldata(context: Context, file: str, column: str, key_column: str, key: str) -> str:
    """A cell of an attached list: `column` of the row whose `key_column` is `key`."""
    return context.env.pulldata(file, column, key_column, key)
