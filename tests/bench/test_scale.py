"""What `make bench` measures at 100,000 interviews, and of one commit: ours beside the bare part of the same.

Where the disk is involved ours and the baseline take turns: a disk syncs now quickly, now slowly.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver
from pytest_benchmark.fixture import BenchmarkFixture

from gsmon_desktop import reference, scoring
from gsmon_desktop.demo.answers import FORM_ID, answers
from gsmon_desktop.demo.draw import COMPLETE, contacts
from gsmon_desktop.demo.sources import sources
from gsmon_desktop.interviewing import Interview, add_built_in, latest_form, start
from gsmon_desktop.interviewing.recording import give
from gsmon_desktop.interviewing.sittings import fill
from gsmon_desktop.store import Workspace, interviews, local_now
from gsmon_desktop.store.words import match
from tests.bench import bulk
from tests.conftest import ROOT

pytestmark = pytest.mark.bench
MANY = 100_000

COMMIT = "commit of an answer, {}: ours / a bare transaction of the same bytes"
OPEN = f"open a workspace: {MANY} interviews / none"
PAGE = f"page of {MANY}, filtered and searched: ours / the raw indexed query"
COUNT = f"search {MANY}, count and first page: {{}}"
FINISH = f"finish an interview: among {MANY} / among ten"
COUNTS = f"counts of {MANY} for the scores: the small table / the raw GROUP BY"
PREVIEW = f"preview of {MANY}, formulas and all / the raw GROUP BY"
SHOWN = f"what the window always shows of {MANY}: unsent, done by service, counts of the day"
DEEP = f"the last page of {MANY} / the first"
RAW = """SELECT region, service, branch, place, item, score, count(*) FROM interview
    JOIN score ON interview = number WHERE status = 'finished' AND outcome = 'complete'
    GROUP BY region, service, branch, place, item, score"""
_EVENT = """INSERT INTO event
    (interview, at, who, action, revision, path, old, new, ms, salt, seal, hash)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
SEARCHED = ("предоставление", "область", "қаласы", "жоқ", "по", "қ", "алматы 1")
"""Words of few interviews and of most, whole and only begun, Russian and Kazakh."""
PASSPHRASE = "семь тёплых камней у реки"

Turn = Callable[[], object]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with bulk.make(tmp_path_factory.mktemp("scale") / "many", MANY) as ws:
        yield ws


@pytest.fixture
def ten(tmp_path: Path) -> Iterator[Workspace]:
    with bulk.make(tmp_path / "ten", 10) as ws:
        yield ws


def beside(benchmark: BenchmarkFixture, ours: Turn, bare: Turn, *, rounds: int, ready: Turn = int) -> None:
    """Times ours, and before each round of it the baseline; `ready` prepares a round of both untimed."""
    times: list[float] = []

    def setup() -> None:
        ready()
        began = perf_counter()
        bare()
        times.append(perf_counter() - began)

    benchmark.pedantic(ours, setup=setup, rounds=rounds, warmup_rounds=2)
    benchmark.extra_info["bare"] = median(times)


# ------------------------------------------------------------------------------------------ one commit


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])
def test_ours_commit(benchmark: BenchmarkFixture, tmp_path: Path, passphrase: str | None) -> None:
    """The same rows go into a plain database of the same schema, prepared beforehand, in one transaction."""
    benchmark.group = COMMIT.format("encrypted" if passphrase else "plain")
    with Workspace.create(tmp_path / "bare", now=local_now) as ws:
        add_built_in(ws, now=local_now)
        start(ws, FORM_ID, now=local_now)
    db = _bare(tmp_path / "bare" / "gsmon.db")
    with Workspace.create(tmp_path / "ours", now=local_now, passphrase=passphrase) as ws:
        add_built_in(ws, now=local_now)
        interview, path = _asked(ws)
        session, values, changes = interview.session, cycle("12345"), []
        event = (1, "2026-03-02T12:00:00.000+05:00", ws.who, "answered", 1, path, "4", "5", 1234, "a" * 32)

        def commit() -> None:
            db.execute("BEGIN IMMEDIATE")
            db.execute(
                """INSERT INTO answer VALUES (1, ?, ?)
                ON CONFLICT (interview, path) DO UPDATE SET value = excluded.value""",
                (path, next(values)),
            )
            db.execute(_EVENT, (*event, "b" * 64, "c" * 64))
            db.execute("COMMIT")

        beside(
            benchmark,
            lambda: interview.save(changes.pop()),
            commit,
            rounds=400,
            ready=lambda: changes.append(session.set(path, next(values))),
        )
    db.close()


def _bare(file: Path) -> Any:
    db = driver.connect(str(file), isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        db.execute(f"PRAGMA {pragma}").fetchall()
    return db


def _asked(ws: Workspace) -> tuple[Interview, str]:
    """An interview in which a scored question is being asked."""
    interview = start(ws, FORM_ID, now=local_now)
    by_name = {element.name: path for path, element in interview.session.form.elements.items()}
    for name, value in (("consent", "yes"), ("eligible", "yes"), ("service", "s01")):
        interview.answer(by_name[name], value)
    return interview, by_name["e_info_portal"]


# ------------------------------------------------------------------------------------------ very many


@pytest.mark.benchmark(group=OPEN)
def test_ours_opening(benchmark: BenchmarkFixture, many: Workspace, tmp_path: Path) -> None:
    """States the size of the file and the memory of a process that opens, lists and previews it."""
    copy = tmp_path / "copy"
    many.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    shutil.copytree(many.folder, copy, ignore=shutil.ignore_patterns("lock"))
    os.sync()  # a gigabyte just copied would be written while we measure
    Workspace.create(tmp_path / "empty", now=local_now).close()
    beside(
        benchmark,
        lambda: Workspace.open(copy, now=local_now).close(),
        lambda: Workspace.open(tmp_path / "empty", now=local_now).close(),
        rounds=30,
    )
    benchmark.extra_info["file, MB"] = round((copy / "gsmon.db").stat().st_size / 1e6)
    benchmark.extra_info["answers"] = many.value("SELECT count(*) FROM answer")
    for name, folder in (("100,000", copy), ("none", tmp_path / "empty")):
        benchmark.extra_info[f"memory with {name}, MB"] = _memory(folder)


def _memory(folder: Path) -> int:
    command = [sys.executable, "-m", "tests.bench.start_store", str(folder)]
    return int(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)


@pytest.mark.benchmark(group=PAGE)
def test_ours_page(benchmark: BenchmarkFixture, many: Workspace) -> None:
    region = many.value("SELECT region FROM interview WHERE number = 1")
    sql = """SELECT * FROM interview WHERE status = 'finished' AND region = ? AND number IN
        (SELECT rowid FROM interview_search WHERE interview_search MATCH ?)
        ORDER BY started DESC LIMIT 100"""
    beside(
        benchmark,
        lambda: interviews.list(many, status="finished", region=region, text="пред"),
        lambda: many.db.execute(sql, [region, match("пред")]).fetchall(),
        rounds=50,
    )


@pytest.mark.parametrize("text", SEARCHED)
def test_ours_search(benchmark: BenchmarkFixture, many: Workspace, text: str) -> None:
    """Beside what the index alone takes to count them."""
    benchmark.group = COUNT.format(text)
    benchmark.extra_info["found"] = interviews.count(many, text=text)
    sql = "SELECT count(*) FROM interview_search WHERE interview_search MATCH ?"
    beside(
        benchmark,
        lambda: (interviews.count(many, text=text), interviews.list(many, text=text)),
        lambda: many.db.execute(sql, [match(text)]).fetchone(),
        rounds=10,
    )


@pytest.mark.benchmark(group=DEEP)
def test_ours_last_page(benchmark: BenchmarkFixture, many: Workspace) -> None:
    beside(
        benchmark,
        lambda: interviews.list(many, offset=MANY - 100),
        lambda: interviews.list(many),
        rounds=20,
    )


@pytest.mark.benchmark(group=SHOWN)
def test_ours_shown(benchmark: BenchmarkFixture, many: Workspace) -> None:
    today = local_now().date()
    benchmark.pedantic(
        lambda: (
            interviews.unsent(many), interviews.done_by_service(many), interviews.counts_of_day(many, today)
        ),
        rounds=20, warmup_rounds=2,
    )  # fmt: skip


@pytest.mark.benchmark(group=FINISH)
def test_ours_finish(benchmark: BenchmarkFixture, many: Workspace, ten: Workspace) -> None:
    made = _ready(many), _ready(ten)
    waiting: list[Interview] = []
    beside(
        benchmark,
        lambda: waiting.pop(0).finish(),
        lambda: waiting.pop().finish(),
        rounds=60,
        ready=lambda: waiting.extend(map(next, made)),
    )


def _ready(ws: Workspace) -> Iterator[Interview]:
    """Interviews with every answer given and saved, one after the other."""
    form, rng = latest_form(ws, FORM_ID), Random(7)
    met = [contact for contact in contacts(100, rng, sources()) if contact.outcome == COMPLETE]
    for contact in cycle(met):
        interview = start(ws, FORM_ID, now=local_now)
        give(interview.session, answers(contact, form))
        with ws.transaction():
            fill(ws, interview.number, interview.session)
        yield interview


@pytest.mark.benchmark(group=COUNTS)
def test_ours_counts(benchmark: BenchmarkFixture, many: Workspace) -> None:
    beside(benchmark, lambda: scoring.cells(many), lambda: many.db.execute(RAW).fetchall(), rounds=7)


@pytest.mark.benchmark(group=PREVIEW)
def test_ours_preview(benchmark: BenchmarkFixture, many: Workspace) -> None:
    edition, catalogue = reference.edition(), reference.catalogue()
    beside(
        benchmark,
        lambda: scoring.preview(many, edition, catalogue),
        lambda: many.db.execute(RAW).fetchall(),
        rounds=5,
    )
