"""Red tape, State Corporation, profile, costs and terms from tables of facts."""

from __future__ import annotations

import pytest

from gsmon_desktop.methodology.facts import FactKey, Facts, FactScores, add_facts, compute_facts
from gsmon_desktop.reference import catalogue, edition


def table(*rows: tuple[str, str, str, int], region: str = "astana", form: str = "paper") -> Facts:
    """Facts as (service, role, value, how many)."""
    return {FactKey(region, service, form, role, value): n for service, role, value, n in rows}


def of(*tables: Facts) -> FactScores:
    return compute_facts(add_facts(*tables), edition(), catalogue())


def test_red_tape_is_pooled_over_respondents() -> None:
    first, second = "s45", "s46"
    assert {catalogue().services[service].sphere for service in (first, second)} == {"Цифровое развитие"}
    found = of(
        table((first, "red_tape", "yes", 9), (first, "red_tape", "no", 1)),
        table((second, "red_tape", "no", 90), region="abay", form="electronic"),
    ).red_tape
    assert found.whole.share == 0.09
    assert found.whole.band == "low"
    assert found.spheres["Цифровое развитие"].share == 0.09
    assert (found.services[first].share, found.services[first].band) == (0.9, "high")
    assert (found.services[second].share, found.services[second].band) == (0.0, "none")
    assert found.regions["astana"].asked == 10
    assert list(found.forms) == ["paper", "electronic"]
    low, high = found.whole.low, found.whole.high
    assert low is not None
    assert high is not None
    assert 0 < low < 0.09 < high < 0.2


def test_kinds_are_portions_of_those_who_named_one() -> None:
    found = of(
        table(
            ("s45", "red_tape", "yes", 5),
            ("s45", "red_tape_kinds", "delay", 1),
            ("s45", "red_tape_kinds", "delay many_offices", 3),
        )
    ).red_tape
    assert {kind: p.share for kind, p in found.kinds.items()} == {"delay": 1.0, "many_offices": 0.75}
    assert found.kinds_by_sphere["Цифровое развитие"]["many_offices"].part == 3


def test_a_region_of_the_state_corporation_is_the_mean_of_its_parts() -> None:
    found = of(
        table(("s01", "corp_con", "5", 9), ("s01", "corp_land", "3", 1), ("s01", "corp_land", "dk", 4)),
        table(("s01", "corp_con", "4", 1), region="abay"),
    ).corporation
    assert found.regions["astana"].score == 4.0
    assert found.regions["abay"].score == 4.0
    assert found.parts["corp_con"].score == pytest.approx(4.9)
    assert found.whole.score == pytest.approx((4.9 + 3) / 2)
    assert found.parts["corp_pension"].score is None


def test_signature_and_contact_centre_are_means_of_their_items() -> None:
    found = of(
        table(
            ("s01", "c1414_called", "yes", 2),
            ("s01", "c1414_called", "no", 6),
            ("s01", "c1414_speed", "5", 2),
            ("s01", "c1414_complete", "4", 1),
            ("s01", "ecp_get", "3", 1),
            ("s01", "egov_overall", "5", 1),
            ("s01", "egov_overall", "2", 1),
        )
    )
    assert found.contact_centre.used.share == 0.25
    assert found.contact_centre.stat.score == 4.5
    assert found.signature.stat.score == 3.0
    assert found.signature.items["ecp_use"].score is None
    assert found.egov.score == 3.5


def test_costs_profile_and_terms() -> None:
    found = of(
        table(
            ("s01", "extra_costs", "none", 3),
            ("s01", "extra_costs", "transport notary", 1),
            ("s01", "extra_costs_bearable", "no", 1),
            ("s01", "age", "16", 1),
            ("s01", "age", "61", 2),
            ("s01", "age", "24", 1),
            ("s01", "red_tape", "no", 4),
            ("s01", "days_taken", "2", 3),
            ("s01", "days_taken", "12", 1),
            ("s01", "days_late", "0", 3),
            ("s01", "days_late", "7", 1),
        )
    )
    assert found.costs.any.share == 0.25
    assert {kind: p.part for kind, p in found.costs.kinds.items()} == {"transport": 1, "notary": 1}
    assert {band: p.part for band, p in found.profile["age"].items()} == {"16-17": 1, "22-29": 1, "60+": 2}
    assert found.profile["form"]["paper"].share == 1.0
    assert found.terms["s01"].mean_days == 4.5
    assert found.terms["s01"].late.share == 0.25


def test_nobody_asked_gives_no_numbers() -> None:
    found = of()
    assert found.red_tape.whole.share is None
    assert found.corporation.whole.score is None
    assert found.costs.any.share is None
    assert not found.profile
    assert not found.terms
