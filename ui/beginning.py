"""What the first start makes: a workspace of one's own, set up by a pack or not, or a demo."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from gsmon_desktop.exchange import packs
from gsmon_desktop.interviewing import add_built_in
from gsmon_desktop.store import Clock, Workspace

DEMO_INTERVIEWS, DEMO_SEED = 600, 2025


@dataclass(frozen=True, repr=False)
class Beginning:
    """What the first start asks: the folder, who works there, how it is protected ("" for not), and the
    central office's pack with the words that were compared (None for none)."""

    folder: Path
    name: str
    region: str
    passphrase: str = ""
    recovery_key: str | None = None
    pack: tuple[Path, str] | None = None


def begin(asked: Beginning, language: str, now: Clock) -> Workspace:
    """Makes a workspace with the built-in questionnaires; runs on the database thread.

    A folder that was not there, or empty, is taken away again where anything fails, so that it can be tried
    anew. Raises what `Workspace.create`, `add_built_in` and `packs.install` do.
    """
    fresh = not asked.folder.exists() or (asked.folder.is_dir() and not any(asked.folder.iterdir()))
    ws = Workspace.create(
        asked.folder,
        now=now,
        name=asked.name,
        region=asked.region,
        passphrase=asked.passphrase,
        recovery_key=asked.recovery_key,
    )
    try:
        ws.settings["language"] = language
        add_built_in(ws, now=now)
        if asked.pack is not None:
            file, words = asked.pack
            trust = packs.read(file).signer.fingerprint == words  # the file may be another one by now
            packs.install(ws, file, now=now, trust=trust)
    except BaseException:
        ws.close()
        if fresh:
            shutil.rmtree(asked.folder, ignore_errors=True)
        raise
    return ws


def begin_demo(folder: Path, now: Clock) -> Workspace:
    """Makes a workspace of made-up interviews; runs on the database thread."""
    from gsmon_desktop import demo  # most starts do without its figures

    return demo.make(folder, interviews=DEMO_INTERVIEWS, seed=DEMO_SEED, now=now)
