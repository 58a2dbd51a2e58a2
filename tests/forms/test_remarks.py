"""What the check says of forms that convert: defaults, marks, positions, sensors; and of their cells."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from gsmon_desktop.errors import GsmonError, sentence
from gsmon_desktop.forms import Finding, Marks, check, load

Rows = Sequence[Sequence[object]]
MARKS = Marks(frozenset({"info_find", "staff"}), frozenset({"region", "service"}))


def workbook(path: Path, survey: Rows, merged: str = "", **sheets: Rows) -> Path:
    """A workbook with a survey sheet and others."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in {"survey": survey, **sheets}.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    if merged:
        book["survey"].merge_cells(merged)
    book.save(path)
    return path


def told(path: Path, marks: Marks | None = None) -> list[tuple[str, str, str]]:
    """Level, code and place of every finding, each of which has its sentence in three languages."""

    def tell(finding: Finding) -> tuple[str, str, str]:
        error = GsmonError(finding.code, finding.place, **finding.values)
        assert len({sentence(error, language) for language in ("ru", "kk", "en")}) == 3
        return finding.level, finding.code, finding.place

    return [tell(finding) for finding in check(path, marks).findings]


def test_defaults_that_the_questions_own_rules_refuse(tmp_path: Path) -> None:
    survey: Rows = [
        ["type", "name", "label", "constraint", "default"],
        ["integer", "small", "A", ". > 5", "3"],
        ["integer", "fine", "B", ". > 5", "7"],
        ["integer", "other", "C", ". > ${fine}", "1"],
        ["integer", "worked", "D", ". < 3", "1 + 4"],
        ["integer", "word", "E", None, "many"],
        ["select_one yn", "listed", "F", None, "y"],
        ["select_one yn", "absent", "G", None, "maybe"],
    ]
    choices: Rows = [["list_name", "name", "label"], ["yn", "y", "Yes"], ["yn", "n", "No"]]
    assert told(workbook(tmp_path / "a.xlsx", survey, choices=choices)) == [
        ("error", "form.default_refused", "survey!E2"),
        ("error", "form.default_refused", "survey!E5"),
        ("error", "form.default_type", "survey!E6"),
        ("error", "form.default_type", "survey!E8"),
    ]


def test_a_default_that_reads_no_question(tmp_path: Path) -> None:
    survey: Rows = [
        ["type", "name", "label", "default"],
        ["integer", "a", "A", "1 + 1"],
        ["integer", "b", "B", "/data/a + /data/nope"],
        ["integer", "c", "C", "../a + ${last-saved#a}"],
    ]
    assert told(workbook(tmp_path / "a.xlsx", survey)) == [("error", "form.unknown_path", "survey!D3")]


def test_marks_are_those_of_the_edition(tmp_path: Path) -> None:
    survey: Rows = [
        ["type", "name", "label", "bind::gsmon:item", "bind::gsmon:role"],
        ["text", "a", "A", "info_fnd", "regoin"],
        ["text", "b", "B", "staff", "elsewhere"],
    ]
    settings: Rows = [["form_id", "namespaces"], ["x", 'gsmon="urn:gsmon:forms"']]
    path = workbook(tmp_path / "a.xlsx", survey, settings=settings)
    assert told(path, MARKS) == [
        ("error", "form.unknown_item_near", "survey!D2"),
        ("warning", "form.unknown_role_near", "survey!E2"),
        ("warning", "form.unknown_role", "survey!E3"),
        ("warning", "form.missing_items", ""),
    ]
    assert told(path) == []


def test_rows_picked_by_a_bare_number(tmp_path: Path) -> None:
    survey: Rows = [
        ["type", "name", "label", "calculation"],
        ["begin_repeat", "r", "R", None],
        ["integer", "a", "A", None],
        ["end_repeat", None, None, None],
        ["calculate", "c", None, "/data/r[1]/a"],
        ["calculate", "d", None, "/data/r[ /data/c ]/a"],
        ["calculate", "e", None, "/data/r[position() = 2]/a"],
        ["calculate", "f", None, "indexed-repeat(${a}, ${r}, 2)"],
        ["calculate", "g", None, "count(${r}[a > 3])"],
    ]
    assert told(workbook(tmp_path / "a.xlsx", survey)) == [
        ("warning", "form.position", "survey!D5"),
        ("warning", "form.position", "survey!D6"),
    ]


def test_a_pattern_that_collect_and_enketo_read_differently(tmp_path: Path) -> None:
    survey: Rows = [
        ["type", "name", "label", "constraint", "calculation"],
        ["text", "a", "A", "regex(., '^[0-9]+$')", None],
        ["text", "b", "B", "regex(., '[0-9]+')", None],
        ["calculate", "c", None, None, "if(regex(${a}, '^x'), 1, 2)"],
        ["calculate", "d", None, None, "regex(${a}, ${b})"],
    ]
    assert told(workbook(tmp_path / "a.xlsx", survey)) == [
        ("warning", "form.regex_part", "survey!D3"),
        ("warning", "form.regex_part", "survey!E4"),
    ]


def test_what_a_server_would_do_with_the_form_and_we_do_not(tmp_path: Path) -> None:
    survey: Rows = [
        ["type", "name", "label", "save_to", "appearance"],
        ["text", "a", "A", "size", None],
        ["text", "b", "B", None, "ex:org.example.scan"],
    ]
    path = workbook(
        tmp_path / "a.xlsx",
        survey,
        settings=[["form_id", "public_key"], ["x", "MIIB"]],
        entities=[["list_name", "label"], ["trees", "${a}"]],
    )
    assert told(path) == [
        ("warning", "form.not_recorded", "survey!A3"),
        ("warning", "form.no_encryption", "settings!B2"),
        ("warning", "form.no_entities", "entities!2"),
    ]


def test_warnings_of_pyxform_are_told_in_our_words(tmp_path: Path) -> None:
    survey: Rows = [
        ["type", "name", "label::Nonsense", "disabled", "parameters"],
        ["begin_repeat", "g", None, None, None],
        ["image", "a", "A", None, None],
        ["end_repeat", None, None, None, None],
        ["simserial", "sim", None, None, None],
        ["text", "old", "Old", "yes", None],
        [None, None, None, None, "x"],
    ]
    path = workbook(tmp_path / "a.xlsx", survey)
    assert sorted(told(path)) == [
        ("warning", "form.disabled", "survey!D6"),
        ("warning", "form.language_code", ""),
        ("warning", "form.max_pixels", "survey!E3"),
        ("warning", "form.old_metadata", "survey!A5"),
        ("warning", "form.repeat_no_label", "survey!C2"),
        ("warning", "form.row_skipped", "survey!7"),
    ]


def test_what_only_a_phone_records_is_said(tmp_path: Path) -> None:
    survey: Rows = [
        ["type", "name", "label", "trigger"],
        ["audit", "audit", None, None],
        ["start-geopoint", "where", None, None],
        ["background-audio", "sound", None, None],
        ["text", "a", "A", None],
        ["background-geopoint", "moved", None, "${a}"],
    ]
    assert {f for f in told(workbook(tmp_path / "a.xlsx", survey)) if f[1] == "form.not_recorded"} >= {
        ("warning", "form.not_recorded", "survey!A3"),
        ("warning", "form.not_recorded", "survey!A4"),
        ("warning", "form.not_recorded", "survey!A6"),
    }


def test_formulas_merged_cells_and_errors_of_excel(tmp_path: Path) -> None:
    survey: Rows = [
        ["type", "name", "label", "hint"],
        ["text", "a", "A", "=B2"],
        ["text", "b", "#REF!", None],
        ["note", "c", "C", "one"],
        ["note", "d", "D", "two"],
    ]
    assert told(workbook(tmp_path / "a.xlsx", survey, merged="D4:D5")) == [
        ("error", "form.formula_empty", "survey!D2"),
        ("error", "form.cell_error", "survey!C3"),
        ("warning", "form.merged", "survey!D4"),
    ]


def _with_part(source: Path, name: str, part: str, data: bytes) -> Path:
    """A copy of a workbook with one of its parts replaced."""
    target = source.with_name(name)
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            new.writestr(entry, data if entry == part else old.read(entry))
    return target


def test_a_formula_whose_value_is_stored_counts_with_that_value(tmp_path: Path) -> None:
    plain = workbook(tmp_path / "a.xlsx", [["type", "name", "label"], ["text", "a", 7]])
    part = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(plain) as archive:
        sheet = archive.read(part).replace(b"<v>7</v>", b"<f>3+4</f><v>7</v>")
    assert told(_with_part(plain, "b.xlsx", part, sheet)) == [("warning", "form.formula", "survey!C2")]


ONE: Rows = [["type", "name", "label"], ["text", "a", "A"]]
SELECT: Rows = [["type", "name", "label"], ["select_one yn", "a", "A"]]


@pytest.mark.parametrize(
    ("survey", "choices", "code", "place"),
    [
        (SELECT, None, "form.no_choices", "survey!A2"),
        (SELECT, [["list_name", "name", "label"], ["yn", None, "Yes"]], "form.choice_no_name", "choices!B2"),
        (SELECT, [["list_name", "name", "label"], ["yn", "y", None]], "form.choice_no_label", "choices!C2"),
        ([*ONE, ["text", "A", "B"]], None, "form.name_by_case", "survey!B3"),
    ],
)
def test_more_mistakes_of_authors(
    tmp_path: Path, survey: Rows, choices: Rows | None, code: str, place: str
) -> None:
    sheets = {"choices": choices} if choices else {}
    found = told(workbook(tmp_path / "a.xlsx", survey, **sheets))
    assert [(found_code, found_place) for _, found_code, found_place in found] == [(code, place)]


def refused(path: Path) -> tuple[str, str]:
    """Code and place of the failure to read a file."""
    with pytest.raises(GsmonError) as failure:
        check(path)
    assert len({sentence(failure.value, language) for language in ("ru", "kk", "en")}) == 3
    return failure.value.code, failure.value.place


def test_workbooks_that_do_not_read_say_why(tmp_path: Path) -> None:
    double = workbook(tmp_path / "double.xlsx", [["type", "name", "label", "label"], ["text", "a", "A", "B"]])
    assert refused(double) == ("form.duplicate_column", "survey!D1")
    assert refused(workbook(tmp_path / "none.xlsx", ONE[:1])) == ("form.no_questions", "none.xlsx")
    wide: Rows = [["type", "name", "label", *(f"c{n}" for n in range(9_997))], ["text", "a", "A"]]
    assert refused(workbook(tmp_path / "wide.xlsx", wide))[0] == "form.too_many_columns"
    for content, code in (("EncryptedPackage", "form.locked"), ("Workbook", "form.old_xls")):
        (tmp_path / "old.xlsx").write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 512 + content.encode("utf-16-le"))
        assert refused(tmp_path / "old.xlsx") == (code, "old.xlsx")
    (tmp_path / "form.csv").write_bytes("type,name,label\ntext,a,Да\n".encode("cp1251"))
    assert refused(tmp_path / "form.csv")[0] == "form.not_xlsx"


def test_damage_inside_a_workbook_is_one_sentence(tmp_path: Path) -> None:
    plain, part = workbook(tmp_path / "a.xlsx", ONE), "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(plain) as archive:
        sheet, start = archive.read(part), archive.getinfo(part).header_offset
    data = bytearray(plain.read_bytes())
    data[start + 60 : start + 80] = bytes(byte ^ 0x55 for byte in data[start + 60 : start + 80])
    (tmp_path / "flipped.xlsx").write_bytes(data)
    assert refused(tmp_path / "flipped.xlsx")[0] == "form.damaged"
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + sheet
    for data_of_part in (laughs, b"", b"<nonsense", sheet[:-40]):
        assert refused(_with_part(plain, "b.xlsx", part, data_of_part))[0] == "form.damaged"
    assert refused(_with_part(plain, "c.xlsx", "[Content_Types].xml", b"<a/>"))[0] == "form.damaged"


def test_a_zip_bomb_posing_as_a_workbook_is_not_unpacked(tmp_path: Path) -> None:
    plain = workbook(tmp_path / "a.xlsx", ONE)
    bomb = _with_part(plain, "bomb.xlsx", "xl/worksheets/sheet1.xml", b" " * 60_000_000)
    assert bomb.stat().st_size < len(zlib.compress(b" " * 60_000_000)) + 20_000
    assert refused(bomb)[0] == "form.too_big"


def test_what_looks_personal_and_is_not_marked_is_told(tmp_path: Path) -> None:
    names = 'gsmon="urn:gsmon:forms"'
    survey = [
        ["type", "name", "label", "calculation", "bind::gsmon:role", "bind::gsmon:personal"],
        ["text", "number", "A", "", "phone", ""],
        ["text", "phone", "A", "", "phone", "yes"],
        ["geopoint", "home", "A", "", "", ""],
        ["select_one yes_no", "has_phone", "A", "", "", ""],
        ["begin group", "about", "A", "", "", "yes"],
        ["text", "full_name", "A", "", "", ""],
        ["end group", "", "", "", "", ""],
        ["text", "last_name", "A", "", "", "no"],
        ["calculate", "greeting", "", "concat('Hello, ', ${full_name})", "", ""],
    ]
    choices = [["list_name", "name", "label"], ["yes_no", "yes", "Yes"]]
    file = workbook(tmp_path / "a.xlsx", survey, choices=choices, settings=[["namespaces"], [names]])
    found = [(level, code, place) for level, code, place in told(file) if "personal" in code]
    assert found == [
        ("warning", "form.not_personal", "survey!F2"),
        ("warning", "form.not_personal", "survey!F4"),
        ("warning", "form.not_personal", "survey!F9"),
        ("warning", "form.reads_personal", "survey!D10"),
    ]
    assert load(file).personal == {"/data/phone", "/data/about/full_name"}
