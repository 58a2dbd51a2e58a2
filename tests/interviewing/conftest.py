"""A workspace with the small questionnaire in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from gsmon_desktop.store import Workspace
from tests.interviewing.tools import put_survey
from tests.store.tools import noon


@pytest.fixture(scope="session")
def survey_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the questionnaire's file is made."""
    return tmp_path_factory.mktemp("survey")


@pytest.fixture
def ws(tmp_path: Path, survey_folder: Path) -> Iterator[Workspace]:
    """Айгүл's workspace with the questionnaire `visit`."""
    with Workspace.create(tmp_path / "жұмыс", now=noon, name="Айгүл") as made:
        put_survey(made, survey_folder)
        yield made
