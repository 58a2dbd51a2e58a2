"""Ratings and further tables: rows, ranks, too few, online figures, dynamics; three languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gsmon_desktop.methodology.counts import Counts, Key
from gsmon_desktop.methodology.facts import FactKey, Facts, compute_facts
from gsmon_desktop.methodology.mystery import Seen, mystery
from gsmon_desktop.methodology.online import Online, OnlineFigure
from gsmon_desktop.methodology.published import Figure
from gsmon_desktop.methodology.scores import compute
from gsmon_desktop.reference import catalogue, edition, published_tables
from gsmon_desktop.reports.rating_tables import MAKERS
from gsmon_desktop.reports.tables_of_scores import Sources, Table, Value

COUNTS: Counts = {
    Key("astana", "s59", "paper", "body", "result", "5"): 3,
    Key("astana", "s59", "electronic", "portal", "result", "4"): 40,
    Key("abay", "s59", "electronic", "portal", "result", "5"): 40,
    Key("abay", "s55", "electronic", "portal", "result", "5"): 8,
}
FACTS: Facts = {
    FactKey("astana", "s59", "paper", "red_tape", "yes"): 3,
    FactKey("astana", "s59", "paper", "red_tape_kinds", "delay"): 2,
    FactKey("abay", "s59", "electronic", "red_tape", "no"): 40,
    FactKey("abay", "s59", "electronic", "corp_con", "5"): 40,
    FactKey("abay", "s59", "electronic", "c1414_called", "no"): 40,
    FactKey("abay", "s59", "electronic", "extra_costs", "none"): 40,
    FactKey("abay", "s59", "electronic", "sex", "female"): 40,
    FactKey("abay", "s59", "electronic", "days_taken", "3"): 40,
    FactKey("abay", "s59", "electronic", "days_late", "0"): 40,
}


VISITS = [
    Seen("s59", 1, "visit_staff", 4),
    Seen("s59", 1, "visit_time", 1),
    Seen("s59", 2, "visit_staff", 5),
    Seen("s01", 3, "visit_result", 3),
]


def sources(
    language: str = "en", *, online: Online | None = None, since: int = 0, all_cuts: bool = False
) -> Sources:
    rules, known = edition(), catalogue()
    return Sources(
        compute(COUNTS, rules, known),
        compute_facts(FACTS, rules, known),
        rules,
        known,
        published_tables(),
        language,
        online=online,
        since=since,
        all_cuts=all_cuts,
        mystery=mystery(VISITS, known),
    )


def column(table: Table, heading: str) -> list[Value]:
    at = [c.heading for c in table.columns].index(heading)
    return [row[at] for row in table.rows]


def test_local_bodies_by_form_with_too_few_left_out() -> None:
    table = MAKERS["local"](sources())
    assert table.keys == (("region", "abay"), ("region", "astana"))
    assert column(table, "Paper") == [None, "too few"]
    assert column(table, "Score") == [5.0, 4.5]
    assert column(MAKERS["local"](sources(all_cuts=True)), "Paper") == [None, 5.0]


def test_the_online_monitoring_is_combined_and_dynamics_look_back() -> None:
    online = Online("region", {"astana": OnlineFigure(10, Figure(5.0, 100.0))})
    table = MAKERS["local"](sources(online=online, since=2024))
    assert column(table, "Combined") == [5.0, 4.75]
    assert column(table, "Online") == [None, 5.0]
    before = published_tables().earlier("region", 2024)["abay"].score
    assert before is not None
    assert column(table, "Since 2024")[0] == pytest.approx(5.0 - before)
    services = Online("service", {"s55": OnlineFigure(10, Figure(4.0, 50.0))})
    assert column(MAKERS["central"](sources(online=services)), "Combined") == [4.5]


def test_a_difference_says_whether_chance_explains_it() -> None:
    assert column(MAKERS["local"](sources()), "Sampling error") == ["within", "outside"]
    assert MAKERS["local"](sources()).texts()[1][-2].startswith("+0.")


def test_red_tape_from_the_worst_down() -> None:
    table = MAKERS["red_tape"](sources())
    cuts = dict(zip(zip(column(table, "Cut"), column(table, "Name"), strict=True), table.rows, strict=True))
    assert cuts["Region", "Astana city"][4] == "too few"
    assert cuts["Region", "Astana city"][-1] == ""
    assert cuts["All", "Republic"][3] == 3
    assert column(MAKERS["kinds"](sources()), "Delay") == ["too few", 1.0]
    assert column(MAKERS["kinds"](sources(all_cuts=True)), "Delay") == [1.0, 1.0]


def test_the_margin_is_of_the_planned_sample() -> None:
    table = MAKERS["sample"](sources())
    assert column(table, "People") == [8, 83]
    assert all(isinstance(margin, float) for margin in column(table, list_of(table)[-1]))


def test_mystery_shoppers_have_a_table_of_their_own() -> None:
    table = MAKERS["mystery"](sources())
    assert column(table, "Visits") == [1, 2, 3]
    assert column(table, "Staff") == [None, 4.5, 4.5]
    assert column(table, "Time") == [None, 1.0, 1.0]
    assert column(table, "Score") == [3.0, 2.75, 2.875]
    assert table.keys[1] == ("service", "s59")
    assert not MAKERS["mystery"](replace(sources(), mystery=mystery([], catalogue()))).rows


def list_of(table: Table) -> list[str]:
    return [c.heading for c in table.columns]


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_every_table_speaks_every_language(language: str) -> None:
    found = {key: maker(sources(language)) for key, maker in MAKERS.items()}
    assert all(table.rows for table in found.values())
    for table in found.values():
        assert all(len(row) == len(table.columns) for row in table.texts())
        assert table.keys in ((), tuple(table.keys[: len(table.rows)]))


def test_regions_of_too_few_stand_last_without_rank_unless_asked() -> None:
    counts = {
        Key("astana", "s59", "electronic", "portal", "result", "4"): 40,
        Key("abay", "s59", "electronic", "portal", "result", "5"): 4,
    }
    rules, known = edition(), catalogue()
    for all_cuts in (False, True):
        found = Sources(
            compute(counts, rules, known),
            compute_facts({}, rules, known),
            rules,
            known,
            published_tables(),
            "en",
            all_cuts=all_cuts,
        )
        for name in ("local", "regions"):
            table = MAKERS[name](found)
            assert column(table, "Rank") == ([1, 2] if all_cuts else [1, None])
            assert column(table, "Score") == ([5, 4] if all_cuts else [4, "too few"])
            assert (column(table, "95 % ↓")[1] is not None) == all_cuts
            assert all_cuts or "5.00" not in table.texts()[2]
