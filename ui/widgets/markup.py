"""The little Markdown that XLSForms may use in labels, hints and notes, as text a label or a list can show.

What ODK's tools know is known here: headings, **bold** and *italic* (also with underscores),
[words](address), backslash escapes, line breaks. HTML is never passed on: answers stand in labels too.
"""

from __future__ import annotations

import re
from html import escape, unescape

_MARKS = re.compile(r"[*_\\]|^#{1,6}\s|\]\(", re.MULTILINE)
_ESCAPED = re.compile(r"\\([\\*_#\[\]()])")
_LINK = re.compile(r"\[([^\]\n]+)\]\((https?://[^\s)]+)\)")
_RULES = (
    (re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*"), r"<b>\1</b>"),
    (re.compile(r"(?<!\w)__(?=\S)(.+?)(?<=\S)__(?!\w)"), r"<b>\1</b>"),
    (re.compile(r"\*(?=\S)([^*\n]+?)(?<=\S)\*"), r"<i>\1</i>"),
    (re.compile(r"(?<!\w)_(?=\S)([^_\n]+?)(?<=\S)_(?!\w)"), r"<i>\1</i>"),
)
_HEADING = re.compile(r"^(#{1,6})\s+(.+?)\s*$")
_TAG = re.compile(r"<[^>]*>")
_HIDDEN = 0xE000  # escaped signs wait in the private use area while the marks are read


def rich(text: str) -> str:
    """The text as Qt's rich text where it holds marks; "" where it is plain."""
    if not _MARKS.search(text):
        return ""
    shown = _ESCAPED.sub(lambda found: chr(_HIDDEN + ord(found[1])), text)
    shown = escape(shown)
    shown = _LINK.sub(r'<a href="\2">\1</a>', shown)
    for pattern, made in _RULES:
        shown = _outside_links(pattern, made, shown)
    if "<" not in shown and "\\" not in text and not any(map(_HEADING.match, text.splitlines())):
        return ""
    shown = "<br>".join(_line(line) for line in shown.splitlines())
    return re.sub(
        f"[{chr(_HIDDEN)}-{chr(_HIDDEN + 0x7F)}]", lambda found: chr(ord(found[0]) - _HIDDEN), shown
    )


def plain(text: str) -> str:
    """The same words without their marks, in one line: for lists."""
    found = rich(text)
    if not found:
        return " ".join(text.split())
    return " ".join(unescape(_TAG.sub("", found.replace("<br>", " "))).split())


def _outside_links(pattern: re.Pattern[str], made: str, text: str) -> str:
    """Marks inside an address are part of it."""
    parts = re.split(r'(<a href="[^"]*">)', text)
    return "".join(part if part.startswith("<a ") else pattern.sub(made, part) for part in parts)


def _line(line: str) -> str:
    heading = _HEADING.match(line)
    if heading is None:
        return line
    size = "large" if len(heading[1]) < 3 else "medium"
    return f'<span style="font-size:{size}; font-weight:600">{heading[2]}</span>'
