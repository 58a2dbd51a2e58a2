"""What `make bench` measures of forms: each beside the same at a small size, or beside the unavoidable part.

Questions are taken in turn over the whole form, so that what is measured is not one warm spot. People answer
seconds apart, and in between the window is drawn: so answers are timed after other work has taken the
processor's caches, at 100 questions as at 5,000. In a tight loop a form of 100 fits into those caches and one
of 5,000 does not; that is measured too.
"""

from __future__ import annotations

import csv
import io
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
from tests.conftest import ROOT

pytestmark = pytest.mark.bench
MASS_SURVEY = ROOT / "resources" / "forms" / "mass_survey.xlsx"
MORNING = datetime(2025, 3, 1, 9, 30, tzinfo=UTC)

BETWEEN = bytes(16 << 20)
"""Looked through between two answers: more than a processor's second cache holds."""
LOOP, APART = "in a tight loop", "apart"
CALCULATED = "an answer that changes a calculate, {}: 5,000 questions / 100"
NOTHING = "an answer that changes nothing else, {}: 5,000 questions / 100"
MASS = "the mass survey, {}: an answer that changes a calculate / one that does not"
MASS_RXEVAL = "the mass survey, an answer that changes a calculate: ours / rxeval"
RXEVAL = "an answer that changes a calculate, {} questions: ours / rxeval"
ROW = "a row with count, sum and position: the 1,000th / the 10th"
IN_ROW = "an answer that is summed: in the 1,000th row / in the 10th"
CONVERTED = "open 1,000 questions: from the cache / pyxform's conversion"
PARSED = "open 1,000 questions: from the cache / its XML parsed bare"
LISTED = "open a form with a list of 100,000 rows again / the list parsed bare"
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


def timed(benchmark: BenchmarkFixture, group: str, answer: Callable[[], object], way: str) -> None:
    """Times one answer a round: in a tight loop, or each after other work."""
    benchmark.group = group.format(way)
    for _ in range(1000):
        answer()
    if way == LOOP:
        benchmark.pedantic(answer, rounds=3000, warmup_rounds=100)
    else:
        benchmark.pedantic(answer, setup=lambda: BETWEEN.count(1), rounds=1000, warmup_rounds=10)


@pytest.mark.parametrize("way", [LOOP, APART])
@pytest.mark.parametrize(("name", "questions"), [("bare", 100), ("ours", 5000)])
def test_calculated(benchmark: BenchmarkFixture, name: str, questions: int, way: str) -> None:
    timed(benchmark, CALCULATED, answering(session(questions), "n", ("5", "7")), way)


@pytest.mark.parametrize("way", [LOOP, APART])
@pytest.mark.parametrize(("name", "questions"), [("bare", 100), ("ours", 5000)])
def test_nothing(benchmark: BenchmarkFixture, name: str, questions: int, way: str) -> None:
    timed(benchmark, NOTHING, answering(session(questions), "u", ("a", "b")), way)


Toggled = list[tuple[str, tuple[str, str]]]


def surveyed() -> tuple[Session, Toggled, Toggled]:
    """The mass survey filled, and two answers each of questions that change a calculate and of others (none
    of them changes what is asked)."""
    filled = Session(load(MASS_SURVEY), now=lambda: MORNING)

    def offers(path: str) -> list[str]:
        one = filled.question(path).element.type == "select_one"
        return [choice.value for choice in filled.choices(path)][:2] if one else []

    for _ in range(8):
        for path in filled.asked():
            if offers(path) and not filled.value(path):
                filled.set(path, offers(path)[0])
    changing: Toggled = []
    others: Toggled = []
    asked = filled.asked()
    for path in asked:
        if len(offers(path)) == 2:
            first, second = offers(path)
            rows = filled.set(path, second).rows
            if filled.asked() == asked:
                (changing if len(rows) > 1 else others).append((path, (first, second)))
            filled.set(path, first)
    return filled, changing, others


def toggling(change: Callable[[str, str], object], questions: Toggled) -> Callable[[], object]:
    """Answers the questions in turn, one way and the other."""
    steps = count()

    def answer() -> None:
        step = next(steps)
        path, values = questions[step % len(questions)]
        change(path, values[(step // len(questions) + 1) % 2])

    return answer


@pytest.mark.parametrize("way", [LOOP, APART])
@pytest.mark.parametrize("name", ["bare", "ours"])
def test_mass_survey(benchmark: BenchmarkFixture, name: str, way: str) -> None:
    filled, changing, others = surveyed()
    assert changing
    assert others
    timed(benchmark, MASS, toggling(filled.set, changing if name == "ours" else others), way)


@pytest.mark.parametrize("name", ["bare", "ours"])
@pytest.mark.benchmark(group=MASS_RXEVAL)
def test_mass_survey_beside_rxeval(benchmark: BenchmarkFixture, name: str) -> None:
    filled, changing, _others = surveyed()
    if name == "ours":
        benchmark.pedantic(toggling(filled.set, changing), rounds=1000, warmup_rounds=100)
        return
    other = rxeval.Session(filled.form.xform)
    for path, value in filled.answers().items():
        other.set(path, value)

    def whole(path: str, value: str) -> None:
        other.set(path, value)
        other.recompute()

    benchmark.pedantic(toggling(whole, changing), rounds=50, warmup_rounds=2)


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

    benchmark.pedantic(choose, rounds=100, warmup_rounds=20)
    choose()
    benchmark.extra_info[f"ms a filter over {rows} rows"] = round(benchmark.stats["median"] * 1000, 2)


@pytest.mark.parametrize("name", ["bare", "ours"])
@pytest.mark.benchmark(group=LISTED)
def test_open_with_a_long_list(benchmark: BenchmarkFixture, tmp_path: Path, name: str) -> None:
    """Also states the memory of the list, in bytes; what SQLite keeps of its file (2 MB at most) beside."""
    sheets, data = towns(100_000)
    path = workbook(sheets, tmp_path / "towns.xlsx")
    (tmp_path / "towns.csv").write_bytes(data)
    if name == "bare":
        benchmark.pedantic(
            lambda: list(csv.reader(io.StringIO(data.decode(), newline=""))), rounds=10, warmup_rounds=1
        )
        return
    load(path, cache=tmp_path)
    benchmark.pedantic(lambda: load(path, cache=tmp_path), rounds=10, warmup_rounds=1)
    form = load(path, cache=tmp_path)
    tracemalloc.start()
    filled = Session(form, now=lambda: MORNING)
    before = tracemalloc.get_traced_memory()[0]
    filled.set("/data/region", "r1")
    filled.set("/data/kind", "k1")
    assert filled.choices("/data/town")
    taken = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    benchmark.extra_info["bytes of a list of 100,000 rows once filtered"] = taken
