"""An interview is filled: every answer on the disk with its event, taken back, commented, finished."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.interviewing import Interview, resume, start
from gsmon_desktop.store import Workspace, interviews, media
from tests.interviewing.tools import PAPER, REFUSED, events, on_disk, put_survey
from tests.interviewing.tools import SURVEY as SURVEY_TEXT
from tests.media.tools import bare_photo
from tests.store.tools import noon


def _filled(ws: Workspace, answers: dict[str, str]) -> Interview:
    interview = start(ws, "visit", now=noon)
    for path, value in answers.items():
        interview.answer(path, value)
    return interview


def test_new_interview_is_a_draft_on_disk(ws: Workspace) -> None:
    interview = start(ws, "visit", now=noon)
    (row,) = interviews.list(ws)
    assert (row.id, row.status, row.revision, row.interviewer) == (interview.id, "draft", 1, "Айгүл")
    assert row.started.startswith("2026-03-02T12:00:00")
    assert on_disk(ws, row.number) == interview.session.stored()
    assert interview.session.value("/data/meta/instanceID") == f"uuid:{interview.id}"
    assert events(ws, row.number) == ["opened"]


def test_answer_is_on_disk_with_its_event_and_what_it_calculates(ws: Workspace) -> None:
    interview = start(ws, "visit", now=noon)
    interview.answer("/data/age", "40")
    assert on_disk(ws, interview.number)["/data/older"] == "41"
    interview.answer("/data/age", "41")
    event = interviews.events(ws, interview.number)[-1]
    assert (event["action"], event["path"], event["old"], event["new"]) == (
        "answered",
        "/data/age",
        "40",
        "41",
    )
    assert (event["who"], event["revision"]) == ("Айгүл", 1)
    interview.answer("/data/age", None)
    assert on_disk(ws, interview.number) == interview.session.stored()


def test_refused_answer_changes_nothing(ws: Workspace) -> None:
    interview = start(ws, "visit", now=noon)
    before = on_disk(ws, interview.number)
    for path, value in (("/data/age", "сорок"), ("/data/region", "марс"), ("/data/нет", "1")):
        with pytest.raises(GsmonError):
            interview.answer(path, value)
    assert on_disk(ws, interview.number) == interview.session.stored() == before
    assert events(ws, interview.number) == ["opened"]


def test_lists_know_a_draft_by_its_answers(ws: Workspace) -> None:
    interview = _filled(ws, {"/data/consent": "yes", "/data/region": "astana", "/data/service": "s01"})
    interview.answer("/data/town", "Семёновка")
    (row,) = interviews.list(ws, region="astana", service="s01", text="семеновк")
    assert row.id == interview.id
    assert interviews.list(ws, text="Астана")
    interview.answer("/data/region", "almaty")
    interview.answer("/data/town", None)
    assert not interviews.list(ws, region="astana")
    assert not interviews.list(ws, text="семеновк")


def test_resumed_where_it_was_left(ws: Workspace) -> None:
    interview = _filled(ws, {"/data/age": "17", "/data/town": "Ақсу"})
    interview.set_language("kk")
    interview.at("/data", "/data/town")
    interview.pause()
    again = resume(ws, interview.id, now=noon)
    assert again.session.stored() == interview.session.stored()
    assert (again.page, again.question) == ("/data", "/data/town")
    assert again.session.label("/data/town") == "Кент"
    assert events(ws, again.number)[-3:] == ["language changed", "paused", "resumed"]
    again.answer("/data/age", "18")
    assert on_disk(ws, again.number) == again.session.stored()


def test_draft_keeps_its_form_when_a_newer_version_comes(ws: Workspace, tmp_path: Path) -> None:
    interview = start(ws, "visit", now=noon)
    put_survey(ws, tmp_path, SURVEY_TEXT.replace("| visit | 1 |", "| visit | 2 |"))
    assert resume(ws, interview.id, now=noon).session.form.version == "1"
    assert start(ws, "visit", now=noon).session.form.version == "2"


def test_undo_takes_back_one_answer_after_the_other(ws: Workspace) -> None:
    interview = start(ws, "visit", now=noon)
    opened = interview.session.stored()
    interview.answer("/data/age", "40")
    answered = interview.session.stored()
    interview.add("/data/visit")
    interview.answer("/data/visit[1]/minutes", "30")
    interview.remove("/data/visit", 1)
    interview.set_language("kk")
    for _ in range(4):
        interview.undo()
        assert on_disk(ws, interview.number) == interview.session.stored()
    assert interview.session.stored() == answered
    assert interview.session.language == "Русский (ru)"
    undone = interview.undo()
    assert undone is not None
    assert undone.path == "/data/age"
    assert interview.session.stored() == opened == on_disk(ws, interview.number)
    assert interview.undo() is None
    assert events(ws, interview.number).count("undone") == 5


def test_comment_is_kept_changed_and_taken_away(ws: Workspace) -> None:
    interview = start(ws, "visit", now=noon)
    interview.comment("/data/age", "со слов мужа")
    interview.comment("/data/age", "по паспорту")
    assert interviews.comments(ws, interview.number) == {"/data/age": "по паспорту"}
    interview.comment("/data/age", "")
    assert interviews.comments(ws, interview.number) == {}
    assert [event["old"] for event in interviews.events(ws, interview.number)[-2:]] == [
        "со слов мужа",
        "по паспорту",
    ]
    with pytest.raises(GsmonError):
        interview.comment("/data/нет", "x")


def test_photo_is_attached_replaced_and_undone(ws: Workspace, tmp_path: Path) -> None:
    interview = start(ws, "visit", now=noon)
    for seed, name in enumerate(("очередь.jpg", "вход.JPG")):
        (tmp_path / name).write_bytes(bare_photo(seed))
        interview.attach("/data/photo", tmp_path / name)
    assert interview.session.value("/data/photo") == "photo-2.jpg"
    (file,) = media.of(ws, interview.number)
    assert (file.path, file.name, file.original) == ("/data/photo", "photo-2.jpg", "вход.JPG")
    interview.undo()
    (file,) = media.of(ws, interview.number)
    assert ws.vault.file_of(file.sha256).read_bytes() == bare_photo(0)
    assert events(ws, interview.number) == ["opened", "attached", "attached", "undone"]
    with pytest.raises(GsmonError) as caught:
        interview.attach("/data/age", tmp_path / "вход.JPG")
    assert caught.value.code == "media.not_asked"


def test_unfinished_says_so_and_stays_a_draft(ws: Workspace) -> None:
    interview = start(ws, "visit", now=noon)
    with pytest.raises(GsmonError) as caught:
        interview.finish()
    assert caught.value.code == "interview.unfinished"
    assert interviews.get(ws, interview.id).status == "draft"
    assert on_disk(ws, interview.number) == interview.session.stored()


def test_finished_is_frozen_byte_for_byte(ws: Workspace) -> None:
    interview = _filled(ws, PAPER)
    instance = interview.finish()
    row = interviews.get(ws, interview.id)
    assert (row.status, row.outcome, row.region, row.service, row.branch) == (
        "finished", "complete", "astana", "s01", "paper",
    )  # fmt: skip
    (revision,) = interviews.revisions(ws, row.number)
    assert revision["instance"] == instance
    assert revision["hash"] == row.hash == hashlib.sha256(instance.encode()).hexdigest()
    assert on_disk(ws, row.number) == interview.session.stored()
    assert interviews.facts(ws, row.number)["place_name"] == "Семёновка"
    scores = {each["item"]: each["score"] for each in ws.query("SELECT item, score FROM score")}
    assert scores == {"staff": "5", "time_term": "dk"}
    for change in (lambda: interview.answer("/data/age", "20"), interview.finish, interview.undo):
        with pytest.raises(GsmonError) as caught:
            change()
        assert caught.value.code == "interview.not_draft"
    assert interview.session.value("/data/age") == "40"


def test_refusal_has_facts_but_no_scores(ws: Workspace) -> None:
    interview = _filled(ws, PAPER | REFUSED)
    interview.finish()
    row = interviews.get(ws, interview.id)
    assert row.outcome == "refused"
    assert row.service == ""
    assert interviews.facts(ws, row.number)["outcome"] == "refused"
    assert ws.value("SELECT count(*) FROM score") == 0


def test_electronic_service_is_given_at_the_portal(ws: Workspace) -> None:
    answers = {path: value for path, value in PAPER.items() if path != "/data/staff"}
    _filled(ws, answers | {"/data/branch": "electronic"}).finish()
    assert interviews.list(ws)[0].place == "portal"
