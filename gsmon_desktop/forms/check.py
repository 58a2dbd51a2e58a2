"""Checks of a form file for its author: everything wrong with it, each with sheet, row, column and remedy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms import cells, remarks
from gsmon_desktop.forms.columns import unknown_columns, unserved
from gsmon_desktop.forms.definition import Form
from gsmon_desktop.forms.mistakes import author_error, with_place
from gsmon_desktop.forms.remarks import Marks
from gsmon_desktop.forms.sheets import SHEETS, Sheets, plain_header, read_sheets
from gsmon_desktop.forms.views import Finding, Report
from gsmon_desktop.forms.xform import from_xform
from gsmon_desktop.forms.xlsform import convert, decode_xml, files_beside, named, read_file

_PLACE = re.compile(r"^(\w+)!([A-Z]*)(\d+)$")
_OR_OTHER = re.compile(r"\bor[_ ](?:other|specify)\b")
_TRANSLATED = ("label", "hint", "guidance_hint", "constraint_message", "required_message")


def check(path: Path, marks: Marks | None = None) -> Report:
    """Reads a form file and tells everything wrong with it; raises GsmonError when it cannot be read.

    `marks` are what the edition lets a form mark; without them marks are not looked at.
    """
    data = read_file(path)
    if path.suffix.lower() in (".xml", ".xform"):
        findings = _of_xform(decode_xml(data, path.name), path, marks)
    else:
        findings = _of_workbook(read_sheets(data, path.name), path, marks)
    return Report(tuple(sorted(findings, key=_order)))


def _of_xform(xform: str, path: Path, marks: Marks | None) -> list[Finding]:
    problems: list[GsmonError] = []
    with named(path.name):
        form = from_xform(xform, files_beside(xform, path), problems=problems)
    return [*map(_error, (*problems, *form.lists.read_all())), *_remarks(form, marks, problems)]


def _of_workbook(sheets: Sheets, path: Path, marks: Marks | None) -> list[Finding]:
    findings = [*unknown_columns(sheets), *_translations(sheets)]
    findings += [*map(_error, cells.errors(sheets)), *map(_warning, cells.warnings(sheets))]
    findings += map(_warning, (*unserved(sheets), *_others(sheets)))
    try:
        converted = convert(sheets, path.stem)
    except GsmonError as error:
        return [*findings, _error(error)]
    for warning in converted.warnings:
        told = author_error(warning, sheets)
        if told.code == "form.pyxform":
            if "is missing the" in warning or "uses or_other" in warning:  # told cell by cell
                continue
            reason = told.values.get("reason", warning)
            told = GsmonError("form.pyxform_warning", told.place, reason=reason)
        findings.append(_warning(told))
    problems: list[GsmonError] = []
    files = files_beside(converted.xform, path, converted.itemsets)
    try:
        form = from_xform(converted.xform, files, where=sheets.where, problems=problems)
    except GsmonError as error:
        return [*findings, _error(with_place(error, sheets))]
    placed = (with_place(problem, sheets) for problem in (*problems, *form.lists.read_all()))
    return [*findings, *map(_error, placed), *_remarks(form, marks, problems)]


def _remarks(form: Form, marks: Marks | None, problems: list[GsmonError]) -> Iterator[Finding]:
    """Remarks on a form; one whose expressions are wrong is not tried out."""
    yield from map(_error, remarks.errors(form, marks, tried=not problems))
    yield from map(_warning, remarks.warnings(form, marks))


def _others(sheets: Sheets) -> Iterator[GsmonError]:
    """Questions to which the converter adds an answer and a question of its own, in English."""
    for number, row in enumerate(sheets.rows("survey"), 2):
        for header, value in row.items():
            if plain_header(header) == "type" and _OR_OTHER.search(str(value)):
                yield GsmonError("form.or_other", sheets.place("survey", number, header))


def _translations(sheets: Sheets) -> Iterator[Finding]:
    """Texts given in some of the form's languages but not in all, cell by cell; once where a sheet has no
    column for a language of the form at all."""
    columns = {sheet: _languages(sheets, sheet) for sheet in ("survey", "choices")}
    everywhere = dict.fromkeys(language for found in columns.values() for language in found)
    default = sheets.settings.get("default_language", "")
    if everywhere and default and default not in everywhere:
        place = sheets.place("settings", 2, sheets.column("settings", "default_language", 2))
        values = {"language": default, "known": ", ".join(everywhere)}
        yield _warning(GsmonError("form.default_language", place, **values))
    for sheet, found in columns.items():
        if not sheets.rows(sheet):
            continue
        for language in everywhere:
            if language in found:
                continue
            place = sheets.place(sheet, 1, next(iter(sheets.headers(sheet)), ""))
            yield _warning(GsmonError("form.no_language", place, sheet=sheet, language=language))
        yield from _untranslated(sheets, sheet, list(found))


def _languages(sheets: Sheets, sheet: str) -> list[str]:
    """The languages a sheet has a column of text in."""
    halves = (header.partition("::") for header in sheets.headers(sheet))
    texts = ((_bare(name), language.strip()) for name, separator, language in halves if separator)
    return list(dict.fromkeys(language for name, language in texts if name in _TRANSLATED))


def _bare(name: str) -> str:
    return name.strip().lower().replace(" ", "_")


def _untranslated(sheets: Sheets, sheet: str, languages: list[str]) -> Iterator[Finding]:
    by_text: dict[str, dict[str, str]] = {}
    for header in sheets.headers(sheet):
        name, separator, language = header.partition("::")
        if separator and _bare(name) in _TRANSLATED:
            by_text.setdefault(_bare(name), {})[language.strip()] = header
    for number, row in enumerate(sheets.rows(sheet), 2):
        for name, columns in by_text.items():
            if not any(row.get(header) for header in columns.values()):
                continue
            for language in languages:
                header = columns.get(language, "")
                if not (header and row.get(header)):
                    place = sheets.place(sheet, number, header or next(iter(columns.values())))
                    values = {"text": name, "language": language}
                    yield _warning(GsmonError("form.missing_translation", place, **values))


def _error(error: GsmonError) -> Finding:
    return _finding("error", error)


def _warning(error: GsmonError) -> Finding:
    return _finding("warning", error)


def _finding(level: str, error: GsmonError) -> Finding:
    found = _PLACE.match(error.place)
    sheet, column, row = (found[1], found[2], int(found[3])) if found else ("", "", 0)
    return Finding(level, error.code, error.place, sheet, row, column, dict(error.values))


def _order(finding: Finding) -> tuple[int, int, int, str]:
    sheets = (*SHEETS, "")
    place = sheets.index(finding.sheet) if finding.sheet in sheets else len(sheets)
    return (place, finding.row, len(finding.column), finding.column)
