"""Starts the frozen program as a user would, without a screen: version, form check, demo, scores, reports.

Usage: smoke.py PROGRAM. Exit 0 when every step did what it says, 1 with the first that did not.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

REPORTS = (
    ("workbook", "a.xlsx"),
    ("visits", "a.docx"),
    ("visits", "b.pdf"),
    ("data", "a.sav"),
    ("data", "a.parquet"),
    ("field", "c.pdf"),
    ("posters", "d.pdf"),
)
"""Each stands on libraries of its own."""
FORM = Path(__file__).resolve().parent.parent / "resources" / "forms" / "mass_survey.xlsx"


def run(program: str, *arguments: str) -> str:
    """What the program prints; raises CalledProcessError with its stderr shown when it fails."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY")
    environment = {key: value for key, value in os.environ.items() if key not in screens}
    environment |= {"QT_QPA_PLATFORM": "offscreen", "GSMON_LANGUAGE": "en"}
    done = subprocess.run(
        [program, *arguments],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        timeout=600,
        check=False,
    )
    if done.returncode != 0:
        print(f"FAILED ({done.returncode}): gsmon {' '.join(arguments)}\n{done.stdout}\n{done.stderr}")
        sys.exit(1)
    return done.stdout


def main(program: str) -> None:
    """Runs the steps and prints one line for each."""
    print("version:", run(program, "--version").strip())
    report = json.loads(run(program, "form", "check", str(FORM), "--json"))
    print("form check:", report)
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder) / "demo"
        run(program, "demo", str(workspace), "--interviews", "40", "--seed", "7")
        scores = json.loads(run(program, "--workspace", str(workspace), "score", "--json"))
        for report, name in REPORTS:
            run(program, "--workspace", str(workspace), "report", report, "--to", str(Path(folder) / name))
        made = sorted({file.suffix for file in workspace.rglob("*")} & {".xlsx", ".zip", ".png"})
    if not scores["services"] or len(made) != 3:
        print(f"FAILED: the demo made {made} and {len(scores['services'])} scored services")
        sys.exit(1)
    print("reports:", ", ".join(name for _, name in REPORTS))
    print(f"demo: {len(scores['services'])} services scored, files {', '.join(made)}")


if __name__ == "__main__":
    main(sys.argv[1])
