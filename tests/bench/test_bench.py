"""What `make bench` measures: ours beside a bare baseline that does the unavoidable part of the same work.

Times are never asserted: machines are noisy. `tests.bench.table` prints the ratios of a run.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import openpyxl
import pytest
import sqlcipher3.dbapi2 as driver
from openpyxl import Workbook
from pytest_benchmark.fixture import BenchmarkFixture
from pyxform.xls2xform import convert

from gsmon_desktop import demo, reference
from gsmon_desktop.forms import load
from gsmon_desktop.interviewing import Interview, start
from gsmon_desktop.reports import workbook
from gsmon_desktop.store import Workspace, local_now
from tests.conftest import ROOT

pytestmark = pytest.mark.bench
FORM = ROOT / "resources" / "forms" / "mass_survey.xlsx"

START = "cold start to a usable window"
OPEN = "open the questionnaire: from the cache / pyxform's conversion"
ANSWER = "one answer: set, recomputed, durable / two rows in a synced commit"
BOOK = "workbook of 600 interviews / openpyxl's loop of the same cells"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The demo workspace of 600 interviews."""
    with demo.make(tmp_path_factory.mktemp("bench") / "small", interviews=600, seed=1, now=local_now) as ws:
        yield ws


def _run(script: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", f"tests.bench.{script}", *arguments], cwd=ROOT, check=True)


@pytest.mark.benchmark(group=START)
def test_bare_start(benchmark: BenchmarkFixture) -> None:
    benchmark.pedantic(_run, args=("start_bare",), rounds=7, warmup_rounds=1)


@pytest.mark.benchmark(group=START)
def test_ours_start(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    demo.make(tmp_path / "w", interviews=600, seed=1, now=local_now).close()
    benchmark.pedantic(_run, args=("start_ours", str(tmp_path / "w")), rounds=7, warmup_rounds=1)


@pytest.mark.benchmark(group=OPEN)
def test_bare_open(benchmark: BenchmarkFixture) -> None:
    benchmark.pedantic(lambda: convert(FORM, file_type=".xlsx"), rounds=10, warmup_rounds=1)


@pytest.mark.benchmark(group=OPEN)
def test_ours_open(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    load(FORM, cache=tmp_path)
    benchmark.pedantic(lambda: load(FORM, cache=tmp_path), rounds=20, warmup_rounds=1)


@pytest.mark.benchmark(group=ANSWER)
def test_ours_answer(benchmark: BenchmarkFixture, small: Workspace, tmp_path: Path) -> None:
    """Takes turns with the baseline: a disk syncs now quickly, now slowly, and both must meet the same."""
    interview, path = _scored_question(small)
    values, db = cycle("12345"), _bare_database(tmp_path / "bare.db")
    bare: list[float] = []

    def bare_answer() -> None:
        value, began = next(values), perf_counter()
        db.execute("BEGIN")
        db.execute("INSERT OR REPLACE INTO answer VALUES ('/data/q', ?)", [value])
        db.execute("INSERT INTO event (path, value) VALUES ('/data/q', ?)", [value])
        db.execute("COMMIT")
        bare.append(perf_counter() - began)

    benchmark.pedantic(
        lambda: interview.answer(path, next(values)), setup=bare_answer, rounds=400, warmup_rounds=5
    )
    benchmark.extra_info["bare"] = median(bare)
    db.close()


def _bare_database(file: Path) -> Any:
    db = driver.connect(str(file), isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("CREATE TABLE answer (path TEXT PRIMARY KEY, value TEXT) STRICT")
    db.execute("CREATE TABLE event (id INTEGER PRIMARY KEY, path TEXT, value TEXT) STRICT")
    return db


def _scored_question(ws: Workspace) -> tuple[Interview, str]:
    """An interview in which a scored question is being asked."""
    interview = start(ws, "mass_survey", now=local_now)
    session = interview.session
    by_name = {element.name: path for path, element in session.form.elements.items()}
    for name, value in (("consent", "yes"), ("eligible", "yes"), ("service", "s01")):
        interview.answer(by_name[name], value)
    path = by_name["e_info_portal"]
    assert session.relevant(path)
    return interview, path


@pytest.mark.benchmark(group=BOOK)
def test_bare_workbook(benchmark: BenchmarkFixture, small: Workspace, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(_book(small, tmp_path), read_only=True)
    sheets = [[list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book]
    book.close()

    def write() -> None:
        bare = Workbook(write_only=True)
        for rows in sheets:
            sheet = bare.create_sheet()
            for row in rows:
                sheet.append(row)
        bare.save(tmp_path / "bare.xlsx")

    benchmark.pedantic(write, rounds=3, warmup_rounds=1)


@pytest.mark.benchmark(group=BOOK)
def test_ours_workbook(benchmark: BenchmarkFixture, small: Workspace, tmp_path: Path) -> None:
    benchmark.pedantic(lambda: _book(small, tmp_path), rounds=3, warmup_rounds=1)


def _book(ws: Workspace, folder: Path) -> Path:
    return workbook(ws, folder / "ours.xlsx", edition=reference.edition(), catalogue=reference.catalogue())
