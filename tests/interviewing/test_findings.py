"""The register of findings: read from what was submitted, and a new state travels as a correction."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.interviewing import Interview, add_form, findings, reopen, resume, start
from gsmon_desktop.paths import resources
from gsmon_desktop.store import Workspace, interviews
from tests.interviewing.tools import events
from tests.store.tools import noon


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "w", now=noon, name="Айгүл") as made:
        add_form(made, resources() / "forms" / "desk_research.xlsx", now=noon)
        yield made


def begun(ws: Workspace, service: str) -> Interview:
    """A desk research with everything but its findings."""
    interview = start(ws, "desk_research", now=noon, presets={"service": service})
    for path, value in {
        "passport/period_from": "2025-01-01",
        "passport/period_to": "2025-06-30",
        "sources/source_kind": "law",
        "sources/source_title": "Правила оказания услуги",
        "sources/source_notes": "Срок два дня",
        "statistics/has_statistics": "no",
        "compare/has_mismatches": "no",
        "summary/main_points": "Портал отстаёт от правил",
    }.items():
        choices = interview.session.choices(f"/data/{path}") if path.endswith("source_kind") else ()
        interview.answer(f"/data/{path}", choices[0].value if choices else value)
    return interview


def researched(ws: Workspace, service: str, *recommendations: str) -> str:
    """A finished desk research with a barrier and recommendations; its id."""
    interview = begun(ws, service)
    interview.answer("/data/findings/has_barriers", "yes")
    interview.answer("/data/barriers[1]/barrier_kind", "technical")
    interview.answer("/data/barriers[1]/barrier", "Портал не принимает файл")
    interview.answer("/data/barriers[1]/barrier_addressee", "portal")
    interview.answer("/data/findings/has_recommendations", "yes" if recommendations else "no")
    for at, text in enumerate(recommendations, start=1):
        if interview.session.rows("/data/recommendations") < at:
            interview.add("/data/recommendations")
        interview.answer(f"/data/recommendations[{at}]/recommendation", text)
        interview.answer(f"/data/recommendations[{at}]/addressee", "body")
    interview.finish()
    return interview.id


def test_register_lists_rows_of_finished_interviews(ws: Workspace) -> None:
    key = researched(ws, "s01", "Исправить срок", "Вернуть кнопку")
    begun(ws, "s02")  # a draft has no findings yet
    found = findings.register(ws)
    assert [(each.kind, each.path, each.text) for each in found] == [
        ("barrier", "/data/barriers[1]", "Портал не принимает файл"),
        ("recommendation", "/data/recommendations[1]", "Исправить срок"),
        ("recommendation", "/data/recommendations[2]", "Вернуть кнопку"),
    ]
    assert {each.interview for each in found} == {key}
    assert (found[0].nature, found[0].addressee, found[0].state) == ("technical", "portal", "")
    assert (found[1].nature, found[1].addressee, found[1].state) == ("", "body", "proposed")
    assert found[1].service == "s01"


def test_answers_no_longer_asked_are_no_findings(ws: Workspace) -> None:
    interview = begun(ws, "s01")
    interview.answer("/data/findings/has_barriers", "yes")
    interview.answer("/data/barriers[1]/barrier", "Передумали")
    interview.answer("/data/findings/has_barriers", "no")
    interview.answer("/data/findings/has_recommendations", "no")
    interview.finish()
    assert list(findings.register(ws)) == []


def test_new_state_is_a_revision_with_its_reason(ws: Workspace) -> None:
    key = researched(ws, "s01", "Исправить срок", "Вернуть кнопку")
    second = findings.register(ws)[2]
    findings.set_state(ws, second, "sent", reason="Письмо № 7", now=noon)
    states = [each.state for each in findings.register(ws)]
    assert states == ["", "proposed", "sent"]
    row = interviews.get(ws, key)
    assert (row.status, row.revision) == ("finished", 2)
    assert interviews.revisions(ws, row.number)[1]["reason"] == "Письмо № 7"
    assert events(ws, row.number)[-4:] == ["reopened", "resumed", "answered", "finished"]


def test_state_that_cannot_be_leaves_everything_as_it_was(ws: Workspace) -> None:
    key = researched(ws, "s01", "Исправить срок")
    barrier, recommendation = findings.register(ws)
    for finding, state, reason, code in (
        (barrier, "sent", "так", "findings.state"),
        (recommendation, "forgotten", "так", "findings.state"),
        (recommendation, "sent", " ", "interview.reason"),
    ):
        with pytest.raises(GsmonError) as caught:
            findings.set_state(ws, finding, state, reason=reason, now=noon)
        assert caught.value.code == code
    assert interviews.get(ws, key).revision == 1


def test_recommendation_taken_out_meanwhile_is_told_and_nothing_changes(ws: Workspace) -> None:
    key = researched(ws, "s01", "Исправить срок", "Вернуть кнопку")
    second = findings.register(ws)[2]
    reopen(ws, key, "лишнее", now=noon)
    interview = resume(ws, key, now=noon)
    interview.remove("/data/recommendations", 2)
    interview.finish()
    with pytest.raises(GsmonError):
        findings.set_state(ws, second, "sent", reason="так", now=noon)
    row = interviews.get(ws, key)
    assert (row.status, row.revision) == ("finished", 2)
