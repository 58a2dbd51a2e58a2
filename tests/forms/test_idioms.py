"""Idioms of ODK and KoboToolbox forms, as people write them: each is filled and gives what a phone gives."""

# ruff: noqa: E501  (a table's row is a line)

from __future__ import annotations

import pytest
from defusedxml.ElementTree import fromstring

from tests.forms.scenario import Scenario, scenario

LISTS = """
| choices |           |         |         |       |
|         | list_name | name    | label   | kind  |
|         | yn        | yes     | Yes     |       |
|         | yn        | no      | No      |       |
|         | fruit     | apple   | Apple   | red   |
|         | fruit     | cherry  | Cherry  | red   |
|         | fruit     | banana  | Banana  | yellow |
|         | fruit     | none    | None    |       |
"""


def test_every_type_of_question_takes_its_value_into_the_submission() -> None:
    rows = {
        "text": "слово", "integer": "-5", "decimal": "2.50", "range": "4", "select_one yn": "yes",
        "select_multiple fruit": "apple cherry", "rank fruit": "none banana cherry apple",
        "date": "2024-02-29", "time": "23:59:00.000+05:00", "dateTime": "2024-02-29T10:00:00.000+05:00",
        "geopoint": "51.1 71.4 350 5", "geotrace": "51 71 0 0; 52 72 0 0",
        "geoshape": "51 71 0 0; 52 72 0 0; 52 71 0 0; 51 71 0 0", "image": "a.jpg", "audio": "a.m4a",
        "video": "a.mp4", "file": "a.pdf", "barcode": "4870001", "acknowledge": "OK",
    }  # fmt: skip
    survey = "".join(f"| | {kind} | q{at} | Q |\n" for at, kind in enumerate(rows))
    s = scenario(f"| survey |\n| | type | name | label |\n{survey}{LISTS}")
    for at, (kind, value) in enumerate(rows.items()):
        assert s.form.elements[f"/data/q{at}"].type == kind.partition(" ")[0]
        s.set(f"q{at}", value)
    root = fromstring(s.session.finish())
    assert [root.findtext(f"q{at}") for at in range(len(rows))] == list(rows.values())


def test_sensors_and_audit_pass_through_empty() -> None:
    s = scenario(
        """
| survey |                     |       |       |          |                    |
|        | type                | name  | label | trigger  | parameters         |
|        | audit               | audit |       |          | track-changes=true |
|        | start-geopoint      | where |       |          |                    |
|        | background-audio    | sound |       |          | quality=voice-only |
|        | text                | a     | A     |          |                    |
|        | background-geopoint | moved |       | ${a}     |                    |
|        | phonenumber         | phone |       |          |                    |
"""
    )
    s.set("a", "1")
    assert s.form.elements["/data/meta/audit"].type == "audit"
    root = fromstring(s.session.finish())
    assert [root.findtext(name) for name in ("where", "sound", "moved", "phone")] == ["", "", "", ""]
    assert root.findtext("{http://openrosa.org/xforms}meta/audit") == ""


def test_a_calculation_that_gives_no_number_is_empty() -> None:
    s = scenario(
        """
| survey |           |      |       |                                                      |
|        | type      | name | label | calculation                                          |
|        | integer   | a    | A     |                                                      |
|        | integer   | b    | B     |                                                      |
|        | calculate | sum  |       | ${a} + ${b}                                          |
|        | calculate | part |       | ${a} div ${b}                                        |
|        | calculate | word |       | number('x')                                          |
|        | calculate | kept |       | once(${a} + 1)                                       |
|        | calculate | cond |       | if(${a} > 0, ${a} * 2, number(''))                   |
|        | calculate | age  |       | int((today() - date(${day})) div 365.25)             |
|        | calculate | safe |       | coalesce(${a}, 0) + coalesce(${b}, 0)                |
|        | date      | day  | Day   |                                                      |
"""
    )
    names = ("sum", "part", "word", "kept", "cond", "age")
    assert [s[name] for name in names] == [""] * 6
    assert "NaN" not in s.session.finish()
    s.set("a", "6")
    assert (s["sum"], s["kept"], s["cond"], s["safe"]) == ("", "7", "12", "6")
    s.set("b", "3")
    assert (s["sum"], s["part"], s["kept"], s["safe"]) == ("9", "2", "7", "9")


def test_paths_that_begin_anywhere_are_kept_up_to_date() -> None:
    s = scenario(
        """
| survey |             |      |       |                       |
|        | type        | name | label | calculation           |
|        | begin_group | g    | G     |                       |
|        | integer     | a    | A     |                       |
|        | end_group   |      |       |                       |
|        | begin_repeat | r   | R     |                       |
|        | integer     | n    | N     |                       |
|        | end_repeat  |      |       |                       |
|        | calculate   | all  |       | sum(//n) + sum(//g/a) |
|        | calculate   | some |       | count(//r[n > 1])     |
"""
    )
    s.set("a", "10")
    s.session.set("/data/r[1]/n", "1")
    s.session.add("/data/r")
    s.session.set("/data/r[2]/n", "2")
    assert (s["all"], s["some"]) == ("13", "1")
    assert s.form.graph.unknown == []


def test_none_of_the_above_excludes_the_rest() -> None:
    s = scenario(
        """
| survey |                       |      |       |                                                            |
|        | type                  | name | label | constraint                                                 |
|        | select_multiple fruit | eats | Eats  | not(selected(., 'none') and count-selected(.) > 1)         |
"""
        + LISTS
    )
    s.set("eats", "none apple")
    assert list(s.invalid()) == ["/data/eats"]
    s.set("eats", "none")
    assert s.invalid() == {}


def test_the_answers_of_one_question_are_the_choices_of_the_next() -> None:
    s = scenario(
        """
| survey |                       |      |            |                           |                                |
|        | type                  | name | label      | choice_filter             | calculation                    |
|        | select_multiple fruit | eats | Eats       |                           |                                |
|        | select_one fruit      | best | Best       | selected(${eats}, name)   |                                |
|        | select_one fruit      | red  | Red one    | kind = 'red' or name = 'none' |                            |
|        | calculate             | said |            |                           | jr:choice-name(selected-at(${eats}, 1), '${eats}') |
|        | note                  | note | You said ${said} |                     |                                |
"""
        + LISTS
    )
    assert s.offers("best") == []
    s.set("eats", "banana apple")
    assert (s.offers("best"), s.offers("red")) == (["apple", "banana"], ["apple", "cherry", "none"])
    assert (s["said"], s.label("note")) == ("Apple", "You said Apple")


def _roster() -> Scenario:
    s = scenario(
        """
| survey |                 |         |                    |                                    |              |              |
|        | type            | name    | label              | calculation                        | repeat_count | relevant     |
|        | integer         | members | How many?          |                                    |              |              |
|        | begin_repeat    | person  | Person             |                                    | ${members}   |              |
|        | calculate       | number  |                    | position(..)                       |              |              |
|        | text            | who     | Name of ${number}  |                                    |              |              |
|        | integer         | age     | Age of ${who}      |                                    |              |              |
|        | select_one yn   | school  | At school?         |                                    |              | ${age} < 18  |
|        | calculate       | before  |                    | indexed-repeat(${who}, ${person}, ${number} - 1) |              | ${number} > 1 |
|        | end_repeat      |         |                    |                                    |              |              |
|        | calculate       | names   |                    | join(', ', ${who})                 |              |              |
|        | calculate       | eldest  |                    | max(${age})                        |              |              |
|        | calculate       | minors  |                    | count(${person}[age < 18])         |              |              |
|        | calculate       | pupils  |                    | count-non-empty(${school})         |              |              |
|        | calculate       | first   |                    | indexed-repeat(${who}, ${person}, 1) |            |              |
|        | note            | end     | ${names}: ${minors} of ${members} |                     |              |              |
"""
        + LISTS
    )
    s.set("members", "3")
    for row, (who, age) in enumerate((("Aigul", "40"), ("Berik", "12"), ("Dana", "7")), 1):
        s.session.set(f"/data/person[{row}]/who", who)
        s.session.set(f"/data/person[{row}]/age", age)
    return s


def test_a_household_roster() -> None:
    s = _roster()
    s.session.set("/data/person[2]/school", "yes")
    assert (s["names"], s["eldest"], s["minors"], s["pupils"]) == ("Aigul, Berik, Dana", "40", "2", "1")
    assert (s["first"], s.session.value("/data/person[3]/before")) == ("Aigul", "Berik")
    assert s.label("end") == "Aigul, Berik, Dana: 2 of 3"
    assert s.session.label("/data/person[3]/age") == "Age of Dana"
    s.set("members", "2")
    assert (s["names"], s["minors"]) == ("Aigul, Berik", "1")
    s.set("members", "3")
    assert s["names"] == "Aigul, Berik, Dana"
    assert s.resumed().session.stored() == s.session.stored()


@pytest.mark.parametrize(
    ("born", "given", "fine"),
    [
        ("2024-01-01", "2024-02-12", True),
        ("2024-01-01", "2024-02-11", False),
        ("2024-01-01", "2026-01-01", False),
    ],
)
def test_a_dose_is_given_six_weeks_after_birth_and_not_in_the_future(
    born: str, given: str, fine: bool
) -> None:
    s = scenario(
        """
| survey |           |       |       |                                                  |                              |
|        | type      | name  | label | constraint                                       | calculation                  |
|        | date      | born  | Born  | . <= today()                                     |                              |
|        | date      | given | Given | . >= date(${born} + 42) and . <= today()         |                              |
|        | calculate | next  |       |                                                  | format-date(date(${given} + 28), '%d.%m.%Y') |
|        | calculate | months |      |                                                  | int((today() - ${born}) div 30.4375) |
"""
    )
    s.set("born", born)
    s.set("given", given)
    assert (s.invalid() == {}) == fine
    assert s["months"] == "13"
    if given == "2024-02-12":
        assert s["next"] == "11.03.2024"


def test_lists_in_files_looked_up_by_key() -> None:
    s = scenario(
        """
| survey |                               |       |           |                                                          |               |
|        | type                          | name  | label     | calculation                                              | choice_filter |
|        | csv-external                  | prices |          |                                                          |               |
|        | text                          | code  | Code      |                                                          |               |
|        | calculate                     | price |           | instance('prices')/root/item[code = ${code}]/price       |               |
|        | calculate                     | again |           | pulldata('prices', 'price', 'code', ${code})             |               |
|        | calculate                     | total |           | sum(instance('prices')/root/item[kind = 'a']/price)      |               |
|        | select_one_from_file towns.csv | town | Town      |                                                          | big = 'y'     |
""",
        {
            "prices.csv": b"code,price,kind\nx,10,a\ny,20,a\nz,5,b\n",
            "towns.csv": b"name,label,big\na,A,y\nb,B,n\n",
        },
    )
    s.set("code", "y")
    assert (s["price"], s["again"], s["total"]) == ("20", "20", "30")
    assert s.labels("town") == ["A"]


def test_groups_nested_deep_hide_and_bring_back_everything_inside() -> None:
    depth = 12
    begin = "".join(
        f"| | begin_group | g{at} | G | {'${open} = 1' if at == 3 else ''} |\n" for at in range(depth)
    )
    s = scenario(
        "| survey |\n| | type | name | label | relevant |\n| | integer | open | Open | |\n"
        f"{begin}| | text | deep | Deep | |\n" + "| | end_group | | | |\n" * depth
    )
    assert not s.asks("deep")
    s.set("open", "1")
    s.set("deep", "kept")
    s.set("open", "2")
    assert (s["deep"], s.session.answers()) == (
        "kept",
        {"/data/open": "2", "/data/meta/instanceID": s["instanceID"]},
    )
    s.set("open", "1")
    assert s.session.answers()[s.path("deep")] == "kept"


def test_a_score_of_a_checklist_and_a_loop_of_triggers() -> None:
    s = scenario(
        """
| survey |               |       |       |                                                         |              |
|        | type          | name  | label | calculation                                             | trigger      |
|        | select_one yn | a     | A     |                                                         |              |
|        | select_one yn | b     | B     |                                                         |              |
|        | calculate     | score |       | (${a} = 'yes') + (${b} = 'yes')                         |              |
|        | calculate     | well  |       | checklist(1, 2, ${a} = 'yes', ${b} = 'yes')             |              |
|        | calculate     | heavy |       | weighted-checklist(3, 5, ${a} = 'yes', 1, ${b} = 'yes', 3) |           |
|        | dateTime      | when  | When  | now()                                                   | ${a}         |
"""
        + LISTS
    )
    assert (s["score"], s["when"]) == ("0", "")
    s.set("b", "yes")
    assert (s["score"], s["well"], s["heavy"], s["when"]) == ("1", "true", "true", "")
    s.set("a", "yes")
    assert (s["score"], s["heavy"], s["when"][:10]) == ("2", "true", "2025-03-01")
