"""Pages: field-list groups and rows together, other questions one by one, hidden ones nowhere."""

from __future__ import annotations

from tests.forms.scenario import scenario

PAGED = """
| survey |              |       |        |            |               |
|        | type         | name  | label  | appearance | relevant      |
|        | start        | start |        |            |               |
|        | text         | first | First  |            |               |
|        | begin_group  | g     | Group  | field-list |               |
|        | text         | a     | A      |            |               |
|        | begin_group  | in    | Inner  |            | ${a}='x'      |
|        | text         | b     | B      |            |               |
|        | end_group    |       |        |            |               |
|        | end_group    |       |        |            |               |
|        | begin_group  | h     | Apart  |            |               |
|        | note         | n     | Note   |            |               |
|        | text         | c     | C      |            |               |
|        | end_group    |       |        |            |               |
|        | begin_repeat | r     | Row    | field-list |               |
|        | text         | d     | D      |            |               |
|        | end_repeat   |       |        |            |               |
|        | begin_group  | off   | Off    | field-list | ${first}='go' |
|        | text         | e     | E      |            |               |
|        | end_group    |       |        |            |               |
"""


def test_pages_follow_relevance_and_rows() -> None:
    s = scenario(PAGED)
    assert [(page.path, page.title, page.questions) for page in s.session.pages()] == [
        ("/data/first", "", ("/data/first",)),
        ("/data/g", "Group", ("/data/g/a",)),
        ("/data/h/n", "Apart", ("/data/h/n",)),
        ("/data/h/c", "Apart", ("/data/h/c",)),
        ("/data/r[1]", "Row · 1", ("/data/r[1]/d",)),
    ]
    s.set("a", "x")
    s.session.add("/data/r")
    s.set("first", "go")
    paths = [page.path for page in s.session.pages()]
    assert paths[-3:] == ["/data/r[1]", "/data/r[2]", "/data/off"]
    assert s.session.pages()[1].questions == ("/data/g/a", "/data/g/in/b")


def test_repeats_that_people_may_add_to() -> None:
    s = scenario(PAGED)
    assert s.session.repeats() == ["/data/r"]
    s.session.remove("/data/r", 1)
    assert s.session.repeats() == ["/data/r"]
    assert all(not page.path.startswith("/data/r") for page in s.session.pages())


def test_titles_quote_answers() -> None:
    s = scenario(
        """
| survey |             |      |            |            |
|        | type        | name | label      | appearance |
|        | text        | who  | Who        |            |
|        | begin_group | g    | Of ${who}  | field-list |
|        | text        | a    | A          |            |
|        | end_group   |      |            |            |
"""
    )
    assert s.session.pages()[1].title == "Of"
    s.set("who", "Aisha")
    assert s.session.pages()[1].title == "Of Aisha"
