"""Linear and cross tables as .xlsx and .csv."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from gsmon_desktop import reference
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.interviewing import record
from gsmon_desktop.reports import write_tables
from gsmon_desktop.store import Workspace
from tests.exchange.tools import give
from tests.interviewing.tools import put_survey
from tests.reports.test_workbook import filled
from tests.store.tools import NOON, noon

__all__ = ["filled"]

OTHER = """
| survey |
| | type | name | label |
| | select_one region | region | Где |
| | select_one branch | branch | Как |
| choices |
| | list_name | name | label |
| | region | astana | Астана |
| | branch | paper | На бумаге |
| settings |
| | form_title | form_id | version |
| | Наблюдение | watch | 1 |
"""


def write(ws: Workspace, to: Path, *pairs: tuple[str, str], language: str = "ru") -> Path:
    return write_tables(
        ws,
        to,
        pairs,
        edition=reference.edition(),
        catalogue=reference.catalogue(),
        language=language,
        now=noon,
    )


def read(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_linear_tables_as_csv(filled: Workspace, tmp_path: Path) -> None:
    rows = [row for row in read(write(filled, tmp_path / "a.csv")) if row["question"] == "region"]
    assert sum(int(row["n"]) for row in rows) == int(rows[0]["answered"])
    assert sum(float(row["share"]) for row in rows) == pytest.approx(1)


def test_a_cross_table_as_csv(filled: Workspace, tmp_path: Path) -> None:
    rows = read(write(filled, tmp_path / "a.csv", ("region", "service")))
    assert {row["rows"] for row in rows} == {"region"}
    by_row: dict[str, float] = {}
    for row in rows:
        by_row[row["row"]] = by_row.get(row["row"], 0) + float(row["row_share"])
    assert all(share == pytest.approx(1) for share in by_row.values())


@pytest.mark.parametrize(
    ("language", "title"), [("ru", "Перекрестные таблицы"), ("kk", "Қиылысқан кестелер")]
)
def test_both_in_a_workbook(filled: Workspace, tmp_path: Path, language: str, title: str) -> None:
    book = load_workbook(write(filled, tmp_path / "a.xlsx", ("region", "service"), language=language))
    assert book.sheetnames[1] == title
    rows: list[tuple[Any, ...]] = list(book[title].iter_rows(values_only=True))
    total = next(row for row in rows if row[0] in ("Всего", "Барлығы"))
    numbers = [cell for cell in total[1:] if cell is not None]
    assert numbers[-1] == sum(numbers[:-1])


def test_what_is_not_there_is_said(filled: Workspace, tmp_path: Path) -> None:
    with pytest.raises(GsmonError, match="nowhere"):
        write(filled, tmp_path / "a.csv", ("nowhere", "region"))
    with pytest.raises(GsmonError) as caught:
        write(filled, tmp_path / "a.txt")
    assert caught.value.code == "report.not_table"
    assert not list(tmp_path.glob("a.*"))


def test_questions_of_one_name_in_two_forms_are_told_apart(ws: Workspace, tmp_path: Path) -> None:
    give(ws)
    (tmp_path / "форма").mkdir()
    put_survey(ws, tmp_path / "форма", OTHER)
    answers = {"/data/region": "astana", "/data/branch": "paper"}
    record(ws, "watch", answers, started=NOON, finished=NOON, interviewer="Айгүл", now=noon)
    linear = read(write(ws, tmp_path / "a.csv"))
    assert {row["form"] for row in linear if row["question"] == "region"} == {"visit", "watch"}
    crossed = read(write(ws, tmp_path / "b.csv", ("region", "branch")))
    assert {(row["form"], row["n"]) for row in crossed} == {("visit", "1"), ("watch", "1")}
    sheet = load_workbook(write(ws, tmp_path / "a.xlsx", ("region", "branch")))["Перекрестные таблицы"]
    said = {str(cell.value) for cell in sheet["A"]}
    assert {"Визит: Регион × Форма", "Наблюдение: Где × Как"} <= said
