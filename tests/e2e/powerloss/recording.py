"""Records what a process does to its files: a small library preloaded into it notes every change in order."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.e2e.gsmon import environment

RECORDER = Path(__file__).with_name("record.c")
_HEAD = struct.Struct("<IIQQII")


@dataclass(frozen=True)
class Change:
    """One thing the process did.

    `op`  O file opened, D folder opened, W written, T cut to `offset`, S synced, R renamed, L named, U name
          taken away, M folder made, X folder removed, A said on its standard output
    """

    op: str
    flags: int
    inode: int
    offset: int
    first: bytes
    second: bytes


def library(folder: Path, source: Path) -> Path:
    """A library to preload, compiled; the test is skipped where it cannot be."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if sys.platform != "linux" or compiler is None:
        pytest.skip("preloading needs Linux and a C compiler")
    made = folder / source.with_suffix(".so").name
    command = [compiler, "-O1", "-shared", "-fPIC", "-o", str(made), str(source), "-ldl", "-lpthread"]
    subprocess.run(command, check=True, capture_output=True)
    return made


def record(command: Sequence[str], root: Path, recorder: Path, stdin: str = "") -> list[Change]:
    """Runs a command to its end; what it did below `root` and said on its standard output."""
    log = recorder.with_name("log")
    log.unlink(missing_ok=True)
    extra = {"LD_PRELOAD": str(recorder), "RECORD_ROOT": str(root), "RECORD_LOG": str(log)}
    done = subprocess.run(
        command, input=stdin.encode(), capture_output=True, check=False,
        env={**environment(), **extra, "PYTHONDONTWRITEBYTECODE": "1"}, cwd=ROOT,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    return list(_read(log.read_bytes()))


def _read(content: bytes) -> Iterator[Change]:
    at = 0
    while at < len(content):
        op, flags, inode, offset, first, second = _HEAD.unpack_from(content, at)
        at += _HEAD.size
        texts = content[at : at + first], content[at + first : at + first + second]
        at += first + second
        yield Change(chr(op), flags, inode, offset, *texts)


def path_of(name: bytes) -> str:
    """A recorded name as a path."""
    return os.path.normpath(os.fsdecode(name))
