"""Recordings of conversations: whether one may be made, and pieces joined to the file an answer names.

A recording of sound that goes on is one file: what was there before, then what is new. A new video takes the
old one's place. Pieces a crash left are joined when the draft is next opened, and so is a transcript.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import BinaryIO, cast

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms import Session
from gsmon_desktop.interviewing import transcripts
from gsmon_desktop.interviewing.attaching import Prepared
from gsmon_desktop.interviewing.interview import Interview
from gsmon_desktop.media import matroska, wav
from gsmon_desktop.store import Workspace, interviews, media, recordings
from gsmon_desktop.store.recordings import Mark, Pending
from gsmon_desktop.store.vault import Vault

_CONSENTS = ("consent_recording", "consent")
"""Roles of the question that must say yes, the first of them that the form has."""
_PIECE = 1 << 20


def may_record(session: Session) -> bool:
    """Whether the form's question for consent says yes; a form without one, a secret visit, needs none."""
    for role in _CONSENTS:
        if any(element.shown for element in session.form.by_role.get(role, ())):
            return session.by_role(role) == "yes"
    return True


def goes_on(vault: Vault, before: media.Attached | None) -> bool:
    """Whether a recording may be added to this file: there is none, or it is one of ours."""
    if before is None:
        return True
    with media.open_content(vault, before.sha256) as stream:
        return wav.is_ours(_exactly(stream, wav.HEADER), before.size)


def joined(vault: Vault, file: Pending, before: media.Attached | None) -> Prepared:
    """Keeps a recording's pieces as one WAV, after the sound of `before`, where `goes_on` says so.

    Raises GsmonError media.no_sound where nothing was recorded, file.full …; the pieces stay in any case.
    """
    older = before if before is not None and goes_on(vault, before) else None
    new = sum(len(piece) for piece in recordings.samples(vault, file.file)) // wav.BYTES * wav.BYTES
    if not new:
        raise GsmonError("media.no_sound", file.path)
    size = new + (older.size - wav.HEADER if older is not None else 0)
    name = f"{file.file.stem}.wav"

    def pieces() -> Iterator[bytes]:
        yield wav.header(size)
        if older is not None:
            yield from _sound_of(vault, older)
        yield from _cut(recordings.samples(vault, file.file), new)

    kept = media.keep_stream(vault, cast(BinaryIO, _Again(pieces)), name)
    return Prepared(replace(kept, type="audio/wav", suffix=".wav"))


def filmed(vault: Vault, file: Pending) -> Prepared:
    """Keeps a recorded video as one file that can be sought in.

    Raises GsmonError media.no_picture where nothing was recorded, file.full …; the pieces stay in any case.
    """
    layout = matroska.scan(recordings.samples(vault, file.file))
    if layout is None:
        raise GsmonError("media.no_picture", file.path)
    whole = layout

    def pieces() -> Iterator[bytes]:
        yield matroska.head(whole)
        yield from matroska.clusters(recordings.samples(vault, file.file))
        yield matroska.tail(whole)

    kept = media.keep_stream(vault, cast(BinaryIO, _Again(pieces)), f"{file.file.stem}.mkv")
    return Prepared(replace(kept, type="video/x-matroska", suffix=".mkv"))


def take_in(ws: Workspace, interview: Interview) -> dict[str, str]:
    """Joins recordings that ended, or that a crash left, and answers their questions; returns the comments on
    these, by path. One that cannot be an answer now, because its question is not asked, waits."""
    taken: dict[str, str] = {}
    for one in recordings.pending(ws.vault, interview.id):
        with suppress(GsmonError):
            if one.kind == recordings.TEXT:
                pieces = list(recordings.samples(ws.vault, one.file))
                if not pieces:
                    continue  # damaged: what it cannot tell must not wipe what is saved
                taken |= transcripts.put(ws, interview, one.path, b"".join(pieces).decode(), one.place)
            elif not may_record(interview.session) or not interview.session.relevant(one.path):
                continue
            elif not _is_taken(ws, interview, one):
                taken |= _attach(ws, interview, one)
            recordings.remove(one.file)
    return taken


def _attach(ws: Workspace, interview: Interview, one: Pending) -> dict[str, str]:
    marks = recordings.marks(ws.vault, one.file)
    before = next(iter(interview.files_at(one.path)), None)
    if one.kind == recordings.VIDEO:
        whole, before = filmed(ws.vault, one), None
    else:
        whole = joined(ws.vault, one, before)
    comment = note_marks(ws, interview, one.path, marks, length_of(before))
    interview.attach_prepared(one.path, whole)  # last, so that it is what is undone first
    return {one.path: comment}


def _is_taken(ws: Workspace, interview: Interview, one: Pending) -> bool:
    """A crash came between the answer and the removal of the pieces."""
    names = [interview.number, f"{one.file.stem}.wav", f"{one.file.stem}.mkv"]
    return bool(ws.value("SELECT count(*) FROM media WHERE interview = ? AND original IN (?, ?)", names))


def length_of(file: media.Attached | None) -> int:
    """Milliseconds of a recording of ours; 0 for none."""
    return 0 if file is None else max(0, file.size - wav.HEADER) * 1000 // wav.SECOND


def note_marks(ws: Workspace, interview: Interview, path: str, marks: Iterable[Mark], shift: int) -> str:
    """Adds marks to the comment on their question, a line each, `shift` milliseconds later; the comment."""
    text = interviews.comments(ws, interview.number).get(path, "")
    told = recordings.told([Mark(mark.at + shift, mark.word) for mark in marks])
    if told:
        text = f"{text}\n{told}".strip()
        interview.comment(path, text)
    return text


def _sound_of(vault: Vault, file: media.Attached) -> Iterator[bytes]:
    with media.open_content(vault, file.sha256) as stream:
        _exactly(stream, wav.HEADER)
        while piece := stream.read(_PIECE):
            yield piece


def _cut(pieces: Iterable[bytes], size: int) -> Iterator[bytes]:
    for piece in pieces:
        yield piece[:size]
        size -= len(piece[:size])


def _exactly(stream: BinaryIO, size: int) -> bytes:
    found = b""
    while len(found) < size and (piece := stream.read(size - len(found))):
        found += piece
    return found


class _Again:
    """Pieces made anew each time they are read from the start."""

    def __init__(self, make: Callable[[], Iterator[bytes]]) -> None:
        self._make = make
        self._pieces, self._rest = make(), b""

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes, b"" at the end."""
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self._rest = piece
        taken, self._rest = self._rest[:size], self._rest[size:]
        return taken

    def seek(self, offset: int, whence: int = 0) -> int:
        """Back to the start; nothing else is asked for."""
        if (offset, whence) != (0, 0):
            raise ValueError(offset)
        self._pieces, self._rest = self._make(), b""
        return 0
