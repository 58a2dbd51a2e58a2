"""The mass-survey questionnaire as a document: marks, texts in three languages, the list of services.

How it behaves when it is filled in is told in test_mass_survey_walks.py.
"""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Iterator, Mapping
from functools import cache

import pytest
from openpyxl import load_workbook
from pyxform.xls2xform import convert

from gsmon_desktop.methodology.catalogue import Catalogue, Service, parse_catalogue
from gsmon_desktop.methodology.edition import Edition, parse_edition
from gsmon_desktop.paths import read_resource, resources

LANGUAGES = ("Русский (ru)", "Қазақша (kk)", "English (en)")
KAZAKH_ONLY = frozenset("әғқңөұүһі")
BRANCH_GROUPS = {"paper": "items_paper", "electronic": "items_electronic"}
WORKBOOK = "forms/mass_survey.xlsx"
FREE_TEXT = {"locality_other", "place_name", "channel_other", "problems", "suggestions", "phone"}

Row = Mapping[str, str]


@cache
def sheet(name: str) -> tuple[Row, ...]:
    """Rows of a sheet as mappings of column to text, empty cells left out."""
    book = load_workbook(resources() / WORKBOOK, read_only=True)
    rows = book[name].iter_rows(values_only=True)
    columns = [str(cell) for cell in next(rows)]
    return tuple({c: str(v) for c, v in zip(columns, row, strict=True) if v is not None} for row in rows)


@cache
def edition() -> Edition:
    return parse_edition(read_resource("methodology/2025.toml"), "2025.toml")


@cache
def catalogue() -> Catalogue:
    files = (read_resource(f"catalogue/{name}.csv") for name in ("services", "bodies", "regions"))
    return parse_catalogue(*files)


def grouped() -> Iterator[tuple[str, Row]]:
    """Every question with the name of the group it is in ("" at the top)."""
    group = ""
    for row in sheet("survey"):
        if row["type"] == "begin group":
            group = row["name"]
        elif row["type"] == "end group":
            group = ""
        else:
            yield group, row


def test_converts_without_a_warning() -> None:
    result = convert(str(resources() / WORKBOOK), file_type=".xlsx", validate=False)
    assert result.warnings == []
    assert 'src="jr://file-csv/services.csv"' in result.xform
    assert "jr://instance/last-saved" in result.xform


def test_only_standard_columns_and_ours() -> None:
    ours = {"bind::gsmon:item", "bind::gsmon:role", "bind::gsmon:personal"}
    standard = {"type", "name", "required", "relevant", "constraint", "calculation", "choice_filter"}
    standard |= {"default", "appearance"}
    texts = ("label", "hint", "required_message", "constraint_message")
    translated = {f"{text}::{language}" for text in texts for language in LANGUAGES}
    columns = {column for row in sheet("survey") for column in row}
    assert columns == ours | standard | translated
    (settings,) = sheet("settings")
    assert settings["form_id"] == "mass_survey"
    assert settings["namespaces"] == 'gsmon="urn:gsmon:forms"'


def test_every_item_is_marked_once_in_its_branch() -> None:
    for form, group in BRANCH_GROUPS.items():
        marked = [row["bind::gsmon:item"] for g, row in grouped() if g == group and "bind::gsmon:item" in row]
        assert sorted(marked) == sorted(item.id for item in edition().items.values() if form in item.zones)
    outside = [row for g, row in grouped() if "bind::gsmon:item" in row and g not in BRANCH_GROUPS.values()]
    assert outside == []


def test_scored_questions_share_one_scale_in_a_matrix() -> None:
    scored = [row for _, row in grouped() if row["type"] == "select_one score"]
    assert {row.get("appearance") for row in scored} == {"likert"}
    assert {row.get("required") for row in scored} == {"yes"}
    scale = [row["name"] for row in sheet("choices") if row["list_name"] == "score"]
    assert scale == ["1", "2", "3", "4", "5", "dk"]


def test_roles_are_the_editions() -> None:
    marked = {row["bind::gsmon:role"] for _, row in grouped() if "bind::gsmon:role" in row}
    roles = list(edition().roles)
    assert marked == set(roles[: roles.index("mode")])  # those after it belong to the other instruments


def test_a_role_is_marked_on_a_question_of_its_kind() -> None:
    for _, row in grouped():
        kind = edition().roles.get(row.get("bind::gsmon:role", ""))
        if kind == "score":
            assert row["type"] == "select_one score", row["name"]
        if kind == "multiple":
            assert row["type"].startswith("select_multiple "), row["name"]
        if row.get("bind::gsmon:role") in FREE_TEXT:
            assert row["type"] == "text", row["name"]


def test_the_phone_number_and_free_words_are_personal() -> None:
    marked = {row["name"] for _, row in grouped() if "bind::gsmon:personal" in row}
    assert marked == {"phone", "problems", "suggestions", "extra_costs_other", "red_tape_other"}


def texts() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Every text people read: where, which column, its three languages."""
    for name, key in (("survey", "name"), ("choices", "list_name")):
        for row in sheet(name):
            for column in ("label", "hint", "required_message", "constraint_message"):
                values = tuple(row.get(f"{column}::{language}", "") for language in LANGUAGES)
                if any(values):
                    yield f"{row.get(key)}/{row['name']}", column, values


def test_every_text_is_in_three_languages() -> None:
    for where, column, values in texts():
        assert all(value.strip() == value and value for value in values), (where, column)


def test_everything_asked_has_a_label() -> None:
    silent = {"calculate", "start", "end", "today", "deviceid", "username"}
    for _, row in grouped():
        assert ("label::Русский (ru)" in row) == (row["type"] not in silent), row["name"]


def test_no_text_was_left_in_another_language() -> None:
    for where, column, (russian, kazakh, english) in texts():
        assert russian != kazakh, (where, column)
        assert not KAZAKH_ONLY & set(russian.lower()), (where, column)
        assert re.search(r"[a-z]", english), (where, column)
        foreign = re.sub(r"ЦОН|ЭЦП", "", english)
        assert not re.search(r"[а-яё]", foreign.lower()), (where, column)
        if len(kazakh) > 40:
            assert KAZAKH_ONLY & set(kazakh.lower()), (where, column)


def test_required_and_constraints_say_what_to_do() -> None:
    for _, row in grouped():
        assert ("required" in row) == ("required_message::Русский (ru)" in row), row["name"]
        assert ("constraint" in row) == ("constraint_message::Русский (ru)" in row), row["name"]


def test_regions_are_the_catalogues_and_each_has_its_places() -> None:
    regions = {row["name"]: row for row in sheet("choices") if row["list_name"] == "region"}
    assert list(regions) == list(catalogue().regions)
    for code, row in regions.items():
        names = catalogue().regions[code].names
        assert tuple(row[f"label::{language}"] for language in LANGUAGES) == (
            names["ru"],
            names["kk"],
            names["en"],
        )
    places = [row for row in sheet("choices") if row["list_name"] == "locality"]
    assert {row["region"] for row in places} == {*regions, "any"}
    assert len({row["name"] for row in places}) == len(places)
    for code in regions:
        here = [row["label::Русский (ru)"] for row in places if row["region"] == code]
        assert len(here) >= 5, code
        assert len(set(here)) == len(here), code


def services_rows() -> list[Row]:
    return list(csv.DictReader(io.StringIO(read_resource("forms/services.csv"))))


def test_the_list_of_services_is_the_catalogue() -> None:
    assert [row["name"] for row in services_rows()] == list(catalogue().services)
    for row in services_rows():
        service = catalogue().services[row["name"]]
        assert row["label"] == f"{service.no}. {service.name_ru}"
        assert row["channels"].split() == list(service.channels)
        assert row["paid"] == service.paid
        assert row["forms"] == ("both" if len(service.forms) == 2 else service.forms[0])
        assert row["paper_place"] == paper_place(service)


def paper_place(service: Service) -> str:
    """Where a service is given on paper: at a ЦОН, at the body itself, at both; empty when it is not."""
    if "paper" not in service.forms:
        return ""
    if "con" not in service.channels:
        return "body"
    return "both" if "body" in service.channels else "con"


UNIT_WORDS = {"working": "рабоч", "calendar": "календарн", "month": "месяц", "same_day": "минут|час"}


@pytest.mark.parametrize("row", services_rows(), ids=lambda row: row["name"])
def test_a_services_term_is_read_from_its_words(row: Row) -> None:
    term = catalogue().services[row["name"]].term
    if not row["term_unit"]:
        assert row["term_days"] == row["term_number"] == ""
        assert "рабоч" not in term
        return
    number = int(row["term_number"])
    assert re.search(UNIT_WORDS[row["term_unit"]], term)
    numbers = [int(n) for n in re.findall(r"(?<![\d-])\d+(?! млн)(?=\D|$)|(?<=-)\d+", term)]
    if row["term_unit"] != "same_day":
        assert number in numbers
        lasting = re.sub(r"\d+(?:-\d+)? (?:минут|час)\w*|\d+ млн", "", term)
        assert number == max(int(n) for n in re.findall(r"\d+", lasting))
    days = {
        "same_day": 0,
        "working": number + 2 * math.ceil(number / 5),
        "calendar": number,
        "month": 31 * number,
    }
    assert int(row["term_days"]) == days[row["term_unit"]]
