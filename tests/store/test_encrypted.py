"""Encrypted databases: nothing readable on the disk, the same settings, copies encrypted too."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.store.connection import connect
from gsmon_desktop.store.copies import copy_database

KEY = bytes(range(32))
MARK = "ТАЙНА-құпия-7741"

_WRITER = """
import sys
from pathlib import Path
from gsmon_desktop.store.connection import connect
db = connect(Path(sys.argv[1]), key=bytes(range(32)))
db.execute("CREATE TABLE t (x TEXT)")
for n in range(10**9):
    db.execute("INSERT INTO t VALUES (?)", [f"{sys.argv[2]} {n}"])
    print(n, flush=True)
"""


def _fill(file: Path) -> None:
    db = connect(file, key=KEY)
    db.execute("CREATE TABLE t (x TEXT)")
    db.execute("INSERT INTO t VALUES (?)", [MARK])
    db.close()


def _readable(folder: Path) -> list[str]:
    """Names of files in which the mark, or the header of a plain database, can be read."""
    words = (MARK.encode(), MARK.encode("utf-16-le"), b"SQLite format 3")
    return [
        file.name for file in folder.rglob("*") if file.is_file() for w in words if w in file.read_bytes()
    ]


def test_killed_writer_leaves_nothing_readable_and_loses_nothing(tmp_path: Path) -> None:
    file = tmp_path / "secret.db"
    with subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(file), MARK], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        told = [int(next(writer.stdout)) for _ in range(30)]
        writer.kill()
    assert file.with_name("secret.db-wal").stat().st_size > 0
    assert _readable(tmp_path) == []
    db = connect(file, key=KEY)
    assert db.execute("SELECT count(*) FROM t").fetchone()[0] >= len(told)
    assert db.execute("PRAGMA cipher_integrity_check").fetchall() == []
    assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert db.execute("PRAGMA synchronous").fetchone()[0] == 2
    db.close()


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("key", [None, bytes(32)])
def test_without_the_right_key_it_does_not_open(tmp_path: Path, read_only: bool, key: bytes | None) -> None:
    _fill(tmp_path / "secret.db")
    with pytest.raises(GsmonError) as caught:
        connect(tmp_path / "secret.db", read_only=read_only, key=key)
    assert caught.value.code == "workspace.damaged"


def test_reader_with_the_key(tmp_path: Path) -> None:
    _fill(tmp_path / "secret.db")
    db = connect(tmp_path / "secret.db", read_only=True, key=KEY)
    assert db.execute("SELECT x FROM t").fetchone()[0] == MARK
    db.close()


def test_copy_is_encrypted_with_the_same_key(tmp_path: Path) -> None:
    _fill(tmp_path / "secret.db")
    db = connect(tmp_path / "secret.db", key=KEY)
    made = copy_database(db, tmp_path / "copies" / "copy.db", key=KEY)
    db.close()
    assert _readable(tmp_path) == []
    copy = connect(made, key=KEY)
    assert copy.execute("SELECT x FROM t").fetchone()[0] == MARK
    copy.close()


def test_a_short_key_is_refused_and_not_taken_for_a_passphrase(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        connect(tmp_path / "secret.db", key=b"short")
