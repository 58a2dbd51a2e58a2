# ruff: noqa: E501  (forms are tables)
"""Repeats: rows added and removed, counted, nested; expressions over rows; undo down to the row."""

from __future__ import annotations

import pytest

from gsmon_desktop.errors import GsmonError
from tests.forms.scenario import scenario, snapshot

HOUSEHOLD = """
| survey |              |         |               |                                    |              |           |
|        | type         | name    | label         | calculation                        | relevant     | default   |
|        | begin_repeat | person  | Person        |                                    |              |           |
|        | text         | who     | Name          |                                    |              |           |
|        | integer      | age     | Age of ${who} |                                    |              | 30        |
|        | text         | school  | School        |                                    | ${age} < 18  |           |
|        | calculate    | place   |               | position(..)                       |              |           |
|        | begin_repeat | pet     | Pet           |                                    |              |           |
|        | text         | animal  | Animal of ${who} |                                 |              |           |
|        | end_repeat   |         |               |                                    |              |           |
|        | end_repeat   |         |               |                                    |              |           |
|        | calculate    | people  |               | count(${person})                   |              |           |
|        | calculate    | years   |               | sum(${age})                        |              |           |
|        | calculate    | second  |               | indexed-repeat(${who}, ${person}, 2) |            |           |
|        | calculate    | pets    |               | count(${pet})                      |              |           |
|        | calculate    | names   |               | join(', ', ${who})                 |              |           |
"""


def test_rows_come_with_defaults_and_are_counted() -> None:
    s = scenario(HOUSEHOLD)
    assert (s["people"], s["years"]) == ("1", "30")
    change = s.session.add("/data/person")
    assert (s["people"], s["years"]) == ("2", "60")
    assert ("/data/person[2]", None, "") in change.rows
    assert ("/data/person[2]/age", None, "30") in change.rows
    s.session.set("/data/person[2]/who", "Bolat")
    assert s["second"] == "Bolat"
    assert s.session.rows("/data/person") == 2


def test_references_inside_a_row_are_to_the_row() -> None:
    s = scenario(HOUSEHOLD)
    s.session.add("/data/person")
    s.session.set("/data/person[2]/age", "7")
    s.session.set("/data/person[2]/who", "Bolat")
    assert not s.session.relevant("/data/person[1]/school")
    assert s.session.relevant("/data/person[2]/school")
    assert s.session.label("/data/person[2]/age") == "Age of Bolat"
    s.session.add("/data/person[2]/pet")
    assert s.session.label("/data/person[2]/pet[1]/animal") == "Animal of Bolat"


def test_an_answer_in_a_row_leaves_other_rows_alone() -> None:
    s = scenario(HOUSEHOLD)
    s.session.add("/data/person")
    change = s.session.set("/data/person[2]/age", "7")
    assert {path for path, _, _ in change.rows} == {"/data/person[2]/age", "/data/years"}


def test_removing_a_row_moves_later_ones_up() -> None:
    s = scenario(HOUSEHOLD)
    for number, name in enumerate(("Aisha", "Bolat", "Daulet"), 1):
        if number > 1:
            s.session.add("/data/person")
        s.session.set(f"/data/person[{number}]/who", name)
    assert s["names"] == "Aisha, Bolat, Daulet"
    s.session.remove("/data/person", 2)
    assert s["names"] == "Aisha, Daulet"
    assert s.session.value("/data/person[2]/who") == "Daulet"
    assert s.session.value("/data/person[2]/place") == "2"
    assert s["people"] == "2"
    with pytest.raises(GsmonError) as failure:
        s.session.remove("/data/person", 3)
    assert failure.value.code == "answer.unknown_row"


def test_a_new_row_has_the_nested_rows_of_the_template() -> None:
    """pyxform's first row holds one nested row, the template for further ones none, as in Collect."""
    s = scenario(HOUSEHOLD)
    s.session.add("/data/person")
    assert [s.session.rows(f"/data/person[{n}]/pet") for n in (1, 2)] == [1, 0]


def test_rows_added_and_removed_are_undone_exactly() -> None:
    s = scenario(HOUSEHOLD)
    s.session.add("/data/person")
    s.session.set("/data/person[2]/who", "Bolat")
    s.session.add("/data/person[2]/pet")
    s.session.set("/data/person[2]/pet[1]/animal", "cat")
    for change in (lambda: s.session.remove("/data/person", 1), lambda: s.session.add("/data/person[1]/pet")):
        before = snapshot(s.session)
        s.session.undo(change())
        assert snapshot(s.session) == before


def test_a_resumed_draft_has_the_same_rows_even_empty_ones() -> None:
    s = scenario(HOUSEHOLD)
    s.session.add("/data/person")
    s.session.add("/data/person[2]/pet")
    s.session.set("/data/person[1]/age", None)
    assert snapshot(s.resumed().session) == snapshot(s.session)
    s.session.remove("/data/person", 2)
    s.session.remove("/data/person", 1)
    assert s.resumed().session.rows("/data/person") == 0


COUNTED = """
| survey |              |        |       |               |             |         |
|        | type         | name   | label | repeat_count  | calculation | trigger |
|        | integer      | many   | Many  |               |             |         |
|        | begin_repeat | row    | Row   | ${many}       |             |         |
|        | text         | what   | What  |               |             |         |
|        | begin_repeat | part   | Part  | 2             |             |         |
|        | text         | piece  | Piece |               |             |         |
|        | end_repeat   |        |       |               |             |         |
|        | end_repeat   |        |       |               |             |         |
|        | calculate    | rows   |       |               | count(${row}) |       |
"""


def test_a_count_makes_rows_and_hides_them_without_losing_answers() -> None:
    s = scenario(COUNTED)
    assert s["rows"] == "0"
    s.set("many", "3")
    assert s["rows"] == "3"
    assert s.session.rows("/data/row[1]/part") == 2
    s.session.set("/data/row[3]/what", "kept")
    s.set("many", "1")
    assert s["rows"] == "1"
    assert s.session.rows("/data/row") == 1
    assert "/data/row[3]/what" not in s.session.answers()
    assert s.session.stored()["/data/row[3]/what"] == "kept"
    s.set("many", "3")
    assert s.session.answers()["/data/row[3]/what"] == "kept"
    with pytest.raises(GsmonError) as failure:
        s.session.add("/data/row")
    assert failure.value.code == "answer.counted"


def test_a_count_is_undone_and_resumed() -> None:
    s = scenario(COUNTED)
    s.set("many", "2")
    before = snapshot(s.session)
    s.session.undo(s.set("many", "4"))
    assert snapshot(s.session) == before
    s.session.undo(s.set("many", "1"))
    assert snapshot(s.session) == before
    assert snapshot(s.resumed().session) == before


def test_a_count_beyond_reason_is_refused_and_nothing_changes() -> None:
    s = scenario(COUNTED)
    s.set("many", "2")
    before = s.session.stored()
    with pytest.raises(GsmonError) as failure:
        s.set("many", "999999")
    assert failure.value.code == "answer.too_many_rows"
    assert s.session.stored() == before


def test_a_running_total_reads_the_row_before() -> None:
    s = scenario(
        """
| survey |              |       |       |                                                        |
|        | type         | name  | label | calculation                                            |
|        | begin_repeat | r     | R     |                                                        |
|        | integer      | n     | N     |                                                        |
|        | calculate    | total |       | coalesce(${n}, 0) + if(position(..) > 1, indexed-repeat(${total}, ${r}, position(..) - 1), 0) |
|        | end_repeat   |       |       |                                                        |
"""
    )
    for number in (1, 2, 3):
        if number > 1:
            s.session.add("/data/r")
        s.session.set(f"/data/r[{number}]/n", str(number))
    assert s.session.value("/data/r[3]/total") == "6"
    s.session.set("/data/r[1]/n", "10")
    assert s.session.value("/data/r[3]/total") == "15"
    s.session.remove("/data/r", 2)
    assert s.session.value("/data/r[2]/total") == "13"


def test_irrelevant_rows_and_repeats_do_not_count() -> None:
    s = scenario(
        """
| survey |              |       |       |              |               |
|        | type         | name  | label | relevant     | calculation   |
|        | text         | any   | Any   |              |               |
|        | begin_repeat | r     | R     | ${any}='yes' |               |
|        | integer      | n     | N     |              |               |
|        | end_repeat   |       |       |              |               |
|        | calculate    | rows  |       |              | count(${r})   |
|        | calculate    | total |       |              | sum(${n})     |
"""
    )
    assert s["rows"] == "0"
    s.set("any", "yes")
    s.session.set("/data/r[1]/n", "4")
    assert (s["rows"], s["total"]) == ("1", "4")
    s.set("any", "no")
    assert (s["rows"], s["total"]) == ("0", "0")
