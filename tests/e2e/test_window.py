"""`gsmon` alone, as a process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
def test_without_a_screen_it_says_so(tmp_path: Path) -> None:
    environment = {**os.environ, "GSMON_LANGUAGE": "en", "GSMON_WORKSPACE": str(tmp_path)}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        environment.pop(name, None)
    done = subprocess.run(
        [sys.executable, "-m", "ui"], capture_output=True, encoding="utf-8", env=environment, check=False
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("gsmon: There is no screen to show the window on.")
    assert len(done.stderr.splitlines()) == 1
