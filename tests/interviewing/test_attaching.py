"""Files of every kind on their way to an answer: made fit, told of, refused with a reason, or asked about."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.interviewing import Interview, attaching, start
from gsmon_desktop.store import Workspace, media
from tests.interviewing.tools import put_survey
from tests.media.test_kinds import recording, sound
from tests.media.tools import bare_photo, encoded, picture, tags
from tests.store.tools import disk, noon

SURVEY = """
| survey |
| | type | name | label | parameters | bind::gsmon:original |
| | image | photo | Фото | | |
| | image | small | Фото | max-pixels=50 | |
| | image | proof | Фото | | yes |
| | audio | talk | Запись | | |
| | video | film | Видео | | |
| | file | paper | Файл | | |
| | text | words | Слова | | |
| settings |
| | form_title | form_id | namespaces |
| | Всё | media | gsmon="urn:gsmon:forms" |
"""


@pytest.fixture(params=["plain", "encrypted"])
def visit(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Workspace, Interview]]:
    """An interview of a form that asks for every kind of file."""
    passphrase = "тұлпар мінген шабандоз" if request.param == "encrypted" else None
    with Workspace.create(tmp_path / "w", now=noon, passphrase=passphrase) as ws:
        put_survey(ws, tmp_path, SURVEY)
        yield ws, start(ws, "media", now=noon)


def put(folder: Path, name: str, content: bytes) -> Path:
    (folder / name).write_bytes(content)
    return folder / name


def content(ws: Workspace, file: media.Attached) -> bytes:
    with media.open_content(ws.vault, file.sha256) as stream:
        found = stream.read()
    assert (hashlib.sha256(found).hexdigest(), len(found)) == (file.sha256, file.size)
    return found


def test_a_photo_is_kept_upright_and_small_with_what_it_told(
    visit: tuple[Workspace, Interview], tmp_path: Path
) -> None:
    ws, interview = visit
    source = encoded(picture(2000, 3000).transpose(Image.Transpose.ROTATE_90), exif=tags(6))
    interview.attach("/data/photo", put(tmp_path, "IMG_0001.jpeg", source))
    (file,) = media.of(ws, interview.number)
    assert (file.name, file.type, file.width, file.height) == ("photo-1.jpg", "image/jpeg", 1067, 1600)
    assert (file.taken, file.accuracy) == ("2026-03-02T10:15:30+05:00", 4.5)
    assert (file.latitude, file.longitude) == (pytest.approx(51.128472, abs=1e-6), pytest.approx(71.43))
    assert (file.source, file.original) == (hashlib.sha256(source).hexdigest(), "IMG_0001.jpeg")
    kept = content(ws, file)
    assert b"SECRETCAMERA" not in kept
    with Image.open(io.BytesIO(kept)) as image:
        assert image.size == (1067, 1600)


def test_the_forms_size_is_kept_to(visit: tuple[Workspace, Interview], tmp_path: Path) -> None:
    ws, interview = visit
    interview.attach("/data/small", put(tmp_path, "a.png", encoded(picture(200, 100), "PNG")))
    ws.settings["media_limit"] = "100"  # a pack of settings from HQ
    interview.attach("/data/photo", put(tmp_path, "a.png", encoded(picture(200, 100), "PNG")))
    sizes = {file.name: (file.width, file.height) for file in media.of(ws, interview.number)}
    assert sizes == {"small-1.jpg": (50, 25), "photo-1.jpg": (100, 50)}


def test_the_original_is_kept_where_the_form_says_so(
    visit: tuple[Workspace, Interview], tmp_path: Path
) -> None:
    ws, interview = visit
    heic = (Path(__file__).parents[1] / "media" / "turned.heic").read_bytes()
    interview.attach("/data/proof", put(tmp_path, "IMG_7.HEIC", heic))
    photo, original = media.of(ws, interview.number)
    assert (photo.name, photo.original_of) == ("proof-1.jpg", "")
    assert (original.name, original.original_of) == ("proof_1_original-1.heic", "proof-1.jpg")
    assert (content(ws, original), original.type) == (heic, "image/heic")
    assert photo.source == original.sha256
    interview.undo()
    assert media.of(ws, interview.number) == ()


def test_an_original_that_needed_no_change_is_kept_once(
    visit: tuple[Workspace, Interview], tmp_path: Path
) -> None:
    ws, interview = visit
    interview.attach("/data/proof", put(tmp_path, "a.jpg", bare_photo()))
    (photo,) = media.of(ws, interview.number)
    assert content(ws, photo) == bare_photo()


def test_other_files_are_kept_as_they_are(visit: tuple[Workspace, Interview], tmp_path: Path) -> None:
    ws, interview = visit
    given = {
        "/data/talk": ("беседа.wav", sound(), "audio/wav"),
        "/data/film": ("визит.MP4", recording(b"isom", b"vide"), "video/mp4"),
        "/data/paper": ("снимок.jpg", encoded(picture(), exif=tags(6)), "image/jpeg"),
    }
    for path, (name, data, _) in given.items():
        interview.attach(path, put(tmp_path, name, data))
    for file in media.of(ws, interview.number):
        name, data, type_ = given[file.path]
        assert (file.original, content(ws, file), file.type) == (name, data, type_)
    names = [file.name for file in media.of(ws, interview.number)]
    assert names == ["film-1.mp4", "paper-1.jpg", "talk-1.wav"]


def test_a_file_that_is_not_there_is_said(visit: tuple[Workspace, Interview], tmp_path: Path) -> None:
    with pytest.raises(GsmonError) as caught:
        visit[1].attach("/data/photo", tmp_path / "нет.jpg")
    assert caught.value.code == "media.no_file"


@pytest.mark.parametrize(
    ("path", "name", "data", "code"),
    [
        ("photo", "фото.jpg", b"just words", "media.ending"),
        ("photo", "фото", b"just words", "media.not_image"),
        ("photo", "a.jpg", b"", "media.empty"),
        ("photo", "a.jpg", encoded(picture())[:500], "media.broken"),
        ("talk", "a.jpg", encoded(picture()), "media.not_audio"),
        ("talk", "a.mp4", recording(b"isom", b"vide"), "media.not_audio"),
        ("film", "a.wav", sound(), "media.not_video"),
        ("film", "a.mp4", recording(b"isom", b"vide")[:2000], "media.broken"),
        ("words", "a.jpg", encoded(picture()), "media.not_asked"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_kept(
    visit: tuple[Workspace, Interview], tmp_path: Path, path: str, name: str, data: bytes, code: str
) -> None:
    ws, interview = visit
    with pytest.raises(GsmonError) as caught:
        interview.attach(f"/data/{path}", put(tmp_path, name, data))
    assert caught.value.code == code
    assert interview.session.value(f"/data/{path}") == ""
    assert ws.value("SELECT count(*) FROM media") == 0
    assert [file for file in (ws.folder / "media").rglob("*") if file.is_file()] == []


def test_a_large_recording_is_asked_about(visit: tuple[Workspace, Interview], tmp_path: Path) -> None:
    ws, interview = visit
    ws.settings["large_file"] = "1000"
    film = put(tmp_path, "визит.mp4", recording(b"isom", b"vide"))
    assert interview.look("/data/film", film).question == attaching.LARGE
    with pytest.raises(GsmonError) as caught:
        interview.attach("/data/film", film)
    assert caught.value.code == "media.large"
    interview.attach("/data/film", film, large=True)
    assert [file.name for file in media.of(ws, interview.number)] == ["film-1.mp4"]
    photo = put(tmp_path, "a.jpg", bare_photo())
    assert interview.look("/data/photo", photo).question == ""
    assert interview.look("/data/proof", photo).question == attaching.LARGE


def test_a_large_photo_for_any_file_may_be_made_small(
    visit: tuple[Workspace, Interview], tmp_path: Path
) -> None:
    ws, interview = visit
    photo = put(tmp_path, "скан.jpg", bare_photo(1, 1900))
    assert interview.look("/data/paper", photo).question == attaching.SHRINK
    interview.attach("/data/paper", photo)
    interview.attach("/data/paper", photo, shrink=True)
    (file,) = media.of(ws, interview.number)
    assert (file.width, file.height) == (1600, 1600)
    assert file.size < photo.stat().st_size


def test_copying_tells_how_far_it_is_and_can_be_stopped(
    visit: tuple[Workspace, Interview], tmp_path: Path
) -> None:
    ws, interview = visit
    film = put(tmp_path, "a.mp4", recording(b"isom", b"vide") + bytes(3_000_000 - 5100))
    told: list[tuple[int, int]] = []
    interview.prepare("/data/paper", film, progress=lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1] == 2 * film.stat().st_size
    assert len(told) > 4

    def stop(done: int, total: int) -> None:
        if done > total / 2:
            raise KeyboardInterrupt

    other = put(tmp_path, "b.mp4", film.read_bytes() + b"1")
    with pytest.raises(KeyboardInterrupt):
        interview.prepare("/data/paper", other, progress=stop)
    assert len([file for file in (ws.folder / "media").rglob("*") if file.is_file()]) == 1


def test_room_is_looked_for_before_copying(tmp_path: Path) -> None:
    film = put(tmp_path, "a.mp4", recording(b"isom", b"vide") + bytes(3_000_000))
    with disk(tmp_path / "stick", "3m") as stick, Workspace.create(stick / "w", now=noon) as ws:
        put_survey(ws, tmp_path, SURVEY)
        interview = start(ws, "media", now=noon)
        read: list[int] = []
        with pytest.raises(GsmonError) as caught:
            interview.prepare("/data/paper", film, progress=lambda done, _: read.append(done))
        assert caught.value.code == "file.full"
        assert read == []
