"""The author's check: every finding with sheet, row, column."""

from __future__ import annotations

from pathlib import Path

import pytest

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms import Finding, check, load


def findings(tmp_path: Path, markdown: str) -> list[Finding]:
    """What check says of a Markdown form."""
    path = tmp_path / "form.md"
    path.write_text(markdown, encoding="utf-8")
    return list(check(path).findings)


def test_a_good_form_has_no_findings(tmp_path: Path) -> None:
    assert findings(tmp_path, "| survey |\n| | type | name | label |\n| | text | a | A |") == []


def test_unknown_columns_are_found(tmp_path: Path) -> None:
    found = findings(
        tmp_path,
        """
| survey |      |      |       |          |           |           |                   |
|        | type | name | label | relevnt  | constrain | my notes  | bind::gsmon:item  |
|        | text | a    | A     | 1=1      | 1=1       | remember  | info_find         |
| settings |    |      |
|        | form_id | instance_nam | namespaces |
|        | x    | ${a} | gsmon="urn:gsmon:forms" |
""",
    )
    assert [(f.level, f.code, f.place, f.values.get("near")) for f in found] == [
        ("error", "form.unknown_column_near", "survey!D1", "relevant"),
        ("error", "form.unknown_column_near", "survey!E1", "constraint"),
        ("warning", "form.unknown_column", "survey!F1", ""),
        ("error", "form.unknown_column_near", "settings!B1", "instance_name"),
    ]


def test_every_wrong_expression_is_told_at_once(tmp_path: Path) -> None:
    found = findings(
        tmp_path,
        """
| survey |      |      |                |          |             |
|        | type | name | label          | relevant | constraint  |
|        | text | a    | A              | 1 +      | /data/nope = 1 |
|        | text | b    | ${a} and more  | nope()   |             |
""",
    )
    assert [(f.code, f.place) for f in found] == [
        ("form.expression", "survey!D2"),
        ("form.unknown_path", "survey!E2"),
        ("form.unknown_function", "survey!D3"),
    ]


def test_missing_translations_are_warnings(tmp_path: Path) -> None:
    found = findings(
        tmp_path,
        """
| survey |      |      |           |           |           |
|        | type | name | label::A (ru) | label::B (kk) | hint::A (ru) |
|        | text | a    | One       | Two       | Hint      |
|        | text | b    | Three     |           |           |
""",
    )
    assert [(f.level, f.code, f.place) for f in found] == [
        ("warning", "form.missing_translation", "survey!E2"),
        ("warning", "form.missing_translation", "survey!D3"),
    ]


def test_a_missing_file_and_other_errors_are_told_together(tmp_path: Path) -> None:
    markdown = """
| survey |                            |      |       |          |
|        | type                       | name | label | relevant |
|        | select_one_from_file x.csv | a    | A     |          |
|        | text                       | b    | B     | nope()   |
"""
    assert {f.code for f in findings(tmp_path, markdown)} == {"form.missing_file", "form.unknown_function"}
    (tmp_path / "x.csv").write_text("name,label\n1,One\n")
    assert {f.code for f in findings(tmp_path, markdown)} == {"form.unknown_function"}


def test_search_is_told_to_work_in_collect_only(tmp_path: Path) -> None:
    markdown = """
| survey |               |      |       |             |
|        | type          | name | label | appearance  |
|        | select_one yn | a    | A     | search('x') |
| choices |              |      |       |
|        | list_name     | name | label |
|        | yn            | y    | Yes   |
"""
    assert [(f.code, f.place) for f in findings(tmp_path, markdown)] == [("form.search", "survey!D2")]


def test_a_wrong_output_in_the_label_of_a_choice(tmp_path: Path) -> None:
    markdown = """
| survey |               |      |                |
|        | type          | name | label::R (ru)  |
|        | select_one yn | a    | A              |
| choices |              |      |                |
|        | list_name     | name | label::R (ru)  |
|        | yn            | y    | Yes            |
|        | yn            | n    | No ${zzz}      |
"""
    assert [(f.code, f.place) for f in findings(tmp_path, markdown)] == [
        ("form.unknown_reference", "choices!C3")
    ]


def test_a_list_file_that_does_not_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes("name,label\n1,Да\n".encode("cp1251"))
    markdown = "| survey |\n| | type | name | label |\n| | select_one_from_file x.csv | a | A |"
    assert [f.code for f in findings(tmp_path, markdown)] == ["form.list_encoding"]
    with pytest.raises(GsmonError):
        load(tmp_path / "form.md")
