# ruff: noqa: E501  (forms are tables)
"""Words of the XLSForm reference that other tests do not say: each as a form, answered and looked at."""

from __future__ import annotations

from gsmon_desktop.errors import GsmonError
from tests.forms.scenario import scenario


def test_media_and_guidance_fall_back_language_by_language() -> None:
    s = scenario(
        """
| survey |      |      |                     |                     |                             |                            |                            |                                |                            |
|        | type | name | label::Русский (ru) | label::English (en) | guidance_hint::Русский (ru) | media::image::Русский (ru) | media::image::English (en) | media::big-image::Русский (ru) | media::audio::Русский (ru) |
|        | text | a    | А                   | A                   | наставление                 | ru.png                     | en.png                     | ../../big.png                  | a.mp3                      |
| settings |    |
|        | default_language |
|        | Русский (ru)     |
"""
    )
    s.session.set_language("en")
    question = s.session.question("/data/a")
    assert (question.label, question.guidance) == ("A", "наставление")
    assert question.media == (("image", "en.png"), ("big-image", "big.png"), ("audio", "a.mp3"))


def test_appearances_are_passed_through() -> None:
    s = scenario(
        """
| survey |               |      |       |               |
|        | type          | name | label | appearance    |
|        | begin_group   | g    | G     | field-list w2 |
|        | text          | a    | A     | w1 multiline  |
|        | select_one yn | c    | C     | minimal       |
|        | end_group     |      |       |               |
| choices |              |      |       |
|        | list_name     | name | label |
|        | yn            | y    | Y     |
"""
    )
    shown = {element.name: element.appearance for element in s.form.elements.values() if element.appearance}
    assert shown == {"g": ("field-list", "w2"), "a": ("w1", "multiline"), "c": ("minimal",)}


def test_one_answer_triggers_several_and_one_waits_for_several() -> None:
    s = scenario(
        """
| survey |           |      |       |                       |            |
|        | type      | name | label | calculation           | trigger    |
|        | text      | a    | A     |                       |            |
|        | text      | b    | B     |                       |            |
|        | calculate | c    |       | concat('c', ${a})     | ${a}       |
|        | text      | d    | D     | concat(${a}, '+', ${b}) | ${a}, ${b} |
"""
    )
    s.set("a", "1")
    assert (s["c"], s["d"]) == ("c1", "1+")
    s.set("b", "2")
    assert (s["c"], s["d"]) == ("c1", "1+2")


def test_a_computed_count_of_nested_rows() -> None:
    s = scenario(
        """
| survey |              |      |       |              |             |
|        | type         | name | label | repeat_count | calculation |
|        | integer      | k    | K     |              |             |
|        | begin_repeat | r    | R     | ${k} * 2 + 1 |             |
|        | begin_repeat | q    | Q     | position(..) |             |
|        | text         | y    | Y     |              |             |
|        | end_repeat   |      |       |              |             |
|        | end_repeat   |      |       |              |             |
|        | calculate    | n    |       |              | count(${q}) |
"""
    )
    assert s.session.rows("/data/r") == 0
    s.set("k", "1")
    assert (s.session.rows("/data/r"), s["n"]) == (3, "6")
    s.set("k", "-5")
    assert (s.session.rows("/data/r"), s["n"]) == (0, "0")
    s.set("k", "1")
    assert [s.session.rows(f"/data/r[{at}]/q") for at in (1, 2, 3)] == [1, 2, 3]


def test_a_cascade_inside_rows_and_names_in_choices() -> None:
    s = scenario(
        """
| survey |              |      |       |               |
|        | type         | name | label | choice_filter |
|        | text         | who  | Who   |               |
|        | begin_repeat | r    | R     |               |
|        | select_one o | o    | O     |               |
|        | select_one d | d    | D     | o = ${o}      |
|        | end_repeat   |      |       |               |
| choices |             |      |              |   |
|        | list_name    | name | label        | o |
|        | o            | a    | A            |   |
|        | o            | b    | B            |   |
|        | d            | a1   | A1 of ${who} | a |
|        | d            | b1   | B1 of ${who} | b |
"""
    )
    s.session.add("/data/r")
    s.session.set("/data/r[1]/o", "a")
    s.session.set("/data/r[2]/o", "b")
    s.set("who", "Aisha")
    assert [choice.label for choice in s.session.choices("/data/r[1]/d")] == ["A1 of Aisha"]
    assert [choice.label for choice in s.session.choices("/data/r[2]/d")] == ["B1 of Aisha"]


def test_a_text_of_the_form_in_an_expression_follows_the_language() -> None:
    s = scenario(
        """
| survey |           |      |               |               |                         |
|        | type      | name | label::A (ru) | label::B (kk) | calculation             |
|        | text      | a    | Имя           | Аты           |                         |
|        | calculate | c    |               |               | jr:itext('/data/a:label') |
"""
    )
    assert s["c"] == "Имя"
    s.session.set_language("kk")
    assert s["c"] == "Аты"


def test_a_range_takes_only_its_steps() -> None:
    s = scenario(
        """
| survey |       |      |       |                         |
|        | type  | name | label | parameters              |
|        | range | a    | A     | start=0 end=1 step=0.1  |
|        | range | b    | B     | start=10 end=1 step=3   |
"""
    )
    taken = []
    for name, values in (("a", ("0.3", "0.7", "0.35", "1", "1.1")), ("b", ("10", "7", "1", "5", "11"))):
        for value in values:
            try:
                s.set(name, value)
                taken.append(value)
            except GsmonError as refused:
                assert refused.code in ("answer.range", "answer.range_step")  # noqa: PT017
    assert taken == ["0.3", "0.7", "1", "10", "7", "1"]
