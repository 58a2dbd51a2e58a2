"""How questions are put on pages, and the outline of a form being filled."""

from __future__ import annotations

from gsmon_desktop.forms.definition import Form
from gsmon_desktop.forms.state import Cell, Frame
from gsmon_desktop.forms.texts import Texts
from gsmon_desktop.forms.views import Page


def pages(root: Cell, texts: Texts) -> tuple[Page, ...]:
    """One page a `field-list` group or repeat row, else one a question; only what is relevant and shown."""
    found: list[Page] = []
    _collect(root, texts, "", found)
    return tuple(found)


def titles_change(form: Form, texts: Texts) -> bool:
    """Whether a group's label quotes answers, so that titles have to be made anew."""
    labels = [element.label for element in form.elements.values() if element.kind != "question"]
    return any(len(label.parts) > 1 or label.ref or texts.changing(label.itext) for label in labels)


def _collect(cell: Cell, texts: Texts, title: str, found: list[Page]) -> None:
    for child in cell.children:
        if not child.relevant:
            continue
        element = child.spot.element
        if child.spot.leaf:
            if element.shown:
                found.append(Page(child.path, title, (child.path,)))
            continue
        name = _title(child, texts) or title
        if "field-list" in element.appearance:
            questions = tuple(_questions(child))
            if questions:
                found.append(Page(child.path, name, questions))
        else:
            _collect(child, texts, name, found)


def _title(cell: Cell, texts: Texts) -> str:
    label = texts.text(cell.spot.element.label, cell)
    return f"{label} · {cell.frame.at}" if cell.spot.is_row and label else label


def _questions(cell: Cell) -> list[str]:
    return [inner.path for inner in _below(cell) if inner.spot.element.shown]


def _below(cell: Cell) -> list[Cell]:
    """Relevant questions below a node, in order."""
    found: list[Cell] = []
    for child in cell.children:
        if child.relevant:
            found += [child] if child.spot.leaf else _below(child)
    return found


def open_repeats(frame: Frame) -> list[str]:
    """Repeats with rows people add themselves, whose surroundings are relevant, nested ones row by row."""
    found: list[str] = []
    for rows in frame.rows:
        around = rows.anchor.parent
        if around is None or not around.relevant:
            continue
        if not rows.counted and (not rows.frames or any(row.row.relevant for row in rows.frames)):
            found.append(rows.path)
        for row in rows.frames:
            if row.row.relevant:
                found += open_repeats(row)
    return found
