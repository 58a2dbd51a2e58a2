"""Tables on the clipboard: as tabbed text for any program, as HTML for those that keep cells."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication


def copy_table(rows: Sequence[Sequence[str]]) -> None:
    """Puts rows of texts on the clipboard, the first one the captions."""
    data = QMimeData()
    data.setText("\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows))
    data.setHtml(_html(rows))
    QGuiApplication.clipboard().setMimeData(data)


def _html(rows: Sequence[Sequence[str]]) -> str:
    lines = []
    for place, row in enumerate(rows):
        tag = "td" if place else "th"
        lines.append("<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row) + "</tr>")
    return "<table>" + "".join(lines) + "</table>"
