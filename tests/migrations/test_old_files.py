"""A workspace of every released version still opens, with everything in it."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from gsmon_desktop.interviewing import resume
from gsmon_desktop.store import Workspace, interviews, media
from tests.migrations.make import HERE, make
from tests.store.tools import noon

RELEASED = sorted(folder.name for folder in HERE.iterdir() if (folder / "gsmon.db").is_file())


@pytest.fixture(params=[*RELEASED, "this version"])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    """A copy of a released version's workspace, opened by this version."""
    folder = tmp_path / "old"
    if request.param == "this version":
        make(folder)
    else:
        shutil.copytree(HERE / request.param, folder)
    with Workspace.open(folder, now=noon) as ws:
        yield ws


def test_everything_is_there(old: Workspace) -> None:
    assert old.value("PRAGMA integrity_check") == "ok"
    assert old.query("PRAGMA foreign_key_check") == []
    rows = interviews.list(old, status=interviews.ANY, order="number")
    assert [(row.status, row.outcome, row.revision) for row in rows] == [
        ("finished", "complete", 1), ("finished", "refused", 1), ("draft", "", 2), ("deleted", "complete", 1),
        ("draft", "", 1),
    ]  # fmt: skip
    assert [row.number for row in interviews.list(old, text="семеновка", status="finished")] == [1]
    assert old.value("SELECT count(*) FROM score") == 2
    assert interviews.comments(old, 5) == {"/data/town": "со слов"}
    (photo,) = media.of(old, 5)
    content = old.vault.file_of(photo.sha256).read_bytes()
    assert hashlib.sha256(content).hexdigest() == photo.sha256


def test_drafts_go_on(old: Workspace) -> None:
    for row in interviews.list(old, status=interviews.DRAFT):
        interview = resume(old, row.id, now=noon)
        assert interview.session.stored() == interviews.answers(old, row.number)
        interview.answer("/data/age", "33")
        assert interviews.answers(old, row.number)["/data/older"] == "34"
