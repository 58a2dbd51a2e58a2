"""The mass survey filled in by the engine: everyone is asked what concerns them, nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from functools import cache

import pytest

from gsmon_desktop import reference
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms import Form, Session, load
from gsmon_desktop.paths import resources

NOW = datetime(2025, 11, 24, 10, 0, tzinfo=timezone(timedelta(hours=5)))

PASSPORT = {
    "region": "atyrau",
    "locality": "atyrau_atyrau",
    "reach": "exit",
    "interview_place": "con",
    "place_name": "ЦОН № 1",
    "interview_language": "kk",
}
AGREED = {"consent": "yes", "eligible": "yes"}
ADULT = {
    "sex": "female",
    "age": "34",
    "legal_status": "individual",
    "residency": "citizen",
    "access_needs": "no",
}
NOTHING_MORE = {
    "ecp_asked": "no",
    "extra_costs": "none",
    "red_tape": "no",
    "c1414_called": "no",
    "corp_parts": "none",
    "egov_overall": "dk",
    "callback": "no",
}


@cache
def form() -> Form:
    return load(resources() / "forms" / "mass_survey.xlsx")


@cache
def paths() -> Mapping[str, str]:
    return {element.name: element.path for element in form().root.walk()}


class Interview:
    """A session whose questions are named, not addressed."""

    def __init__(self, *filled: Mapping[str, str], last_saved: Mapping[str, str] | None = None) -> None:
        self.session = Session(form(), now=lambda: NOW, username="Айгерим Н.", last_saved=last_saved)
        for answers in filled:
            self.answer(answers)

    def answer(self, answers: Mapping[str, str]) -> None:
        for name, value in answers.items():
            assert self.session.relevant(paths()[name]), name
            self.session.set(paths()[name], value)

    def scores(self, value: str = "5") -> int:
        """Answers every scored question that is asked and empty; how many there were."""
        scored = [path for path in self.session.missing() if self.is_scored(path)]
        for path in scored:
            self.session.set(path, value)
        return len(scored)

    def is_scored(self, path: str) -> bool:
        return form().elements[path].list_name == "score"

    def asked(self) -> set[str]:
        return {path.rsplit("/", 1)[1] for path in self.session.asked()}

    def missing(self) -> set[str]:
        return {path.rsplit("/", 1)[1] for path in self.session.missing()}

    def invalid(self) -> set[str]:
        return {problem.path.rsplit("/", 1)[1] for problem in self.session.invalid()}

    def finish(self) -> Mapping[str, str]:
        self.session.finish()
        return self.session.roles()


def items_of(form_id: str, *left_out: str) -> set[str]:
    edition = reference.edition()
    return {item.id for item in edition.items_of(form_id) if item.criterion not in left_out}


def test_on_paper_at_a_con() -> None:
    interview = Interview(PASSPORT, AGREED, {"service": "s40"}, ADULT, {"branch_asked": "paper"})
    assert {
        "channel",
        "login",
        "place_asked",
        "paid_asked",
        "place_name_service",
    } & interview.asked() == set()
    interview.scores()
    interview.answer({"p_complained": "no"})
    interview.answer(NOTHING_MORE)
    roles = interview.finish()
    assert set(interview.session.items()) == items_of("paper", "cost", "feedback")
    assert roles["branch"] == "paper"
    assert roles["place"] == "con"
    assert roles["place_name"] == "ЦОН № 1"
    assert roles["outcome"] == "complete"
    assert roles["interviewer"] == "Айгерим Н."
    assert roles["paid"] == "no"


def test_on_paper_at_the_body_after_a_complaint() -> None:
    at_the_body = {key: value for key, value in PASSPORT.items() if key != "place_name"} | {
        "interview_place": "body"
    }
    interview = Interview(at_the_body, AGREED, {"service": "s58"}, ADULT, {"branch_asked": "paper"})
    interview.scores("4")
    interview.answer({"p_complained": "yes"})
    assert interview.scores("2") == 2
    interview.answer(NOTHING_MORE)
    roles = interview.finish()
    assert set(interview.session.items()) == items_of("paper", "cost")
    assert roles["place"] == "body"
    assert "place_name" not in roles
    assert roles["complained"] == "yes"


def test_where_both_places_take_papers_the_place_is_asked() -> None:
    elsewhere = {key: value for key, value in PASSPORT.items() if key != "place_name"}
    elsewhere |= {"reach": "snowball", "interview_place": "other"}
    interview = Interview(elsewhere, AGREED, {"service": "s44"}, ADULT, {"branch_asked": "paper"})
    assert "place_asked" in interview.missing()
    interview.answer({"place_asked": "con", "place_name_service": "ЦОН № 2"})
    assert interview.session.by_role("place") == "con"
    assert interview.session.by_role("place_name") == "ЦОН № 2"
    interview.answer({"place_asked": "body"})
    assert "place_name_service" not in interview.asked()


def test_a_service_of_one_form_is_not_asked_its_form() -> None:
    interview = Interview(PASSPORT, AGREED, {"service": "s03"}, ADULT)
    assert "branch_asked" not in interview.asked()
    assert interview.session.by_role("branch") == "electronic"
    assert interview.session.by_role("place") == "portal"
    interview.answer({"service": "s14"})
    assert interview.session.by_role("branch") == "paper"
    assert "place_asked" in interview.asked()


def test_online_with_a_digital_signature() -> None:
    interview = Interview(
        PASSPORT, AGREED, {"service": "s03"}, ADULT, {"channel": "elicense", "login": "eds"}
    )
    assert "ecp_asked" not in interview.asked()
    interview.scores()
    interview.answer({"assistant_used": "no", "e_complained": "no"})
    interview.answer({name: value for name, value in NOTHING_MORE.items() if name != "ecp_asked"})
    roles = interview.finish()
    assert set(interview.session.items()) == items_of("electronic", "assistant", "feedback")
    assert roles["ecp_used"] == "yes"
    assert roles["ecp_get"] == roles["ecp_use"] == "5"
    assert roles["paid"] == "yes"


def test_online_with_everything_one_can_meet() -> None:
    interview = Interview(PASSPORT, AGREED, {"service": "s72"}, ADULT)
    interview.answer(
        {"channel": "other", "channel_other": "сайт ведомства", "login": "password", "paid_asked": "yes"}
    )
    interview.answer({"assistant_used": "yes", "e_complained": "yes", "ecp_asked": "yes"})
    interview.answer(
        {"extra_costs": "transport other", "extra_costs_other": "перевод", "extra_costs_bearable": "partly"}
    )
    interview.answer(
        {"red_tape": "yes", "red_tape_kinds": "delay other", "red_tape_other": "теряли заявление"}
    )
    interview.answer(
        {"corruption": "no_answer", "c1414_called": "yes", "corp_parts": "con pension real_estate land"}
    )
    interview.scores("3")
    interview.answer({"days_taken": "30", "problems": "Долго", "suggestions": "Быстрее", "callback": "yes"})
    interview.answer({"phone": "+7 701 123 45 67"})
    interview.scores("3")
    assert interview.session.missing() == []
    roles = interview.finish()
    assert set(interview.session.items()) == items_of("electronic")
    assert roles["corp_land"] == roles["c1414_speed"] == roles["egov_overall"] == "3"
    assert roles["days_late"] == "25"
    assert set(form().by_role) - set(roles) == {"locality_other"}


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ({"consent": "no"}, "refused"),
        ({"consent": "yes", "eligible": "no"}, "not_eligible"),
        ({"consent": "yes", "eligible": "underage"}, "not_eligible"),
    ],
)
def test_the_interview_ends_at_the_door(answers: Mapping[str, str], outcome: str) -> None:
    interview = Interview(PASSPORT, answers)
    roles = interview.finish()
    assert roles["outcome"] == outcome
    assert interview.session.items() == {}
    assert "service" not in roles
    assert [page.path for page in interview.session.pages()] == ["/data/passport", "/data/screening"]


def test_a_minor_is_asked_only_about_a_first_document() -> None:
    interview = Interview(PASSPORT, AGREED, {"service": "s14"}, {**ADULT, "age": "16"})
    assert interview.invalid() == set()
    interview.answer({"service": "s59"})
    assert interview.invalid() == {"age"}
    interview.answer({"age": "15", "service": "s14"})
    assert interview.invalid() == {"age"}
    interview.session.set_language("kk")
    assert "жеке куәлік" in interview.session.invalid()[0].message


def test_places_follow_the_region_and_may_be_another() -> None:
    interview = Interview({"region": "ulytau"})
    offered = [choice.value for choice in interview.session.choices(paths()["locality"])]
    assert offered[0] == "ulytau_zhezkazgan"
    assert offered[-1] == "other"
    assert all(value.startswith("ulytau_") for value in offered[:-1])
    interview.answer({"locality": "other"})
    assert "locality_other" in interview.missing()
    interview.answer({"locality_other": "Жайрем", "region": "astana"})
    assert "locality" not in interview.invalid()


def test_the_place_is_remembered_from_the_interview_before() -> None:
    before = Interview(PASSPORT, {"consent": "no"})
    before.finish()
    after = Interview(last_saved=before.session.answers())
    assert {name: after.session.value(paths()[name]) for name in PASSPORT} == {
        **PASSPORT,
        "interview_language": "",
    }
    assert after.missing() == {"interview_language", "consent"}


def test_nothing_goes_with_none() -> None:
    interview = Interview(PASSPORT, AGREED, {"service": "s03"}, ADULT, {"extra_costs": "none transport"})
    interview.answer({"corp_parts": "none con"})
    assert interview.invalid() == {"extra_costs", "corp_parts"}


@pytest.mark.parametrize(
    ("service", "days", "late", "noted"),
    [
        ("s03", "28", "0", False),
        ("s03", "40", "12", True),
        ("s15", "0", "0", False),
        ("s33", "700", "", False),
    ],
)
def test_days_are_compared_with_the_term(service: str, days: str, late: str, noted: bool) -> None:
    interview = Interview(PASSPORT, AGREED, {"service": service}, ADULT, {"days_taken": days})
    assert interview.session.by_role("days_late") == late
    assert ("days_note" in interview.asked()) == noted
    assert interview.invalid() == set()
    if noted:
        assert "28" in interview.session.question(paths()["days_note"]).label


@pytest.mark.parametrize(
    "good", ["+7 701 123 45 67", "87011234567", "7011234567", "+7(747)000-00-00", "7 701 1234567"]
)
def test_phone_numbers_as_people_write_them(good: str) -> None:
    interview = Interview(PASSPORT, AGREED, {"service": "s03"}, ADULT, {"callback": "yes", "phone": good})
    assert interview.invalid() == set()


@pytest.mark.parametrize("bad", ["701123456", "+7 601 123 45 67", "позвоните сестре", "+7 701 123 45 67 8"])
def test_a_number_that_cannot_be_dialled_is_said(bad: str) -> None:
    interview = Interview(PASSPORT, AGREED, {"service": "s03"}, ADULT, {"callback": "yes", "phone": bad})
    assert interview.invalid() == {"phone"}


def test_a_mobile_without_consent_to_call_is_not_asked() -> None:
    interview = Interview(PASSPORT, AGREED, {"service": "s03"}, ADULT, {"callback": "no"})
    with pytest.raises(AssertionError):
        interview.answer({"phone": "+7 701 123 45 67"})


def test_an_unfinished_interview_cannot_be_finished() -> None:
    interview = Interview(PASSPORT, AGREED, {"service": "s03"})
    with pytest.raises(GsmonError) as refused:
        interview.finish()
    assert refused.value.code == "interview.unfinished"


KEYS = {"integer": 3, "text": 1, "select_multiple": 2}
"""Keys of an answer: two digits and Enter; Enter on what may stay empty; a choice and Enter. Else one key."""


@pytest.mark.parametrize(
    ("service", "way"),
    [
        ("s40", {"branch_asked": "paper", "p_complained": "no"}),
        ("s58", {"branch_asked": "electronic", "channel": "egov", "login": "eds"}),
        ("s03", {"channel": "elicense", "login": "eds"}),
    ],
)
def test_the_shortest_interview_stays_under_seventy_keys(service: str, way: Mapping[str, str]) -> None:
    before = Interview(PASSPORT, {"consent": "no"})
    before.finish()
    interview = Interview(last_saved=before.session.answers())
    remembered = set(interview.session.answers())
    gates = {"assistant_used": "no", "e_complained": "no"} if "channel" in way else {}
    interview.answer({"interview_language": "kk", **AGREED, "service": service, **ADULT, **way, **gates})
    interview.scores()
    rest = {name: value for name, value in NOTHING_MORE.items() if name in interview.asked()}
    interview.answer(rest)
    interview.session.finish()
    keys = 1  # Ctrl+Enter
    for page in interview.session.pages():
        keys += 1  # Enter to the next page
        for path in page.questions:
            element = form().elements[path]
            if path not in remembered and element.type != "note":
                keys += 3 if element.name == "service" else KEYS.get(element.type, 1)
    assert keys < 65
