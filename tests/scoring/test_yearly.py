"""Another year's figures: written by one year, read by the next, and refused by row and field when broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.methodology.counts import Counts, Key
from gsmon_desktop.methodology.facts import compute_facts
from gsmon_desktop.methodology.scores import Scores, compute
from gsmon_desktop.methodology.yearly import COLUMNS, Yearly, read_figures, write_figures
from gsmon_desktop.reference import catalogue, edition, published_tables
from gsmon_desktop.reports.rating_tables import MAKERS
from gsmon_desktop.reports.tables_of_scores import Sources
from gsmon_desktop.scoring import figures_of_year

SERVICE = "s64"
"""A local service, asked on paper and electronically."""


def scores(mark: int) -> Scores:
    """Ten people of one region who gave every item the same mark."""
    counts: Counts = {
        Key("abay", SERVICE, form, "", item, str(mark)): 10
        for form, item in (("paper", "result"), ("electronic", "result"))
    }
    return compute(counts, edition(), catalogue())


def test_written_figures_come_back_as_they_were() -> None:
    text = write_figures(scores(4), edition(), catalogue())
    found = read_figures(text, "2025.csv", catalogue())
    assert found.year == 2025
    assert found.of("service")[SERVICE].score == 4
    assert found.of("local")["abay"].pct == 0
    assert found.of("republic")[""].score == 4
    assert dict(found.of("body")) == {}


@pytest.mark.parametrize(
    ("name", "key"), [("rating", SERVICE), ("local", "abay"), ("regions", "abay"), ("central", None)]
)
def test_dynamics_against_a_file(name: str, key: str | None) -> None:
    before = read_figures(write_figures(scores(4), edition(), catalogue()), "a.csv", catalogue())
    before = Yearly(2019, before.figures)
    facts = compute_facts({}, edition(), catalogue())
    sources = Sources(scores(5), facts, edition(), catalogue(), published_tables(), "ru", before=before)
    table = MAKERS[name](sources)
    heads = [column.heading for column in table.columns]
    if key is None:
        assert table.rows == ()
        return
    assert heads[-1] == "К 2019 году"
    assert table.rows[0][-1] == 1


def test_excel_is_read_too(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(COLUMNS)
    sheet.append([2023, "republic", None, "4,56", 71.5])
    sheet.append(["2023", "body", "МЮ", 4.7, None])
    book.save(tmp_path / "2023.xlsx")
    found = figures_of_year(tmp_path / "2023.xlsx", catalogue())
    assert (found.year, found.of("republic")[""].score) == (2023, 4.56)
    assert found.of("body")["МЮ"].pct is None


@pytest.mark.parametrize(
    ("rows", "code", "place"),
    [
        (["2024,planet,x,4,"], "reference.field", ":2: level"),
        (["2024,service,s99,4,"], "reference.field", ":2: key"),
        (["2024,service,,4,"], "reference.missing_field", ":2: key"),
        (["2024,service,s01,5.5,"], "reference.field", ":2: score"),
        (["2024,service,s01,-1,"], "reference.field", ":2: score"),
        (["2024,service,s01,,"], "reference.missing_field", ":2: score"),
        (["2024,service,s01,4,101"], "reference.field", ":2: pct"),
        (["2024,service,s01,4,", "2024,service,s01,5,"], "reference.duplicate", ":3: key"),
        (["2024,service,s01,4,", "2023,service,s02,5,"], "reference.field", ":3: year"),
        (["soon,service,s01,4,"], "reference.field", ":2: year"),
        ([], "figures.empty", ""),
    ],
)
def test_what_is_wrong_is_named(rows: list[str], code: str, place: str) -> None:
    with pytest.raises(GsmonError) as error:
        read_figures("\n".join([",".join(COLUMNS), *rows]), "a.csv", catalogue())
    assert error.value.code == code
    assert place in error.value.place


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(GsmonError) as error:
        figures_of_year(tmp_path / "нет.csv", catalogue())
    assert error.value.code == "figures.unreadable"
