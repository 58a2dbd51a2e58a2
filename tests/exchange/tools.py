"""A workspace with interviews of every kind, and packages made by hand."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from gsmon_desktop.exchange import keys, peers
from gsmon_desktop.exchange.keys import Identity, PublicKeys
from gsmon_desktop.exchange.manifest import INTERVIEWS, NAME, SIGNATURE, SIGNED, Manifest, Record
from gsmon_desktop.exchange.reading import opened
from gsmon_desktop.exchange.writing import PackageWriter, line
from gsmon_desktop.interviewing import record, resume, start
from gsmon_desktop.store import Workspace, age
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


def acquaint(sender: Workspace, receiver: Workspace) -> None:
    """The sender encrypts to the receiver, who takes in its packages; receipts are believed."""
    peers.trust(sender, keys.identity(receiver, now=noon).public, now=noon, kind=peers.RECIPIENT)
    peers.trust(receiver, keys.identity(sender, now=noon).public, now=noon, kind=peers.SENDER)


@cache
def stranger(device: str = "d1") -> Identity:
    """Keys of a device that no workspace has."""
    private = Ed25519PrivateKey.generate()
    age = pyrage.x25519.Identity.generate()
    public = PublicKeys(device, private.public_key().public_bytes_raw().hex(), str(age.to_public()))
    return Identity(public, private.private_bytes_raw(), (str(age),))


def contents(package: Path, identities: tuple[str, ...] = ()) -> dict[str, bytes]:
    """The entries of a package, unzipped with nothing of ours."""
    with opened(package, identities) as stream, zipfile.ZipFile(BytesIO(stream.read())) as found:
        return {name: found.read(name) for name in found.namelist()}


def read_lines(package: Path, identities: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """The documents of `interviews.jsonl`."""
    return [json.loads(text) for text in contents(package, identities)[INTERVIEWS].splitlines()]


def package(path: Path, *, media: bytes = b"photo", own: Identity | None = None, **changed: Any) -> Manifest:
    """A sound package of one interview; `changed` replaces fields of its manifest."""
    own = own or stranger()
    instance = "<data/>"
    record_ = Record("i1", 1, hashlib.sha256(instance.encode()).hexdigest(), "finished")
    sha = hashlib.sha256(media).hexdigest()
    file = {
        "path": "/data/photo",
        "name": "photo-1.jpg",
        "sha256": sha,
        "size": len(media),
        "type": "image/jpeg",
    }
    form = {"id": "visit", "version": "1", "hash": FORM_HASH}
    text = line({**vars(record_), "form": form, "instance": instance, "media": [file]})
    entries = {INTERVIEWS: text, f"forms/{FORM_HASH}.json": b"{}" * 50, f"media/{sha}": media}
    writer = PackageWriter()
    for name, content in entries.items():
        list(writer.entry(name, [content]))
    fields: dict[str, Any] = {
        "package": "p1",
        "device": own.public.device,
        "sign": own.public.sign,
        "recipient": own.public.recipient,
        "batch": "b1",
        "person": "Айгүл",
        "region": "astana",
        "sequence": 1,
        "made": NOON,
        "program": "gsmon 0",
        "entries": tuple(sorted(writer.entries, key=lambda entry: entry.name)),
        "interviews": (record_,),
    }
    manifest = Manifest(**(fields | changed))
    build(path, {**entries, NAME: manifest.to_json()}, own)
    return manifest


def build(path: Path, entries: dict[str, bytes], own: Identity | None = None, *, twice: str = "") -> None:
    """A zip of these entries in the order of a package, its manifest signed by `own`."""
    entries = dict(entries)
    if own is not None and NAME in entries:
        entries[SIGNATURE] = own.sign(SIGNED + entries[NAME]).hex().encode()
    names = sorted(
        entries, key=lambda name: (name.startswith("media/"), name == SIGNATURE, name == NAME, name)
    )
    writer = PackageWriter()
    with path.open("wb") as stream:
        for name in [*names, *([twice] if twice else [])]:
            for piece in writer.entry(name, [entries[name]]):
                stream.write(piece)
        for piece in writer.finish():
            stream.write(piece)


def rewritten(
    path: Path, change: Callable[[dict[str, bytes]], object], *, own: Identity | None = None, twice: str = ""
) -> Path:
    """A copy of a package whose entries `change` has been at, signed anew; `twice` is written twice."""
    entries = contents(path)
    entries.pop(SIGNATURE, None)
    change(entries)
    target = path.with_name("changed.zip")
    build(target, entries, own or stranger(), twice=twice)
    return target


def locked(path: Path, *identities: Identity) -> Path:
    """A package encrypted to others."""
    target = path.with_name(path.name + ".age")
    with target.open("wb") as stream:
        age.encrypt(age.Pieces([path.read_bytes()]), stream, [each.public.recipient for each in identities])
    return target
