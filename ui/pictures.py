"""Pictures of screens, for the demo, README and help. They read the workspace and change nothing in it."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QSize
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from gsmon_desktop.cli.screen import has_screen
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.store import keyfile
from ui import theme
from ui.app import application
from ui.i18n import Language
from ui.window import MainWindow

SIZE = QSize(1366, 768)


def save_scores_picture(
    workspace_folder: Path, target: Path, language: str = "ru", passphrase: str | None = None
) -> None:
    """Saves the score screen of a workspace as a PNG. Raises GsmonError("file.failed")."""
    save_picture(workspace_folder, "scores", target, language=language, passphrase=passphrase)


def save_picture(
    workspace_folder: Path,
    screen: str,
    target: Path,
    *,
    language: str = "ru",
    dark: bool = False,
    larger: bool = False,
    passphrase: str | None = None,
) -> None:
    """Saves one screen (an id of the rail) as a PNG, 1366 by 768. Works without a display too."""
    without_display()
    app = application()
    keys = keyfile.unlock(workspace_folder, passphrase) if passphrase else None
    window = MainWindow(app, workspace_folder, Language(app, language), read_only=True, keys=keys)
    try:
        window.resize(SIZE)
        settle(window)
        if window.shell is None:
            raise GsmonError("file.failed", str(target), reason=str(workspace_folder))
        window.language.switch(language)
        theme.apply(app, dark=dark, larger=larger)
        window.shell.go(screen)
        settle(window)
        if not window.grab().save(str(target), "PNG"):
            raise GsmonError("file.failed", str(target), reason="PNG")
    finally:
        window.tasks.close()
        delete(window)


def without_display() -> None:
    """On a machine without a screen Qt draws into memory."""
    if QApplication.instance() is None and not os.environ.get("QT_QPA_PLATFORM") and not has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def settle(window: MainWindow) -> None:
    """Runs the event loop until nothing is under way."""
    quiet = 0
    while quiet < 3:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        QCoreApplication.sendPostedEvents()  # on a slow computer some layout is left after those milliseconds
        quiet = 0 if window.tasks.pending else quiet + 1
