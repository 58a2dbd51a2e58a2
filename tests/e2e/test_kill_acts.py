"""kill -9 at random moments of everything that writes: attaching, finishing, packages, copies, migrations."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

import pytest

from gsmon_desktop.store import local_now
from tests.conftest import ROOT
from tests.e2e.acts import ACTS, Act
from tests.e2e.gsmon import environment


def _run(act: Act, home: Path, patience: float | None) -> tuple[str, float]:
    """Runs the act until the patience ends; what it said, and how long it ran."""
    began = local_now()
    with subprocess.Popen(
        act.command(home), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env=environment(), cwd=ROOT,
    ) as process:  # fmt: skip
        try:
            said, trouble = process.communicate(act.stdin(home).encode(), timeout=patience)
            assert process.returncode == 0, trouble.decode()
        except subprocess.TimeoutExpired:
            process.kill()
            said, _ = process.communicate()
    return said.decode(errors="ignore"), (local_now() - began).total_seconds()


def _kill(act: Act, folder: Path, times: int, seed: int) -> int:
    """Kills the act many times, each time on a fresh copy; how often it was killed before its end."""
    draw, killed = random.Random(seed), 0
    (folder / "first").mkdir()
    act.prepare(folder / "first")
    home = folder / "дом үй"
    shutil.copytree(folder / "first", home)
    said, whole = _run(act, home, None)
    act.check(home, said)
    for _ in range(times):
        shutil.rmtree(home)
        shutil.copytree(folder / "first", home)
        said, seconds = _run(act, home, draw.uniform(0.5 * whole, whole))
        act.check(home, said)
        killed += seconds < whole
        whole = min(whole, max(seconds, 0.9 * whole))
    return killed


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_killed_a_few_times(act: Act, tmp_path: Path) -> None:
    _kill(act, tmp_path, 1, seed=3)


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_killed_many_times(act: Act, tmp_path: Path) -> None:
    assert _kill(act, tmp_path, 30, seed=4) >= 10
