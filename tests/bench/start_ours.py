"""Our window on the workspace the first argument names: ends once the shell shows it."""

from __future__ import annotations

import sys
from pathlib import Path

from ui.app import application, show
from ui.i18n import Language
from ui.pictures import settle
from ui.window import MainWindow

if __name__ == "__main__":
    app = application()
    window = MainWindow(app, Path(sys.argv[1]), Language(app, "ru"))
    show(window)
    settle(window)
    usable = window.shell is not None
    window.tasks.close()
    sys.exit(0 if usable else 1)
