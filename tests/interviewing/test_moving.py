"""A draft goes over to a newer version of its form: what fits, what is left behind, on the disk too."""

from __future__ import annotations

from pathlib import Path

import pytest

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.interviewing import account, fit, move, record, reopen, resume, start, summary
from gsmon_desktop.store import Workspace, interviews
from tests.interviewing.tools import PAPER, SURVEY, events, on_disk, put_survey
from tests.store.tools import NOON, noon

NEWER = (
    SURVEY.replace("| | text | town | Посёлок | Кент | | | | | | | place_name |\n", "")
    .replace("| | text | phone |", "| | text | mobile |")
    .replace("| | integer | age |", "| | text | reason | Зачем | Неге | | | | | | | |\n| | integer | age |")
    .replace("| Визит | visit | 1 |", "| Визит | visit | 2 |")
)


def _draft(ws: Workspace) -> str:
    interview = start(ws, "visit", now=noon)
    for path, value in (PAPER | {"/data/phone": "777"}).items():
        interview.answer(path, value)
    interview.comment("/data/phone", "перезвонить")
    interview.at("/data/phone", "/data/phone")
    interview.add("/data/visit")
    interview.answer("/data/visit[2]/minutes", "12")
    return interview.id


def test_a_draft_moves_and_everything_is_accounted_for(ws: Workspace, tmp_path: Path) -> None:
    id_ = _draft(ws)
    put_survey(ws, tmp_path, NEWER)
    before = on_disk(ws, interviews.get(ws, id_).number)
    asked = fit(ws, id_, now=noon)
    assert on_disk(ws, interviews.get(ws, id_).number) == before
    found = move(ws, id_, now=noon)
    assert found == asked
    assert [(left.path, left.value) for left in found.left] == [("/data/town", "Семёновка")]
    assert found.moved == (("/data/phone", "/data/mobile"),)
    row = interviews.get(ws, id_)
    assert (row.version, row.question, row.page, row.region) == ("2", "/data/mobile", "", "astana")
    interview = resume(ws, id_, now=noon)
    assert interview.session.stored() == on_disk(ws, row.number)
    assert interview.session.value("/data/visit[2]/minutes") == "12"
    assert interviews.comments(ws, row.number) == {"/data/mobile": "перезвонить"}
    trail = [event for event in interviews.events(ws, row.number) if event["action"] == "left behind"]
    assert [(event["path"], event["old"]) for event in trail] == [("/data/town", "Семёновка")]
    assert events(ws, row.number)[-4:] == ["moved", "renamed", "left behind", "resumed"]
    assert 'version="2"' in interview.finish()


def test_a_corrected_interview_may_move_too(ws: Workspace, tmp_path: Path) -> None:
    id_ = record(ws, "visit", PAPER, started=NOON, finished=NOON, now=noon)
    first = interviews.revisions(ws, interviews.get(ws, id_).number)[0]["instance_id"]
    put_survey(ws, tmp_path, NEWER)
    reopen(ws, id_, "новая версия", now=noon)
    move(ws, id_, now=noon)
    assert f"<orx:deprecatedID>{first}</orx:deprecatedID>" in resume(ws, id_, now=noon).finish()


def test_only_a_draft_of_an_older_version_moves(ws: Workspace, tmp_path: Path) -> None:
    id_ = _draft(ws)
    with pytest.raises(GsmonError) as caught:
        move(ws, id_, now=noon)
    assert caught.value.code == "interview.latest"
    done = record(ws, "visit", PAPER, started=NOON, finished=NOON, now=noon)
    put_survey(ws, tmp_path, NEWER)
    with pytest.raises(GsmonError) as caught:
        move(ws, done, now=noon)
    assert caught.value.code == "interview.not_draft"


def test_what_a_move_would_do_in_the_words_of_the_questions(ws: Workspace, tmp_path: Path) -> None:
    id_ = _draft(ws)
    assert summary(ws, NOON.date()).outdated == frozenset()
    put_survey(ws, tmp_path, NEWER)
    assert summary(ws, NOON.date()).outdated == {id_}
    told = account(ws, id_, "kk", noon)
    assert (told.old, told.new) == ("1", "2")
    lines = told.told("ru")
    assert (
        "Кент: Ответ «Семёновка» не перенесён: такого вопроса больше нет. Он сохранён в журнале интервью."
        in (lines)
    )
    assert "Телефон: Ответ теперь стоит в Телефон." in lines
    assert "Неге: Новый вопрос, ответа ещё нет. Задайте его." in lines
    move(ws, id_, now=noon)
    assert summary(ws, NOON.date()).outdated == frozenset()
