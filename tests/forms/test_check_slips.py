"""Slips authors make in Excel: each is told at its cell, in words that lead to the remedy."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from gsmon_desktop.errors import LANGUAGES, GsmonError, sentence
from gsmon_desktop.forms import check
from gsmon_desktop.forms.graph import expression_problem
from gsmon_desktop.forms.xpath import XPathError, compile  # noqa: A004
from tests.forms.test_check import findings

HEAD = "| survey |\n| | type | name | label | {column} |\n"
YES = "| choices |\n| | list_name | name | label |\n| | yn | yes | Да |\n"


def told(tmp_path: Path, markdown: str) -> list[tuple[str, str]]:
    """Code and place of each finding."""
    return [(found.code, found.place) for found in findings(tmp_path, markdown)]


@pytest.mark.parametrize(
    ("expression", "code"),
    [
        ("${a} = «да»", "form.expression_quotes"),
        ("if(${a} > 1; 2; 3)", "form.expression_semicolon"),
        ("${a} == 'да'", "form.expression_equals"),
        ("${a} > 1 && ${a} < 5", "form.expression_and"),
        ("${a} > 1 OR ${a} < 5", "form.expression"),
        ("${a} => 1", "form.expression_signs"),
        ("${a} ≥ 1", "form.expression_signs"),
        ("${a} = 'да", "form.expression_open_quote"),
        ("${a} > 1 и ${a} < 5", "form.expression_words"),
        ("${a} > 1 және ${a} < 5", "form.expression_words"),
        ("${a} > 1 или ${a} < 5", "form.expression_words"),
        ("${a} > ", "form.expression"),
    ],
)
def test_signs_of_other_languages_in_expressions(tmp_path: Path, expression: str, code: str) -> None:
    rows = f"| | text | a | A | |\n| | text | b | B | {expression} |\n"
    assert told(tmp_path, HEAD.format(column="relevant") + rows) == [(code, "survey!D3")]


def test_two_strokes_for_or() -> None:  # a table of text cannot hold them
    with pytest.raises(XPathError) as refused:
        compile(". < 1 || . > 5")
    assert expression_problem(refused.value, ". < 1 || . > 5").code == "form.expression_or"


def test_headings_below_a_title_or_in_another_language(tmp_path: Path) -> None:
    markdown = "| survey |\n| | тип | имя | метка |\n| | text | a | A |\n"
    assert ("form.no_column", "survey!1") in told(tmp_path, markdown)


def test_a_letter_that_only_looks_latin(tmp_path: Path) -> None:
    form = HEAD.format(column="relevant")
    kind = "| | select_on\u0435 yn | a | A | |\n"
    found = findings(tmp_path, form + kind + YES)
    assert [(f.code, f.place, f.values["letters"]) for f in found] == [
        ("form.mixed_letters", "survey!A2", "\u0435")
    ]
    name = "| | text | age | A | |\n| | text | b | B | ${\u0430ge} > 3 |\n"
    assert told(tmp_path, form + name) == [("form.mixed_letters", "survey!D3")]
    russian = "| | text | age | A | |\n| | text | b | B | ${возраст} > 3 |\n"
    assert told(tmp_path, form + russian) == [("form.unknown_reference", "survey!D3")]


def test_a_sheet_of_choices_without_its_first_heading(tmp_path: Path) -> None:
    form = HEAD.format(column="hint") + "| | select_one yn | a | A | |\n"
    assert told(tmp_path, form + YES.replace("list_name", "list"))[-1] == ("form.no_list_column", "choices!1")
    assert told(tmp_path, form) == [("form.no_choices", "survey!A2")]


def test_an_answer_of_two_words_is_told_at_its_cell(tmp_path: Path) -> None:
    form = HEAD.format(column="hint") + "| | select_multiple yn | a | A | |\n"
    choices = YES + "| | yn | no way | Нет |\n"
    assert told(tmp_path, form + choices) == [("form.choice_spaces", "choices!B3")]


def test_list_files_and_parameters(tmp_path: Path) -> None:
    form = HEAD.format(column="parameters")
    assert told(tmp_path, form + "| | select_one_external big | a | A | |\n" + YES) == [
        ("form.no_external", "survey!A2")
    ]
    assert told(tmp_path, form + "| | image | a | A | max-pixels=wide |\n") == [
        ("form.bad_parameter", "survey!D2")
    ]


def test_a_parameter_of_another_type(tmp_path: Path) -> None:
    found = findings(tmp_path, HEAD.format(column="parameters") + "| | range | a | A | max-pixels=5 |\n")
    assert [(f.code, f.place) for f in found] == [("form.parameter_keys", "survey!D2")]
    assert "start" in str(found[0].values["name"])


def test_a_default_language_the_form_has_not(tmp_path: Path) -> None:
    form = "| survey |\n| | type | name | label::Русский (ru) |\n| | text | a | А |\n"
    settings = "| settings |\n| | default_language |\n| | {} |\n"
    assert told(tmp_path, form + settings.format("Русский (ru)")) == []
    assert told(tmp_path, form + settings.format("Русский")) == [("form.default_language", "settings!A2")]


def test_the_number_of_rows_is_told_at_its_repeat(tmp_path: Path) -> None:
    rows = "| | integer | n | N | |\n| | begin_repeat | r | R | ${n} + |\n| | text | a | A | |\n"
    rows += "| | end_repeat | | | |\n"
    assert told(tmp_path, HEAD.format(column="repeat_count") + rows) == [("form.expression", "survey!D3")]


def test_required_in_another_language(tmp_path: Path) -> None:
    found = findings(tmp_path, HEAD.format(column="required") + "| | text | a | A | да |\n")
    assert [(f.code, f.place, f.values["path"]) for f in found] == [("form.yes_or_no", "survey!D2", "да")]


def test_an_end_in_capitals(tmp_path: Path) -> None:
    rows = "| | begin group | g | G | |\n| | text | a | A | |\n| | END GROUP | | | |\n"
    assert told(tmp_path, HEAD.format(column="hint") + rows) == [("form.end_in_capitals", "survey!A4")]


def test_a_language_spelt_differently_on_the_two_sheets(tmp_path: Path) -> None:
    markdown = """
| survey |               |      |                     |                     |
|        | type          | name | label::Русский (ru) | label::Қазақша (kk) |
|        | select_one yn | a    | А                   | Ә                   |
| choices |              |      |                     |                     |
|         | list_name    | name | label::Русскии (ru) | label::Қазақша (kk) |
|         | yn           | yes  | Да                  | Иә                  |
"""
    found = findings(tmp_path, markdown)
    assert [(f.level, f.code, f.place, f.values["language"]) for f in found] == [
        ("warning", "form.no_language", "survey!A1", "Русскии (ru)"),
        ("warning", "form.no_language", "choices!A1", "Русский (ru)"),
    ]


def test_what_the_converter_adds_in_english(tmp_path: Path) -> None:
    form = HEAD.format(column="hint") + "| | select_one yn or_other | a | A | |\n| | audit | audit | | |\n"
    assert told(tmp_path, form + YES) == [("form.or_other", "survey!A2"), ("form.not_recorded", "survey!A3")]


def test_a_survey_sheet_with_a_space_in_its_name(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Survey "
    sheet.append(["type", "name", "label"])
    sheet.append(["text", "a", "А"])
    book.create_sheet("choices").append(["list_name", "name", "label"])
    book.save(tmp_path / "form.xlsx")
    with pytest.raises(GsmonError) as refused:
        check(tmp_path / "form.xlsx")
    assert refused.value.code == "form.no_survey_near"
    assert all("«Survey »" in sentence(refused.value, language) for language in LANGUAGES[:2])
    assert "“Survey ”" in sentence(refused.value, "en")
