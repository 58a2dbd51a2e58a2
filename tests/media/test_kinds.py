"""What a file is, is told by its content."""

from __future__ import annotations

import io
import wave

import pytest

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.media import Kind, kind_of
from tests.media.tools import encoded, picture


def box(name: bytes, content: bytes = b"") -> bytes:
    return (8 + len(content)).to_bytes(4, "big") + name + content


def track(handler: bytes) -> bytes:
    return box(b"trak", box(b"mdia", box(b"hdlr", bytes(8) + handler + bytes(12))))


def recording(brand: bytes, *handlers: bytes, index_first: bool = False, size: int = 5000) -> bytes:
    """An MP4 without a frame in it: kind, data, index."""
    index = box(b"moov", b"".join(map(track, handlers)))
    data = box(b"mdat", bytes(size))
    return box(b"ftyp", brand + bytes(4) + b"isom") + (index + data if index_first else data + index)


def sound() -> bytes:
    stream = io.BytesIO()
    with wave.open(stream, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(800))
    return stream.getvalue()


def told(content: bytes, name: str) -> Kind:
    return kind_of(io.BytesIO(content), name)


@pytest.mark.parametrize(
    ("content", "name", "type_", "families"),
    [
        (encoded(picture()), "фото.JPG", "image/jpeg", "image"),
        (encoded(picture(), "PNG"), "a.png", "image/png", "image"),
        (encoded(picture(), "WEBP"), "a.webp", "image/webp", "image"),
        (encoded(picture(), "BMP"), "a", "image/bmp", "image"),
        (box(b"ftyp", b"mif1" + bytes(4) + b"mif1heic"), "a.heic", "image/heic", "image"),
        (box(b"ftyp", b"mif1" + bytes(4) + b"avifmif1"), "a.avif", "image/avif", "image"),
        (sound(), "a.wav", "audio/wav", "audio"),
        (b"ID3\4" + bytes(20), "a.mp3", "audio/mpeg", "audio"),
        (bytes(100) + b"\xff\xfb\x90\x64" + bytes(300), "a.mp3", "audio/mpeg", "audio"),
        (b"\xff\xf1\x50\x80" + bytes(20), "a.aac", "audio/aac", "audio"),
        (b"OggS" + bytes(24) + b"OpusHead", "a.opus", "audio/ogg", "audio"),
        (b"OggS" + bytes(24) + b"\x80theora", "a.ogv", "video/ogg", "video"),
        (b"fLaC" + bytes(20), "a.flac", "audio/flac", "audio"),
        (b"#!AMR\n" + bytes(20), "a.amr", "audio/amr", "audio"),
        (recording(b"isom", b"soun", b"vide"), "a.mp4", "video/mp4", "video"),
        (recording(b"qt  ", b"vide", index_first=True), "a.mov", "video/quicktime", "video"),
        (recording(b"3gp4", b"vide"), "a.3gp", "video/3gpp", "video"),
        (recording(b"mp42", b"soun"), "Диктофон.m4a", "audio/mp4", "audio"),
        (recording(b"3gp4", b"soun"), "запись.3gp", "audio/mp4", "audio"),
        (b"\x1a\x45\xdf\xa3" + bytes(20) + b"webm", "a.webm", "video/webm", "audio video"),
        (b"\x1a\x45\xdf\xa3" + bytes(20) + b"matroska", "a.mkv", "video/x-matroska", "audio video"),
        (b"RIFF\0\0\0\0AVI LIST", "a.avi", "video/x-msvideo", "video"),
        (b"%PDF-1.7", "a.pdf", "application/pdf", ""),
        (b"PK\3\4", "a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ""),
        (b"abc", "заметки.txt", "text/plain", ""),
        (b"abc", "без окончания", "application/octet-stream", ""),
    ],
)
def test_kinds(content: bytes, name: str, type_: str, families: str) -> None:
    kind = told(content, name)
    assert kind.type == type_
    assert kind.families == set(families.split())


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"just words", "фото.jpg"),
        (encoded(picture(), "PNG"), "фото.jpeg"),
        (encoded(picture()), "скан.pdf"),
        (b"just words", "запись.mp3"),
        (encoded(picture()), "видео.mp4"),
    ],
)
def test_an_ending_that_lies_is_refused(content: bytes, name: str) -> None:
    with pytest.raises(GsmonError) as caught:
        told(content, name)
    assert (caught.value.code, caught.value.place) == ("media.ending", name)


def test_which_container_a_recording_is_in_does_not_matter() -> None:
    assert told(recording(b"isom", b"vide"), "a.mov").type == "video/mp4"


@pytest.mark.parametrize("cut", [3000, 5060])
def test_a_recording_that_was_never_ended_is_refused(cut: int) -> None:
    with pytest.raises(GsmonError) as caught:
        told(recording(b"isom", b"vide")[:cut], "a.mp4")
    assert caught.value.code == "media.broken"


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(GsmonError) as caught:
        told(b"", "a.mp4")
    assert caught.value.code == "media.empty"
