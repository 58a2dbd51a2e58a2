"""The program's entry point: a window without arguments, the `gsmon` command with them."""

from __future__ import annotations

import sys
from pathlib import Path

from gsmon_desktop.cli.main import main as run_command


def open_app(workspace: Path) -> int:
    """Opens the window on a workspace and returns its exit code. Qt is imported only here."""
    from ui.app import run

    return run(workspace)


def main() -> int:
    """What the `gsmon` script calls."""
    return run_command(sys.argv[1:], open_app)


if __name__ == "__main__":
    sys.exit(main())
