"""Files: workbooks and XForms read, cached, and refused with one clear sentence."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from gsmon_desktop.errors import GsmonError, sentence
from gsmon_desktop.forms import check, from_xform, load
from gsmon_desktop.forms import xlsform as loading

Rows = list[list[object]]
SURVEY: Rows = [["type", "name", "label"], ["integer", "a", "A"], ["calculate", "b", ""]]


def workbook(path: Path, survey: Rows, **sheets: Rows) -> Path:
    """Writes a workbook with a survey sheet and others."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in {"survey": survey, **sheets}.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


GOOD: Rows = [
    ["type", "name", "label", "calculation"],
    ["integer", "a", "A", None],
    [None, None, None, None],
    ["begin_group", "g", "G", None],
    ["calculate", "b", None, "${a} + 1"],
    ["end_group", None, None, None],
]


def test_a_workbook_becomes_a_form(tmp_path: Path) -> None:
    form = load(workbook(tmp_path / "visit.xlsx", GOOD, settings=[["form_id", "version"], ["visit", "4"]]))
    assert (form.form_id, form.version, form.root.path) == ("visit", "4", "/data")
    assert form.elements["/data/g/b"].type == "calculate"
    again = from_xform(form.xform, form.files)
    assert (again.hash, again.elements) == (form.hash, form.elements)


def test_the_cache_saves_the_conversion(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, cache = workbook(tmp_path / "visit.xlsx", GOOD), tmp_path / "cache"
    first = load(path, cache=cache)
    (kept,) = cache.iterdir()
    with monkeypatch.context() as patch:
        patch.delattr(loading, "convert")
        assert load(path, cache=cache).hash == first.hash
    kept.write_text("{}")
    assert load(path, cache=cache).hash == first.hash
    workbook(path, [*GOOD, ["text", "more", "More", None]])
    assert load(path, cache=cache).hash != first.hash


def test_what_a_cached_form_misses_is_still_placed(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("name,label\n1,One\n")
    path = workbook(
        tmp_path / "a.xlsx", [["type", "name", "label"], ["select_one_from_file x.csv", "a", "A"]]
    )
    load(path, cache=tmp_path / "cache")
    (tmp_path / "x.csv").unlink()
    with pytest.raises(GsmonError) as failure:
        load(path, cache=tmp_path / "cache")
    assert (failure.value.code, failure.value.place) == ("form.missing_file", "survey!A2")


def test_a_cache_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert load(workbook(tmp_path / "visit.xlsx", GOOD), cache=tmp_path / "file" / "cache").form_id


def bad(path: Path) -> GsmonError:
    """Why a file is refused, told in all three languages."""
    with pytest.raises(GsmonError) as failure:
        load(path)
    for language in ("ru", "kk", "en"):
        assert "\n" not in sentence(failure.value, language)
    return failure.value


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.xlsx", b"", "form.empty"),
        ("a.xlsx", b"type,name,label\ntext,a,A\n", "form.not_xlsx"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on", "form.old_or_locked"),
        ("a.xlsx", b"PK\x03\x04 cut short", "form.damaged"),
        ("a.xml", b"", "form.empty"),
        ("a.xml", b"<html><head>", "form.xml"),
        ("a.xml", "<я/>".encode("cp1251"), "form.encoding"),
        ("a.xml", b"<data/>", "form.not_xform"),
        ("a.xml", b"<g>" * 50_000 + b"</g>" * 50_000, "form.too_deep"),
        ("a.xml", b'<!DOCTYPE x [<!ENTITY y "z">]><html/>', "form.xml_unsafe"),
    ],
)
def test_files_that_are_no_form(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert bad(tmp_path / name).code == code


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert bad(tmp_path / "none.xlsx").code == "form.unreadable"
    assert bad(tmp_path).code == "form.unreadable"


def test_other_workbooks(tmp_path: Path) -> None:
    budget = workbook(tmp_path / "budget.xlsx", [["Year", "Sum"], [2025, 10]])
    assert bad(budget).code == "form.no_column"
    book = openpyxl.Workbook()
    book.create_sheet("Prices")
    book.save(tmp_path / "empty.xlsx")
    assert bad(tmp_path / "empty.xlsx").code == "form.no_survey"
    plain = BytesIO()
    with zipfile.ZipFile(plain, "w") as archive:
        archive.writestr("note.txt", "hello")
    (tmp_path / "plain.xlsx").write_bytes(plain.getvalue())
    assert bad(tmp_path / "plain.xlsx").code == "form.not_xlsx"
    wide = workbook(tmp_path / "wide.xlsx", [["type", "name", "label", *(f"c{n}" for n in range(3000))]])
    assert bad(wide).code == "form.too_many_columns"


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gsmon_desktop.forms.sheets.MOST_BYTES", 1000)
    assert bad(workbook(tmp_path / "bomb.xlsx", GOOD)).code == "form.too_big"


@pytest.mark.parametrize(
    ("row", "code", "place"),
    [
        (["calculate", "b", None, "nosuch(${a})"], "form.unknown_function", "survey!D3"),
        (["calculate", "b", None, "concta(${a})"], "form.unknown_function_near", "survey!D3"),
        (["calculate", "b", None, "1 + (2"], "form.expression", "survey!D3"),
        (["calculate", "b", None, "regex('a')"], "form.arguments", "survey!D3"),
        (["calculate", "b", None, "regex(${a}, '[a-')"], "form.pattern", "survey!D3"),
        (["calculate", "b", None, "digest(${a}, 'MD17')"], "form.argument", "survey!D3"),
        (["calculate", "b", None, "${b} + 1"], "form.cycle_self", "survey!D3"),
        (["calculate", "b", None, "instance('none')/root/item/x"], "form.unknown_list", "survey!D3"),
        (["calculate", "b", None, "${zzz}"], "form.unknown_reference", "survey!D3"),
        (["intger", "b", "B", None], "form.unknown_type_near", "survey!A3"),
        (["select_one nolist", "b", "B", None], "form.unknown_choices", "survey!A3"),
        (["text", "a", "B", None], "form.duplicate_name", "survey!B3"),
        (["text", "a b", "B", None], "form.bad_name", "survey!B3"),
        (["text", None, "B", None], "form.no_name", "survey!B3"),
        ([None, "b", "B", None], "form.no_type", "survey!A3"),
        (["text", "b", None, None], "form.no_label", "survey!C3"),
        (["text", "b", "see ${a", None], "form.bad_reference", "survey!C3"),
        (["calculate", "b", None, None], "form.no_calculation", "survey!D3"),
        (["end_group", None, None, None], "form.unmatched", "survey!A3"),
        (["begin_group", "b", "B", None], "form.unmatched", "survey!A3"),
        (["select_multiple gap", "b", "B", None], "form.choice_spaces", ""),
        (["select_one twin", "b", "B", None], "form.duplicate_choice", "choices!B5"),
        (["select_one_from_file x.csv", "b", "B", None], "form.missing_file", "survey!A3"),
    ],
)
def test_mistakes_of_authors_are_placed(tmp_path: Path, row: list[object], code: str, place: str) -> None:
    survey = [["type", "name", "label", "calculation"], ["integer", "a", "A", None], row]
    choices: Rows = [["list_name", "name", "label"], ["yn", "y", "Yes"], ["gap", "a b", "A b"]]
    choices += [["twin", "t", "T"], ["twin", "t", "T"]] if "twin" in str(row[0]) else []
    path = workbook(tmp_path / "form.xlsx", survey, choices=choices)
    error = bad(path)
    assert error.code == code
    assert error.place.startswith(place)
    report = check(path)
    assert not report.ok
    assert code in [finding.code for finding in report.findings]


def test_a_circle_names_its_questions(tmp_path: Path) -> None:
    survey: Rows = [
        ["type", "name", "label", "calculation", "relevant"],
        ["calculate", "a", None, "${c} + 1", None],
        ["text", "b", "B", None, "${a} = 1"],
        ["calculate", "c", None, "concat(${b}, 'x')", None],
    ]
    error = bad(workbook(tmp_path / "form.xlsx", survey))
    assert (error.code, error.place, error.values["names"]) == ("form.cycle", "survey!D2", "a, b, c")
