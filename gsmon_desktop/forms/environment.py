"""What expressions may ask of a session: lists, the clock, chance, texts."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from random import Random

from gsmon_desktop.forms.definition import Form, language_code
from gsmon_desktop.forms.lists import LAST_SAVED
from gsmon_desktop.forms.state import Cell, State
from gsmon_desktop.forms.totals import Total, Totals
from gsmon_desktop.forms.tree import Node
from gsmon_desktop.forms.xpath.syntax import Path


class SessionEnvironment:
    """Implements `xpath.Environment` for one session. The session completes it with `itext` and
    `choice_label`."""

    def __init__(
        self,
        form: Form,
        state: State,
        *,
        now: Callable[[], datetime],
        random: Random,
        last_saved: Mapping[str, str],
    ) -> None:
        self.root: Node = state.root.row
        self.now = now
        self._form = form
        self._random = random
        self._last_saved = last_saved
        self._last_tree: Node | None = None
        self.answers: Mapping[str, Node] = state.answers
        self.indexes = form.lists.indexes
        self.totals = Totals()
        """Kept up to date by the engine."""
        self.read_language: Callable[[], str] = str
        self.read_text: Callable[[str], str] = str
        self.read_choice: Callable[[Cell, str], str | None] = lambda _cell, _value: None
        self._state = state

    def instance(self, name: str) -> Node | None:
        """The root element of a secondary instance; None when the form has no such one."""
        if name == LAST_SAVED or self._form.lists.sources.get(name) == "jr://instance/last-saved":
            if self._last_tree is None:
                self._last_tree = tree_of_paths(self._form.root.name, self._last_saved)
            return self._last_tree
        return self._form.lists.root(name)

    def total(self, path: Path, node: Node, values: bool) -> Total | None:  # noqa: FBT001  (the protocol's)
        """What is kept of the cells of a repeat's rows that a path leads to."""
        return self.totals.find(path, node, self._state.root.cells[0], values=values)

    def random(self) -> float:
        """At least 0 and below 1."""
        return self._random.random()

    @contextmanager
    def drawing(self, path: str) -> Iterator[None]:
        """While it lasts, chance depends on the instance's id and `path` alone: choices in random order have
        the same order whenever the interview is opened again."""
        cell = self._state.cell(f"/{self.root.name}/meta/instanceID")
        outside, self._random = self._random, Random(f"{cell.value if cell else ''} {path}")  # noqa: S311
        try:
            yield
        finally:
            self._random = outside

    def uuid(self) -> str:
        """A new version 4 UUID."""
        return str(uuid.UUID(int=self._random.getrandbits(128), version=4))

    def language_code(self) -> str:
        """Short code of the session's language."""
        return language_code(self.read_language())

    def itext(self, name: str) -> str:
        """A text of the form in the session's language."""
        return self.read_text(name)

    def choice_label(self, value: str, path: str, asker: Node) -> str:
        """The label of a value of the question at `path` (absolute, or ending with the question's name), seen
        from the row of a repeat that `asker` stands in."""
        path = path.strip()
        spot = self._state.spots.get(path)
        if spot is None and "[" not in path:
            name = path.rpartition("/")[2]
            spot = next((spot for spot in self._state.spots.values() if spot.element.name == name), None)
        if spot is not None and isinstance(asker, Cell):
            cell = self._state.nearest(spot, asker)
        else:
            cell = self._state.cell(path if spot is None else spot.element.path)
        label = self.read_choice(cell, value) if cell is not None else None
        return label or ""

    def pulldata(self, file: str, column: str, key_column: str, key: str) -> str:
        """A cell of an attached list, of the first row whose `key_column` is `key`; "" when there is none."""
        name = file.removesuffix(".csv")
        item = self._form.lists.find(name, key_column, key)
        found = (
            (child.text() for child in item.children if child.name == column)
            if item is not None
            else iter(())
        )
        return next(found, "")


def tree_of_paths(root_name: str, values: Mapping[str, str]) -> Node:
    """An instance tree from values by path, rows numbered; used for the last finished interview."""
    root = Node(root_name)
    known: dict[str, Node] = {"/" + root_name: root}
    for path, value in values.items():
        steps = path.split("/")[2:]
        parent, prefix = root, "/" + root_name
        for step in steps:
            prefix = f"{prefix}/{step}"
            node = known.get(prefix)
            if node is None:
                node = known[prefix] = Node(step.partition("[")[0], "", parent)
            parent = node
        if not parent.children:
            parent.value = value
    return root
