"""The codebook, and linear (frequency) tables of every question answered by choosing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gsmon_desktop.reports import style
from gsmon_desktop.reports.context import Context
from gsmon_desktop.reports.questions import Question, Questionnaire
from gsmon_desktop.reports.sheet import Sheet, Styled, Value
from gsmon_desktop.reports.style import Look

_LONG_LIST = 40
_FAINT_ABOVE = Look(colour=style.GREY, line_above=True)


def write_codebook(context: Context) -> None:
    """One row a question in bold, then one row a choice, so that both can be filtered and looked up."""
    texts = context.texts
    sheet = context.sheet("codebook", (26, 26, 24, 56, 17, 22, 22, 56), frozen="D2", repeated="1:1")
    names = ("form", "section", "code", "question", "type", "mark", "value", "label")
    sheet.all(style.HEADING, [texts(f"codebook.{name}") for name in names])
    for questionnaire in context.questionnaires:
        form = context.instrument(questionnaire)
        for question in questionnaire.questions:
            kind = texts.get(f"type.{question.type}", question.type)
            head: list[Value] = [
                form,
                question.section,
                question.code,
                question.label,
                kind,
                question.mark,
                None,
                None,
            ]
            sheet.all(Look(bold=True, line_above=True, wrap=True), head)
            for value, label in question.choices.items():
                code = (question.code, style.FAINT)
                sheet.add((form, style.FAINT), None, code, None, None, None, value, (label, style.WRAPPED))
    sheet.filter(1, len(names))


def write_frequencies(context: Context) -> None:
    """For each choice of each question: how many gave it, and their share of those who answered."""
    texts = context.texts
    sheet = context.sheet("tables", (26, 22, 56, 52, 22, 10, 10, 12), frozen="D3", repeated="2:2")
    sheet.add((texts("table.note"), style.NOTE))
    names = ("form", "code", "question", "label", "value")
    headings: list[Value] = [texts(f"codebook.{name}") for name in names]
    headings += [texts(f"table.{name}") for name in ("n", "share", "base")]
    sheet.all(style.HEADING, headings)
    first = sheet.row + 1
    for questionnaire in context.questionnaires:
        for question in questionnaire.questions:
            if question.selects and (context.personal or not question.personal):
                _table(context, sheet, questionnaire, question)
    sheet.filter(2, len(headings))
    if sheet.row >= first:
        sheet.bars(f"G{first}:G{sheet.row}", style.BAR)


def _table(context: Context, sheet: Sheet, questionnaire: Questionnaire, question: Question) -> None:
    tally = context.tally(questionnaire.form_id, question.path)
    form, base = context.instrument(questionnaire), tally.answers
    head = True
    for value, label, n in _counted(question, tally.values):
        look = style.GROUP if head else style.PLAIN
        faint = Look(bold=True, line_above=True, wrap=True) if head else style.FAINT
        line = head
        share: Styled = (n / base if base else None, Look(format=style.PERCENT, line_above=line))
        sheet.add(
            (form, _FAINT_ABOVE if head else style.FAINT),
            (question.code, _FAINT_ABOVE if head else style.FAINT),
            (question.label, faint),
            (label, Look(line_above=line, wrap=True)),
            (value, _FAINT_ABOVE if head else style.FAINT),
            (n, Look(format=style.WHOLE, line_above=line)),
            share,
            (base, Look(format=style.WHOLE, line_above=line, bold=look.bold, colour=style.GREY)),
        )
        head = False


def _counted(question: Question, tally: Counter[str]) -> Iterator[tuple[str, str, int]]:
    """The list's choices in their order, then values that are in no list any more.

    Of a long list only what somebody gave is shown.
    """
    for value, label in question.choices.items():
        if tally[value] or len(question.choices) <= _LONG_LIST:
            yield value, label, tally[value]
    for value in sorted(set(tally) - set(question.choices)):
        yield value, value, tally[value]
