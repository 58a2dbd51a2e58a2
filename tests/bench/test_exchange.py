"""The exchange beside the unavoidable: reading, hashing, encrypting and writing the same bytes, and for an
intake the way back: reading, decrypting, hashing and writing them into files.

A region's year: 12,516 interviews, 2,000 photos of 300 KB. Peaks of memory are those of `gsmon` as a process.
"""

from __future__ import annotations

import hashlib
import io
import math
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import pyrage
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from gsmon_desktop.exchange import export, keys, peers, receive
from gsmon_desktop.exchange.intake import take_in
from gsmon_desktop.exchange.reading import opened
from gsmon_desktop.exchange.unzipping import entries
from gsmon_desktop.interviewing import latest_form
from gsmon_desktop.reference import catalogue, edition
from gsmon_desktop.scoring import preview
from gsmon_desktop.store import Workspace, age, local_now
from tests.bench import bulk
from tests.conftest import ROOT
from tests.e2e.gsmon import COMMAND, environment

pytestmark = pytest.mark.bench

INTERVIEWS, PHOTOS, PHOTO = 12_516, 2_000, 300_000
REGIONS = 20
EXPORT = "export 12,516 interviews, 2,000 photos / read, hash, encrypt, write"
INTAKE = "take them in / read, decrypt, hash, write into files"
AGAIN = "take the same package in again / the first time"
TWENTY = "20 packages of 626 interviews into HQ / their bytes bare"
PREVIEW = "merged preview right after / the sender's"


@dataclass
class Region:
    """A supervisor's workspace, the office, and what was measured of the package between them."""

    ws: Workspace
    hq: Workspace
    folder: Path
    package: Path = Path()
    bare: float = math.inf
    bare_intake: float = math.inf
    first: float = 0.0


def _acquaint(ws: Workspace, hq: Workspace) -> None:
    peers.trust(ws, keys.identity(hq, now=local_now).public, now=local_now, kind=peers.RECIPIENT)
    peers.trust(hq, keys.identity(ws, now=local_now).public, now=local_now, kind=peers.SENDER)


def _photos(ws: Workspace, many: int) -> None:
    """Photos straight into the workspace, each named by an answer of an interview of its own."""
    draw = random.Random(1)
    rows = []
    for number in range(1, many + 1):
        content = draw.randbytes(PHOTO)
        sha256 = hashlib.sha256(content).hexdigest()
        place = ws.vault.file_of(sha256)
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(content)
        rows.append((number, "photo-1.jpg", "/data/photo", sha256, PHOTO, "image/jpeg", "photo.jpg", ""))
    with ws.transaction() as db:
        db.conn.executemany(
            """INSERT INTO media (interview, name, path, sha256, size, type, original, added)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
            rows,
        )
        db.conn.executemany(
            "INSERT INTO answer VALUES (?, '/data/photo', 'photo-1.jpg')", [row[:1] for row in rows]
        )


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Region]:
    folder = tmp_path_factory.mktemp("exchange")
    with (
        bulk.make(folder / "region", INTERVIEWS, sent=0, role="supervisor") as ws,
        Workspace.create(folder / "hq", now=local_now, role="hq") as hq,
    ):
        _photos(ws, PHOTOS)
        _acquaint(ws, hq)
        (folder / "out").mkdir()
        yield Region(ws, hq, folder)


def _bare(region: Region) -> tuple[float, float]:
    """Seconds to read each entry's content from a file of its own, hash, encrypt and write it, synced; and to
    read that, decrypt, hash and write it into files, synced. The least of what was measured."""
    source, back = region.folder / "bytes", region.folder / "back"
    if not source.exists():
        source.mkdir()
        with opened(region.package, keys.identity(region.hq, now=local_now).ages) as stream:
            for number, (_, pieces) in enumerate(entries(stream, "")):
                with (source / f"{number:05d}").open("wb") as file:
                    file.writelines(pieces)
    own, paths, package = (
        pyrage.x25519.Identity.generate(),
        sorted(source.iterdir()),
        region.folder / "bare.age",
    )
    for _ in range(3):
        region.bare = min(region.bare, _seconds(lambda: _bare_export(paths, package, own.to_public())))
    for _ in range(3):
        region.bare_intake = min(
            region.bare_intake, _seconds(lambda: _bare_intake(package, paths, back, own))
        )
        shutil.rmtree(back)
    return region.bare, region.bare_intake


def _seconds(work: Callable[[], object]) -> float:
    """How long it takes while the disk has nothing left to do."""
    os.sync()
    began = perf_counter()
    work()
    return perf_counter() - began


def _bare_export(paths: list[Path], package: Path, to: pyrage.x25519.Recipient) -> None:
    def pieces() -> Iterator[bytes]:
        for path in paths:
            digest = hashlib.sha256()
            with path.open("rb") as file:
                while piece := file.read(1 << 20):
                    digest.update(piece)
                    yield piece

    with package.open("wb") as target:
        pyrage.encrypt_io(age.Pieces(pieces()), target, [to])
        target.flush()
        os.fsync(target.fileno())


def _bare_intake(package: Path, paths: list[Path], folder: Path, own: pyrage.x25519.Identity) -> None:
    folder.mkdir()
    sizes = [(folder / path.name, path.stat().st_size) for path in paths]
    with package.open("rb") as source, io.BufferedWriter(_Files(iter(sizes)), 1 << 20) as target:
        pyrage.decrypt_io(source, target, [own])
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(_sync, [path for path, _ in sizes]))


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


class _Files(io.RawIOBase):
    """What is written goes into files of these sizes, one after another, and is hashed."""

    def __init__(self, files: Iterator[tuple[Path, int]]) -> None:
        self._files, self._left = files, 0

    def writable(self) -> bool:
        return True

    def write(self, content: memoryview) -> int:  # type: ignore[override]
        at = 0
        while at < len(content):
            if not self._left:
                path, self._left = next(self._files)
                self._file, self._digest = path.open("wb"), hashlib.sha256()
            piece = content[at : at + self._left]
            self._file.write(piece)
            self._digest.update(piece)
            at += len(piece)
            self._left -= len(piece)
            if not self._left:
                self._file.close()
        return len(content)


_MEASURE = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def _peak(*arguments: str | Path) -> float:
    """Megabytes a `gsmon` process had at the most. A small process starts it: to the system, a child has had
    what its parent had when it began."""
    done = subprocess.run(
        [sys.executable, "-c", _MEASURE, *COMMAND, *map(str, arguments)],
        capture_output=True, check=True, env=environment(), cwd=ROOT,
    )  # fmt: skip
    return int(done.stdout) / 1024


@pytest.mark.benchmark(group=EXPORT)
def test_ours_export(benchmark: BenchmarkFixture, region: Region) -> None:
    def ours() -> None:
        (region.package,) = export(region.ws, region.folder / "out", now=local_now).packages

    benchmark.pedantic(ours, setup=os.sync, rounds=1)
    benchmark.extra_info["bare"], _ = _bare(region)


@pytest.mark.benchmark(group=INTAKE)
def test_ours_intake(benchmark: BenchmarkFixture, region: Region) -> None:
    def ours() -> None:
        began = perf_counter()
        assert take_in(region.hq, region.package, now=local_now).accepted == INTERVIEWS
        region.first = perf_counter() - began

    benchmark.pedantic(ours, setup=os.sync, rounds=1)
    there, back = _bare(region)
    benchmark.extra_info["bare"] = back
    benchmark.extra_info["the same beside read, hash, encrypt, write"] = f"{region.first / there:.2f}"


@pytest.mark.benchmark(group=AGAIN)
def test_ours_again(benchmark: BenchmarkFixture, region: Region) -> None:
    benchmark.pedantic(lambda: take_in(region.hq, region.package, now=local_now), rounds=3)
    benchmark.extra_info["bare"] = region.first


@pytest.mark.benchmark(group=PREVIEW)
def test_ours_preview(benchmark: BenchmarkFixture, region: Region) -> None:
    def bare() -> float:
        began = perf_counter()
        preview(region.ws, edition(), catalogue())
        return perf_counter() - began

    benchmark.pedantic(lambda: preview(region.hq, edition(), catalogue()), rounds=5)
    benchmark.extra_info["bare"] = min(bare() for _ in range(5))


@pytest.mark.benchmark(group=TWENTY)
def test_ours_twenty(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with Workspace.create(tmp_path / "hq", now=local_now, role="hq") as hq:
        for number in range(REGIONS):
            with bulk.make(tmp_path / str(number), 626, seed=number, sent=0, role="supervisor") as ws:
                _acquaint(ws, hq)
                export(ws, tmp_path / "out", now=local_now)
                assert latest_form(ws, "mass_survey")
        packages = sorted((tmp_path / "out").iterdir())

        def ours() -> None:
            assert receive(hq, packages, now=local_now).taken.accepted == REGIONS * 626

        benchmark.pedantic(ours, rounds=1)
        benchmark.extra_info["bare"] = sum(_bare(Region(hq, hq, *pair))[1] for pair in _each(packages))


def _each(packages: list[Path]) -> Iterator[tuple[Path, Path]]:
    """A folder of its own for the bytes of each package."""
    for number, package in enumerate(packages):
        folder = package.parent.parent / f"bare-{number}"
        folder.mkdir()
        yield folder, package


@pytest.mark.benchmark(group="memory of gsmon export and import")
@pytest.mark.parametrize("photos", [20, 2_000])
def test_peak(benchmark: BenchmarkFixture, tmp_path: Path, photos: int) -> None:
    """Six megabytes of media and six hundred: the peak is the same."""
    with (
        bulk.make(tmp_path / "region", 2_000, sent=0, role="supervisor") as ws,
        Workspace.create(tmp_path / "hq", now=local_now, role="hq") as hq,
    ):
        _photos(ws, photos)
        _acquaint(ws, hq)
    out = tmp_path / "out"
    out.mkdir()
    made = benchmark.pedantic(
        lambda: _peak("--workspace", tmp_path / "region", "export", "--to", out), rounds=1
    )
    taken = _peak("--workspace", tmp_path / "hq", "import", out)
    benchmark.extra_info[f"peak with {photos} photos, MB, export / import"] = f"{made:.0f} / {taken:.0f}"
