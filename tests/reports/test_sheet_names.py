"""What the sheets of a workbook are called, and the contents that lead to them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from gsmon_desktop import reference
from gsmon_desktop.interviewing import record
from gsmon_desktop.paths import resources
from gsmon_desktop.reports import workbook
from gsmon_desktop.reports.book import Book, sheet_name
from gsmon_desktop.reports.texts import Texts
from gsmon_desktop.store import Workspace
from tests.exchange.tools import give
from tests.interviewing.tools import put_survey
from tests.store.tools import NOON, noon

OTHER = """
| survey |
| | type | name | label |
| | text | what | Что видели |
| settings |
| | form_title | form_id | version |
| | {title} | {form_id} | 1 |
"""
LONG = "Наблюдение: очередь и зал ожидания в районном отделе"


def put_other(ws: Workspace, folder: Path, form_id: str, title: str) -> None:
    """A questionnaire without scores, and an interview by it."""
    folder.mkdir(exist_ok=True)
    put_survey(ws, folder, OTHER.format(title=title, form_id=form_id))
    record(
        ws, form_id, {"/data/what": "окно закрыто"},
        started=NOON, finished=NOON, interviewer="Айгүл", now=noon,
    )  # fmt: skip


def write(ws: Workspace, to: Path, language: str = "ru") -> Path:
    return workbook(
        ws, to, edition=reference.edition(), catalogue=reference.catalogue(), language=language, now=noon
    )


def links(sheet: Worksheet) -> dict[str, str]:
    """Where the cells of the first column lead, by what they say."""
    return {
        str(cell.value): str(cell.hyperlink.location)
        for (cell,) in sheet.iter_rows(max_col=1)
        if cell.hyperlink is not None
    }


def test_sheets_are_called_by_the_titles_of_their_questionnaires(ws: Workspace, tmp_path: Path) -> None:
    give(ws)
    put_other(ws, tmp_path / "1", "test_call", "Контрольный звонок в 1414")
    put_other(ws, tmp_path / "2", "watch_hall", LONG)
    put_other(ws, tmp_path / "3", "watch_desk", LONG.upper())
    russian, kazakh = (load_workbook(write(ws, tmp_path / f"{each}.xlsx", each)) for each in ("ru", "kk"))
    assert {
        "Контрольный звонок", "Строки Контрольный звонок", "НАБЛЮДЕНИЕ ОЧЕРЕДЬ И ЗАЛ…",
        "Наблюдение очередь и зал… 2", "Строки Наблюдение очередь и… 2",
    } <= set(russian.sheetnames)  # fmt: skip
    assert {"Бақылау қоңырауы", "Жолдар Бақылау қоңырауы"} <= set(kazakh.sheetnames)
    assert not any("test_call" in name or "watch" in name for name in russian.sheetnames)
    found = links(russian.worksheets[0])
    assert list(found) == russian.sheetnames[1:]
    assert set(found.values()) == {f"'{name}'!A1" for name in russian.sheetnames[1:]}
    said = [str(row[1]) for row in russian.worksheets[0].iter_rows(values_only=True)]
    assert f"по строке на интервью · {LONG}" in said


def test_a_question_tells_its_questionnaire(ws: Workspace, tmp_path: Path) -> None:
    give(ws)
    put_other(ws, tmp_path / "1", "test_call", "Контрольный звонок в 1414")
    book = load_workbook(write(ws, tmp_path / "a.xlsx"))
    forms = [row[0] for row in book["Справочник"].iter_rows(min_row=2, values_only=True)]
    assert set(forms) == {"Визит", "Контрольный звонок"}
    assert {row[0] for row in book["Линейные таблицы"].iter_rows(min_row=3, values_only=True)} == {"Визит"}


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_every_instrument_has_a_name_that_fits_with_the_word_before_it(language: str) -> None:
    texts = Texts("workbook", language)
    names = [texts(f"instrument.{file.stem}") for file in (resources() / "forms").glob("*.xlsx")]
    assert len(set(names)) == len(names) >= 10
    for name in names:
        assert sheet_name(f"{texts('sheet.rows')} {name}") == f"{texts('sheet.rows')} {name}"


@given(st.lists(st.text(max_size=60), min_size=1, max_size=12))
def test_any_titles_become_names_excel_takes(titles: list[str]) -> None:
    with Book(BytesIO()) as book:
        names = [book.sheet(title).title for title in titles]
    assert len({name.casefold() for name in names}) == len(titles)
    for name in names:
        assert 1 <= len(name.encode("utf-16-le")) // 2 <= 31
        assert not set(name) & set("[]:*?/\\")
        assert name.strip(" '") == name
        Workbook().create_sheet(name)  # openpyxl refuses what Excel refuses


def test_a_name_is_cut_between_words() -> None:
    assert sheet_name("Тайный покупатель: услуга на портале") == "Тайный покупатель услуга на…"
    assert sheet_name("а" * 40) == "а" * 30 + "…"
    assert sheet_name("[:*]") == "–"
    assert sheet_name("Интервью") == "Интервью"
