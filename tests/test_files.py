"""Files are written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from gsmon_desktop import files
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.files import new_file, new_name
from tests.store.tools import disk, fill_up, protect


def _write(target: Path, content: bytes, then: Callable[[], object] = lambda: None) -> None:
    with new_file(target) as part:
        part.stream.write(content)
        then()
        part.place()


@pytest.fixture(params=["nameless", "named"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways of writing: Linux's nameless files, and the hidden name of every other system."""
    if request.param == "named":
        monkeypatch.setattr(files, "_NAMELESS", 0)
    elif not files._NAMELESS:
        pytest.skip("this system knows no nameless files")
    return str(request.param)


@pytest.mark.usefixtures("way")
def test_appears_only_when_placed(tmp_path: Path) -> None:
    target = tmp_path / "книга.bin"
    with new_file(target) as part:
        part.stream.write(b"x" * 100_000)
        assert not target.exists()
        part.place()
        assert target.read_bytes() == b"x" * 100_000
    assert [each.name for each in tmp_path.iterdir()] == ["книга.bin"]


@pytest.mark.usefixtures("way")
def test_not_placed_leaves_nothing(tmp_path: Path) -> None:
    with new_file(tmp_path / "a") as part:
        part.stream.write(b"x")
    with pytest.raises(ZeroDivisionError):
        _write(tmp_path / "a", b"x", then=lambda: 1 // 0)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("way")
def test_replaces_only_where_it_may(tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.write_bytes(b"old")
    with pytest.raises(GsmonError) as error:
        _write(target, b"new")
    assert error.value.code == "file.exists"
    assert target.read_bytes() == b"old"
    with new_file(target, replace=True) as part:
        part.stream.write(b"new")
        assert target.read_bytes() == b"old"
        part.place()
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.usefixtures("way")
def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for folder in (tmp_path / "нет", tmp_path / "file"):
        with pytest.raises(GsmonError) as error, new_file(folder / "a"):
            pass
        assert error.value.code == "file.folder_missing"
        assert error.value.place == str(folder)
    with pytest.raises(GsmonError) as error, new_file(tmp_path, replace=True) as part:
        part.place()
    assert error.value.code == "file.is_folder"


@pytest.mark.usefixtures("way")
@pytest.mark.skipif(os.name == "nt", reason="says so in another way")
def test_a_name_too_long_is_said_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(GsmonError) as caught, new_file(tmp_path / f"{'я' * 130}.xlsx") as part:
        part.place()
    assert caught.value.code == "file.long_name"
    assert list(tmp_path.iterdir()) == []


def test_full_and_protected_disks(tmp_path: Path) -> None:
    with disk(tmp_path / "stick", "1m") as stick:
        ballast = fill_up(stick, leave=50_000)
        with pytest.raises(GsmonError) as error:
            _write(stick / "a", b"x" * 200_000)
        assert error.value.code == "file.full"
        assert list(stick.iterdir()) == [ballast]
        protect(stick)
        with pytest.raises(GsmonError) as error, new_file(stick / "a"):
            pass
        assert error.value.code == "file.forbidden"


def test_what_a_killed_process_left_goes_with_the_next_file(tmp_path: Path) -> None:
    left, busy, own = (
        tmp_path / name for name in (".a.sav.0123abcd.part", ".b.sav.0123abcd.part", ".notes.part")
    )
    for file in (left, busy, own):
        file.write_bytes(b"answers")
    for file in (left, own):
        os.utime(file, (1, 1))
    with new_name(tmp_path / "c.sav") as part:
        part.write_bytes(b"new")
    assert sorted(tmp_path.iterdir()) == sorted((busy, own, tmp_path / "c.sav"))
