"""The program's entry point: a window without arguments, the `gsmon` command with them.

Qt is imported only when a window or a picture is asked for.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from gsmon_desktop.cli.main import main as run_command
from gsmon_desktop.cli.screen import has_screen
from gsmon_desktop.errors import GsmonError


def open_app(workspace: Path, passphrase: str | None = None) -> int:
    """Opens the window on a workspace and returns its exit code. Raises GsmonError window.no_screen."""
    if not (os.environ.get("QT_QPA_PLATFORM") or has_screen()):
        raise GsmonError("window.no_screen")
    from ui.app import run

    return run(workspace, passphrase)


def save_scores_picture(workspace: Path, target: Path, passphrase: str | None = None) -> None:
    """Saves a picture of the workspace's score screen as a PNG; works without a screen."""
    from ui.pictures import save_scores_picture as save

    save(workspace, target, passphrase=passphrase)


def main() -> int:
    """What the `gsmon` script calls."""
    return run_command(sys.argv[1:], open_app, save_scores_picture)


if __name__ == "__main__":
    sys.exit(main())
