"""The beginning and end of a session: preloads, first-load actions, drafts put back, the end timestamp."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from gsmon_desktop.forms.definition import Form
from gsmon_desktop.forms.engine import Engine
from gsmon_desktop.forms.spots import CALCULATE
from gsmon_desktop.forms.state import Cell, Frame

FIRST_LOAD = "odk-instance-first-load"
_ROW = re.compile(r"^(.*)\[(\d+)\]$")


@dataclass(frozen=True)
class Preloads:
    """What the surroundings know at the start of an interview."""

    now: Callable[[], datetime]
    username: str
    deviceid: str
    instance_id: str | None

    def value(self, kind: str, parameter: str, uuid: Callable[[], str]) -> str:
        """The value of a `jr:preload` bind; "" for what this computer does not have (a phone number)."""
        if kind == "timestamp" and parameter == "start":
            return timestamp(self.now())
        if kind == "date":
            return self.now().date().isoformat()
        if kind == "property":
            return {"username": self.username, "deviceid": self.deviceid}.get(parameter, "")
        if kind == "uid":
            return self.instance_id or f"uuid:{uuid()}"
        return ""


def timestamp(moment: datetime) -> str:
    """A moment as XForms writes it, to the millisecond, with its zone."""
    return moment.isoformat(timespec="milliseconds")


def open_new(engine: Engine, form: Form, preloads: Preloads, uuid: Callable[[], str]) -> None:
    """Fills a new instance: defaults, preloads, calculations, then actions of the first load in the form's
    order."""
    root = engine.state.root
    engine.settle(root, fresh=True, initial=True)
    for path, first in form.first_values.items():
        found = engine.state.cell(path)
        if found is not None:
            engine.write(found, first)
    for cell in list(root.walk()):
        rules = cell.spot.element.rules
        if rules.preload:
            value = preloads.value(rules.preload, rules.preload_parameter, uuid)
            if value:
                engine.write(cell, value)
    engine.run()
    for action in form.actions:
        if action.event == FIRST_LOAD:
            for target in engine.targets(action.target, root.row):
                engine.assign(target, action.value, action.text)
    engine.run()


def catch_up(
    engine: Engine, form: Form, preloads: Preloads, uuid: Callable[[], str], added: Collection[str]
) -> None:
    """Gives the elements at `added` template paths what a new instance has there, then calculates
    everything."""
    for rule in form.graph.rules:
        if rule.kind == CALCULATE:
            engine.queue(rule)
    _grow_added(engine, added)
    fresh = [cell for cell in engine.state.root.walk() if cell.spot.element.path in added and not cell.value]
    for cell in fresh:
        rules = cell.spot.element.rules
        value = preloads.value(rules.preload, rules.preload_parameter, uuid) if rules.preload else ""
        engine.write(cell, value or cell.spot.element.default)
    engine.run()
    for action in form.actions:
        targets = engine.targets(action.target, engine.state.root.row) if action.event == FIRST_LOAD else []
        for target in targets:
            if action.target in added and not target.value:
                engine.assign(target, action.value, action.text)
    engine.run()


def _grow_added(engine: Engine, added: Collection[str]) -> None:
    """Gives repeats that are new the rows they begin with."""
    for frame in list(_frames(engine.state.root)):
        for rows in frame.rows:
            element = rows.scope.row.element
            if element.path in added and not rows.frames:
                for _ in range(element.new_rows if frame.parent else element.rows):
                    engine.grow(rows, initial=True)


def _frames(frame: Frame) -> Iterator[Frame]:
    """A row and all rows of the repeats in it."""
    yield frame
    for rows in frame.rows:
        for inner in rows.frames:
            yield from _frames(inner)


def restore(engine: Engine, answers: Mapping[str, str]) -> dict[str, str]:
    """Puts a draft back. Calculated values stay as they were stored, whatever day it is now; only those that
    are missing (an instance read back lacks what was not relevant) are worked out. Returns what has no place
    in the form."""
    engine.restoring = True
    engine.settle(engine.state.root, fresh=False)
    unfitted = put_back(engine, answers.items())
    for cell in engine.state.root.walk():
        for rule in cell.spot.rules:
            if rule.kind == CALCULATE and not cell.value:
                engine.queue(rule, cell.frame)
    engine.run()
    return unfitted


def put_back(engine: Engine, values: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    """Gives stored values back as they were: rows gone or come again first, then every value."""
    engine.restoring = True
    unfitted: dict[str, str] = {}
    try:
        pairs = list(values)
        rows = [(path, value) for path, value in pairs if path.endswith("]")]
        for path, value in sorted(rows, key=_row_key, reverse=True):
            if value is None:
                _drop_row(engine, path)
        for path, value in sorted(rows, key=_row_key):
            if value is not None and not _make_row(engine, path):
                unfitted[path] = value  # noqa: PERF403  (rows are made on the way)
        for path, value in pairs:
            if not path.endswith("]"):
                cell = _leaf(engine, path, make=value is not None)
                if cell is not None:
                    engine.write(cell, value or "")
                elif value:
                    unfitted[path] = value
        engine.run()
    finally:
        engine.restoring = False
    return unfitted


def stamp_end(engine: Engine, now: Callable[[], datetime]) -> None:
    """Writes the end timestamps, and calculates what reads them."""
    moment = timestamp(now())
    for cell in list(engine.state.root.walk()):
        rules = cell.spot.element.rules
        if rules.preload == "timestamp" and rules.preload_parameter == "end":
            engine.write(cell, moment)
    engine.run()


def _row_key(pair: tuple[str, str | None]) -> tuple[int, list[int]]:
    numbers = [int(number) for number in re.findall(r"\[(\d+)\]", pair[0])]
    return len(numbers), numbers


def _leaf(engine: Engine, path: str, *, make: bool) -> Cell | None:
    cell = engine.state.cell(path)
    if cell is None and make and "[" in path:
        for found in re.finditer(r"\[\d+\]", path):
            if not _make_row(engine, path[: found.end()]):
                return None
        cell = engine.state.cell(path)
    return cell if cell is not None and cell.spot.leaf else None


def _make_row(engine: Engine, path: str) -> bool:
    found = _ROW.match(path)
    rows = engine.state.rows(path) if found else None
    if found is None or rows is None:
        return False
    while len(rows.frames) < int(found[2]):
        engine.grow(rows, fresh=False)
    return True


def _drop_row(engine: Engine, path: str) -> None:
    found = _ROW.match(path)
    rows = engine.state.rows(path) if found else None
    if found is not None and rows is not None and int(found[2]) == len(rows.frames):
        engine.shrink(rows, len(rows.frames))
