"""Makes the workspace of this version that later versions must still open: `python -m tests.migrations.make`.

Run once a release, and never again for that release: the file is what people have on their disks.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import uuid
from datetime import timedelta
from pathlib import Path
from random import Random

from gsmon_desktop import __version__
from gsmon_desktop.interviewing import delete, record, reopen, start
from gsmon_desktop.store import Workspace
from tests.interviewing.tools import PAPER, REFUSED, put_survey
from tests.media.tools import bare_photo
from tests.store.tools import NOON, noon

HERE = Path(__file__).parent


def make(folder: Path) -> None:
    """A workspace with interviews of every kind: finished, refused, reopened, deleted, begun."""
    rng = Random(20260302)

    def ids() -> uuid.UUID:
        return uuid.UUID(int=rng.getrandbits(128), version=4)

    with tempfile.TemporaryDirectory() as name, Workspace.create(folder, now=noon, name="Айгүл") as ws:
        scratch = Path(name)
        put_survey(ws, scratch)
        times = {"started": NOON, "finished": NOON + timedelta(minutes=4), "now": noon, "ids": ids}
        made = [record(ws, "visit", answers, **times) for answers in (PAPER, REFUSED, PAPER, PAPER)]  # type: ignore[arg-type]
        reopen(ws, made[2], "возраст", now=noon, ids=ids)
        delete(ws, made[3], "пробное", now=noon)
        draft = start(ws, "visit", now=noon, ids=ids)
        (scratch / "очередь.jpg").write_bytes(bare_photo())
        draft.attach("/data/photo", scratch / "очередь.jpg")
        draft.answer("/data/town", "Ақсу")
        draft.comment("/data/town", "со слов")
        draft.at("/data", "/data/town")


if __name__ == "__main__":
    target = HERE / __version__
    if target.exists():
        sys.exit(f"{target} is there already: a released version's file is never made again")
    make(target)
    for empty in ("backups", "logs", "outbox", "lock"):
        path = target / empty
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
