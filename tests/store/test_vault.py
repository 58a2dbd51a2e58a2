"""An encrypted workspace is used as a plain one is, and nothing in its folder can be read."""

from __future__ import annotations

import hashlib
import io
import threading
from pathlib import Path

import pytest

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.store import Workspace, backup, keyfile, media, recovery
from tests.store.tools import noon, put_form, put_interview

PASSPHRASE = "тау басында қар жатыр"
MARK = "ТАЙНА-құпия-7741"

pytestmark = pytest.mark.usefixtures("cheap")


@pytest.fixture
def secret(tmp_path: Path) -> Workspace:
    """A workspace with a passphrase."""
    return Workspace.create(tmp_path / "w", now=noon, name="Айгүл", passphrase=PASSPHRASE)


def _read(ws: Workspace, sha256: str) -> bytes:
    with media.open_content(ws.vault, sha256) as stream:
        return stream.read()


def _readable(folder: Path) -> list[str]:
    words = (MARK.encode(), MARK.encode("utf-16-le"), b"SQLite format 3")
    files = [file for file in folder.rglob("*") if file.is_file()]
    return [file.name for file in files for word in words if word in file.read_bytes()]


def test_opens_with_its_passphrase_only(secret: Workspace) -> None:
    with secret as ws:
        put_interview(ws, put_form(ws), texts=(MARK,))
        assert not _readable(ws.folder)  # beside the open log too
        with Workspace.open(ws.folder, now=noon, read_only=True, keys=ws.keys) as reader:
            assert reader.value("SELECT count(*) FROM interview") == 1
    for read_only in (False, True):
        for passphrase, code in ((None, "needed"), ("", "needed"), ("тау", "wrong")):
            with pytest.raises(GsmonError) as caught:
                Workspace.open(ws.folder, now=noon, read_only=read_only, passphrase=passphrase)
            assert caught.value.code == f"workspace.passphrase_{code}"
        with Workspace.open(ws.folder, now=noon, read_only=read_only, passphrase=PASSPHRASE) as again:
            assert again.value("SELECT count(*) FROM interview") == 1
    assert not _readable(ws.folder)


def test_keys_of_another_workspace_open_nothing(secret: Workspace, tmp_path: Path) -> None:
    with secret, Workspace.create(tmp_path / "other", now=noon, passphrase=PASSPHRASE) as other:
        with pytest.raises(GsmonError) as caught:
            Workspace.open(secret.folder, now=noon, read_only=True, keys=other.keys)
        assert caught.value.code == "workspace.passphrase_needed"


def test_a_plain_one_needs_no_passphrase_and_minds_none(ws: Workspace) -> None:
    assert ws.keys is None
    with Workspace.open(ws.folder, now=noon, read_only=True, passphrase="тау") as reader:
        assert reader.keys is None


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 3_000_001])
def test_media_come_back_as_they_were(secret: Workspace, tmp_path: Path, size: int) -> None:
    content = (MARK.encode() * (size // 20 + 1))[:size]
    (tmp_path / "фото.jpg").write_bytes(content)
    with secret as ws:
        kept = media.keep(ws.vault, tmp_path / "фото.jpg")
        again = media.keep_stream(ws.vault, io.BytesIO(content), "again.jpg")
        assert (kept.sha256, kept.size) == (again.sha256, again.size)
        assert (kept.sha256, kept.size) == (hashlib.sha256(content).hexdigest(), size)
        assert _read(ws, kept.sha256) == content
        (file,) = (file for file in (ws.folder / "media").rglob("*") if file.is_file())
        assert file.read_bytes().startswith(b"age-encryption.org/v1\n")
        assert kept.sha256 not in str(file)  # its name does not tell what is in it
        assert not _readable(ws.folder)


def test_a_stream_left_half_read_ends_its_thread(secret: Workspace, tmp_path: Path) -> None:
    (tmp_path / "a.mp4").write_bytes(bytes(5_000_000))
    with secret as ws:
        kept = media.keep(ws.vault, tmp_path / "a.mp4")
        before = threading.active_count()
        with media.open_content(ws.vault, kept.sha256) as stream:
            assert stream.read(10) == bytes(10)
        assert threading.active_count() == before


@pytest.mark.parametrize("harm", ["cut", "changed", "gone"])
def test_a_damaged_file_is_told(secret: Workspace, tmp_path: Path, harm: str) -> None:
    (tmp_path / "a.mp4").write_bytes(bytes(200_000))
    with secret as ws:
        kept = media.keep(ws.vault, tmp_path / "a.mp4")
        file = ws.vault.file_of(kept.sha256)
        content = file.read_bytes()
        if harm == "gone":
            file.unlink()
        else:
            file.write_bytes(content[:-1] if harm == "cut" else content[:-1] + bytes([content[-1] ^ 1]))
        with pytest.raises(GsmonError) as caught:
            _read(ws, kept.sha256)
    assert caught.value.code == ("media.missing" if harm == "gone" else "media.damaged")


def test_copies_are_encrypted_and_open_with_either_key(tmp_path: Path) -> None:
    code = recovery.make()
    (tmp_path / "a.txt").write_text(MARK, encoding="utf-8")
    made = Workspace.create(tmp_path / "w", now=noon, passphrase=PASSPHRASE, recovery_key=code)
    with made as ws:
        number = put_interview(ws, put_form(ws), texts=(MARK,))
        kept = media.keep(ws.vault, tmp_path / "a.txt")
        with ws.transaction() as db:
            media.attach(db, number, "/data/file", "file-1.txt", kept, "")
        backup.daily(ws, now=noon)
        copy = backup.copy_workspace(ws, tmp_path / "stick", now=noon).folder
    assert not _readable(tmp_path / "w")
    assert not _readable(copy)
    with Workspace.open(copy, now=noon, passphrase=PASSPHRASE) as again:
        assert _read(again, kept.sha256) == MARK.encode()
    with Workspace.open(copy, now=noon, keys=keyfile.unlock_with_recovery(copy, code)) as again:
        assert again.value("SELECT count(*) FROM interview") == 1
