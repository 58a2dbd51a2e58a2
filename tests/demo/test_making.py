"""A demo workspace made for real: through the form engine and the store, scored from what they kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random

import pytest

from gsmon_desktop import demo, reference, scoring
from gsmon_desktop.demo.draw import COMPLETE, contacts, counts
from gsmon_desktop.demo.making import DRAFTS, MARK
from gsmon_desktop.demo.sources import sources
from gsmon_desktop.demo.visits import PHOTOGRAPHED, TALKS
from gsmon_desktop.errors import GsmonError, sentence
from gsmon_desktop.field import control, methods
from gsmon_desktop.forms import load
from gsmon_desktop.interviewing import findings
from gsmon_desktop.paths import resources
from gsmon_desktop.reports.pictures import content, picture
from gsmon_desktop.reports.visits import visit, visits
from gsmon_desktop.store import Workspace, interviews

NOW = datetime(2025, 11, 24, 10, 0, tzinfo=timezone(timedelta(hours=5)))
INTERVIEWS, SEED = 120, 2025


def now() -> datetime:
    return NOW


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("demo") / "workspace"
    with demo.make(folder, interviews=INTERVIEWS, seed=SEED, now=now) as workspace:
        yield workspace


def test_what_is_kept_is_what_was_drawn(made: Workspace) -> None:
    drawn = contacts(INTERVIEWS, Random(SEED), sources())
    assert scoring.counts(made) == counts(drawn)
    outcomes = Counter(
        row["outcome"]
        for row in made.query(
            "SELECT outcome FROM interview WHERE status = 'finished' AND form_id = 'mass_survey'"
        )
    )
    assert outcomes == Counter(contact.outcome for contact in drawn)
    assert outcomes[COMPLETE] == INTERVIEWS
    assert interviews.count(made, status=interviews.DRAFT) == DRAFTS


def test_visits_have_photos_that_reports_show(made: Workspace) -> None:
    found = [visit(made, key, reference.catalogue(), "ru", now) for key in visits(made)]
    shown = [photo for each in found for photo in each.photos]
    assert len(shown) == 3 * sum(TALKS.count(form) for form in PHOTOGRAPHED)
    assert {picture(content(made, photo.sha256)) is None for photo in shown} == {False}
    assert all(photo.about != photo.caption for photo in shown)


def test_facts_are_kept_by_role(made: Workspace) -> None:
    roles = {row["role"] for row in made.query("SELECT DISTINCT role FROM fact")}
    rare = {
        "locality_other",
        "channel_other",
        "suggestions",
        "problems",
        "red_tape_kinds",
        "extra_costs_bearable",
    }
    rare |= {"corp_pension", "corp_real_estate", "corp_land", "c1414_speed", "c1414_complete"}
    survey = load(resources() / "forms" / "mass_survey.xlsx").by_role
    scored = {role for role in survey if reference.edition().roles[role] == "score"}
    assert set(survey) - roles <= rare | scored


def test_interviews_carry_their_own_times(made: Workspace) -> None:
    for row in made.query(
        """SELECT started, finished, seconds, interviewer FROM interview
        WHERE status = 'finished' AND form_id = 'mass_survey'"""
    ):
        assert row["started"] < row["finished"] < NOW.isoformat()
        assert 15 <= row["seconds"] <= 600
        assert row["interviewer"]


def test_a_second_demo_replaces_the_first(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    for seed in (1, 2):
        with demo.make(folder, interviews=2, seed=seed, now=now) as workspace:
            assert workspace.settings[MARK] == str(seed)
            assert len(workspace.query("SELECT * FROM interview WHERE outcome = 'complete'")) == 2


def test_nothing_else_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "diploma.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(GsmonError) as refused:
        demo.make(tmp_path, interviews=1, seed=1, now=now)
    assert refused.value.code == "demo.folder_taken"
    for language in ("ru", "kk", "en"):
        assert str(tmp_path) in sentence(refused.value, language)
    assert [file.name for file in tmp_path.iterdir()] == ["diploma.txt"]


def test_a_real_workspace_is_not_a_demo(tmp_path: Path) -> None:
    Workspace.create(tmp_path / "mine", now=now).close()
    with pytest.raises(GsmonError) as refused:
        demo.make(tmp_path / "mine", interviews=1, seed=1, now=now)
    assert refused.value.code == "demo.folder_taken"
    Workspace.open(tmp_path / "mine", now=now).close()


def test_every_method_has_records_plans_and_findings(made: Workspace) -> None:
    catalogue = reference.catalogue()
    forms = {row["form_id"] for row in made.query("SELECT DISTINCT form_id FROM interview")}
    assert forms == {path.stem for path in (resources() / "forms").glob("*.xlsx")}
    assert sum(each.done for each in methods.plan(made, catalogue, "mystery_shopping")) == 10
    assert sum(each.checked for each in control.shares(made)) > 0
    found = findings.register(made)
    assert {each.kind for each in found} == {"barrier", "recommendation"}
    late = made.query("SELECT id FROM interview WHERE finished > ?", [NOW.isoformat()])
    assert late == []
