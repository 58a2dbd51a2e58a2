"""Long forms in the style of public surveys, as tables; rows that repeat for every drug or dose stand once.

A row of type ``for TABLE`` begins rows that are written once for each row of that table, ``end for`` ends
them; ``{column}`` is the table's cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parent
SHEETS = ("survey", "choices", "settings")
Row = list[str]


def table(name: str) -> str:
    """A survey as the Markdown that pyxform reads, its repeated rows written out."""
    sheets = _sheets((FOLDER / f"{name}.md").read_text(encoding="utf-8"))
    lines = []
    for sheet in SHEETS:
        lines.append(f"| {sheet} |")
        rows = _written_out(sheets[sheet], sheets) if sheet == "survey" else sheets[sheet]
        lines += ["| | " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines)


def _sheets(text: str) -> dict[str, list[Row]]:
    """Rows by sheet; a line of one cell begins a sheet, lines without bars are for readers."""
    found: dict[str, list[Row]] = {}
    rows: list[Row] = []
    for line in text.splitlines():
        if not line.startswith("|"):
            continue
        cells = [cell.strip() for cell in line.strip().removesuffix("|").split("|")][1:]
        if len(cells) == 1:
            rows = found.setdefault(cells[0], [])
        else:
            rows.append(cells[1:])
    return found


def _written_out(rows: list[Row], sheets: dict[str, list[Row]]) -> Iterator[Row]:
    waiting: list[Row] = []
    each: list[dict[str, str]] | None = None
    for row in rows:
        if row[0].startswith("for "):
            head, *items = sheets[row[0].removeprefix("for ")]
            each, waiting = [dict(zip(head, item, strict=True)) for item in items], []
        elif row[0] == "end for" and each is not None:
            for item in each:
                yield from ([_filled(cell, item) for cell in inner] for inner in waiting)
            each = None
        elif each is not None:
            waiting.append(row)
        else:
            yield row


def _filled(cell: str, item: dict[str, str]) -> str:
    """The cell with the item's words; a reference like ``${name}`` is a question's, not the table's."""
    return re.sub(r"(?<!\$)\{(\w+)\}", lambda found: item.get(found[1], found[0]), cell)
