"""Renders every screen in Russian and Kazakh, light and dark, at 1366 by 768, to look at them.

Usage: python build_specs/screenshots.py FOLDER [HELP]. A demo workspace is made for it in a temporary folder.
With HELP (resources/help/images) the light ones, smaller, are the help's pictures too.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from shiboken6 import delete

from gsmon_desktop import demo
from gsmon_desktop.store import Workspace, interviews, local_now
from ui import theme
from ui.app import application
from ui.i18n import Language
from ui.pictures import SIZE, save_picture, settle, without_display
from ui.window import MainWindow

SCREENS = ("today", "interviews", "visits", "control", "scores", "exchange", "settings")
LOOKS = [(language, dark) for language in ("ru", "kk") for dark in (False, True)]
HELP_WIDTH = 700
"""Pixels; what the help's page shows without scrolling sideways."""


def main(target: Path, pages: Path | None = None) -> None:
    """Saves pictures as `<screen>-<language>-<light|dark>.png`, the help's as `<language>/<screen>.png`."""
    without_display()
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder) / "gsmon"
        demo.make(workspace, interviews=600, seed=2025, now=local_now).close()
        for language, dark in [*LOOKS, *([("en", False)] if pages else [])]:
            look = f"{language}-{'dark' if dark else 'light'}.png"
            for screen in SCREENS:
                save_picture(workspace, screen, target / f"{screen}-{look}", language=language, dark=dark)
            picture_of_start(Path(folder) / "none", target / f"first_start-{look}", language, dark=dark)
            picture_of_filling(workspace, target / f"filling-{look}", language, dark=dark)
            if pages and not dark:
                for screen in (*SCREENS, "filling"):
                    shrink(target / f"{screen}-{look}", pages / language / f"{screen}.png")


def shrink(source: Path, target: Path) -> None:
    """A picture as the help shows it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    picture = QImage(str(source)).scaledToWidth(HELP_WIDTH, Qt.TransformationMode.SmoothTransformation)
    picture.convertToFormat(QImage.Format.Format_RGB888).save(str(target), "PNG")


def picture_of_start(missing: Path, target: Path, language: str, *, dark: bool) -> None:
    """What a new user sees first."""
    window = _window(missing, language)
    _grab(window, target, dark=dark)


def picture_of_filling(workspace: Path, target: Path, language: str, *, dark: bool) -> None:
    """The newest draft, where it was left."""
    with Workspace.open(workspace, now=local_now, read_only=True) as ws:
        draft = interviews.list(ws, order="-started", limit=1, offset=0, status="draft")[0].id
    window = _window(workspace, language)
    assert window.shell is not None  # noqa: S101 - the demo was made a moment ago
    window.language.switch(language)
    window.shell.resume(draft)
    settle(window)
    _grab(window, target, dark=dark)


def _window(workspace: Path, language: str) -> MainWindow:
    app = application()
    window = MainWindow(app, workspace, Language(app, language))
    window.resize(SIZE)
    window.show()
    settle(window)
    return window


def _grab(window: MainWindow, target: Path, *, dark: bool) -> None:
    theme.apply(application(), dark=dark, larger=False)
    settle(window)
    window.grab().save(str(target), "PNG")
    window.close()
    window.tasks.close()
    delete(window)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
