"""A photo of a line finds its row in the photo report; a row is repeated; comments are taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms import Session, load
from gsmon_desktop.interviewing import start
from gsmon_desktop.interviewing.photos import make_place, report_of
from gsmon_desktop.paths import resources
from gsmon_desktop.store import Workspace, interviews
from tests.interviewing.tools import PAPER
from tests.store.tools import noon


@pytest.fixture(scope="module")
def visit() -> Session:
    session = Session(load(resources() / "forms" / "visit_office.xlsx"), now=noon, language="ru")
    session.set("/data/passport/held", "yes")
    return session


def test_a_line_s_photo_goes_into_a_row_with_its_section_and_words(visit: Session) -> None:
    assert report_of(visit) == "/data/photos"
    before = visit.stored()
    path, change = make_place(visit, "/data/entrance/entrance_opened")
    assert path == "/data/photos[1]/photo", "the form begins with an empty row"
    assert visit.value("/data/photos[1]/photo_block") == "entrance"
    assert visit.value("/data/photos[1]/photo_caption") == visit.label("/data/entrance/entrance_opened")
    visit.undo(change)
    assert visit.stored() == before


def test_the_next_photo_gets_a_row_of_its_own_and_one_undo_takes_it_away(visit: Session) -> None:
    visit.set("/data/photos[1]/photo", "photo.jpg")
    before = visit.stored()
    path, change = make_place(visit, "/data/account/conflict")
    assert path == "/data/photos[2]/photo"
    assert visit.value("/data/photos[2]/photo_block") == "other"
    visit.undo(change)
    assert visit.stored() == before
    assert visit.rows("/data/photos") == 1


def test_a_form_without_a_photo_report_says_so(ws: Workspace) -> None:
    session = start(ws, "visit", now=noon).session
    assert report_of(session) == ""
    with pytest.raises(GsmonError) as caught:
        make_place(session, "/data/consent")
    assert caught.value.code == "media.not_asked"


def test_a_row_is_repeated_with_its_answers_and_undone_as_one(ws: Workspace) -> None:
    interview = start(ws, "visit", now=noon)
    interview.answer("/data/visit[1]/what", "приём")
    interview.answer("/data/visit[1]/minutes", "30")
    before = interview.session.stored()
    change = interview.duplicate("/data/visit", 1)
    assert (change.action, change.new) == ("add", "2")
    assert interview.session.value("/data/visit[2]/what") == "приём"
    assert interview.session.value("/data/visit[2]/minutes") == "30"
    assert interview.session.value("/data/total") == "60"
    assert interviews.answers(ws, interview.number) == interview.session.stored()
    interview.undo()
    assert interview.session.stored() == before == interviews.answers(ws, interview.number)
    with pytest.raises(GsmonError) as caught:
        interview.duplicate("/data/visit", 3)
    assert caught.value.code == "answer.unknown_row"


def test_a_file_stays_with_its_row(ws: Workspace, tmp_path: Path) -> None:
    session = Session(load(resources() / "forms" / "visit_office.xlsx"), now=noon)
    session.set("/data/passport/held", "yes")
    session.set("/data/photos[1]/photo", "photo.jpg")
    session.set("/data/photos[1]/photo_block", "queue")
    session.duplicate("/data/photos", 1)
    assert session.value("/data/photos[2]/photo_block") == "queue"
    assert session.value("/data/photos[2]/photo") == ""


def test_a_comment_is_taken_back_like_an_answer(ws: Workspace) -> None:
    interview = start(ws, "visit", now=noon)
    interview.answer("/data/consent", PAPER["/data/consent"])
    interview.comment("/data/consent", "сначала")
    interview.comment("/data/consent", "потом")
    for left in ({"/data/consent": "сначала"}, {}):
        change = interview.undo()
        assert change is not None
        assert interviews.comments(ws, interview.number) == left
    assert interview.session.value("/data/consent") == "yes"
    interview.undo()
    assert interview.session.value("/data/consent") == ""
    actions = [event["action"] for event in interviews.events(ws, interview.number)]
    assert actions[-3:] == ["undone"] * 3
