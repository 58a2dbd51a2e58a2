"""Takes in whatever lies in files and folders: packages, receipts, packs of settings, by what they are.

Names do not matter, so a cloud drive's "(1)" or "копия 1" is taken in like the file it copies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import giving, intake, packs, receipts, signed
from gsmon_desktop.exchange.intake import NOTHING, Aside, Taken
from gsmon_desktop.exchange.manifest import EVENTS, FORMS, INTERVIEWS, MEDIA, NAME
from gsmon_desktop.exchange.receipts import Answer
from gsmon_desktop.exchange.retrying import retry
from gsmon_desktop.store import Clock, Workspace, age

PACKAGE, ZIP = "package", b"PK\x03\x04"
_BEFORE_NAME, _FIRST = 30, tuple(name.encode() for name in (INTERVIEWS, EVENTS, FORMS, MEDIA, NAME))
"""Where the name of a zip's first entry stands, and how it begins in a package."""
_HEAD = 64
_UNFINISHED = (".part", ".tmp", ".crdownload", ".partial")
"""Endings of files that somebody is still writing."""


@dataclass(frozen=True)
class Received:
    """What was taken in, receipts written for others, and answers to our own packages."""

    taken: Taken = NOTHING
    receipts: tuple[Path, ...] = ()
    answers: tuple[Answer, ...] = ()
    packs: tuple[packs.Pack, ...] = ()


FileProgress = Callable[[Path, int, int], None]
"""Called with a file, and how much of all is done, in KiB."""


def receive(
    ws: Workspace,
    paths: Sequence[Path],
    *,
    now: Clock,
    progress: FileProgress | None = None,
    patient: bool = False,
) -> Received:
    """Takes in files and folders, in the order in which their names sort, and writes receipts beside them.

    What is wrong with one file is said of it and the others are taken in; packages of our own, locked for
    others, are passed over where receipts are looked for beside them. A single file that cannot be read
    raises, unless `patient`, and then nothing changed; nor is then an answer told that was known already.
    `progress` is told the file, and how much of all is done, in KiB; it may raise to stop, and what was taken
    in by then stays.
    """
    files = [(found, root) for path in paths for found, root in _found(path)]
    done, sizes = 0, [_size(path) for path, _ in files]
    alone = not patient and len(paths) == 1 and paths[0].is_file()
    taken, answers, roots = retry(ws, now=now), list[Answer](), dict[str, Path]()
    installed = list[packs.Pack]()
    for (path, root), size in zip(files, sizes, strict=True):
        tell = None if progress is None else partial(_tell, progress, path, done, size, sum(sizes))
        if tell is not None:
            tell(0, 1)
        try:
            if _kind(path) == signed.RECEIPT:
                answers.append(receipts.take_in(ws, path, now=now))
            elif _kind(path) == PACKAGE:
                one = intake.take_in(ws, path, now=now, progress=tell)
                roots |= dict.fromkeys(one.packages, root)
                taken += one
            elif _kind(path) == signed.PACK:
                pack = packs.install(ws, path, now=now)
                installed += [pack] if pack is not None else []
            elif alone or named_as_package(path):
                raise GsmonError("exchange.not_package" if alone else "exchange.damaged", str(path))
        except GsmonError as error:
            if alone or not error.code.startswith("exchange."):
                raise
            if error.code != "exchange.not_for_us" or not giving.is_ours(ws, path):
                taken += Taken(quarantined=(Aside(path.name, None, error),))
        done += size
    if progress is not None and files:
        progress(Path(), done, done)
    written = _receipts(ws, taken.packages, roots, now=now)
    receipts.drop(ws, taken.answers, {ws.folder / "outbox", *roots.values()})
    ours = tuple(answer for answer in answers if answer.sequence and (answer.new or not patient))
    return Received(taken, written, ours, tuple(installed))


def _size(path: Path) -> int:
    """In KiB; one that is gone by now is found out later."""
    with suppress(OSError):
        return 1 + path.stat().st_size // 1024
    return 1


def _tell(progress: FileProgress, path: Path, before: int, size: int, total: int, done: int, of: int) -> None:
    """Of a file of `size` after others, so much is done of so much."""
    progress(path, before + size * done // of, total)


def _found(path: Path) -> Iterator[tuple[Path, Path]]:
    """The files of a path, each with the folder its receipt goes to."""
    if path.is_file():
        yield path, _root(path)
        return
    if not path.is_dir():
        raise GsmonError("exchange.path_missing", str(path))
    for found in sorted(path.rglob("*")):
        if not found.is_file() or passed_over(found):
            continue
        if named_as_package(found) or (_kind(found) and not _other_zip(found)):
            yield found, _root(found)


def _root(path: Path) -> Path:
    """A target's own folder where the file lies in its inbox, else the folder the file lies in."""
    inbox = next((folder for folder in path.parents if folder.name.lower() == "inbox"), None)
    return path.parent if inbox is None else inbox.parent


def passed_over(path: Path) -> bool:
    """Hidden files, and those that somebody is still writing."""
    return path.name.startswith((".", "~")) or path.name.lower().endswith(_UNFINISHED)


def named_as_package(path: Path) -> bool:
    """Whether its name promises a package: one whose first bytes were lost (a stick pulled out, a copy that
    is only as long as it should be) is told, and not passed over."""
    name = path.name.lower()
    return name.endswith(".zip.age") or (name.startswith("gsmon-") and name.endswith(".zip"))


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(_HEAD)
    except OSError as error:
        raise GsmonError("exchange.unreadable", str(path), reason=error) from error


def _other_zip(path: Path) -> bool:
    """Whether it is a zip that begins as no package does: in a folder there may be any."""
    head = _head(path)
    return head.startswith(ZIP) and not head[_BEFORE_NAME:].startswith(_FIRST)


def _kind(path: Path) -> str:
    """package, receipt, pack, or "" for anything else; by the first bytes."""
    head = _head(path)
    if head.startswith((age.MAGIC, ZIP)):
        return PACKAGE
    kinds = (kind for kind in (signed.RECEIPT, signed.PACK) if f'"gsmon": "{kind}"'.encode() in head)
    return next(kinds, "")


def _receipts(
    ws: Workspace, packages: Iterable[str], roots: dict[str, Path], *, now: Clock
) -> tuple[Path, ...]:
    """Receipts of everybody's packages but our own. Where nothing can be written they lie in the outbox."""
    written = []
    for package in dict.fromkeys(packages):
        if ws.value("SELECT device FROM intake WHERE package = ?", [package]) == ws.settings["device"]:
            continue
        home = ws.folder / "outbox"
        try:
            written.append(receipts.write(ws, package, roots.get(package, home), now=now))
        except GsmonError as error:
            if not error.code.startswith("file."):
                raise
            written.append(receipts.write(ws, package, home, now=now))
    return tuple(written)
