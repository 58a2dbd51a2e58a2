"""A workspace with the small questionnaire, made once a test."""

from __future__ import annotations

from pathlib import Path

import pytest

from gsmon_desktop.store import Workspace, local_now
from tests.interviewing.tools import put_survey


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Айгүл's workspace with the questionnaire `visit`, closed."""
    folder = tmp_path / "жұмыс"
    with Workspace.create(folder, now=local_now, name="Айгүл") as ws:
        put_survey(ws, tmp_path)
    return folder
