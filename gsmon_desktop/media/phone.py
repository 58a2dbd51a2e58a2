"""Photos and videos of a telephone or a camera card that is connected as a drive: its DCIM folder.

Design rule for Camera File system (JEITA CP-3461): pictures lie in ``DCIM/<number><letters>/``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

FOLDER = "DCIM"
PHOTOS = frozenset({".jpg", ".jpeg", ".heic", ".heif", ".png", ".webp", ".avif"})
VIDEOS = frozenset({".mp4", ".mov", ".3gp", ".mkv", ".avi", ".m4v"})
MOST = 500
"""No more of the newest are shown."""


@dataclass(frozen=True, slots=True)
class Shot:
    """A file, when it was last written (seconds since 1970) and its bytes."""

    file: Path
    at: float
    size: int


def folders(drives: Iterable[Path]) -> list[Path]:
    """The DCIM folders of connected drives; in their root, or a folder below it as telephones have."""
    found: list[Path] = []
    for drive in drives:
        try:
            found += [each for each in (drive / FOLDER, *sorted(drive.glob(f"*/{FOLDER}"))) if each.is_dir()]
        except OSError:
            continue  # a reader without a card, a drive that was pulled
    return found


def newest(folder: Path, endings: frozenset[str], most: int = MOST) -> list[Shot]:
    """The newest files of a folder and those below it, newest first. What cannot be read is passed over;
    hidden files (thumbnails, trash) too."""
    shots: list[Shot] = []
    waiting = [folder]
    while waiting:
        place = waiting.pop()
        try:
            for each in place.iterdir():
                if each.name.startswith("."):
                    continue
                if each.is_dir() and not each.is_symlink():
                    waiting.append(each)
                elif each.suffix.lower() in endings:
                    told = each.stat()
                    shots.append(Shot(each, told.st_mtime, told.st_size))
        except OSError:
            continue
    return sorted(shots, key=lambda shot: (-shot.at, shot.file.name))[:most]
