"""What `make bench` measures of forms: each beside the same at a small size, or beside the unavoidable part.

Questions are taken in turn over the whole form, so that what is measured is not one warm spot.
"""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from itertools import count
from pathlib import Path

import pytest
import rxeval
from pytest_benchmark.fixture import BenchmarkFixture
from pyxform.xls2xform import convert

from gsmon_desktop.forms import Session, load
from gsmon_desktop.forms.xml import parse_xml
from tests.bench.generated import long_survey, opened, roster, towns, workbook

pytestmark = pytest.mark.bench
MORNING = datetime(2025, 3, 1, 9, 30, tzinfo=UTC)

CALCULATED = "an answer that changes a calculate: 5,000 questions / 100"
NOTHING = "an answer that changes nothing else: 5,000 questions / 100"
RXEVAL = "an answer that changes a calculate, {} questions: ours / rxeval"
ROW = "a row with count, sum and position: the 1,000th / the 10th"
IN_ROW = "an answer that is summed: in the 1,000th row / in the 10th"
CONVERTED = "open 1,000 questions: from the cache / pyxform's conversion"
PARSED = "open 1,000 questions: from the cache / its XML parsed bare"
FILTER = "a choice filter: 100,000 rows / 1,000"


def session(questions: int) -> Session:
    return Session(opened(long_survey(questions)), now=lambda: MORNING)


def answering(filled: Session, letter: str, values: tuple[str, str]) -> Callable[[], object]:
    """Answers one question of every group in turn, seven groups apart."""
    paths = [f"/data/g{g}/{letter}{g}" for g in range(1, len(filled.form.elements) // 11 + 1)]
    steps = count()

    def answer() -> None:
        step = next(steps)
        filled.set(paths[step * 7 % len(paths)], values[step // len(paths) % 2])

    return answer


@pytest.mark.parametrize(("name", "questions"), [("bare", 100), ("ours", 5000)])
@pytest.mark.benchmark(group=CALCULATED)
def test_calculated(benchmark: BenchmarkFixture, name: str, questions: int) -> None:
    answer = answering(session(questions), "n", ("5", "7"))
    benchmark.pedantic(answer, rounds=3000, warmup_rounds=1000)


@pytest.mark.parametrize(("name", "questions"), [("bare", 100), ("ours", 5000)])
@pytest.mark.benchmark(group=NOTHING)
def test_nothing(benchmark: BenchmarkFixture, name: str, questions: int) -> None:
    answer = answering(session(questions), "u", ("a", "b"))
    benchmark.pedantic(answer, rounds=3000, warmup_rounds=1000)


@pytest.mark.parametrize("questions", [100, 1000])
@pytest.mark.parametrize("name", ["bare", "ours"])
def test_beside_rxeval(benchmark: BenchmarkFixture, name: str, questions: int) -> None:
    benchmark.group = RXEVAL.format(questions)
    if name == "ours":
        answer = answering(session(questions), "n", ("5", "7"))
        benchmark.pedantic(answer, rounds=3000, warmup_rounds=100)
        return
    other, values = rxeval.Session(convert(long_survey(questions)).xform), count()

    def whole() -> None:
        other.set("/data/g1/n1", "57"[next(values) % 2])
        other.recompute()

    benchmark.pedantic(whole, rounds=20, warmup_rounds=1)


def rows_before(last: int) -> Session:
    filled = Session(opened(roster()), now=lambda: MORNING)
    while filled.rows("/data/r") < last:
        filled.add("/data/r")
        filled.set(f"/data/r[{filled.rows('/data/r')}]/v", "3")
    return filled


@pytest.mark.parametrize(("name", "rows"), [("bare", 10), ("ours", 1000)])
@pytest.mark.benchmark(group=ROW)
def test_row(benchmark: BenchmarkFixture, name: str, rows: int) -> None:
    filled = rows_before(rows - 1)
    added: list[object] = []

    def away() -> None:
        if added:
            filled.undo(added.pop())  # type: ignore[arg-type]

    benchmark.pedantic(lambda: added.append(filled.add("/data/r")), setup=away, rounds=500, warmup_rounds=20)


@pytest.mark.parametrize(("name", "rows"), [("bare", 10), ("ours", 1000)])
@pytest.mark.benchmark(group=IN_ROW)
def test_in_row(benchmark: BenchmarkFixture, name: str, rows: int) -> None:
    filled, values = rows_before(rows), count()
    path = f"/data/r[{rows}]/v"
    benchmark.pedantic(lambda: filled.set(path, str(next(values) % 9)), rounds=500, warmup_rounds=20)


@cache
def thousand(folder: Path) -> Path:
    path = workbook(long_survey(1000), folder / "long.xlsx")
    load(path, cache=folder)
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("forms")


@pytest.mark.benchmark(group=CONVERTED)
def test_bare_conversion(benchmark: BenchmarkFixture, folder: Path) -> None:
    benchmark.pedantic(lambda: convert(thousand(folder), file_type=".xlsx"), rounds=5, warmup_rounds=1)


@pytest.mark.benchmark(group=PARSED)
def test_bare_parse(benchmark: BenchmarkFixture, folder: Path) -> None:
    xform = load(thousand(folder), cache=folder).xform
    benchmark.pedantic(lambda: parse_xml(xform), rounds=20, warmup_rounds=2)


@pytest.mark.parametrize("group", [CONVERTED, PARSED], ids=["converted", "parsed"])
def test_ours_open(benchmark: BenchmarkFixture, folder: Path, group: str) -> None:
    """States the memory of the form and of a session too, in bytes."""
    benchmark.group = group
    path = thousand(folder)
    benchmark.pedantic(lambda: load(path, cache=folder), rounds=20, warmup_rounds=2)
    tracemalloc.start()
    form = load(path, cache=folder)
    benchmark.extra_info["form bytes per 1,000 questions"] = tracemalloc.get_traced_memory()[0]
    filled = Session(form, now=lambda: MORNING)
    benchmark.extra_info["form and session bytes per 1,000 questions"] = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert filled.form is form


@pytest.mark.parametrize(("name", "rows"), [("bare", 1000), ("ours", 100_000)])
@pytest.mark.benchmark(group=FILTER)
def test_filter(benchmark: BenchmarkFixture, name: str, rows: int) -> None:
    sheets, data = towns(rows)
    filled, turns = Session(opened(sheets, {"towns.csv": data}), now=lambda: MORNING), count()

    def choose() -> None:
        kind = next(turns) % 20
        filled.set("/data/region", f"r{kind}")
        filled.set("/data/kind", f"k{kind}")
        assert filled.choices("/data/town")

    benchmark.pedantic(choose, rounds=100, warmup_rounds=2)
