"""Writes reports of mystery shoppers' visits: one document of all, or a document a visit into a folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.reports import visits_docx, visits_pdf
from gsmon_desktop.reports.pictures import Picture, content, picture
from gsmon_desktop.reports.visits import Visit, visit, visits
from gsmon_desktop.store import Workspace, local_now

Progress = Callable[[int, int], None]
_WRITERS = {".docx": visits_docx.write, ".pdf": visits_pdf.write}


def write_visits(
    ws: Workspace,
    to: Path,
    *,
    catalogue: Catalogue,
    language: str = "ru",
    only: Sequence[str] = (),
    now: Callable[[], datetime] = local_now,
    progress: Progress | None = None,
) -> list[Path]:
    """Writes finished visits: all into one file (.docx or .pdf), or both kinds a visit into a folder.

    `only` are ids of visits. Returns the files in the order written, each of them whole; when cancelled,
    files of this call that are complete already are taken away again. Raises GsmonError
    ``report.not_document``, ``report.no_visits``, ``file.…``.
    """
    if to.suffix.lower() not in (*_WRITERS, "") and not to.is_dir():
        raise GsmonError("report.not_document", str(to))
    keys = visits(ws, only)
    if not keys:
        raise GsmonError("report.no_visits")
    found = [visit(ws, key, catalogue, language, now) for key in keys]
    load = partial(_load, ws)
    options = {"language": language, "made": now()}
    if to.suffix.lower() in _WRITERS and not to.is_dir():
        _WRITERS[to.suffix.lower()](to, found, load, **options, progress=progress)  # type: ignore[arg-type]
        return [to]
    return _folder(to, found, load, language, now(), progress)


def _folder(
    to: Path,
    found: Sequence[Visit],
    load: Callable[[str], Picture | None],
    language: str,
    made: datetime,
    progress: Progress | None,
) -> list[Path]:
    if not to.parent.is_dir():
        raise GsmonError("file.folder_missing", str(to.parent))
    to.mkdir(exist_ok=True)
    jobs = [(each, ending) for each in found for ending in _WRITERS]
    written: list[Path] = []
    try:
        for number, (each, ending) in enumerate(jobs):
            if progress is not None:
                progress(number, len(jobs))
            target = to / f"{each.name}{ending}"
            fresh = not target.exists()
            _WRITERS[ending](target, [each], load, language=language, made=made)
            if fresh:
                written.append(target)
        if progress is not None:
            progress(len(jobs), len(jobs))
    except BaseException:
        for file in written:
            with suppress(OSError):
                file.unlink()
        raise
    return [to / f"{each.name}{ending}" for each, ending in jobs]


def _load(ws: Workspace, sha256: str) -> Picture | None:
    raw = content(ws, sha256)
    return picture(raw) if raw else None
