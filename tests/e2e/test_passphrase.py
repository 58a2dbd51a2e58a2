"""`gsmon workspace passphrase`: given, changed, lost and found by the recovery key, taken away."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.e2e.gsmon import run

OLD, NEW = "тау басында қар", "су бойында тал"


def _encrypted(folder: Path, **words: str) -> bool:
    done = run("--workspace", folder, "workspace", "info", "--json", **words)
    assert done.returncode == 0, done.stderr
    return bool(json.loads(done.stdout)["encrypted"])


def _refused(done: subprocess.CompletedProcess[str], words: str) -> None:
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert words in line


def _readable(folder: Path) -> bool:
    return any(b"SQLite format 3" in file.read_bytes() for file in folder.rglob("*") if file.is_file())


@pytest.fixture
def command(tmp_path: Path) -> tuple[str | Path, ...]:
    """The command, on a plain workspace."""
    folder = tmp_path / "w"
    assert run("workspace", "init", folder, "--name", "Айгүл").returncode == 0
    return ("--workspace", folder, "workspace", "passphrase")


def test_a_whole_life(command: tuple[str | Path, ...], tmp_path: Path) -> None:
    folder = Path(command[1])
    assert _readable(folder)
    done = run(*command, "--new-recovery-key", GSMON_NEW_PASSPHRASE=OLD)
    assert done.returncode == 0, done.stderr
    assert not _readable(folder)
    assert "of 4" in done.stderr
    assert OLD not in done.stdout + done.stderr
    (tmp_path / "key").write_text(done.stdout.splitlines()[-1].rpartition(" ")[2], encoding="utf-8")
    assert _encrypted(folder, GSMON_PASSPHRASE=OLD)
    _refused(run(*command, GSMON_NEW_PASSPHRASE=NEW), "GSMON_PASSPHRASE")
    _refused(run(*command, GSMON_PASSPHRASE="x", GSMON_NEW_PASSPHRASE=NEW), "not the passphrase")
    _refused(run(*command, GSMON_PASSPHRASE=OLD), "GSMON_NEW_PASSPHRASE")

    lost = run(*command, "--recovery-key-file", tmp_path / "key", GSMON_NEW_PASSPHRASE=NEW)
    assert lost.returncode == 0, lost.stderr
    assert _encrypted(folder, GSMON_PASSPHRASE=NEW)
    _refused(run("--workspace", folder, "workspace", "info", GSMON_PASSPHRASE=OLD), "not the passphrase")

    assert run(*command, "--remove", GSMON_PASSPHRASE=NEW).returncode == 0
    assert not _encrypted(folder)
    _refused(run(*command, "--remove"), "has no passphrase")


def test_what_lies_there_unprotected_is_said(command: tuple[str | Path, ...]) -> None:
    folder = Path(command[1])
    (folder / "outbox" / "old.zip").write_bytes(b"z")
    (folder / "backups" / "daily-20200101.db").write_bytes(b"not a database")
    done = run(*command, GSMON_NEW_PASSPHRASE=OLD)
    assert done.returncode == 0
    assert "old.zip: the file stays unencrypted" in done.stderr
    assert (folder / "backups" / "daily-20200101.db.age").exists()  # sealed, though it is no database
    assert _encrypted(folder, GSMON_PASSPHRASE=OLD)


def test_a_passphrase_easily_guessed_is_remarked_on(command: tuple[str | Path, ...], tmp_path: Path) -> None:
    made = run("workspace", "init", tmp_path / "other", GSMON_PASSPHRASE="qwerty")
    assert "easily guessed (strength 0 of 4)" in made.stderr
    assert _encrypted(tmp_path / "other", GSMON_PASSPHRASE="qwerty")
    done = run(*command, GSMON_NEW_PASSPHRASE="Айгүл2026")
    assert done.returncode == 0
    assert "four or five unrelated words" in done.stderr


def test_a_recovery_key_from_the_start(tmp_path: Path) -> None:
    folder = tmp_path / "w"
    made = run("workspace", "init", folder, "--recovery-key", GSMON_PASSPHRASE=OLD)
    assert made.returncode == 0
    key = made.stdout.splitlines()[0].rpartition(" ")[2]
    (tmp_path / "key").write_text(key.lower().replace("-", " "), encoding="utf-8")
    command = ("--workspace", folder, "workspace", "passphrase", "--recovery-key-file", tmp_path / "key")
    assert run(*command, "--new-recovery-key").returncode == 0
    _refused(run(*command, "--remove"), "another workspace or was replaced")
