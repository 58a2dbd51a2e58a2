"""The power goes at any moment: whatever the disk then holds, everything acknowledged is there.

One recorded run gives any number of cuts: after each change the run made, the disk may hold what was synced
and any part of what was not (`images.py`).
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.acts import ACTS, Act
from tests.e2e.filling import check, script
from tests.e2e.gsmon import COMMAND, steps
from tests.e2e.powerloss.images import Disk
from tests.e2e.powerloss.recording import RECORDER, Change, library, record
from tests.media.tools import bare_photo


@pytest.fixture(scope="session")
def recorder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The compiled recorder."""
    return library(tmp_path_factory.mktemp("recorder"), RECORDER)


def _cuts(disk: Disk, changes: list[Change], image: Path, times: int, draw: random.Random) -> Iterator[str]:
    """Makes `image` after each of `times` random changes; gives what had been said by then."""
    points = Counter(draw.choices(range(1, len(changes) + 1), k=times))
    said = b""
    for at, change in enumerate(changes, start=1):
        if change.op == "A":
            said += change.first
        else:
            disk.take(change)
        for _ in range(points[at]):
            disk.cut(image, draw)
            yield said.decode()


def _cut_filling(workspace: Path, recorder: Path, times: int, seed: int) -> Counter[str]:
    draw = random.Random(seed)
    photo = workspace.parent / "photo.jpg"
    photo.write_bytes(bare_photo(draw.randrange(1000), 380))
    wanted = script(draw, photo, 150)
    disk = Disk(workspace)
    command = [*COMMAND, "--workspace", str(workspace), "interview", "fill", "--form", "visit"]
    changes = record(command, workspace, recorder, steps(wanted))
    came: Counter[str] = Counter()
    image = workspace.parent / "image"
    for said in _cuts(disk, changes, image, times, draw):
        replies = [json.loads(line) for line in said.splitlines()]
        came[check(image, wanted, replies, {})] += 1
    return came


def _cut_act(act: Act, folder: Path, recorder: Path, times: int, seed: int) -> None:
    draw, home, image = random.Random(seed), folder / "дом үй", folder / "image"
    home.mkdir()
    act.prepare(home)
    command, stdin = act.command(home), act.stdin(home)
    disk = Disk(home)
    changes = record(command, home, recorder, stdin)
    for said in _cuts(disk, changes, image, times, draw):
        act.check(image, said.replace(str(home), str(image)))


def test_filling(workspace: Path, recorder: Path) -> None:
    came = _cut_filling(workspace, recorder, 40, seed=5)
    assert came["amid"] >= 20, came


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_acts(act: Act, tmp_path: Path, recorder: Path) -> None:
    _cut_act(act, tmp_path, recorder, 4, seed=6)


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_filling_cut_thousands_of_times(workspace: Path, recorder: Path) -> None:
    came = _cut_filling(workspace, recorder, 2000, seed=7)
    assert came["amid"] >= 1000, came


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_acts_cut_many_times(act: Act, tmp_path: Path, recorder: Path) -> None:
    _cut_act(act, tmp_path, recorder, 150, seed=8)


def test_a_store_that_does_not_sync_is_found_out(workspace: Path, recorder: Path) -> None:
    """The proof that cuts find what they are for: the same run with its syncs taken away loses answers."""
    draw = random.Random(9)
    photo = workspace.parent / "photo.jpg"
    photo.write_bytes(bare_photo())
    wanted = script(draw, photo, 60)
    disk, image = Disk(workspace), workspace.parent / "image"
    command = [*COMMAND, "--workspace", str(workspace), "interview", "fill", "--form", "visit"]
    changes = [each for each in record(command, workspace, recorder, steps(wanted)) if each.op != "S"]
    lost = 0
    for said in _cuts(disk, changes, image, 20, draw):
        try:
            check(image, wanted, [json.loads(line) for line in said.splitlines()], {})
        except Exception:  # noqa: BLE001 - whatever shows the loss
            lost += 1
    assert lost >= 10
