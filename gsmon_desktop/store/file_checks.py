"""Checks of the files beside the database: media, packages in `outbox/`, what interrupted work left."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from gsmon_desktop.store import media
from gsmon_desktop.store.findings import Bench, Check, Finding
from gsmon_desktop.store.media import INCOMING, Progress
from gsmon_desktop.store.workspace import BESIDE, DATABASE, FOLDERS, Workspace


def _find_media(ws: Workspace, progress: Progress) -> Iterator[Finding]:
    """Files interviews name that are gone, or are not what their names say."""
    named = ws.query(
        """SELECT sha256, min(m.original) AS name, min(i.id) AS id FROM media m
        JOIN interview i ON i.number = m.interview GROUP BY sha256 ORDER BY sha256"""
    )
    for at, row in enumerate(named):
        progress(at, len(named))
        file = ws.vault.file_of(row["sha256"])
        values = {"name": row["name"], "path": file.relative_to(ws.folder).as_posix()}
        if not file.exists():
            yield Finding("doctor.media_missing", row["id"], values, repairable=False)
        elif not media.intact(ws.vault, row["sha256"]):
            yield Finding("doctor.media_damaged", row["id"], values)


def _mend_media(ws: Workspace, finding: Finding, bench: Bench) -> Finding:
    """The damaged file makes room for a good one: attached again, or put back from a copy."""
    del ws
    kept = bench.put_aside(bench.folder / str(finding.values["path"]))
    return finding.mended("doctor.media_damaged_done", kept=kept)


def _find_orphans(ws: Workspace, progress: Progress) -> Iterator[Finding]:
    """Files in `media/` no interview names: a kill between the copying and the answer leaves one."""
    del progress
    hashes = (row["sha256"] for row in ws.query(_KEPT_FOR))
    named = {ws.vault.file_of(sha256).name for sha256 in hashes}
    for file in sorted((ws.folder / "media").glob("??/*")):
        if file.is_file() and file.name not in named and not file.name.startswith("."):
            yield Finding("doctor.media_orphan", file.relative_to(ws.folder).as_posix())


# Files of records set aside, or waiting for a person's choice, came in packages and have no row of `media`.
_KEPT_FOR = "SELECT sha256 FROM media UNION SELECT value AS sha256 FROM intake, json_each(intake.files)"


def _find_leftovers(ws: Workspace, progress: Progress) -> Iterator[Finding]:
    """Half-written files under temporary names, and media of a package whose intake was interrupted."""
    del progress
    places = [
        ws.folder,
        *(ws.folder / name for name in (*FOLDERS, *BESIDE)),
        *(ws.folder / "media").glob("??"),
    ]
    for place in places:
        halves = (*place.glob(".*.part*"), *place.glob(f"{DATABASE}.new*"), *place.glob(f"{INCOMING}/*"))
        for file in sorted(halves):
            if file.is_file():
                yield Finding("doctor.leftover", file.relative_to(ws.folder).as_posix())


def _find_packages(ws: Workspace, progress: Progress) -> Iterator[Finding]:
    """Packages in `outbox/` that are not the ones recorded, or not recorded at all."""
    del progress
    made = {row["file"]: row["sha256"] for row in ws.query("SELECT file, sha256 FROM package")}
    for file in sorted((ws.folder / "outbox").glob("gsmon-*.zip*")):
        if file.name not in made:
            yield Finding("doctor.package_unknown", file.relative_to(ws.folder).as_posix())
        elif _digest(file) != made[file.name]:
            yield Finding("doctor.package_damaged", file.relative_to(ws.folder).as_posix())


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _put_aside(ws: Workspace, finding: Finding, bench: Bench) -> Finding:
    del ws
    return finding.mended("doctor.aside_done", kept=bench.put_aside(bench.folder / finding.place))


CHECKS = (
    Check(_find_media, _mend_media),
    Check(_find_orphans, _put_aside),
    Check(_find_leftovers, _put_aside),
    Check(_find_packages, _put_aside),
)
