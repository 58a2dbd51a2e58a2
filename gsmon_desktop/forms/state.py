"""The answers of one session as a tree: cells in frames (rows), addressed by path."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gsmon_desktop.forms.spots import Scope, Spot
from gsmon_desktop.forms.tree import Node

FINE, CONSTRAINT_BROKEN, NOT_OFFERED = 0, 1, 2
_INDEX = re.compile(r"\[(\d+)\]")


class Cell(Node):
    """A node of the instance with what the rules say about it.

    `relevant` is what holds in the end, `own` what its own rule says, `asked` is False for rows beyond a
               repeat's count.
    """

    __slots__ = ("asked", "fault", "frame", "own", "readonly", "required", "spot")

    parent: Cell | None
    children: list[Cell]  # type: ignore[assignment]

    def __init__(self, spot: Spot, frame: Frame, parent: Cell | None, *, attach: bool = True) -> None:
        super().__init__(spot.element.name, "", parent if attach else None)
        self.parent = parent
        self.spot = spot
        self.frame = frame
        self.own = spot.relevant
        self.asked = True
        self.required = spot.required
        self.readonly = spot.readonly
        self.fault = FINE

    @property
    def path(self) -> str:
        """Its full path with row numbers."""
        frame, spot = self.frame, self.spot
        if frame.parent is None:
            return spot.path
        return frame.prefix + spot.tail if spot is not frame.scope.row else frame.prefix

    def order(self) -> tuple[int, ...]:
        """Sorts cells in the form's order, row by row."""
        order: tuple[int, ...] = (self.spot.element.order,)
        frame: Frame | None = self.frame
        while frame is not None and frame.parent is not None:
            order = (frame.scope.row.element.order, frame.at, *order)
            frame = frame.parent
        return order


class Rows:
    """The rows of one repeat in one row of what is around it. `anchor` is a node to evaluate its count at."""

    __slots__ = ("anchor", "frame", "frames", "scope", "wanted")

    def __init__(self, scope: Scope, frame: Frame) -> None:
        self.scope = scope
        self.frame = frame
        self.frames: list[Frame] = []
        self.wanted: int | None = None
        """How many rows the count asks for; None where people add rows themselves."""
        parent = scope.row.parent
        assert parent is not None  # noqa: S101  (a repeat is never the root)
        self.anchor = Cell(scope.row, frame, frame.cells[parent.local], attach=False)

    @property
    def counted(self) -> bool:
        """Whether the form says how many rows there are."""
        return bool(self.scope.row.element.count)

    @property
    def path(self) -> str:
        """The repeat's path, rows around it numbered."""
        return self.frame.prefix + self.scope.row.tail

    def shown(self) -> int:
        """How many rows there are now, without those beyond the count."""
        return len(self.frames) if self.wanted is None else min(self.wanted, len(self.frames))


class Frame:
    """One row: its cells by the spots' local numbers, and the rows of its nested repeats."""

    __slots__ = ("at", "cells", "parent", "prefix", "rows", "scope", "there")

    def __init__(self, scope: Scope, parent: Frame | None, at: int) -> None:
        self.there = True
        """False once the row is taken out."""
        self.scope = scope
        self.parent = parent
        self.at = at
        self.cells: list[Cell] = []
        self.rows: list[Rows] = []
        self.prefix = ""
        self.number(at)

    def number(self, at: int) -> None:
        """Takes the place `at` among its repeat's rows; nested rows follow."""
        self.at = at
        row = self.scope.row
        self.prefix = f"{self.parent.prefix}{row.tail}[{at}]" if self.parent else row.element.path
        for rows in self.rows:
            for frame in rows.frames:
                frame.number(frame.at)

    @property
    def row(self) -> Cell:
        """The row's own node (the root element for the form's one row)."""
        return self.cells[0]

    def walk(self) -> Iterator[Cell]:
        """All cells, nested rows included, in the form's order."""
        yield from _walk(self.row)


def _walk(cell: Cell) -> Iterator[Cell]:
    yield cell
    for child in cell.children:
        yield from _walk(child)


def make_frame(scope: Scope, parent: Frame | None, at: int) -> Frame:
    """A row with empty cells and no nested rows, not yet in the tree."""
    frame = Frame(scope, parent, at)
    outer = parent.cells[scope.row.parent.local] if parent and scope.row.parent else None
    for spot in scope.spots:
        above = outer if spot is scope.row else frame.cells[spot.parent.local]  # type: ignore[union-attr]
        frame.cells.append(Cell(spot, frame, above, attach=spot is not scope.row))
    frame.rows = [Rows(nested, frame) for nested in scope.nested]
    return frame


def insert_frame(rows: Rows, frame: Frame) -> None:
    """Puts a new row after the repeat's others, into the tree too."""
    parent = rows.anchor.parent
    assert parent is not None  # noqa: S101
    place = _first_place(rows, parent) + len(rows.frames)
    parent.children.insert(place, frame.row)
    rows.frames.append(frame)


def delete_frame(rows: Rows, at: int) -> Frame:
    """Takes the row `at` (from 1) out of the tree; later rows move up."""
    frame = rows.frames.pop(at - 1)
    parent = rows.anchor.parent
    assert parent is not None  # noqa: S101
    del parent.children[_first_place(rows, parent) + at - 1]
    for place, later in enumerate(rows.frames[at - 1 :], at):
        later.number(place)
    return frame


def _first_place(rows: Rows, parent: Cell) -> int:
    """Where the repeat's rows begin among the children of the node around it."""
    place = 0
    for spot in parent.spot.children:
        if spot is rows.scope.row:
            break
        place += len(rows.frame.rows[spot.scope.number].frames) if spot.is_row else 1
    return place


class State:
    """The tree of one session."""

    __slots__ = ("answers", "root", "spots")

    def __init__(self, root: Spot, spots: dict[str, Spot]) -> None:
        self.spots = spots
        self.root = make_frame(root.scope, None, 1)
        self.answers = {cell.spot.path: cell for cell in self.root.cells if cell.spot.leaf}
        """Questions outside repeats by path."""

    def cell(self, path: str) -> Cell | None:
        """The cell at a path; a repeat without a number means its first row. None when there is no such row
        or element."""
        if "[" not in path:
            spot = self.spots.get(path)
            if spot is None:
                return None
            if spot.scope is self.root.scope:
                return self.root.cells[spot.local]
        spot = self.spots.get(_INDEX.sub("", path))
        if spot is None:
            return None
        frame = self._frame(path, spot.scope)
        return frame.cells[spot.local] if frame is not None else None

    def nearest(self, spot: Spot, asker: Cell) -> Cell | None:
        """The cell of an element in the rows that `asker` stands in, the first row of repeats it is not
        in."""
        frame, inner = asker.frame, spot.scope
        down: list[int] = []
        while inner.parent is not None and inner.level > frame.scope.level:
            down.insert(0, inner.number)
            inner = inner.parent
        while frame.scope is not inner and frame.parent is not None:
            if frame.scope.level == inner.level and inner.parent is not None:
                down.insert(0, inner.number)
                inner = inner.parent
            frame = frame.parent
        for number in down:
            if not frame.rows[number].frames:
                return None
            frame = frame.rows[number].frames[0]
        return frame.cells[spot.local]

    def rows(self, path: str) -> Rows | None:
        """The rows of the repeat at a path (its own last number, if any, is not looked at)."""
        spot = self.spots.get(_INDEX.sub("", path))
        if spot is None or not spot.is_row or spot.scope.parent is None:
            return None
        frame = self._frame(path, spot.scope.parent)
        return frame.rows[spot.scope.number] if frame is not None else None

    def _frame(self, path: str, scope: Scope) -> Frame | None:
        """The row of `scope` that a path's numbers point at."""
        chain: list[Scope] = []
        inner: Scope | None = scope
        while inner is not None and inner.parent is not None:
            chain.append(inner)
            inner = inner.parent
        frame = self.root
        for step in reversed(chain):
            depth = step.row.element.path.count("/")
            segment = path.split("/")[depth]
            found = _INDEX.search(segment)
            at = int(found[1]) if found else 1
            frames = frame.rows[step.number].frames
            if not 1 <= at <= len(frames):
                return None
            frame = frames[at - 1]
        return frame
