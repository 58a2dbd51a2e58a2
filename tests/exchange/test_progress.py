"""However large a package is, one sees how far it is and can stop it, and then nothing of it came in."""

from __future__ import annotations

from pathlib import Path

import pytest

from gsmon_desktop.exchange import export, receive, sync, target
from gsmon_desktop.exchange import intake as module
from gsmon_desktop.store import Workspace
from tests.exchange.test_intake import frozen, stock
from tests.exchange.tools import give, give_with_photo
from tests.media.tools import bare_photo
from tests.store.tools import noon


class Told:
    """What a progress was told; raises when so much is done."""

    def __init__(self, stop: float = 2.0) -> None:
        self.shares: list[float] = []
        self._stop = stop

    def __call__(self, done: int, total: int) -> None:
        self.shares.append(done / total)
        if self.shares[-1] >= self._stop:
            raise KeyboardInterrupt


@pytest.fixture
def packages(ws: Workspace, out: Path, tmp_path: Path) -> list[Path]:
    """One with photos only, one of interviews without."""
    for seed in range(4):
        give_with_photo(ws, tmp_path, bare_photo(seed, 200))
    export(ws, out, now=noon)
    for _ in range(3):
        give(ws)
    export(ws, out, now=noon)
    return sorted(out.iterdir())


@pytest.mark.parametrize("beside", [0, 50_000])
def test_of_each_package_it_is_told_how_far_it_is(
    hq: Workspace, packages: list[Path], beside: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Photos before the database or beside it."""
    monkeypatch.setattr(module, "_MEDIA_A_RECORD", beside)
    told, files = Told(), list[Path]()

    def progress(path: Path, done: int, total: int) -> None:
        files.append(path)
        told(done, total)

    assert receive(hq, packages, now=noon, progress=progress).taken.accepted == 7
    assert told.shares == sorted(told.shares)
    assert (told.shares[0], told.shares[-1]) == (0, 1)
    assert list(dict.fromkeys(files)) == [*packages, Path()]
    assert len(set(told.shares)) > 5


@pytest.mark.parametrize("beside", [0, 50_000])
@pytest.mark.parametrize("stop", [0.1, 0.5, 0.9, 1.0])
def test_stopped_midway_nothing_of_the_package_came_in(
    hq: Workspace, packages: list[Path], stop: float, beside: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_MEDIA_A_RECORD", beside)
    before = frozen(hq)
    with pytest.raises(KeyboardInterrupt):
        module.take_in(hq, packages[0], now=noon, progress=Told(stop))
    assert frozen(hq) == before
    assert module.take_in(hq, packages[0], now=noon).accepted == 4


def test_a_sync_tells_of_both_ways(
    ws: Workspace, hq: Workspace, packages: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "shared").mkdir()
    shared = target(str(tmp_path / "shared"))
    sync(ws, shared, now=noon)
    give(ws)
    sent, taken = Told(), Told()
    sync(ws, shared, now=noon, progress=sent)
    sync(hq, shared, now=noon, progress=taken)
    assert sent.shares[-1] == taken.shares[-1] == 1
    assert stock(hq) == stock(ws)
