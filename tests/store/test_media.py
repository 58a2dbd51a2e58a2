"""Attached files are on the disk whole, once, or not at all."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.store import Workspace, backup, media, records
from tests.store.tools import disk, fill_up, noon, put_form, put_interview


def test_kept_once_under_its_hash(ws: Workspace, tmp_path: Path) -> None:
    content = b"\x00photo" * 300_000
    for name in ("фото.JPG", "again.jpg"):
        (tmp_path / name).write_bytes(content)
        kept = media.keep(ws.vault, tmp_path / name)
        assert (kept.sha256, kept.size) == (hashlib.sha256(content).hexdigest(), len(content))
        assert (kept.type, kept.suffix, kept.original) == ("image/jpeg", ".jpg", name)
    files = [file for file in (ws.folder / "media").rglob("*") if file.is_file()]
    assert files == [ws.vault.file_of(kept.sha256)]
    assert files[0].read_bytes() == content


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20, deadline=None)
@given(content=st.binary(max_size=4096))
def test_any_content_comes_back(ws: Workspace, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x").write_bytes(content)
    kept = media.keep(ws.vault, tmp_path / "x")
    assert ws.vault.file_of(kept.sha256).read_bytes() == content
    assert (kept.suffix, kept.type) == ("", "application/octet-stream")


def test_missing_or_folder_is_refused(ws: Workspace, tmp_path: Path) -> None:
    for source in (tmp_path / "нет.jpg", tmp_path):
        with pytest.raises(GsmonError) as caught:
            media.keep(ws.vault, source)
        assert caught.value.code == "media.unreadable"
    assert not any((ws.folder / "media").iterdir())


def test_full_disk_leaves_no_part(tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"x" * 700_000)
    with disk(tmp_path / "stick", "2m") as stick, Workspace.create(stick / "w", now=noon) as ws:
        ballast = fill_up(stick, leave=100_000)
        with pytest.raises(GsmonError) as caught:
            media.keep(ws.vault, photo)
        assert caught.value.code == "file.full"
        assert [file for file in (ws.folder / "media").rglob("*") if file.is_file()] == []
        ballast.unlink()
        assert media.keep(ws.vault, photo).size == 700_000


def test_names_are_short_ascii_and_unique(ws: Workspace, tmp_path: Path) -> None:
    number = put_interview(ws, put_form(ws))
    (tmp_path / "a.png").write_bytes(b"a")
    kept = media.keep(ws.vault, tmp_path / "a.png")
    assert media.free_name(ws, number, "фото", kept.suffix) == "file-1.png"
    with ws.transaction() as db:
        media.attach(db, number, "/data/photo", "photo-1.png", kept, "")
        records.write(db, number, [("/data/photo", "photo-1.png")])
    assert media.free_name(ws, number, "photo", ".png") == "photo-2.png"
    assert [file.name for file in media.of(ws, number)] == ["photo-1.png"]
    with ws.transaction() as db:
        records.write(db, number, [("/data/photo", None)])
    assert media.of(ws, number) == ()


def test_backup_is_a_workspace_with_its_media(ws: Workspace, tmp_path: Path) -> None:
    number = put_interview(ws, put_form(ws))
    (tmp_path / "a.png").write_bytes(b"a")
    kept = media.keep(ws.vault, tmp_path / "a.png")
    with ws.transaction() as db:
        media.attach(db, number, "/data/photo", "photo-1.png", kept, "")
    made = backup.copy_workspace(ws, tmp_path / "stick", now=noon).folder
    assert [each.name for each in (tmp_path / "stick").iterdir()] == ["gsmon-20260302-120000"]
    with Workspace.open(made, now=noon) as copy:
        assert copy.value("SELECT count(*) FROM interview") == 1
        assert copy.vault.file_of(kept.sha256).read_bytes() == b"a"


def test_backup_names_the_file_it_lacks_and_copies_the_rest(ws: Workspace, tmp_path: Path) -> None:
    number = put_interview(ws, put_form(ws))
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.png").write_bytes(name.encode())
        kept = media.keep(ws.vault, tmp_path / f"{name}.png")
        with ws.transaction() as db:
            media.attach(db, number, f"/data/{name}", f"{name}-1.png", kept, "")
    broken, gone, _ = sorted(file for file in (ws.folder / "media").rglob("*") if file.is_file())
    lost = {broken.read_bytes().decode() + ".png", gone.read_bytes().decode() + ".png"}
    broken.write_bytes(b"x")
    gone.unlink()
    made = backup.copy_workspace(ws, tmp_path / "stick", now=noon)
    assert set(made.lacking) == lost
    assert sum(file.is_file() for file in (made.folder / "media").rglob("*")) == 1
