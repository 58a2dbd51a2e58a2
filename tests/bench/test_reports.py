"""Reports of a whole year, measured beside the bare loops nobody can do without."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from random import Random
from time import perf_counter

import openpyxl
import pytest
from openpyxl import Workbook
from pytest_benchmark.fixture import BenchmarkFixture
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from gsmon_desktop import reference, scoring
from gsmon_desktop.interviewing import add_built_in
from gsmon_desktop.methodology.counts import SCORES, Key
from gsmon_desktop.methodology.facts import compute_facts
from gsmon_desktop.methodology.scores import compute
from gsmon_desktop.reports import workbook, write_tables
from gsmon_desktop.reports.rating_tables import MAKERS
from gsmon_desktop.reports.tables_of_scores import Sources
from gsmon_desktop.reports.visit_reports import write_visits
from gsmon_desktop.store import Workspace, local_now
from tests.bench import bulk
from tests.conftest import ROOT
from tests.reports.visiting import hold_visit

pytestmark = pytest.mark.bench
YEAR = 12_516
"""Interviews of a year's mass survey."""
PHOTOS = 200

SCORED = f"scores of the republic, {YEAR} interviews: kept counts / the raw GROUP BY alone"
RATED = "all ratings: counts of 10 million interviews / of 10 thousand"
BOOK = f"workbook of {YEAR} interviews, wide and long / openpyxl's loop of the same cells"
CROSS = f"cross table of {YEAR} interviews / reading their instances"
PAGES = f"PDF of a visit with {PHOTOS} photos / the photos alone drawn on pages"


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A workspace with a whole year's interviews, written straight into the tables."""
    with bulk.make(tmp_path_factory.mktemp("bench") / "year", YEAR, sent=0) as ws:
        yield ws


@pytest.mark.benchmark(group=SCORED)
def test_ours_scores_of_a_year(benchmark: BenchmarkFixture, year: Workspace) -> None:
    raw = """SELECT region, service, branch, place, item, score, count(*) FROM interview
        JOIN score ON interview = number WHERE status = 'finished' AND outcome = 'complete'
        GROUP BY region, service, branch, place, item, score"""
    edition, catalogue = reference.edition(), reference.catalogue()
    bare: list[float] = []

    def baseline() -> None:
        began = perf_counter()
        year.db.execute(raw).fetchall()
        bare.append(perf_counter() - began)

    found = benchmark.pedantic(
        lambda: scoring.preview(year, edition, catalogue), setup=baseline, rounds=5, warmup_rounds=1
    )
    benchmark.extra_info["bare"] = min(bare)
    assert found is not None


@pytest.mark.benchmark(group=RATED)
def test_bare_ratings(benchmark: BenchmarkFixture) -> None:
    counts = _counts(10_000)
    benchmark.pedantic(lambda: _ratings(counts), rounds=5, warmup_rounds=1)


@pytest.mark.benchmark(group=RATED)
def test_ours_ratings_of_ten_million(benchmark: BenchmarkFixture) -> None:
    counts = _counts(10_000_000)
    benchmark.extra_info["answers"] = sum(counts.values())
    benchmark.pedantic(lambda: _ratings(counts), rounds=5, warmup_rounds=1)


def _counts(interviews: int) -> dict[Key, int]:
    """Counts of every region, local service, form and item; each interview answers a dozen items."""
    rng, edition, catalogue = Random(1), reference.edition(), reference.catalogue()
    cells = [
        (region, service, item)
        for region, service in product(catalogue.regions, catalogue.services)
        for item in edition.items.values()
    ]
    each = max(1, 12 * interviews // len(cells) // 5)
    return {
        Key(region, service, form, "", item.id, score): rng.randint(1, 2 * each)
        for region, service, item in cells
        for form in item.zones
        for score in SCORES
    }


def _ratings(counts: dict[Key, int]) -> None:
    edition, catalogue = reference.edition(), reference.catalogue()
    scores = compute(counts, edition, catalogue)
    facts = compute_facts({}, edition, catalogue)
    sources = Sources(scores, facts, edition, catalogue, reference.published_tables(), "ru")
    for maker in MAKERS.values():
        maker(sources)


@pytest.mark.benchmark(group=BOOK)
def test_ours_workbook_of_a_year(benchmark: BenchmarkFixture, year: Workspace, tmp_path: Path) -> None:
    """The cells are read back from ours and kept in a file, so that the baseline holds no more than a row."""
    ours, kept = tmp_path / "ours.xlsx", tmp_path / "cells"
    benchmark.pedantic(lambda: _book(year, ours), rounds=2, warmup_rounds=0)
    book = openpyxl.load_workbook(ours, read_only=True)
    with kept.open("wb") as cells:
        for sheet in book:
            pickle.dump(None, cells)
            for row in sheet.iter_rows(values_only=True):
                pickle.dump(list(row), cells)
    book.close()
    benchmark.extra_info["bare"] = min(_bare(kept, tmp_path / "bare.xlsx") for _ in range(2))
    benchmark.extra_info["peak MB"] = _peak(year.folder, "workbook", ours)


def _book(ws: Workspace, to: Path) -> Path:
    return workbook(ws, to, edition=reference.edition(), catalogue=reference.catalogue())


def _bare(kept: Path, to: Path) -> float:
    """Seconds of a bare write-only loop over the rows, without reading them."""
    spent, bare, sheet = 0.0, Workbook(write_only=True), None
    with kept.open("rb") as cells:
        while True:
            try:
                row = pickle.load(cells)  # noqa: S301 - written a moment ago
            except EOFError:
                break
            began = perf_counter()
            if row is None:
                sheet = bare.create_sheet()
            else:
                assert sheet is not None
                sheet.append(row)
            spent += perf_counter() - began
    began = perf_counter()
    bare.save(to)
    return spent + perf_counter() - began


def _peak(folder: Path, report: str, to: Path) -> float:
    """Megabytes at the most that a process of its own holds while it writes a report. A small one starts it:
    a process begins with the peak of its parent.
    """
    command = [sys.executable, "-m", "ui", "--workspace", str(folder), "report", report, "--to", str(to)]
    small = [sys.executable, "-c", _MEASURE, *command]
    done = subprocess.run(small, cwd=ROOT, check=True, capture_output=True, text=True)
    return int(done.stderr.split()[-1]) / 1024


_MEASURE = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
"""


@pytest.mark.benchmark(group=CROSS)
def test_ours_cross_table(benchmark: BenchmarkFixture, year: Workspace, tmp_path: Path) -> None:
    bare: list[float] = []

    def baseline() -> None:
        began = perf_counter()
        for _ in year.db.execute("SELECT instance FROM revision WHERE hash <> ''"):
            pass
        bare.append(perf_counter() - began)

    benchmark.pedantic(
        lambda: write_tables(
            year,
            tmp_path / "a.csv",
            [("sex", "branch")],
            edition=reference.edition(),
            catalogue=reference.catalogue(),
        ),
        setup=baseline,
        rounds=3,
        warmup_rounds=1,
    )
    benchmark.extra_info["bare"] = min(bare)


@pytest.mark.benchmark(group=PAGES)
def test_ours_photo_report(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """The baseline draws the same photos as they are; beside it the peaks of processes of their own."""
    peaks = {}
    for photos in (20, PHOTOS):
        folder = tmp_path / str(photos)
        with Workspace.create(folder, now=local_now, name="А. Серикова", region="abay") as ws:
            add_built_in(ws, now=local_now)
            hold_visit(ws, tmp_path, now=local_now, photos=photos)
        for ending in (".pdf", ".docx"):
            peaks[photos, ending] = _peak(folder, "visits", tmp_path / f"a{ending}")
    with Workspace.open(tmp_path / str(PHOTOS), now=local_now, read_only=True) as ws:
        benchmark.pedantic(
            lambda: write_visits(ws, tmp_path / "a.pdf", catalogue=reference.catalogue()),
            rounds=2,
            warmup_rounds=0,
        )
    began = perf_counter()
    canvas = Canvas(str(tmp_path / "bare.pdf"))
    for number in range(PHOTOS):
        shot = ImageReader(str(tmp_path / f"снимок-{number + 1}.jpg"))
        canvas.drawImage(shot, 50, 50 + 380 * (number % 2), 480, 360)
        if number % 2:
            canvas.showPage()
    canvas.save()
    benchmark.extra_info["bare"] = perf_counter() - began
    for ending in (".pdf", ".docx"):
        said = " / ".join(f"{peaks[photos, ending]:.0f}" for photos in (20, PHOTOS))
        benchmark.extra_info[f"peak of a {ending} of 20 / {PHOTOS} photos, MB"] = said
