"""Pictures from the clipboard on their way into the workspace: a file of the shortest possible life.

Only its owner may read it. It is overwritten and removed as soon as it is attached or refused; what a killed
program left is removed when the window starts the next time.
"""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path

from PySide6.QtGui import QImage

_PREFIX = "gsmon-pasted-"


def save_pasted(picture: QImage) -> Path:
    """Writes a picture as PNG to a private temporary file."""
    with tempfile.NamedTemporaryFile(prefix=_PREFIX, suffix=".png", delete=False) as handle:
        name = handle.name
    picture.save(name)
    return Path(name)


def drop_pasted(file: Path) -> None:
    """Overwrites and removes the file if it is a pasted picture; leaves any other alone."""
    if file.name.startswith(_PREFIX) and file.parent == Path(tempfile.gettempdir()):
        with suppress(OSError):
            with file.open("r+b") as stream:
                stream.write(bytes(file.stat().st_size))
            file.unlink()


def clear_pasted() -> None:
    """Removes what a killed program left."""
    for file in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*.png"):
        drop_pasted(file)
