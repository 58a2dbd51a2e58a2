"""A large file written and read back by helper threads: the disk has what was said, or one is told."""

from __future__ import annotations

import errno
import hashlib
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import checked_file
from gsmon_desktop.exchange.ahead import ahead
from gsmon_desktop.exchange.checked_file import CheckedFile
from gsmon_desktop.files import NewFile, new_file


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checked_file, "PIECE", 1000)
    monkeypatch.setattr(checked_file, "STRIDE", 5000)


@settings(max_examples=30)
@given(pieces=st.lists(st.binary(max_size=3000), max_size=30))
def test_what_is_written_is_read_back(tmp_path_factory: pytest.TempPathFactory, pieces: list[bytes]) -> None:
    whole = b"".join(pieces)
    target = tmp_path_factory.mktemp("checked") / "a"
    with new_file(target) as part, CheckedFile(part) as file:
        for piece in pieces:
            file.write(piece)
        written, there = file.finish()
        part.place()
    assert (written, there, file.size) == (hashlib.sha256(whole).hexdigest(), written, len(whole))
    assert target.read_bytes() == whole


def test_a_disk_that_keeps_something_else_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk changes a byte after it was written and before it is read back."""
    settle = NewFile.settle

    def changed(part: NewFile, start: int, end: int) -> None:
        settle(part, start, end)
        if start <= 7000 < end:
            with Path(f"/proc/self/fd/{part.stream.fileno()}").open("r+b") as file:
                file.seek(7000)
                file.write(b"!")

    monkeypatch.setattr(NewFile, "settle", changed)
    with new_file(tmp_path / "a") as part, CheckedFile(part) as file:
        for _ in range(12):
            file.write(b"a" * 1000)
        written, there = file.finish()
    assert written == hashlib.sha256(b"a" * 12000).hexdigest() != there
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(part: NewFile, start: int, end: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(NewFile, "settle", full)
    before = threading.active_count()

    def write() -> None:
        with new_file(tmp_path / "a") as part, CheckedFile(part) as file:
            file.write(b"a" * 20000)
            file.finish()

    with pytest.raises(GsmonError, match="full"):
        write()
    assert threading.active_count() == before
    assert list(tmp_path.iterdir()) == []


def test_work_is_done_ahead_in_order_and_no_further() -> None:
    begun: list[int] = []

    def work(number: int) -> int:
        begun.append(number)
        if number == 7:
            raise ValueError("seven")
        return number * number

    results = ahead(work, range(100), 3)
    assert [next(results) for _ in range(7)] == [0, 1, 4, 9, 16, 25, 36]
    with pytest.raises(ValueError, match="seven"):
        next(results)
    assert max(begun) <= 7 + 3


def test_who_leaves_early_leaves_nothing_running() -> None:
    before = threading.active_count()
    results = ahead(str, range(1000), 5)
    assert next(results) == "0"
    results.close()  # type: ignore[attr-defined]
    assert threading.active_count() == before
