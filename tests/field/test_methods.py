"""Plans of the methods beside the mass survey, and field control's shares, over a real workspace."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from gsmon_desktop import reference
from gsmon_desktop.field import control, methods
from gsmon_desktop.interviewing import add_form, record, start
from gsmon_desktop.paths import resources
from gsmon_desktop.store import Workspace
from tests.interviewing.tools import PAPER, put_survey
from tests.store.tools import noon


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "w", now=noon, name="Айгүл") as made:
        put_survey(made, tmp_path)
        for name in ("field_control", "test_call", "visit_portal"):
            add_form(made, resources() / "forms" / f"{name}.xlsx", now=noon)
        yield made


def surveyed(ws: Workspace, who: str, times: int) -> list[str]:
    """Complete interviews of the small questionnaire."""
    return [
        record(
            ws,
            "visit",
            PAPER | {"/data/phone": "87010000000"},
            started=noon(),
            finished=noon(),
            now=noon,
            interviewer=who,
        )
        for _ in range(times)
    ]


def checked(ws: Workspace, interview: str, who: str, result: str, verdict: str = "") -> None:
    """A call-back: answered with a verdict, or not."""
    presets = {"checked_interview": interview, "checked_interviewer": who, "region": "abay", "service": "s01"}
    check = start(ws, "field_control", now=noon, presets=presets)
    check.answer("/data/passport/control_way", "phone")
    check.answer("/data/passport/event_time", "10:00:00.000+05:00")
    check.answer("/data/calling/tries", "1")
    check.answer("/data/calling/call_result", result)
    if verdict:
        came_about = verdict != "rejected"
        check.answer("/data/verdict_gate/took_place", "yes" if came_about else "no")
        if came_about:
            for path in check.session.missing():
                choices = check.session.choices(path)
                if choices and "verdict" not in path and "has_" not in path:
                    check.answer(path, choices[0].value)
        check.answer("/data/decision/verdict", verdict)
        if verdict != "confirmed":
            check.answer("/data/decision/verdict_reason", "Так сказал респондент")
        check.answer("/data/findings/has_barriers", "no")
        check.answer("/data/findings/has_recommendations", "no")
    check.finish()


def test_nobody_has_a_share_before_there_are_interviews(ws: Workspace) -> None:
    assert list(control.shares(ws)) == []
    assert list(control.candidates(ws)) == []


def test_shares_count_checks_that_came_to_an_answer(ws: Workspace) -> None:
    asel, marat = surveyed(ws, "Асель", 10), surveyed(ws, "Марат", 3)
    checked(ws, asel[0], "Асель", "answered", "confirmed")
    checked(ws, asel[1], "Асель", "answered", "rejected")
    checked(ws, marat[0], "Марат", "no_answer")
    found = {each.interviewer: each for each in control.shares(ws)}
    assert (found["Асель"].complete, found["Асель"].checked, found["Асель"].rejected) == (10, 2, 1)
    assert found["Асель"].share == 0.2
    assert found["Асель"].behind == 0
    assert (found["Марат"].complete, found["Марат"].checked, found["Марат"].behind) == (3, 0, 1)
    assert [each.interviewer for each in control.shares(ws)] == ["Марат", "Асель"]


def test_a_checked_interview_is_counted_once_however_often_it_was_called(ws: Workspace) -> None:
    (key,) = surveyed(ws, "Асель", 1)
    checked(ws, key, "Асель", "no_answer")
    checked(ws, key, "Асель", "answered", "confirmed")
    (share,) = control.shares(ws)
    assert (share.checked, share.share) == (1, 1.0)
    (candidate,) = control.candidates(ws, part=control.CHECKED)
    assert (candidate.verdict, candidate.tries) == ("confirmed", 2)


def test_candidates_by_interviewer_and_by_state(ws: Workspace) -> None:
    asel, marat = surveyed(ws, "Асель", 2), surveyed(ws, "Марат", 1)
    checked(ws, asel[0], "Асель", "answered", "partly")
    checked(ws, marat[0], "Марат", "no_answer")
    assert {each.id for each in control.candidates(ws)} == {*asel, *marat}
    assert [each.id for each in control.candidates(ws, part=control.UNCHECKED)] == [asel[1]]
    assert [each.id for each in control.candidates(ws, part=control.NOT_REACHED)] == marat
    (done,) = control.candidates(ws, part=control.CHECKED, interviewer="Асель")
    assert (done.id, done.verdict, done.phone, done.service) == (asel[0], "partly", "87010000000", "s01")
    assert list(control.candidates(ws, part=control.CHECKED, interviewer="Марат")) == []


def test_plan_counts_what_came_about(ws: Workspace) -> None:
    catalogue = reference.catalogue()
    planned = {each.service: each.target for each in methods.plan(ws, catalogue, "mystery_shopping")}
    assert planned == {s.id: s.n_mystery for s in catalogue.services.values() if s.n_mystery}
    assert sum(planned.values()) == 20
    service = next(iter(planned))
    call = start(ws, "test_call", now=noon, presets={"service": service, "region": "abay"})
    for path, value in {
        "passport/locality": "other",
        "passport/locality_other": "Семей",
        "passport/line": "1414",
        "passport/dialled": "1414",
        "passport/event_time": "10:00:00.000+05:00",
        "passport/interview_language": "ru",
        "reaching/tries": "3",
        "reaching/reached": "no",
        "reaching/not_held_reason": "Гудки",
        "findings/has_barriers": "no",
        "findings/has_recommendations": "no",
    }.items():
        call.answer(f"/data/{path}", value)
    call.finish()
    done = {each.service: each.done for each in methods.plan(ws, catalogue, "mystery_shopping")}
    assert set(done.values()) == {0}, "a test call is not a visit"
    assert methods.plan(ws, catalogue, "desk_research") == []
    assert sum(each.target for each in methods.plan(ws, catalogue, "depth_interview")) == 41
    assert sum(each.target for each in methods.plan(ws, catalogue, "focus_group")) == 11


def test_every_built_in_questionnaire_belongs_to_one_method() -> None:
    known = [form for method in methods.METHODS.values() for form in method.forms]
    known += [methods.MASS_SURVEY, methods.FIELD_CONTROL]
    assert sorted(known) == sorted(path.stem for path in (resources() / "forms").glob("*.xlsx"))
