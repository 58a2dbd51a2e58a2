"""The Excel workbook of a workspace: passport, interviews, codebook, tables, scores, charts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from gsmon_desktop import scoring
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.files import new_file
from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.reports import charts, crossings, long, passport, ratings, red_tape, scores, tables, wide
from gsmon_desktop.reports.book import Book
from gsmon_desktop.reports.compared import ALONE, Compared
from gsmon_desktop.reports.context import Context
from gsmon_desktop.reports.interviews import versions
from gsmon_desktop.reports.questions import questionnaire
from gsmon_desktop.reports.texts import Texts
from gsmon_desktop.store import Workspace, local_now

Progress = Callable[[int, int], None]
"""Called with steps done and steps there are, two an interview; may raise to cancel."""

_TOLD_EVERY = 100


def workbook(  # noqa: PLR0913 (all by name; each is one thing of the report)
    ws: Workspace,
    to: Path,
    *,
    edition: Edition,
    catalogue: Catalogue,
    language: str = "ru",
    personal: bool = False,
    cross: Sequence[crossings.Pair] = (),
    compared: Compared = ALONE,
    now: Callable[[], datetime] = local_now,
    progress: Progress | None = None,
) -> Path:
    """Writes the workbook of all finished interviews to the file `to` (.xlsx), whole or not at all.

    `cross` are pairs of questions to be crossed, by their codes. `personal` puts in what forms mark as
    personal (phones, names); else those columns are left out. `compared` brings dynamics and tiny cuts.
    Memory does not grow with the number of interviews, and nothing is written elsewhere. Raises GsmonError
    ``report.not_xlsx``, ``report.question`` or ``file.…``.
    """
    if to.suffix.lower() != ".xlsx":
        raise GsmonError("report.not_xlsx", str(to))
    with new_file(to, replace=True) as part, ws.db.atomic(), Book(part.stream) as book:
        texts = Texts("workbook", language)
        context = Context(
            ws=ws,
            book=book,
            texts=texts,
            edition=edition,
            catalogue=catalogue,
            scores=compared.shown(scoring.preview(ws, edition, catalogue), edition),
            questionnaires=[questionnaire(forms, edition, texts) for forms in versions(ws).values()],
            made=now(),
            personal=personal,
            compared=compared,
        )
        _fill(context, cross, progress)
        book.save()
        part.place()
    return to


def _fill(context: Context, cross: Sequence[crossings.Pair], progress: Progress | None) -> None:
    properties = context.book.workbook.properties
    properties.title = context.texts("workbook.title")
    properties.creator = context.ws.settings.get("name", "")
    properties.created = properties.modified = context.made
    tell = _Teller(context, progress)
    for each in context.questionnaires:
        wide.write(context, each, tell)
    for each in context.questionnaires:
        long.write(context, each, tell)
    tables.write_codebook(context)
    tables.write_frequencies(context)
    crossings.write(context, crossings.count(context, cross, tallied=True))
    services = scores.write_services(context)
    scores.write_criteria(context)
    items = scores.write_items(context)
    scores.write_bodies(context)
    scores.write_regions(context)
    red_tape.write(context)
    ratings.write(context)
    charts.write(context, services, items)
    passport.write(context)


class _Teller:
    """Counts interviews written and tells now and then."""

    def __init__(self, context: Context, progress: Progress | None) -> None:
        self._progress = progress
        self._done = 0
        finished = int(context.ws.value("SELECT count(*) FROM interview WHERE status = 'finished'"))
        self._all = 2 * finished  # each is written wide and long

    def __call__(self) -> None:
        self._done += 1
        if self._progress and (self._done % _TOLD_EVERY == 0 or self._done == self._all):
            self._progress(self._done, self._all)
