"""A telephone's folder: found among drives, newest first, whatever else lies there."""

from __future__ import annotations

import os
from pathlib import Path

from gsmon_desktop.media import phone


def put(file: Path, at: int) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"x")
    os.utime(file, (at, at))
    return file


def test_photos_come_newest_first_and_nothing_else(tmp_path: Path) -> None:
    card = tmp_path / "card" / "DCIM"
    old, new = put(card / "100ANDRO" / "A.JPG", 100), put(card / "Camera" / "B.heic", 300)
    middle = put(card / "100ANDRO" / "C.png", 200)
    put(card / ".thumbnails" / "D.jpg", 900)
    put(card / "Camera" / ".trashed-E.jpg", 900)
    film = put(card / "Camera" / "F.mp4", 900)
    assert [shot.file for shot in phone.newest(card, phone.PHOTOS)] == [new, middle, old]
    assert [shot.file for shot in phone.newest(card, phone.PHOTOS, most=1)] == [new]
    assert [shot.file for shot in phone.newest(card, phone.VIDEOS)] == [film]


def test_the_folder_is_found_in_a_root_and_in_a_telephones_storage(tmp_path: Path) -> None:
    for place in ("card/DCIM", "phone/Internal storage/DCIM", "stick/Документы"):
        (tmp_path / place).mkdir(parents=True)
    drives = [tmp_path / "card", tmp_path / "phone", tmp_path / "stick", tmp_path / "gone"]
    assert phone.folders(drives) == [
        tmp_path / "card" / "DCIM",
        tmp_path / "phone" / "Internal storage" / "DCIM",
    ]
