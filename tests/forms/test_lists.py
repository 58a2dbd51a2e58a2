# ruff: noqa: E501  (forms are tables)
"""Lists in files: CSV by the rules of the specification, XML, GeoJSON; what a check says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms import check
from tests.forms.scenario import Scenario, scenario

FORM = """
| survey |                                 |      |       |             |               |                                      |
|        | type                            | name | label | parameters  | choice_filter | calculation                          |
|        | text                            | kind | Kind  |             |               |                                      |
|        | select_one_from_file l.{ending} | one  | One   | {parameters} |              |                                      |
|        | select_multiple_from_file l.{ending} | many | Many | {parameters} | kind = ${{kind}} |                               |
|        | calculate                       | full |       |             |               | count(instance('l')/root/item/kind)  |
"""


def listed(ending: str, data: bytes, parameters: str = "") -> Scenario:
    """A form that chooses from a list file."""
    return scenario(FORM.format(ending=ending, parameters=parameters), {f"l.{ending}": data})


@pytest.mark.parametrize(
    "data",
    [
        b"name,label,kind\n1,One,x\n2,Two,\n3,Three,x\n",
        b"\xef\xbb\xbfname;label;kind\r\n1;One;x\r\n2;Two;\r\n3;Three;x\r\n",
        b"name\tlabel\tkind\n1\tOne\tx\n2\tTwo\t\n3\tThree\tx\n",
        b'"name","label","kind"\n"1","One","x"\n\n2,Two\n3,"Three","x","more than there are columns"\n',
        b"name,label,kind\r1,One,x\r2,Two,\r3,Three,x\r",
    ],
    ids=["commas", "semicolons", "tabs", "quotes and short rows", "old Macintosh"],
)
def test_csv_as_the_specification_has_it(data: bytes) -> None:
    s = listed("csv", data)
    assert (s.offers("one"), s.labels("one")) == (["1", "2", "3"], ["One", "Two", "Three"])
    assert s["full"] == "3"
    s.set("kind", "x")
    assert s.offers("many") == ["1", "3"]
    s.set("many", "3 1")
    assert s["many"] == "3 1"


def test_quoted_cells_hold_anything() -> None:
    s = listed("csv", b'name,label,kind\n1,"One, ""two"";\nthree",x\n')
    assert s.labels("one") == ['One, "two";\nthree']


def test_columns_named_by_parameters() -> None:
    s = listed("csv", "code,title,kind\n1,Бір,x\n".encode(), "value=code, label=title")
    assert (s.offers("one"), s.labels("one")) == (["1"], ["Бір"])


def test_geojson_as_the_specification_has_it() -> None:
    s = listed(
        "geojson",
        b"""{"type": "FeatureCollection", "features": [
        {"type": "Feature", "id": "a", "properties": {"title": "A", "kind": "x", "open": true},
         "geometry": {"type": "Point", "coordinates": [71.4, 51.1]}},
        {"type": "Feature", "properties": {"id": "b", "title": "B", "kind": "y", "size": 7},
         "geometry": {"type": "LineString", "coordinates": [[1, 2], [3, 4, 5]]}},
        {"type": "Feature", "properties": {"id": "c", "title": "C", "kind": "x"},
         "geometry": {"type": "Polygon", "coordinates": [[[1, 2], [3, 4], [5, 6], [1, 2]]]}}]}""",
    )
    s.set("kind", "x")
    assert (s.offers("one"), s.labels("one"), s.offers("many")) == (
        ["a", "b", "c"],
        ["A", "B", "C"],
        ["a", "c"],
    )
    cell = "string(instance('l')/root/item[id = '{}']/{})"
    assert s.session.evaluate(cell.format("a", "geometry")) == "51.1 71.4 0 0"
    assert s.session.evaluate(cell.format("b", "geometry")) == "2 1 0 0; 4 3 5 0"
    assert s.session.evaluate(cell.format("c", "geometry")) == "2 1 0 0; 4 3 0 0; 6 5 0 0; 2 1 0 0"
    assert s.session.evaluate(cell.format("a", "open")) == "true"
    assert s.session.evaluate(cell.format("b", "size")) == "7"


def test_xml_of_any_namespace() -> None:
    data = b'<r:root xmlns:r="urn:x"><r:item><r:name>1</r:name><r:label>One</r:label><r:kind>x</r:kind></r:item></r:root>'
    s = listed("xml", data)
    assert (s.offers("one"), s.labels("one"), s["full"]) == (["1"], ["One"], "1")


def test_external_instances_without_a_question() -> None:
    s = scenario(
        """
| survey |              |       |       |                                           |
|        | type         | name  | label | calculation                               |
|        | xml-external | stuff |       |                                           |
|        | csv-external | price |       |                                           |
|        | text         | k     | K     |                                           |
|        | calculate    | word  |       | instance('stuff')/root/item[name=${k}]/label |
|        | calculate    | cost  |       | instance('price')/root/item[name=${k}]/cost  |
|        | calculate    | all   |       | sum(instance('price')/root/item/cost)     |
""",
        {
            "stuff.xml": b"<root><item><name>2</name><label>Two</label></item></root>",
            "price.csv": b"name,cost\n1,5\n2,7\n",
        },
    )
    s.set("k", "2")
    assert (s["word"], s["cost"], s["all"]) == ("Two", "7", "12")
    assert set(s.session.answers()) == {
        "/data/k",
        "/data/word",
        "/data/cost",
        "/data/all",
        "/data/meta/instanceID",
    }


@pytest.mark.parametrize(
    ("ending", "data", "code"),
    [
        ("csv", "name,label\n1,Да\n".encode("cp1251"), "form.list_encoding"),
        ("csv", "name,label\n".encode("utf-16"), "form.list_encoding"),
        ("csv", b"", "form.list_empty"),
        ("csv", b'name,label\n1,"open\n', "form.list_csv"),
        ("xml", b"<a>", "form.list_xml"),
        ("xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "form.list_xml"),
        ("xml", b"<a>" * 20_000 + b"</a>" * 20_000, "form.list_xml"),
        ("geojson", b"[]", "form.list_geojson"),
        ("geojson", b"[" * 20_000, "form.list_geojson"),
    ],
)
def test_a_list_that_does_not_read_says_why(ending: str, data: bytes, code: str) -> None:
    with pytest.raises(GsmonError) as failure:
        listed(ending, data).offers("one")
    assert (failure.value.code, failure.value.place) == (code, f"l.{ending}")


def found(tmp_path: Path, data: bytes) -> list[tuple[str, str, object]]:
    """What check says of a form with this list: code, place and what is named."""
    (tmp_path / "l.csv").write_bytes(data)
    (tmp_path / "f.md").write_text(FORM.format(ending="csv", parameters=""), encoding="utf-8")
    findings = check(tmp_path / "f.md").findings
    return [(f.code, f.place, f.values.get("column") or f.values.get("name")) for f in findings]


def test_a_list_without_the_columns_a_question_takes(tmp_path: Path) -> None:
    assert found(tmp_path, b"name,label,kind\n1,One,x\n") == []
    assert found(tmp_path, b"code,label,kind\n1,One,x\n") == [
        ("form.list_column", "survey!A3", "name"),
        ("form.list_column", "survey!A4", "name"),
    ]


def test_a_value_with_a_space_in_a_list_for_several_answers(tmp_path: Path) -> None:
    assert found(tmp_path, b"name,label,kind\na b,One,x\n") == [("form.choice_spaces", "survey!A4", "a b")]


def test_paths_into_lists_that_find_nothing(tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text("name,cost\na,5\n", encoding="utf-8")
    (tmp_path / "f.md").write_text(
        """
| survey |              |      |       |               |                                             |
|        | type         | name | label | choice_filter | calculation                                 |
|        | csv-external | p    |       |               |                                             |
|        | select_one o | o    | O     |               |                                             |
|        | select_one d | d    | D     | oo = ${o}     |                                             |
|        | select_one d | good | D     | o = ${o}      |                                             |
|        | calculate    | c    |       |               | instance('d')/root/item[nme = ${d}]/label   |
|        | calculate    | e    |       |               | instance('d')/root/item[name = ${d}]/lbl    |
|        | calculate    | f    |       |               | instance('d')/rot/item[name = ${d}]/label   |
|        | calculate    | g    |       |               | instance('p')/root/item[name = 'a']/price   |
|        | calculate    | h    |       |               | count(instance('p')/root/*[cost > 3])       |
| choices |             |      |       |   |
|         | list_name   | name | label | o |
|         | o           | a    | A     |   |
|         | d           | a1   | A1    | a |
""",
        encoding="utf-8",
    )
    told = check(tmp_path / "f.md").findings
    assert [(f.level, f.code, f.place, f.values["name"]) for f in told] == [
        ("warning", "form.list_path", "survey!D4", "oo"),
        ("warning", "form.list_path", "survey!E6", "nme"),
        ("warning", "form.list_path", "survey!E7", "lbl"),
        ("warning", "form.list_path", "survey!E8", "rot"),
        ("warning", "form.list_path", "survey!E9", "price"),
    ]
