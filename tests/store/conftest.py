"""A workspace for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from gsmon_desktop.store import Workspace, keyfile
from tests.store.tools import noon


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    """A new workspace of Айгүл's, in a folder with a Kazakh name."""
    with Workspace.create(tmp_path / "жұмыс қалтасы", now=noon, name="Айгүл", region="almaty") as made:
        yield made


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trying a passphrase costs next to nothing."""
    monkeypatch.setattr(keyfile, "COST", keyfile.Cost(memory=32, iterations=1, lanes=1))
