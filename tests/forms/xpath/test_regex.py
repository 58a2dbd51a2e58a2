"""regex(): Java's patterns on whole texts, and none that hangs."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gsmon_desktop.forms.xpath import XPathError, compile  # noqa: A004
from gsmon_desktop.forms.xpath.regex import matcher
from tests.forms.xpath.world import value, world


def fits(pattern: str, text: str) -> bool:
    test = matcher(pattern)
    assert not isinstance(test, str), test
    return test(text)


@pytest.mark.parametrize(
    ("pattern", "good", "bad"),
    [
        (r"[0-9]{12}", ["910101300123"], ["91010130012", "9101013001234", "91010130012a", ""]),
        (r"^\+?7\d{10}$", ["77011234567", "+77011234567"], ["8701123456", "+77011234567 "]),
        (r"[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]+", ["Айгүл"], ["айгүл", "Aigul"]),
        (r"\p{L}+", ["Қазақ", "abc"], ["a1", ""]),
        (r"\p{Lu}\p{Ll}*", ["Abc", "Ы"], ["aB"]),
        (r"\p{IsCyrillic}+", ["Слово"], ["Word"]),
        (r"\P{L}+", ["123 -"], ["a"]),
        (r"[\p{L} '-]{2,40}", ["Ли", "Нұр-Сұлтан О'"], ["Л", "a1"]),
        (r"\p{Punct}", ["!"], ["a"]),
        (r"[^\p{Alpha}]+", ["12"], ["a"]),
        (r"\d+", ["12"], ["٣", "a"]),
        (r"\w+", ["a_1"], ["я"]),
        (r"[\d.]+", ["1.5"], ["1,5"]),
        (r"[\D]+", ["ab"], ["a1"]),
        (r"\S+\s\S+", ["a b"], ["ab"]),
        (r".+@.+\..+", ["a@b.kz"], ["a@b"]),
        (r".*", ["", "abc"], ["a\nb"]),
        (r"(?s).*", ["a\nb"], []),
        (r"(?i)да|нет", ["да", "нет"], ["может"]),
        (r"(?i)yes", ["YES", "yEs"], ["no"]),
        (r"a(?i)b", ["aB", "ab"], ["AB"]),
        (r"(?i:a)b", ["Ab"], ["AB"]),
        (r"[a-z&&[^aeiou]]+", ["xyz"], ["xaz"]),
        (r"[a-c[x-z]]+", ["axz"], ["m"]),
        (r"[^a-c[x-z]]+", ["mno"], ["x", "b"]),
        (r"[]a]+", ["]a"], ["b"]),
        (r"[a\-z]+", ["a-z"], ["b"]),
        (r"[a-]+", ["a-"], ["b"]),
        (r"[&|~\[\]]+", ["&|~[]"], ["a"]),
        (r"\Q1.5\E+", ["1.5", "1.555"], ["1x5"]),
        (r"\Qa+b", ["a+b"], ["aab"]),
        (r"(?<y>\d{2})-\k<y>", ["12-12"], ["12-13"]),
        (r"(a|b)\1", ["aa", "bb"], ["ab"]),
        (r"(?=.*\d)(?=.*[a-z]).{4,}", ["abc1"], ["abcd", "a1"]),
        (r"(?!0+$)\d+", ["10"], ["000"]),
        (r"\w+(?<!x)", ["ab"], ["abx"]),
        (r"a++b", ["aab"], ["b"]),
        (r"(?>a+)b", ["aab"], ["b"]),
        (r"a{2}", ["aa"], ["a", "aaa"]),
        (r"a{2,}", ["aa", "aaaa"], ["a"]),
        (r"a{0,2}?", ["", "aa"], ["aaa"]),
        (r"\u0430\x41\x{42}\t", ["аAB\t"], ["aAB\t"]),
        (r"(\d{1,3}(,\d{3})*)?", ["", "1", "12,345", "1,234,567"], ["1234", "1,23"]),
        (r"a|b|", ["a", "b", ""], ["c"]),
        (r"\ba\b", ["a"], ["b"]),
        (r"\h+\R", [" \t\r\n"], [" a"]),
        (r"\cA\e\07", ["\x01\x1b\x07"], [""]),
        (r"", [""], ["a"]),
    ],
)
def test_patterns(pattern: str, good: list[str], bad: list[str]) -> None:
    assert [text for text in good if not fits(pattern, text)] == []
    assert [text for text in bad if fits(pattern, text)] == []


BAD = ["(", ")", "[", "[a", "a**b(", "*a", "a{2", "a{3,1}", "a{99999}", "\\", r"\p{Nonsense}", r"\y", "(?z)a"]
BAD += ["[z-a]", r"\k<x", "[]", r"\x{110000}", r"(?<n", r"(?P<n>a)", "[" * 13 + "a", "(" * 60 + "a"]
BAD += [r"(?=(a+)+b)a", r"(?!(a|aa)+$)a.*", r"(a++)*b", r"((a|b)\1)*", r"[a-\d]", r"\2"]


@pytest.mark.parametrize("pattern", BAD)
def test_bad_patterns_say_why(pattern: str) -> None:
    assert isinstance(matcher(pattern), str)


def test_a_bad_literal_pattern_is_found_when_compiling() -> None:
    with pytest.raises(XPathError) as failure:
        compile("1 = 1 and regex(., '[0-9')")
    assert failure.value.reason == "arguments"
    assert failure.value.position == 10
    assert failure.value.values["found"] == "[0-9"


def test_patterns_out_of_answers() -> None:
    env = world({"p": "[0-9]+", "bad": "[0-9"})
    assert value("regex('12', /data/p)", env) is True
    assert value("regex('x', /data/p)", env) is False
    assert value("regex('12', /data/bad)", env) is False


@pytest.mark.parametrize(
    "pattern",
    ["(a+)+b", "(a|a)*b", "(a|aa)+$b", "(.*a){12}b", "(a?){30}a{30}b", "a*a*a*a*a*b", r"(\w+\s?)*!"],
)
def test_no_pattern_hangs(pattern: str) -> None:
    started = time.perf_counter()
    assert fits(pattern, "a" * 3000) is False
    assert time.perf_counter() - started < 30, "an exponential pattern would take years"


PIECES = [
    "a",
    "b",
    ".",
    "[ab]",
    "[^a]",
    "(a|b)",
    "(?:ab)*",
    "a+",
    "b?",
    "(a*b)*",
    "(a|ab|b)+",
    "a{1,3}",
    "(a{0,2}b){2}",
    "|",
    "^",
    "$",
    r"\b",
]


@given(st.lists(st.sampled_from(PIECES), max_size=5), st.text("abc", max_size=7))
@settings(deadline=None)
def test_both_ways_of_matching_agree_with_python(pieces: list[str], text: str) -> None:
    pattern = "".join(pieces)
    assert fits(pattern, text) is (re.fullmatch(f"(?:{pattern})", text) is not None)


@given(
    st.text(st.sampled_from("ab()[]{}|*+?^$.\\,-&0123dpQE:<>=!i"), max_size=12), st.text("ab01-", max_size=5)
)
@settings(deadline=None)
def test_any_text_is_a_pattern_or_says_why_not(pattern: str, text: str) -> None:
    test = matcher(pattern)
    if isinstance(test, str):
        assert test
    else:
        test(text)
