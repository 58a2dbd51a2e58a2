"""Paper interviews typed in twice: blind, compared, settled by a revision; killed, nothing is half done."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.interviewing import delete, doctor, record, reopen, resume, second, summary, undelete
from gsmon_desktop.store import Workspace, interviews
from tests.e2e import killing
from tests.interviewing.tools import PAPER, events, on_disk
from tests.store.tools import NOON, noon


def _first(ws: Workspace, **changes: str) -> str:
    answers = PAPER | {f"/data/{name}": value for name, value in changes.items()}
    return record(ws, "visit", answers, started=NOON, finished=NOON + timedelta(minutes=4), now=noon)


def _again(ws: Workspace, first: str, **changes: str) -> str:
    draft = second.begin(ws, first, now=noon)
    interview = resume(ws, draft, now=noon)
    for path, value in (PAPER | {f"/data/{name}": value for name, value in changes.items()}).items():
        interview.answer(path, value)
    return draft


def test_second_entry_is_blind_and_its_own_draft(ws: Workspace) -> None:
    ws.settings["region"] = "astana"
    first = _first(ws)
    draft = second.begin(ws, first, now=noon)
    answers = {path: value for path, value in on_disk(ws, interviews.get(ws, draft).number).items() if value}
    assert not set(answers) & set(PAPER), "it knows nothing of the first"
    assert interviews.get(ws, draft).status == interviews.DRAFT
    assert second.repeats(ws, interviews.get(ws, draft).number) == interviews.get(ws, first).number
    assert second.begin(ws, first, now=noon) == draft, "begun once"
    number = interviews.get(ws, first).number
    assert [row.repeats for row in interviews.list(ws)] == [0]
    assert [(row.id, row.repeats) for row in interviews.list(ws, status=interviews.SECOND)] == [
        (draft, number)
    ]
    assert [interviews.count(ws, status=status) for status in ("", interviews.DRAFT, interviews.SECOND)] == [
        1,
        0,
        1,
    ]
    assert interviews.count(ws, text=str(number)) == 1
    (told,) = summary(ws, noon().date()).drafts
    assert told.repeats == number


def test_equal_entries_settle_without_a_revision(ws: Workspace) -> None:
    first = _first(ws)
    draft = _again(ws, first)
    found = second.compare(ws, draft, "ru", now=noon)
    assert (found.compared, found.differences) == (len(PAPER), ())
    assert second.settle(ws, draft, {}, "", now=noon) == first
    row = interviews.get(ws, first)
    assert (row.status, row.revision) == ("finished", 1)
    assert interviews.get(ws, draft).status == interviews.DELETED
    assert events(ws, row.number)[-1] == "compared"
    (share,) = second.shares(ws)
    assert (share.finished, share.twice, share.compared, share.differing) == (1, 1, len(PAPER), 0)


def test_differences_are_told_in_words_and_the_right_ones_become_a_revision(ws: Workspace) -> None:
    first = _first(ws, age="35", town="Семёновка ")
    draft = _again(ws, first, age="53", town=" Семёновка", staff="2")
    found = second.compare(ws, draft, "kk", now=noon)
    told = [(d.label, d.first_words, d.second_words) for d in found.differences]
    assert told == [("Қызметкерлер", PAPER["/data/staff"], "2"), ("Жасы", "35", "53")]
    with pytest.raises(GsmonError) as caught:
        second.settle(ws, draft, {"/data/staff": "2"}, "опечатка", now=noon)
    assert (caught.value.code, caught.value.place) == ("second.undecided", "/data/age")
    before = interviews.get(ws, first)
    right = {"/data/staff": PAPER["/data/staff"], "/data/age": "53"}
    second.settle(ws, draft, right, "второй ввод", now=noon)
    row = interviews.get(ws, first)
    assert (row.status, row.revision) == ("finished", before.revision + 1)
    answers = on_disk(ws, row.number)
    assert (answers["/data/age"], answers["/data/staff"]) == ("53", PAPER["/data/staff"])
    assert interviews.revisions(ws, row.number)[-1]["reason"] == "второй ввод"
    assert ws.query("SELECT compared, differing, corrected FROM second_entry") == [
        {"compared": found.compared, "differing": 2, "corrected": 1}
    ]
    with pytest.raises(GsmonError) as caught:
        second.compare(ws, draft, "ru", now=noon)
    assert caught.value.code == "second.unknown"


def test_first_that_was_right_stays_as_it_was(ws: Workspace) -> None:
    first = _first(ws)
    draft = _again(ws, first, staff="2")
    second.settle(ws, draft, {"/data/staff": PAPER["/data/staff"]}, "", now=noon)
    assert interviews.get(ws, first).revision == 1
    assert ws.value("SELECT corrected FROM second_entry") == 0


def test_rows_of_a_repeat_come_along(ws: Workspace) -> None:
    first = _first(ws)
    draft = _again(ws, first)
    interview = resume(ws, draft, now=noon)
    interview.answer("/data/visit[1]/what", "приём")
    interview.add("/data/visit")
    interview.answer("/data/visit[2]/what", "выдача")
    found = second.compare(ws, draft, "ru", now=noon)
    assert [d.path for d in found.differences] == ["/data/visit[1]/what", "/data/visit[2]/what"]
    second.settle(ws, draft, {d.path: d.second for d in found.differences}, "пропущено", now=noon)
    answers = on_disk(ws, interviews.get(ws, first).number)
    assert answers["/data/visit[2]/what"] == "выдача"


def test_second_entry_never_becomes_an_interview(ws: Workspace) -> None:
    first = _first(ws)
    draft = _again(ws, first)
    with pytest.raises(GsmonError) as caught:
        resume(ws, draft, now=noon).finish()
    assert caught.value.code == "second.finish"
    assert interviews.get(ws, draft).status == interviews.DRAFT
    assert interviews.count(ws, status="finished") == 1


def test_what_cannot_be_entered_again_says_why(ws: Workspace) -> None:
    first = _first(ws)
    reopen(ws, first, "правка", now=noon)
    with pytest.raises(GsmonError) as caught:
        second.begin(ws, first, now=noon)
    assert caught.value.code == "interview.not_finished"
    with pytest.raises(GsmonError) as caught:
        second.compare(ws, first, "ru", now=noon)
    assert caught.value.code == "second.unknown"


def test_right_values_that_leave_something_missing_change_nothing(ws: Workspace) -> None:
    first = _first(ws)
    draft = _again(ws, first)
    resume(ws, draft, now=noon).answer("/data/region", "")
    before = interviews.get(ws, first)
    with pytest.raises(GsmonError) as caught:
        second.settle(ws, draft, {"/data/region": ""}, "стёрто", now=noon)
    assert caught.value.code == "interview.unfinished"
    assert interviews.get(ws, first) == before
    assert interviews.get(ws, draft).status == interviews.DRAFT


def test_deleted_second_entry_can_be_begun_anew(ws: Workspace) -> None:
    first = _first(ws)
    draft = second.begin(ws, first, now=noon)
    delete(ws, draft, "не та бумага", now=noon)
    assert second.begin(ws, first, now=noon) != draft
    assert second.shares(ws)[0].twice == 0


def test_deleted_second_entry_is_found_and_brought_back(ws: Workspace) -> None:
    first = _first(ws)
    draft = _again(ws, first, staff="2")
    delete(ws, draft, "не та бумага", now=noon)
    assert [row.id for row in interviews.list(ws, status=interviews.DELETED)] == [draft]
    undelete(ws, draft, "та", now=noon)
    assert [row.id for row in interviews.list(ws, status=interviews.SECOND)] == [draft]
    found = second.compare(ws, draft, "ru", now=noon).differences
    second.settle(ws, draft, {each.path: each.second for each in found}, "с бумаги", now=noon)
    assert interviews.list(ws, status=interviews.DELETED) == []


def _die_at(ws: Workspace, statement: int) -> None:
    """The process is killed when SQLite begins its n-th statement from now."""
    left = [statement]

    def count(_: str) -> None:
        left[0] -= 1
        if not left[0]:
            killing.die()

    ws.db.conn.set_trace_callback(count)


def test_settling_killed_at_any_statement_is_all_or_nothing(ws: Workspace) -> None:
    first = _first(ws)
    draft = _again(ws, first, staff="2")
    folder: Path = ws.folder
    ws.close()
    seen = set()
    for statement in (1, 12, 20, 28, 36, 44, 52, 60, 500):
        child = os.fork()
        if child == 0:
            try:
                with Workspace.open(folder, now=noon) as mine:
                    _die_at(mine, statement)
                    second.settle(mine, draft, {"/data/staff": "2"}, "опечатка", now=noon)
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        assert doctor.examine(folder, now=noon).findings == ()
        with Workspace.open(folder, now=noon, read_only=True) as again:
            row, there = interviews.get(again, first), interviews.get(again, draft)
        staff = on_disk(again, row.number)["/data/staff"]
        seen.add((row.status, row.revision, there.status, staff))
    assert seen == {("finished", 1, "draft", "5"), ("finished", 2, "deleted", "2")}
