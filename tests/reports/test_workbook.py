"""The workbook as Excel and LibreOffice see it: readable, reckonable, and never a formula by accident."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import openpyxl.worksheet._writer
import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from gsmon_desktop import reference
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.reports import long, workbook
from gsmon_desktop.store import Workspace
from tests.exchange.tools import give, give_all
from tests.interviewing.tools import PAPER
from tests.store.tools import NOON, disk, fill_up, noon, protect

SHEETS = [
    "Паспорт", "Интервью", "Ответы построчно",
    "Справочник", "Линейные таблицы", "Оценки услуг", "Критерии", "Вопросы 1–5",
    "Госорганы", "Регионы", "Волокита", "Рейтинг услуг", "Рейтинг центральных органов",
    "Рейтинг местных органов", "Рейтинг регионов", "Госкорпорация", "Формы волокиты",
    "ЭЦП, 1414, egov.kz", "Дополнительные затраты", "Портрет респондентов", "Сроки", "Выборка",
    "Тайный покупатель", "Диаграммы",
]  # fmt: skip
TOWNS = ('=HYPERLINK("http://x")', "+7 701", "-нет", "@все", "#N/A", "=1", "12", "Ұ" * 40_000)
SCORE_SHEETS = (
    "Оценки услуг",
    "Критерии",
    "Вопросы 1–5",
    "Госорганы",
    "Регионы",
    "Волокита",
    "Рейтинг услуг",
)


def write(ws: Workspace, to: Path, **options: Any) -> Path:
    """The workbook by the shipped edition and catalogue."""
    return workbook(ws, to, edition=reference.edition(), catalogue=reference.catalogue(), now=noon, **options)


def rows(sheet: Worksheet) -> list[tuple[Any, ...]]:
    return list(sheet.iter_rows(values_only=True))


def table(sheet: Worksheet, codes: int) -> list[dict[str, Any]]:
    """The rows under the headings in row `codes`, by heading."""
    head, *rest = rows(sheet)[codes - 1 :]
    return [dict(zip(map(str, head), row, strict=True)) for row in rest]


@pytest.fixture
def filled(ws: Workspace, tmp_path: Path) -> Workspace:
    """Every kind of interview, and texts that look like formulas."""
    give_all(ws, tmp_path)
    for town in TOWNS:
        give(ws, PAPER | {"/data/town": town, "/data/phone": "+77010000000"})
    return ws


@pytest.fixture
def book(filled: Workspace, tmp_path: Path) -> Any:
    return load_workbook(write(filled, tmp_path / "книга.xlsx"))


def test_sheets_in_order_and_preliminary_said(book: Any) -> None:
    assert book.sheetnames == SHEETS
    for title in (*SCORE_SHEETS, "Паспорт", "Диаграммы"):
        said = [cell for row in rows(book[title])[:3] for cell in row if cell]
        assert any("Предварительно" in str(cell) for cell in said), title


def test_further_tables_hold_numbers(book: Any) -> None:
    sheet = book["Портрет респондентов"]
    first = table(sheet, 4)[0]
    assert list(first) == ["Разрез", "Название", "Людей", "Доля, %"]
    assert isinstance(first["Людей"], int)
    assert 0 < first["Доля, %"] <= 1
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B5", f"A4:D{sheet.max_row}")
    assert book["Дополнительные затраты"]["A5"].value == "Данных для этой таблицы пока нет."


def test_a_rating_can_be_filtered_and_is_coloured_by_band(book: Any) -> None:
    sheet = book["Рейтинг услуг"]
    last = sheet.max_row
    heads = [cell.value for cell in sheet[4]]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("C5", f"A4:{get_column_letter(len(heads))}{last}")
    score = get_column_letter(heads.index("Балл") + 1)
    assert f"{score}5" in {str(area.sqref).partition(":")[0] for area in sheet.conditional_formatting}
    assert isinstance(sheet[f"{score}5"].value, float)
    assert book["Тайный покупатель"]["A5"].value == "Данных для этой таблицы пока нет."


def test_interviews_wide(book: Any) -> None:
    sheet = book["Интервью"]
    labels, codes = rows(sheet)[:2]
    assert labels[:4] == ("№", "Номер интервью", "Начато", "Завершено")
    assert dict(zip(codes, labels, strict=True))["region"] == "Регион"
    found = table(sheet, 2)
    assert len(found) == 11
    first = found[0]
    assert (first["region"], first["service"], first["staff"], first["term"]) == (
        "Астана", "Паспорт", 5, "Трудно сказать",
    )  # fmt: skip
    assert first["age"] == 40
    assert "older" not in first
    assert first["started"] == NOON.replace(tzinfo=None)
    assert first["minutes"] == 4
    assert first["outcome"] == "Полное"
    assert "phone" not in codes
    assert [row["what[1]"] for row in found if row["what[1]"]] == ["=1+1"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == (
        "C3",
        f"A2:{sheet.cell(1, len(codes)).column_letter}13",
    )


def test_interviews_long(book: Any) -> None:
    sheet = book["Ответы построчно"]
    found = table(sheet, 1)
    of_photo = [row for row in found if row["№"] == 3]
    said = {row["Код вопроса"]: row for row in of_photo}
    assert (said["region"]["Код ответа"], said["region"]["Ответ"]) == ("astana", "Астана")
    assert (said["staff"]["Ответ"], said["staff"]["Комментарий"]) == (5, "сказал не сразу")
    assert (said["age"]["Код ответа"], said["age"]["Ответ"]) == (None, 40)
    assert (said["what"]["Строка"], said["what"]["Ответ"]) == (1, "=1+1")
    assert "phone" not in {row["Код вопроса"] for row in found}
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", f"A1:G{len(found) + 1}")


def test_long_goes_on_in_further_sheets(
    filled: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = len(table(load_workbook(write(filled, tmp_path / "a.xlsx"))["Ответы построчно"], 1))
    monkeypatch.setattr(long.write, "__kwdefaults__", {"most": 40})
    book = load_workbook(write(filled, tmp_path / "b.xlsx"))
    parts = [len(table(book[name], 1)) for name in book.sheetnames if name.startswith("Ответы построчно")]
    assert parts == [40] * (whole // 40) + [whole % 40]


def test_crossings_asked_for(filled: Workspace, tmp_path: Path) -> None:
    pairs = [("region", "branch")]
    book = load_workbook(write(filled, tmp_path / "a.xlsx", cross=pairs))
    found = rows(book["Перекрестные таблицы"])
    assert found[0][0] == "Регион × Форма"
    assert ("Астана", 10, 10) in [row[:3] for row in found]
    plain = {row["Код ответа"]: row["Ответов"] for row in table(book["Линейные таблицы"], 2)}
    assert plain["astana"] == 10


def test_nothing_is_written_beside_the_file(
    filled: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Answers of an encrypted workspace stand in the file asked for and nowhere else on the disk."""

    def refuse(*given: Any, **named: Any) -> None:
        raise AssertionError("a temporary file")

    for maker in ("NamedTemporaryFile", "TemporaryFile", "mkstemp", "SpooledTemporaryFile"):
        monkeypatch.setattr(tempfile, maker, refuse)
    monkeypatch.setattr(openpyxl.worksheet._writer, "create_temporary_file", refuse)
    seen: list[list[Path]] = []
    out = tmp_path / "out"
    out.mkdir()
    write(filled, out / "a.xlsx", progress=lambda done, of: seen.append(list(out.iterdir())))
    assert list(out.iterdir()) == [out / "a.xlsx"]
    if sys.platform == "linux":
        assert seen[-1] == [], "without a name until it is whole"


def test_no_text_ever_becomes_a_formula(book: Any) -> None:
    towns = [row["town"] for row in table(book["Интервью"], 2)]
    for text in TOWNS[:-1]:
        assert text in towns
    assert max(len(str(town)) for town in towns) == 32_767
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", cell.coordinate
                if isinstance(cell.value, str) and cell.value[:1] in "=+-@":
                    assert cell.quotePrefix, cell.coordinate


def test_personal_data_only_when_asked(filled: Workspace, tmp_path: Path) -> None:
    for personal in (False, True):
        file = write(filled, tmp_path / "a.xlsx", personal=personal)
        with zipfile.ZipFile(file) as opened:
            everything = b"".join(opened.read(name) for name in opened.namelist())
        assert (b"77010000000" in everything) is personal


def test_codebook_and_linear_tables(book: Any) -> None:
    codebook = table(book["Справочник"], 1)
    staff = [row for row in codebook if row["Код вопроса"] == "staff"]
    assert (staff[0]["Вопрос"], staff[0]["Тип"], staff[0]["Пункт или роль методики"]) == (
        "Персонал", "один ответ", "staff",
    )  # fmt: skip
    assert [(row["Код ответа"], row["Вариант ответа"]) for row in staff[1:]] == [
        ("1", "1"), ("2", "2"), ("5", "5"), ("dk", "Трудно сказать"),
    ]  # fmt: skip
    tables = table(book["Линейные таблицы"], 2)
    region = {row["Код ответа"]: row for row in tables if row["Код вопроса"] == "region"}
    assert (region["astana"]["Ответов"], region["astana"]["Доля"]) == (10, 10 / 11)
    assert (region["almaty"]["Ответов"], region["almaty"]["Ответили на вопрос"]) == (1, 11)


def test_scores_are_numbers_with_band_interval_and_warning(book: Any) -> None:
    sheet = book["Оценки услуг"]
    (service, total) = table(sheet, 4)
    assert service["№"] == 1
    assert (service["Оценка"], service["Доля «5»"], service["Ответов"]) == (5, 1, 10)
    assert "высокий" in service["Уровень"]
    assert service["Внимание"] == "мало ответов"
    assert service["Интервал 95 %: от"] < 5
    assert total["Оценка"] == 5
    assert sheet["G5"].number_format == "0.00"
    assert sheet.conditional_formatting
    (item,) = table(book["Вопросы 1–5"], 4)[:1]
    assert [item[str(score)] for score in range(1, 6)] == [0, 0, 0, 0, 10]
    dont_know = [row for row in table(book["Вопросы 1–5"], 4) if row["Затруднились"]]
    assert [(row["Затруднились"], row["Доля затруднившихся"], row["Оценка"]) for row in dont_know] == [
        (10, 1, None)
    ]


def test_charts_are_excels_own(filled: Workspace, tmp_path: Path) -> None:
    with zipfile.ZipFile(write(filled, tmp_path / "a.xlsx")) as opened:
        charts = [name for name in opened.namelist() if name.startswith("xl/charts/chart")]
        content = b"".join(opened.read(name) for name in charts)
    assert len(charts) == 2
    assert b"percentStacked" in content
    assert "предварительно".encode() in content


@pytest.mark.parametrize("language", ["kk", "en"])
def test_other_languages(filled: Workspace, tmp_path: Path, language: str) -> None:
    book = load_workbook(write(filled, tmp_path / "a.xlsx", language=language))
    titles = {"kk": ("Сұхбаттар", "Астана"), "en": ("Interviews", "Astana")}[language]
    assert book.sheetnames[1] == titles[0]
    assert any(titles[1] in str(row[0]) for row in rows(book.worksheets[0]))
    if language == "kk":
        assert table(book["Сұхбаттар"], 2)[0]["term"] == "Айту қиын"


def test_empty_workspace(ws: Workspace, tmp_path: Path) -> None:
    book = load_workbook(write(ws, tmp_path / "a.xlsx"))
    assert any("пока нет" in str(cell) for row in rows(book["Паспорт"]) for cell in row)
    assert "Интервью" not in book.sheetnames


def test_libreoffice_opens_it(filled: Workspace, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    file = write(filled, tmp_path / "a.xlsx")
    subprocess.run(
        [
            office, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
            "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,6",
            "--outdir", str(tmp_path), str(file),
        ],
        check=True, capture_output=True, timeout=100,
    )  # fmt: skip
    (text,) = [made.read_text(encoding="utf-8") for made in tmp_path.glob("a*.csv")]
    assert "Предварительно" in text
    assert ",10,10,5," in text


def test_replaces_whole_or_leaves_the_old_one(filled: Workspace, tmp_path: Path) -> None:
    file = write(filled, tmp_path / "a.xlsx")
    before = file.read_bytes()

    def cancel(done: int, of: int) -> None:
        raise KeyboardInterrupt(done, of)

    with pytest.raises(KeyboardInterrupt):
        write(filled, file, progress=cancel)
    assert file.read_bytes() == before
    assert write(filled, file).read_bytes()


def test_bad_targets(filled: Workspace, tmp_path: Path) -> None:
    (tmp_path / "folder.xlsx").mkdir()
    wrong = {"нет/a.xlsx": "file.folder_missing", "a.ods": "report.not_xlsx", "folder.xlsx": "file.is_folder"}
    for name, code in wrong.items():
        with pytest.raises(GsmonError) as error:
            write(filled, tmp_path / name)
        assert error.value.code == code
    with disk(tmp_path / "disk", "1m") as small:
        ballast = fill_up(small, leave=10_000)
        with pytest.raises(GsmonError) as error:
            write(filled, small / "a.xlsx")
        assert error.value.code == "file.full"
        assert list(small.iterdir()) == [ballast]
        protect(small)
        with pytest.raises(GsmonError) as error:
            write(filled, small / "a.xlsx")
        assert error.value.code == "file.forbidden"


def test_reads_beside_the_writer(filled: Workspace, tmp_path: Path) -> None:
    """The report has its own reader; the interviewer goes on meanwhile."""
    with Workspace.open(filled.folder, now=noon, read_only=True) as reader:
        write(reader, tmp_path / "a.xlsx", progress=lambda done, of: None)
    give(filled)
