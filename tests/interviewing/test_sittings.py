"""Interviews as a whole: presets, last-saved defaults, reopened, deleted, recorded, suggested, counted."""

from __future__ import annotations

import itertools
import uuid
from datetime import date, timedelta
from pathlib import Path

import pytest

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import export
from gsmon_desktop.interviewing import (
    delete,
    record,
    reopen,
    resume,
    start,
    suggestions,
    summary,
    take_back,
    undelete,
)
from gsmon_desktop.store import Workspace, interviews
from tests.interviewing.tools import PAPER, REFUSED, events, on_disk
from tests.store.tools import NOON, noon


def _record(ws: Workspace, **changes: str) -> str:
    answers = PAPER | {f"/data/{name}": value for name, value in changes.items()}
    return record(ws, "visit", answers, started=NOON, finished=NOON + timedelta(minutes=4), now=noon)


def test_presets_are_answers_by_role(ws: Workspace) -> None:
    interview = start(ws, "visit", now=noon, presets={"service": "s02", "region": "astana"}, language="kk")
    assert interview.session.value("/data/service") == "s02"
    assert not interview.session.relevant("/data/service")
    assert interview.session.label("/data/region") == "Өңір"
    (row,) = interviews.list(ws, service="s02", region="astana")
    assert row.language == "Қазақша (kk)"


@pytest.mark.parametrize(
    ("presets", "code"),
    [({"service": "s99"}, "answer.choice"), ({"нет": "1"}, "interview.unknown_role")],
)
def test_wrong_preset_begins_nothing(ws: Workspace, presets: dict[str, str], code: str) -> None:
    with pytest.raises(GsmonError) as caught:
        start(ws, "visit", now=noon, presets=presets)
    assert caught.value.code == code
    assert interviews.count(ws, status=interviews.ANY) == 0


def test_region_of_the_workspace_is_offered(ws: Workspace) -> None:
    ws.settings["region"] = "almaty"
    assert start(ws, "visit", now=noon).session.value("/data/region") == "almaty"
    ws.settings["region"] = "elsewhere"
    assert start(ws, "visit", now=noon).session.value("/data/region") == ""


def test_last_saved_comes_from_the_latest_finished_interview(ws: Workspace) -> None:
    _record(ws, region="almaty")
    _record(ws, region="astana")
    start(ws, "visit", now=noon).answer("/data/region", "almaty")
    assert start(ws, "visit", now=noon).session.value("/data/region") == "astana"


def test_reopened_is_a_new_revision_and_the_old_one_is_kept(ws: Workspace) -> None:
    id_ = _record(ws)
    reopen(ws, id_, " ошибка в возрасте ", now=noon)
    interview = resume(ws, id_, now=noon)
    assert (interview.revision, interview.status) == (2, "draft")
    interview.answer("/data/age", "41")
    second = interview.finish()
    first, last = interviews.revisions(ws, interview.number)
    assert "<age>40</age>" in first["instance"]
    assert last["instance"] == second
    assert "<age>41</age>" in second
    assert last["reason"] == "ошибка в возрасте"
    assert first["instance_id"] != last["instance_id"]
    assert f"<orx:deprecatedID>{first['instance_id']}</orx:deprecatedID>" in second
    assert f"<orx:instanceID>{last['instance_id']}</orx:instanceID>" in second
    assert first["hash"] != last["hash"] == interviews.get(ws, id_).hash
    assert events(ws, interview.number) == ["recorded", "reopened", "resumed", "answered", "finished"]
    assert ws.value("SELECT count(*) FROM score") == 2


def test_only_finished_is_reopened_and_only_with_a_reason(ws: Workspace) -> None:
    draft = start(ws, "visit", now=noon)
    done = _record(ws)
    for id_, reason, code in (
        (draft.id, "x", "interview.not_finished"),
        (done, "  ", "interview.reason"),
        ("нет", "x", "interview.unknown"),
    ):
        with pytest.raises(GsmonError) as caught:
            reopen(ws, id_, reason, now=noon)
        assert caught.value.code == code
    assert interviews.get(ws, done).status == "finished"
    with pytest.raises(GsmonError) as caught:
        resume(ws, done, now=noon)
    assert caught.value.code == "interview.not_draft"


def test_deleted_leaves_lists_and_scores_but_not_the_disk(ws: Workspace) -> None:
    id_ = _record(ws)
    row = interviews.get(ws, id_)
    kept = on_disk(ws, row.number)
    delete(ws, id_, "пробное", now=noon)
    assert interviews.list(ws) == []
    assert ws.value("SELECT count(*) FROM score") == 0
    assert on_disk(ws, row.number) == kept
    assert interviews.revisions(ws, row.number)[0]["instance"]
    assert interviews.events(ws, row.number)[-1]["new"] == "пробное"
    with pytest.raises(GsmonError) as caught:
        delete(ws, id_, "ещё раз", now=noon)
    assert caught.value.code == "interview.deleted"


def test_a_deleted_draft_comes_back_as_it_was(ws: Workspace) -> None:
    draft = start(ws, "visit", now=noon)
    draft.answer("/data/town", "Кент")
    delete(ws, draft.id, "по ошибке", now=noon)
    undelete(ws, draft.id, "всё же нужно", now=noon)
    again = resume(ws, draft.id, now=noon)
    assert (again.revision, again.session.value("/data/town")) == (1, "Кент")
    assert [each["action"] for each in interviews.events(ws, again.number)][-3:-1] == ["deleted", "undeleted"]
    for reason, code in (("ещё раз", "interview.not_deleted"), ("", "interview.not_deleted")):
        with pytest.raises(GsmonError) as caught:
            undelete(ws, draft.id, reason, now=noon)
        assert caught.value.code == code


def test_a_deleted_finished_interview_comes_back_as_a_new_revision(ws: Workspace) -> None:
    id_ = _record(ws)
    scores = ws.value("SELECT count(*) FROM score")
    delete(ws, id_, "по ошибке", now=noon)
    with pytest.raises(GsmonError) as caught:
        undelete(ws, id_, " ", now=noon)
    assert caught.value.code == "interview.reason"
    undelete(ws, id_, "нужно", now=noon)
    row = interviews.get(ws, id_)
    assert (row.status, row.revision) == ("draft", 2)
    resume(ws, id_, now=noon).finish()
    assert interviews.get(ws, id_).status == "finished"
    assert ws.value("SELECT count(*) FROM score") == scores
    assert [each["reason"] for each in interviews.revisions(ws, row.number)] == ["", "нужно"]


def _counted(ws: Workspace) -> list[list[tuple[object, ...]]]:
    tables = ("interview", "revision", "answer", "score", "fact", "tally")
    return [ws.db.execute(f"SELECT * FROM {table}").fetchall() for table in tables]


def test_a_deletion_taken_back_leaves_everything_as_it_was(ws: Workspace) -> None:
    id_, draft = _record(ws), start(ws, "visit", now=noon)
    draft.answer("/data/town", "Кент")
    before = _counted(ws)
    deletions = [delete(ws, each, "по ошибке", now=noon) for each in (id_, draft.id)]
    assert _counted(ws) != before
    for deletion in deletions:
        take_back(ws, deletion, now=noon)
    assert _counted(ws) == before
    assert events(ws, interviews.get(ws, id_).number)[-2:] == ["deleted", "undeleted"]
    with pytest.raises(GsmonError) as caught:
        take_back(ws, deletions[0], now=noon)
    assert caught.value.code == "interview.not_deleted"


def test_a_deletion_others_heard_of_is_not_taken_back(ws: Workspace, tmp_path: Path) -> None:
    id_ = _record(ws)
    export(ws, tmp_path, now=noon)
    deletion = delete(ws, id_, "по ошибке", now=noon)
    export(ws, tmp_path, now=noon)
    with pytest.raises(GsmonError) as caught:
        take_back(ws, deletion, now=noon)
    assert caught.value.code == "interview.deletion_sent"
    assert interviews.get(ws, id_).status == "deleted"


def test_recorded_whole_in_any_order(ws: Workspace) -> None:
    answers = PAPER | {"/data/visit[2]/minutes": "30", "/data/visit[1]/minutes": "90"}
    ids = itertools.count(1)
    end = NOON + timedelta(minutes=4)
    made = [
        record(
            ws, "visit", dict(pairs), started=NOON, finished=end, now=noon, interviewer="Ержан",
            ids=lambda: uuid.UUID(int=next(ids)),
        )
        for pairs in (list(answers.items()), reversed(list(answers.items())))
    ]  # fmt: skip
    rows = [interviews.get(ws, id_) for id_ in made]
    assert [row.seconds for row in rows] == [240, 240]
    assert [row.interviewer for row in rows] == ["Ержан", "Ержан"]
    assert rows[0].finished == "2026-03-02T12:04:00.000+05:00"
    first, second = (on_disk(ws, row.number) for row in rows)
    assert first["/data/total"] == "120"
    assert first["/data/end"] == "2026-03-02T12:04:00.000+05:00"
    del first["/data/meta/instanceID"], second["/data/meta/instanceID"]
    assert first == second


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"consent": "no"}, "interview.not_asked"),
        ({"age": "сорок"}, "answer.type_integer"),
        ({"age": "7"}, "interview.unfinished"),
        ({"region": "mars"}, "answer.choice"),
    ],
)
def test_wrong_record_saves_nothing(ws: Workspace, changes: dict[str, str], code: str) -> None:
    with pytest.raises(GsmonError) as caught:
        _record(ws, **changes)
    assert caught.value.code == code
    assert interviews.count(ws, status=interviews.ANY) == 0
    assert ws.value("SELECT count(*) FROM answer") == 0


def test_suggestions_are_earlier_words_most_used_first(ws: Workspace) -> None:
    for town, region in (("ЦОН 1", "astana"), ("ЦОН 2", "astana"), ("ЦОН 2", "astana"), ("ЦОН 3", "almaty")):
        _record(ws, town=town, region=region)
    assert suggestions(ws, "visit", "place_name") == ["ЦОН 2", "ЦОН 1", "ЦОН 3"]
    assert suggestions(ws, "visit", "place_name", near={"region": "almaty"}) == ["ЦОН 3"]
    assert suggestions(ws, "other", "place_name") == []


def test_start_page_counts(ws: Workspace) -> None:
    _record(ws)
    record(ws, "visit", REFUSED, started=NOON, finished=NOON, now=noon)
    draft = start(ws, "visit", now=noon)
    today = summary(ws, date(2026, 3, 2))
    assert (today.day, today.week, today.unsent) == (1, 1, 2)
    assert [row.id for row in today.drafts] == [draft.id]
    assert today.done == {"s01": 1}
