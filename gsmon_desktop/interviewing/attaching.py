"""A file on its way to an answer: looked at, made fit, kept in the workspace. Costly, so for a thread of its
own: nothing here touches the database.

Photos become upright JPEGs of at most `max-pixels` points (XLSForm's parameter), else the workspace's setting
`media_limit`, else `LONGEST`; they lose what their tags tell, which is noted beside them.
`bind::gsmon:original` keeps the file as it came, too. Everything else is kept as it is.
"""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import BinaryIO, cast

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms import Element
from gsmon_desktop.media import LONGEST, MOST_BYTES, Edit, Hide, Kind, edited, kind_of, sniff
from gsmon_desktop.media import prepare as prepare_photo
from gsmon_desktop.store import media
from gsmon_desktop.store.vault import Vault

MEDIA_TYPES = frozenset({"image", "audio", "video", "file"})
LIMIT = 100 * 1024 * 1024
"""Bytes from which on a file is taken only when somebody says so; the setting `large_file` has another."""
MOST_SIDE = 1 << 16
"""Pixels no kept photo reaches: an edited one is not made smaller again."""
WORTH_SHRINKING = 2 * 1024 * 1024
"""Bytes from which on a photo kept as a mere file is worth the question."""
RESERVE = 512 * 1024
"""Bytes left free for the database when a file is kept."""

LARGE, SHRINK = "large", "shrink"
Progress = Callable[[int, int], None]
"""Called with bytes done and bytes to do; may raise to cancel."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """Content that is no file and shall not become one before it is kept: from the clipboard."""

    name: str
    content: bytes


Source = Path | Pasted


@dataclass(frozen=True, slots=True)
class Look:
    """What a file is: its kind and bytes; `question`: what is to be asked before it is taken ("large": it is
    above the limit; "shrink": it is a large photo; "" nothing)."""

    kind: Kind
    size: int
    question: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file kept in the workspace that no answer names yet, and the file it was made from where that is
    kept too. `hides`: it makes unseen what the file it was made from shows."""

    kept: media.Kept
    original: media.Kept | None = None
    hides: bool = False


def look(element: Element, file: Source, *, limit: int = LIMIT) -> Look:
    """Looks at a file for a question without taking it.

    Raises GsmonError: media.not_asked, media.no_file, media.unreadable, media.empty, media.ending,
    media.broken (of recordings), media.not_image, media.not_audio, media.not_video, media.too_big.
    """
    if element.type not in MEDIA_TYPES:
        raise GsmonError("media.not_asked", element.path)
    try:
        with _opened(file) as stream:
            kind = kind_of(stream, file.name)
            size = stream.seek(0, io.SEEK_END)
    except FileNotFoundError as error:
        raise GsmonError("media.no_file", _place(file)) from error
    except OSError as error:
        raise GsmonError("media.unreadable", _place(file), reason=error) from error
    _check_kind(element, kind, file)
    if element.type == "image" and size > MOST_BYTES:
        raise GsmonError("media.too_big", file.name, most=MOST_BYTES // 1024**2)
    question = ""
    if size > limit and (element.type != "image" or element.marked("original")):
        question = LARGE
    elif element.type == "file" and "image" in kind.families and WORTH_SHRINKING < size <= MOST_BYTES:
        question = SHRINK
    return Look(kind, size, question)


def _opened(file: Source) -> BinaryIO:
    return io.BytesIO(file.content) if isinstance(file, Pasted) else file.open("rb")


def _check_kind(element: Element, kind: Kind, file: Source) -> None:
    really = kind.name or kind.type
    if element.type == "image" and "image" not in kind.families:
        raise GsmonError("media.not_image", file.name, really=really)
    if element.type == "audio" and "audio" not in kind.families:
        raise GsmonError("media.not_audio", file.name, really=really)
    if element.type == "video" and "video" not in kind.families:
        raise GsmonError("media.not_video", file.name, really=really)


def prepare(
    vault: Vault,
    element: Element,
    file: Source,
    *,
    limit: int = LIMIT,
    longest: int = LONGEST,
    large: bool = False,
    shrink: bool = False,
    progress: Progress | None = None,
) -> Prepared:
    """Keeps a file for a question. `longest`: pixels of a photo's longer side where the form does not say;
    `large`: even above the limit; `shrink`: as a photo where it is one.

    Raises as `look`, and GsmonError media.large, media.bomb, media.broken, file.full …; then nothing is left.
    """
    found = look(element, file, limit=limit)
    if found.question == LARGE and not large:
        sizes = {"size": -(-found.size // 1024**2), "limit": limit // 1024**2}
        raise GsmonError("media.large", file.name, **sizes)
    photo = element.type == "image" or (shrink and "image" in found.kind.families)
    whole = not photo or element.marked("original")
    _check_room(vault, found.size if whole else min(found.size, WORTH_SHRINKING))
    try:
        if photo:
            return _photo(vault, element, file, found.kind, longest)
        with _opened(file) as stream:
            counted = (
                stream if progress is None else cast(BinaryIO, _Counted(stream, 2 * found.size, progress))
            )
            kept = media.keep_stream(vault, counted, file.name)
    except OSError as error:
        raise GsmonError("media.unreadable", _place(file), reason=error) from error
    return Prepared(replace(kept, type=found.kind.type, suffix=found.kind.suffix))


def edit(vault: Vault, element: Element, files: Sequence[media.Attached], edits: Sequence[Edit]) -> Prepared:
    """Keeps an attached photo turned, cropped or with parts hidden, as a file of its own. `files`: the photo,
    then the file it was made from, where that is kept. What the camera told of it stays with it.

    The camera's own file goes along, unless something is hidden. Raises as `prepare`, and media.missing.
    """
    photo, *originals = files
    with media.open_content(vault, photo.sha256) as stream:
        content = edited(stream.read(), edits, photo.original)
    _check_room(vault, len(content))
    made = _photo(vault, element, Pasted(photo.original, content), sniff(content), MOST_SIDE)
    told = ("taken", "latitude", "longitude", "accuracy")
    kept = replace(made.kept, source=photo.sha256, **{name: getattr(photo, name) for name in told})
    hides = any(isinstance(one, Hide) for one in edits)
    beside = None if hides or not originals else _same(originals[0])
    return Prepared(kept, beside, hides)


def _same(file: media.Attached) -> media.Kept:
    return media.Kept(file.sha256, file.size, file.type, PurePath(file.name).suffix, file.original)


def _photo(vault: Vault, element: Element, file: Source, kind: Kind, longest: int) -> Prepared:
    with _opened(file) as stream:
        data = stream.read()
    photo = prepare_photo(data, file.name, longest=_longest(element, longest))
    kept = replace(
        media.keep_stream(vault, io.BytesIO(photo.content), file.name),
        type=photo.type,
        suffix=photo.suffix,
        taken=photo.told.taken,
        latitude=photo.told.latitude,
        longitude=photo.told.longitude,
        accuracy=photo.told.accuracy,
        width=photo.width,
        height=photo.height,
        source=photo.source,
    )
    if not (element.marked("original") and photo.changed):
        return Prepared(kept)
    original = media.keep_stream(vault, io.BytesIO(data), file.name)
    return Prepared(kept, replace(original, type=kind.type, suffix=kind.suffix))


def _place(file: Source) -> str:
    return file.name if isinstance(file, Pasted) else str(file)


def _longest(element: Element, else_: int) -> int:
    """XLSForm's `max-pixels`: the longer side, as ODK Collect reads it."""
    with suppress(ValueError):
        asked = int(element.parameters.get("max-pixels", ""))
        if asked > 0:
            return asked
    return else_


def _check_room(vault: Vault, size: int) -> None:
    try:
        free = shutil.disk_usage(vault.folder).free
    except OSError:
        return  # a place that cannot tell: writing will
    if free < size + RESERVE:
        raise GsmonError("file.full", str(vault.folder))


class _Counted:
    """A stream that tells how much was read of it; it is read twice, once for its hash."""

    def __init__(self, stream: BinaryIO, total: int, tell: Progress) -> None:
        self._stream, self._total, self._tell = stream, total, tell
        self._done = 0

    def read(self, size: int = -1) -> bytes:
        piece = self._stream.read(size)
        self._done += len(piece)
        self._tell(min(self._done, self._total), self._total)
        return piece

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._stream.seek(offset, whence)
