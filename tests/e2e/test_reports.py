"""`gsmon report …` as scripts run it, plain and encrypted; the files opened by other programs."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import duckdb
import pyreadstat
import pytest
from openpyxl import load_workbook

from gsmon_desktop import demo
from gsmon_desktop.store import local_now
from tests.e2e.gsmon import run
from tests.reports.rendering import as_pdf, inked, pages, text_of

WORDS = "тау басында қар"
INTERVIEWS = 12
KEYS = ("plain", pytest.param("encrypted", marks=pytest.mark.slow))


class Year:
    """A workspace, what opens it, a visit and an interview of it."""

    def __init__(self, folder: Path, words: dict[str, str], visit: str, first: str) -> None:
        self.folder, self.words, self.visit, self.first = folder, words, visit, first

    def report(self, *arguments: str | Path) -> list[Path]:
        """The files a report says it wrote; nothing hidden is left beside them."""
        done = run(
            "--workspace", self.folder, "--language", "ru", "report", *arguments, "--json", **self.words
        )
        assert (done.returncode, done.stderr) == (0, "")
        (files,) = json.loads(done.stdout).values()
        found = [Path(file) for file in files]
        for file in found:
            assert file.stat().st_size > 100
            assert not list(file.parent.glob(".*.part"))
        return found


@pytest.fixture(scope="module", params=KEYS)
def year(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Year:
    """A small demo workspace, once as it is and once under a passphrase."""
    folder = tmp_path_factory.mktemp("reports") / "w"
    with demo.make(folder, interviews=INTERVIEWS, seed=5, now=local_now) as ws:
        visit = ws.value("SELECT id FROM interview WHERE form_id = 'visit_office' AND status = 'finished'")
        first = ws.value("SELECT id FROM interview WHERE form_id = 'mass_survey' AND status = 'finished'")
    if request.param == "plain":
        return Year(folder, {}, visit, first)
    command = ("--workspace", folder, "workspace", "passphrase")
    done = run(*command, GSMON_NEW_PASSPHRASE=WORDS)
    assert done.returncode == 0, done.stderr
    return Year(folder, {"GSMON_PASSPHRASE": WORDS}, visit, first)


def test_visits_as_word_and_pdf(year: Year, tmp_path: Path) -> None:
    (printed,) = year.report("visits", "--id", year.visit, "--to", tmp_path / "визит.pdf")
    assert "Отчёт о визите тайного покупателя" in text_of(printed)
    assert all(inked(page) > 0.005 for page in pages(printed, tmp_path))
    (word,) = year.report("visits", "--id", year.visit, "--to", tmp_path / "word.docx")
    assert "Отчёт о визите тайного покупателя" in text_of(as_pdf(word, tmp_path))


def test_data_for_analysts(year: Year, tmp_path: Path) -> None:
    (table,) = year.report("data", "--to", tmp_path / "a.csv")
    with table.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len([row for row in rows if row["outcome"] == "complete"]) == INTERVIEWS
    (columns,) = year.report("data", "--to", tmp_path / "a.parquet")
    query = f"SELECT count(*) FROM '{columns}' WHERE outcome = 'complete'"
    with duckdb.connect() as db:
        counted = db.execute(query).fetchall()
    assert counted == [(INTERVIEWS,)]
    (spss,) = year.report("data", "--to", tmp_path / "a.sav")
    frame, meta = pyreadstat.read_sav(str(spss), apply_value_formats=True)
    assert len(frame) == len(rows)
    assert "Мужчина" in meta.variable_value_labels["sex"].values()
    made = {file.name for file in year.report("data", "--to", tmp_path / "все")}
    assert {"mass_survey.csv", "mass_survey.parquet", "mass_survey.sav", "mass_survey-codebook.csv"} <= made


def test_field_posters_and_an_interview(year: Year, tmp_path: Path) -> None:
    (field,) = year.report("field", "--to", tmp_path / "поле.pdf")
    assert "Сводка поля" in text_of(field)
    (book,) = year.report("field", "--to", tmp_path / "поле.xlsx")
    assert "По регионам" in load_workbook(book).sheetnames
    earlier = tmp_path / "2024.csv"
    earlier.write_text("year,level,key,score,pct\n2024,region,astana,4.5,70\n", encoding="utf-8")
    options = ("--before", earlier, "--all-cuts")
    (poster,) = year.report("posters", "--to", tmp_path / "плакаты.pdf", *options)
    assert "± 2024" in text_of(poster)
    (interview,) = year.report("interview", year.first, "--to", tmp_path / "интервью.pdf")
    assert "Интервью №" in text_of(interview)


def test_workbook_beside_another_year(year: Year, tmp_path: Path) -> None:
    assert (
        run("--workspace", year.folder, "score", "--figures", tmp_path / "год.csv", **year.words).stderr == ""
    )
    to = tmp_path / "книга.xlsx"
    command = ("report", "workbook", "--to", to, "--before", tmp_path / "год.csv")
    done = run("--workspace", year.folder, "--language", "ru", *command, **year.words)
    assert (done.returncode, done.stderr) == (0, "")
    cells = {str(cell.value) for row in load_workbook(to)["Рейтинг услуг"].iter_rows() for cell in row}
    assert {"К 2025 году", "мало"} <= cells
    assert as_pdf(to, tmp_path).stat().st_size > 10_000


def test_a_passphrase_is_asked_for(year: Year, tmp_path: Path) -> None:
    for words in ({"GSMON_PASSPHRASE": "x"}, {}) if year.words else ():
        done = run("--workspace", year.folder, "report", "data", "--to", tmp_path / "a.csv", **words)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.count("\n") == 1
    assert not (tmp_path / "a.csv").exists()
