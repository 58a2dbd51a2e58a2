"""Attached photos edited: another file each time, undone as an answer, what was hidden gone at the end."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from gsmon_desktop.interviewing import Interview, doctor, resume, start
from gsmon_desktop.media import Box, Crop, Edit, Hide, Turn
from gsmon_desktop.store import Workspace, media
from tests.interviewing.test_attaching import SURVEY, put
from tests.interviewing.tools import events, put_survey
from tests.media.tools import encoded, picture, tags
from tests.store.tools import noon

PHOTO, PROOF = "/data/photo", "/data/proof"
FACE = Hide(Box(10, 10, 60, 60))


@pytest.fixture(params=["plain", "encrypted"])
def visit(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Workspace, Interview]]:
    passphrase = "тұлпар мінген шабандоз" if request.param == "encrypted" else None
    with Workspace.create(tmp_path / "w", now=noon, passphrase=passphrase) as ws:
        put_survey(ws, tmp_path, SURVEY)
        interview = start(ws, "media", now=noon)
        interview.attach(PHOTO, put(tmp_path, "IMG_1.jpeg", encoded(picture(200, 100), exif=tags(1))))
        interview.attach(PROOF, put(tmp_path, "IMG_2.jpeg", encoded(picture(200, 120), exif=tags(1))))
        yield ws, interview


def edit(interview: Interview, path: str, *edits: Edit) -> None:
    interview.attach_prepared(path, interview.edit(path, interview.files_at(path), edits))


def names(ws: Workspace) -> set[str]:
    return {row["name"] for row in ws.query("SELECT name FROM media")}


def contents(ws: Workspace) -> int:
    return sum(1 for file in (ws.folder / "media").glob("??/*") if file.is_file())


def test_an_edited_photo_is_another_file_that_knows_where_it_comes_from(
    visit: tuple[Workspace, Interview],
) -> None:
    ws, interview = visit
    (before,) = interview.files_at(PHOTO)
    edit(interview, PHOTO, Turn(), Crop(Box(0, 0, 50, 80)))
    (after,) = interview.files_at(PHOTO)
    assert (after.name, after.width, after.height, after.source) == ("photo-2.jpg", 50, 80, before.sha256)
    assert (after.taken, after.latitude, after.original) == (before.taken, before.latitude, "IMG_1.jpeg")
    with media.open_content(ws.vault, after.sha256) as stream, Image.open(io.BytesIO(stream.read())) as image:
        assert image.size == (50, 80)
    interview.undo()
    assert interview.files_at(PHOTO) == (before,)


def test_the_cameras_own_file_stays_beside_a_turned_photo_and_not_beside_a_blurred_one(
    visit: tuple[Workspace, Interview],
) -> None:
    _, interview = visit
    original = interview.files_at(PROOF)[1]
    edit(interview, PROOF, Turn())
    photo, beside = interview.files_at(PROOF)
    assert (beside.sha256, beside.original_of) == (original.sha256, photo.name)
    edit(interview, PROOF, FACE)
    assert len(interview.files_at(PROOF)) == 1


def test_what_was_hidden_is_gone_once_the_draft_is_left_and_the_rest_stays(
    visit: tuple[Workspace, Interview],
) -> None:
    ws, interview = visit
    edit(interview, PROOF, Turn())
    edit(interview, PROOF, FACE)
    edit(interview, PHOTO, Turn())
    assert contents(ws) == 6  # photo and turned; proof, its original, turned and blurred
    interview.pause()
    assert names(ws) == {"photo-1.jpg", "photo-2.jpg", "proof-3.jpg"}
    assert contents(ws) == 3
    assert events(ws, interview.number).count("erased") == 4  # proof-1 and -2, each with the camera's file
    assert list(doctor._found(ws, lambda done, total: None, ())) == []


def test_undone_hiding_loses_nothing(visit: tuple[Workspace, Interview]) -> None:
    ws, interview = visit
    before = interview.files_at(PHOTO)
    edit(interview, PHOTO, FACE)
    interview.undo()
    interview.pause()
    assert interview.files_at(PHOTO) == before
    assert media.intact(ws.vault, before[0].sha256)


def test_after_a_kill_the_next_opening_removes_what_was_hidden(visit: tuple[Workspace, Interview]) -> None:
    ws, interview = visit
    edit(interview, PHOTO, FACE)  # and here the program was killed
    again = resume(ws, interview.id, now=noon)
    assert "photo-1.jpg" not in names(ws)
    assert again.undo() is None
    again.finish()
    assert list(doctor._found(ws, lambda done, total: None, ())) == []


def test_a_photo_shown_at_another_question_too_stays_there(
    visit: tuple[Workspace, Interview], tmp_path: Path
) -> None:
    ws, interview = visit
    interview.attach("/data/paper", tmp_path / "IMG_1.jpeg", shrink=True)
    (same,) = interview.files_at("/data/paper")
    edit(interview, PHOTO, FACE)
    interview.pause()
    assert interview.files_at("/data/paper") == (same,)
    assert media.intact(ws.vault, same.sha256)
