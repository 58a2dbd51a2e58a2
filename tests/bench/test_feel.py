"""What the respondent waits for: an answer saved and the next question drawn, beside a bare synced commit.

The promises (page under 50 ms, answer under 16 ms at the 99th percentile) are for a quiet laptop; a busy
machine's figures stand beside its bare commit's.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.conftest import ROOT
from tests.e2e.gsmon import environment

FEEL = "an answer on the screen, saved / a row in a synced commit"


@pytest.mark.bench
@pytest.mark.benchmark(group=FEEL)
def test_ours_feel(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.bench.feel", str(tmp_path), "6"]
    told = subprocess.run(command, capture_output=True, env=environment(), cwd=ROOT, check=True)
    found = json.loads(told.stdout)
    benchmark.pedantic(lambda: None, rounds=1)
    benchmark.extra_info["bare"] = found["bare median"] / 1000
    for name, figure in found.items():
        benchmark.extra_info[f"{name}, ms"] = figure
