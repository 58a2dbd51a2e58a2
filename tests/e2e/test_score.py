"""`gsmon score` as a script sees it: exit codes, strict JSON, one line of complaint."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook as Book

from gsmon_desktop.methodology.counts import write_csv
from gsmon_desktop.methodology.document import as_json
from gsmon_desktop.methodology.scores import compute
from gsmon_desktop.reference import catalogue, edition, published_tables
from gsmon_desktop.scoring import counts
from tests.scoring.filling import make, put, put_many

TABLE = """region,service,form,place,item,score,count
astana,s59,electronic,portal,result,5,8
astana,s59,electronic,portal,result,4,2
astana,s59,electronic,portal,result,dk,10
astana,s59,paper,body,staff,4,31
abay,s14,paper,con,staff,3,40
"""


def gsmon(*arguments: object, language: str = "en") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "ui", "--language", language, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def document(*arguments: object) -> dict[str, Any]:
    done = gsmon(*arguments, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "counts.csv"
    file.write_text(TABLE, encoding="utf-8")
    return file


def test_a_table_of_counts_as_json(table: Path) -> None:
    found = document("score", "--counts", table)
    assert found["edition"] == "2025"
    s14, s59 = found["services"]
    assert (s14["service"], s14["score"], s14["band"]) == ("s14", 3, "below_average")
    assert s59["score"] == pytest.approx(4.4)
    item = s59["forms"]["electronic"]["criteria"]["result"]["items"]["result"]
    assert (item["n"], item["score"], item["satisfied"], item["dk"]) == (10, 4.8, 0.8, 0.5)
    assert item["low"] < 4.8 < item["high"]
    assert s59["forms"]["paper"]["zones"]["body"]["score"] == 4
    assert found["republic"]["score"] == pytest.approx(3.7)
    assert [region["region"] for region in found["regions"]] == ["astana", "abay"]
    assert document("score", "--counts", table, "--by", "region") == found


@pytest.mark.parametrize(
    ("by", "word"),
    [("service", "s59"), ("body", "МВД"), ("region", "Astana city"), ("republic", "All services")],
)
def test_a_table_for_people(table: Path, by: str, word: str) -> None:
    done = gsmon("score", "--counts", table, "--by", by)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Preliminary")
    assert word in done.stdout
    assert "3.70" in done.stdout


@pytest.mark.parametrize(("language", "words"), [("ru", "Предварительно"), ("kk", "Алдын ала нәтиже")])
def test_in_the_languages_of_the_country(table: Path, language: str, words: str) -> None:
    assert gsmon("score", "--counts", table, language=language).stdout.startswith(words)


def test_a_workspace_gives_what_its_counts_give(tmp_path: Path) -> None:
    with make(tmp_path / "w") as workspace:
        put_many(workspace, 300)
        put(workspace, {"unheard_of": "5"})
        kept = counts(workspace)
    found = document("--workspace", tmp_path / "w", "score")
    assert found == json.loads(json.dumps(as_json(compute(kept, edition(), catalogue()))))
    file = tmp_path / "counts.csv"
    known = {key: n for key, n in kept.items() if key.item in edition().items}
    file.write_text("".join(write_csv(known)), encoding="utf-8")
    assert document("score", "--counts", file) == found
    for_people = gsmon("--workspace", tmp_path / "w", "score").stdout
    assert "unheard_of electronic s59" in for_people


def test_an_empty_workspace(tmp_path: Path) -> None:
    make(tmp_path / "w").close()
    assert "no finished interviews" in gsmon("--workspace", tmp_path / "w", "score").stdout
    assert document("--workspace", tmp_path / "w", "score")["republic"]["score"] is None


def refused(*arguments: object) -> str:
    done = gsmon(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    return line


def test_bad_input_is_one_line_and_two(table: Path, tmp_path: Path) -> None:
    table.write_text(TABLE.replace("s14", "s99"), encoding="utf-8")
    line = refused("score", "--counts", table)
    assert "counts.csv:6: service" in line
    assert "s99" in line
    assert "none.csv" in refused("score", "--counts", tmp_path / "none.csv")
    assert refused("score", "--counts", tmp_path)
    (tmp_path / "binary.csv").write_bytes(b"\xff\xfe\x00")
    assert "binary.csv" in refused("score", "--counts", tmp_path / "binary.csv", "--json")
    assert "1999" in refused("score", "--counts", table, "--edition", "1999")
    assert refused("--workspace", tmp_path / "nowhere", "score")
    assert refused("score", "--by", "moon")


def test_a_rating_with_the_online_monitoring(table: Path, tmp_path: Path) -> None:
    book = Book()
    for row in (("Регион", "Балл", "Процент"), ("Астана", "5,0", "100%"), ("ИТОГО", 5, 100)):
        book.worksheets[0].append(row)
    book.save(tmp_path / "online.xlsx")
    found = document("score", "--counts", table, "--online", tmp_path / "online.xlsx")
    (row,) = (dict(zip(found["columns"], row, strict=True)) for row in found["rows"])
    assert (found["table"], row["Region"], row["Online"]) == ("local", "Astana city", 5)
    assert row["Combined"] == pytest.approx((row["Score"] + 5) / 2)
    before = published_tables().earlier("region", 2024)["astana"].score or 0
    assert row["Since 2024"] == pytest.approx(row["Combined"] - before)
    book.worksheets[0]["A2"] = "Гурьев"
    book.save(tmp_path / "online.xlsx")
    done = gsmon("score", "--counts", table, "--online", tmp_path / "online.xlsx")
    assert (done.returncode, done.stdout) == (2, "")
    assert "A2 «Гурьев»" in done.stderr


def test_further_tables_of_a_workspace(tmp_path: Path) -> None:
    with make(tmp_path / "w") as workspace:
        number = put(workspace, {"result": "5"})
        with workspace.transaction() as db:
            db.execute("INSERT INTO fact VALUES (?, 'red_tape', 'no')", [number])
    done = gsmon("--workspace", tmp_path / "w", "score", "--show", "red_tape")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Red tape")
    assert "too few" in done.stdout
    assert (
        "too few"
        not in gsmon("--workspace", tmp_path / "w", "score", "--show", "red_tape", "--all-cuts").stdout
    )
