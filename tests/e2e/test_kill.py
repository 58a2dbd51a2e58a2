"""kill -9 at any moment loses nothing that was acknowledged.

A real `gsmon interview fill` reads its steps from a file and writes its replies into one; it is killed at a
random moment. Afterwards the workspace is opened: it is whole, and the interview is exactly as after the last
acknowledged step, or after the one that was being written.
"""

from __future__ import annotations

import hashlib
import json
import random
import subprocess
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from gsmon_desktop.interviewing import resume
from gsmon_desktop.store import Workspace, interviews, local_now, media
from tests.conftest import ROOT
from tests.e2e.gsmon import COMMAND, environment, steps
from tests.interviewing.tools import PAPER


@dataclass
class Model:
    """What acknowledged steps must have left."""

    values: dict[str, str] = field(default_factory=dict)
    rows: int = 1  # a repeat begins with one
    finished: bool = False

    def after(self, step: dict[str, Any]) -> Model:
        """The same with one step more."""
        values, rows = dict(self.values), self.rows
        match step:
            case {"set": path, "value": None}:
                values.pop(path, None)
            case {"set": path, "value": value}:
                values[path] = value
            case {"add": _}:
                rows += 1
            case {"attach": path}:
                taken = int(values.get(path, "photo-0.jpg").split("-")[1].split(".")[0])
                values[path] = f"photo-{taken + 1}.jpg"
            case {"finish": True}:
                return Model(values, rows, finished=True)
        return Model(values, rows)


def _script(draw: random.Random, photo: Path) -> list[dict[str, Any]]:
    """Some hundred steps and, at the end, all that is needed to finish."""
    script: list[dict[str, Any]] = []
    rows = 1
    for at in range(300):
        kind = draw.random()
        if kind < 0.08:
            rows += 1
            script.append({"add": "/data/visit"})
        elif kind < 0.16:
            script.append({"attach": "/data/photo", "file": str(photo)})
        elif kind < 0.3:
            script.append({"set": f"/data/visit[{draw.randint(1, rows)}]/what", "value": f"ожидание {at}"})
        elif kind < 0.4:
            script.append({"set": "/data/phone", "value": None})
        else:
            path = draw.choice(["/data/town", "/data/phone"])
            script.append({"set": path, "value": f"жауап {at} " + "ұ" * draw.randint(0, 400)})
    script += [{"set": path, "value": value} for path, value in PAPER.items()]
    return [*script, {"finish": True}]


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


def _holds(ws: Workspace, row: interviews.Row, model: Model) -> bool:
    kept = interviews.answers(ws, row.number)
    given = {
        path: value
        for path, value in kept.items()
        if path in model.values or path in _GIVEN or "/what" in path
    }
    rows = sum(path.startswith("/data/visit[") and path.endswith("]") for path in kept)
    values = {path: value for path, value in given.items() if value}
    return (values, rows, row.status == "finished") == (model.values, model.rows, model.finished)


LAST_SAVED = {"/data/region": PAPER["/data/region"]}
"""What every interview but the first begins with."""
_GIVEN = {*PAPER, "/data/phone", "/data/photo"}


def _check(
    workspace: Path, script: list[dict[str, Any]], replies: list[dict[str, Any]], begun: dict[str, str]
) -> str:
    """The workspace after one run; says how far the run had come."""
    with Workspace.open(workspace, now=local_now) as ws:
        assert ws.value("PRAGMA integrity_check") == "ok"
        assert ws.query("PRAGMA foreign_key_check") == []
        for file in (workspace / "media").rglob("*"):
            assert file.is_dir() or hashlib.sha256(file.read_bytes()).hexdigest() == file.name
        if not replies:
            return "before"
        assert all(reply["ok"] for reply in replies[1:])
        row = interviews.get(ws, replies[0]["interview"])
        done = len(replies) - 1
        model = Model(begun)
        for step in script[:done]:
            model = model.after(step)
        ahead = model.after(script[done]) if done < len(script) else model
        assert _holds(ws, row, model) or _holds(ws, row, ahead), f"after {done} steps"
        for attached in media.of(ws, row.number):
            assert ws.vault.file_of(attached.sha256).stat().st_size == attached.size
        if row.status == "finished":
            (revision,) = interviews.revisions(ws, row.number)
            assert hashlib.sha256(revision["instance"].encode()).hexdigest() == row.hash
            assert ws.value("SELECT count(*) FROM score WHERE interview = ?", [row.number]) == 2
            return "after"
        kept = interviews.answers(ws, row.number)
        assert resume(ws, row.id, now=local_now).session.stored() == kept
        return "amid"


def _kill(workspace: Path, times: int, seed: int) -> Counter[str]:
    draw = random.Random(seed)
    photo = workspace.parent / "photo.jpg"
    photo.write_bytes(draw.randbytes(400_000))
    script, came = _script(draw, photo), Counter[str]()
    replies, whole = _run(workspace, script, Patience(None, 60))
    assert _check(workspace, script, replies, {}) == "after"
    for at in range(times):
        photo.write_bytes(draw.randbytes(400_000))
        script = _script(draw, photo)
        start_up = at % 8 == 0
        patience = Patience(draw.uniform(0, 1) if start_up else None, draw.uniform(0, whole))
        replies, seconds = _run(workspace, script, patience)
        came[end := _check(workspace, script, replies, LAST_SAVED)] += 1
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
