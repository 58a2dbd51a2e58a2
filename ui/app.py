"""Starts the window, and reports bugs when there are any."""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

from gsmon_desktop.cli.main import system_language
from gsmon_desktop.interviewing import continued
from gsmon_desktop.store import keyfile
from ui.dialogs.bug_report import BugReportDialog, report_text
from ui.i18n import Language
from ui.window import MainWindow

FAULT = 1
"""Exit code after a bug."""
_SMALL = 1400
"""Screens up to so many pixels wide get the whole window."""
Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def run(workspace_folder: Path, passphrase: str | None = None) -> int:
    """Shows the window on a workspace until it is closed; its exit code. A passphrase given opens it.

    Raises GsmonError workspace.passphrase_wrong.
    """
    keys = keyfile.unlock(workspace_folder, passphrase) if passphrase else None
    app = application()
    folder = workspace_folder if keys else continued(workspace_folder)
    window = MainWindow(app, folder, Language(app, system_language()), keys=keys)
    before, sys.excepthook = sys.excepthook, bug_hook(app, window)
    try:
        show(window)
        return app.exec()
    finally:
        sys.excepthook = before
        window.tasks.close()


def application() -> QApplication:
    """The application object; there is one a process."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([sys.argv[0]])
        app.setApplicationName("gsmon")
        app.setDesktopFileName("gsmon")
        gc.freeze()  # what is loaded stays to the end: looking it through took a tenth of a second at a key
    return app


def show(window: MainWindow) -> None:
    """Shows the window as large as the screen asks for."""
    room = window.screen().availableGeometry()
    window.resize(min(1366, room.width()), min(820, room.height()))
    if room.width() <= _SMALL:
        window.showMaximized()
    else:
        window.show()


def bug_hook(app: QApplication, window: MainWindow) -> Hook:
    """What happens to an exception nobody expected: work is finished, the report shown, the program ended."""
    reported = False

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        nonlocal reported
        if issubclass(kind, KeyboardInterrupt):
            app.exit(FAULT)
            return
        if reported:
            return  # one report is enough: what follows a bug is often its echo
        reported = True
        text = report_text(error.with_traceback(trace))
        _log(window.tasks.folder, text)
        window.tasks.close()
        dialog = BugReportDialog(text, window)
        dialog.finished.connect(lambda _: app.exit(FAULT))
        dialog.open()

    return hook


def _log(folder: Path, text: str) -> None:
    """Keeps the report in the workspace's log, where there is one."""
    logs = folder / "logs"
    if not logs.is_dir():
        return
    handler = RotatingFileHandler(logs / "gsmon.log", maxBytes=256 * 1024, backupCount=3, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    record = logging.LogRecord("gsmon", logging.ERROR, __file__, 0, text, None, None)
    handler.handle(record)
    handler.close()
