"""A workspace comes back from a copy: whole, checked, and as a device of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from gsmon_desktop.errors import GsmonError, sentence
from gsmon_desktop.store import Workspace, backup, interviews, media, trail
from gsmon_desktop.store.restoring import restore
from tests.store.tools import disk, fill_up, noon, put_form, put_interview


@pytest.fixture
def filled(ws: Workspace, tmp_path: Path) -> Workspace:
    """An interview with a photo."""
    number = put_interview(ws, put_form(ws))
    (tmp_path / "фото.png").write_bytes(b"photo")
    kept = media.keep(ws.vault, tmp_path / "фото.png")
    with ws.transaction() as db:
        media.attach(db, number, "/data/photo", "photo-1.png", kept, "")
    return ws


def _back(copy: Path, folder: Path, was: str) -> None:
    made = restore(copy, folder, now=noon)
    assert (made.interviews, made.lacking) == (1, ())
    with Workspace.open(folder, now=noon) as ws:
        assert ws.settings["name"] == "Айгүл"
        (row,) = interviews.list(ws, status=interviews.ANY)
        (event,) = ws.query("SELECT old, new FROM event WHERE action = 'restored'")
        assert event == {"old": was, "new": ws.settings["device"]}
        assert was != ws.settings["device"]
        assert list(trail.broken(ws.db)) == []
        sha256 = ws.value("SELECT sha256 FROM media WHERE interview = ?", [row.number])
        assert ws.vault.file_of(sha256).read_bytes() == b"photo"
    assert not list(folder.parent.glob(".*.part"))


def test_from_a_backups_folder(filled: Workspace, tmp_path: Path) -> None:
    copy = backup.copy_workspace(filled, tmp_path / "stick", now=noon).folder
    before = {file: file.read_bytes() for file in copy.rglob("*") if file.is_file()}
    (tmp_path / "empty").mkdir()
    _back(copy, tmp_path / "empty", filled.settings["device"])
    assert {file: file.read_bytes() for file in copy.rglob("*") if file.is_file()} == before


def test_from_a_daily_copy(filled: Workspace, tmp_path: Path) -> None:
    daily = backup.daily(filled, now=noon)
    assert daily is not None
    _back(daily, tmp_path / "w", filled.settings["device"])


def test_from_a_folder_that_was_copied_by_hand_while_in_use(filled: Workspace, tmp_path: Path) -> None:
    assert list(filled.folder.glob("gsmon.db-wal"))
    _back(filled.folder, tmp_path / "w", filled.settings["device"])


def test_a_file_that_is_not_in_the_copy_is_named(filled: Workspace, tmp_path: Path) -> None:
    copy = backup.copy_workspace(filled, tmp_path, now=noon).folder
    next(file for file in (copy / "media").rglob("*") if file.is_file()).unlink()
    assert restore(copy, tmp_path / "w", now=noon).lacking == ("фото.png",)


def _refused(copy: Path, folder: Path) -> str:
    with pytest.raises(GsmonError) as caught:
        restore(copy, folder, now=noon)
    assert not list(folder.parent.glob(".*.part"))
    assert ".part" not in sentence(caught.value), "people know nothing of hidden folders"
    return caught.value.code


def test_refusals_leave_everything_as_it_was(filled: Workspace, tmp_path: Path) -> None:
    copy = backup.copy_workspace(filled, tmp_path / "stick", now=noon).folder
    assert _refused(tmp_path / "нет", tmp_path / "w") == "workspace.missing"
    assert _refused(tmp_path, tmp_path / "w") == "workspace.missing"
    assert _refused(copy, filled.folder) == "workspace.exists"
    assert _refused(copy, tmp_path) == "restore.not_empty"
    content = bytearray((copy / "gsmon.db").read_bytes())
    for page in range(2, len(content) // 4096):
        content[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    (copy / "gsmon.db").write_bytes(content)
    assert _refused(copy, tmp_path / "w") == "workspace.damaged"
    assert not (tmp_path / "w").exists()


def test_full_disk_leaves_nothing(filled: Workspace, tmp_path: Path) -> None:
    copy = backup.copy_workspace(filled, tmp_path, now=noon).folder
    with disk(tmp_path / "stick", "1m") as stick:
        fill_up(stick, leave=64 * 1024)
        assert _refused(copy, stick / "w") in {"file.full", "workspace.disk_full"}
        with pytest.raises(GsmonError) as caught:
            backup.copy_workspace(filled, stick, now=noon)
        assert caught.value.place == str(stick)
        assert [each.name for each in stick.iterdir()] == ["ballast"]
