"""Reads a form file: an Excel workbook through pyxform, or an XForm as it is."""

from __future__ import annotations

import hashlib
import json
import re
from copy import deepcopy
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.files import new_file
from gsmon_desktop.forms.definition import Form
from gsmon_desktop.forms.sheets import Sheets, read_sheets
from gsmon_desktop.forms.xform import from_xform

MARK = 1
"""Changes whenever what is kept in the cache changes, so that older entries are not read."""
_SOURCE = re.compile(r"""src\s*=\s*["']jr://(?:file|file-csv)/([^"'/\\]+)["']""")
_ROW = re.compile(r"\[row\s*:\s*(\d+)\]\s*")
_SHEET = re.compile(r"On the '(\w+)' sheet, the '([\w:. -]+)' value is invalid\.\s*")
_LEARN = re.compile(r"\s*Learn more: \S+")


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
        return from_xform(xform, files_beside(xform, path))
    kept = _kept(data, path, cache)
    if kept is not None:
        return from_xform(kept.xform, files_beside(kept.xform, path, kept.itemsets), kept.rows)
    sheets = read_sheets(data, path.name)
    converted = convert(sheets, path.stem)
    form = from_xform(
        converted.xform, files_beside(converted.xform, path, converted.itemsets), where=sheets.where
    )
    _keep(converted, data, path, cache)
    return form


def read_file(path: Path) -> bytes:
    """The file's bytes; raises form.unreadable."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise GsmonError("form.unreadable", str(path), reason=error.strerror or str(error)) from error


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
    return Converted(result.xform, tuple(warnings), result.itemsets or "", sheets.paths)


def author_error(text: str, sheets: Sheets) -> GsmonError:
    """pyxform's sentence as an error of ours: common mistakes in our words, all with their place."""
    row_found, sheet_found = _ROW.search(text), _SHEET.search(text)
    sheet = sheet_found[1] if sheet_found else "survey"
    column = sheet_found[2] if sheet_found else ""
    row = int(row_found[1]) if row_found else 0
    place = sheets.place(sheet, row, sheets.column(sheet, column, row)) if row else ""
    plain = " ".join(_LEARN.sub("", _SHEET.sub("", _ROW.sub("", text))).split())
    known = _known(plain, sheets)
    if known is not None:
        code, values = known
        column = {"form.unknown_type": "type", "form.unknown_choices": "type"}.get(code, column)
        place = sheets.place(sheet, row, sheets.column(sheet, column, row)) if row else place
        return GsmonError(code, place or _find(sheets, str(values.get("name", ""))), **values)
    return GsmonError("form.pyxform", place, reason=plain)


def _known(text: str, sheets: Sheets) -> tuple[str, dict[str, object]] | None:
    names = sorted({path.rpartition("/")[2] for path in sheets.paths})
    lists = sorted(
        {str(row.get("list_name") or row.get("list name") or "") for row in sheets.rows("choices")} - {""}
    )
    patterns: tuple[tuple[str, str, list[str]], ...] = (
        (r"Could not find the name '([^']+)'", "form.unknown_reference", names),
        (r"There is no survey element named '?([^' ]+)'?", "form.unknown_reference", names),
        (r"List name not in (?:external )?choices sheet: (.+)$", "form.unknown_choices", lists),
        (r"Unknown question type '([^']+)'", "form.unknown_type", _TYPES),
        (r"The name '([^']+)' appears more than once", "form.duplicate_reference", []),
    )
    for pattern, code, candidates in patterns:
        found = re.search(pattern, text)
        if found:
            near = get_close_matches(found[1], candidates, 1, 0.6)
            return f"{code}_near" if near else code, {"name": found[1], "near": near[0] if near else ""}
    return None


_TYPES = [
    *(
        "text",
        "integer",
        "decimal",
        "range",
        "select_one",
        "select_multiple",
        "rank",
        "note",
        "date",
        "time",
        "dateTime",
    ),
    *(
        "geopoint",
        "geotrace",
        "geoshape",
        "image",
        "audio",
        "video",
        "file",
        "barcode",
        "acknowledge",
        "calculate",
    ),
    *(
        "hidden",
        "begin_group",
        "end_group",
        "begin_repeat",
        "end_repeat",
        "start",
        "end",
        "today",
        "deviceid",
    ),
    *(
        "username",
        "select_one_from_file",
        "select_multiple_from_file",
        "csv-external",
        "xml-external",
        "audit",
    ),
]


def _find(sheets: Sheets, name: str) -> str:
    """The first cell of the survey sheet that says `name`."""
    for number, row in enumerate(sheets.rows("survey"), 2):
        for header, value in row.items():
            if name and name in str(value):
                return sheets.place("survey", number, header)
    return ""


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
        found.setdefault("itemsets.csv", itemsets.encode())
    return found


def _cache_file(data: bytes, path: Path, cache: Path) -> Path:
    import pyxform

    key = hashlib.sha256(data + f"|{path.stem}|{pyxform.__version__}|{MARK}".encode()).hexdigest()
    return cache / f"{key}.json"


def _kept(data: bytes, path: Path, cache: Path | None) -> Converted | None:
    if cache is None:
        return None
    try:
        kept = json.loads(_cache_file(data, path, cache).read_text(encoding="utf-8"))
        return Converted(kept["xform"], tuple(kept["warnings"]), kept["itemsets"], kept["rows"])
    except (OSError, ValueError, KeyError, TypeError):
        return None  # not there or damaged: the workbook itself is read again


def _keep(converted: Converted, data: bytes, path: Path, cache: Path | None) -> None:
    if cache is None:
        return
    text = json.dumps(
        {
            "xform": converted.xform,
            "warnings": converted.warnings,
            "itemsets": converted.itemsets,
            "rows": converted.rows,
        },
        ensure_ascii=False,
    )
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with new_file(_cache_file(data, path, cache), replace=True) as file:
            file.stream.write(text.encode())
            file.place()
    except (OSError, GsmonError):
        return  # a cache that cannot be written only costs time
