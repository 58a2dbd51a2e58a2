"""The `gsmon` command as a process, the way scripts run it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

COMMAND = [sys.executable, "-m", "ui"]


def environment() -> dict[str, str]:
    """The test's own folders, English sentences, this checkout."""
    return {**os.environ, "GSMON_LANGUAGE": "en", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


def run(*arguments: str | Path, stdin: str = "", **extra: str) -> subprocess.CompletedProcess[str]:
    """Runs one command to its end."""
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        input=stdin, capture_output=True, encoding="utf-8", check=False,
        env=environment() | extra, cwd=ROOT, timeout=100,
    )  # fmt: skip


def lines(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    """The JSON lines a command wrote."""
    return [json.loads(line) for line in done.stdout.splitlines()]


def steps(*each: dict[str, Any] | Iterable[dict[str, Any]]) -> str:
    """Steps as stdin wants them."""
    flat: list[dict[str, Any]] = []
    for one in each:
        flat.extend([one] if isinstance(one, dict) else one)
    return "".join(json.dumps(step, ensure_ascii=False) + "\n" for step in flat)


def answers(given: dict[str, str]) -> list[dict[str, Any]]:
    """One `set` step an answer."""
    return [{"set": path, "value": value} for path, value in given.items()]
