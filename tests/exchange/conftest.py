"""The workspace of the interviewing tests, and a central office that has accepted it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from gsmon_desktop import reference
from gsmon_desktop.store import Workspace
from tests.exchange.tools import acquaint
from tests.interviewing.conftest import survey_folder, ws
from tests.store.conftest import cheap
from tests.store.tools import noon

__all__ = ["cheap", "hq", "out", "survey_folder", "ws"]


@pytest.fixture
def hq(ws: Workspace, tmp_path: Path) -> Iterator[Workspace]:
    """The central office: it has no forms, and takes in what `ws` sends."""
    with Workspace.create(tmp_path / "hq", now=noon, name="Офис", role="hq") as made:
        acquaint(ws, made)
        yield made


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """The folder packages go to."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture(autouse=True)
def shipped_reference() -> Iterator[None]:
    """A pack changes what the whole process reads; the next test begins with what is shipped."""
    yield
    reference.use(Path("nowhere"))
