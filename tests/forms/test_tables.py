# ruff: noqa: E501  (forms are tables)
"""Long lists in their database: every expression gives what it gives over nodes, and a list is read once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms import lists, reopen, tables
from gsmon_desktop.forms.lists import Lists, read_list
from gsmon_desktop.forms.tables import Table, plain_rows, table
from gsmon_desktop.forms.tree import Node
from gsmon_desktop.forms.xpath import compile  # noqa: A004
from tests.forms.scenario import Scenario, form
from tests.forms.xpath.world import World, context

TOWNS = "name,label,label::Қазақша (kk),region,size\na,Ahm,Ах,north,1\nb,Bem,,south,05\nc,Cim,Цх,north,5\nd,Dum,Дх,,2024-01-05\n"
XML = "<root><item><name>a</name><label>Ahm</label><region>north</region></item><item><name>b</name><label>Bem</label></item></root>"
GEO = '{"features": [{"id": "a", "geometry": {"type": "Point", "coordinates": [71.4, 51.1]}, "properties": {"title": "Ahm", "big": true}}, {"id": "b", "geometry": null, "properties": {"title": "Bem"}}]}'
SURVEY = """
| survey |                                       |       |       |                                          |                                                     |                          |
|        | type                                  | name  | label | choice_filter                            | calculation                                         | parameters               |
|        | text                                  | where | Where |                                          |                                                     |                          |
|        | select_one_from_file towns.csv        | town  | Town  | region=${where} or name='d'              |                                                     |                          |
|        | select_multiple_from_file more.xml    | more  | More  | not(region) or region != ${where}        |                                                     |                          |
|        | select_one_from_file spots.geojson    | spot  | Spot  |                                          |                                                     | value=id, label=title    |
|        | calculate                             | size  |       |                                          | pulldata('towns', 'size', 'name', ${town})          |                          |
|        | calculate                             | named |       |                                          | jr:choice-name(${town}, '${town}')                  |                          |
|        | calculate                             | many  |       |                                          | count(instance('towns')/root/item[size > 2])        |                          |
"""
FILES = {
    "towns.csv": TOWNS.encode(),
    "more.xml": XML.encode(),
    "spots.geojson": GEO.encode(),
}
EXPRESSIONS = (
    "item[a = $]", "item[b = $]/a", "item[a = $ and b != 'x']", "item[a = 'x' or b = $]", "item[c = $]", "item[nosuch = $]",
    "item[a = $][2]", "item[2]", "item[last()]", "item[position() < 3]/b", "item[b > 1]", "item[not(b)]", "item[contains(a, $)]",
    "item/*", "item[a = $]/following-sibling::item/a", "item[a = 'x'] | instance('l')/root/item[b = $]", "*[a = $]", "other[a = $]", "item[a = $]/..",
    "item[string-length(b) > 1 and a = $]", "item[a = number($)]", "item[$ = b]", "item//a[. = $]",
)  # fmt: skip
TEXTS = st.sampled_from(["", "x", "y", "1", "01", "1.0", "2", "2024-01-05", " ", "ё"])
ROWS = st.lists(st.dictionaries(st.sampled_from("abc"), TEXTS, min_size=1), min_size=1, max_size=6)


@pytest.fixture
def all_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "LONG", 0)


def planted(rows: list[dict[str, str]]) -> Node:
    root = Node("root")
    for row in rows:
        item = Node("item", "", root)
        for name in sorted(row):
            Node(name, row[name], item)
    return root


def words(value: object) -> object:
    """What an expression gives, in words that can be compared."""
    if isinstance(value, list):
        return [[(node.name, node.value) for node in found.walk()] for found in value]
    return value


@settings(max_examples=60, deadline=None)
@given(rows=ROWS, value=TEXTS)
def test_a_table_answers_as_nodes_do(rows: list[dict[str, str]], value: str) -> None:
    root = planted(rows)
    plain = plain_rows(root)
    kept = table(b"", "xml", None, lambda: plain)
    assert (kept is None) == (plain is None)
    if kept is None:
        return
    for text in EXPRESSIONS:
        written = text.replace("$", f"'{value}'")
        for whole in (f"instance('l')/root/{written}", f"count(instance('l')/root/{written})"):
            nodes = World(Node("data"), {"l": root})
            tables = World(Node("data"), {"l": kept})
            expression = compile(whole)
            assert words(expression.evaluate(context(tables))) == words(expression.evaluate(context(nodes)))


def answered(filled: Scenario) -> list[object]:
    """All that a form shows of its lists, answer after answer."""
    seen: list[object] = []
    for where in ("", "north", "south"):
        filled.set("where", where)
        for name in ("town", "more", "spot"):
            choices = filled.session.choices(filled.path(name))
            seen.append({choice.value: choice.label for choice in choices})
        for town in filled.offers("town"):
            filled.set("town", town)
            seen += [filled["size"], filled["named"], filled["many"]]
    return seen


@pytest.mark.usefixtures("all_long")
def test_csv_xml_and_geojson_are_shown_as_nodes_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    kept = form(SURVEY, FILES)
    again = reopen(kept.xform, FILES, tmp_path)
    assert all(
        isinstance(each.lists.root(name), Table) for each in (kept, again) for name in kept.lists.sources
    )
    monkeypatch.setattr(lists, "LONG", 1_000_000)
    nodes = form(SURVEY, FILES)
    assert not any(isinstance(nodes.lists.root(name), Table) for name in nodes.lists.sources)
    expected = answered(Scenario(nodes))
    assert {"a": "Ahm", "c": "Cim", "d": "Dum"} in expected
    assert answered(Scenario(kept)) == expected
    assert answered(Scenario(again)) == expected


@pytest.mark.usefixtures("all_long")
def test_a_list_is_read_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    first = reopen(form(SURVEY, FILES).xform, FILES, tmp_path)
    expected = answered(Scenario(first))

    def unread(*_: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr(lists, "read_list", unread)
    monkeypatch.setattr(lists, "_csv", unread)
    again = reopen(first.xform, FILES, tmp_path)
    assert list(again.lists.read_all()) == []
    assert answered(Scenario(again)) == expected


@pytest.mark.parametrize("damage", [b"", b"no database", None])
@pytest.mark.usefixtures("all_long")
def test_a_damaged_table_is_made_anew(tmp_path: Path, damage: bytes | None) -> None:
    expected = answered(Scenario(reopen(form(SURVEY, FILES).xform, FILES, tmp_path)))
    for file in tmp_path.glob("*.list"):
        whole = file.read_bytes()
        file.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096) if damage is None else damage)
    assert answered(Scenario(reopen(form(SURVEY, FILES).xform, FILES, tmp_path))) == expected


@pytest.mark.usefixtures("all_long")
def test_a_cache_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    kept = Lists({}, {"towns": "jr://file-csv/towns.csv"}, FILES, tmp_path / "file" / "below")
    root = kept.root("towns")
    assert isinstance(root, Table)
    assert [row.children[0].value for row in root.children] == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("l.csv", "name,name\na,b\n"),
        ("l.csv", ",".join(f"c{at}" for at in range(1001)) + "\n1\n"),
        ("l.xml", "<root><item><name>a<b>1</b></name></item></root>"),
        ("l.xml", "<root><item><name k='v'>a</name></item></root>"),
        ("l.xml", "<root><item><a>1</a><b>2</b></item><item><b>2</b><a>1</a></item></root>"),
        ("l.xml", "<root><item><a>1</a></item><other><a>1</a></other></root>"),
        ("l.geojson", '{"features": [{"properties": {"a": "\\ud800"}}]}'),
    ],
)
@pytest.mark.usefixtures("all_long")
def test_what_is_no_plain_table_stays_nodes(name: str, text: str) -> None:
    root = Lists({}, {"l": f"jr://file/{name}"}, {name: text.encode()}).root("l")
    assert root is not None
    assert not isinstance(root, Table)
    assert words([root]) == words([read_list(name, text.encode())])


@pytest.mark.usefixtures("all_long")
def test_a_broken_line_far_down_is_told_with_its_number() -> None:
    with pytest.raises(GsmonError) as failure:
        Lists({}, {"l": "jr://file-csv/l.csv"}, {"l.csv": b'name,label\na,A\n"b,B\n'}).root("l")
    assert failure.value.code == "form.list_csv"
    assert failure.value.values["line"] == 3


def test_the_oldest_in_the_cache_make_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for at in range(5):
        (tmp_path / f"{at}.list").write_bytes(bytes(100))
        os.utime(tmp_path / f"{at}.list", (at, at))
    monkeypatch.setattr(tables, "MOST_BYTES", 250)
    tables.make_room(tmp_path)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["3.list", "4.list"]
    monkeypatch.setattr(tables, "MOST_BYTES", 10)
    tables.make_room(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["4.list"]
