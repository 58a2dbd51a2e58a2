"""Kinds of files, told by their first bytes and not by their ending.

Signatures: https://www.iana.org/assignments/media-types, ISO/IEC 14496-12 (`ftyp`, `moov`, `hdlr`), RFC 9559
(Matroska), RFC 3533 (Ogg).
"""

from __future__ import annotations

import mimetypes
import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

from gsmon_desktop.errors import GsmonError

_HEAD = 64 * 1024
_MOST_INDEX = 32 * 1024 * 1024
"""An index of a recording that is larger than this is not read; then the recording counts as a video."""


@dataclass(frozen=True, slots=True)
class Kind:
    """`name` in capitals as people know it, `type` a media type, `suffix` its usual ending,
    `families` what it may be: "image", "audio", "video"; none for other files."""

    name: str
    type: str
    suffix: str
    families: frozenset[str] = frozenset()


def _kind(name: str, type_: str, suffix: str, *more: str) -> Kind:
    family = type_.partition("/")[0]
    own = (family,) if family in ("image", "audio", "video") else ()
    return Kind(name, type_, suffix, frozenset((*own, *more)))


OTHER = Kind("", "application/octet-stream", "")
_JPEG = _kind("JPEG", "image/jpeg", ".jpg")
_PNG = _kind("PNG", "image/png", ".png")
_GIF = _kind("GIF", "image/gif", ".gif")
_BMP = _kind("BMP", "image/bmp", ".bmp")
_TIFF = _kind("TIFF", "image/tiff", ".tif")
_WEBP = _kind("WebP", "image/webp", ".webp")
_HEIC = _kind("HEIC", "image/heic", ".heic")
_AVIF = _kind("AVIF", "image/avif", ".avif")
_MP3 = _kind("MP3", "audio/mpeg", ".mp3")
_AAC = _kind("AAC", "audio/aac", ".aac")
_M4A = _kind("M4A", "audio/mp4", ".m4a")
_AMR = _kind("AMR", "audio/amr", ".amr")
_FLAC = _kind("FLAC", "audio/flac", ".flac")
_WAV = _kind("WAV", "audio/wav", ".wav")
_AIFF = _kind("AIFF", "audio/aiff", ".aiff")
_OGG = _kind("Ogg", "audio/ogg", ".ogg")
_OGV = _kind("Ogg", "video/ogg", ".ogv")
_MP4 = _kind("MP4", "video/mp4", ".mp4")
_MOV = _kind("QuickTime", "video/quicktime", ".mov")
_3GP = _kind("3GP", "video/3gpp", ".3gp")
_AVI = _kind("AVI", "video/x-msvideo", ".avi")
_MKV = _kind("Matroska", "video/x-matroska", ".mkv", "audio")
_WEBM = _kind("WebM", "video/webm", ".webm", "audio")
_WMV = _kind("Windows Media", "video/x-ms-wmv", ".wmv", "audio")
_MPEG = _kind("MPEG", "video/mpeg", ".mpg")
_PDF = _kind("PDF", "application/pdf", ".pdf")

_STARTS = (
    (b"\xff\xd8\xff", _JPEG),
    (b"\x89PNG\r\n\x1a\n", _PNG),
    (b"GIF87a", _GIF),
    (b"GIF89a", _GIF),
    (b"II*\0", _TIFF),
    (b"MM\0*", _TIFF),
    (b"ID3", _MP3),
    (b"#!AMR", _AMR),
    (b"fLaC", _FLAC),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", _WMV),
    (b"\0\0\1\xba", _MPEG),
    (b"\0\0\1\xb3", _MPEG),
    (b"%PDF-", _PDF),
)
_BRANDS = {
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"), _HEIC),
    **dict.fromkeys((b"avif", b"avis"), _AVIF),
    **dict.fromkeys((b"M4A ", b"M4B "), _M4A),
    b"qt  ": _MOV,
}
_MP3_FRAME = re.compile(rb"\xff[\xe2-\xe7\xf2-\xf7\xfa-\xff]")
_HANDLERS = re.compile(rb"hdlr.{8}(vide|soun)", re.DOTALL)

_ENDINGS: dict[str, frozenset[str]] = {
    **dict.fromkeys((".jpg", ".jpeg", ".jpe", ".jfif"), frozenset({"JPEG"})),
    **dict.fromkeys((".heic", ".heif", ".hif"), frozenset({"HEIC"})),
    **dict.fromkeys((".tif", ".tiff"), frozenset({"TIFF"})),
    ".png": frozenset({"PNG"}),
    ".gif": frozenset({"GIF"}),
    ".bmp": frozenset({"BMP"}),
    ".webp": frozenset({"WebP"}),
    ".avif": frozenset({"AVIF"}),
    ".pdf": frozenset({"PDF"}),
}
_FAMILY_ENDINGS = {
    "audio": (".mp3", ".m4a", ".ogg", ".oga", ".opus", ".wav", ".flac", ".amr", ".aac", ".aiff", ".wma"),
    "video": (".mp4", ".m4v", ".mov", ".avi", ".mkv", ".webm", ".3gp", ".wmv", ".mpg", ".mpeg", ".ogv"),
}
_RECORDINGS = {suffix: family for family, suffixes in _FAMILY_ENDINGS.items() for suffix in suffixes}


def sniff(head: bytes) -> Kind:
    """The kind told by a file's first bytes (64 KiB are enough); `OTHER` for what we do not know."""
    for start, kind in _STARTS:
        if head.startswith(start):
            return kind
    if head[:4] == b"RIFF":
        return {b"WEBP": _WEBP, b"WAVE": _WAV, b"AVI ": _AVI}.get(head[8:12], OTHER)
    if head[:4] == b"FORM" and head[8:12] in (b"AIFF", b"AIFC"):
        return _AIFF
    if head[4:8] == b"ftyp":
        return _iso(head)
    if head[4:8] in (b"moov", b"mdat", b"wide", b"free", b"skip"):
        return _MOV
    if head[:4] == b"\x1a\x45\xdf\xa3":
        return _WEBM if b"webm" in head[:64] else _MKV
    if head[:4] == b"OggS":
        return _OGV if b"\x80theora" in head[:512] else _OGG
    if head[:2] == b"BM" and len(head) >= 26 and head[6:10] == b"\0\0\0\0":
        return _BMP
    if head[:2] in (b"\xff\xf1", b"\xff\xf9"):
        return _AAC
    return _MP3 if _MP3_FRAME.match(head.lstrip(b"\0")) else OTHER


def _iso(head: bytes) -> Kind:
    """MP4 and its relatives: the major brand, else the first known among those it is compatible with."""
    size = int.from_bytes(head[:4], "big")
    brands = [head[8:12], *(head[at : at + 4] for at in range(16, min(size, len(head)), 4))]
    for brand in brands:
        if brand in _BRANDS:
            return _BRANDS[brand]
        if brand[:3] in (b"3gp", b"3g2"):
            return _3GP
    return _HEIC if {b"mif1", b"msf1"} & set(brands) else _MP4


def kind_of(stream: BinaryIO, name: str) -> Kind:
    """The kind of an open file called `name`, read from the start; of an MP4 also whether it has pictures.

    Raises GsmonError: media.empty, media.broken (a recording without its index: it was never ended),
    media.ending (the content is not what the name's ending says).
    """
    stream.seek(0)
    head = stream.read(_HEAD)
    if not head:
        raise GsmonError("media.empty", name)
    kind = sniff(head)
    if kind in (_MP4, _MOV, _3GP):
        kind = _with_tracks(stream, kind, name)
    _check_ending(kind, name, head)
    if kind is not OTHER:
        return kind
    suffix = claimed(name)
    return Kind("", mimetypes.guess_type(f"a{suffix}")[0] or OTHER.type, suffix)


def claimed(name: str) -> str:
    """A name's ending in small letters when it is a plain one, else ""."""
    suffix = PurePath(name).suffix.lower()
    return suffix if re.fullmatch(r"\.[a-z0-9]{1,8}", suffix) else ""


def _check_ending(kind: Kind, name: str, head: bytes) -> None:
    """A known ending must tell the truth; which of several recordings' containers it is does not matter."""
    suffix = claimed(name)
    names, family = _ENDINGS.get(suffix), _RECORDINGS.get(suffix)
    said = kind.name or _hint(head)
    if names is not None and kind.name not in names:
        raise GsmonError("media.ending", name, ending=suffix, really=said)
    if family is not None and not kind.families & {"audio", "video"}:
        raise GsmonError("media.ending", name, ending=suffix, really=said)


def _hint(head: bytes) -> str:
    """What people may know a file by that is neither photo nor recording."""
    if head.startswith(b"PK\3\4"):
        return "ZIP"
    return "?" if b"\0" in head else "TXT"


def _with_tracks(stream: BinaryIO, kind: Kind, name: str) -> Kind:
    """Reads the index (`moov`), which may stand at the end: a recording with sound alone is audio."""
    stream.seek(0, 2)
    end, at = stream.tell(), 0
    while at + 8 <= end:
        stream.seek(at)
        header = stream.read(16)
        size = int.from_bytes(header[:4], "big")
        if size == 1:
            size = int.from_bytes(header[8:16], "big")
        size = size or end - at
        if size < 8 or at + size > end:
            break
        if header[4:8] == b"moov":
            if size > _MOST_INDEX:
                return kind
            stream.seek(at)
            tracks = set(_HANDLERS.findall(stream.read(size)))
            return _M4A if tracks == {b"soun"} else kind
        if header[4:8] == b"moof":  # a fragmented recording: its index stood before, or there is none
            return kind
        at += size
    raise GsmonError("media.broken", name, reason="moov")
