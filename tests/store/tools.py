"""What the tests of the store share: a clock, forms and interviews put in by hand, small disks."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from gsmon_desktop.store import Workspace, forms, records, stamp

ALMATY = timezone(timedelta(hours=5))
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=ALMATY)
"""A Monday."""


def noon() -> datetime:
    """A clock that stands."""
    return NOON


def put_form(ws: Workspace, form_id: str = "visit", version: str = "1") -> str:
    """A form version nobody opens; returns its hash."""
    hash_ = f"{form_id}-{version}".ljust(64, "0")
    kept = forms.FormVersion(hash_, form_id, version, "Анкета", stamp(NOON))
    forms.add(ws, kept, forms.FormContent("<h:html/>", {"list.csv": b"name\n"}, "visit.xlsx", b"PK"))
    return hash_


def put_interview(
    ws: Workspace,
    form_hash: str,
    *,
    at: datetime = NOON,
    done: records.Finished | None = None,
    texts: tuple[str, ...] = (),
    interviewer: str = "Айгүл",
) -> int:
    """A draft, or a finished interview where `done` says what was finished; returns its number."""
    name = str(uuid.uuid4())
    new = records.NewInterview(
        name, "visit", form_hash, f"uuid:{name}", "device", interviewer, "Русский (ru)", stamp(at)
    )
    with ws.transaction() as db:
        number = records.insert(db, new)
        records.set_words(db, number, texts)
        records.append(db, number, records.Event(stamp(at), interviewer, "opened", 1))
        if done is not None:
            records.finish(db, number, 1, done, 60)
    return number


def finished(at: datetime = NOON, *, outcome: str = "complete", **columns: str) -> records.Finished:
    """What finishing fixes, with one score and one fact."""
    return records.Finished(
        at=stamp(at),
        outcome=outcome,
        instance="<data/>",
        hash="a" * 64,
        columns=columns,
        scores={"staff": "5"} if outcome == "complete" else {},
        facts={"region": columns.get("region", "")},
    )


@contextlib.contextmanager
def disk(folder: Path, size: str) -> Iterator[Path]:
    """A disk of its own of `size` (tmpfs, as root); the test is skipped where none can be mounted."""
    if os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("a small disk needs root and mount(8)")
    folder.mkdir()
    made = _mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder))
    if made.returncode:
        pytest.skip(f"no tmpfs can be mounted here: {made.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def protect(folder: Path) -> None:
    """Makes a disk of `disk` read-only."""
    made = _mount("-o", "remount,ro", str(folder))
    assert made.returncode == 0, made.stderr


def fill_up(folder: Path, *, leave: int = 0) -> Path:
    """Fills a disk to the last byte but `leave`; returns the file that does it."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(b"x" * 4096) == 4096:
            pass
    if leave:
        os.truncate(ballast, max(0, ballast.stat().st_size - leave))
    return ballast


def _mount(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["mount", *arguments], capture_output=True, encoding="utf-8", check=False)
