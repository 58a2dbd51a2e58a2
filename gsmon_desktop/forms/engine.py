"""Keeps a session's state right after every change, running only the rules that read what changed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from heapq import heappop, heappush
from math import isnan

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms.casts import as_answer
from gsmon_desktop.forms.environment import SessionEnvironment
from gsmon_desktop.forms.spots import (
    CALCULATE,
    CHOICES,
    CONSTRAINT,
    COUNT,
    READONLY,
    REQUIRED,
    Reader,
    Rule,
    Spot,
)
from gsmon_desktop.forms.state import (
    CONSTRAINT_BROKEN,
    FINE,
    NOT_OFFERED,
    Cell,
    Frame,
    Rows,
    State,
    delete_frame,
    insert_frame,
    make_frame,
)
from gsmon_desktop.forms.views import Row
from gsmon_desktop.forms.xpath import Context, compile  # noqa: A004

MOST_ROWS = 10_000
MOST_EVENTS = 10_000
_BIT = {kind: 1 << kind for kind in range(CHOICES + 1)}
_OWN = _BIT[REQUIRED] | _BIT[READONLY]
_STATUS = 1 << (CHOICES + 1)
_ALL = (1 << (CHOICES + 2)) - 1


class Engine:
    """The rules of one session at work. Every change goes through `write`, `grow` or `shrink`, then `run`.

    `restoring` is True while old values are put back: calculations and events then stay still, since the
                values they gave
    are among those put back.
    """

    def __init__(
        self, state: State, environment: SessionEnvironment, offered: Callable[[Cell, str], bool]
    ) -> None:
        self.state = state
        self.environment = environment
        self.restoring = False
        self.totals = environment.totals
        self.missing: set[Cell] = set()
        self.broken: set[Cell] = set()
        self.shape = 0
        """Grows whenever something becomes relevant or not, or rows come or go."""
        self.log: dict[str, tuple[str | None, str | None]] = {}
        self.stale: Callable[[Cell], None] = lambda _cell: None
        """Told when a question's choices have to be worked out again."""
        self._offered = offered
        self._heap: list[tuple[int, int, Rule, Frame]] = []
        self._queued: set[tuple[Rule, Frame]] = set()
        self._late: dict[Cell, int] = {}
        self._events: deque[tuple[Cell, str]] = deque()
        self._runs: dict[tuple[Rule, Frame], int] = {}
        self._count = 0
        self._here = self.context(state.root.row)
        """Where rules are evaluated, one after another: none runs inside another."""

    # ------------------------------------------------------------------ changes

    def write(self, cell: Cell, value: str) -> None:
        """Gives a question a value; whatever reads it is run again at the next `run`."""
        old = cell.value
        if old == value:
            return
        cell.value = value
        self.record(cell.path, old or None, value or None)
        spot = cell.spot
        if spot.shown:
            self._late[cell] = self._late.get(cell, 0) | _STATUS
        if cell.relevant:
            self._note(cell)
            self._told(spot, cell.frame)
        if spot.triggers and not self.restoring:
            self._events.append((cell, "xforms-value-changed"))

    def record(self, path: str, old: str | None, new: str | None) -> None:
        """Notes a change of a stored value; a value back at its start is no change."""
        if path in self.log:
            old = self.log.pop(path)[0]
        if old != new:
            self.log[path] = (old, new)

    def grow(self, rows: Rows, *, fresh: bool = True, initial: bool = False) -> Frame:
        """Adds a row. A fresh one gets the form's defaults and, unless the form begins with it, odk-new-
        repeat."""
        if len(rows.frames) >= MOST_ROWS:
            raise GsmonError("answer.too_many_rows", rows.path, most=MOST_ROWS)
        frame = make_frame(rows.scope, rows.frame, len(rows.frames) + 1)
        insert_frame(rows, frame)
        self.record(frame.prefix, None, "")
        self.settle(frame, fresh=fresh, initial=initial)
        if fresh and not initial and not self.restoring:
            self._events.append((frame.row, "odk-new-repeat"))
        self._touch(rows.scope.readers, rows.frame)
        self.shape += 1
        return frame

    def settle(self, frame: Frame, *, fresh: bool, initial: bool = False) -> None:
        """Makes a new row (or the whole form) take part: relevance, defaults, nested rows, all its rules
        queued."""
        for cell in frame.cells:
            above = cell.parent
            cell.relevant = cell.own and cell.asked and (above is None or above.relevant)
            if fresh and cell.spot.element.default:
                cell.value = cell.spot.element.default
                self.record(cell.path, None, cell.value)
            self._note(cell)
            for rule in cell.spot.rules:
                if rule.kind < REQUIRED and rule.scope is frame.scope:
                    self._mark(rule, frame)
            if cell.spot.leaf:
                self._late[cell] = _ALL
                self._touch([reader for reader in cell.spot.readers if reader.up], frame)
        for rows in frame.rows:
            for rule in rows.scope.row.rules:
                if rule.kind == COUNT:
                    self._mark(rule, frame)
            element = rows.scope.row.element
            for _ in range((element.rows if initial else element.new_rows) if fresh else 0):
                self.grow(rows, initial=initial)

    def shrink(self, rows: Rows, at: int) -> None:
        """Removes the row `at` (from 1) and lets later rows move up."""
        before = stored_rows(rows, at)
        frame = delete_frame(rows, at)
        after = stored_rows(rows, at)
        for path in before.keys() | after.keys():
            self.record(path, before.get(path), after.get(path))
        level = rows.scope.level
        for cell in frame.walk():
            if cell is cell.frame.row:
                cell.frame.there = False
                self.totals.drop(cell.frame)
            self._note(cell)
            self.missing.discard(cell)
            self.broken.discard(cell)
            self._late.pop(cell, None)
            outside = cell.frame.scope.level - level
            if cell.spot.leaf:
                self._touch([reader for reader in cell.spot.readers if reader.up > outside], cell.frame)
        self._touch(rows.scope.readers, rows.frame)
        for later in rows.frames[at - 1 :]:
            self._touch(rows.scope.position_readers, later)
        self.shape += 1

    def fire(self, cell: Cell, event: str) -> None:
        """Queues an event of the form itself (odk-instance-first-load) or of a question."""
        self._events.append((cell, event))

    def queue(self, rule: Rule, row: Frame | None = None) -> None:
        """Queues a rule in one row or in every row (a change of language does that to rules that read
        texts)."""
        for frame in (
            (row,)
            if row is not None
            else _descend(self.state.root, rule.scope.down_from(self.state.root.scope))
        ):
            self._mark(rule, frame)

    def take_log(self) -> tuple[Row, ...]:
        """What changed since the last time, and forgets it."""
        rows = tuple((path, old, new) for path, (old, new) in self.log.items())
        self.log = {}
        return rows

    # ------------------------------------------------------------------ running

    def run(self) -> None:
        """Runs queued rules and events until nothing is left, then brings missing and broken up to date."""
        events = 0
        self._runs.clear()
        while self._heap or self._events:
            while self._heap:
                _rank, _count, rule, frame = heappop(self._heap)
                self._queued.discard((rule, frame))
                self._decide(rule, frame)
            if self._events:
                events += 1
                if events > MOST_EVENTS:
                    raise GsmonError("form.endless", self._events[0][0].path)
                cell, event = self._events.popleft()
                if not self.restoring:
                    self._act(cell, event)
        late, self._late = self._late, {}
        for cell, bits in late.items():
            self._review(cell, bits)

    def forget(self) -> None:
        """Drops everything queued (after a failure)."""
        self._heap.clear()
        self._queued.clear()
        self._events.clear()

    def context(self, cell: Cell) -> Context:
        """Where an expression of a cell is evaluated."""
        return Context(cell, 1, 1, self.environment, cell)

    def _at(self, cell: Cell) -> Context:
        here = self._here
        here.node = here.current = cell
        return here

    def _note(self, cell: Cell) -> None:
        if cell.spot in self.totals.watched:
            self.totals.change(cell)

    def _mark(self, rule: Rule, frame: Frame) -> None:
        kind = rule.kind
        if kind >= REQUIRED:
            cell = frame.cells[rule.local]
            self._late[cell] = self._late.get(cell, 0) | _BIT[kind]
        elif not (self.restoring and kind == CALCULATE):
            key = (rule, frame)
            if key not in self._queued:
                self._queued.add(key)
                self._count += 1
                heappush(self._heap, (rule.rank, self._count, rule, frame))

    def _told(self, spot: Spot, frame: Frame) -> None:
        """Queues all that reads a question of a row."""
        near = spot.near
        for rule in spot.split() if near is None else near:
            self._mark(rule, frame)
        if spot.far:
            self._touch(spot.far, frame)

    def _touch(self, readers: Iterable[Reader], frame: Frame) -> None:
        for rule, up, down in readers:
            target = frame
            for _ in range(up):
                target = target.parent  # type: ignore[assignment]
            if down:
                for inner in _descend(target, down):
                    self._mark(rule, inner)
            else:
                self._mark(rule, target)

    def _decide(self, rule: Rule, frame: Frame) -> None:
        if rule.looping:
            runs = self._runs[rule, frame] = self._runs.get((rule, frame), 0) + 1
            if runs > MOST_ROWS:
                raise GsmonError("form.endless", frame.cells[rule.spot.local].path)
        if rule.kind == COUNT:
            self._recount(rule, frame)
            return
        cell = frame.cells[rule.local]
        if rule.kind == CALCULATE:
            self.write(cell, as_answer(cell.spot.type, rule.run(self._at(cell))))
            return
        own = rule.run(self._at(cell))
        if own != cell.own:
            cell.own = own
            self._spread(cell)

    def _recount(self, rule: Rule, frame: Frame) -> None:
        rows = frame.rows[rule.spot.scope.number]
        number = rule.run(self._at(rows.anchor))
        wanted = 0 if isnan(number) else int(min(max(number, 0), MOST_ROWS + 1))
        rows.wanted = wanted
        for row in rows.frames:
            asked = row.at <= wanted
            if asked != row.row.asked:
                row.row.asked = asked
                self._spread(row.row)
        while len(rows.frames) < wanted:
            self.grow(rows)

    def _spread(self, cell: Cell) -> None:
        """Carries a change of relevance down the tree."""
        above = cell.parent
        relevant = cell.own and cell.asked and (above is None or above.relevant)
        if relevant == cell.relevant:
            return
        cell.relevant = relevant
        self._note(cell)
        self.shape += 1
        if cell.spot.leaf:
            self._told(cell.spot, cell.frame)
            self._late[cell] = _ALL
        elif cell.spot.is_row and cell.frame.parent is not None:
            self._touch(cell.spot.scope.readers, cell.frame.parent)
        for child in cell.children:
            self._spread(child)

    def _act(self, cell: Cell, event: str) -> None:
        for action in cell.spot.element.actions:
            if action.event == event:
                for target in self.targets(action.target, cell):
                    self.assign(target, action.value, action.text)

    def targets(self, path: str, cell: Cell) -> list[Cell]:
        """The cells an action of `cell` sets: those of its own row, or of all rows below it."""
        spot = self.state.spots.get(path)
        if spot is None:
            return []
        frame = cell.frame
        scope = spot.scope
        while scope.level > frame.scope.level and scope.parent is not None:
            scope = scope.parent
        while frame.scope is not scope and frame.parent is not None:
            frame = frame.parent
            while scope.level > frame.scope.level and scope.parent is not None:
                scope = scope.parent
        return [inner.cells[spot.local] for inner in _descend(frame, spot.scope.down_from(frame.scope))]

    def assign(self, cell: Cell, expression: str, text: str) -> None:
        """Carries out one setvalue."""
        value = (
            as_answer(cell.spot.type, compile(expression).evaluate(self.context(cell)))
            if expression
            else text
        )
        self.write(cell, value)
        self._drain()

    def _drain(self) -> None:
        while self._heap:
            _rank, _count, rule, frame = heappop(self._heap)
            self._queued.discard((rule, frame))
            self._decide(rule, frame)

    def _review(self, cell: Cell, bits: int) -> None:
        """Works out again what a question's own rules say, and whether it is missing or broken."""
        if bits & _BIT[CHOICES]:
            self.stale(cell)
        if not cell.relevant:
            self.missing.discard(cell)
            self.broken.discard(cell)
            return
        spot = cell.spot
        if bits & _OWN:
            for rule in spot.rules:
                if rule.kind == REQUIRED and bits & _BIT[REQUIRED]:
                    cell.required = rule.run(self._at(cell))
                elif rule.kind == READONLY and bits & _BIT[READONLY]:
                    cell.readonly = rule.run(self._at(cell))
        cell.fault = self._fault(cell) if cell.value and spot.shown else FINE
        if cell.required and not cell.value and spot.asked:
            self.missing.add(cell)
        else:
            self.missing.discard(cell)
        if cell.fault != FINE:
            self.broken.add(cell)
        else:
            self.broken.discard(cell)

    def _fault(self, cell: Cell) -> int:
        if cell.spot.constraint:
            for rule in cell.spot.rules:
                if rule.kind == CONSTRAINT and not rule.run(self._at(cell)):
                    return CONSTRAINT_BROKEN
        if cell.spot.select and not self._offered(cell, cell.value):
            return NOT_OFFERED
        return FINE


def _descend(frame: Frame, down: Iterable[int]) -> list[Frame]:
    frames = [frame]
    for number in down:
        frames = [inner for outer in frames for inner in outer.rows[number].frames]
    return frames


def stored_rows(rows: Rows, start: int = 1) -> dict[str, str]:
    """Stored values of a repeat's rows from `start` on, an empty one for each row."""
    found: dict[str, str] = {}
    for frame in rows.frames[start - 1 :]:
        stored_cells(frame, found)
    return found


def stored_cells(frame: Frame, into: dict[str, str]) -> None:
    """Adds a row's stored values, nested rows too, in the form's order."""
    for cell in frame.walk():
        if cell.spot.leaf:
            if cell.value:
                into[cell.path] = cell.value
        elif cell.spot.is_row:
            into[cell.frame.prefix] = ""
