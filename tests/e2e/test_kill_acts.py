"""kill -9 at random moments of everything that writes: attaching, finishing, packages, copies, migrations."""

from __future__ import annotations

import random
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from gsmon_desktop.store import local_now
from tests.conftest import ROOT
from tests.e2e.acts import ACTS, Act
from tests.e2e.gsmon import environment


@dataclass(frozen=True)
class _Run:
    """What an act said, how many seconds it ran, whether it was killed."""

    said: str
    seconds: float
    killed: bool


def _run(act: Act, home: Path, patience: float | None) -> _Run:
    """Runs the act until the patience ends."""
    began, killed = local_now(), False
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
            killed = process.returncode != 0
    return _Run(said.decode(errors="ignore"), (local_now() - began).total_seconds(), killed)


def _kill(act: Act, folder: Path, times: int, seed: int) -> int:
    """Kills the act many times, each time on a fresh copy; how often it was killed before its end."""
    draw, killed = random.Random(seed), 0
    (folder / "first").mkdir()
    act.prepare(folder / "first")
    home = folder / "дом үй"
    shutil.copytree(folder / "first", home)
    done = _run(act, home, None)
    act.check(home, done.said)
    whole = done.seconds
    for _ in range(times):
        shutil.rmtree(home)
        shutil.copytree(folder / "first", home)
        done = _run(act, home, draw.uniform(0.5 * whole, whole))
        act.check(home, done.said)
        killed += done.killed
        if not done.killed:
            whole = min(whole, done.seconds)
    return killed


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_killed_a_few_times(act: Act, tmp_path: Path) -> None:
    _kill(act, tmp_path, 1, seed=3)


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_killed_many_times(act: Act, tmp_path: Path) -> None:
    assert _kill(act, tmp_path, 30, seed=4) >= 10
