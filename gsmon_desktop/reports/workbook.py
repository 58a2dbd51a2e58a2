"""The Excel workbook of a workspace: passport, interviews, codebook, tables, scores, charts."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from gsmon_desktop import scoring
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.files import new_file
from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.reports import charts, passport, ratings, red_tape, scores, tables, wide
from gsmon_desktop.reports.context import Context
from gsmon_desktop.reports.interviews import versions
from gsmon_desktop.reports.questions import questionnaire
from gsmon_desktop.reports.texts import Texts
from gsmon_desktop.store import Workspace, local_now

Progress = Callable[[int, int], None]
"""Called with interviews done and interviews there are; may raise to cancel."""

_TOLD_EVERY = 100


def workbook(
    ws: Workspace,
    to: Path,
    *,
    edition: Edition,
    catalogue: Catalogue,
    language: str = "ru",
    personal: bool = False,
    now: Callable[[], datetime] = local_now,
    progress: Progress | None = None,
) -> Path:
    """Writes the workbook of all finished interviews to the file `to` (.xlsx), whole or not at all.

    `personal` puts in what forms mark as personal (phones, names); else those columns are left out. Memory
    does not grow with the number of interviews. Raises GsmonError ``report.not_xlsx`` or ``file.…``.
    """
    if to.suffix.lower() != ".xlsx":
        raise GsmonError("report.not_xlsx", str(to))
    with new_file(to, replace=True) as part, ws.db.atomic():
        book = Workbook(write_only=True)
        try:
            texts = Texts("workbook", language)
            context = Context(
                ws=ws,
                book=book,
                texts=texts,
                edition=edition,
                catalogue=catalogue,
                scores=scoring.preview(ws, edition, catalogue),
                questionnaires=[questionnaire(forms, edition, texts) for forms in versions(ws).values()],
                made=now(),
                personal=personal,
            )
            _fill(context, progress)
            with ZipFile(part.stream, "w", ZIP_DEFLATED, allowZip64=True) as archive:
                ExcelWriter(book, archive).save()
        finally:
            sweep(book)
        part.place()
    return to


def _fill(context: Context, progress: Progress | None) -> None:
    context.book.properties.title = context.texts("workbook.title")
    context.book.properties.creator = context.ws.settings.get("name", "")
    context.book.properties.created = context.book.properties.modified = context.made
    passport.write(context)
    tell = _Teller(context, progress)
    for each in context.questionnaires:
        wide.write(context, each, tell)
    tables.write_codebook(context)
    tables.write_frequencies(context)
    services = scores.write_services(context)
    scores.write_criteria(context)
    items = scores.write_items(context)
    scores.write_bodies(context)
    scores.write_regions(context)
    red_tape.write(context)
    ratings.write(context)
    charts.write(context, services, items)


class _Teller:
    """Counts interviews written and tells now and then."""

    def __init__(self, context: Context, progress: Progress | None) -> None:
        self._progress = progress
        self._done = 0
        self._all = int(context.ws.value("SELECT count(*) FROM interview WHERE status = 'finished'"))

    def __call__(self) -> None:
        self._done += 1
        if self._progress and (self._done % _TOLD_EVERY == 0 or self._done == self._all):
            self._progress(self._done, self._all)


def sweep(book: Workbook) -> None:
    """Closes and removes openpyxl's temporary sheets where saving did not come to it: they hold answers."""
    for sheet in book.worksheets:
        writer = getattr(sheet, "_writer", None)  # openpyxl has no public way
        if writer is not None:
            with suppress(OSError, ValueError):
                if not getattr(sheet, "closed", True):
                    sheet.close()
            with suppress(OSError):
                Path(writer.out).unlink(missing_ok=True)
