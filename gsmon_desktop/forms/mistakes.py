"""Authors' mistakes: pyxform's sentences as errors of ours, in our words where it is a common one."""

from __future__ import annotations

import re
from difflib import get_close_matches

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms.sheets import Sheets, is_end, list_of

_ROW = re.compile(r"\[row\s*:\s*(\d+)\]\s*")
_SHEET = re.compile(r"On the '(\w+)' sheet, the '([^']+)' value (?:'[^']*' )?is invalid\.\s*")
_LEARN = re.compile(r"\s*Learn more: \S+")
_LETTERS = re.compile(r"[^\W\d_]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_TYPES = [
    *("text", "integer", "decimal", "range", "select_one", "select_multiple", "rank", "note", "date", "time"),
    *("dateTime", "geopoint", "geotrace", "geoshape", "image", "audio", "video", "file", "barcode"),
    *(
        "acknowledge",
        "calculate",
        "hidden",
        "begin_group",
        "end_group",
        "begin_repeat",
        "end_repeat",
        "start",
    ),
    *("end", "today", "deviceid", "username", "select_one_from_file", "select_multiple_from_file", "audit"),
    *("csv-external", "xml-external"),
]
_KNOWN = (
    (r"Could not find the name '([^']+)'", "form.unknown_reference", "names"),
    (r"List name not in (?:external )?choices sheet: (.+)$", "form.unknown_choices", "lists"),
    (r"There should be a choices sheet()", "form.no_choices", ""),
    (r"Choices must have a name()", "form.choice_no_name", ""),
    (r"Choices should have a label()", "form.choice_no_label", ""),
    (r"'name' value '([^']+)' is problematic", "form.name_by_case", ""),
    (r"different names for the same column were found: ('.+')\. Rename", "form.same_columns", ""),
    (r"Unknown question type '([^']+)'", "form.unknown_type", "types"),
    (r"The name '([^']+)' appears more than once", "form.duplicate_reference", ""),
    (r"must be unique within their nearest parent group()", "form.duplicate_name", ""),
    (r"Names must begin with a letter or underscore()", "form.bad_name", ""),
    (r"Choice names must be unique for each choice list()", "form.duplicate_choice", ""),
    (r"Choice names with spaces cannot be added .* See \[([^\]]*)\]", "form.choice_spaces", ""),
    (r"Unmatched '(\w+)'", "form.unmatched", ""),
    (r"Question or group with no name()", "form.no_name", ""),
    (r"Question with no type()", "form.no_type", ""),
    (r"Missing calculation()", "form.no_calculation", ""),
    (r"element named '([^']+)' has no label or hint", "form.no_label", ""),
    (r"Reference variables must start with()", "form.bad_reference", ""),
    (r"Use the max-pixels parameter()", "form.max_pixels", ""),
    (r"Repeat has no label: .*'name': '([^']+)'", "form.repeat_no_label", ""),
    (r"'disabled' column header()", "form.disabled", ""),
    (r"(\w+) is no longer supported on most devices", "form.old_metadata", ""),
    (r"valid machine-readable codes: (.+)\.$", "form.language_code", ""),
    (r"Row without name, text, or label()", "form.row_skipped", ""),
    (r"select one external is only meant()", "form.external_unfiltered", ""),
    (r"form_id and id_string()", "form.two_ids", ""),
    (r"similar names were found: (.+?)\.", "form.sheet_name", ""),
    (r"required column headers were not found: '([^']+)'", "form.no_column", ""),
    (r"There should be an external_choices sheet()", "form.no_external", ""),
    (r"accepted parameter keys for this question type are '([^']+)'", "form.parameter_keys", ""),
    (r"Parameters? '?([\w-]+)'? must ", "form.bad_parameter", ""),
)
_COLUMNS = {
    "form.unknown_type": "type",
    "form.unknown_choices": "type",
    "form.no_choices": "type",
    "form.unmatched": "type",
    "form.name_by_case": "name",
    "form.no_type": "type",
    "form.no_name": "name",
    "form.no_calculation": "calculation",
    "form.no_label": "label",
    "form.repeat_no_label": "label",
    "form.max_pixels": "parameters",
    "form.disabled": "disabled",
    "form.old_metadata": "type",
    "form.external_unfiltered": "choice_filter",
    "form.bad_parameter": "parameters",
    "form.parameter_keys": "parameters",
}
"""Where a mistake stands when pyxform names only the row."""


def author_error(text: str, sheets: Sheets) -> GsmonError:
    """pyxform's sentence as an error of ours, with its place; the text itself where we have no words."""
    row_found, sheet_found = _ROW.search(text), _SHEET.search(text)
    sheet, column = (sheet_found[1], sheet_found[2]) if sheet_found else ("survey", "")
    row = int(row_found[1]) if row_found else 0
    plain = " ".join(_LEARN.sub("", _SHEET.sub("", _ROW.sub("", text))).split())
    for pattern, code, candidates in _KNOWN:
        found = re.search(pattern, plain)
        if found:
            near = get_close_matches(found[1], _candidates(sheets, candidates), 1, 0.6)
            column = column or _COLUMNS.get(code, "")
            place = _place(sheets, sheet, row, column) if row else _searched(sheets, code, found[1], column)
            values = {"name": found[1], "near": near[0] if near else "", "reason": plain}
            known = GsmonError(f"{code}_near" if near else code, place, **values)
            return _closer(known, code, sheets, row)
    return GsmonError("form.pyxform", _place(sheets, sheet, row, column) if row else "", reason=plain)


def _searched(sheets: Sheets, code: str, name: str, column: str) -> str:
    """Where a mistake stands of which pyxform names no row."""
    match code:
        case "form.no_choices":
            return _first(sheets, ("select", "rank"))
        case "form.no_external":
            return _first(sheets, ("select_one_external", "select one external"))
        case "form.bad_parameter":
            rows = enumerate(sheets.rows("survey"), 2)
            number = next((at for at, row in rows if f"{name}=" in str(row.get("parameters"))), 0)
            return _place(sheets, "survey", number, column) if number else ""
        case "form.no_column":
            return sheets.place("survey", 1)
        case "form.choice_spaces":
            rows = enumerate(sheets.rows("choices"), 2)
            number = next((at for at, row in rows if str(row.get("name")).strip() == name), 0)
            return _place(sheets, "choices", number, "name") if number else ""
    return find(sheets, name, column)


def _closer(known: GsmonError, code: str, sheets: Sheets, row: int) -> GsmonError:
    """The same mistake in a sentence that comes nearer to what the author sees."""
    words = [word for word in str(known.values["name"]).split() if mixed(word)]
    if words and code in ("form.unknown_type", "form.unknown_reference", "form.unknown_choices"):
        letters = ", ".join(dict.fromkeys(_CYRILLIC.findall(words[0])))
        return GsmonError("form.mixed_letters", known.place, name=words[0], letters=letters)
    if code == "form.no_choices" and sheets.headers("choices"):
        return GsmonError("form.no_list_column", sheets.place("choices", 1))
    rows = sheets.rows("survey")
    kind = str(rows[row - 2].get("type", "")).strip() if 2 <= row <= len(rows) + 1 else ""
    if code == "form.no_name" and kind != kind.lower() and is_end(kind):
        return GsmonError("form.end_in_capitals", _place(sheets, "survey", row, "type"), name=kind)
    return known


def mixed(word: str) -> bool:
    """Whether Cyrillic letters, which may look the same, stand among Latin ones in a word."""
    cyrillic = _CYRILLIC.findall(word)
    return 0 < len(cyrillic) < len(_LETTERS.findall(word))


def with_place(error: GsmonError, sheets: Sheets) -> GsmonError:
    """An error about a file or list gets the cell of the survey sheet that names it."""
    file = str(error.values.get("file") or error.values.get("list") or "")
    if error.place or not file:
        return error
    name = re.sub(r"^jr://[\w-]+/", "", file)
    place = find(sheets, name) or _quoted(sheets, name.removesuffix(".csv"))
    return GsmonError(error.code, place, **error.values)


def _quoted(sheets: Sheets, name: str) -> str:
    """The place of the first cell with an expression that names a list in quotes (``pulldata('prices', …)``)
    or, as in `csv-external`, of the row of that name."""
    for number, row in enumerate(sheets.rows("survey"), 2):
        for header, value in row.items():
            if f"'{name}'" in str(value) or f'"{name}"' in str(value) or str(value) == name:
                return sheets.place("survey", number, header)
    return ""


def find(sheets: Sheets, name: str, column: str = "") -> str:
    """The place of the first row of the survey sheet with a cell that says `name`; "" when there is none."""
    for number, row in enumerate(sheets.rows("survey"), 2):
        for header, value in row.items():
            if name and (name in str(value).split() or name == " ".join(str(value).split())):
                return sheets.place(
                    "survey", number, sheets.column("survey", column, number) if column else header
                )
    return ""


def _first(sheets: Sheets, kinds: tuple[str, ...]) -> str:
    """The place of the first question of a type that begins so."""
    for number, row in enumerate(sheets.rows("survey"), 2):
        if str(row.get("type", "")).startswith(kinds):
            return _place(sheets, "survey", number, "type")
    return ""


def _place(sheets: Sheets, sheet: str, row: int, column: str) -> str:
    return sheets.place(sheet, row, sheets.column(sheet, column, row) if column else "")


def _candidates(sheets: Sheets, kind: str) -> list[str]:
    if kind == "names":
        return sorted({path.rpartition("/")[2] for path in sheets.paths})
    if kind == "lists":
        return sorted({list_of(row) for row in sheets.rows("choices")} - {""})
    return _TYPES if kind == "types" else []
