"""Secondary instances and choice filters, indexed or not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gsmon_desktop.forms.xpath import compile  # noqa: A004
from gsmon_desktop.forms.xpath.index import ColumnIndex
from tests.forms.xpath.world import World, context, names, plant, string, value, world

CITIES = {
    "item": [
        {"name": "almaty", "label": "Алматы", "region": "75", "code": "1"},
        {"name": "astana", "label": "Астана", "region": "71", "code": "02"},
        {"name": "taldykorgan", "label": "Талдыкорган", "region": "33", "code": "3.0"},
        {"name": "tekeli", "label": "Текели", "region": "33", "code": ""},
        {"name": "unknown", "label": "?"},
    ]
}


def form(**answers: str) -> World:
    return world(dict(answers), cities=CITIES)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("instance('cities')/root/item/name", ["almaty", "astana", "taldykorgan", "tekeli", "unknown"]),
        ("instance('cities')/root/item[region = /data/region]/name", ["taldykorgan", "tekeli"]),
        ("instance('cities')/root/item[/data/region = region]/name", ["taldykorgan", "tekeli"]),
        ("instance('cities')/root/item[region= current()/region ]/name", ["taldykorgan", "tekeli"]),
        ("instance('cities')/root/item[./region = '33']/name", ["taldykorgan", "tekeli"]),
        ("instance('cities')/root/item[region = 33]/name", ["taldykorgan", "tekeli"]),
        ("instance('cities')/root/item[code = 2]/name", ["astana"]),
        ("instance('cities')/root/item[code = 3]/name", ["taldykorgan"]),
        ("instance('cities')/root/item[code = '2']/name", []),
        ("instance('cities')/root/item[code = 2.5]/name", []),
        ("instance('cities')/root/item[code = 1 div 0]/name", []),
        ("instance('cities')/root/item[code = 0 div 0]/name", []),
        ("instance('cities')/root/item[code = '']/name", ["tekeli", "unknown"]),
        ("instance('cities')/root/item[code = /data/none]/name", ["tekeli", "unknown"]),
        ("instance('cities')/root/item[code = true()]/name", ["almaty", "astana", "taldykorgan"]),
        ("instance('cities')/root/item[region = /data/region and name = 'tekeli']/name", ["tekeli"]),
        (
            "instance('cities')/root/item[starts-with(name, 't') and region = 33]/name",
            ["taldykorgan", "tekeli"],
        ),
        ("instance('cities')/root/item[region = 33 and code != '']/name", ["taldykorgan"]),
        ("instance('cities')/root/item[region = 33][2]/name", ["tekeli"]),
        ("instance('cities')/root/item[region = 33][last()]/label", ["Текели"]),
        (
            "instance('cities')/root/item[region = 33 or region = 71]/name",
            ["astana", "taldykorgan", "tekeli"],
        ),
        ("instance('cities')/root/item[region != 33]/name", ["almaty", "astana", "unknown"]),
        ("instance('cities')/root/item[region = 33 and position() = 3]/name", ["taldykorgan"]),
        ("instance('cities')/root/item[name = concat(region, '')]/name", []),
        ("instance('cities')/root/item[selected(/data/several, name)]/name", ["almaty", "tekeli"]),
        ("instance('cities')/root/item[3]/name", ["taldykorgan"]),
        ("instance('cities')/item[region = 33]/name", ["taldykorgan", "tekeli"]),
        ("instance('cities')/item[region != 33]/name", ["almaty", "astana", "unknown"]),
        ("instance('cities')/item/name[. = 'astana']", ["astana"]),
        ("instance('cities')/root/item[name = 'astana']/label | /data/region", ["Астана", "33"]),
        ("instance('cities')//name[starts-with(., 't')]", ["taldykorgan", "tekeli"]),
        ("instance('nowhere')/root/item[a = 1]", []),
        ("instance('nowhere')/root/item", []),
        ("instance(concat('cit', 'ies'))/root/item[2]/name", ["astana"]),
    ],
)
def test_choice_filters(text: str, found: list[str]) -> None:
    assert names(text, form(region="33", several="tekeli almaty")) == found


def test_a_value_of_many_nodes_finds_each_row_once() -> None:
    env = world({"r": ["33", "71", "33"]}, cities=CITIES)
    assert names("instance('cities')/root/item[region = /data/r]/name", env) == [
        "astana",
        "taldykorgan",
        "tekeli",
    ]


def test_a_list_is_indexed_once_and_anew_for_another_tree() -> None:
    env = form(region="33")
    text = "instance('cities')/root/item[region = /data/region]/name"
    assert names(text, env) == ["taldykorgan", "tekeli"]
    (index,) = env.indexes.values()
    env.root.children[0].value = "75"
    assert names(text, env) == ["almaty"]
    assert list(env.indexes.values()) == [index]
    env.lists["cities"] = plant("root", {"item": [{"name": "new", "region": "75"}]})
    assert names(text, env) == ["new"]


def test_dates_in_lists_are_compared_as_dates() -> None:
    days = {"item": [{"name": "a", "day": "2026-11-24"}, {"name": "b", "day": "2026-11-25"}]}
    env = world({}, days=days)
    assert names("instance('days')/root/item[day = today()]/name", env) == ["a"]
    assert names("instance('days')/root/item[day > today()]/name", env) == ["b"]


def test_a_lookup_reads_like_a_table() -> None:
    env = form(city="tekeli")
    assert string("instance('cities')/root/item[name = /data/city]/label", env) == "Текели"
    assert value("count(instance('cities')/root/item[region = '33'])", env) == 2.0
    assert string("pulldata('cities', 'label', 'name', /data/city)", env) == "Текели"


cells = st.sampled_from(["", "1", "01", "1.0", "2", "x", "2026-11-24", " 1 "])
keys = st.sampled_from(
    ["'1'", "1", "2", "''", "/data/k", "'x'", "0.5", "true()", "/data/none", "today()", "number(/data/k)"]
)


@given(st.lists(cells, max_size=8), keys, cells)
@settings(deadline=None)
def test_an_index_finds_what_looking_at_every_row_finds(column: list[str], key: str, answer: str) -> None:
    rows = {"item": [{"name": str(place), "c": cell} for place, cell in enumerate(column)]}
    env = world({"k": answer}, rows=rows)
    indexed = compile(f"instance('rows')/root/item[c = {key}]/name").nodes(context(env))
    plain = compile(f"instance('rows')/root/item[c = {key} or false()]/name").nodes(context(env))
    assert indexed == plain


def test_places_are_told_apart_from_what_an_index_cannot_tell() -> None:
    index = ColumnIndex(plant("root", {"item": [{"c": "5"}, {"c": "05"}, {}]}), ("root", "item"), "c")
    assert index.places("5") == [0]
    assert index.places(5.0) == [0, 1]
    assert index.places("") == [2]
    assert index.places([]) == [2]
    assert index.places(float("nan")) == []
    assert index.places(True) is None
    assert index.places(0.5) is None
