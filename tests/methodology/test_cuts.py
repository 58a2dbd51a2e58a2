"""Scores of too few people are left out of parts, never of totals."""

from __future__ import annotations

from gsmon_desktop.methodology.counts import Counts, Key
from gsmon_desktop.methodology.cuts import is_few, without_few
from gsmon_desktop.methodology.scores import compute
from gsmon_desktop.reference import catalogue, edition

COUNTS: Counts = {
    Key("astana", "s59", "paper", "body", "result", "5"): 4,
    Key("astana", "s59", "electronic", "portal", "result", "4"): 5,
    Key("abay", "s59", "electronic", "portal", "result", "5"): 4,
    Key("abay", "s55", "electronic", "portal", "result", "5"): 4,
}


def test_forms_and_regions_of_too_few_have_no_score_and_totals_keep_theirs() -> None:
    scores = compute(COUNTS, edition(), catalogue())
    shown = without_few(scores, edition())
    forms = shown.services["s59"].forms
    assert is_few(forms["paper"].stat)
    assert forms["paper"].stat.respondents == 4
    result = forms["paper"].criteria["result"]
    assert (result.stat.score, result.items["result"].stat.score) == (None, None)
    assert result.items["result"].distribution == (0, 0, 0, 0, 4)
    assert is_few(forms["paper"].zones["body"])
    assert is_few(shown.services["s55"].zones["body"])
    assert is_few(shown.national["paper"].stat)
    assert forms["electronic"].stat.score == 40 / 9
    assert is_few(shown.regions["abay"].stat)
    assert is_few(shown.regions["astana"].forms["paper"])
    assert shown.regions["astana"].stat == scores.regions["astana"].stat
    assert shown.services["s55"].stat == scores.services["s55"].stat
    assert shown.republic == scores.republic
    assert not is_few(None)


def test_of_one_region_or_form_services_are_parts_too() -> None:
    shown = without_few(compute(COUNTS, edition(), catalogue()), edition(), of_part=True)
    assert is_few(shown.services["s55"].stat)
    assert shown.services["s59"].stat.score == (5 + 40 / 9) / 2
    assert shown.republic.respondents >= 5
    alone = compute({Key("abay", "s55", "paper", "", "result", "5"): 4}, edition(), catalogue())
    assert is_few(without_few(alone, edition(), of_part=True).republic)
    assert without_few(alone, edition()).republic.score == 5
