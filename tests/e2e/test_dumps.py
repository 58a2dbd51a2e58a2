"""A crash of the program leaves no picture of its memory on the disk."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e import marks
from tests.e2e.gsmon import COMMAND, answers, environment, steps

resource = pytest.importorskip("resource")


def _dumps() -> None:
    """As on a machine that keeps core files."""
    most = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))


def _crash(folder: Path, command: list[str], stdin: str) -> None:
    """Starts it in `folder`, waits until it answered, and lets it break as a bad pointer would."""
    folder.mkdir()
    with subprocess.Popen(
        command, cwd=folder, env=environment(), preexec_fn=_dumps, text=True,  # noqa: PLW1509 - no threads here
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as child:  # fmt: skip
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(stdin)
        child.stdin.flush()
        assert child.stdout.readline()
        child.send_signal(signal.SIGSEGV)
    assert child.returncode == -signal.SIGSEGV


def test_no_core_file_is_left(workspace: Path, tmp_path: Path) -> None:
    bare = [sys.executable, "-c", "print(input(), flush=True); input()"]
    _crash(tmp_path / "bare", bare, "x\n")
    if not list((tmp_path / "bare").iterdir()):
        pytest.skip("this machine keeps no core files")
    fill = [*COMMAND, "--workspace", str(workspace), "interview", "fill", "--form", "visit"]
    _crash(tmp_path / "ours", fill, steps(answers({"/data/town": marks.MARK})))
    assert list((tmp_path / "ours").iterdir()) == []
