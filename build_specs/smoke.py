"""Starts the frozen program as a user would, without a screen: version, form check, demo, scores, reports,
and an encrypted workspace that takes the demo's package in, is copied and brought back.

Usage: smoke.py PROGRAM. Exit 0 when every step did what it says, 1 with the first that did not.
"""

from __future__ import annotations

import json
import os
import secrets
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
    """What the program prints; ends with exit 1, its stderr shown, when it fails."""
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


def travel(program: str, folder: Path, demo: Path) -> int:
    """Sends the demo's interviews to an encrypted workspace, brings back a copy of that; how many it has."""
    secret, key = folder / "secret", folder / "passphrase"
    key.write_text(secrets.token_urlsafe(16), encoding="utf-8")
    locked = ("--passphrase-file", str(key))
    run(program, *locked, "workspace", "init", str(secret), "--role", "hq", "--name", "HQ")
    for name, place, more in (("demo.json", demo, ()), ("secret.json", secret, locked)):
        keys = run(program, *more, "--workspace", str(place), "keys", "show", "--json")
        (folder / name).write_text(keys, encoding="utf-8")
    run(program, "--workspace", str(demo), "keys", "trust", str(folder / "secret.json"))
    run(program, *locked, "--workspace", str(secret), "keys", "trust", str(folder / "demo.json"))
    for name in ("stick", "copies"):
        (folder / name).mkdir()
    run(program, "--workspace", str(demo), "sync", str(folder / "stick"))
    run(program, *locked, "--workspace", str(secret), "import", str(folder / "stick"))
    run(program, *locked, "--workspace", str(secret), "workspace", "backup", str(folder / "copies"))
    (copy,) = (folder / "copies").iterdir()
    back = folder / "back"
    run(program, *locked, "workspace", "restore", str(copy), str(back))
    found = json.loads(run(program, *locked, "--workspace", str(back), "workspace", "doctor", "--json"))
    if not found["ok"]:
        print(f"FAILED: the doctor found {found['findings']}")
        sys.exit(1)
    return len(run(program, *locked, "--workspace", str(back), "interview", "list", "--json").splitlines())


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
        travelled = travel(program, Path(folder), workspace)
        made = sorted({file.suffix for file in workspace.rglob("*")} & {".xlsx", ".zip", ".png"})
    if not scores["services"] or len(made) != 3:
        print(f"FAILED: the demo made {made} and {len(scores['services'])} scored services")
        sys.exit(1)
    print(f"travelled: {travelled} interviews into an encrypted workspace, copied and brought back")
    if not travelled:
        sys.exit(1)
    print("reports:", ", ".join(name for _, name in REPORTS))
    print(f"demo: {len(scores['services'])} services scored, files {', '.join(made)}")


if __name__ == "__main__":
    main(sys.argv[1])
