"""Interviews for analysts: every file read back by the program it is for."""

from __future__ import annotations

import csv
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pyreadstat
import pytest

from gsmon_desktop import reference
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.reports.data_files import write_data
from gsmon_desktop.store import Workspace
from tests.exchange.tools import give, give_all
from tests.interviewing.tools import PAPER


@pytest.fixture
def filled(ws: Workspace, tmp_path: Path) -> Workspace:
    give_all(ws, tmp_path)
    give(ws, PAPER | {"/data/region": "almaty", "/data/phone": "+77010000000", "/data/term": "2"})
    return ws


def write(ws: Workspace, to: Path, **options: Any) -> list[Path]:
    return write_data(ws, to, edition=reference.edition(), **options)


def lines(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def test_csv(filled: Workspace, tmp_path: Path) -> None:
    (file,) = write(filled, tmp_path / "данные.csv")
    found = lines(file)
    assert [row["region"] for row in found] == ["astana", "almaty", "astana", "almaty"]
    assert [row["term"] for row in found] == ["98", "", "98", "2"]
    assert (found[0]["staff"], found[0]["age"], found[2]["what_1"]) == ("5", "40", "=1+1")
    assert "phone" not in found[0]


def test_parquet(filled: Workspace, tmp_path: Path) -> None:
    (file,) = write(filled, tmp_path / "д'анные.parquet")
    with duckdb.connect() as db:
        kinds = {
            row[0]: row[1] for row in db.execute("DESCRIBE FROM read_parquet(?)", [str(file)]).fetchall()
        }
        found = db.execute("SELECT region, staff, age, started FROM read_parquet(?)", [str(file)]).fetchall()
    assert (kinds["region"], kinds["staff"], kinds["started"]) == ("VARCHAR", "BIGINT", "TIMESTAMP")
    assert found[0][:3] == ("astana", 5, 40)
    assert found[1][:3] == ("almaty", None, None)
    assert isinstance(found[0][3], datetime)


def test_sav_has_labels(filled: Workspace, tmp_path: Path) -> None:
    (file,) = write(filled, tmp_path / "данные.sav", language="kk")
    frame, about = pyreadstat.read_sav(str(file), user_missing=True)
    assert about.column_names_to_labels["region"] == "Өңір"
    assert about.variable_value_labels["region"] == {1.0: "Алматы", 2.0: "Астана"}
    assert about.variable_value_labels["staff"] == {1.0: "1", 2.0: "2", 5.0: "5", 98.0: "Айту қиын"}
    assert about.missing_ranges["term"] == [{"lo": 98.0, "hi": 98.0}]
    assert list(frame["region"]) == [2, 1, 2, 1]
    assert frame["started"][0] == datetime(2026, 3, 2, 12)  # noqa: DTZ001 - SPSS knows no zones
    assert list(frame["what_1"]) == ["", "", "=1+1", ""]


def test_personal_only_when_asked(filled: Workspace, tmp_path: Path) -> None:
    (file,) = write(filled, tmp_path / "a.csv", personal=True)
    assert lines(file)[3]["phone"] == "+77010000000"


def test_folder_holds_all_kinds_and_a_codebook(filled: Workspace, tmp_path: Path) -> None:
    made = write(filled, tmp_path / "out")
    assert [file.name for file in made] == ["visit.csv", "visit.parquet", "visit.sav", "visit-codebook.csv"]
    assert sorted((tmp_path / "out").iterdir()) == sorted(made)
    book = [(row["variable"], row["value"], row["value_label"], row["sav"]) for row in lines(made[3])]
    assert ("region", "astana", "Астана", "2") in book
    assert ("term", "98", "Трудно сказать", "98") in book


def test_progress_and_cancel(filled: Workspace, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    write(filled, tmp_path / "a.csv", progress=lambda done, of: told.append((done, of)))
    assert told == [(4, 4)]

    def cancel(done: int, of: int) -> None:
        raise KeyboardInterrupt(done, of)

    with pytest.raises(KeyboardInterrupt):
        write(filled, tmp_path / "b.sav", progress=cancel)
    assert not (tmp_path / "b.sav").exists()


def test_bad_targets(filled: Workspace, tmp_path: Path) -> None:
    for name, code in {"a.xls": "report.not_data", "нет/a.sav": "file.folder_missing"}.items():
        with pytest.raises(GsmonError) as error:
            write(filled, tmp_path / name)
        assert error.value.code == code
    with pytest.raises(GsmonError) as error:
        write(filled, tmp_path / "a.csv", form="другая")
    assert (error.value.code, error.value.values["known"]) == ("report.form", "visit")


def test_empty_workspace(ws: Workspace, tmp_path: Path) -> None:
    with pytest.raises(GsmonError) as error:
        write(ws, tmp_path / "a.csv")
    assert error.value.code == "report.no_interviews"
