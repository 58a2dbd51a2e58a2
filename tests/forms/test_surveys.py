"""Public surveys of a hundred questions and more, from the first question to the submission."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from defusedxml.ElementTree import fromstring

from gsmon_desktop.forms import check
from gsmon_desktop.forms.instance import read
from tests.forms.scenario import Scenario, snapshot
from tests.forms.surveys import FOLDER, table
from tests.forms.surveys.walk import answer_at_random, interview, walk

NAMES = ("household", "facility", "vaccination")
CHILD = {"births": "no"}


@pytest.mark.parametrize("name", NAMES)
def test_a_survey_is_long_and_has_no_findings(tmp_path: Path, name: str) -> None:
    (tmp_path / f"{name}.md").write_text(table(name), encoding="utf-8")
    for file in FOLDER.glob("*.csv"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    assert check(tmp_path / f"{name}.md").findings == ()
    elements = interview(name).form.elements.values()
    assert len([element for element in elements if element.shown]) >= 85
    assert len(elements) >= 130


def submitted(s: Scenario) -> str:
    """The submission, once it is seen that a draft resumed and the submission read back say the same."""
    assert (s.session.invalid(), s.session.missing()) == ([], [])
    assert snapshot(s.resumed().session) == snapshot(s.session)
    xml = s.session.finish()
    back = read(s.form, xml)
    assert {path: value for path, value in back.items() if value} == s.session.answers()
    again = Scenario(s.form, answers=back, language=s.session.language)
    assert again.session.answers() == s.session.answers()
    assert again.session.finish() == xml
    return xml


def per_row(name: str, values: list[str]) -> dict[str, str]:
    """Answers of a question in the first rows of the roster of people."""
    return {
        f"/data/interview/roster/person[{at}]/{name}": value for at, value in enumerate(values, 1) if value
    }


FAMILY = {
    "size": "4",
    "cluster": "12",
    "dwelling": "7",
    **per_row("name", ["Айгүл", "Болат", "Диас", "Ерлан"]),
    **per_row("relation", ["head", "spouse", "child", "other"]),
    **per_row("sex", ["f", "m", "m", "m"]),
    **per_row("knows_birth", ["yes", "no", "yes", "yes"]),
    **per_row("birth", ["1990-06-15", "", "2015-09-01", "2024-05-05"]),
    **per_row("age_said", ["", "41", "", ""]),
    **per_row("work/worked", ["yes", "no", "", ""]),
    **per_row("work/job", ["hired", "", "", ""]),
    **per_row("work/hours", ["40", "", "", ""]),
    **per_row("work/wage", ["350000", "", "", ""]),
    **per_row("school/level", ["higher", "college", "primary", ""]),
    "illness": "cold injury",
    "pregnant": "no",
    "born": "2024-05-05",
    "weight": "2400",
    "area": "50.5",
    "rooms": "2",
    "water": "pump",
    "minutes": "10",
    "clean": "boil filter",
    "shared": "no",
    "d_grain": "7",
    "c_food": "120000",
    "aid": "kids asp",
    "months": "12",
    "sum": "10000",
}


def test_a_household_from_the_door_to_the_submission() -> None:
    s = interview("household")
    asked = walk(s, FAMILY)
    assert len(asked) > 120
    person = "/data/interview/roster/person"
    ages = [s.session.value(f"{person}[{at}]/age") for at in (1, 2, 3, 4)]
    assert ages == ["34", "41", "9", "0"]
    assert s.offers("rayon") == ["cel", "bur"]
    assert f"{person}[3]/school/level" in asked
    assert [c.value for c in s.session.choices(f"{person}[3]/school/level")] == ["kinder", "primary"]
    assert f"{person}[4]/school/studied" not in asked
    assert f"{person}[3]/work/worked" not in asked
    assert f"{person}[2]/health/pregnant" not in asked
    assert s.session.rows(f"{person}[1]/health/child") == 1
    assert s.session.value(f"{person}[1]/health/child[1]/small") == "1"
    assert [s.session.value(f"{person}[{at}]/work/state") for at in (1, 2)] == ["employed", "unemployed"]
    assert (s["adults"], s["children"], s["employed"], s["unemployed"]) == ("2", "2", "1", "1")
    assert (s["wages"], s["oldest"], s["heads"], s["key"]) == ("350000", "41", "1", "akm-cel-12-7")
    assert s.label("who_all") == "Записаны: Айгүл, Болат, Диас, Ерлан. Взрослых 2, детей 2."
    assert s["respondent_name"] == "Айгүл"
    assert (s["per_person"], s.asks("crowded"), s.asks("storey"), s.asks("rent")) == (
        "12.6",
        True,
        False,
        False,
    )
    assert s["score"] == str(2 * 7 + 3 + 1 + 1 + 4 + 4 + 0.5 + 0.5).removesuffix(".0")
    assert (s["diet"], s["improved"], s["wealth"]) == ("border", "1", "6")
    assert s["total"] == str(120000 + 7)
    help_ = "/data/interview/help/aid_row"
    assert [s.session.label(f"{help_}[{at}]/months") for at in (1, 2)] == [
        "Пособие на детей: сколько месяцев?",
        "Адресная помощь: сколько месяцев?",
    ]
    assert s["aid_total"] == "240000"
    root = fromstring(submitted(s))
    assert root.findtext("{http://openrosa.org/xforms}meta/{http://openrosa.org/xforms}instanceName") == (
        "akm-cel-12-7 Айгүл"
    )
    assert [row.findtext("name") for row in root.findall("interview/roster/person")] == [
        "Айгүл", "Болат", "Диас", "Ерлан",
    ]  # fmt: skip


def test_a_household_that_is_not_met_ends_at_the_door() -> None:
    s = interview("household")
    asked = walk(s, {"result": "other", "why_not": "Дом снесён"})
    assert asked[-1] == "/data/contact/why_not"
    assert len(asked) == 9
    assert "<interview>" not in submitted(s)


def test_answers_of_a_roster_that_shrinks_come_back() -> None:
    s = interview("household")
    walk(s, FAMILY)
    before = snapshot(s.session)
    s.set("size", "1")
    assert s["names"] == "Айгүл"
    assert s.session.stored()["/data/interview/roster/person[4]/name"] == "Ерлан"
    assert "Ерлан" not in str(s.session.answers())
    s.set("size", "4")
    assert snapshot(s.session) == before


def test_the_mistakes_of_a_household_are_told_in_its_language() -> None:
    s = interview("household", language="kk")
    walk(s, FAMILY)
    person = "/data/interview/roster/person"
    s.session.set(f"{person}[3]/birth", "2026-01-01")
    s.session.set(f"{person}[1]/relation", "spouse")
    s.set("respondent", "3")
    s.set("clean", "boil nothing")
    assert s.invalid() == {
        f"{person}[1]/relation": "Алдымен отбасы басшысын жазыңыз.",
        f"{person}[3]/birth": "Күн болашақта бола алмайды.",
        "/data/interview/roster/respondent": "Жазылған ересек адам.",
        "/data/interview/water_g/clean": "«Ештеңе» басқасымен үйлеспейді.",
    }
    assert s.label("heads_wrong") == "Отбасы басшысы 0 жазылған, біреу болуы керек."
    s.set("oblast", "alm")
    assert s.invalid()["/data/place/rayon"]
    assert s.session.value("/data/place/rayon") == "cel"


VISIT = {
    "code": "AK0042",
    "kind": "clinic",
    "opens": "08:00",
    "closes": "18:30",
    "services": "general vaccines pharmacy",
    "doctor_posts": "5",
    "doctor_filled": "3",
    "doctor_present": "2",
    "visits": lambda path: {"1": "900", "2": "300", "3": "310"}[path.split("[")[1][0]],
    "insulin_stock": "no",
    "zinc_expiry": "2025-02-01",
    "why": "Не хватает врачей.",
    **{f"{name}_expiry": "2026-09-01" for name in ("amoxicillin", "paracetamol", "ors", "iron", "oxytocin")},
    **{f"{name}_expiry": "2026-09-01" for name in ("amlodipine", "salbutamol", "metformin")},
    **dict.fromkeys(("soap", "gloves", "sharps", "waste"), "2"),
}


def test_a_clinic_from_its_code_to_its_grade() -> None:
    s = interview("facility")
    asked = walk(s, VISIT)
    assert len(asked) > 80
    assert s.offers("services") == ["general", "vaccines", "pharmacy", "laboratory"]
    assert not any(name in path for path in asked for name in ("midwife", "lab_g", "beds", "births", "ward"))
    assert (s["open_hours"], s["doctor_gap"], s["gaps"]) == ("10.5", "2", "2")
    assert (s["equipment_points"], s["drugs_good"], s["drugs_enough"]) == ("10", "8", "true")
    assert s["control_points"] == "8"
    assert s["control_fine"] == "true"
    assert (s["visits_all"], s["per_doctor"]) == ("1510", "168")
    month = "/data/months/month"
    assert [s.session.value(f"{month}[{at}]/growth") for at in (1, 2, 3)] == ["", "-67", "3"]
    assert [s.session.relevant(f"{month}[{at}]/leap") for at in (1, 2, 3)] == [False, True, False]
    assert s.session.label(f"{month}[2]/leap") == "Visits changed by -67 %. Check the register."
    assert (s["points"], s["grade"], s["grade_shown"], s.asks("why")) == ("76", "A", "A", False)
    s.session.set_language("ru")
    assert s.label("sum_up") == "Баллов 76: A. Посещений 1510, вакансий 2."
    submitted(s)
    s.set("pressure_works", "no")
    s.set("soap", "0")
    s.set("services", "general vaccines")
    assert (s["grade"], s.asks("why")) == ("C", True)
    assert "/data/drugs/drugs_good" not in s.session.answers()
    s.set("services", "general vaccines pharmacy")
    assert s["grade"] == "A"


def test_a_hospital_has_wards_and_births() -> None:
    s = interview("facility")
    s.set("kind", "hospital")
    for at in (1, 2, 3):
        s.session.add(f"/data/months/month[{at}]/ward")
    wards = {"ward_name": "Терапия", "patients": "40", "bed_days": "300"}
    walk(s, VISIT | {"kind": "hospital", "beds": "120", "services": "general delivery surgery"} | wards)
    assert s["all_patients"] == str(4 * 40)
    assert s.session.value("/data/months/month[1]/ward_patients") == "80"
    assert s.session.value("/data/months/month[1]/ward[2]/stay") == "7.5"
    s.session.remove("/data/months/month[3]/ward", 1)
    assert s["all_patients"] == str(3 * 40)
    root = fromstring(submitted(s))
    assert [len(month.findall("ward")) for month in root.findall("months/month")] == [2, 1, 0]


KIDS = {
    "kids": "2",
    "mother": "Айгүл",
    "mother_birth": "1995-01-01",
    "weeks": "20",
    "/data/child[1]/name": "Диас",
    "/data/child[1]/birth": "2023-01-10",
    "/data/child[1]/card_date": "2023-01-12",
    "/data/child[2]/name": "Алия",
    "/data/child[2]/birth": "2024-12-20",
    "/data/child[2]/card": "none",
    "remembered": "bcg",
    "bcg_date": "2023-01-12",
    "hepb0_date": "2023-01-11",
    "penta1_date": "2023-03-08",
    "penta2_date": "2023-03-29",
    "penta3_date": "2023-05-20",
    "opv1_date": "2023-03-08",
    "opv2_date": "2023-04-20",
    "opv3_date": "2023-05-20",
    "pcv1_date": "2023-02-20",
    "pcv2_date": "2023-05-20",
    "mmr1_given": "no",
    "next_visit": "2025-03-15",
    "rota1_given": "mark",
    "rota2_given": "mark",
    "ipv_given": "mark",
    "pcv3_given": "mark",
    "fever_at": "2023-05-21T06:00:00+00:00",
    "degrees": "38.5",
    "phone": "+77011234567",
}


def test_doses_are_judged_by_their_dates() -> None:
    s = interview("vaccination", language="en")
    asked = walk(s, KIDS)
    first = "/data/child[1]"
    assert (s["clinic_phone"], s["expected"]) == ("+77172000001", "2025-07-19")
    assert (s.session.value(f"{first}/age_months"), s.session.value(f"{first}/age_weeks")) == ("25", "111")
    assert s.session.label(f"{first}/age_note") == "Диас: 25 months"

    def said(name: str) -> str:
        return s.session.value(f"{first}/doses/{name.rpartition('_')[0]}_g/{name}")

    assert (said("penta1_ok"), said("penta1_early")) == ("1", "0")
    assert (said("penta2_close"), said("penta2_early"), said("penta2_ok")) == ("1", "1", "0")
    assert (said("penta3_close"), said("penta3_ok"), said("opv3_ok")) == ("0", "1", "1")
    assert (said("pcv1_early"), said("pcv1_ok")) == ("1", "0")
    assert (said("mmr1_late"), said("mmr2_late")) == ("1", "0")
    assert f"{first}/doses/penta2_g/penta2_warn" in asked
    assert f"{first}/doses/mmr2_g/mmr2_given" not in asked
    assert f"{first}/doses/mmr1_g/mmr1_date" not in asked
    totals = [s.session.value(f"{first}/doses/{name}") for name in ("valid", "overdue", "full")]
    assert totals == ["8", "1", "0"]
    assert s.session.value(f"{first}/fever_hours") == "30"
    assert not any(path.startswith("/data/child[2]/doses") for path in asked)
    assert (s["with_card"], s["coverage"], s["overdue_all"]) == ("1", "0", "1")
    assert s.label("sum_up") == "1 with a card, 0 fully vaccinated, 1 doses overdue."
    submitted(s)
    s.session.set(f"{first}/doses/mmr1_g/mmr1_given", "date")
    s.session.set(f"{first}/doses/mmr1_g/mmr1_date", "2024-01-20")
    assert (s["coverage"], s["overdue_all"], s.asks("call")) == ("100", "0", False)
    s.session.set(f"{first}/doses/mmr1_g/mmr1_date", "2022-12-31")
    s.session.set(f"{first}/doses/bcg_g/bcg_batch", "b1")
    assert list(s.invalid().values()) == ["Two letters and 3 to 6 digits.", "Between birth and today."]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_is_answered_the_state_is_that_from_scratch(name: str, seed: int) -> None:
    chance = Random(seed)
    s = interview(name)
    walk(s, {"household": FAMILY, "facility": VISIT, "vaccination": KIDS}[name])
    for turn in range(120):
        answer_at_random(s, chance)
        if turn % 20 == 19:
            now = snapshot(s.session)
            again = s.resumed().session
            assert snapshot(again) == now
            for rule in s.form.graph.rules:
                again._engine.queue(rule)
            again._engine.run()
            assert again._engine.take_log() == ()
            assert snapshot(again) == now
