"""A photo on its way to an answer, beside what Pillow alone needs to decode, shrink and encode it."""

from __future__ import annotations

import io
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

import pytest
from PIL import Image
from pytest_benchmark.fixture import BenchmarkFixture

from gsmon_desktop.interviewing import start
from gsmon_desktop.store import Workspace, local_now
from tests.interviewing.test_attaching import SURVEY
from tests.interviewing.tools import put_survey
from tests.media.tools import encoded, tags

pytestmark = pytest.mark.bench
PHOTO = "attach a 12-megapixel photo / Pillow's decode, resize, encode"


def telephone_photo() -> bytes:
    """Twelve megapixels with the detail and the tags of a telephone's photo."""
    coarse = Image.frombytes("RGB", (500, 375), Random(1).randbytes(500 * 375 * 3))
    return encoded(coarse.resize((4000, 3000), Image.Resampling.BICUBIC), quality=92, exif=tags(6))


def bare(content: bytes) -> bytes:
    """The least there is to do: the whole picture decoded, made 1600 pixels long, encoded."""
    with Image.open(io.BytesIO(content)) as image:
        small = image.resize((1600, 1200), Image.Resampling.LANCZOS)
    stream = io.BytesIO()
    small.save(stream, "JPEG", quality=85)
    return stream.getvalue()


@pytest.mark.benchmark(group=PHOTO)
def test_ours_attach(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    content, times = telephone_photo(), []
    with Workspace.create(tmp_path / "w", now=local_now) as ws:
        put_survey(ws, tmp_path, SURVEY)
        interview = start(ws, "media", now=local_now)

        def fresh() -> tuple[tuple[Path], dict[str, object]]:
            """Taking turns with the bare one; another file each time, so that nothing is there already."""
            before = perf_counter()
            bare(content)
            times.append(perf_counter() - before)
            file = tmp_path / f"{len(times)}.jpg"
            file.write_bytes(content + bytes([len(times)]))
            return (file,), {}

        benchmark.pedantic(lambda file: interview.attach("/data/photo", file), setup=fresh, rounds=9)
    benchmark.extra_info["bare"] = median(times)
