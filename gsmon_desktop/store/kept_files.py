"""Files a workspace keeps beside its media, under another key: what repairs put aside, packages that wait.

In an encrypted workspace they are age files to the media's key, or came as age files to somebody. What they
hold does not matter here: an age file stays as it is unless our key opens it and the workspace becomes plain.
"""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.files import new_file
from gsmon_desktop.store import age
from gsmon_desktop.store.vault import Vault

SEALED = ".age"
"""What a file's name ends with when it was sealed here; it goes with the seal."""


def is_sealed(file: Path) -> bool:
    """Does it begin as an age file does?"""
    with file.open("rb") as stream:
        return stream.read(len(age.MAGIC)) == age.MAGIC


def turn(file: Path, place: Path, old: Vault, new: Vault, *, ending: str = SEALED) -> None:
    """Writes a file of a workspace kept by `old` to `place` as `new` keeps it; `ending` "" keeps the name.

    Raises OSError.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    sealed = is_sealed(file)
    if new.keys is not None and not sealed:
        with file.open("rb") as stream, new_file(place.with_name(place.name + ending), replace=True) as made:
            new.write(stream, made.stream)
            made.place()
        return
    if new.keys is None and sealed:
        try:
            with old.open_file(file) as stream:
                bare = place.with_name(place.name.removesuffix(ending))
                with new_file(bare, replace=True) as made:
                    shutil.copyfileobj(stream, made.stream)
                    made.place()
            return
        except GsmonError as error:
            if error.code != "media.damaged":
                raise  # else it is somebody else's, or damaged already, and stays what it is
    shutil.copy2(file, place)


def readable_packages(folder: Path, made: dict[str, str]) -> tuple[list[Path], list[Path]]:
    """The files of `outbox/` anybody can read: those of `made` (SHA-256 by name), whole; then the others."""
    whole: list[Path] = []
    others: list[Path] = []
    for file in sorted(each for each in folder.rglob("*") if each.is_file()):
        if is_sealed(file):
            continue
        with file.open("rb") as stream:
            ours = made.get(file.name) == hashlib.file_digest(stream, "sha256").hexdigest()
        (whole if ours else others).append(file)
    return whole, others
