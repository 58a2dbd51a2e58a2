"""What is an expression and what is not; errors with their place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gsmon_desktop.forms.xpath import FUNCTIONS, XPathError, compile  # noqa: A004
from tests.forms.xpath.world import names, value, world


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("", 0),
        ("   ", 3),
        ("1 +", 3),
        ("1 + + 2", 4),
        ("(1", 2),
        ("1)", 1),
        ("'open", 0),
        ('"open', 0),
        ("a b", 2),
        ("a[", 2),
        ("a[1", 3),
        ("a/", 2),
        ("//", 2),
        ("a//", 3),
        ("f(1,", 4),
        ("f(1,)", 4),
        ("$x", 0),
        ("1 # 2", 2),
        ("a::b", 0),
        ("child::", 7),
        ("@", 1),
        ("1 2", 2),
        ("${q}", 0),
        ("!a", 0),
        ("a == b", 3),
        ("a && b", 2),
    ],
)
def test_syntax_errors_name_their_place(text: str, position: int) -> None:
    with pytest.raises(XPathError) as failure:
        compile(text)
    assert failure.value.reason == "syntax"
    assert failure.value.position == position
    assert f"(at character {position + 1})" in str(failure.value)


def test_an_unknown_function() -> None:
    with pytest.raises(XPathError) as failure:
        compile("1 + cout(/data/x)")
    error = failure.value
    assert (error.reason, error.position, error.values) == ("unknown_function", 4, {"name": "cout"})
    assert str(error) == "there is no function cout() (at character 5)"


@pytest.mark.parametrize(
    ("text", "expected", "found"),
    [
        ("today(1)", "0", 1),
        ("if(1, 2)", "3", 2),
        ("coalesce(1, 2, 3)", "2", 3),
        ("substr('a')", "2 to 3", 1),
        ("join()", "at least 1", 0),
        ("indexed-repeat(/d/r/x, /d/r)", "3, 5, 7, 9, 11", 2),
        ("weighted-checklist(1, 2, 3)", "4, 6, 8, 10, 12", 3),
        ("count(1)", "a path", "a value"),
        ("randomize('a', 1)", "a path", "a value"),
        ("digest('a', 'CRC')", "one of MD5, SHA-1, SHA-256, SHA-384, SHA-512", "CRC"),
        ("digest('a', 'MD5', 'octal')", "one of base64, hex", "octal"),
    ],
)
def test_wrong_arguments(text: str, expected: str, found: object) -> None:
    with pytest.raises(XPathError) as failure:
        compile(text)
    error = failure.value
    assert error.reason == "arguments"
    assert error.values == {"name": text.partition("(")[0], "expected": expected, "found": found}


@pytest.mark.parametrize("text", ["'a' | b", "'a'[1]", "1/a", "(1 + 2)/a"])
def test_values_are_no_paths(text: str) -> None:
    with pytest.raises(XPathError):
        compile(text)


def test_too_many_brackets_are_an_error_not_a_crash() -> None:
    with pytest.raises(XPathError):
        compile("(" * 10_000 + "1" + ")" * 10_000)
    with pytest.raises(XPathError):
        compile("not(" * 5_000)
    assert value("(" * 50 + "1" + ")" * 50) == 1.0
    assert value("-" * 10_000 + "1") == 1.0


def test_names_of_operators_are_names_where_a_step_must_stand() -> None:
    env = world({"and": "1", "div": "2", "mod": "3", "or": {"or": "4"}})
    assert value("and + div", env) == 3.0
    assert value("mod mod div", env) == 1.0
    assert names("or/or", env) == ["4"]
    assert value("div*2", env) == 4.0
    assert value("* = 3", env) is True


def test_paths_next_to_operators_without_space() -> None:
    env = world({"a": {"b": "6"}, "c": "2", "div": {"b": "5"}})
    assert value("/data/a/b div/data/c", env) == 3.0
    assert value("/data/a/b*/data/c", env) == 12.0
    assert value("a/b mod/data/c = 0 and/data/c", env) is True
    assert value("div/b", env) == [env.root.children[2].children[0]]
    assert value("/data/a/b[. = /data/c * 3]/../../c", env) == [env.root.children[1]]
    assert value("count(/data/a/b|/data/c)", env) == 2.0
    assert value("/data/a /b", env) == value("/ data/a/ b", env) == value("/data/a/b", env)
    assert value("/data/a//b", env) == value("//data/a/b", env)
    assert value("./a/../c + ./c", env) == 4.0


def test_names_with_signs_and_letters_of_any_kind() -> None:
    env = world({"a-b": "7", "a": "3", "b": "1", "сұрақ_1": "да", "a.1": "x"})
    assert value("a-b", env) == [env.root.children[0]]
    assert value("a - b", env) == 2.0
    assert value("a -b", env) == 2.0
    assert names("/data/сұрақ_1", env) == ["да"]
    assert names("a.1", env) == ["x"]


def test_names_match_without_their_prefix() -> None:
    env = world({"meta": {"instanceID": "uuid:1"}})
    assert names("/data/orx:meta/orx:instanceID", env) == ["uuid:1"]
    assert names("orx:*/orx:instanceID", env) == ["uuid:1"]


def test_space_and_newlines_do_not_matter() -> None:
    env = world({"a": {"b": "5"}})
    assert value("\n / data / a\t/ b + 1 ", env) == 6.0
    assert value("( 1 + 2 )*3", env) == 9.0
    assert value("selected( 'a b' , 'a' )", env) is True


def test_the_same_text_is_compiled_once() -> None:
    assert compile("1 + 1") is compile("1 + 1")


PIECES = [
    *sorted(FUNCTIONS),
    "(",
    ")",
    "[",
    "]",
    "/",
    "//",
    ".",
    "..",
    "@",
    ",",
    "|",
    "+",
    "-",
    "=",
    "!=",
    "<",
    "*",
    "::",
]
PIECES += [
    "and",
    "or",
    "div",
    "mod",
    "data",
    "child",
    "ancestor",
    "node",
    "text",
    "'a'",
    '"b"',
    "1",
    "0.5",
    " ",
    "2",
]


@given(st.text())
@settings(deadline=None)
def test_any_text_is_an_expression_or_an_error(text: str) -> None:
    check(text)


@given(st.lists(st.sampled_from(PIECES), max_size=14))
@settings(deadline=None)
def test_any_mixture_of_tokens_is_an_expression_or_an_error(pieces: list[str]) -> None:
    check("".join(pieces))
    check(" ".join(pieces))


def check(text: str) -> None:
    """Compiles; what compiles must run, what does not must say where."""
    error = failure(text)
    if error is None:
        value(text, world({"data": "1", "a": {"b": "2"}}))
        return
    assert 0 <= error.position <= len(text)
    assert str(error)


def failure(text: str) -> XPathError | None:
    """What is wrong with an expression, if anything."""
    try:
        compile(text)
    except XPathError as error:
        return error
    return None
