"""A FAT32 drive made of a file: no hard links, one case for all names, times of two seconds."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SIZE = 48 << 20
"""Bytes: FAT32 begins at some 33 MB."""


@contextmanager
def fat32(folder: Path) -> Iterator[Path]:
    """Mounted below `folder`, by the system or by fusefat; the test is skipped where neither can."""
    if shutil.which("mkfs.vfat") is None:
        pytest.skip("no mkfs.vfat (dosfstools)")
    image, root = folder / "fat32.img", folder / "fat32"
    with image.open("wb") as file:
        file.truncate(SIZE)
    subprocess.run(["mkfs.vfat", "-F", "32", str(image)], check=True, capture_output=True)
    root.mkdir()
    if not _mounted(["mount", "-o", "loop,utf8", str(image), str(root)], root) and not _mounted(
        ["fusefat", "-o", "rw+", str(image), str(root)], root
    ):
        pytest.skip("neither the system nor fusefat mounts FAT32 here")
    try:
        yield root
    finally:
        subprocess.run(["umount", str(root)], check=True, capture_output=True)


def _mounted(command: list[str], root: Path) -> bool:
    if shutil.which(command[0]) is None:
        return False
    done = subprocess.run(command, check=False, capture_output=True, timeout=20)
    return done.returncode == 0 and root.is_mount()


def takes(folder: Path, name: str) -> bool:
    """Whether a drive takes this name (fusefat knows Latin letters only)."""
    try:
        (folder / name).touch()
    except OSError:
        return False
    (folder / name).unlink()
    return True
