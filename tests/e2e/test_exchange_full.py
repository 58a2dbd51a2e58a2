"""Sticks and computers without room while packages travel: a sentence, and all goes on when there is room."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from gsmon_desktop.store import Workspace, local_now
from tests.e2e.gsmon import run
from tests.e2e.test_exchange import acquaint, office, said
from tests.exchange.drives import fat32
from tests.exchange.tools import give_with_photo
from tests.media.tools import bare_photo
from tests.store.tools import disk, fill_up

__all__ = ["office"]


def _given(workspace: Path, office: Path, tmp_path: Path) -> None:
    with Workspace.open(workspace, now=local_now) as ws:
        for at in range(3):
            give_with_photo(ws, tmp_path, bare_photo(at, 850))
    acquaint(workspace, office)


def _refused(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 2, done.stdout
    assert "Traceback" not in done.stderr
    return done.stderr


def _full_target(workspace: Path, office: Path, tmp_path: Path, drive: Path) -> list[str]:
    _given(workspace, office, tmp_path)
    ballast = fill_up(drive, leave=40_000)
    told = [
        _refused(run("--workspace", workspace, "sync", drive)),
        _refused(run("--workspace", workspace, "export", "--to", drive)),
    ]
    assert [file for file in drive.rglob("*") if file.is_file()] == [ballast]
    ballast.unlink()
    said(workspace, "sync", drive)
    assert said(office, "sync", drive)["accepted"] == 3
    return told


def test_a_full_stick(workspace: Path, office: Path, tmp_path: Path) -> None:
    with disk(tmp_path / "stick", "8m") as drive:
        told = _full_target(workspace, office, tmp_path, drive)
    assert all("The disk is full" in each for each in told)


def test_a_full_fat_stick(workspace: Path, office: Path, tmp_path: Path) -> None:
    """Its sentence is not asked: fusefat does not name a full drive as such."""
    with fat32(tmp_path) as drive:
        _full_target(workspace, office, tmp_path, drive)


def test_a_full_office(workspace: Path, office: Path, tmp_path: Path) -> None:
    _given(workspace, office, tmp_path)
    share = tmp_path / "share"
    share.mkdir()
    said(workspace, "sync", share)
    with disk(tmp_path / "small", "24m") as small:
        here = small / "office"
        shutil.copytree(office, here)
        ballast = fill_up(small, leave=60_000)
        assert "The disk is full" in _refused(run("--workspace", here, "import", share))
        ballast.unlink()
        assert said(here, "import", share)["accepted"] == 3
