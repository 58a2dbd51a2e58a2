"""Rows of interviews: what is frozen stays, what is listed is found, and quickly."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest
import sqlcipher3.dbapi2 as driver
from hypothesis import given
from hypothesis import strategies as st

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.store import Workspace, forms, interviews, records, stamp
from gsmon_desktop.store.words import match, normalised
from tests.store.tools import NOON, finished, put_form, put_interview


def test_events_are_never_changed_or_taken_away(ws: Workspace) -> None:
    put_interview(ws, put_form(ws))
    for sql in (
        "UPDATE event SET new = 'x'",
        "DELETE FROM event",
        "INSERT OR REPLACE INTO event (id, at, action) VALUES (1, '', 'forged')",
    ):
        with pytest.raises(driver.IntegrityError, match="append-only"), ws.transaction() as db:
            db.execute(sql)
    assert [event["action"] for event in interviews.events(ws, 1)] == ["opened"]


def test_finished_revision_is_frozen(ws: Workspace) -> None:
    number = put_interview(ws, put_form(ws), done=finished())
    for sql in ("UPDATE revision SET instance = ''", "DELETE FROM revision"):
        with pytest.raises(driver.IntegrityError, match="finished revision"), ws.transaction() as db:
            db.execute(sql)
    assert interviews.revisions(ws, number)[0]["instance"] == "<data/>"


def test_failed_transaction_changes_nothing(ws: Workspace) -> None:
    number = put_interview(ws, put_form(ws))
    with pytest.raises(driver.IntegrityError), ws.transaction() as db:
        records.write(db, number, [("/data/q", "1"), ("/data/r", "2"), ("/data/r", b"3")])  # type: ignore[list-item]
    assert interviews.answers(ws, number) == {}


def test_unknown_column_is_a_bug(ws: Workspace) -> None:
    with pytest.raises(KeyError), ws.transaction() as db:
        records.set_columns(db, 1, {"status": "finished"})


def test_latest_version_of_a_form(ws: Workspace) -> None:
    first = put_form(ws, version="1")
    second = put_form(ws, version="2")
    assert forms.latest(ws, "visit").hash == second
    put_form(ws, version="1")
    assert [form.hash for form in forms.listing(ws)] == [first, second]  # though the clock stands
    assert forms.get(ws, first).files == {"list.csv": b"name\n"}
    for missing in (lambda: forms.latest(ws, "нет"), lambda: forms.get(ws, "нет")):
        with pytest.raises(GsmonError) as caught:
            missing()
        assert caught.value.code == "workspace.unknown_form"


def test_lists_narrow_order_and_page(ws: Workspace) -> None:
    form = put_form(ws)
    for day in range(6):
        put_interview(
            ws,
            form,
            at=NOON + timedelta(days=day),
            done=finished(
                NOON + timedelta(days=day), region="almaty" if day % 2 else "astana", service="s01"
            ),
        )
    draft = put_interview(ws, form, at=NOON + timedelta(days=9))
    gone = put_interview(ws, form)
    with ws.transaction() as db:
        records.delete(db, gone)

    def numbers(**narrowing: object) -> list[int]:
        return [row.number for row in interviews.list(ws, **narrowing)]  # type: ignore[arg-type]

    assert numbers() == [7, 6, 5, 4, 3, 2, 1]
    assert numbers(order="number", limit=2, offset=1) == [2, 3]
    assert numbers(order="region", status="finished") == [2, 4, 6, 1, 3, 5]
    assert numbers(order="-region", status="finished") == [5, 3, 1, 6, 4, 2]
    assert numbers(region="astana") == [5, 3, 1]
    assert numbers(since="2026-03-03", until="2026-03-04") == [3, 2]
    assert numbers(status="draft") == [draft]
    assert numbers(status="deleted") == [gone]
    assert set(numbers(status=interviews.ANY)) == {*range(1, 9)}
    assert interviews.count(ws, region="almaty") == 3
    for order in interviews.ORDERS:
        assert len(numbers(order=order)) == 7


MOST: list[interviews.Narrowing] = [
    {},
    {"status": "finished"},
    {"text": "по"},
    {"status": "finished", "text": "по"},
    {"since": "2026-03-01"},
]
"""What may leave most interviews in a list."""


def plan(ws: Workspace, order: str, narrowing: interviews.Narrowing) -> list[str]:
    sql, values = interviews.numbers(order, narrowing)
    return [
        row["detail"] for row in ws.query(f"EXPLAIN QUERY PLAN {sql} LIMIT 100 OFFSET 90000", tuple(values))
    ]


def test_long_lists_walk_the_index_of_their_order(ws: Workspace) -> None:
    """Nothing is sorted but interviews of one moment, and rows are read of the page alone; only a list by
    number, and one by the end narrowed to days of the start, reads the rows it passes.
    """
    for order, narrowing in product(interviews.ORDERS, MOST):
        steps = plan(ws, order, narrowing)
        assert not any("TEMP B-TREE FOR ORDER BY" in step for step in steps)
        name = order.removeprefix("-")
        reads_rows = name == "number" or (name == "finished" and "since" in narrowing)
        assert ("COVERING INDEX interview_" in steps[0]) is not reads_rows, (order, narrowing, steps)


def test_narrow_lists_look_up_their_few(ws: Workspace) -> None:
    for order, few in product(interviews.ORDERS, ("region", "service", "interviewer")):
        narrowing: interviews.Narrowing = {few: "x", "status": "finished", "text": "по"}  # type: ignore[misc]
        assert f"INDEX interview_{few} ({few}=?" in plan(ws, order, narrowing)[0]


def test_rare_words_are_looked_up(ws: Workspace) -> None:
    for order in interviews.ORDERS:
        sql, values = interviews.numbers(order, {"text": "жоқ", "status": "finished"}, rare=True)
        steps = ws.query(f"EXPLAIN QUERY PLAN {sql} LIMIT 100", tuple(values))
        assert "USING INTEGER PRIMARY KEY (rowid=?)" in steps[0]["detail"], order


def test_drafts_are_looked_up(ws: Workspace) -> None:
    assert "INDEX interview_status (status=?)" in plan(ws, "-started", {"status": "draft"})[0]


def test_what_is_shown_always_counts_without_reading_rows(ws: Workspace) -> None:
    asked: list[str] = []
    with ws.db.tracer(lambda sql, _: asked.append(sql)):
        interviews.unsent(ws)
        interviews.done_by_service(ws)
        interviews.counts_of_day(ws, NOON.date())
        interviews.count(ws)
        interviews.count(ws, status="finished")
    for sql in asked:
        steps = ws.query(f"EXPLAIN QUERY PLAN {sql}", ("2026",) * sql.count("?"))
        assert "USING COVERING INDEX" in steps[0]["detail"], sql


def test_counts_of_a_day_and_its_week(ws: Workspace) -> None:
    form = put_form(ws)
    for days in (-1, 0, 0, 2):
        at = NOON + timedelta(days=days)
        put_interview(ws, form, at=at, done=finished(at, service="s01"))
    put_interview(ws, form, done=finished(outcome="refused"))
    assert interviews.counts_of_day(ws, date(2026, 3, 2)) == (2, 2)
    assert interviews.counts_of_day(ws, date(2026, 3, 4)) == (1, 3)
    assert interviews.done_by_service(ws) == {"s01": 4}


_PACKAGE = """INSERT INTO package (seq, file, made, state, sha256, interviews, size)
    VALUES (1, 'p.zip', '', 'made', 'x', 1, 1)"""


def test_unsent_until_a_package_holds_the_revision(ws: Workspace) -> None:
    number = put_interview(ws, put_form(ws), done=finished())
    assert interviews.unsent(ws) == 1
    with ws.transaction() as db:
        db.execute(_PACKAGE)
        db.execute(
            "INSERT INTO package_interview (package, interview, revision, hash) VALUES (1, ?, 1, 'x')",
            [number],
        )
    assert interviews.unsent(ws) == 0
    assert interviews.list(ws)[0].sent
    with ws.transaction() as db:
        records.reopen(db, number, 2, "uuid:new", "опечатка", stamp(NOON))
        records.finish(db, number, 2, finished())
    assert interviews.unsent(ws) == 1
    assert not interviews.list(ws)[0].sent
    with ws.transaction() as db:
        db.execute("DELETE FROM package_interview")
    assert interviews.unsent(ws) == 1


def test_lists_narrowed_by_words_count_what_they_show(ws: Workspace) -> None:
    form = put_form(ws)
    for at in range(8):
        done = finished(region=("almaty", "abay")[at % 2]) if at % 3 else None
        put_interview(ws, form, done=done, texts=("қала",) if at < 6 else ("село",))
    with ws.transaction() as db:
        records.delete(db, 2)
    for narrowing in (
        {}, {"status": "finished"}, {"status": "draft"}, {"status": "deleted"}, {"status": interviews.ANY},
        {"region": "abay"}, {"region": "abay", "status": "finished"}, {"since": "2026-03-02"},
    ):  # fmt: skip
        narrowed: interviews.Narrowing = {"text": "қала", **narrowing}  # type: ignore[typeddict-item]
        assert interviews.count(ws, **narrowed) == len(interviews.list(ws, **narrowed)), narrowing


def test_search_knows_one_spelling(ws: Workspace) -> None:
    form = put_form(ws)
    number = put_interview(ws, form, texts=("Семёнов Пётр", "ЦОН №3, Қызылорда"))
    put_interview(ws, form, texts=("Иванов",))
    for text in ("семенов", "СЕМЁНОВ", "қызыл", "цон 3", "пет сем"):
        assert [row.number for row in interviews.list(ws, text=text)] == [number], text
    for nothing in ("семенова", '"', "OR", "NEAR(", "й"):
        found = [row.number for row in interviews.list(ws, text=nothing)]
        assert found == ([] if match(nothing) else [2, 1]), nothing


@given(st.text(max_size=40))
def test_any_text_makes_a_query_sqlite_understands(text: str) -> None:
    connection = driver.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE t USING fts5 (words, tokenize = 'unicode61 remove_diacritics 0')"
    )
    query = match(text)
    if query:
        connection.execute("SELECT count(*) FROM t WHERE t MATCH ?", [query]).fetchone()
    assert normalised(normalised(text)) == normalised(text)
    connection.close()


def test_reopened_interview_counts_no_more(ws: Workspace) -> None:
    number = put_interview(ws, put_form(ws), done=finished(region="astana"))
    assert interviews.facts(ws, number) == {"region": "astana"}
    with ws.transaction() as db:
        records.reopen(db, number, 2, "uuid:new", "опечатка", stamp(NOON))
    assert interviews.facts(ws, number) == {}
    assert ws.value("SELECT count(*) FROM score") == 0
    row = interviews.list(ws)[0]
    assert (row.status, row.revision, row.finished, row.hash) == ("draft", 2, None, "")
    assert [each["hash"] for each in interviews.revisions(ws, number)] == ["a" * 64, ""]
