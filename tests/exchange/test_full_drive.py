"""A shared folder, a stick or the office's disk with no room left: said, nothing half done, and on it goes
when there is room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import export, intake, standing, sync, target, verify
from gsmon_desktop.exchange.folder import Folder
from gsmon_desktop.interviewing import doctor
from gsmon_desktop.store import Workspace, interviews
from tests.exchange.drives import fat32
from tests.exchange.test_intake import stock
from tests.exchange.tools import acquaint, give, give_with_photo
from tests.media.tools import bare_photo
from tests.store.tools import disk, fill_up, noon

FULL = {"file.full", "file.forbidden"}
"""What is said of a full drive: fusefat lets nobody make a folder on it."""


@pytest.fixture(params=["tmpfs", "fat32"])
def drive(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A small drive of its own."""
    with disk(tmp_path / "drive", "8m") if request.param == "tmpfs" else fat32(tmp_path) as root:
        yield root


def _exchanged(ws: Workspace, hq: Workspace, drive: Path) -> Folder:
    """The drive, on which both have exchanged something: their folders are there (fusefat makes none once it
    was full)."""
    shared = target(str(drive))
    give(ws)
    for each in (ws, hq, ws):
        sync(each, shared, now=noon)
    return shared


def _named(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.rglob("*") if file.is_file() and file.name != "ballast")


@pytest.mark.parametrize("left", [0, 20_000, 100_000])
def test_what_does_not_fit_into_a_shared_folder_goes_when_there_is_room(
    ws: Workspace, hq: Workspace, drive: Path, tmp_path: Path, left: int
) -> None:
    shared = _exchanged(ws, hq, drive)
    before = _named(drive)
    given = give_with_photo(ws, tmp_path, bare_photo(1, 900))
    ballast = fill_up(drive, leave=left)
    with pytest.raises(GsmonError) as error:
        sync(ws, shared, now=noon)
    assert error.value.code in FULL
    assert str(drive) in error.value.place
    assert _named(drive) == before
    assert standing(ws, given).state == "made"
    assert sync(hq, shared, now=noon).received.taken.accepted == 0
    ballast.unlink()
    sync(ws, shared, now=noon)
    assert sync(hq, shared, now=noon).received.taken.accepted == 1
    sync(ws, shared, now=noon)
    assert standing(ws, given).state == "accepted"


def test_receipts_that_do_not_fit_come_later(
    ws: Workspace, hq: Workspace, drive: Path, tmp_path: Path
) -> None:
    """What came is taken in all the same; its sender hears of it when there is room."""
    shared = _exchanged(ws, hq, drive)
    given = give_with_photo(ws, tmp_path, bare_photo(2, 200))
    sync(ws, shared, now=noon)
    ballast = fill_up(drive)
    assert sync(hq, shared, now=noon).received.taken.accepted == 1
    assert stock(hq) == stock(ws)
    sync(ws, shared, now=noon)
    assert standing(ws, given).state == "sent"
    ballast.unlink()
    sync(hq, shared, now=noon)
    sync(ws, shared, now=noon)
    assert standing(ws, given).state == "accepted"


@pytest.mark.parametrize("beside", [0, 50_000])
@pytest.mark.parametrize("left", [60_000, 400_000, 1_500_000])
def test_the_offices_own_disk_is_full(
    ws: Workspace, tmp_path: Path, left: int, beside: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Photos before the database or beside it: nothing of the package stays, whatever did not fit."""
    monkeypatch.setattr(intake, "_MEDIA_A_RECORD", beside)
    for seed in range(4):
        give_with_photo(ws, tmp_path, bare_photo(seed, 900))
    (tmp_path / "out").mkdir()
    with (
        disk(tmp_path / "disk", "16m") as small,
        Workspace.create(small / "w", now=noon, role="hq") as office,
    ):
        acquaint(ws, office)
        (package,) = export(ws, tmp_path / "out", now=noon).packages
        assert verify(package, intake.keys.opening(office)).media == 4
        office.value("PRAGMA wal_checkpoint(TRUNCATE)")
        ballast = fill_up(small, leave=left)
        with pytest.raises(GsmonError) as error:
            intake.take_in(office, package, now=noon)
        assert error.value.code in {"file.full", "workspace.disk_full"}
        assert error.value.place == str(office.folder)
        assert interviews.count(office) == 0
        assert _named(office.folder / "media") == []
        ballast.unlink()
        assert intake.take_in(office, package, now=noon).accepted == 4
        assert stock(office) == stock(ws)
        assert doctor.examine(office.folder, now=noon).findings == ()
