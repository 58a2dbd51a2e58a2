"""The online monitoring's aggregates, as people's Excel files hold them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook as Book

from gsmon_desktop.errors import GsmonError, sentence
from gsmon_desktop.methodology.online import OnlineFigure
from gsmon_desktop.methodology.published import Figure
from gsmon_desktop.reference import catalogue
from gsmon_desktop.scoring import online_monitoring

HEADING = ("Регион", "Количество респондентов", "Балл", "Уровень полной удовлетворенности, %")


def written(
    folder: Path, rows: Sequence[Sequence[object]], change: Callable[[Book], None] | None = None
) -> Path:
    book = Book()
    for row in rows:
        book.worksheets[0].append(list(row))
    book.worksheets[0].title = "2025"
    if change:
        change(book)
    book.save(folder / "online.xlsx")
    return folder / "online.xlsx"


def read(file: Path) -> dict[str, OnlineFigure]:
    return dict(online_monitoring(file, catalogue(), year=2025).rows)


def test_figures_are_read_as_people_write_them(tmp_path: Path) -> None:
    def percents(book: Book) -> None:
        book.worksheets[0]["D6"].number_format = "0.0%"
        book.worksheets[0].merge_cells("A1:D1")

    rows = [
        ("Онлайн-анкетирование, 2025 год",),
        HEADING,
        ("Город Астана", "1 240", "4,87", "98,6%"),
        ("Абай облысы", 12, 5, "98.2%"),
        ("  область  Жетысу ", 7, 4.5, 86),
        ("vko", 1, "4.9", 0.986),
        (None, None, None, None),
        ("ИТОГО:", 1260, 4.9, 90),
    ]
    assert read(written(tmp_path, rows, percents)) == {
        "astana": OnlineFigure(1240, Figure(4.87, 98.6)),
        "abay": OnlineFigure(12, Figure(5.0, 98.2)),
        "zhetysu": OnlineFigure(7, Figure(4.5, 86.0)),
        "vko": OnlineFigure(1, Figure(4.9, 98.6)),
    }


def test_a_column_of_years_picks_the_rows(tmp_path: Path) -> None:
    rows = [
        ("Год", "ЦГО", "Балл"),
        ("2024 г.", "МВД", 4.1),
        ("2025", "МВД", 4.9),
        (2025, "Министерство энергетики", 5),
    ]
    found = online_monitoring(written(tmp_path, rows), catalogue(), year=2025)
    assert found.level == "body"
    assert found.rows == {
        "МВД": OnlineFigure(None, Figure(4.9, None)),
        "МЭ": OnlineFigure(None, Figure(5.0, None)),
    }


def test_services_make_bodies_by_plain_means(tmp_path: Path) -> None:
    first, second = (s for s in catalogue().services.values() if s.body == "МВД")
    rows = [("Услуга", "Балл", "Респондентов"), (first.id, 5, 10), (second.name_ru, 4, 30)]
    found = online_monitoring(written(tmp_path, rows), catalogue(), year=2025).of_bodies(catalogue())
    assert found.rows == {"МВД": OnlineFigure(40, Figure(4.5, None))}


@pytest.mark.parametrize(
    ("rows", "code", "place"),
    [
        ([("Регион", "Процент"), ("Астана", 5)], "online.heading", "2025"),
        ([("Регион", "Балл", "Оценка"), ("Астана", 5, 5)], "online.twice", "2025!C1"),
        ([HEADING, ("Астана", 1, "высокий", 90)], "online.number", "2025!C2"),
        ([HEADING, ("Астана", 1, None, 90)], "online.empty", "2025!C2"),
        ([HEADING, (None, 1, 4, 90)], "online.empty", "2025!A2"),
        ([HEADING, ("Астана", 1, 5.01, 90)], "online.range", "2025!C2"),
        ([HEADING, ("Астана", -1, 5, 90)], "online.range", "2025!B2"),
        ([HEADING, ("Астана", 1.5, 5, 90)], "online.range", "2025!B2"),
        ([HEADING, ("Астана", 1, 5, 100.1)], "online.range", "2025!D2"),
        ([HEADING, ("Астана", 1, 5, 0.986)], "online.fraction", "2025!D2"),
        ([HEADING, ("Астана", 1, True, 90)], "online.number", "2025!C2"),
        ([HEADING, ("Астана", 1, 5, 90), ("г. Астана", 1, 5, 90)], "online.repeated", "2025!A3"),
        ([("Год", *HEADING), ("скоро", "Астана", 1, 5, 90)], "online.year", "2025!A2"),
        ([("Год", *HEADING), (2024, "Астана", 1, 5, 90)], "online.nothing", "2025"),
        ([HEADING], "online.nothing", "2025"),
    ],
)
def test_what_cannot_be_read_is_named_by_its_cell(
    tmp_path: Path, rows: Sequence[Sequence[object]], code: str, place: str
) -> None:
    with pytest.raises(GsmonError) as caught:
        read(written(tmp_path, rows))
    assert caught.value.code == code
    assert caught.value.place.removeprefix("online.xlsx: ") == place


def test_unknown_names_are_all_told_and_nothing_is_read(tmp_path: Path) -> None:
    with pytest.raises(GsmonError) as caught:
        read(written(tmp_path, [HEADING, ("Астана", 1, 5, 90), ("Гурьев", 1, 5, 90), ("Луна", 1, 5, 9)]))
    assert "A3 «Гурьев»; A4 «Луна»" in sentence(caught.value)


def test_merged_cells_in_the_table_are_refused(tmp_path: Path) -> None:
    def merge(book: Book) -> None:
        book.worksheets[0].merge_cells("A2:A3")

    rows = [HEADING, ("Астана", 1, 5, 90), ("Астана", 1, 5, 90)]
    with pytest.raises(GsmonError, match="2025!A2:A3"):
        read(written(tmp_path, rows, merge))


def test_headings_in_two_merged_rows_are_refused_by_their_cells(tmp_path: Path) -> None:
    def merge(book: Book) -> None:
        book.worksheets[0].merge_cells("B1:C1")

    rows = [("Регион", "Показатели", None), (None, "Балл", "Процент"), ("Астана", 5, 90)]
    with pytest.raises(GsmonError, match="2025!B1:C1"):
        read(written(tmp_path, rows, merge))


def test_services_may_be_numbered_as_in_the_printed_report(tmp_path: Path) -> None:
    name = catalogue().services["s59"].name_ru
    rows = [("Услуга", "Балл"), (f"59. {name}", "4,5"), ("s60", 4)]
    assert list(read(written(tmp_path, rows))) == ["s59", "s60"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", "Регион;Балл".encode()])
def test_another_file_is_refused(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "online.xlsx"
    file.write_bytes(data)
    with pytest.raises(GsmonError) as caught:
        read(file)
    assert caught.value.code == "online.unreadable"
    with pytest.raises(GsmonError):
        read(tmp_path / "absent.xlsx")
