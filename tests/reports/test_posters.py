"""Posters of ratings and the field's summary, opened by other programs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from gsmon_desktop import demo, scoring
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.methodology.online import Online, OnlineFigure
from gsmon_desktop.methodology.published import Figure
from gsmon_desktop.methodology.rounding import displayed
from gsmon_desktop.reference import catalogue, edition
from gsmon_desktop.reports.field_summary import summary, write_field
from gsmon_desktop.reports.posters import write_posters
from gsmon_desktop.reports.texts import Texts
from gsmon_desktop.store import Workspace
from tests.reports.rendering import inked, pages, text_of
from tests.store.tools import noon


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with demo.make(tmp_path_factory.mktemp("year") / "w", interviews=60, seed=3, now=noon) as ws:
        yield ws


def posters(ws: Workspace, to: Path, **options: Any) -> Path:
    return write_posters(ws, to, edition=edition(), catalogue=catalogue(), now=noon, **options)


@pytest.mark.parametrize(("language", "size"), [("ru", "a4"), ("kk", "a3")])
def test_posters_show_every_rating(year: Workspace, tmp_path: Path, language: str, size: str) -> None:
    file = posters(year, tmp_path / "плакаты.pdf", language=language, size=size)
    text = text_of(file)
    titles = {
        "ru": ("Республика Казахстан", "Рейтинг услуг", "Рейтинг центральных госорганов", "Рейтинг регионов"),
        "kk": ("Қазақстан Республикасы", "Қызметтер рейтингі", "Жергілікті атқарушы органдар рейтингі"),
    }[language]
    for title in titles:
        assert title in text
    score = scoring.preview(year, edition(), catalogue()).republic.score
    assert Texts("documents", language).figure(score or 0) in text
    shown = pages(file, tmp_path)
    assert shown[0].width == (331 if size == "a4" else 468)
    assert all(inked(page) > 0.05 for page in shown)


def test_online_monitoring_is_combined(year: Workspace, tmp_path: Path) -> None:
    regions = scoring.preview(year, edition(), catalogue()).regions
    region = next(key for key, each in regions.items() if each.local.respondents >= edition().few_below)
    online = Online("region", {region: OnlineFigure(100, Figure(1.0, 0.0))})
    text = text_of(posters(year, tmp_path / "a.pdf", online=online))
    assert "Балл — среднее массового опроса и онлайн-анкетирования" in text
    local = scoring.preview(year, edition(), catalogue()).regions[region].local.score
    assert str(displayed(((local or 0) + 1) / 2)).replace(".", ",") in text


def test_no_scores_no_posters(ws: Workspace, tmp_path: Path) -> None:
    for name, code in {"a.pdf": "report.no_scores", "a.png": "report.not_pdf"}.items():
        with pytest.raises(GsmonError) as error:
            posters(ws, tmp_path / name)
        assert error.value.code == code
    assert list(tmp_path.glob("a.*")) == []


def test_summary_of_the_field_counts_right(year: Workspace) -> None:
    tables = {table.id: table for table in summary(year, catalogue(), "ru")}
    outcomes = {row[0]: row[1] for row in tables["outcomes"].rows}
    counted = dict(
        year.db.execute(
            """SELECT outcome, count(*) FROM interview
            WHERE status = 'finished' AND form_id = 'mass_survey' GROUP BY 1"""
        ).fetchall()
    )
    assert set(outcomes) <= {"Полное интервью", "Отказ", "Не подошёл", "Черновик"}
    assert outcomes["Полное интервью"] == counted["complete"] == 60
    assert outcomes["Отказ"] == counted["refused"]
    assert outcomes["Черновик"] == 3
    heads = [column.heading for column in tables["region"].columns]
    total = dict(zip(heads, tables["region"].rows[-1], strict=True))
    assert (total["Сделано"], total["План"]) == (60, sum(r.n_mass or 0 for r in catalogue().regions.values()))
    assert total["Отказы, %"] == counted["refused"] / (60 + counted["refused"])
    assert sum(row[1] or 0 for row in tables["interviewer"].rows) == 60  # type: ignore[misc]
    assert sum(row[1] or 0 for row in tables["day"].rows) == 60  # type: ignore[misc]


def test_summary_as_pdf_and_as_workbook(year: Workspace, tmp_path: Path) -> None:
    options: dict[str, Any] = {"catalogue": catalogue(), "now": noon}
    text = text_of(write_field(year, tmp_path / "a.pdf", **options))
    for words in ("Сводка поля", "По интервьюерам", "Отказы, %", "12516"):
        assert words in text
    book = load_workbook(write_field(year, tmp_path / "a.xlsx", language="kk", **options))
    assert book.sheetnames[1:] == [
        "Өңірлер бойынша",
        "Қызметтер бойынша",
        "Сұхбаткерлер бойынша",
        "Күндер бойынша",
    ]
    sheet = book["Өңірлер бойынша"]
    assert (sheet.freeze_panes, sheet["A1"].value, sheet["D2"].number_format) == ("B2", "Өңір", "0.0%")
    last = sheet.max_row
    assert (sheet[f"A{last}"].value, sheet[f"A{last}"].font.bold) == ("Барлығы", True)
    assert not sheet[f"A{last - 1}"].font.bold
    assert str(sheet.auto_filter.ref).endswith(str(last - 1)), "the total is no row to be filtered"


def test_summary_of_nothing(ws: Workspace, tmp_path: Path) -> None:
    options: dict[str, Any] = {"catalogue": catalogue(), "now": noon}
    assert "пока нет" in text_of(write_field(ws, tmp_path / "a.pdf", **options))
    assert load_workbook(write_field(ws, tmp_path / "a.xlsx", **options)).sheetnames == ["Сводка поля"]
    with pytest.raises(GsmonError) as error:
        write_field(ws, tmp_path / "a.doc", **options)
    assert error.value.code == "report.not_summary"
