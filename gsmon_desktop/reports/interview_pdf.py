"""The print-out of one interview: its questions and answers in words, comments, audit trail."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path

from reportlab.platypus import Flowable, KeepTogether, Spacer

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.interviewing import kept_form
from gsmon_desktop.interviewing.reading import Answer, Reading, Step, read
from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.reports import pdf
from gsmon_desktop.reports.interviews import template_of
from gsmon_desktop.reports.questions import personal_paths
from gsmon_desktop.reports.texts import Texts
from gsmon_desktop.reports.visits import in_words
from gsmon_desktop.store import Workspace, local_now

LONG = 600
"""Letters of an answer and its comment from which on half a line is too narrow for them."""


def write_interview(
    ws: Workspace,
    key: str,
    to: Path,
    *,
    catalogue: Catalogue,
    language: str = "ru",
    personal: bool = False,
    now: Callable[[], datetime] = local_now,
    progress: pdf.Progress | None = None,
) -> Path:
    """Prints one interview to a .pdf; answers marked personal only when asked, in the trail too.

    Raises GsmonError ``report.not_pdf``, ``interview.unknown``, ``file.…``.
    """
    if to.suffix.lower() != ".pdf":
        raise GsmonError("report.not_pdf", str(to))
    reading = read(ws, key, language, now)
    hidden = frozenset() if personal else personal_paths(kept_form(ws, reading.row.form_hash))
    texts = Texts("documents", language)
    story = [*_head(reading, catalogue, texts), *_answers(reading, hidden, texts)]
    story += _trail(reading, hidden, texts)
    title = texts("interview.title", number=reading.row.number)
    foot = texts("document.foot", title=title, made=now().strftime("%d.%m.%Y %H:%M"))
    return pdf.write(to, story, title=title, foot=foot, progress=progress)


def _head(reading: Reading, catalogue: Catalogue, texts: Texts) -> Iterator[Flowable]:
    row = reading.row
    service, region = catalogue.services.get(row.service), catalogue.regions.get(row.region)
    pairs = {
        "service": service.name_ru if service else row.service,
        "region": region.names[texts.language] if region else row.region,
        "interviewer": row.interviewer,
        "started": _moment(row.started),
        "finished": _moment(row.finished),
        "minutes": texts.figure(row.seconds / 60, 1) if row.finished else "",
        "version": row.version,
        "revision": str(row.revision),
        "reason": reading.reason,
        "id": row.id,
    }
    yield pdf.text(texts("interview.title", number=row.number), pdf.TITLE)
    yield pdf.text(reading.form, pdf.SUBTITLE)
    if said := texts("document.russian_names"):
        yield pdf.text(said, pdf.NOTE)
    yield pdf.facts(
        [(texts(f"interview.{name}"), value) for name, value in pairs.items() if value], pdf.room()
    )
    if not row.finished:
        yield Spacer(0, 6)
        yield pdf.text(texts("interview.draft"), pdf.NOTE)


def _answers(reading: Reading, hidden: frozenset[str], texts: Texts) -> Iterator[Flowable]:
    if not reading.sections:
        yield pdf.text(texts("interview.nothing"), pdf.NOTE)
    for title, answers in reading.sections:
        first, *others = _blocks(answers, hidden, texts)
        head = pdf.text(title, pdf.HEADING) if title else Spacer(0, 8)
        yield KeepTogether([head, first])
        yield from others


def _blocks(answers: Sequence[Answer], hidden: frozenset[str], texts: Texts) -> Iterator[Flowable]:
    """Questions beside their answers; a long text, a transcript most often, has the whole width under its
    question."""
    width = pdf.room()
    for long, run in groupby(answers, key=lambda answer: _is_long(answer, hidden)):
        rows = [[pdf.text(answer.label, pdf.SMALL), _shown(answer, hidden, texts)] for answer in run]
        if long:
            for label, shown in rows:
                yield pdf.lines([[label]], [width])
                yield shown
        else:
            yield pdf.lines(rows[:1], [width * 0.5, width * 0.5])
            if rows[1:]:
                yield pdf.lines(rows[1:], [width * 0.5, width * 0.5])


def _is_long(answer: Answer, hidden: frozenset[str]) -> bool:
    return len(answer.text) + len(answer.comment) > LONG and template_of(answer.path) not in hidden


def _shown(answer: Answer, hidden: frozenset[str], texts: Texts) -> Flowable:
    """The answer, and the interviewer's comment under it."""
    if template_of(answer.path) in hidden:
        return pdf.text(texts("interview.hidden"), pdf.NOTE)
    said = pdf.markup(in_words(answer))
    if answer.comment:
        said += f'<br/><font color="#8A5A00">— {pdf.markup(answer.comment)}</font>'
    return pdf.rich(said, pdf.CELL)


def _trail(reading: Reading, hidden: frozenset[str], texts: Texts) -> Iterator[Flowable]:
    if not reading.steps:
        return
    width = pdf.room()
    rows = [row for step in reading.steps for row in _step(step, hidden, texts)]
    heads = [texts(f"interview.{name}") for name in ("when", "who", "what", "question")]
    yield pdf.text(texts("interview.trail"), pdf.HEADING)
    if any(step.is_long for step in reading.steps):
        yield pdf.text(texts("interview.changes"), pdf.NOTE)
    yield pdf.grid(heads, rows, [width * 0.17, width * 0.18, width * 0.19, width * 0.46])


def _step(step: Step, hidden: frozenset[str], texts: Texts) -> Iterator[list[str]]:
    """A row; more of them where it is long."""
    values = step.change(texts("interview.more"))
    if values and template_of(step.path) in hidden:
        values = texts("interview.hidden")
    action = texts.get(f"action.{step.action.replace(' ', '_')}", step.action)
    what = "\n".join(part for part in (step.label, values) if part)
    return pdf.spread([_moment(step.at, seconds=True), step.who, action, what])


def _moment(value: str | None, *, seconds: bool = False) -> str:
    """Wall-clock time where it happened."""
    if not value:
        return ""
    shown = "%d.%m.%Y %H:%M:%S" if seconds else "%d.%m.%Y %H:%M"
    return datetime.fromisoformat(value).strftime(shown)
