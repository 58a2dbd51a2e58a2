"""A draft moved to another version of its form: nothing is dropped in silence."""

from __future__ import annotations

from gsmon_desktop.forms import Fit, Form, Left, Session, move
from tests.forms.scenario import MORNING, Scenario, form

OLD = """
| survey |                 |        |         |             |         |                   |
|        | type            | name   | label   | calculation | default | bind::gsmon:role  |
|        | start           | start  |         |             |         |                   |
|        | text            | who    | Who     |             |         |                   |
|        | text            | number | Phone   |             |         | phone             |
|        | select_one yn   | likes  | Likes   |             |         |                   |
|        | text            | age    | Age     |             |         |                   |
|        | text            | gone   | Gone    |             |         |                   |
|        | begin_repeat    | visit  | Visit   |             |         |                   |
|        | text            | what   | What    |             |         |                   |
|        | integer         | cost   | Cost    |             |         |                   |
|        | end_repeat      |        |         |             |         |                   |
|        | calculate       | total  |         | sum(${cost}) |        |                   |
|        | calculate       | drawn  |         | once(random()) |      |                   |
| choices |                |        |         |
|        | list_name       | name   | label   |
|        | yn              | y      | Yes     |
|        | yn              | m      | Maybe   |
| settings |               |        |         |
|        | form_id         | version | namespaces |
|        | x               | 1      | gsmon="urn:gsmon:forms" |
"""
NEW = """
| survey |                 |        |         |             |         |                   |
|        | type            | name   | label   | calculation | default | bind::gsmon:role  |
|        | start           | start  |         |             |         |                   |
|        | begin_group     | person | Person  |             |         |                   |
|        | text            | who    | Who     |             |         |                   |
|        | text            | mobile | Phone   |             |         | phone             |
|        | integer         | age    | Age     |             |         |                   |
|        | end_group       |        |         |             |         |                   |
|        | select_one yn   | likes  | Likes   |             |         |                   |
|        | begin_repeat    | visit  | Visit   |             |         |                   |
|        | text            | what   | What    |             |         |                   |
|        | decimal         | cost   | Cost    |             |         |                   |
|        | integer         | stars  | Stars   |             | 3       |                   |
|        | end_repeat      |        |         |             |         |                   |
|        | calculate       | total  |         | sum(${cost}) * 2 |    |                   |
|        | calculate       | drawn  |         | once(random()) |      |                   |
|        | text            | added  | Added   |             |         |                   |
|        | date            | day    | Day     |             | today() |                   |
|        | begin_repeat    | more   | More    |             |         |                   |
|        | text            | detail | Detail  |             |         |                   |
|        | end_repeat      |        |         |             |         |                   |
| choices |                |        |         |
|        | list_name       | name   | label   |
|        | yn              | y      | Yes     |
|        | yn              | n      | No      |
| settings |               |        |         |
|        | form_id         | version | namespaces |
|        | x               | 2      | gsmon="urn:gsmon:forms" |
"""


def draft() -> Scenario:
    """An interview of the old form with something in every question."""
    s = Scenario(form(OLD))
    for name, value in {"who": "Aisha", "number": "+7 701", "likes": "m", "age": "40", "gone": "bye"}.items():
        s.set(name, value)
    s.session.set("/data/visit[1]/cost", "10")
    s.session.add("/data/visit")
    s.session.set("/data/visit[2]/what", "second")
    s.session.set("/data/visit[2]/cost", "5")
    return s


def moved(stored: dict[str, str], to: Form) -> tuple[Session, Fit]:
    return move(form(OLD), to, stored, now=lambda: MORNING)


def test_what_fits_comes_along_and_the_rest_is_told() -> None:
    s = draft()
    session, fit = moved(s.session.stored(), form(NEW))
    assert session.value("/data/person/who") == "Aisha"
    assert session.value("/data/person/mobile") == "+7 701"
    assert session.value("/data/person/age") == "40"
    assert [session.value(f"/data/visit[{row}]/cost") for row in (1, 2)] == ["10", "5"]
    assert session.value("/data/visit[2]/what") == "second"
    assert session.value("/data/start") == s["start"]
    assert fit.left == (Left("/data/gone", "bye", "gone"),)
    assert fit.moved == (
        ("/data/who", "/data/person/who"),
        ("/data/number", "/data/person/mobile"),
        ("/data/age", "/data/person/age"),
    )
    assert [problem.path for problem in fit.invalid] == ["/data/likes"]
    assert fit.fitted + len(fit.left) == sum(1 for value in s.session.stored().values() if value)


def test_calculations_are_those_of_the_new_form() -> None:
    s = draft()
    session, fit = moved(s.session.stored(), form(NEW))
    assert (s["total"], session.value("/data/total")) == ("15", "30")
    assert session.value("/data/drawn") == s["drawn"]
    assert fit.changed == (("/data/total", "15", "30"),)


def test_new_questions_begin_as_in_a_new_interview() -> None:
    session, fit = moved(draft().session.stored(), form(NEW))
    assert session.value("/data/day") == "2025-03-01"
    assert [session.value(f"/data/visit[{row}]/stars") for row in (1, 2)] == ["3", "3"]
    assert session.rows("/data/more") == 1
    assert fit.new == ("/data/added", "/data/more[1]/detail")


def test_a_value_that_is_not_of_the_new_type_is_left_behind_with_its_text() -> None:
    s = draft()
    s.set("age", "about forty")
    session, fit = moved(s.session.stored(), form(NEW))
    assert session.value("/data/person/age") == ""
    assert Left("/data/age", "about forty", "type") in fit.left


def test_a_question_that_became_a_calculation_or_moved_into_a_repeat() -> None:
    to = form(
        """
| survey |              |       |       |             |
|        | type         | name  | label | calculation |
|        | calculate    | who   |       | 'nobody'    |
|        | begin_repeat | row   | Row   |             |
|        | integer      | age   | Age   |             |
|        | end_repeat   |       |       |             |
|        | text         | what  | What  |             |
"""
    )
    session, fit = moved(draft().session.stored(), to)
    assert session.value("/data/who") == "nobody"
    why = {left.path: left.why for left in fit.left}
    assert (why["/data/who"], why["/data/age"], why["/data/visit[2]/what"]) == ("calculated", "rows", "rows")


def test_moving_to_the_same_form_changes_nothing() -> None:
    s = draft()
    session, fit = moved(s.session.stored(), form(OLD))
    assert session.stored() == s.session.stored()
    assert (fit.moved, fit.left, fit.changed, fit.new) == ((), (), (), ())
