"""Where files are: the shipped resources and the user's own folders, in a checkout and when frozen alike."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs


def resources() -> Path:
    """The folder of shipped data (`resources/` of a checkout, or inside the frozen program)."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    return root / "resources"


def read_resource(name: str) -> str:
    """The text of a shipped UTF-8 file, by its path below `resources()`."""
    return (resources() / name).read_text(encoding="utf-8-sig")


def default_workspace() -> Path:
    """The workspace opened when none is named."""
    return Path(platformdirs.user_documents_dir()) / "gsmon"


MOUNTS = ("/media", "/run/media", "/mnt", "/Volumes")
"""Where Linux and macOS put sticks and network drives; Windows gives each a letter or a name of its own."""


def is_away(folder: Path) -> bool:
    """Whether the stick or network drive that a folder would be on is not there."""
    whole = folder.absolute()
    if not Path(whole.anchor).exists():
        return True
    return any(whole.is_relative_to(mount) for mount in MOUNTS) and not whole.parent.exists()


def state_folder() -> Path:
    """What the program remembers of its own between two starts on this computer."""
    return Path(platformdirs.user_state_dir("gsmon", appauthor=False))


def cache_folder() -> Path:
    """Where compiled forms are kept; safe to delete at any time."""
    return Path(platformdirs.user_cache_dir("gsmon", appauthor=False))
