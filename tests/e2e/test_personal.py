"""`gsmon workspace wipe-personal` as a process."""

from __future__ import annotations

import json
from pathlib import Path

from gsmon_desktop.store import Workspace, interviews
from tests.e2e.gsmon import run
from tests.interviewing.test_retention import MARK, SURVEY, all_bytes, fill, receive
from tests.interviewing.tools import put_survey
from tests.store.tools import noon


def test_told_first_then_wiped(tmp_path: Path) -> None:
    folder = tmp_path / "w"
    with Workspace.create(folder, now=noon) as ws:
        put_survey(ws, tmp_path, SURVEY)
        receive(ws, fill(ws, tmp_path))
    command = ("--workspace", folder, "workspace", "wipe-personal")
    without = run(*command)
    assert (without.returncode, "--rule NUMBER" in without.stderr) == (2, True)
    would = json.loads(run(*command, "--dry-run", "--days", "30", "--json").stdout)
    assert (would["carried_out"], would["files"], len(would["interviews"])) == (False, 1, 1)
    assert MARK.encode() in all_bytes(folder)
    done = run(*command, "--rule", "30")
    assert (done.returncode, "interviews 1" in done.stdout) == (0, True)
    assert MARK.encode() not in all_bytes(folder)
    with Workspace.open(folder, now=noon, read_only=True) as ws:
        assert ws.settings["personal_days"] == "30"
        assert "/data/phone" not in interviews.answers(ws, 1)
    assert run(*command, "--no-rule").returncode == 0
    assert run(*command, "--no-rule", "--days", "3").returncode == 2
