"""Reading a package that may be anything: every byte is checked against the manifest before it is believed.

A package is read front to back, once, in constant memory but for its manifest, which has a limit. In format 2
the manifest and its signature stand behind the answers and before the media, so that a stranger's package or
one known already need not be read to its end.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, cast

import orjson

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange.keys import PublicKeys
from gsmon_desktop.exchange.manifest import (
    FORMS,
    INTERVIEWS,
    MEDIA,
    NAME,
    SIGNATURE,
    SIGNED,
    UNSIGNED,
    Entry,
    Manifest,
    ManifestError,
    NewerFormatError,
    Record,
    parse,
)
from gsmon_desktop.exchange.unzipping import entries
from gsmon_desktop.store import age

MANIFEST_LIMIT = 64 << 20
"""Bytes: a hundred thousand interviews with as many photos need a third of it."""
LINE_LIMIT = 32 << 20
"""Bytes of one interview with its trail."""
FORM_LIMIT = 64 << 20
"""Bytes of one form with its lists and its workbook."""


class StoppedError(Exception):
    """Nobody wants the rest of a package any more."""


Keep = Callable[[str, Iterator[bytes]], None]
"""Called with the SHA-256 and the content of each media file as it passes; must read it to its end."""


@dataclass(frozen=True)
class Package:
    """A package that was read and is as its maker left it.

    `digest` is the SHA-256 of its manifest, which names it and all it holds; `wrong` are records that do not
    agree with themselves, by id, with what is wrong.
    """

    manifest: Manifest
    digest: str
    wrong: dict[str, str] = field(default_factory=dict)
    gathered: dict[str, bytes] = field(default_factory=dict)

    @property
    def keys(self) -> PublicKeys:
        """The keys its maker says to have; a package of format 2 is signed with them."""
        return PublicKeys(self.manifest.device, self.manifest.sign, self.manifest.recipient)


def verify(path: Path, identities: Sequence[str] = ()) -> Manifest:
    """Checks a package file wholly and returns its manifest; `identities` open it where it is encrypted.

    Raises GsmonError with the file as place: ``exchange.unreadable``, ``not_package``, ``not_for_us``,
    ``damaged``, ``newer_format``, ``manifest_missing``, ``manifest_wrong``, ``signature_wrong``,
    ``entry_missing``, ``entry_unlisted``, ``entry_unsafe``, ``entry_wrong``, ``record_wrong``.
    """
    with opened(path, identities) as stream:
        package = Inspection(stream, str(path), deep=True).rest()
    for record in package.wrong:
        raise GsmonError("exchange.record_wrong", str(path), record=f"{INTERVIEWS}: {record}")
    return package.manifest


@contextmanager
def opened(path: Path, identities: Sequence[str]) -> Iterator[BinaryIO]:
    """The zip inside a package file, decrypted where it is encrypted."""
    place = str(path)
    try:
        with path.open("rb") as file:
            encrypted = file.read(len(age.MAGIC)) == age.MAGIC
            file.seek(0)
            if not encrypted:
                yield file
                return
            if not identities:
                raise GsmonError("exchange.not_for_us", place)
            with age.decrypted(file, identities, partial(_refusal, place)) as stream:
                yield stream
    except OSError as error:
        raise GsmonError("exchange.unreadable", place, reason=error) from error


def _refusal(place: str, error: ValueError) -> GsmonError:
    """What is said of an age file that does not open."""
    if isinstance(error, age.NotForUsError):
        return GsmonError("exchange.not_for_us", place)
    return GsmonError("exchange.damaged", place)


class Inspection:
    """One way through a package: `head`, after which it may be left alone, then `rest`.

    Media go to `keep`, entries that `gather` says yes to into `gathered`; records are looked into only if
    `deep`, and wrong ones listed. Both raise as `verify` does.
    """

    def __init__(
        self,
        stream: BinaryIO,
        place: str,
        keep: Keep | None = None,
        gather: Callable[[str], bool] = lambda name: False,
        *,
        deep: bool = False,
    ) -> None:
        self._place, self._keep, self._gather, self._deep = place, keep, gather, deep
        self._entries = entries(stream, place)
        self._package: Package | None = None
        self._gathered: dict[str, bytes] = {}
        self._listed: dict[str, Entry] | None = None
        self._seen: dict[str, Entry] = {}
        self._records: list[tuple[Record, References]] = []
        self._wrong: dict[str, str] = {}
        self._content: dict[str, bytes] = {}
        self._stopped = False

    def head(self) -> Package:
        """Reads as far as the signature, which must be right, and in format 1, which has none, to the end.

        What came before is compared with the manifest already.
        """
        for name in self._pass_all():
            if name == SIGNATURE and NAME in self._content:
                self._package = self._signed(self._manifest())
                break
        if self._package is None:
            manifest = self._manifest()
            if manifest.format > UNSIGNED:
                raise self._failure("exchange.signature_wrong")
            self._package = Package(manifest, self._digest())
        self._package = replace(self._package, gathered=self._gathered)
        self._listed = {entry.name: entry for entry in self._package.manifest.entries}
        self._compare_seen()
        return self._package

    @property
    def passed(self) -> int:
        """How many entries were read; any thread may ask."""
        return len(self._seen)

    def read_on(self, left: int, tell: Callable[[], None]) -> None:
        """After `head`: reads until at most `left` bytes of content have not been read; calls `tell` after
        each entry."""
        unseen = sum(each.size for name, each in (self._listed or {}).items() if name not in self._seen)
        if unseen > left:
            for name in self._pass_all():
                unseen -= self._seen[name].size
                tell()
                if unseen <= left:
                    return

    def stop(self) -> None:
        """Has `rest`, which another thread is at, come to its end with StoppedError."""
        self._stopped = True

    def rest(self) -> Package:
        """Reads to the end and compares everything. Raises as `verify` does."""
        package = self._package or self.head()
        for _ in self._pass_all():
            pass
        self._compare(package.manifest)
        return replace(package, wrong=self._wrong)

    def _pass_all(self) -> Iterator[str]:
        """Reads what follows entry by entry; gives each one's name when it was read."""
        for name, content in self._entries:
            if name in self._seen or name in self._content:
                raise self._failure("exchange.entry_unsafe", entry=name[:100])
            if name in (NAME, SIGNATURE):
                limit = MANIFEST_LIMIT if name == NAME else 1024
                self._content[name] = self._whole(content, limit, "exchange.manifest_wrong", field="size")
            else:
                self._pass(name, content)
            yield name

    def _failure(self, code: str, **values: object) -> GsmonError:
        return GsmonError(code, self._place, **values)

    def _digest(self) -> str:
        return hashlib.sha256(self._content[NAME]).hexdigest()

    def _manifest(self) -> Manifest:
        content = self._content.get(NAME)
        if content is None:
            raise self._failure("exchange.manifest_missing")
        try:
            return parse(content)
        except NewerFormatError as error:
            raise self._failure("exchange.newer_format", format=error.args[0]) from error
        except ManifestError as error:
            raise self._failure("exchange.manifest_wrong", field=str(error)) from error

    def _signed(self, manifest: Manifest) -> Package:
        keys = PublicKeys(manifest.device, manifest.sign, manifest.recipient)
        try:
            signature = bytes.fromhex(self._content[SIGNATURE].decode("ascii").strip())
        except ValueError:
            signature = b""
        if not keys.signed(SIGNED + self._content[NAME], signature):
            raise self._failure("exchange.signature_wrong")
        return Package(manifest, self._digest())

    def _no_longer(self, content: Iterator[bytes], entry: Entry) -> Iterator[bytes]:
        size = 0
        for piece in content:
            size += len(piece)
            if size > entry.size:
                raise self._failure("exchange.entry_wrong", entry=entry.name)
            if self._stopped:
                raise StoppedError
            yield piece

    def _pass(self, name: str, content: Iterator[bytes]) -> None:
        """Reads one entry, hashing it; what follows the manifest must be listed there."""
        passing = Passing(content)
        if self._listed is not None:
            entry = self._listed.get(name)
            if entry is None:
                raise self._failure("exchange.entry_unlisted", entry=name[:100])
            passing = Passing(self._no_longer(content, entry))
        if name == INTERVIEWS and self._deep:
            for text in lines(passing, self._place, name):
                self._records.append(described(loaded(text)))
        elif name.startswith(MEDIA) and self._keep is not None and _is_hash(name[len(MEDIA) :]):
            self._keep(name[len(MEDIA) :], iter(passing))
        elif name.startswith(FORMS) and self._gather(name):
            self._gathered[name] = self._whole(
                iter(passing), FORM_LIMIT, "exchange.entry_unsafe", entry=name[:100]
            )
        for _ in passing:
            pass
        self._seen[name] = Entry(name, passing.size, passing.sha256())

    def _whole(self, content: Iterator[bytes], limit: int, code: str, **values: object) -> bytes:
        pieces, size = [], 0
        for piece in content:
            size += len(piece)
            if size > limit:
                raise self._failure(code, **values)
            pieces.append(piece)
        return b"".join(pieces)

    def _compare_seen(self) -> None:
        listed = self._listed or {}
        for name, seen in self._seen.items():
            if name not in listed:
                raise self._failure("exchange.entry_unlisted", entry=name[:100])
            if seen != listed[name]:
                raise self._failure("exchange.entry_wrong", entry=name)

    def _compare(self, manifest: Manifest) -> None:
        """The zip held exactly the manifest's entries, each as it says; the records are those it names."""
        self._compare_seen()
        listed = {entry.name: entry for entry in manifest.entries}
        if missing := sorted(set(listed) - set(self._seen)):
            raise self._failure("exchange.entry_missing", entry=missing[0])
        if not self._deep:
            return
        found = [record for record, _ in self._records]
        for told, record in zip(manifest.interviews, found, strict=False):
            if told != record:
                raise self._failure("exchange.record_wrong", record=f"{INTERVIEWS}: {told.id}")
        if len(found) != len(manifest.interviews):
            raise self._failure("exchange.record_wrong", record=f"{INTERVIEWS}: {len(found)}")
        for record, refers in self._records:
            if wrong := refers.lacking(record, listed):
                self._wrong[record.id] = wrong


class Passing:
    """Pieces that are counted and hashed on their way."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._digest = pieces, hashlib.sha256()
        self.size = 0

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            self.size += len(piece)
            self._digest.update(piece)
            yield piece

    def sha256(self) -> str:
        """Of all that passed, in hex."""
        return self._digest.hexdigest()


def lines(pieces: Passing | Iterator[bytes], place: str, name: str) -> Iterator[bytes]:
    """The lines of an entry. Raises exchange.entry_wrong for one too long or not ended."""
    rest = b""
    for piece in pieces:
        *whole, rest = (rest + piece).split(b"\n")
        yield from whole
        if len(rest) > LINE_LIMIT:
            raise GsmonError("exchange.entry_wrong", place, entry=name)
    if rest:
        raise GsmonError("exchange.entry_wrong", place, entry=name)


def loaded(text: bytes) -> dict[str, Any]:
    """A line as an object; an empty one where it is none, which agrees with no record."""
    try:
        document = orjson.loads(text)
    except ValueError:
        document = _loaded_as_before(text)
    return document if isinstance(document, dict) else {}


def _loaded_as_before(text: bytes) -> Any:
    """By Python's own reader, which takes more: half a pair of surrogates, say, for which a record is set
    aside while the rest of its package goes in."""
    try:
        return _storable(json.loads(text))
    except (ValueError, RecursionError):
        return None


_NO_TEXT = True
"""In the place of what no database can keep: nothing in a record may be it."""


def _storable(value: Any) -> Any:
    """The same with `_NO_TEXT` for texts that are none, and for objects with such a key."""
    if isinstance(value, list):
        return [_storable(each) for each in value]
    if isinstance(value, dict):
        return {key: _storable(each) for key, each in value.items()} if _is_text("".join(value)) else _NO_TEXT
    return _NO_TEXT if isinstance(value, str) and not _is_text(value) else value


def _is_text(text: str) -> bool:
    """Half a pair of surrogates, which JSON allows, is none."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


@dataclass(frozen=True)
class References:
    """What a record needs of its package: hash of its instance, its form, its media."""

    instance: str
    form: object
    media: tuple[object, ...] | None

    def lacking(self, record: Record, listed: dict[str, Entry]) -> str:
        """What is not there or does not agree; "" when all is well."""
        if record.status == "finished" and self.instance != record.hash:
            return "instance"
        if f"{FORMS}{self.form}.json" not in listed and f"{FORMS}{self.form}/form.xml" not in listed:
            return "form"
        if self.media is None or any(f"{MEDIA}{sha256}" not in listed for sha256 in self.media):
            return "media"
        return ""


def described(line: Mapping[str, Any]) -> tuple[Record, References]:
    """What a line of `interviews.jsonl` says it is, and what it refers to."""
    record = Record(*(line.get(name) for name in ("id", "revision", "hash", "status")))  # type: ignore[arg-type]
    form, files, instance = line.get("form"), line.get("media"), line.get("instance")
    media = None
    if isinstance(files, list) and all(isinstance(file, dict) for file in files):
        media = tuple(file.get("sha256") for file in cast("list[dict[str, Any]]", files))
    return record, References(
        hashlib.sha256(instance.encode()).hexdigest() if isinstance(instance, str) else "",
        form.get("hash") if isinstance(form, dict) else None,
        media,
    )


def _is_hash(text: str) -> bool:
    return len(text) == 64 and not set(text) - set("0123456789abcdef")
