"""The workbook behind a form: its sheets as read, and where each question and column stands.

pyxform and openpyxl are imported where a workbook is really read: a program that opens kept forms starts
without them.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from typing import Any

from gsmon_desktop.errors import GsmonError

MOST_BYTES = 200_000_000
BOMB_FROM, BOMB_RATIO = 10_000_000, 200
"""A part of a workbook this large that packs this well is no sheet that people filled in."""
MOST_COLUMNS = 2_000
MOST_NESTED = 90
"""Groups within groups; a repeat counts twice, since it stands in a group of its own."""
SHEETS = ("survey", "choices", "settings", "external_choices", "entities")
_DAMAGE = (
    *(ValueError, AttributeError, KeyError, IndexError, TypeError, SyntaxError, EOFError),
    *(zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError),
)
"""What a damaged workbook makes of its readers."""
_OLE = b"\xd0\xcf\x11\xe0"
_BEGIN = re.compile(r"^begin[_ ](?:group|repeat|loop)\b|^begin[_ ]lgroup\b", re.IGNORECASE)
_END = re.compile(r"^end[_ ](?:group|repeat|loop|lgroup)\b", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_CHOICE = re.compile(r"^(.+)-(\d+)$")
"""pyxform's id for the text of a choice: its list and its place there."""
_ALIASES = {
    "relevant": ("relevant", "relevance", "bind::relevant"),
    "calculation": ("calculation", "calculate", "bind::calculate"),
    "constraint": ("constraint", "bind::constraint"),
    "required": ("required", "bind::required"),
    "readonly": ("readonly", "read_only", "bind::readonly"),
    "repeat_count": ("repeat_count", "count", "jr:count"),
    "choice_filter": ("choice_filter",),
    "jr:constraintMsg": ("constraint_message", "constraining_message"),
    "jr:requiredMsg": ("required_message", "requiredmsg"),
    "default": ("default", "calculation", "trigger"),
}


def list_of(row: Mapping[str, str]) -> str:
    """The list a row of the choices sheet belongs to."""
    return str(row.get("list_name") or row.get("list name") or "").strip()


def is_end(kind: str) -> bool:
    """Whether a row's type closes a group or repeat, however it is written."""
    return _END.match(kind) is not None


def plain_header(header: str) -> str:
    """A column heading as pyxform compares it: lower case, underscores, no language."""
    return re.sub(r"\s+", "_", header.partition("::")[0].strip().lower())


@dataclass(frozen=True)
class Sheets:
    """What pyxform read from the file, kept untouched for looking up places."""

    data: Mapping[str, Any]
    workbook: bytes = b""
    settings: Mapping[str, str] = field(default_factory=dict)

    def rows(self, sheet: str) -> list[dict[str, str]]:
        """The rows of a sheet by heading, the first being the sheet's second row; empty when there is no such
        sheet."""
        return list(self.data.get(sheet) or [])

    def headers(self, sheet: str) -> list[str]:
        """The headings of a sheet, in order."""
        header = self.data.get(f"{sheet}_header") or []
        return list(header[0]) if header else []

    def place(self, sheet: str, row: int, header: str = "") -> str:
        """Where people look: "survey!H12", or "survey!12" when the column is not known."""
        column = self.letter(sheet, header) if header else ""
        return f"{sheet}!{column}{row}"

    def letter(self, sheet: str, header: str) -> str:
        """The column letter of a heading; "" when the sheet has no such heading."""
        headers = self.true_headers(sheet)
        from openpyxl.utils import get_column_letter

        return get_column_letter(headers.index(header) + 1) if header in headers else ""

    def column(self, sheet: str, name: str, row: int) -> str:
        """The heading under which pyxform found `name` ("relevant", "label") in a row; "" without one."""
        wanted = _ALIASES.get(name, (name,))
        rows = self.rows(sheet)
        cells = rows[row - 2] if 2 <= row <= len(rows) + 1 else {}
        headers = self.headers(sheet)
        if name in headers:
            return name
        for header in (*(header for header in headers if header in cells), *headers):
            bare = re.sub(r"\s+", "_", header.strip().lower())
            if bare in wanted or plain_header(header) in wanted:
                return header
        return ""

    def where(self, path: str, column: str) -> str:
        """The place of a path's column: "survey!H12"; the path itself when it stands in no row."""
        row = self.paths.get(path) or self.paths.get(path.replace("/meta/", "/", 1))
        if row is not None:
            return self.place("survey", row, self.column("survey", column, row))
        choice = _CHOICE.match(path)
        if choice is not None and not path.startswith("/"):
            rows = [number for number, row in enumerate(self.rows("choices"), 2) if list_of(row) == choice[1]]
            if int(choice[2]) < len(rows):
                number = rows[int(choice[2])]
                return self.place("choices", number, self.column("choices", column, number))
        if path.endswith("_count") and column == "calculation":
            repeat = self.paths.get(path.removesuffix("_count"))
            if repeat is not None:
                return self.place("survey", repeat, self.column("survey", "repeat_count", repeat))
        if path.endswith("/meta/instanceName"):
            return self.place("settings", 2, self.column("settings", "instance_name", 2))
        return path

    def true_headers(self, sheet: str) -> list[str]:
        """The headings of a sheet, empty columns counted, as the workbook has them."""
        return self._true_headers.get(sheet) or self.headers(sheet)

    @cached_property
    def paths(self) -> dict[str, int]:
        """The row of every question, group and repeat, by template path."""
        found: dict[str, int] = {}
        rows = self.rows("survey")
        stack = ["/" + str(self.settings.get("name") or "data")]
        for number, row in enumerate(rows, 2):
            cells = {plain_header(key): value for key, value in row.items() if "::" not in key}
            kind = str(cells.get("type") or cells.get("command") or "").strip()
            name = str(cells.get("name") or cells.get("value") or cells.get("tag") or "").strip()
            if _END.match(kind):
                if len(stack) > 1:
                    stack.pop()
                continue
            path = f"{stack[-1]}/{name or kind}"
            found[path] = number
            found[f"{path}_other"] = number
            if _BEGIN.match(kind):
                stack.append(path)
        return found

    @cached_property
    def _true_headers(self) -> dict[str, list[str]]:
        if not self.workbook:
            return {}
        from openpyxl import load_workbook

        book = load_workbook(io.BytesIO(self.workbook), read_only=True, data_only=True)
        try:
            found = {}
            for sheet in book.worksheets:
                cells = next(sheet.iter_rows(min_row=1, max_row=1, values_only=True), ())
                found[sheet.title.lower()] = [re.sub(r"\s+", " ", str(cell or "").strip()) for cell in cells]
            return found
        finally:
            book.close()


def read_sheets(data: bytes, name: str) -> Sheets:
    """Reads a workbook (or a Markdown table, for files that end in .md). Raises GsmonError saying what is
    wrong."""
    from pyxform.xls2json_backends import md_to_dict, xlsx_to_dict

    if not data.strip():
        raise GsmonError("form.empty", name)
    ending = name.rpartition(".")[2].lower()
    if ending == "md":
        _check_text(data, name)
        return _sheets(md_to_dict, data, name, b"")
    if data.startswith(_OLE):
        raise GsmonError(_old_or_locked(data), name)
    if not data.startswith(b"PK"):
        raise GsmonError("form.not_xlsx", name)
    _check_zip(data, name)
    return _sheets(xlsx_to_dict, data, name, data)


def _check_text(data: bytes, name: str) -> None:
    """A table of text must be UTF-8 without control characters."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise GsmonError("form.encoding", name) from error
    found = _CONTROL.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        raise GsmonError("form.control_character", f"{name}: {line}")


def _old_or_locked(data: bytes) -> str:
    """Why a file in Excel's older container does not read: a password, or the .xls format of old."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "form.locked"
    return "form.old_xls" if "Workbook".encode("utf-16-le") in data else "form.old_or_locked"


def _sheets(reader: Any, data: bytes, name: str, workbook: bytes) -> Sheets:
    from pyxform.errors import PyXFormError

    try:
        read = reader(io.BytesIO(data))
    except PyXFormError as error:
        raise _unread(" ".join(str(error).split()), name, workbook) from error
    except (*_DAMAGE, MemoryError) as error:
        raise GsmonError("form.damaged", name) from error
    if not read.get("survey_header"):
        alike = next((each for each in read.get("sheet_names") or [] if _alike(str(each))), "")
        raise GsmonError("form.no_survey_near" if alike else "form.no_survey", name, near=alike)
    for sheet in SHEETS:
        columns = len((read.get(f"{sheet}_header") or [{}])[0])
        if columns > MOST_COLUMNS:
            raise GsmonError("form.too_many_columns", f"{name}: {sheet}", columns=columns, most=MOST_COLUMNS)
    if not any(read.get("survey") or []):
        raise GsmonError("form.no_questions", name)
    rows: list[dict[str, object]] = read.get("settings") or []
    first = next((row for row in rows if row), {})
    settings = {plain_header(key): str(value) for key, value in first.items()}
    sheets = Sheets(read, workbook, settings)
    _check_nesting(sheets)
    return sheets


def _alike(name: str) -> bool:
    """Whether a sheet was probably meant to be the survey, but is not called so."""
    bare = name.strip().lower()
    return name.lower() != "survey" and bool(get_close_matches(bare, ["survey"], 1, 0.7))


def _check_nesting(sheets: Sheets) -> None:
    """Groups nested deeper than any converter bears are told by the row where it becomes too deep."""
    depths: list[int] = []
    for number, row in enumerate(sheets.rows("survey"), 2):
        kind = next((str(row[key]).strip() for key in row if plain_header(key) == "type"), "")
        if _END.match(kind) and depths:
            depths.pop()
        elif _BEGIN.match(kind):
            depths.append(1 if "group" in kind.lower() else 2)
            if sum(depths) > MOST_NESTED:
                raise GsmonError("form.too_deep", f"survey!{number}", most=MOST_NESTED)


def _unread(reason: str, name: str, workbook: bytes) -> GsmonError:
    """pyxform's reason why a workbook does not read, in our words where we have them."""
    if "no valid workbook" in reason:
        return GsmonError("form.damaged", name)
    double = re.search(r"Duplicate column header: (.+)$", reason)
    if double is None:
        return GsmonError("form.pyxform", name, reason=reason)
    headings = Sheets({}, workbook)
    for sheet in ("survey", "choices", "settings", "external_choices"):
        places = [at for at, header in enumerate(headings.true_headers(sheet), 1) if header == double[1]]
        if len(places) > 1:
            from openpyxl.utils import get_column_letter

            place = f"{sheet}!{get_column_letter(places[1])}1"
            return GsmonError("form.duplicate_column", place, name=double[1])
    return GsmonError("form.duplicate_column", name, name=double[1])


def _check_zip(data: bytes, name: str) -> None:
    """An Excel file is a zip: it must open, hold a workbook, and not swell beyond reason."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except zipfile.BadZipFile as error:
        raise GsmonError("form.damaged", name) from error
    swollen = any(e.file_size > BOMB_FROM and e.file_size > BOMB_RATIO * e.compress_size for e in entries)
    if swollen or sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise GsmonError("form.too_big", name, most=MOST_BYTES // 1_000_000)
    if not any(entry.filename.startswith("xl/") for entry in entries):
        raise GsmonError("form.not_xlsx", name)
