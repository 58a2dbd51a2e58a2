"""A list as a file: opened again by another reader it says the same."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.reports import write_list
from gsmon_desktop.reports.book import Book

HEADINGS = ("№", "Что", "Кому")
ROWS = ((1, "Исправить срок", "Портал"), (2, "=1+1", None), (12, "Два\nряда", "ЦОН"))


def test_sheet_holds_numbers_as_numbers_and_no_formula(tmp_path: Path) -> None:
    made = write_list(tmp_path / "выводы.xlsx", "Выводы и рекомендации за весь год по всем", HEADINGS, ROWS)
    book = load_workbook(made)
    sheet = book.worksheets[0]
    assert sheet.title == "Выводы и рекомендации за весь…"
    assert [[cell.value for cell in row] for row in sheet] == [list(HEADINGS), *map(list, ROWS)]
    assert sheet["A2"].data_type == "n"
    assert sheet["B3"].data_type == "s", "a text that begins like a formula stays a text"
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:C4"


def test_csv_opens_in_excel_and_elsewhere(tmp_path: Path) -> None:
    made = write_list(tmp_path / "list.csv", "", HEADINGS, ROWS)
    with made.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    assert lines == [list(HEADINGS), *([str(v) if v is not None else "" for v in row] for row in ROWS)]


def test_empty_list_is_its_headings(tmp_path: Path) -> None:
    book = load_workbook(write_list(tmp_path / "x.xlsx", "Пусто", HEADINGS, ()))
    assert [cell.value for cell in book.worksheets[0][1]] == list(HEADINGS)


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GsmonError) as caught:
        write_list(tmp_path / "list.docx", "", HEADINGS, ROWS)
    assert caught.value.code == "report.not_table"
    assert list(tmp_path.iterdir()) == []


def test_sheets_with_one_long_title_get_names_of_their_own() -> None:
    with Book(io.BytesIO()) as book:
        names = [book.sheet("Интервью по строкам depth_interview_" + kind).title for kind in "abc"]
        book.save()
    assert len(set(names)) == 3
    assert all(len(name) <= 31 for name in names)


@pytest.mark.parametrize("name", ["list.xlsx", "list.csv"])
def test_a_list_that_breaks_off_leaves_no_file(tmp_path: Path, name: str) -> None:
    def broken() -> Iterator[tuple[str, ...]]:
        yield ("a",) * len(HEADINGS)
        raise GsmonError("workspace.io", "x", reason="stick pulled")

    with pytest.raises(GsmonError):
        write_list(tmp_path / name, "Выводы", HEADINGS, broken())
    assert list(tmp_path.iterdir()) == []
