"""Reads a form file: an Excel workbook through pyxform, or an XForm as it is."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms.cache import keep_form, kept_form
from gsmon_desktop.forms.definition import Form
from gsmon_desktop.forms.lists import EXTERNAL
from gsmon_desktop.forms.mistakes import author_error, with_place
from gsmon_desktop.forms.sheets import Sheets, read_sheets
from gsmon_desktop.forms.xform import from_xform

_SOURCE = re.compile(r"""src\s*=\s*["']jr://(?:file|file-csv)/([^"'/\\]+)["']""")


@dataclass(frozen=True)
class Converted:
    """What pyxform made of a workbook."""

    xform: str
    warnings: tuple[str, ...] = ()
    itemsets: str = ""
    rows: dict[str, int] = field(default_factory=dict)


def load(path: Path, *, cache: Path | None = None) -> Form:
    """Reads a form file (.xlsx, .xml; .md for a Markdown table) and the list files beside it that it names.

    `cache` is a folder of converted workbooks by content and converter's version; it may be deleted at any
            time.
    Raises GsmonError with the sheet, row and column where there is one.
    """
    data = read_file(path)
    if path.suffix.lower() in (".xml", ".xform"):
        xform = decode_xml(data, path.name)
        with named(path.name):
            return _checked(reopen(xform, files_beside(xform, path), cache))
    kept = kept_form(data, path, cache, files_beside)
    if kept is not None and not any(_list_errors(kept)):
        return kept  # otherwise the workbook is read again: it knows the place of what is wrong
    sheets = read_sheets(data, path.name)
    converted = convert(sheets, path.stem)
    files = files_beside(converted.xform, path, converted.itemsets)
    try:
        form = _checked(from_xform(converted.xform, files, where=sheets.where, tables=cache))
    except GsmonError as error:
        raise with_place(error, sheets) from error
    keep_form(form, converted.itemsets, data, path, cache)
    return form


@contextmanager
def named(name: str) -> Iterator[None]:
    """Gives the file's name to a failure that has no place of its own."""
    try:
        yield
    except GsmonError as error:
        error.place = error.place or name
        raise


def reopen(xform: str, files: Mapping[str, bytes], cache: Path | None) -> Form:
    """The form of an XForm and its list files, as kept in the cache since the last time. Raises what
    `from_xform` raises."""
    data, name = xform.encode(), Path("xform")
    kept = kept_form(data, name, cache, lambda *_: dict(files))
    if kept is None:
        kept = from_xform(xform, files, tables=cache)
        keep_form(kept, "", data, name, cache)
    return kept


def _checked(form: Form) -> Form:
    """The form, once all its list files are known to read: better told now than in an interview."""
    for error in _list_errors(form):
        raise error
    return form


def _list_errors(form: Form) -> list[GsmonError]:
    return [*form.lists.missing(), *form.lists.read_all()]


def read_file(path: Path) -> bytes:
    """The file's bytes; raises form.unreadable."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise GsmonError("form.unreadable", str(path), reason=error) from error


def decode_xml(data: bytes, name: str) -> str:
    """The text of an XML file in UTF-8 (or UTF-16 with its mark); raises form.empty and form.encoding."""
    if not data.strip():
        raise GsmonError("form.empty", name)
    try:
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise GsmonError("form.encoding", name) from error


def convert(sheets: Sheets, name: str) -> Converted:
    """Converts a workbook that has been read. Raises the author's mistakes as GsmonError with their place."""
    from pyxform import xls2xform
    from pyxform.errors import PyXFormError

    warnings: list[str] = []
    try:
        result = xls2xform.convert(
            deepcopy(dict(sheets.data)) | {"fallback_form_name": name}, warnings=warnings
        )
    except PyXFormError as error:
        raise author_error(str(error), sheets) from error
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError) as error:
        # pyxform stumbles over some mistakes without saying which row they are in.
        raise GsmonError("form.pyxform", name, reason=f"{type(error).__name__}: {error}") from error
    return Converted(
        result.xform, tuple(warnings), _external(sheets) if result.itemsets else "", sheets.paths
    )


def _external(sheets: Sheets) -> str:
    """The lists of `select_one_external` as CSV. Written here, since pyxform moves cells to the left where a
    row has an empty one."""
    table = io.StringIO(newline="")
    headers = sheets.headers("external_choices")
    writer = csv.DictWriter(table, headers, restval="", quoting=csv.QUOTE_ALL)
    writer.writerow({header: "list_name" if header == "list name" else header for header in headers})
    writer.writerows(sheets.rows("external_choices"))
    return table.getvalue()


def files_beside(xform: str, path: Path, itemsets: str = "") -> dict[str, bytes]:
    """The list files an XForm names, read from the form's folder or from `<form>-media` beside it."""
    found: dict[str, bytes] = {}
    for name in sorted(set(_SOURCE.findall(xform))):
        for folder in (path.parent, path.parent / f"{path.stem}-media"):
            file = folder / name
            if not name.startswith(".") and file.is_file():
                found[name] = read_file(file)
                break
    if itemsets:
        found.setdefault(EXTERNAL, itemsets.encode())
    return found
