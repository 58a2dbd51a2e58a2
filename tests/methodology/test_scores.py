"""The rules of the methodology on counts small enough to reckon by hand."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gsmon_desktop.methodology.counts import Key, add
from gsmon_desktop.methodology.document import as_json
from gsmon_desktop.methodology.edition import Edition, parse_edition
from gsmon_desktop.methodology.scores import Scores, compute
from gsmon_desktop.paths import read_resource
from gsmon_desktop.reference import catalogue, edition

Rows = Mapping[tuple[str, ...], Mapping[str, int]]


def scores_of(rows: Rows, rules: Edition | None = None) -> Scores:
    counts = {Key(*cell, score): n for cell, by_score in rows.items() for score, n in by_score.items()}
    return compute(counts, rules or edition(), catalogue())


def paper(item: str, place: str = "con", service: str = "s14", region: str = "astana") -> tuple[str, ...]:
    return (region, service, "paper", place, item)


def electronic(item: str, service: str = "s59", region: str = "astana") -> tuple[str, ...]:
    return (region, service, "electronic", "portal", item)


def test_an_item_is_the_mean_of_its_answers_and_hard_to_say_is_apart() -> None:
    found = scores_of({paper("staff"): {"5": 6, "4": 2, "1": 1, "dk": 3}})
    item = found.services["s14"].forms["paper"].criteria["staff"].items["staff"]
    assert item.stat.score == pytest.approx(39 / 9)
    assert item.stat.satisfied == pytest.approx(6 / 9)
    assert (item.stat.n, item.dont_know, item.dk) == (9, 3, 0.25)
    assert item.distribution == (1, 0, 0, 2, 6)
    assert item.stat.band == "average"
    assert item.stat.warning


def test_a_criterion_and_a_form_are_unweighted_means() -> None:
    found = scores_of(
        {
            paper("info_find"): {"5": 1},
            paper("info_forms"): {"3": 99},
            paper("staff"): {"2": 7},
        }
    )
    form = found.services["s14"].forms["paper"]
    assert form.criteria["info"].stat.score == 4
    assert form.criteria["info"].stat.satisfied == 0.5
    assert form.stat.score == 3
    assert form.stat.satisfied == 0.25
    assert (form.stat.n, form.stat.respondents) == (107, 99)
    assert form.distribution == (0, 7, 99, 0, 1)


def test_a_zone_is_the_mean_of_items_not_of_criteria() -> None:
    found = scores_of(
        {
            paper("info_find"): {"5": 1},
            paper("info_navigate"): {"5": 1},
            paper("staff"): {"2": 1},
            paper("result"): {"1": 1},
        }
    )
    zones = found.services["s14"].forms["paper"].zones
    assert {zone: stat.score for zone, stat in zones.items()} == {"con": 4, "body": 1}


def test_at_the_body_itself_every_item_is_the_bodys() -> None:
    found = scores_of(
        {paper("staff", "body"): {"4": 2}, paper("staff", "con"): {"2": 2}, paper("result", ""): {"5": 1}}
    )
    form = found.services["s14"].forms["paper"]
    assert form.criteria["staff"].stat.score == 3
    assert {zone: stat.score for zone, stat in form.zones.items()} == {"body": 4.5, "con": 2}


@pytest.mark.parametrize(("place", "zone"), [("con", "con"), ("body", "body"), ("", "body")])
def test_feedback_on_paper_is_the_cons_where_it_served(place: str, zone: str) -> None:
    assert edition().zone("feedback_time", "paper", place) == zone
    assert edition().zone("feedback_time", "electronic", "con") == "body"


def test_a_service_is_the_mean_of_its_forms_whatever_their_numbers() -> None:
    found = scores_of({paper("result", service="s59"): {"5": 1}, electronic("result"): {"3": 99}})
    service = found.services["s59"]
    assert service.stat.score == 4
    assert service.stat.satisfied == 0.5
    assert service.zones["body"].score == 4
    assert service.stat.respondents == 100


def test_bodies_and_the_republic_are_means_of_services() -> None:
    found = scores_of(
        {
            electronic("result", "s03"): {"5": 1},
            electronic("info_portal", "s03"): {"3": 1},
            electronic("result", "s04"): {"2": 50},
            electronic("result", "s59"): {"1": 2},
        }
    )
    assert list(found.bodies) == ["АРРФР", "МИО"]
    body = found.bodies["АРРФР"]
    assert (body.stat.score, body.services) == (3, ("s03", "s04"))
    assert {zone: stat.score for zone, stat in body.zones.items()} == {"body": 3.5, "portal": 3}
    assert found.republic.score == pytest.approx((4 + 2 + 1) / 3)


def test_a_region_is_the_mean_of_its_forms_over_local_services() -> None:
    found = scores_of(
        {
            electronic("result", "s59"): {"5": 1},
            electronic("info_portal", "s59"): {"3": 1},
            electronic("result", "s60"): {"2": 5},
            paper("result", service="s59"): {"4": 1},
            paper("result", service="s14"): {"1": 9},
            paper("result", service="s14", region="abay"): {"1": 9},
        }
    )
    region = found.regions["astana"]
    assert {form: stat.score for form, stat in region.forms.items()} == {"paper": 4, "electronic": 3}
    assert region.stat.score == 3.5
    assert {form: stat.score for form, stat in region.local_forms.items()} == {"paper": 4, "electronic": 3.5}
    assert region.local.score == 3.75
    abay = found.regions["abay"]
    assert (abay.stat.score, abay.stat.n, abay.forms) == (None, 0, {})


def test_national_items_are_pooled() -> None:
    found = scores_of({electronic("result", "s03"): {"5": 1}, electronic("result", "s59"): {"1": 3}})
    assert found.national["electronic"].criteria["result"].stat.score == 2


def test_missing_is_null_never_zero() -> None:
    found = scores_of({paper("staff"): {"dk": 4}})
    document = json.loads(json.dumps(as_json(found)))
    service = document["services"][0]
    for stat in (
        document["republic"],
        service,
        service["forms"]["paper"]["criteria"]["staff"]["items"]["staff"],
    ):
        assert stat["n"] == 0
        assert {stat[key] for key in ("score", "satisfied", "band", "low", "high")} == {None}
    assert service["forms"]["paper"]["criteria"]["staff"]["items"]["staff"]["dk"] == 1
    empty = as_json(scores_of({}))
    assert empty["services"] == empty["bodies"] == empty["regions"] == []


def test_a_criterion_nobody_answered_does_not_weigh() -> None:
    found = scores_of({paper("staff"): {"dk": 4}, paper("result"): {"4": 1}})
    form = found.services["s14"].forms["paper"]
    assert form.stat.score == 4
    assert form.zones["con"].score is None


def test_answers_we_do_not_know_are_counted_apart() -> None:
    found = scores_of(
        {
            ("astana", "s99", "paper", "con", "staff"): {"5": 2},
            electronic("staff"): {"5": 3},
            ("mars", "s14", "paper", "con", "staff"): {"5": 1},
        }
    )
    assert found.ignored == {"staff paper s99": 2, "staff electronic s59": 3}
    assert found.regions == {}
    assert found.republic.n == 1


def test_the_document_is_the_one_scripts_rely_on() -> None:
    document = as_json(scores_of({paper("staff"): {"5": 3, "4": 1, "dk": 1}}))
    assert list(document) == ["edition", "republic", "services", "bodies", "regions"]
    stat = ["n", "score", "satisfied", "band", "low", "high"]
    (service,) = document["services"]  # type: ignore[misc]
    assert list(service) == ["service", *stat, "forms"]
    form = service["forms"]["paper"]
    assert list(form) == [*stat, "criteria", "zones"]
    assert list(form["criteria"]["staff"]) == [*stat, "items"]
    assert list(form["criteria"]["staff"]["items"]["staff"]) == [*stat, "dk"]
    assert form["zones"]["con"]["score"] == 4.75
    (body,) = document["bodies"]  # type: ignore[misc]
    assert list(body) == ["body", *stat, "zones"]
    (region,) = document["regions"]  # type: ignore[misc]
    assert list(region) == ["region", *stat, "forms"]


def _random_counts(chance: random.Random, n: int) -> dict[Key, int]:
    counts: dict[Key, int] = {}
    for _ in range(n):
        form = chance.choice(("paper", "electronic"))
        place = "portal" if form == "electronic" else chance.choice(("con", "body", ""))
        item = chance.choice(edition().items_of(form)).id
        service = chance.choice(tuple(catalogue().services))
        key = Key(
            chance.choice(tuple(catalogue().regions)), service, form, place, item, chance.choice("12345")
        )
        counts[key] = counts.get(key, 0) + 1
    return counts


@given(st.integers(0, 10**6))
def test_merged_counts_score_as_all_interviews_together(seed: int) -> None:
    chance = random.Random(seed)
    first, second = _random_counts(chance, 60), _random_counts(chance, 60)
    together = add(first, second)
    one_way = compute(together, edition(), catalogue())
    shuffled = list(together.items())
    chance.shuffle(shuffled)
    assert as_json(compute(dict(shuffled), edition(), catalogue())) == as_json(one_way)
    assert add(second, first) == together
    assert one_way.republic.n == sum(together.values())


NEXT_YEAR = """
id = "2026"
year = 2026
names = { ru = "Методика 2026", kk = "2026 әдістеме", en = "Methodology 2026" }
sources = [{ id = "draft", name = "A draft with a mobile zone and one new item" }]
forms = [
  { id = "paper", names = { ru = "Бумажная", kk = "Қағаз", en = "Paper" } },
  { id = "mobile", names = { ru = "Мобильная", kk = "Мобильді", en = "Mobile" } },
]
zones = [
  { id = "body", names = { ru = "Орган", kk = "Орган", en = "Body" } },
  { id = "app", names = { ru = "Приложение", kk = "Қосымша", en = "App" } },
]
places = [
  { id = "phone", forms = ["mobile"], zone = "app", names = { ru = "Тел.", kk = "Тел.", en = "Phone" } },
]
criteria = [{ id = "ease", names = { ru = "Легкость", kk = "Жеңілдік", en = "Ease" } }]
bands = [
  { id = "good", from = 3.50, sign = "+", names = { ru = "хорошо", kk = "жақсы", en = "good" } },
  { id = "bad", from = 0.00, sign = "-", names = { ru = "плохо", kk = "нашар", en = "bad" } },
]
red_tape_bands = [{ id = "any", from = 0.0, sign = "-", names = { ru = "есть", kk = "бар", en = "any" } }]
totals = { regions = ["local", "central"] }
preview = { warn_below = 5, few_below = 3 }
profile = { ages = [18, 60] }
roles = { region = "code" }

[[items]]
id = "ease_tap"
criterion = "ease"
zones = { mobile = "app" }
source = "draft"
names = { ru = "Легко нажимать", kk = "Басу оңай", en = "Easy to tap" }

[[items]]
id = "ease_read"
criterion = "ease"
zones = { mobile = "body", paper = "body" }
source = "draft"
names = { ru = "Легко читать", kk = "Оқу оңай", en = "Easy to read" }
"""


def test_another_edition_is_data() -> None:
    rules = parse_edition(NEXT_YEAR, "2026.toml")
    found = scores_of(
        {
            ("astana", "s14", "mobile", "", "ease_tap"): {"4": 6},
            ("astana", "s14", "mobile", "", "ease_read"): {"3": 6},
            ("astana", "s14", "mobile", "phone", "ease_read"): {"5": 6},
            ("astana", "s14", "paper", "", "ease_read"): {"2": 1},
        },
        rules,
    )
    service = found.services["s14"]
    assert service.forms["mobile"].stat.score == 4
    assert service.forms["mobile"].stat.band == "good"
    assert {zone: stat.score for zone, stat in service.forms["mobile"].zones.items()} == {
        "body": 3,
        "app": 4.5,
    }
    assert service.stat.score == 3
    assert (service.stat.band, service.stat.warning) == ("bad", False)
    assert found.regions["astana"].forms["mobile"].score == 4


def test_the_shipped_edition_differs_by_data_alone() -> None:
    text = read_resource("methodology/2025.toml").replace(
        'zones = { paper = "con" }', 'zones = { paper = "body" }'
    )
    found = scores_of({paper("staff"): {"5": 1}}, parse_edition(text, "2025.toml"))
    assert list(found.services["s14"].forms["paper"].zones) == ["body"]
