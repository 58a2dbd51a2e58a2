"""Location paths: axes, predicates, order, what is not asked now."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gsmon_desktop.forms.tree import Node
from gsmon_desktop.forms.xpath import compile  # noqa: A004
from tests.forms.xpath.world import Tree, at, context, names, plant, string, value, world

FORM = world(
    {
        "a": "A",
        "g": {"b": "B", "c": "C"},
        "rep": [
            {"x": "1", "y": "one", "in": [{"z": "11"}, {"z": "12"}]},
            {"x": "2", "y": "two", "in": [{"z": "21"}]},
            {"x": "3", "y": "three", "in": []},
        ],
        "last": "L",
    }
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/data/a", ["A"]),
        ("/data/g/*", ["B", "C"]),
        ("/data/rep/x", ["1", "2", "3"]),
        ("/data/rep[2]/x", ["2"]),
        ("/data/rep[x = 2]/y", ["two"]),
        ("/data/rep[x > 1]/y", ["two", "three"]),
        ("/data/rep[position() = 2]/y", ["two"]),
        ("/data/rep[last()]/y", ["three"]),
        ("/data/rep[position() != last()]/x", ["1", "2"]),
        ("/data/rep[position() = last() - 1]/x", ["2"]),
        ("/data/rep[x > 1][1]/x", ["2"]),
        ("/data/rep[1][x > 1]/x", []),
        ("/data/rep[in/z = 21]/x", ["2"]),
        ("/data/rep[in]/x", ["1", "2"]),
        ("/data/rep[not(in)]/x", ["3"]),
        ("/data/rep[number(x)]/x", ["1", "2", "3"]),
        ("/data/rep[0]/x", []),
        ("/data/rep[1.5]/x", []),
        ("/data/rep/in[1]/z", ["11", "21"]),
        ("(/data/rep/in)[2]/z", ["12"]),
        ("(/data/rep/in/z)[last()]", ["21"]),
        ("/data/rep[../a = 'A'][3]/x", ["3"]),
        ("/data/rep[count(in) = 2]/in[position() = count(../in)]/z", ["12"]),
        ("//z", ["11", "12", "21"]),
        ("//in[1]/z", ["11", "21"]),
        ("//rep/x", ["1", "2", "3"]),
        ("/data//z", ["11", "12", "21"]),
        (".//b", ["B"]),
        ("g/b/../c", ["C"]),
        ("g/./b", ["B"]),
        ("./a", ["A"]),
        ("//b/../../a", ["A"]),
        ("/data/none/of/this", []),
        ("/wrong/a", []),
        ("child::a", ["A"]),
        ("/child::data/child::g/child::b", ["B"]),
        ("descendant::z", ["11", "12", "21"]),
        ("descendant-or-self::data/a", ["A"]),
        ("g/descendant::*", ["B", "C"]),
        ("//c/preceding-sibling::b", ["B"]),
        ("//b/following-sibling::*", ["C"]),
        ("/data/rep[3]/preceding-sibling::rep/x", ["1", "2"]),
        ("/data/rep[3]/preceding-sibling::rep[1]/x", ["2"]),
        ("/data/rep[1]/following-sibling::rep[1]/x", ["2"]),
        ("//z/ancestor::rep/x", ["1", "2"]),
        ("(//z)[3]/ancestor::*[1]/z", ["21"]),
        ("(//z)[3]/ancestor::rep/x", ["2"]),
        ("(//z)[1]/ancestor-or-self::*[3]/x", ["1"]),
        ("(//z)[2]/following::x", ["2", "3"]),
        ("(//z)[2]/preceding::z", ["11"]),
        ("/data/last/preceding::x[1]", ["3"]),
        ("//z/parent::in/../x", ["1", "2"]),
        ("g/b/self::b", ["B"]),
        ("g/b/self::c", []),
        ("a/text()", ["A"]),
        ("g/text()", []),
        ("g/comment()", []),
        ("g/node()", ["B", "C"]),
        ("g/processing-instruction('x')", []),
        ("namespace::*", []),
        ("/data/a | /data/last", ["A", "L"]),
        ("/data/last | /data/a | /data/a", ["A", "L"]),
        ("//z | //x", ["1", "11", "12", "2", "21", "3"]),
        ("(/data/last | /data/g)/b", ["B"]),
        ("current()/a", ["A"]),
        ("/data/rep[y = current()/../data/rep[2]/y]/x", []),
        ("id('a')", []),
    ],
)
def test_paths(text: str, found: list[str]) -> None:
    assert names(text, FORM) == found


@pytest.mark.parametrize(
    ("text", "path", "found"),
    [
        (".", "a", ["A"]),
        ("../g/c", "a", ["C"]),
        ("../x", "rep[2]/y", ["2"]),
        ("../../rep/x", "rep[2]/y", ["1", "2", "3"]),
        ("../../rep[x = current()/../x]/y", "rep[2]/y", ["two"]),
        ("../../rep[position() < position(current()/..)]/x", "rep[3]/y", ["1", "2"]),
        ("../in/z", "rep[1]/x", ["11", "12"]),
        ("../../../in[1]/z", "rep[1]/in[2]/z", []),
        ("../../in[1]/z", "rep[1]/in[2]/z", ["11"]),
        ("../../../../data", "a", []),
    ],
)
def test_paths_from_a_question(text: str, path: str, found: list[str]) -> None:
    assert names(text, FORM, path) == found


def test_attributes() -> None:
    env = world({"a": "A", "b": {"c": "C"}})
    env.root.attributes = {"id": "form", "version": "3"}
    at(env.root, "b").attributes = {"id": "7"}
    assert string("/data/@version", env) == "3"
    assert names("//@id", env) == ["form", "7"]
    assert names("@* | b/@id", env) == ["form", "3", "7"]
    assert names("@id | @id", env) == ["form"]
    assert names("*[@id = 7]/c", env) == ["C"]
    assert names("b/@id/..//c", env) == ["C"]
    assert value("name(@version)", env) == "version"
    assert names("a/@id", env) == []


def test_the_document_above_the_root() -> None:
    env = world({"a": "A"})
    assert value("count(/)", env) == 1.0
    assert value("count(/*)", env) == 1.0
    assert value("name(/*)", env) == "data"
    assert value("count(/..)", env) == 0.0
    assert env.root.parent is None


def test_what_is_not_asked_now_is_not_seen_but_keeps_its_place() -> None:
    env = world({"a": "A", "rep": [{"x": "1"}, {"x": "2"}, {"x": "3"}]})
    for node in at(env.root, "rep[2]").walk():
        node.relevant = False
    at(env.root, "a").relevant = False
    assert names("/data/rep/x", env) == ["1", "3"]
    assert names("/data/rep[3]/x", env) == ["3"]
    assert names("/data/rep[2]/x", env) == []
    assert value("count(/data/rep)", env) == 2.0
    assert value("/data/a = ''", env) is True
    assert string("/data/a", env) == ""
    assert value("sum(/data/rep/x)", env) == 4.0
    assert value("position(/data/rep[3])", env) == 3.0
    assert names("//x | /data/a", env) == ["1", "3"]


def test_the_place_of_a_question_is_found_anew_when_rows_come_and_go() -> None:
    """The same expression over trees of different shape: no place is trusted that does not hold."""
    expression = compile("/data/q")
    for before in (0, 5, 2, 9, 0):
        env = world({f"p{number}": "-" for number in range(before)} | {"q": str(before)})
        assert expression.string(context(env)) == str(before)
    rows = compile("/data/rep/x")
    env = world({"a": "A", "rep": [{"x": "1"}]})
    assert [node.value for node in rows.nodes(context(env))] == ["1"]
    plant("rep", {"x": "2"}, env.root)
    assert [node.value for node in rows.nodes(context(env))] == ["1", "2"]
    env.root.children.pop(0)
    assert [node.value for node in rows.nodes(context(env))] == ["1", "2"]
    env.root.children.pop(0)
    assert [node.value for node in rows.nodes(context(env))] == ["2"]
    env.root.children.clear()
    assert rows.nodes(context(env)) == []


trees = st.recursive(
    st.sampled_from(["", "1", "v"]),
    lambda below: st.dictionaries(
        st.sampled_from("abc"), below | st.lists(below, min_size=1, max_size=3), max_size=3
    ),
    max_leaves=12,
)
steps = st.sampled_from(
    [
        "//a",
        "//b",
        "//*",
        "/data/*",
        "//a/..",
        "//c/ancestor::*",
        "//b/following::*",
        "//a/preceding::*",
        "//*/*",
        "//a//b",
    ]
)


@given(trees, steps, steps)
@settings(deadline=None)
def test_unions_are_in_document_order_without_doubles(tree: Tree, one: str, other: str) -> None:
    env = world({"a": tree})
    order = {id(node): place for place, node in enumerate(env.root.walk())}
    union = compile(f"{one} | {other}").nodes(context(env))
    places = [order[id(node)] for node in union]
    assert places == sorted(set(places))
    parts = {id(node) for text in (one, other) for node in compile(text).nodes(context(env))}
    assert {id(node) for node in union} == parts


@given(trees, st.sampled_from(["a", "b", "*"]))
@settings(deadline=None)
def test_every_axis_keeps_document_order(tree: Tree, name: str) -> None:
    env = world({"a": tree})
    order = {id(node): place for place, node in enumerate(env.root.walk())}
    for axis in (
        "ancestor",
        "descendant",
        "following",
        "preceding",
        "following-sibling",
        "preceding-sibling",
        "parent",
    ):
        places = [order[id(node)] for node in compile(f"//*/{axis}::{name}").nodes(context(env))]
        assert places == sorted(set(places)), axis


@given(trees)
@settings(deadline=None)
def test_axes_divide_the_tree(tree: Tree) -> None:
    """XPath 1.0: ancestors, descendants, what comes before and after, and the node itself are all nodes,
    once."""
    env = world({"a": tree})
    everything = sorted(id(node) for node in env.root.walk())
    for node in env.root.walk():
        found: list[Node] = []
        for axis in ("ancestor", "descendant", "following", "preceding", "self"):
            inner = context(env)
            inner.node = node
            found += compile(f"{axis}::*").nodes(inner)
        assert sorted(map(id, found)) == everything
