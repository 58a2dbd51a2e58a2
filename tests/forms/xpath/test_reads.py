"""What an expression says it reads."""

from __future__ import annotations

import pytest

from gsmon_desktop.forms.xpath import compile  # noqa: A004


def paths(text: str) -> set[str]:
    """Patterns in a short notation: ``x:/root/item`` for a list, ``/…`` absolute, else relative."""
    found = set()
    for pattern in compile(text).paths:
        steps = "/".join("**" if step == "//" else step for step in pattern.steps)
        list_name = f"{pattern.instance}:" if pattern.instance is not None else ""
        found.add(f"{list_name}{'/' if pattern.absolute else ''}{steps}")
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 + 2", set()),
        (".", {"."}),
        (". > 5 and . < 9", {"."}),
        ("../a", {"../a"}),
        ("/data/g/a + ../b", {"/data/g/a", "../b"}),
        ("./a/./b", {"a/b"}),
        ("current()", {"."}),
        ("current()/../a", {"../a"}),
        ("/data/rep/x", {"/data/rep/x"}),
        ("sum(/data/rep[y > ../limit]/x)", {"/data/rep/x", "/data/rep/y", "/data/rep/../limit"}),
        ("/data/rep[/data/n]/x", {"/data/rep/x", "/data/n"}),
        ("/data/rep[position() = position(current()/..)]/x", {"/data/rep/x", ".."}),
        ("position(..)", {".."}),
        ("count(../*)", {"../*"}),
        ("//x", {"/**/x"}),
        ("/data//x", {"/data/**/x"}),
        ("descendant::x", {"**/x"}),
        ("a | b/c", {"a", "b/c"}),
        ("(a | b)/c", {"a/c", "b/c"}),
        ("(a)[b]/c", {"a/c", "a/b"}),
        ("ancestor::g/x", {"/**/g/x"}),
        ("preceding-sibling::rep/x", {"../rep/x"}),
        ("a/@id", {"a"}),
        ("a/text()", {"a"}),
        ("if(a, b, c)", {"a", "b", "c"}),
        ("once(random())", set()),
        (
            "instance('x')/root/item[name = /data/a and b = current()/../c]/label",
            {"x:/root/item/label", "x:/root/item/name", "x:/root/item/b", "/data/a", "../c"},
        ),
        (
            "randomize(instance('x')/root/item[r = /data/r], ../seed)",
            {"x:/root/item", "x:/root/item/r", "/data/r", "../seed"},
        ),
        ("indexed-repeat(/data/rep/x, /data/rep, ../n)", {"/data/rep/x", "/data/rep", "../n"}),
        ("instance(/data/which)/root/item", {"/data/which"}),
        ("if(a, b, c)/d", {"/**/d", "a", "b", "c"}),
    ],
)
def test_paths(text: str, expected: set[str]) -> None:
    assert paths(text) == expected


def test_functions() -> None:
    assert compile("concat(today(), /data/rep[position() = 2]/x)").functions == {
        "concat",
        "today",
        "position",
    }
    assert compile("/data/a").functions == frozenset()


def test_kinds() -> None:
    kinds = {"'a'": "string", "1": "number", "1 = 1": "boolean", "/data/a": "nodes", "today()": "value"}
    assert {text: compile(text).kind for text in kinds} == kinds
