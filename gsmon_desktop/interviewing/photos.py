"""Where a photo of a line goes when its section has no room for one: into the form's photo report."""

from __future__ import annotations

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms import Change, Element, Session
from gsmon_desktop.interviewing import facts

LONGEST_CAPTION = 200
OTHER = "other"


def report_of(session: Session) -> str:
    """The first repeat open to new rows that asks for a photo; "" where the form has none."""
    for repeat in session.repeats():
        if _photo(session.form.elements[facts.template(repeat)]) is not None:
            return repeat
    return ""


def make_place(session: Session, line: str) -> tuple[str, Change]:
    """A row of the photo report for a photo of the question `line`: the last one if it has no photo yet, else
    a new one. A choice in it that names a section gets the line's own (or "other"), a text the line's words.

    Returns the path of the photo question and one change, to be saved and undone as a whole. Raises
    media.not_asked where the form has no photo report, and the session's errors; then nothing is changed.
    """
    repeat = report_of(session)
    if not repeat:
        raise GsmonError("media.not_asked", line)
    pattern = session.form.elements[facts.template(repeat)]
    photo = _photo(pattern)
    assert photo is not None  # noqa: S101 - `report_of` found it
    rows = session.rows(repeat)
    changes: list[Change] = []
    try:
        if not rows or session.value(f"{repeat}[{rows}]/{photo.name}"):
            changes.append(session.add(repeat))
            rows += 1
        row = f"{repeat}[{rows}]"
        changes += _fill(session, pattern, row, line)
    except GsmonError:
        for change in reversed(changes):
            session.undo(change)
        raise
    merged = tuple(one for change in changes for one in change.rows)
    return f"{row}/{photo.name}", Change("add", repeat, None, str(rows), merged)


def _photo(repeat: Element) -> Element | None:
    return next((child for child in repeat.children if child.type == "image"), None)


def _fill(session: Session, pattern: Element, row: str, line: str) -> list[Change]:
    sections = facts.template(line).split("/")[2:-1]
    changes = []
    for child in pattern.children:
        path = f"{row}/{child.name}"
        if not child.shown or session.value(path):
            continue
        if child.type == "select_one":
            offered = {choice.value for choice in session.choices(path)}
            value = next((name for name in (*sections, OTHER) if name in offered), "")
        else:
            value = session.label(line)[:LONGEST_CAPTION] if child.type == "text" else ""
        if value:
            changes.append(session.set(path, value))
    return changes
