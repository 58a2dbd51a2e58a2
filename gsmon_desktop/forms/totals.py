"""Sums and counts over the rows of a repeat, kept up to date: an answer in one of 1,000 rows costs what it
costs in one of 10.

A *total* belongs to an element and to the row (mostly the form itself) below which its cells are looked for.
It is made at its first use; from then on the engine says which cells changed, and only those are looked at
again when it is asked next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import isfinite, nan

from gsmon_desktop.forms.spots import Spot
from gsmon_desktop.forms.state import Cell, Frame
from gsmon_desktop.forms.tree import Node
from gsmon_desktop.forms.xpath.syntax import Path
from gsmon_desktop.forms.xpath.values import string_to_number


class Total:
    """The relevant cells of one element below one row: how many, how many filled, their numbers and sum."""

    __slots__ = ("_changed", "_exact", "_filled", "_numbers", "_seen", "_wild")

    def __init__(self, cells: Iterable[Cell]) -> None:
        self._changed = set(cells)
        self._seen: dict[Cell, str] = {}
        self._numbers: dict[Cell, float] = {}
        self._exact = Fraction(0)
        self._filled = 0
        self._wild = 0
        """How many numbers are too great for a double."""

    def change(self, cell: Cell) -> None:
        """The cell is new, gone, or has another value or relevance."""
        self._changed.add(cell)

    def count(self) -> float:
        """How many relevant cells."""
        self._settle()
        return float(len(self._seen))

    def filled(self) -> float:
        """How many of them hold something."""
        self._settle()
        return float(self._filled)

    def numbers(self) -> Iterable[float]:
        """The numbers in them, in no order."""
        self._settle()
        return self._numbers.values()

    def sum(self) -> float:
        """The sum of their numbers, rounded once, as `math.fsum` does."""
        self._settle()
        return sum(self._numbers.values()) if self._wild else float(self._exact)

    def _settle(self) -> None:
        for cell in self._changed:
            if cell in self._seen:
                self._take(cell)
            if cell.relevant and cell.frame.there:
                self._put(cell)
        self._changed.clear()

    def _take(self, cell: Cell) -> None:
        self._filled -= self._seen.pop(cell) != ""
        number = self._numbers.pop(cell, nan)
        if isfinite(number):
            self._exact -= Fraction(number)
        elif number == number:  # noqa: PLR0124  (false for NaN)
            self._wild -= 1

    def _put(self, cell: Cell) -> None:
        value = cell.value
        self._seen[cell] = value
        self._filled += value != ""
        number = string_to_number(value) if value else nan
        if isfinite(number):
            self._exact += Fraction(number)
        elif number == number:  # noqa: PLR0124  (false for NaN)
            self._wild += 1
        else:
            return
        self._numbers[cell] = number


class Totals:
    """All totals of one session."""

    def __init__(self) -> None:
        self.watched: dict[Spot, dict[Frame, Total]] = {}
        self._ways: dict[tuple[int, Spot], tuple[Path, tuple[Spot, int] | None]] = {}
        """By the path's id: kept with the path itself, so that the id stays its own."""

    def change(self, cell: Cell) -> None:
        """Tells every total the cell counts in."""
        totals = self.watched.get(cell.spot)
        if totals:
            frame: Frame | None = cell.frame
            while frame is not None:
                total = totals.get(frame)
                if total is not None:
                    total.change(cell)
                frame = frame.parent

    def drop(self, frame: Frame) -> None:
        """Forgets the totals of a row that is gone."""
        for totals in self.watched.values():
            totals.pop(frame, None)

    def find(self, path: Path, node: Node, root: Cell, *, values: bool) -> Total | None:
        """The total of the cells a plain path leads to from a node; None where it passes no rows of a repeat,
        or where `values` are asked of cells that hold others."""
        start = root if path.absolute else node
        if not isinstance(start, Cell) or start.frame.scope is not start.spot.scope:
            return None
        key = (id(path), start.spot)
        known = self._ways.get(key)
        if known is None:
            known = self._ways[key] = (path, _way(path, start.spot))
        way = known[1]
        if way is None or (values and not way[0].leaf):
            return None
        spot, up = way
        frame = start.frame
        for _ in range(up):
            frame = frame.parent  # type: ignore[assignment]  # the way was found within the form
        totals = self.watched.setdefault(spot, {})
        total = totals.get(frame)
        if total is None:
            total = totals[frame] = Total(_cells(frame, spot))
        return total


def _way(path: Path, start: Spot) -> tuple[Spot, int] | None:
    """The element at the end of a path and how many rows to climb to the one that all its cells lie in."""
    spot, steps = start, list(path.steps)
    if path.absolute and (not steps or steps.pop(0).test != start.element.name):
        return None
    while steps and steps[0].axis == "parent":
        if spot.parent is None:
            return None
        spot = spot.parent
        steps.pop(0)
    top = spot
    for step in steps:
        below = spot.by_name.get(step.test) if step.axis == "child" else None
        if below is None:
            return None
        spot = below
    return None if spot.scope is top.scope else (spot, start.scope.level - top.scope.level)


def _cells(frame: Frame, spot: Spot) -> Iterator[Cell]:
    frames = [frame]
    for number in spot.scope.down_from(frame.scope):
        frames = [inner for outer in frames for inner in outer.rows[number].frames]
    return (inner.cells[spot.local] for inner in frames)
