"""The manifest: what a package says about itself. Written as `manifest.json`, described by
`resources/exchange/manifest.schema.json`.

A reader ignores keys it does not know, so that a later version may add some; what an old reader must not skip
raises `FORMAT`, and an old reader refuses it with a sentence.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

import orjson

FORMAT = 2
"""The newest format of packages this program reads and the one it writes. Format 1 had no signature."""
UNSIGNED = 1

NAME = "manifest.json"
SIGNATURE = "manifest.sig"
"""Ed25519 over `SIGNED` and the bytes of the manifest, in hex."""
SIGNED = b"gsmon package 2\n"
INTERVIEWS = "interviews.jsonl"
EVENTS = "events.jsonl"
FORMS = "forms/"
MEDIA = "media/"

_SHA256 = re.compile(r"[0-9a-f]{64}")
_ENTRY_NAME = re.compile(
    r"interviews\.jsonl|media/[0-9a-f]{64}|forms/[0-9a-f]{64}\.json"
    r"|events\.jsonl|forms/[0-9a-f]{64}/(form\.xml|files/[^/\\:\x00-\x1f]+)"  # format 1
)


class ManifestError(ValueError):
    """A manifest that cannot be understood; the message names the field."""


class NewerFormatError(ValueError):
    """The package was written by a newer program; `args[0]` is its format."""


@dataclass(frozen=True)
class Entry:
    """One file inside the package: its name there, its size in bytes and its SHA-256 in hex."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Record:
    """One interview in the package: which revision of it, its content hash, ``finished`` or ``deleted``.

    A deleted one has no content and an empty hash.
    """

    id: str
    revision: int
    hash: str
    status: str


@dataclass(frozen=True)
class Manifest:
    """What a package holds and who made it; `made` is an aware time.

    `interviews` stand in the order of `interviews.jsonl`. `sign` and `recipient` are the device's public keys
    (empty in format 1), `to` the devices it is encrypted to. A batch cut by size is several packages of one
    `batch`, `part` of `parts`. `answers` are the ids of the latest receipts taken in before it was made.
    `withdrawn` are numbers below its own, in ascending order, of packages nobody need wait for (older
    programs say none).
    """

    package: str
    device: str
    person: str
    region: str
    sequence: int
    made: datetime
    program: str
    entries: tuple[Entry, ...]
    interviews: tuple[Record, ...]
    format: int = FORMAT
    sign: str = ""
    recipient: str = ""
    to: tuple[str, ...] = ()
    batch: str = ""
    part: int = 1
    parts: int = 1
    answers: tuple[str, ...] = ()
    withdrawn: tuple[int, ...] = ()

    @property
    def media(self) -> int:
        """Number of media files inside."""
        return len(self.files)

    @property
    def files(self) -> list[str]:
        """SHA-256 of the media files inside."""
        return [entry.sha256 for entry in self.entries if entry.name.startswith(MEDIA)]

    def to_json(self) -> bytes:
        """The bytes of `manifest.json`: UTF-8, keys in order, the same manifest always the same bytes."""
        document = {
            "format": self.format,
            "package": self.package,
            "device": self.device,
            "sign": self.sign,
            "recipient": self.recipient,
            "to": list(self.to),
            "batch": self.batch,
            "part": self.part,
            "parts": self.parts,
            "answers": list(self.answers),
            "withdrawn": list(self.withdrawn),
            "person": self.person,
            "region": self.region,
            "sequence": self.sequence,
            "made": self.made.isoformat(),
            "program": self.program,
            "interviews": [vars(record) for record in self.interviews],
            "entries": [vars(entry) for entry in self.entries],
        }
        return orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def parse(content: bytes) -> Manifest:
    """Reads `manifest.json`. Raises NewerFormatError, or ManifestError naming what is wrong."""
    try:
        document = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise ManifestError("JSON") from error
    if not isinstance(document, dict):
        raise ManifestError("JSON")
    if _number(document, "format", least=1) > FORMAT:
        raise NewerFormatError(document["format"])
    signed = document["format"] > UNSIGNED
    part = _number(document, "part", least=1) if signed else 1
    parts = _number(document, "parts", least=part) if signed else 1
    return Manifest(
        sign=_text(document, "sign", empty=False) if signed else "",
        recipient=_text(document, "recipient", empty=False) if signed else "",
        to=_texts(document, "to") if signed else (),
        batch=_text(document, "batch", empty=False) if signed else "",
        part=part,
        parts=parts,
        answers=_texts(document, "answers") if signed else (),
        withdrawn=_withdrawn(document) if signed else (),
        package=_text(document, "package", empty=False),
        device=_text(document, "device", empty=False),
        person=_text(document, "person"),
        region=_text(document, "region"),
        sequence=_number(document, "sequence", least=1),
        made=_moment(document, "made"),
        program=_text(document, "program"),
        entries=_entries(document),
        interviews=_records(document),
        format=document["format"],
    )


def _entries(document: Mapping[str, Any]) -> tuple[Entry, ...]:
    found: dict[str, Entry] = {}
    for row in _rows(document, "entries"):
        entry = Entry(_text(row, "name"), _number(row, "size", least=0), _text(row, "sha256"))
        if not _ENTRY_NAME.fullmatch(entry.name) or entry.name in found or entry.name.endswith("/.."):
            raise ManifestError(f"entries: {entry.name[:100]!r}")
        if not _SHA256.fullmatch(entry.sha256):
            raise ManifestError(f"entries: {entry.name}: sha256")
        if entry.name.startswith(MEDIA) and entry.name != MEDIA + entry.sha256:
            raise ManifestError(f"entries: {entry.name}: sha256")
        found[entry.name] = entry
    if INTERVIEWS not in found:
        raise ManifestError(f"entries: {INTERVIEWS}")
    return tuple(found.values())


def _records(document: Mapping[str, Any]) -> tuple[Record, ...]:
    found: dict[str, Record] = {}
    for row in _rows(document, "interviews"):
        record = Record(
            _text(row, "id", empty=False),
            _number(row, "revision", least=1),
            _text(row, "hash"),
            _text(row, "status"),
        )
        if record.id in found or record.status not in ("finished", "deleted"):
            raise ManifestError(f"interviews: {record.id[:100]!r}")
        found[record.id] = record
    return tuple(found.values())


def _rows(document: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    rows = document.get(key)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ManifestError(key)
    return rows


def _text(document: Mapping[str, Any], key: str, *, empty: bool = True) -> str:
    value = document.get(key)
    if not isinstance(value, str) or not (value or empty):
        raise ManifestError(key)
    return value


def _texts(document: Mapping[str, Any], key: str) -> tuple[str, ...]:
    values = document.get(key)
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise ManifestError(key)
    return tuple(values)


def _withdrawn(document: Mapping[str, Any]) -> tuple[int, ...]:
    numbers = document.get("withdrawn", [])
    if not isinstance(numbers, list) or not all(type(number) is int for number in numbers):
        raise ManifestError("withdrawn")
    bounds = [0, *numbers, _number(document, "sequence", least=1)]
    if not all(one < other for one, other in pairwise(bounds)):
        raise ManifestError("withdrawn")
    return tuple(numbers)


def _number(document: Mapping[str, Any], key: str, *, least: int) -> int:
    value = document.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value < 1 << 53:
        raise ManifestError(key)
    return value


def _moment(document: Mapping[str, Any], key: str) -> datetime:
    try:
        moment = datetime.fromisoformat(_text(document, key))
    except ValueError as error:
        raise ManifestError(key) from error
    if moment.tzinfo is None:
        raise ManifestError(key)
    return moment
