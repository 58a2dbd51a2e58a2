"""`gsmon demo` as a process: what a newcomer sees first."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


def run(*arguments: str, folder: Path, language: str = "ru") -> subprocess.CompletedProcess[str]:
    quiet = {"QT_QPA_PLATFORM": "offscreen", "GSMON_LANGUAGE": language, "PYTHONIOENCODING": "utf-8"}
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GSMON_")} | quiet
    return subprocess.run(
        [sys.executable, "-m", "ui", "demo", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=100,
        check=False,
    )


def test_a_demo_is_made_scored_and_packed(tmp_path: Path) -> None:
    done = run("--interviews", "40", "--seed", "3", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Предварительно" in done.stdout
    assert "Все услуги" in done.stdout
    results = tmp_path / "gsmon-demo" / "results"
    assert (results / "gsmon-demo.xlsx").is_file()
    written = [line.split(": ", 1)[1] for line in done.stdout.splitlines() if ": gsmon-demo" in line]
    assert len(written) >= 3
    assert all((tmp_path / name).exists() for name in written)
    again = run("--interviews", "40", "--seed", "3", folder=tmp_path)
    assert again.returncode == 0
    assert again.stdout.split("\n\n")[:2] == done.stdout.split("\n\n")[:2]


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    for language, word in (("ru", "пустую"), ("kk", "бос"), ("en", "empty")):
        refused = run(str(tmp_path), folder=tmp_path, language=language)
        assert refused.returncode == 2
        assert refused.stdout == ""
        assert len(refused.stderr.splitlines()) == 1
        assert word in refused.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("wrong", [("--interviews", "0"), ("--seed", "soon"), ("a", "b")])
def test_wrong_use_is_one_line(tmp_path: Path, wrong: tuple[str, ...]) -> None:
    refused = run(*wrong, folder=tmp_path)
    assert refused.returncode == 2
    assert len(refused.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []
