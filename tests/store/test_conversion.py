"""A workspace turned encrypted or plain: nothing lost, nothing readable left, wherever it was killed."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.paths import cache_folder
from gsmon_desktop.store import Workspace, backup, interviews, keyfile, media, protection, recovery, trail
from gsmon_desktop.store.connection import connect
from gsmon_desktop.store.conversion import decrypt, encrypt
from gsmon_desktop.store.keyfile import Keys
from tests.store.tools import disk, fill_up, finished, noon, put_form, put_interview

PASSPHRASE = "тау басында қар жатыр"
MARK = "ТАЙНА-құпия-7741"
PACKAGE = b"PK" + MARK.encode()
PHOTOS = [MARK.encode() * 10_000, b"\xff\xd8" + MARK.encode()]

pytestmark = pytest.mark.usefixtures("cheap")


def _fill(folder: Path, passphrase: str | None = None) -> None:
    """Two interviews, photos, a daily copy, and a file that is not the program's."""
    with Workspace.create(folder, now=noon, name="Айгүл", passphrase=passphrase) as ws:
        form = put_form(ws)
        put_interview(ws, form, done=finished(service="s01"), texts=(MARK,))
        number = put_interview(ws, form, texts=(MARK,))
        for at, content in enumerate(PHOTOS):
            source = folder.parent / f"photo-{at}.jpg"
            source.write_bytes(content)
            kept = media.keep(ws.vault, source)
            with ws.transaction() as db:
                media.attach(db, number, f"/data/photo{at}", f"photo-{at}.jpg", kept, "")
            source.unlink()
        backup.daily(ws, now=noon)


def _whole(ws: Workspace, *, interviews_there: int = 2) -> None:
    """Everything `_fill` put in is there."""
    assert ws.value("PRAGMA integrity_check") == "ok"
    assert ws.query("PRAGMA foreign_key_check") == []
    assert interviews.count(ws, status=interviews.ANY) == interviews_there
    assert len(list(interviews.list(ws, text=MARK, status=interviews.ANY))) == 2
    hashes = [row["sha256"] for row in ws.query("SELECT sha256 FROM media ORDER BY path")]
    contents = []
    for sha256 in hashes:
        with media.open_content(ws.vault, sha256) as stream:
            contents.append(stream.read())
    assert contents == PHOTOS


def _readable(folder: Path) -> list[str]:
    words = (MARK.encode(), MARK.encode("utf-16-le"), b"SQLite format 3")
    files = [file for file in folder.rglob("*") if file.is_file()]
    return [str(file) for file in files for word in words if word in file.read_bytes()]


def _clean(folder: Path) -> None:
    assert {each.name for each in folder.iterdir()} - {"gsmon.key", "quarantine"} == {
        "gsmon.db", "media", "backups", "logs", "outbox", "lock",
    }  # fmt: skip


def test_there_and_back_with_copies_and_photos(tmp_path: Path) -> None:
    folder, code = tmp_path / "w", recovery.make()
    _fill(folder)
    assert len(_readable(folder)) >= 4  # so that the search below can fail
    said = encrypt(folder, PASSPHRASE, now=noon, recovery_key=code)
    assert (said.lost, said.left) == ([], [])
    assert not _readable(folder)
    _clean(folder)
    with pytest.raises(GsmonError) as caught:
        Workspace.open(folder, now=noon)
    assert caught.value.code == "workspace.passphrase_needed"
    with Workspace.open(folder, now=noon, passphrase=PASSPHRASE) as ws:
        _whole(ws)
        put_interview(ws, put_form(ws, version="2"))
    (copy,) = (folder / "backups").glob("*.db")
    keys = keyfile.unlock_with_recovery(folder, code)
    daily = connect(copy, read_only=True, key=keys.database)
    assert daily.execute("SELECT count(*) FROM interview").fetchone()[0] == 2
    daily.close()

    decrypt(folder, keys, now=noon)
    _clean(folder)
    assert not keyfile.is_encrypted(folder)
    daily = connect(copy, read_only=True)
    assert daily.execute("SELECT count(*) FROM interview").fetchone()[0] == 2
    daily.close()
    with Workspace.open(folder, now=noon) as ws:
        _whole(ws, interviews_there=3)


def test_only_what_is_not_so_already(tmp_path: Path) -> None:
    _fill(tmp_path / "w")
    with pytest.raises(GsmonError) as caught:
        decrypt(tmp_path / "w", keyfile.make(), now=noon)
    assert caught.value.code == "workspace.already"


def test_damaged_files_and_strangers_are_said(tmp_path: Path) -> None:
    folder = tmp_path / "w"
    _fill(folder)
    (folder / "backups" / "old.db").write_bytes(b"x" * 5000)
    (folder / "outbox" / "package.zip").write_bytes(b"z")
    (folder / "notes.txt").write_bytes(b"n")
    (folder / "media" / "readme.txt").write_bytes(b"r")
    (folder / "media" / ".half.part").write_bytes(MARK.encode())
    broken = next(file for file in (folder / "media").rglob("*") if len(file.name) == 64)
    content = broken.read_bytes()
    broken.write_bytes(content[:-1] + b"!")
    said = encrypt(folder, PASSPHRASE, now=noon)
    assert said.lost == []
    assert [each.name for each in (folder / "backups").glob("*.age")] == ["old.db.age"]
    left = {str(Path(name)) for name in ("media/readme.txt", "outbox/package.zip", "notes.txt")}
    assert set(said.left) == left
    assert all((folder / name).exists() for name in left)
    with Workspace.open(folder, now=noon, passphrase=PASSPHRASE) as ws:  # as damaged as it was, not more
        with media.open_content(ws.vault, broken.name) as stream:
            assert stream.read() == content[:-1] + b"!"
        assert not media.intact(ws.vault, broken.name)
    assert not _readable(folder)


def test_what_repairs_and_strangers_left_is_sealed_and_comes_back(tmp_path: Path) -> None:
    folder = tmp_path / "w"
    _fill(folder)
    kept = {
        "backups/aside-20260301-120000/media/ab/photo": b"a" + MARK.encode(),
        "backups/damaged-20260301-120000.db": b"d" + MARK.encode() * 300,
        "backups/damaged-20260301-120000.db-wal": b"w" + MARK.encode(),
        "quarantine/0123.package": b"PK" + MARK.encode(),
        "quarantine/4567.package": b"age-encryption.org/v1\n to the office",
    }
    for name, content in kept.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    said = encrypt(folder, PASSPHRASE, now=noon)
    assert (said.lost, said.left) == ([], [])
    assert not _readable(folder)
    names = {each.name for each in (folder / "quarantine").iterdir()}
    assert names == {"0123.package", "4567.package"}
    keys = keyfile.unlock(folder, PASSPHRASE)
    assert keys is not None
    said = decrypt(folder, keys, now=noon)
    assert (said.lost, said.left) == ([], [])
    assert {name: (folder / name).read_bytes() for name in kept} == kept


def test_not_while_anybody_has_it_open(tmp_path: Path) -> None:
    folder = tmp_path / "w"
    _fill(folder)
    for read_only, code in ((False, "workspace.locked"), (True, "workspace.busy")):
        with Workspace.open(folder, now=noon, read_only=read_only) as ws:
            with pytest.raises(GsmonError) as caught:
                encrypt(folder, PASSPHRASE, now=noon)
            assert caught.value.code == code
            _whole(ws)
    _clean(folder)


def test_a_cancelled_or_full_disk_leaves_it_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "w"
    _fill(folder)

    def cancel(done: int, of: int) -> None:
        if done == 2:
            raise LookupError

    with pytest.raises(LookupError):
        encrypt(folder, PASSPHRASE, now=noon, progress=cancel)
    _clean(folder)
    with disk(tmp_path / "stick", "3m") as stick:
        _fill(stick / "w")
        fill_up(stick, leave=200_000)
        with pytest.raises(GsmonError) as caught:
            encrypt(stick / "w", PASSPHRASE, now=noon)
        assert caught.value.code == "workspace.disk_full"
        with Workspace.open(stick / "w", now=noon) as ws:
            _whole(ws)


# ---------------------------------------------------------------- killed at every step


Touch = Callable[[str, tuple[object, ...]], bool]
"""Is it this touch of a file (the name and arguments of an audit event) at which to die?"""


def _step(number: int) -> Touch:
    """The n-th touch."""
    left = number

    def reached(event: str, _: tuple[object, ...]) -> bool:
        nonlocal left
        left -= event == "open" or event.startswith("os.")
        return left == 0

    return reached


def _killed_at(touch: Touch, work: Callable[[], object]) -> bool:
    """Runs `work` in a child that kills itself at a touch of a file; False when it came to its end."""
    child = os.fork()
    if child == 0:
        sys.addaudithook(
            lambda event, args: os.kill(os.getpid(), signal.SIGKILL) if touch(event, args) else None
        )
        try:
            work()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


ASIDE = ("quarantine/0123.package", "backups/aside-20260301-120000/media/ab/photo")


def _keep_more(folder: Path) -> None:
    """What a repair put aside, a stranger's package, and in a plain workspace a package nobody has yet."""
    with Workspace.open(folder, now=noon, passphrase=PASSPHRASE) as ws:
        for name in ASIDE:
            place = folder / (name if ws.keys is None or "quarantine" in name else f"{name}.age")
            place.parent.mkdir(parents=True, exist_ok=True)
            with place.open("wb") as stream:
                ws.vault.write(io.BytesIO(name.encode() + MARK.encode()), stream)
        if ws.keys is None:
            (folder / "outbox" / "gsmon-1.zip").write_bytes(PACKAGE)
            with ws.transaction() as db:
                sha256 = hashlib.sha256(PACKAGE).hexdigest()
                db.execute(
                    """INSERT INTO package (seq, file, made, state, sha256, interviews, size)
                    VALUES (1, 'gsmon-1.zip', '', 'made', ?, 1, 1)""",
                    [sha256],
                )
                db.execute(
                    """INSERT INTO package_interview (package, interview, revision, hash)
                    SELECT 1, number, revision, hash FROM interview WHERE number = 1"""
                )


def _all_kept(folder: Path, *, packed: bool) -> None:
    """What `_keep_more` put in is there, or will be: the interview of a package that went is sent again."""
    with Workspace.open(folder, now=noon, passphrase=PASSPHRASE) as ws:
        for name in ASIDE:
            place = folder / name
            with ws.vault.open_file(
                place if place.exists() else place.with_name(f"{place.name}.age")
            ) as file:
                assert file.read() == name.encode() + MARK.encode()
        if packed:
            waits = ws.value("SELECT state = 'again' FROM package_interview")
            assert waits == (ws.keys is not None)
            assert (folder / "outbox" / "gsmon-1.zip").exists() != waits
            assert interviews.unsent(ws) == waits


def _survived(folder: Path) -> str:
    """Opens as it was or as it was to be, everything there, nothing left over; which of the two."""
    with Workspace.open(folder, now=noon, passphrase=PASSPHRASE) as ws:
        _whole(ws)
        state = "plain" if ws.keys is None else "encrypted"
    _clean(folder)
    if state == "encrypted":
        assert not _readable(folder)
    assert keyfile.is_encrypted(folder) == (state == "encrypted")
    return state


def _kill_through(tmp_path: Path, steps: range, *, to_encrypted: bool) -> None:
    model, folder = tmp_path / "model", tmp_path / "w"
    _fill(model, None if to_encrypted else PASSPHRASE)
    _keep_more(model)
    keys: Keys | None = keyfile.unlock(model, PASSPHRASE)

    def work() -> None:
        if to_encrypted:
            encrypt(folder, PASSPHRASE, now=noon)
        else:
            assert keys is not None
            decrypt(folder, keys, now=noon)

    states = []
    for step in steps:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(model, folder)
        if not _killed_at(_step(step), work):
            break
        states.append(_survived(folder))
        _all_kept(folder, packed=to_encrypted)
    assert {"plain", "encrypted"} == set(states)  # killed before and after the decision
    wanted = "encrypted" if to_encrypted else "plain"
    assert states == sorted(states, key=lambda state: state == wanted)  # decided once


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("to_encrypted", [True, False])
def test_killed_at_some_steps(tmp_path: Path, to_encrypted: bool) -> None:
    _kill_through(tmp_path, range(5, 2000, 37), to_encrypted=to_encrypted)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("to_encrypted", [True, False])
def test_killed_at_every_step(tmp_path: Path, to_encrypted: bool) -> None:
    _kill_through(tmp_path, range(1, 2000), to_encrypted=to_encrypted)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_again_while_it_is_carried_through(tmp_path: Path) -> None:
    model, folder = tmp_path / "model", tmp_path / "w"
    _fill(model)
    _keep_more(model)
    decided = lambda event, args: event == "os.rename" and "old" in str(args[1])  # noqa: E731
    assert _killed_at(decided, lambda: encrypt(model, PASSPHRASE, now=noon))
    assert (model / "switch").exists()
    for step in range(1, 60, 12):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(model, folder)
        _killed_at(_step(step), lambda: Workspace.open(folder, now=noon, read_only=True))
        assert _survived(folder) == "encrypted"
        _all_kept(folder, packed=True)


def test_the_cache_of_forms_goes_and_the_trail_tells_all(tmp_path: Path) -> None:
    folder = tmp_path / "w"
    _fill(folder)
    cache_folder().mkdir(parents=True, exist_ok=True)
    (cache_folder() / "clinics.csv.1.list").write_bytes(MARK.encode())
    encrypt(folder, PASSPHRASE, now=noon)
    assert not cache_folder().exists()
    with Workspace.open(folder, now=noon, passphrase=PASSPHRASE) as ws:
        protection.change_passphrase(ws, "су бойында тал", now=noon)
        protection.new_recovery_key(ws, now=noon)
        keys = ws.keys
    assert keys is not None
    decrypt(folder, keys, now=noon)
    with Workspace.open(folder, now=noon) as ws:
        told = ws.query("SELECT action, who, old, new FROM event WHERE interview IS NULL ORDER BY id")
        assert [(row["action"], row["who"]) for row in told] == [
            ("encrypted", "Айгүл"), ("passphrase changed", "Айгүл"), ("recovery key made", "Айгүл"),
            ("decrypted", "Айгүл"),
        ]  # fmt: skip
        assert all(row["old"] is None and row["new"] is None for row in told)
        assert list(trail.broken(ws.db)) == []
        _whole(ws)
