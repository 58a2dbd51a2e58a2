"""Whatever is done, in whatever order: the disk holds exactly what the session holds."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.interviewing import Interview, record, resume, start
from gsmon_desktop.store import Workspace, interviews
from tests.interviewing.tools import PAPER, on_disk, put_survey
from tests.store.tools import NOON, noon

QUESTIONS = {
    "/data/consent": ["yes", "no", None],
    "/data/region": ["almaty", "astana", "mars", None],
    "/data/town": ["Ақсу", " ", None],
    "/data/service": ["s01", "s02", None],
    "/data/branch": ["paper", "electronic", None],
    "/data/staff": ["1", "5", "9", None],
    "/data/age": ["7", "40", "x", None],
    "/data/visit[1]/minutes": ["10", None],
    "/data/visit[2]/minutes": ["20", None],
    "/data/visit[2]/what": ["очередь", None],
}
STEP = st.one_of(
    st.sampled_from([(path, value) for path, values in QUESTIONS.items() for value in values]),
    st.sampled_from(
        [("add", 0), ("remove", 1), ("remove", 2), ("undo", 0), ("kk", 0), ("ru", 0), ("resume", 0)]
    ),
)


@pytest.fixture(scope="module")
def shared() -> Iterator[Workspace]:
    """One workspace for all examples; each begins its own interview."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Workspace.create(folder / "w", now=noon, name="Айгүл") as ws:
            put_survey(ws, folder)
            yield ws


def _do(ws: Workspace, interview: Interview, step: tuple[str, str | int | None]) -> Interview:
    match step:
        case ("add", _):
            interview.add("/data/visit")
        case ("remove", int(at)):
            interview.remove("/data/visit", at)
        case ("undo", _):
            interview.undo()
        case ("kk" | "ru" as language, _):
            interview.set_language(language)
        case ("resume", _):
            return resume(ws, interview.id, now=noon)
        case (path, value):
            interview.answer(path, value)  # type: ignore[arg-type]
    return interview


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEP, max_size=25))
def test_disk_is_the_session(shared: Workspace, steps: list[tuple[str, str | int | None]]) -> None:
    interview = start(shared, "visit", now=noon)
    for step in steps:
        try:
            interview = _do(shared, interview, step)
        except GsmonError:
            continue
        assert on_disk(shared, interview.number) == interview.session.stored(), step
    assert on_disk(shared, interview.number) == interview.session.stored()
    while interview.undo() is not None:
        assert on_disk(shared, interview.number) == interview.session.stored()
    assert resume(shared, interview.id, now=noon).session.stored() == interview.session.stored()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(sorted(PAPER)))
def test_recorded_is_the_same_as_typed(shared: Workspace, order: list[str]) -> None:
    recorded = record(
        shared, "visit", {path: PAPER[path] for path in order}, started=NOON, finished=NOON, now=noon
    )
    typed = start(shared, "visit", now=noon)
    for path, value in PAPER.items():
        typed.answer(path, value)
    typed.finish()
    first, second = (interviews.get(shared, id_) for id_ in (recorded, typed.id))
    assert _told(shared, first.number) == _told(shared, second.number)


def _told(ws: Workspace, number: int) -> tuple[object, ...]:
    """Everything but ids and times."""
    answers = {
        path: value
        for path, value in interviews.answers(ws, number).items()
        if path not in {"/data/meta/instanceID", "/data/start", "/data/end"}
    }
    scores = ws.query("SELECT item, score FROM score WHERE interview = ? ORDER BY item", [number])
    return answers, interviews.facts(ws, number), scores
