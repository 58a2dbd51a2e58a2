"""`gsmon report workbook` as scripts run it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from gsmon_desktop.store import Workspace, local_now
from tests.conftest import ROOT
from tests.e2e.gsmon import COMMAND, environment, run
from tests.exchange.tools import give


def test_workbook(workspace: Path, tmp_path: Path) -> None:
    with Workspace.open(workspace, now=local_now) as ws:
        give(ws)
    to = tmp_path / "отчёт.xlsx"
    done = run("--workspace", workspace, "report", "workbook", "--to", to, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == {"workbook": str(to)}
    assert load_workbook(to).sheetnames[0] == "Passport"
    done = run("--workspace", workspace, "--language", "kk", "report", "workbook", "--to", to)
    assert load_workbook(to).sheetnames[0] == "Паспорт"
    assert done.stdout.strip() == str(to)


def test_one_sentence_for_a_bad_target(workspace: Path, tmp_path: Path) -> None:
    for to, words in ((tmp_path / "none" / "a.xlsx", "no such folder"), (tmp_path / "a.txt", ".xlsx")):
        done = run("--workspace", workspace, "report", "workbook", "--to", to)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.count("\n") == 1
        assert words in done.stderr
    missing = run("--workspace", tmp_path / "w", "report", "workbook", "--to", tmp_path / "a.xlsx")
    assert missing.returncode == 2
    assert not (tmp_path / "a.xlsx").exists()


@pytest.mark.parametrize("moment", range(4))
def test_killed_leaves_the_old_workbook(workspace: Path, tmp_path: Path, moment: int) -> None:
    with Workspace.open(workspace, now=local_now) as ws:
        for _ in range(200):
            give(ws)
    out = tmp_path / "out"
    out.mkdir()
    to = out / "a.xlsx"
    to.write_bytes(b"old")
    process = subprocess.Popen(
        [*COMMAND, "--workspace", str(workspace), "report", "workbook", "--to", str(to)],
        stdout=subprocess.DEVNULL, env=environment(), cwd=ROOT,
    )  # fmt: skip
    try:
        process.wait(0.5 + 0.2 * moment)
    except subprocess.TimeoutExpired:
        process.kill()
    process.wait()
    if to.read_bytes() != b"old":
        assert load_workbook(to).sheetnames[0] == "Passport"
    assert list(out.iterdir()) == [to]
