"""A draft in another version of its form: what fits, what is left behind, nothing dropped in silence.

A question is found again by its path; one whose path is gone by its mark (`gsmon:item`, `gsmon:role`), then
by its name, where old and new form have one such question each. What a form calculates is calculated anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms.definition import Element, Form
from gsmon_desktop.forms.session import Session
from gsmon_desktop.forms.values import check_value
from gsmon_desktop.forms.views import Problem

GONE, ROWS, TYPE, CALCULATED = "gone", "rows", "type", "calculated"
_INDEX = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Left:
    """A value with no place in the new form, under its old path.

    `why`  gone: there is no such question; rows: it stands in other repeats; type: the value is not of the
           question's new type; calculated: the form now works it out by itself
    """

    path: str
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class Fit:
    """What became of a draft's values.

    `fitted`   how many values came along
    `moved`    (old path, new path) of those whose question stands elsewhere now
    `left`     values left behind
    `changed`  (path, old, new) of calculated values that the new form works out differently
    `new`      questions the old form had not, asked now and unanswered
    `invalid`  answers that came along and break a rule of the new form
    """

    fitted: int
    moved: tuple[tuple[str, str], ...]
    left: tuple[Left, ...]
    changed: tuple[tuple[str, str, str], ...]
    new: tuple[str, ...]
    invalid: tuple[Problem, ...]


def move(old: Form, new: Form, stored: Mapping[str, str], **surroundings: Any) -> tuple[Session, Fit]:
    """Opens a draft of the form `old` in `new`. `surroundings` are a session's (now, language …)."""
    places = _places(old, new)
    values, moved, left = _sorted(old, new, stored, places)
    session = Session(new, answers=values, **surroundings)
    left += [Left(path, value, ROWS) for path, value in session.unfitted.items() if value]
    known = set(places.values())
    added = {path for path in new.elements if path not in known}
    change = session.catch_up(added)
    fit = Fit(
        fitted=sum(1 for value in values.values() if value)
        - len([v for v in session.unfitted.values() if v]),
        moved=tuple(moved),
        left=tuple(left),
        changed=tuple((path, before or "", after or "") for path, before, after in change.rows if before),
        new=tuple(
            path
            for path in session.asked()
            if _bare(path) in added
            and session.question(path).value == ""
            and new.elements[_bare(path)].type != "note"
        ),
        invalid=tuple(session.invalid()),
    )
    return session, fit


def _sorted(
    old: Form, new: Form, stored: Mapping[str, str], places: Mapping[str, str]
) -> tuple[dict[str, str], list[tuple[str, str]], list[Left]]:
    """Values by new path; paths that changed; what is left behind."""
    values: dict[str, str] = {}
    moved: list[tuple[str, str]] = []
    left: list[Left] = []
    for path, value in stored.items():
        place = places.get(_bare(path))
        target = _numbered(new, place, path) if place is not None else None
        if place is None or target is None:
            if value:
                left.append(Left(path, value, GONE if place is None else ROWS))
            continue
        why = _misfit(old.elements[_bare(path)], new.elements[place], value, target)
        if why:
            left.append(Left(path, value, why))
            continue
        values[target] = value
        if value and target != path and not _same_below_root(path, target):
            moved.append((path, target))
    return values, moved, left


def _misfit(before: Element, after: Element, value: str, path: str) -> str:
    """Why a value cannot stay with its question; "" when it can."""
    if not value or after.kind != "question":
        return ""
    if after.rules.calculate and not after.shown and before.shown:
        return CALCULATED
    if after.type == "note":
        return TYPE
    try:
        check_value(after, value, path)
    except GsmonError:
        return TYPE
    return ""


def _places(old: Form, new: Form) -> dict[str, str]:
    """Template paths of the old form's questions and repeats, and where each is in the new form."""
    found = {}
    for element in old.root.walk():
        path = new.root.path + element.path[len(old.root.path) :]
        if path in new.elements and new.elements[path].kind == element.kind:
            found[element.path] = path
    meta = f"{old.root.path}/meta", f"{new.root.path}/meta"
    marks: tuple[Callable[[Element], str | None], ...] = (
        lambda element: element.item,
        lambda element: element.role,
        lambda element: element.name if element.kind != "group" else None,
    )
    for mark in marks:
        taken = set(found.values())
        gone = _alone(mark, (e for e in old.root.walk() if e.path not in found), meta)
        come = _alone(mark, (e for e in new.root.walk() if e.path not in taken), meta)
        for name, element in gone.items():
            if name in come and come[name].kind == element.kind:
                found[element.path] = come[name].path
    return found


def _alone(
    mark: Callable[[Element], str | None], elements: Iterable[Element], without: tuple[str, ...]
) -> dict[str, Element]:
    """Elements by their mark, where no other one has it."""
    found: dict[str, list[Element]] = {}
    for element in elements:
        name = mark(element)
        if name and not element.path.startswith(without):
            found.setdefault(name, []).append(element)
    return {name: group[0] for name, group in found.items() if len(group) == 1}


def _numbered(form: Form, place: str, path: str) -> str | None:
    """A template path with the row numbers of `path`; None when there are more or fewer repeats around it."""
    numbers = _INDEX.findall(path)
    steps = place.split("/")
    for end in range(2, len(steps) + 1):
        if form.elements["/".join(_bare(step) for step in steps[:end])].kind == "repeat":
            if not numbers:
                return None
            steps[end - 1] += f"[{numbers.pop(0)}]"
    return None if numbers else "/".join(steps)


def _bare(path: str) -> str:
    return _INDEX.sub("", path)


def _same_below_root(path: str, other: str) -> bool:
    return path.split("/")[2:] == other.split("/")[2:]
