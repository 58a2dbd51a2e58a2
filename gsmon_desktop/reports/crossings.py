"""Linear tables of every question and cross tables of any two, as an Excel workbook or as CSV."""

from __future__ import annotations

import csv
import io
import itertools
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import product
from pathlib import Path

from gsmon_desktop import scoring
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.files import new_file
from gsmon_desktop.methodology.catalogue import Catalogue
from gsmon_desktop.methodology.crosstab import CrossTable, cross_table
from gsmon_desktop.methodology.edition import Edition
from gsmon_desktop.reports import style
from gsmon_desktop.reports import tables as linear
from gsmon_desktop.reports.book import Book
from gsmon_desktop.reports.context import Context
from gsmon_desktop.reports.interviews import Answers, finished, template_of, versions
from gsmon_desktop.reports.questions import Question, Questionnaire, questionnaire
from gsmon_desktop.reports.sheet import Sheet
from gsmon_desktop.reports.style import Look
from gsmon_desktop.reports.texts import Texts
from gsmon_desktop.store import Workspace, local_now

Progress = Callable[[int, int], None]
Pair = tuple[str, str]
"""Codes of two questions, rows and columns: their names in the form, or their items or roles."""


_TOLD_EVERY = 100
MEASURES = ("chi_square", "p", "cramers_v")


@dataclass(frozen=True)
class Crossing:
    """Two questions of one form and their table.

    Where a person may choose several answers the cells are answers and no longer people: such a table has
    no chi-square, which needs every person in one cell.
    """

    form: Questionnaire
    down: Question
    across: Question
    table: CrossTable

    @property
    def several(self) -> bool:
        """Are the cells answers?"""
        return self.down.several or self.across.several


def write_tables(
    ws: Workspace,
    to: Path,
    pairs: Sequence[Pair],
    *,
    edition: Edition,
    catalogue: Catalogue,
    language: str = "ru",
    now: Callable[[], datetime] = local_now,
    progress: Progress | None = None,
) -> Path:
    """Writes the tables to a file, whole or not at all: .xlsx with linear tables, .csv with what is crossed.

    `progress` is told of interviews read and all there are, and may raise to cancel. Without `pairs` a .csv
    holds the linear tables. Raises GsmonError ``report.not_table``, ``report.question`` (no such question to
    choose from), ``file.…``.
    """
    if to.suffix.lower() not in (".xlsx", ".csv"):
        raise GsmonError("report.not_table", str(to))
    texts = Texts("workbook", language)
    as_csv = to.suffix.lower() == ".csv"
    with (
        new_file(to, replace=True) as part,
        ws.db.atomic(),
        Book(io.BytesIO() if as_csv else part.stream) as book,
    ):
        context = Context(
            ws=ws,
            book=book,
            texts=texts,
            edition=edition,
            catalogue=catalogue,
            scores=scoring.preview(ws, edition, catalogue),
            questionnaires=[questionnaire(forms, edition, texts) for forms in versions(ws).values()],
            made=now(),
            personal=False,
        )
        step = _steps(ws, progress)
        crossings = count(context, pairs, tallied=as_csv and bool(pairs), step=step)
        if as_csv:
            lines = io.StringIO(newline="")
            csv.writer(lines).writerows(_long(crossings) if pairs else _linear(context))
            part.stream.write(lines.getvalue().encode("utf-8-sig"))
        else:
            linear.write_frequencies(context)
            write(context, crossings)
            book.save()
        part.place()
    return to


# ------------------------------------------------------------------------------------------ counting


def _steps(ws: Workspace, progress: Progress | None) -> Callable[[], None]:
    """Called for each interview read; tells now and then."""
    total = int(ws.value("SELECT count(*) FROM interview WHERE status = 'finished'"))
    done = itertools.count(1)

    def step() -> None:
        if progress is not None and ((at := next(done)) % _TOLD_EVERY == 0 or at == total):
            progress(at, total)

    return step


def offered(ws: Workspace, edition: Edition, language: str) -> list[tuple[str, str]]:
    """What can be crossed in the form people are asked first of all: codes of questions and their words."""
    texts = Texts("workbook", language)
    for versions_of_form in versions(ws).values():
        found = questionnaire(versions_of_form, edition, texts).questions
        return [(q.code, q.label) for q in found if q.selects and not q.personal]
    return []


def count(
    context: Context, pairs: Sequence[Pair], *, tallied: bool, step: Callable[[], None] = lambda: None
) -> list[Crossing]:
    """One pass over each form's finished interviews for all crossings, and for the linear
    tallies too unless they are `tallied` already or not wanted. Raises GsmonError ``report.question``.
    """
    if tallied and not pairs:
        return []
    return list(_crossings(context, pairs, step, tallied=tallied))


def _crossings(
    context: Context, pairs: Sequence[Pair], step: Callable[[], None], *, tallied: bool
) -> Iterator[Crossing]:
    known: set[str] = set()
    for each in context.questionnaires:
        by_code = {q.code: q for q in each.questions if q.selects and not q.personal}
        by_code |= {q.mark: q for q in by_code.values() if q.mark and q.mark not in by_code}
        known |= set(by_code)
        asked = [(by_code[a], by_code[b]) for a, b in pairs if a in by_code and b in by_code]
        counted: list[Counter[Pair]] = [Counter() for _ in asked]
        crossed = {q.path for pair in asked for q in pair}
        for values in _answers(context, each, crossed, tallied=tallied):
            step()
            for (down, across), counter in zip(asked, counted, strict=True):
                counter.update(product(values.get(down.path, ()), values.get(across.path, ())))
        for (down, across), counter in zip(asked, counted, strict=True):
            table = cross_table(counter, tuple(down.choices), tuple(across.choices))
            if down.several or across.several:
                table = replace(table, chi_square=None, df=None, p=None, cramers_v=None, sparse=False)
            yield Crossing(each, down, across, table)
    for code in (code for pair in pairs for code in pair):
        if code not in known:
            raise GsmonError("report.question", code, known=", ".join(sorted(known)))


def _answers(
    context: Context, each: Questionnaire, crossed: Collection[str], *, tallied: bool
) -> Iterator[Mapping[str, list[str]]]:
    """Each interview's chosen values by the question's path, `crossed` ones alone when all is `tallied`;
    else the linear tallies fill up on the way.
    """
    chosen = {q.path: q for q in each.questions if q.selects and (q.path in crossed or not tallied)}
    if not chosen:
        return
    answers = Answers(each.repeats)
    for interview in finished(context.ws, each.form_id):
        found: dict[str, list[str]] = {}
        for path, value in answers.of(interview.instance).items():
            question = chosen.get(template_of(path))
            if question is None:
                continue
            values = value.split() if question.several else [value]
            if not tallied:
                tally = context.tally(each.form_id, question.path)
                tally.answers += 1
                tally.values.update(values)
            found.setdefault(question.path, []).extend(values)
        yield found


# ------------------------------------------------------------------------------------------ writing


def write(context: Context, crossings: Sequence[Crossing]) -> None:
    """Every crossing as three blocks (n, percent of row, percent of column), then its measures."""
    if not crossings:
        return
    texts = context.texts
    sheet = context.sheet("cross", (52, *([14] * 24)), frozen="B1")
    for crossing in crossings:
        table, across = crossing.table, crossing.across
        heads = [across.choices.get(code, code) for code in table.columns]
        title = f"{crossing.down.label} × {across.label}"
        if len(context.questionnaires) > 1:
            title = f"{context.instrument(crossing.form)}: {title}"
        sheet.add((title, Look(bold=True, size=12, colour=style.ACCENT)))
        whole = [*(zip(table.counts, table.row_totals, strict=True))]
        counted = texts("cross.answers" if crossing.several else "cross.n")
        sheet.all(style.HEADING, [counted, *heads, texts("cross.total")])
        for code, (cells, total) in zip(table.rows, whole, strict=True):
            name = (crossing.down.choices.get(code, code), style.WRAPPED)
            sheet.add(name, *((n, style.WHOLES) for n in (*cells, total)))
        sheet.add(texts("cross.total"), *((n, style.WHOLES) for n in (*table.column_totals, table.n)))
        for key, shares in (("row", table.row_shares()), ("column", table.column_shares())):
            sheet.all(style.HEADING, [texts(f"cross.{key}"), *heads])
            for code, parts in zip(table.rows, shares, strict=True):
                name = (crossing.down.choices.get(code, code), style.WRAPPED)
                sheet.add(name, *((part, style.PERCENTS) for part in parts))
        _measures(context, sheet, table)
        sheet.add()


def _measures(context: Context, sheet: Sheet, table: CrossTable) -> None:
    texts = context.texts
    if table.chi_square is None:
        return
    precise = Look(format="0.000")
    sheet.add(texts("cross.chi_square"), (table.chi_square, precise))
    sheet.add(texts("cross.df"), table.df)
    sheet.add(texts("cross.p"), (table.p, Look(format="0.0000")))
    sheet.add(texts("cross.v"), (table.cramers_v, precise))
    if table.sparse:
        sheet.add((texts("cross.sparse"), style.NOTE))


def _long(crossings: Sequence[Crossing]) -> Iterator[Sequence[object]]:
    yield (
        "rows",
        "columns",
        "row",
        "column",
        "n",
        "row_share",
        "column_share",
        "chi_square",
        "p",
        "cramers_v",
        "form",
    )
    for crossing in crossings:
        table = crossing.table
        rows, columns = table.row_shares(), table.column_shares()
        for r, c in product(range(len(table.rows)), range(len(table.columns))):
            where = (crossing.down.code, crossing.across.code, table.rows[r], table.columns[c])
            measures = (table.chi_square, table.p, table.cramers_v)
            yield (*where, table.counts[r][c], rows[r][c], columns[r][c], *measures, crossing.form.form_id)


def _linear(context: Context) -> Iterator[Sequence[object]]:
    yield ("question", "value", "label", "n", "share", "answered", "form")
    for each in context.questionnaires:
        for question in each.questions:
            if not question.selects or question.personal:
                continue
            tally = context.tally(each.form_id, question.path)
            for value, n in tally.values.items():
                label = question.choices.get(value, value)
                yield (question.code, value, label, n, n / tally.answers, tally.answers, each.form_id)
