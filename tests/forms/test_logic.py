# ruff: noqa: E501  (forms are tables)
"""Relevance, requirement, constraints, calculations: answer, state, assert."""

from __future__ import annotations

import pytest

from gsmon_desktop.errors import GsmonError, sentence
from tests.forms.scenario import scenario

SKIPS = """
| survey |                 |         |               |                 |             |                  |          |
|        | type            | name    | label         | relevant        | constraint  | constraint_message | required |
|        | select_one yn   | smokes  | Smoke?        |                 |             |                  | yes      |
|        | integer         | packs   | Packs?        | ${smokes}='yes' | . < 10      | Too many         | yes      |
|        | begin_group     | detail  | Detail        | ${packs} > 3    |             |                  |          |
|        | text            | why     | Why?          |                 |             |                  |          |
|        | end_group       |         |               |                 |             |                  |          |
|        | calculate       | twice   |               |                 |             |                  |          |
| choices |                |         |               |
|        | list_name       | name    | label         |
|        | yn              | yes     | Yes           |
|        | yn              | no      | No            |
""".replace("| calculate       | twice   |               |", "| note            | twice   | Twice ${packs} |")


def test_relevance_opens_and_closes_questions() -> None:
    s = scenario(SKIPS)
    assert s.session.asked() == ["/data/smokes", "/data/twice"]
    s.set("smokes", "yes")
    assert s.session.asked() == ["/data/smokes", "/data/packs", "/data/twice"]
    s.set("packs", "5")
    assert s.asks("why")
    s.set("smokes", "no")
    assert not s.asks("packs")
    assert not s.asks("why")


def test_irrelevant_answers_are_kept_but_not_submitted() -> None:
    s = scenario(SKIPS)
    s.set("smokes", "yes")
    s.set("packs", "5")
    s.set("why", "habit")
    s.set("smokes", "no")
    assert "/data/packs" not in s.session.answers()
    assert s.session.stored()["/data/packs"] == "5"
    s.set("smokes", "yes")
    assert s.session.answers()["/data/detail/why"] == "habit"


def test_a_broken_constraint_is_accepted_and_told_in_words() -> None:
    s = scenario(SKIPS)
    s.set("smokes", "yes")
    s.set("packs", "12")
    assert s["packs"] == "12"
    assert s.invalid() == {"/data/packs": "Too many"}
    assert s.session.question("/data/packs").message == "Too many"
    s.set("packs", "2")
    assert s.invalid() == {}


def test_irrelevance_takes_a_broken_rule_away() -> None:
    s = scenario(SKIPS)
    s.set("smokes", "yes")
    s.set("packs", "12")
    s.set("smokes", "no")
    assert s.invalid() == {}
    s.set("smokes", "yes")
    assert s.invalid() == {"/data/packs": "Too many"}


def test_missing_is_kept_up_to_date() -> None:
    s = scenario(SKIPS)
    assert s.session.missing() == ["/data/smokes"]
    s.set("smokes", "yes")
    assert s.session.missing() == ["/data/packs"]
    s.set("packs", "1")
    assert s.session.missing() == []
    s.set("packs", None)
    assert s.session.missing() == ["/data/packs"]


def test_finishing_needs_all_that_is_required() -> None:
    s = scenario(SKIPS)
    with pytest.raises(GsmonError) as failure:
        s.session.finish()
    assert failure.value.code == "interview.unfinished"
    s.set("smokes", "no")
    assert "<smokes>no</smokes>" in s.session.finish()


def test_labels_follow_the_answers_they_quote() -> None:
    s = scenario(SKIPS)
    s.set("smokes", "yes")
    s.set("packs", "4")
    assert s.label("twice") == "Twice 4"
    s.set("smokes", "no")
    assert s.label("twice") == "Twice"


CHAIN = """
| survey |           |       |       |                            |                |          |             |
|        | type      | name  | label | calculation                | required       | readonly | constraint  |
|        | integer   | a     | A     |                            |                |          |             |
|        | integer   | b     | B     |                            | ${a} > 10      |          | . > ${a}    |
|        | calculate | sum   |       | ${a} + ${b}                |                |          |             |
|        | calculate | label |       | if(${sum} > 5, 'big', 'small') |            |          |             |
|        | text      | c     | C     |                            |                | ${a} = 1 |             |
|        | decimal   | shown | Shown | ${sum} div 4               |                | yes      |             |
"""


def test_calculations_run_in_order_of_dependence() -> None:
    s = scenario(CHAIN)
    assert s["sum"] == ""
    s.set("a", "2")
    change = s.set("b", "3")
    assert (s["sum"], s["label"], s["shown"]) == ("5", "small", "1.25")
    assert ("/data/sum", None, "5") in change.rows
    s.set("b", "9")
    assert (s["sum"], s["label"]) == ("11", "big")


def test_required_readonly_and_constraint_read_other_answers() -> None:
    s = scenario(CHAIN)
    s.set("a", "11")
    assert s.session.missing() == ["/data/b"]
    s.set("b", "5")
    assert list(s.invalid()) == ["/data/b"]
    s.set("a", "1")
    assert s.invalid() == {}
    assert s.session.question("/data/c").readonly
    with pytest.raises(GsmonError) as failure:
        s.set("c", "x")
    assert failure.value.code == "answer.readonly"


def test_what_the_form_calculates_cannot_be_typed() -> None:
    s = scenario(CHAIN)
    for name in ("sum", "shown"):
        with pytest.raises(GsmonError, match=r"fills this value in itself"):
            s.set(name, "1")


def test_nothing_changes_when_an_answer_is_refused() -> None:
    s = scenario(CHAIN)
    s.set("a", "2")
    before = s.session.stored()
    for path, value, code in (
        ("/data/a", "2.5", "answer.type_integer"),
        ("/data/nowhere", "1", "answer.unknown_path"),
        ("/data", "1", "answer.not_a_question"),
    ):
        with pytest.raises(GsmonError) as failure:
            s.session.set(path, value)
        assert failure.value.code == code
    assert s.session.stored() == before


def test_undo_is_exact() -> None:
    s = scenario(CHAIN)
    s.set("a", "2")
    s.set("b", "3")
    before = s.session.stored(), s.session.missing(), s.invalid()
    change = s.set("a", "11")
    s.session.undo(change)
    assert (s.session.stored(), s.session.missing(), s.invalid()) == before
    s.set("a", "4")
    assert s["sum"] == "7"


def test_an_unchanged_answer_changes_nothing() -> None:
    s = scenario(CHAIN)
    s.set("a", "2")
    assert not s.set("a", "2")


def test_answers_refused_by_type_say_what_is_expected() -> None:
    s = scenario(
        """
| survey |          |    |       |            |
|        | type     | name | label | parameters |
|        | decimal  | de | x     |            |
|        | date     | da | x     |            |
|        | time     | ti | x     |            |
|        | dateTime | dt | x     |            |
|        | geopoint | gp | x     |            |
|        | image    | im | x     | max-pixels=640 |
|        | range    | ra | x     | start=0 end=10 step=1 |
|        | acknowledge | ac | x  |            |
"""
    )
    good = {
        "de": ("1", "-1.5", ".5", "1e3"),
        "da": ("2024-02-29",),
        "ti": ("23:59", "10:00:00.000+05:00"),
        "dt": ("2024-02-29T10:00:00.000+05:00",),
        "gp": ("51.1 71.4", "51.1 71.4 300 5"),
        "im": ("foto 1.jpg",),
        "ra": ("7",),
        "ac": ("OK",),
    }
    bad = {
        "de": ("x", "1,5", "--1"),
        "da": ("2023-02-29", "01.02.2024", "2024-1-1"),
        "ti": ("24:00", "9:00"),
        "dt": ("2024-02-29 10:00",),
        "gp": ("51.1", "95 0", "a b"),
        "im": ("../x.jpg", "a/b.jpg", ".hidden"),
        "ra": ("x", "1.5"),
        "ac": ("yes",),
    }
    for name, values in good.items():
        for value in values:
            s.set(name, value)
            assert s[name] == value
    for name, values in bad.items():
        for value in values:
            with pytest.raises(GsmonError) as failure:
                s.set(name, value)
            assert failure.value.code.startswith("answer.type_"), (name, value)
            assert all(value in sentence(failure.value, language) for language in ("ru", "kk", "en"))
    with pytest.raises(GsmonError) as failure:
        s.set("de", "1\x00")
    assert failure.value.code == "answer.characters"


def test_a_range_keeps_within_its_ends() -> None:
    s = scenario(
        """
| survey |       |      |       |                       |
|        | type  | name | label | parameters            |
|        | range | up   | Up    | start=1 end=5 step=1  |
|        | range | half | Half  | start=0 end=1 step=0.5 |
"""
    )
    assert [s.form.elements[f"/data/{name}"].parameters["number"] for name in ("up", "half")] == [
        "integer",
        "decimal",
    ]
    s.set("up", "5")
    s.set("half", "0.5")
    with pytest.raises(GsmonError) as failure:
        s.set("up", "6")
    assert failure.value.code == "answer.range"


def test_words_for_types() -> None:
    """Each question's type is told as XLSForm calls it."""
    wanted = {
        **{
            name: name
            for name in ("text", "integer", "decimal", "date", "time", "dateTime", "geopoint", "geotrace")
        },
        **{
            name: name
            for name in ("geoshape", "audio", "video", "file", "barcode", "acknowledge", "note", "hidden")
        },
        **{name: name for name in ("start", "end", "today", "deviceid", "username")},
    }
    rows = "".join(f"| | {kind} | q_{name} | L |\n" for name, kind in wanted.items())
    opened = scenario("| survey |\n| | type | name | label |\n" + rows).form
    assert {e.name[2:]: e.type for e in opened.root.children if e.name != "meta"} == wanted
    shown = scenario(
        "| survey |\n| | type | name | label | readonly | default |\n| | text | a | A | yes | kept |"
    ).form
    assert shown.elements["/data/a"].type == "text"


def test_hidden_values_are_not_held_against_anybody() -> None:
    s = scenario(
        """
| survey |           |      |       |             |            |          |
|        | type      | name | label | calculation | constraint | required |
|        | integer   | a    | A     |             |            |          |
|        | calculate | c    |       | ${a} + 1    | . < 3      | yes      |
"""
    )
    s.set("a", "5")
    assert (s["c"], s.invalid(), s.session.missing()) == ("6", {}, [])
