"""Recordings: written second by second, joined to one WAV, gone on with, found again after a crash."""

from __future__ import annotations

import io
import random
import wave
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.interviewing import Interview, delete, resume, sound, start
from gsmon_desktop.media import wav
from gsmon_desktop.store import Workspace, backup, conversion, interviews, media, recordings, stamp
from gsmon_desktop.store.recordings import Mark, Recording
from tests.interviewing.tools import put_survey
from tests.store.tools import disk, fill_up, noon

PASSPHRASE = "тұлпар мінген шабандоз"
SURVEY = """
| survey |
| | type | name | label | relevant | bind::gsmon:role |
| | select_one yes_no | agreed | Согласны на запись? | | consent_recording |
| | audio | talk | Запись | ${agreed} = 'yes' | |
| | audio | more | Ещё | ${agreed} = 'yes' | |
| choices |
| | list_name | name | label |
| | yes_no | yes | Да |
| | yes_no | no | Нет |
| settings |
| | form_title | form_id | namespaces |
| | Беседа | talk | gsmon="urn:gsmon:forms" |
"""
TALK = "/data/talk"


@pytest.fixture(params=["plain", "encrypted"])
def talk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Workspace, Interview]]:
    passphrase = PASSPHRASE if request.param == "encrypted" else None
    with Workspace.create(tmp_path / "w", now=noon, passphrase=passphrase) as ws:
        put_survey(ws, tmp_path, SURVEY)
        yield ws, start(ws, "talk", now=noon)


def seconds(number: int, seed: int = 0) -> list[bytes]:
    chance = random.Random(seed)
    return [chance.randbytes(wav.SECOND) for _ in range(number)]


def record(ws: Workspace, interview: Interview, pieces: list[bytes], at: str = "", path: str = TALK) -> Path:
    recording = Recording(ws.vault, interview.id, path, at or stamp(noon()))
    for piece in pieces:
        recording.add(piece)
    recording.close()
    return recording.file


def heard(ws: Workspace, interview: Interview, path: str = TALK) -> bytes:
    """The sound of the answer, as another reader of WAV files hears it."""
    (file,) = interview.files_at(path)
    assert file.type == "audio/wav"
    with media.open_content(ws.vault, file.sha256) as stream, wave.open(io.BytesIO(stream.read())) as opened:
        assert (opened.getframerate(), opened.getnchannels(), opened.getsampwidth()) == (16_000, 1, 2)
        return opened.readframes(opened.getnframes())


def test_pieces_become_one_answer_with_its_marks(talk: tuple[Workspace, Interview]) -> None:
    ws, interview = talk
    interview.answer("/data/agreed", "yes")
    recording = Recording(ws.vault, interview.id, TALK, stamp(noon()))
    pieces = seconds(3)
    for piece in pieces:
        recording.add(piece)
    recording.mark(Mark(2500, "взятка"))
    recording.close()
    assert sound.take_in(ws, interview) == {TALK: "[00:00:02] взятка"}
    assert heard(ws, interview) == b"".join(pieces)
    assert interviews.comments(ws, interview.number) == {TALK: "[00:00:02] взятка"}
    assert not recordings.any_pending(ws.folder)


def test_a_recording_is_gone_on_with_and_marks_count_on(talk: tuple[Workspace, Interview]) -> None:
    ws, interview = talk
    interview.answer("/data/agreed", "yes")
    first, second = seconds(2), seconds(2, seed=1)
    record(ws, interview, first, "2026-11-25T10:00:00.000+05:00")
    sound.take_in(ws, interview)
    recording = Recording(ws.vault, interview.id, TALK, "2026-11-25T11:00:00.000+05:00")
    for piece in second:
        recording.add(piece)
    recording.mark(Mark(1000, ""))
    recording.close()
    assert sound.take_in(ws, interview) == {TALK: "[00:00:03]"}
    assert heard(ws, interview) == b"".join(first + second)
    interview.undo()
    assert heard(ws, interview) == b"".join(first)


@pytest.mark.parametrize("cut", [1, 9, wav.SECOND])
def test_a_torn_end_costs_the_last_second_alone(talk: tuple[Workspace, Interview], cut: int) -> None:
    ws, interview = talk
    interview.answer("/data/agreed", "yes")
    pieces = seconds(3)
    file = record(ws, interview, pieces)
    with file.open("r+b") as stream:
        stream.truncate(file.stat().st_size - cut)
    again = resume(ws, interview.id, now=noon)  # the draft opens, and says nothing
    assert heard(ws, again) == b"".join(pieces[:2])
    assert not recordings.any_pending(ws.folder)


def test_a_flipped_bit_ends_the_recording_there(talk: tuple[Workspace, Interview]) -> None:
    ws, interview = talk
    interview.answer("/data/agreed", "yes")
    pieces = seconds(3)
    file = record(ws, interview, pieces)
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    sound.take_in(ws, interview)
    assert heard(ws, interview) == pieces[0]


def test_a_damaged_transcript_leaves_the_saved_one(talk: tuple[Workspace, Interview]) -> None:
    ws, interview = talk
    interview.answer("/data/agreed", "yes")
    interview.comment(TALK, "он пришёл в девять")
    file = recordings.keep_text(ws.vault, interview.id, TALK, stamp(noon()), "он пришёл в десять")
    whole = file.read_bytes()
    file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert sound.take_in(ws, interview) == {}
    assert interviews.comments(ws, interview.number) == {TALK: "он пришёл в девять"}
    file.write_bytes(whole)
    assert sound.take_in(ws, interview) == {TALK: "он пришёл в десять"}


ASKED = SURVEY.replace(
    "| | audio | more |",
    "| | text | talk_transcript | Расшифровка | ${agreed} = 'yes' | |\n| | audio | more |",
)
TOLD_AT = "/data/talk_transcript"


def test_a_transcript_no_longer_asked_for_leaves_the_comment(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "w", now=noon) as ws:
        put_survey(ws, tmp_path, ASKED)
        interview = start(ws, "talk", now=noon)
        interview.answer("/data/agreed", "yes")
        interview.comment(TALK, "[00:00:02] жалоба")
        interview.answer("/data/agreed", "no")
        for text, comment in (("Ждала час", "[00:00:02] жалоба\nЖдала час"), ("Ждала час", None)):
            recordings.keep_text(ws.vault, interview.id, TALK, stamp(noon()), text, place=TOLD_AT)
            assert sound.take_in(ws, interview) == ({TALK: comment} if comment else {})
        assert interviews.comments(ws, interview.number)[TALK] == "[00:00:02] жалоба\nЖдала час"
        assert not recordings.any_pending(ws.folder)


def test_a_comment_typed_on_leaves_the_transcript_asked_for_since(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "w", now=noon) as ws:
        put_survey(ws, tmp_path, ASKED)
        interview = start(ws, "talk", now=noon)
        interview.answer("/data/agreed", "yes")
        interview.answer(TOLD_AT, "Ждала час")
        recordings.keep_text(ws.vault, interview.id, TALK, stamp(noon()), "[00:00:02] жалоба", place=TALK)
        assert sound.take_in(ws, interview) == {TALK: "[00:00:02] жалоба"}
        assert interview.session.value(TOLD_AT) == "Ждала час"


def test_without_consent_nothing_becomes_an_answer_and_nothing_stays(
    talk: tuple[Workspace, Interview],
) -> None:
    ws, interview = talk
    assert not sound.may_record(interview.session)
    interview.answer("/data/agreed", "yes")
    assert sound.may_record(interview.session)
    record(ws, interview, seconds(1))
    interview.answer("/data/agreed", "no")
    assert sound.take_in(ws, interview) == {}
    assert recordings.any_pending(ws.folder)  # a slip of the finger loses nothing yet
    interview.finish()
    assert not recordings.any_pending(ws.folder)
    assert not any((ws.folder / "media").glob("??/*"))


def test_a_crash_between_answer_and_clearing_up_doubles_nothing(talk: tuple[Workspace, Interview]) -> None:
    ws, interview = talk
    interview.answer("/data/agreed", "yes")
    pieces = seconds(2)
    file = record(ws, interview, pieces)
    left = file.read_bytes()
    sound.take_in(ws, interview)
    file.parent.mkdir()
    file.write_bytes(left)
    again = resume(ws, interview.id, now=noon)
    assert heard(ws, again) == b"".join(pieces)
    assert not recordings.any_pending(ws.folder)


def test_an_encrypted_workspace_shows_no_sound_on_the_disk(talk: tuple[Workspace, Interview]) -> None:
    ws, interview = talk
    file = record(ws, interview, [b"\x01\x02\x03\x04" * 8000])
    assert (b"\x01\x02\x03\x04" * 4 in file.read_bytes()) == (ws.keys is None)
    assert (TALK.encode() in file.read_bytes()) == (ws.keys is None)


def test_a_full_disk_keeps_what_was_written_and_the_next_second_fits_again(tmp_path: Path) -> None:
    with disk(tmp_path / "disk", "4m") as folder, Workspace.create(folder / "w", now=noon) as ws:
        put_survey(ws, tmp_path, SURVEY)
        interview = start(ws, "talk", now=noon)
        interview.answer("/data/agreed", "yes")
        recording = Recording(ws.vault, interview.id, TALK, stamp(noon()))
        pieces = seconds(8)
        recording.add(pieces[0])
        filler = fill_up(folder)
        with pytest.raises(GsmonError) as caught:
            recording.add(pieces[1])
        assert caught.value.code == "file.full"
        filler.unlink()
        recording.add(pieces[1])
        recording.close()
        sound.take_in(ws, interview)
        assert heard(ws, interview) == b"".join(pieces[:2])


def test_copies_take_a_recording_along_and_a_passphrase_waits_for_it(
    talk: tuple[Workspace, Interview], tmp_path: Path
) -> None:
    ws, interview = talk
    interview.answer("/data/agreed", "yes")
    pieces = seconds(2)
    record(ws, interview, pieces)
    (tmp_path / "stick").mkdir()
    copied = backup.copy_workspace(ws, tmp_path / "stick", now=noon).folder
    with Workspace.open(copied, now=noon, keys=ws.keys) as there:
        assert heard(there, resume(there, interview.id, now=noon)) == b"".join(pieces)
    folder, keys = ws.folder, ws.keys
    ws.close()
    turn = (
        partial(conversion.decrypt, folder, keys) if keys else partial(conversion.encrypt, folder, PASSPHRASE)
    )
    with pytest.raises(GsmonError) as caught:
        turn(now=noon)
    assert caught.value.code == "workspace.recording"


def test_a_foreign_file_is_not_gone_on_with(talk: tuple[Workspace, Interview], tmp_path: Path) -> None:
    ws, interview = talk
    interview.answer("/data/agreed", "yes")
    (tmp_path / "a.mp3").write_bytes(b"ID3" + bytes(2000))
    interview.attach(TALK, tmp_path / "a.mp3")
    (file,) = interview.files_at(TALK)
    assert not sound.goes_on(ws.vault, file)
    delete(ws, interview.id, "ошибка", now=noon)
