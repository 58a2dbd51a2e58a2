"""Values that come by themselves: defaults, preloads, last-saved, setvalue actions, once()."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from gsmon_desktop.forms import Session
from tests.forms.scenario import MORNING, scenario

FIRST = """
| survey |           |       |       |                     |                 |
|        | type      | name  | label | default             | calculation     |
|        | start     | start |       |                     |                 |
|        | end       | end   |       |                     |                 |
|        | today     | today |       |                     |                 |
|        | username  | who   |       |                     |                 |
|        | deviceid  | dev   |       |                     |                 |
|        | integer   | fixed | Fixed | 5                   |                 |
|        | date      | day   | Day   | today()             |                 |
|        | text      | place | Place | ${last-saved#place} |                 |
|        | calculate | next  |       |                     | ${fixed} + 1    |
|        | text      | copy  | Copy  | concat('n', ${next}) |                |
|        | hidden    | mark  |       | h                   |                 |
|        | calculate | luck  |       |                     | once(random())  |
"""


def test_a_new_interview_opens_with_everything_filled_in() -> None:
    s = scenario(
        FIRST, username="Aisha", deviceid="d-1", last_saved={"/data/place": "Astana", "/data/fixed": "9"}
    )
    stored = s.session.stored()
    assert stored["/data/start"] == MORNING.isoformat(timespec="milliseconds")
    assert (stored["/data/today"], stored["/data/day"]) == ("2025-03-01", "2025-03-01")
    assert (stored["/data/who"], stored["/data/dev"]) == ("Aisha", "d-1")
    assert (stored["/data/fixed"], stored["/data/next"], stored["/data/copy"]) == ("5", "6", "n6")
    assert (stored["/data/place"], stored["/data/mark"]) == ("Astana", "h")
    assert stored["/data/meta/instanceID"].startswith("uuid:")
    assert "/data/end" not in stored
    assert {path: new for path, _, new in s.session.initial.rows} == stored


def test_a_resumed_draft_is_not_opened_again() -> None:
    s = scenario(FIRST)
    s.set("fixed", None)
    s.set("place", None)
    again = s.resumed()
    assert again.session.stored() == s.session.stored()
    assert again.session.initial.rows == ()
    assert again["fixed"] == ""
    assert again["luck"] == s["luck"]


CLOCK = """
| survey |            |       |       |                            |          |                       |
|        | type       | name  | label | calculation                | default  | constraint            |
|        | calculate  | once  |       | now()                      |          |                       |
|        | calculate  | luck  |       | random()                   |          |                       |
|        | calculate  | copy  |       | ${last-saved#day}          |          |                       |
|        | date       | born  | Born  |                            |          | . <= today()          |
|        | calculate  | age   |       | int((today() - ${born}) div 365.25) |  |                      |
|        | date       | day   | Day   |                            | today()  |                       |
"""


def test_the_clock_is_read_when_something_is_worked_out_and_a_resumed_draft_keeps_what_it_said() -> None:
    s = scenario(CLOCK, last_saved={"/data/day": "2025-02-01"})
    s.set("born", "2015-03-03")
    assert (s["age"], s["day"], s["copy"]) == ("9", "2025-03-01", "2025-02-01")
    later = Session(s.form, now=lambda: MORNING + timedelta(days=7), answers=s.session.stored())
    assert later.stored() == s.session.stored()
    assert later.initial.rows == ()
    later.set("/data/born", "2015-03-04")
    assert later.value("/data/age") == "10"
    assert later.invalid() == []
    later.set("/data/born", "2025-03-09")
    assert [problem.path for problem in later.invalid()] == ["/data/born"]


def test_a_calculation_missing_from_a_draft_is_worked_out() -> None:
    s = scenario(FIRST)
    stored = {path: value for path, value in s.session.stored().items() if path != "/data/next"}
    again = Session(s.form, now=lambda: MORNING, answers=stored)
    assert again.initial.rows == (("/data/next", None, "6"),)


def test_the_end_is_stamped_at_finish() -> None:
    s = scenario(FIRST)
    assert f"<end>{MORNING.isoformat(timespec='milliseconds')}</end>" in s.session.finish()


def test_the_instance_id_may_be_given_or_is_drawn() -> None:
    assert scenario(FIRST, instance_id="uuid:x").session.value("/data/meta/instanceID") == "uuid:x"
    one = scenario(FIRST, random=Random(3)).session.value("/data/meta/instanceID")
    two = scenario(FIRST, random=Random(3)).session.value("/data/meta/instanceID")
    assert one == two


TRIGGERED = """
| survey |           |         |         |                       |                  |          |
|        | type      | name    | label   | calculation           | trigger          | default  |
|        | integer   | a       | A       |                       |                  |          |
|        | integer   | b       | B       |                       |                  |          |
|        | calculate | double  |         | ${a} * 2              |                  |          |
|        | text      | copied  | Copied  | concat(${double}, '!') | ${a}            |          |
|        | text      | both    | Both    | concat(${a}, ${b})    | ${a}, ${b}       |          |
|        | text      | chained | Chained | concat(${copied}, '?') | ${copied}       |          |
"""


def test_an_answer_triggers_what_waits_for_it() -> None:
    s = scenario(TRIGGERED)
    s.set("a", "2")
    assert (s["copied"], s["both"], s["chained"]) == ("4!", "2", "4!?")
    s.set("copied", "mine")
    assert s["chained"] == "mine?"
    s.set("b", "7")
    assert (s["both"], s["copied"]) == ("27", "mine")


def test_what_was_triggered_is_undone_too() -> None:
    s = scenario(TRIGGERED)
    s.set("a", "2")
    before = s.session.stored()
    s.session.undo(s.set("a", "3"))
    assert s.session.stored() == before


def test_dynamic_defaults_in_new_rows() -> None:
    s = scenario(
        """
| survey |              |      |       |                     |           |             |
|        | type         | name | label | default             | trigger   | calculation |
|        | text         | team | Team  | concat('t', '1')    |           |             |
|        | begin_repeat | r    | R     |                     |           |             |
|        | text         | t    | T     | ${team}             |           |             |
|        | text         | u    | U     |                     | ${t}      | concat(${t}, 'x') |
|        | end_repeat   |      |       |                     |           |             |
"""
    )
    assert s.session.value("/data/r[1]/t") == "t1"
    s.set("team", "t2")
    s.session.add("/data/r")
    assert s.session.value("/data/r[1]/t") == "t1"
    assert s.session.value("/data/r[2]/t") == "t2"
    s.session.set("/data/r[2]/t", "z")
    assert s.session.value("/data/r[2]/u") == "zx"
    assert s.session.value("/data/r[1]/u") in ("", "t1x")
