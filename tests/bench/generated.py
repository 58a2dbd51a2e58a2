"""Forms made for measuring: of any length, with repeats, with long lists."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from pyxform.xls2xform import convert

from gsmon_desktop.forms import Form, from_xform

Sheet = list[dict[str, str]]
YES_NO = [
    {"list_name": "yn", "name": "yes", "label": "Yes"},
    {"list_name": "yn", "name": "no", "label": "No"},
]


def long_survey(questions: int) -> dict[str, Sheet]:
    """Groups of ten questions: numbers, choices, texts, dates; relevance, constraints and calculations."""
    survey: Sheet = []

    def ask(**cells: str) -> None:
        survey.append(cells)

    for g in range(1, questions // 10 + 1):
        n, s, t, c, m, k = (f"${{{letter}{g}}}" for letter in "nstcmk")
        ask(type="begin_group", name=f"g{g}", label=f"Group {g}", appearance="field-list")
        ask(type="integer", name=f"n{g}", label="How many?", constraint=". >= 0 and . < 150", required="yes")
        ask(type="select_one yn", name=f"s{g}", label="Is it?", relevant=f"{n} > 3")
        ask(type="text", name=f"t{g}", label="Which?", relevant=f"{s} = 'yes' and {n} < 100")
        ask(type="calculate", name=f"c{g}", calculation=f"{n} * 2 + {g}")
        ask(type="integer", name=f"m{g}", label=f"Of {c}?", constraint=f". <= {n}", relevant=f"{c} > 4")
        ask(type="calculate", name=f"k{g}", calculation=f"if({m} > 2, concat({t}, '-', {c}), {n})")
        ask(type="date", name=f"d{g}", label="When?", constraint=". <= today()")
        ask(type="select_multiple yn", name=f"x{g}", label="What?", required=f"{n} = 5")
        ask(type="text", name=f"u{g}", label="Anything else?")
        ask(type="note", name=f"o{g}", label=f"So {k}", relevant=f"{k} != ''")
        ask(type="end_group")
    return {"survey": survey, "choices": YES_NO, "settings": [{"form_id": "long", "version": "1"}]}


def roster() -> dict[str, Sheet]:
    """A repeat whose rows are counted, added up and know their place."""
    rows = [
        ("begin_repeat", "r", ""),
        ("integer", "v", ""),
        ("text", "w", ""),
        ("calculate", "at", "position(..)"),
        ("calculate", "twice", "${v} * 2 + ${at}"),
        ("end_repeat", "", ""),
        ("calculate", "many", "count(${r})"),
        ("calculate", "all", "sum(${v}) + sum(${twice})"),
    ]
    survey = [
        {"type": kind, "name": name, "label": name if not calculation else "", "calculation": calculation}
        for kind, name, calculation in rows
    ]
    return {"survey": survey, "settings": [{"form_id": "roster"}]}


def towns(rows: int) -> tuple[dict[str, Sheet], bytes]:
    """A question whose choices are a few hundred of a long CSV list, and the list."""
    survey = [
        {"type": "text", "name": "region", "label": "Region"},
        {"type": "text", "name": "kind", "label": "Kind"},
        {
            "type": "select_one_from_file towns.csv",
            "name": "town",
            "label": "Town",
            "choice_filter": "region = ${region} and kind = ${kind}",
        },
    ]
    lines = [f"v{at},Town {at},r{at % 20},k{at % 500}" for at in range(rows)]
    return {"survey": survey}, "\n".join(["name,label,region,kind", *lines]).encode()


def opened(sheets: dict[str, Sheet], files: dict[str, bytes] | None = None) -> Form:
    """The form of some sheets."""
    return from_xform(convert(sheets).xform, files or {})


def workbook(sheets: dict[str, Sheet], path: Path) -> Path:
    """The sheets as a workbook."""
    book = Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        headers = list(dict.fromkeys(header for row in rows for header in row))
        sheet.append(headers)
        for row in rows:
            sheet.append([row.get(header) for header in headers])
    book.save(path)
    return path
