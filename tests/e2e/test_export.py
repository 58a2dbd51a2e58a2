"""`gsmon export` as scripts and nightly jobs run it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from gsmon_desktop.exchange import verify
from gsmon_desktop.store import Workspace, local_now
from tests.conftest import ROOT
from tests.e2e.gsmon import COMMAND, environment, run
from tests.exchange.tools import give, give_all, give_with_photo
from tests.media.tools import bare_photo
from tests.store.tools import disk, protect


def test_export_says_what_it_wrote(workspace: Path, tmp_path: Path) -> None:
    with Workspace.open(workspace, now=local_now) as ws:
        give_all(ws, tmp_path)
    out = tmp_path / "out"
    out.mkdir()
    done = run("--workspace", workspace, "export", "--to", out, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    (package,) = out.iterdir()
    assert json.loads(done.stdout) == {"packages": [str(package)], "interviews": 3, "media": 1}
    assert len(verify(package).interviews) == 3
    again = run("--workspace", workspace, "export", "--to", out)
    assert again.returncode == 0
    assert again.stdout.startswith("Nothing to send")
    assert json.loads(run("--workspace", workspace, "export", "--to", out, "--json").stdout) == {
        "packages": [], "interviews": 0, "media": 0,
    }  # fmt: skip


def test_one_sentence_for_a_bad_folder(workspace: Path, tmp_path: Path) -> None:
    with Workspace.open(workspace, now=local_now) as ws:
        give(ws)
    with disk(tmp_path / "disk", "1m") as stick:
        protect(stick)
        for to, words in ((tmp_path / "none", "no such folder"), (stick, "not allowed")):
            done = run("--workspace", workspace, "export", "--to", to)
            assert (done.returncode, done.stdout) == (2, "")
            assert done.stderr.count("\n") == 1
            assert words in done.stderr
            assert str(to) in done.stderr
        assert list(stick.iterdir()) == []


@pytest.mark.parametrize("moment", range(6))
def test_killed_anywhere_leaves_nothing_half(workspace: Path, tmp_path: Path, moment: int) -> None:
    """Whatever lies in the folder afterwards is a whole package, and everything still travels."""
    with Workspace.open(workspace, now=local_now) as ws:
        for number in range(4):
            give_with_photo(ws, tmp_path, bare_photo(number, 1600))
    out = tmp_path / "out"
    out.mkdir()
    process = subprocess.Popen(
        [*COMMAND, "--workspace", str(workspace), "export", "--to", str(out)],
        stdout=subprocess.DEVNULL, env=environment(), cwd=ROOT,
    )  # fmt: skip
    try:
        process.wait(0.25 + 0.12 * moment)
    except subprocess.TimeoutExpired:
        process.kill()
    process.wait()
    left = list(out.iterdir())
    for package in left:
        assert len(verify(package).interviews) == 4
    with Workspace.open(workspace, now=local_now) as ws:
        recorded = ws.value("SELECT count(*) FROM package")
    assert recorded <= len(left)
    run("--workspace", workspace, "export", "--to", out)
    packages = list(out.iterdir())
    assert len(packages) == len(left) + (1 - recorded)
    assert len({verify(package).sequence for package in packages}) == len(packages)
