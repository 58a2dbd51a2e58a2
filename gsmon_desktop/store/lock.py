"""One writer a workspace: a lock the operating system drops by itself when its holder dies.

The file tells people who holds it and since when. It is never deleted: deleting a lock file races with the
next holder. A file left by a killed process is therefore no lock, and the next one simply takes it over.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import socket
import sys
from datetime import datetime
from pathlib import Path

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.store.clock import stamp
from gsmon_desktop.store.connection import file_failure

_BYTE = 1 << 30
"""The byte locked on Windows, far past the text, so that others may read who holds it."""


class Lock:
    """Held from construction to `release()`. Raises GsmonError("workspace.locked") naming the holder."""

    def __init__(self, folder: Path, *, who: str, now: datetime) -> None:
        self._path = folder / "lock"
        try:
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise file_failure(error, folder) from error
        try:
            _seize(self._file)
        except OSError as error:
            os.close(self._file)
            if error.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK, errno.EWOULDBLOCK):
                raise GsmonError("workspace.locked", str(folder), **holder(folder)) from error
            raise file_failure(error, folder) from error
        self._write(
            json.dumps({"who": who, "host": socket.gethostname(), "since": stamp(now), "pid": os.getpid()})
        )

    def _write(self, text: str) -> None:
        """The text is for people only: a full disk must not keep them from opening their work."""
        with contextlib.suppress(OSError):
            os.ftruncate(self._file, 0)
            os.lseek(self._file, 0, os.SEEK_SET)
            os.write(self._file, text.encode())

    def release(self) -> None:
        """Lets the next one in. Twice does no harm."""
        if self._file >= 0:
            self._write("")
            os.close(self._file)
            self._file = -1


def holder(folder: Path) -> dict[str, str]:
    """Who holds the workspace and since when ({"who", "host", "since"}), as far as the file tells.

    `since` is written as people do: 02.03.2026 12:00.
    """
    try:
        said = json.loads((folder / "lock").read_text(encoding="utf-8"))
        since = datetime.fromisoformat(said["since"])
        return {"who": str(said["who"]), "host": str(said["host"]), "since": f"{since:%d.%m.%Y %H:%M}"}
    except (OSError, ValueError, KeyError, TypeError):
        return {"who": "?", "host": "?", "since": "?"}


if sys.platform == "win32":
    import msvcrt

    def _seize(file: int) -> None:
        os.lseek(file, _BYTE, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _seize(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
