"""The functions, by the sentences of the OpenRosa XForms specification."""

from __future__ import annotations

from math import inf, isnan, pi

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gsmon_desktop.forms.xpath import FUNCTIONS, Value, XPathError, compile  # noqa: A004
from tests.forms.xpath.world import context, names, string, value, world

FORM = world(
    {
        "name": "Айгерім",
        "sel": "a c  d",
        "empty": "",
        "n": "7",
        "word": "text",
        "rep": [{"x": "1", "y": ""}, {"x": "2", "y": "b"}, {"x": "5", "y": "c"}],
        "none": {"x": ["", "q"]},
    }
)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        # text
        ("string(7)", "7"),
        ("string(1 = 1)", "true"),
        ("string(/data/rep/x)", "1"),
        ("concat('a')", "a"),
        ("concat('a', 1, true())", "a1true"),
        ("concat(/data/rep/x)", "125"),
        ("concat(/data/rep/x, '-', /data/rep/y)", "125-bc"),
        ("concat()", ""),
        ("join(', ', /data/rep/x)", "1, 2, 5"),
        ("join('-', 'a', 2, /data/rep/x)", "a-2-1-2-5"),
        ("join('-', /data/nothing)", ""),
        ("join('-')", ""),
        ("substr('hello', 0, 3)", "hel"),
        ("substr('hello', 1)", "ello"),
        ("substr('hello', -3)", "llo"),
        ("substr('hello', 1, -1)", "ell"),
        ("substr('hello', 4, 2)", ""),
        ("substr('hello', 2, 99)", "llo"),
        ("substr('hello', -99, 2)", "he"),
        ("substring('12345', 2, 3)", "234"),
        ("substring('12345', 2)", "2345"),
        ("substring('12345', 1.5, 2.6)", "234"),
        ("substring('12345', 0, 3)", "12"),
        ("substring('12345', 0 div 0, 3)", ""),
        ("substring('12345', -42, 1 div 0)", "12345"),
        ("substring('12345', -1 div 0, 1 div 0)", ""),
        ("substring-before('1999/04/01', '/')", "1999"),
        ("substring-before('abc', 'x')", ""),
        ("substring-before('abc', '')", ""),
        ("substring-after('1999/04/01', '/')", "04/01"),
        ("substring-after('abc', 'x')", ""),
        ("substring-after('abc', '')", "abc"),
        ("translate('bar', 'abc', 'ABC')", "BAr"),
        ("translate('--aaa--', 'abc-', 'ABC')", "AAA"),
        ("translate('aab', 'aa', 'xy')", "xxb"),
        ("string-length('Алматы')", 6.0),
        ("string-length('')", 0.0),
        ("string-length(/data/name)", 7.0),
        ("normalize-space('  a \n b\t c ')", "a b c"),
        ("contains('abc', 'bc')", True),
        ("contains('abc', '')", True),
        ("contains(/data/empty, 'x')", False),
        ("starts-with('abc', 'ab')", True),
        ("starts-with('abc', 'b')", False),
        ("ends-with('abc', 'bc')", True),
        ("ends-with('abc', 'ab')", False),
        ("digest('', 'MD5', 'hex')", "d41d8cd98f00b204e9800998ecf8427e"),
        ("digest('abc', 'SHA-1', 'hex')", "a9993e364706816aba3e25717850c26c9cd0d89d"),
        (
            "digest('abc', 'SHA-256', 'hex')",
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        ),
        ("digest('abc', 'MD5')", "kAFQmDzST7DWlj99KOF/cg=="),
        ("digest('abc', 'MD5', 'base64')", "kAFQmDzST7DWlj99KOF/cg=="),
        ("string-length(digest('я', 'SHA-384', 'hex'))", 96.0),
        ("string-length(digest('я', concat('SHA', '-512'), 'hex'))", 128.0),
        ("digest('abc', /data/word)", ""),
        ("base64-decode('0YHRg9GA0LDSmw==')", "сурақ"),
        ("base64-decode('not base64')", ""),
        ("base64-decode('')", ""),
        # truth
        ("if(1 = 1, 'yes', 'no')", "yes"),
        ("if(/data/empty, 'yes', 'no')", "no"),
        ("if(/data/n, 1, 2)", 1.0),
        ("if(/data/nothing = '', /data/n, 0) + 1", 8.0),
        ("coalesce(/data/empty, 'b')", "b"),
        ("coalesce('', '')", ""),
        ("coalesce(0 div 0, 3)", 3.0),
        ("coalesce(0, 3)", 0.0),
        ("string(coalesce(/data/n, 3))", "7"),
        ("boolean('false')", True),
        ("boolean(0)", False),
        ("not('')", True),
        ("boolean-from-string('true')", True),
        ("boolean-from-string('1')", True),
        ("boolean-from-string('TRUE')", True),
        ("boolean-from-string('yes')", False),
        ("boolean-from-string(1)", True),
        ("true()", True),
        ("false()", False),
        ("checklist(1, 2, true(), false(), true())", True),
        ("checklist(3, -1, true(), false(), true())", False),
        ("checklist(-1, 1, true(), false(), true())", False),
        ("checklist(-1, -1)", True),
        ("checklist(2, 2, /data/rep/y)", True),
        ("checklist(1, 1, '0', 0, -1, 'yes', '')", True),
        ("weighted-checklist(5, 5, true(), 2, 'x', 3, false(), 9)", True),
        ("weighted-checklist(6, -1, true(), 2, true(), 3)", False),
        ("weighted-checklist(-1, 4, true(), 2, true(), 3)", False),
        ("weighted-checklist(7, 7, /data/rep/y, /data/rep/x)", True),
        ("weighted-checklist(1, 1, true(), 1, true(), 'heavy')", True),
        # numbers
        ("number('12')", 12.0),
        ("number(true())", 1.0),
        ("int(3.9)", 3.0),
        ("int(-3.9)", -3.0),
        ("int('12.5')", 12.0),
        ("floor(-1.5)", -2.0),
        ("ceiling(-1.5)", -1.0),
        ("round(2.5)", 3.0),
        ("round(-2.5)", -2.0),
        ("round(2.4999)", 2.0),
        ("round(0.49999999999999994)", 0.0),
        ("round(1.005, 2)", 1.01),
        ("round(-1.005, 2)", -1.0),
        ("round(3.14159, 3)", 3.142),
        ("round(1234.5, -2)", 1200.0),
        ("round(1250, -2)", 1300.0),
        ("round(1 div 0)", inf),
        ("sum(/data/rep/x)", 8.0),
        ("sum(/data/rep/y)", 0.0),
        ("sum(/data/nothing)", 0.0),
        ("sum(/data/*/x)", 8.0),
        ("max(/data/rep/x)", 5.0),
        ("max(1, 7, /data/rep/x)", 7.0),
        ("max(-5, -7)", -5.0),
        ("max(/data/rep/y, 3)", 3.0),
        ("min(/data/rep/x)", 1.0),
        ("min('x', 4)", 4.0),
        ("pow(2, 10)", 1024.0),
        ("pow(0, -1)", inf),
        ("pow(10, 400)", inf),
        ("exp(0)", 1.0),
        ("exp(1000)", inf),
        ("exp10(2)", 100.0),
        ("log(1)", 0.0),
        ("log(0)", -inf),
        ("log10(1000)", 3.0),
        ("sqrt(9)", 3.0),
        ("abs(-3)", 3.0),
        ("sin(0)", 0.0),
        ("cos(0)", 1.0),
        ("tan(0)", 0.0),
        ("asin(0)", 0.0),
        ("acos(1)", 0.0),
        ("atan(0)", 0.0),
        ("atan2(1, 0) * 2", pi),
        ("pi()", pi),
        # nodes
        ("count(/data/rep)", 3.0),
        ("count(/data/nothing)", 0.0),
        ("count-non-empty(/data/rep/y)", 2.0),
        ("count-non-empty(/data/rep)", 3.0),
        ("position(/data/rep[3])", 3.0),
        ("position(/data/n)", 1.0),
        ("position()", 1.0),
        ("last()", 1.0),
        ("name()", "data"),
        ("name(/data/rep/x)", "x"),
        ("local-name(/data/rep)", "rep"),
        ("local-name(/data/nothing)", ""),
        ("namespace-uri(/data)", ""),
        # selects
        ("selected(/data/sel, 'c')", True),
        ("selected(/data/sel, 'b')", False),
        ("selected('ab', 'a')", False),
        ("selected('a b', ' a ')", True),
        ("selected(/data/empty, '')", True),
        ("selected('a', '')", False),
        ("is-selected('a b', 'b')", True),
        ("selected('1 2 3', 2)", True),
        ("count-selected(/data/sel)", 3.0),
        ("count-selected('')", 0.0),
        ("selected-at(/data/sel, 0)", "a"),
        ("selected-at(/data/sel, 2)", "d"),
        ("selected-at(/data/sel, 3)", ""),
        ("selected-at(/data/sel, -1)", ""),
        ("selected-at(/data/sel, 'x')", ""),
    ],
)
def test_functions(text: str, result: Value) -> None:
    assert value(text, FORM) == result


@pytest.mark.parametrize(
    "text",
    [
        "number('')",
        "number('abc')",
        "int('')",
        "round('')",
        "round(1, 31)",
        "round(1, 'x')",
        "max(/data/rep/y)",
        "min()",
        "max()",
        "pow(-8, 1 div 3)",
        "log(-1)",
        "sqrt(-1)",
        "asin(2)",
        "sin(1 div 0)",
        "position(/data/nothing)",
        "sum(/data/rep/x) + ''",
    ],
)
def test_not_a_number(text: str) -> None:
    result = value(text, FORM)
    assert isinstance(result, float)
    assert isnan(result)


def test_functions_of_the_context_node() -> None:
    assert string("string()", FORM, "name") == "Айгерім"
    assert value("string-length()", FORM, "name") == 7.0
    assert value("number() + 1", FORM, "n") == 8.0
    assert string("normalize-space()", FORM, "sel") == "a c d"
    assert names("/data/*[name() = 'n']", FORM) == ["7"]
    assert names("/data/rep/*[string-length() = 1 and number() > 1]", FORM) == ["2", "5"]


def test_once_keeps_what_is_there() -> None:
    env = world({"code": "", "kept": "abc"})
    assert value("once(random())", env, "code") == 0.5
    assert value("once(random())", env, "kept") == "abc"
    assert env.drawn == 1


def test_chance_comes_from_outside() -> None:
    env = world({})
    env.chances = [0.0, 0.25, 0.999]
    assert value("random()", env) == 0.0
    assert string("uuid(2)", env) == "9z"
    assert string("uuid()", env) == "00000000-0000-4000-8000-000000000001"
    assert string("uuid(0)", env) == string("uuid('x')", env) == ""


def test_texts_and_labels_in_the_current_language() -> None:
    env = world({"q": "b", "rep": [{"q": "a"}]})
    env.texts = {"hello": "Сәлем"}
    env.labels = {("/data/q", "b"): "Иә", ("/data/rep/q", "a"): "Жоқ"}
    assert string("jr:itext('hello')", env) == "Сәлем"
    assert string("jr:choice-name(/data/q, '/data/q')", env) == "Иә"
    assert string("jr:choice-name( ../q , ' ../q ')", env, "rep[1]/q") == "Жоқ"
    assert string("jr:choice-name('a', 'current()/../q')", env, "rep[1]/q") == "Жоқ"
    assert string("jr:choice-name('zz', '/data/q')", env) == ""


def test_lang() -> None:
    env = world({"a": {"b": ""}})
    env.root.attributes = {"lang": "kk-KZ"}
    assert value("lang('kk')", env, "a/b") is True
    assert value("lang('KK-kz')", env) is True
    assert value("lang('k')", env) is False
    assert value("lang('ru')", world({})) is False


def test_indexed_repeat() -> None:
    env = world(
        {
            "n": "2",
            "out": [
                {"v": "a", "in": [{"w": "a1"}, {"w": "a2"}]},
                {"v": "b", "in": [{"w": "b1"}, {"w": "b2"}]},
            ],
        }
    )
    assert string("indexed-repeat(/data/out/v, /data/out, 2)", env) == "b"
    assert string("indexed-repeat(/data/out/v, /data/out, /data/n)", env) == "b"
    assert string("indexed-repeat(/data/out/in/w, /data/out, 2, /data/out/in, 1)", env) == "b1"
    assert string("indexed-repeat(/data/out/in/w, /data/out/in, 1, /data/out, 2)", env) == "b1"
    assert string("indexed-repeat(../v, .., 1)", env, "out[2]/v") == "a"
    assert string("indexed-repeat(../v, .., position(..) - 1)", env, "out[2]/v") == "a"
    assert names("indexed-repeat(../v, .., position(..) - 1)", env, "out[1]/v") == []
    assert names("indexed-repeat(/data/out/v, /data/out, 3)", env) == []
    assert names("indexed-repeat(/data/out/v, /data/out, '')", env) == []
    assert names("indexed-repeat(/data/out/v, /data/out, 1 div 0)", env) == []
    assert names("indexed-repeat(/elsewhere/v, /elsewhere, 1)", env) == []
    assert names("/data/out[indexed-repeat(/data/out/v, /data/out, 1) = v]/in/w", env) == ["a1", "a2"]


@given(st.text(max_size=20), st.integers(-25, 25), st.integers(-25, 25))
@settings(deadline=None)
def test_substr_is_a_slice(text: str, start: int, end: int) -> None:
    quoted = f'"{text}"' if '"' not in text else f"'{text}'"
    if '"' in text and "'" in text:
        return
    assert value(f"substr({quoted}, {start}, {end})") == text[slice(start if start >= -len(text) else 0, end)]


@given(st.lists(st.integers(-99, 99), min_size=1, max_size=6))
@settings(deadline=None)
def test_sums_and_extremes_agree_with_python(numbers: list[int]) -> None:
    env = world({"x": [str(number) for number in numbers]})
    assert value("sum(x)", env) == sum(numbers)
    assert value("max(x)", env) == max(numbers)
    assert value("min(x)", env) == min(numbers)
    assert value("count(x[. > 0])", env) == sum(number > 0 for number in numbers)


ARGUMENTS = ["''", "'a'", "'1'", "'-1.5'", "'a b'", "'2026-11-24'", "'10:00+99:00'", "'51 71 0 0'", "'[a'"]
ARGUMENTS += ["'0001-01-01T00:00:00+14:00'", "'9999-12-31T23:59:59-14:00'", "'1 1;2 2;3 1;1 1'", "9" * 400]
ARGUMENTS += ["0", "1", "-1", "2.5", "1 div 0", "-1 div 0", "0 div 0", "true()", "today()", "now()"]
ARGUMENTS += ["/data/rep/x", "/data/nothing", "/data/sel", "/data/rep[1]", "."]
arguments = st.sampled_from(ARGUMENTS)


@given(st.sampled_from(sorted(FUNCTIONS)), st.lists(arguments, max_size=6))
@settings(max_examples=600, deadline=None)
def test_no_arguments_make_a_function_fail(name: str, given_arguments: list[str]) -> None:
    text = f"{name}({', '.join(given_arguments)})"
    try:
        expression = compile(text)
    except XPathError:
        return
    env = world({"sel": "a b", "rep": [{"x": "1"}, {"x": "z"}]}, a={"item": []})
    for result in (
        expression.string(context(env)),
        expression.number(context(env)),
        expression.boolean(context(env)),
    ):
        assert isinstance(result, str | float | bool)


def test_every_function_of_the_specification_is_there() -> None:
    specification = """
        string concat join substr substring-before substring-after translate string-length
        normalize-space contains starts-with ends-with uuid digest pulldata if coalesce once true
        false boolean boolean-from-string not regex checklist weighted-checklist number random int
        sum max min round pow log log10 abs sin cos tan asin acos atan atan2 sqrt exp exp10 pi count
        count-non-empty position instance current randomize today now format-date format-date-time
        date decimal-date-time decimal-time selected selected-at count-selected jr:choice-name
        jr:itext indexed-repeat area distance
    """
    core = """
        last position count id local-name namespace-uri name string concat starts-with contains
        substring-before substring-after substring string-length normalize-space translate boolean
        not true false lang number sum floor ceiling round
    """
    collect = "date-time base64-decode intersects geofence is-selected enclosed-area"
    assert set(f"{specification} {core} {collect}".split()) <= set(FUNCTIONS)
