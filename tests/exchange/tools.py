"""A workspace with interviews of every kind, and packages made by hand."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any

from gsmon_desktop.exchange.manifest import EVENTS, INTERVIEWS, Manifest, Record
from gsmon_desktop.exchange.writing import PackageWriter, line
from gsmon_desktop.interviewing import record, resume, start
from gsmon_desktop.store import Workspace
from tests.interviewing.tools import PAPER, REFUSED
from tests.media.tools import bare_photo
from tests.store.tools import NOON, noon

FORM_HASH = "f" * 64
PHOTO = bare_photo()


def give(ws: Workspace, answers: dict[str, str] = PAPER) -> str:
    """Records a finished interview; returns its id."""
    return record(
        ws,
        "visit",
        answers,
        started=NOON,
        finished=NOON + timedelta(minutes=4),
        interviewer="Айгүл",
        now=noon,
    )


def give_with_photo(ws: Workspace, folder: Path, photo: bytes = PHOTO) -> str:
    """An interview with a photo, a comment and two rows of its repeat."""
    file = folder / "фото.jpg"
    file.write_bytes(photo)
    interview = start(ws, "visit", now=noon)
    for path, value in PAPER.items():
        interview.answer(path, value)
    interview.add("/data/visit")
    interview.answer("/data/visit[1]/what", "=1+1")
    interview.attach("/data/photo", file)
    interview.comment("/data/staff", "сказал не сразу")
    interview.finish()
    return interview.id


def give_all(ws: Workspace, folder: Path) -> dict[str, str]:
    """A complete interview, a refusal, one with a photo, and a draft, which never travels."""
    found = {"paper": give(ws), "refused": give(ws, REFUSED), "photo": give_with_photo(ws, folder)}
    start(ws, "visit", now=noon)
    return found


def finish_again(ws: Workspace, id: str, path: str, value: str) -> None:  # noqa: A002 - the column's word
    """Corrects one answer of a reopened interview and finishes it."""
    interview = resume(ws, id, now=noon)
    interview.answer(path, value)
    interview.finish()


def ids() -> Callable[[], str]:
    """Package ids that repeat from run to run."""
    numbers: Iterator[int] = iter(range(1, 1000))
    return lambda: f"00000000-0000-0000-0000-{next(numbers):012d}"


def read_lines(package: Path, entry: str) -> list[dict[str, Any]]:
    """The documents of a `.jsonl` entry, read with nothing of ours."""
    with zipfile.ZipFile(package) as opened:
        return [json.loads(text) for text in opened.read(entry).splitlines()]


def package(path: Path, *, media: bytes = b"photo", **changed: Any) -> Manifest:
    """A sound package of one interview; `changed` replaces fields of its manifest."""
    instance = "<data/>"
    own = Record("i1", 1, hashlib.sha256(instance.encode()).hexdigest(), "finished")
    sha = hashlib.sha256(media).hexdigest()
    file = {
        "path": "/data/photo",
        "name": "photo-1.jpg",
        "sha256": sha,
        "size": len(media),
        "type": "image/jpeg",
    }
    with path.open("w+b") as stream, ExitStack() as stack:
        writer = stack.enter_context(PackageWriter(stream))
        with writer.entry(INTERVIEWS) as write:
            form = {"id": "visit", "version": "1", "hash": FORM_HASH}
            write(line({**vars(own), "form": form, "instance": instance, "media": [file]}))
        with writer.entry(EVENTS) as write:
            write(line({"interview": "i1", "id": 1}))
        writer.add(f"forms/{FORM_HASH}/form.xml", b"<h:html/>" * 50)
        writer.copy(f"media/{sha}", io.BytesIO(media))
        fields: dict[str, Any] = {
            "package": "p1",
            "device": "d1",
            "person": "Айгүл",
            "region": "astana",
            "sequence": 1,
            "made": NOON,
            "program": "gsmon 0",
            "entries": tuple(sorted(writer.entries, key=lambda entry: entry.name)),
            "interviews": (own,),
        }
        manifest = Manifest(**(fields | changed))
        writer.finish(manifest)
    return manifest


def rewritten(path: Path, change: Callable[[dict[str, bytes]], None], *, extra: str = "") -> Path:
    """A copy of a package whose entries `change` has been at; `extra` is an entry written twice."""
    with zipfile.ZipFile(path) as opened:
        entries = {name: opened.read(name) for name in opened.namelist()}
    change(entries)
    target = path.with_name("changed.zip")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in entries.items():
            made.writestr(name, content)
        if extra:
            made.writestr(zipfile.ZipInfo(extra), entries[extra])
    return target
