"""kill -9 at any moment loses nothing that was acknowledged.

A real `gsmon interview fill` reads its steps from a file and writes its replies into one; it is killed at a
random moment. Afterwards the workspace is opened: it is whole, and the interview is exactly as after the last
acknowledged step, or after the one that was being written.
"""

from __future__ import annotations

import json
import random
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from gsmon_desktop.store import local_now
from tests.conftest import ROOT
from tests.e2e.filling import LAST_SAVED, check
from tests.e2e.filling import script as made_up
from tests.e2e.gsmon import COMMAND, environment, steps
from tests.media.tools import bare_photo


def _run(
    workspace: Path, script: list[dict[str, Any]], patience: Patience
) -> tuple[list[dict[str, Any]], float]:
    """Runs the script until the patience ends; the replies it wrote, and its seconds after the first."""
    stdin = workspace.parent / "steps.jsonl"
    stdin.write_text(steps(script), encoding="utf-8")
    command = [*COMMAND, "--workspace", str(workspace), "interview", "fill", "--form", "visit"]
    with (
        stdin.open("rb") as source,
        subprocess.Popen(
            command, stdin=source, stdout=subprocess.PIPE, env=environment(), cwd=ROOT
        ) as process,
    ):
        assert process.stdout is not None
        if patience.start_up is not None:
            _kill_after(process, patience.start_up)
        told = process.stdout.readline()
        began = local_now()
        _kill_after(process, patience.steps)
        seconds = (local_now() - began).total_seconds()
        told += process.stdout.read()
    whole, _, _ = told.decode(errors="ignore").rpartition("\n")
    return [json.loads(line) for line in whole.splitlines()], seconds


@dataclass(frozen=True)
class Patience:
    """Seconds before the kill: from the start (None: not then), and after the first reply."""

    start_up: float | None
    steps: float


def _kill_after(process: subprocess.Popen[bytes], seconds: float) -> None:
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()


def _kill(workspace: Path, times: int, seed: int) -> Counter[str]:
    draw = random.Random(seed)
    photo = workspace.parent / "photo.jpg"
    photo.write_bytes(bare_photo(draw.randrange(1000), 650))
    script, came = made_up(draw, photo), Counter[str]()
    replies, whole = _run(workspace, script, Patience(None, 60))
    assert check(workspace, script, replies, {}) == "after"
    for at in range(times):
        photo.write_bytes(bare_photo(draw.randrange(1000), 650))
        script = made_up(draw, photo)
        start_up = at % 8 == 0
        patience = Patience(draw.uniform(0, 1) if start_up else None, draw.uniform(0, whole))
        replies, seconds = _run(workspace, script, patience)
        came[end := check(workspace, script, replies, LAST_SAVED)] += 1
        whole = min(whole, seconds) if end == "after" else whole
    return came


def test_killed_a_few_dozen_times(workspace: Path) -> None:
    came = _kill(workspace, 24, seed=1)
    assert came["amid"] >= 8, came


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_killed_some_hundred_times(workspace: Path) -> None:
    came = _kill(workspace, 300, seed=2)
    assert came["amid"] >= 100, came
