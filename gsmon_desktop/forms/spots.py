"""The form's template tree as the engine walks it: spots (one per element), scopes (one per repeat), rules.

A *scope* is what has rows: the form itself (one row) or a repeat. A *spot* is an element's place in its
scope; its cell in a given row is `frame.cells[spot.local]`. A *rule* is one expression of a spot; a *reader*
says whom to recompute when a value changes, and how to get from the changed row to theirs: climb `up` rows,
then go down through all rows of the nested repeats numbered in `down`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from sys import intern
from typing import Any, NamedTuple

from gsmon_desktop.forms.definition import Element, Itemset
from gsmon_desktop.forms.xpath import Context, Expression, compile  # noqa: A004

SELECTS = frozenset(("select_one", "select_multiple", "rank"))
_ITEXT = re.compile(r"^\s*jr:itext\(\s*([\w.-]+)\s*\)\s*$")
_NAME = re.compile(r"^[\w.-]+$")
RELEVANT, CALCULATE, COUNT, REQUIRED, READONLY, CONSTRAINT, CHOICES = range(7)
"""What a rule decides. The first three change what other rules see and run in order of rank; the others come
last."""
COLUMNS = ("relevant", "calculation", "repeat_count", "required", "readonly", "constraint", "choice_filter")


class Reader(NamedTuple):
    """A rule to run again when something it reads changes."""

    rule: Rule
    up: int
    down: tuple[int, ...]


class Scope:
    """The form or a repeat: what its rows are made of."""

    __slots__ = ("level", "nested", "number", "parent", "position_readers", "readers", "row", "spots")

    def __init__(self, parent: Scope | None) -> None:
        self.parent = parent
        self.level: int = parent.level + 1 if parent else 0
        self.number = len(parent.nested) if parent else 0
        self.row: Spot
        self.spots: list[Spot] = []
        self.nested: list[Scope] = []
        self.readers: list[Reader] = []
        """Rules that read how many (relevant) rows there are."""
        self.position_readers: list[Reader] = []
        """Rules that read a row's own position, run when rows move."""
        if parent:
            parent.nested.append(self)

    def down_from(self, ancestor: Scope) -> tuple[int, ...]:
        """Numbers of the nested scopes that lead from `ancestor` to this scope."""
        steps: list[int] = []
        scope = self
        while scope is not ancestor:
            steps.append(scope.number)
            scope = scope.parent  # type: ignore[assignment]
        return tuple(reversed(steps))


class Rule:
    """One expression of a spot, compiled when first needed. `scope` is whose rows it is evaluated in."""

    __slots__ = (
        "_expression",
        "kind",
        "local",
        "looping",
        "number",
        "rank",
        "run",
        "scope",
        "spot",
        "text",
    )

    def __init__(self, spot: Spot, kind: int, text: str, scope: Scope) -> None:
        self.spot = spot
        self.kind = kind
        self.text = text
        self._expression: Expression | None = None
        self.scope = scope
        self.rank = 0
        self.number = 0
        self.looping = False
        """Reads itself in another row, directly or not; the engine watches that it comes to rest."""
        self.local = spot.local
        self.run: Callable[[Context], Any] = self._first
        """What the rule says: a truth, the number of rows, or the value of a calculation."""

    @property
    def expression(self) -> Expression:
        """Raises XPathError for a text that is no expression; a form's are checked when it is converted."""
        found = self._expression
        if found is None:
            found = self._expression = compile(self.text)
        return found

    @expression.setter
    def expression(self, expression: Expression) -> None:
        self._expression = expression

    def _first(self, context: Context) -> Any:
        """Compiles the expression; from the next time on it is run without a detour."""
        expression = self.expression
        if self.kind == CALCULATE:
            self.run = expression.evaluate
        else:
            self.run = expression.number if self.kind == COUNT else expression.boolean
        return self.run(context)


class Spot:
    """An element's place in the template tree. A repeat's spot stands for its row and lies in the row's own
    scope."""

    __slots__ = (
        "asked",
        "by_name",
        "children",
        "constraint",
        "element",
        "far",
        "filled",
        "leaf",
        "local",
        "near",
        "parent",
        "path",
        "readers",
        "readonly",
        "relevant",
        "required",
        "rules",
        "scope",
        "select",
        "shown",
        "source",
        "tail",
        "triggers",
        "type",
    )

    def __init__(self, element: Element, parent: Spot | None, outer: Scope | None) -> None:
        repeat = element.kind == "repeat" or outer is None
        self.element = element
        self.path = intern(element.path)
        self.type = intern(element.type)
        self.parent = parent
        self.scope = Scope(outer) if repeat or outer is None else outer
        self.local = len(self.scope.spots)
        self.scope.spots.append(self)
        self.leaf = element.kind == "question"
        self.children: list[Spot] = []
        self.by_name: dict[str, Spot] = {}
        self.readers: list[Reader] = []
        self.near: tuple[Rule, ...] | None = None
        """Of `readers` those in the row that changed itself, which nearly all are; `far` the others."""
        self.far: tuple[Reader, ...] = ()
        self.rules: list[Rule] = []
        self.triggers = element.actions and tuple(
            action for action in element.actions if action.event == "xforms-value-changed"
        )
        self.relevant = self.required = self.readonly = False
        """Their values where the form states them outright; `relevant` starts False only for false()."""
        self.constraint = False
        rules = element.rules
        self.filled = bool(rules.preload or (rules.calculate and not element.shown) or self.type == "note")
        """Whether the form itself gives it its value, never people."""
        self.shown = element.shown
        self.asked = element.shown and self.type != "note"
        """Whether people can leave it empty."""
        self.select = element.type in SELECTS
        self.source: Source | None = None
        if repeat:
            self.scope.row = self
            self.tail = element.path[len(outer.row.element.path) :] if outer else ""
        else:
            self.tail = element.path[len(self.scope.row.element.path) :]
        for child in element.children:
            spot = Spot(child, self, self.scope)
            self.children.append(spot)
            self.by_name[child.name] = spot

    def split(self) -> tuple[Rule, ...]:
        """Sorts the readers, once they are all known, into `near` and `far`; gives `near`."""
        self.near = tuple(rule for rule, up, down in self.readers if not (up or down))
        self.far = tuple(reader for reader in self.readers if reader.up or reader.down)
        return self.near

    @property
    def is_row(self) -> bool:
        """Whether this is a row of a repeat."""
        return self.scope.row is self and self.scope.parent is not None

    def walk(self) -> Iterator[Spot]:
        """This spot and all below, rows of nested repeats included, in the form's order."""
        yield self
        for child in self.children:
            yield from child.walk()


class Source:
    """An itemset. `value` and `label` are child names where they are plain, else expressions; all are
    compiled when first needed.

    `itext`   the label column holds an itext id
    `columns` the label stands in one column a language
    `static`  offers the same nodes whatever is answered
    """

    def __init__(self, itemset: Itemset) -> None:
        found = _ITEXT.match(itemset.label)
        self._itemset = itemset
        self._label = found[1] if found else itemset.label or itemset.value
        self.itext = found is not None
        self.columns = itemset.columns
        self.static = False

    @cached_property
    def nodes(self) -> Expression:
        """What finds the choices' nodes."""
        return compile(self._itemset.nodeset)

    @cached_property
    def value(self) -> str | Expression:
        """The stored value's column, in each node."""
        return _column(self._itemset.value)

    @cached_property
    def label(self) -> str | Expression:
        """The label's column, in each node."""
        return _column(self._label)

    def texts(self) -> tuple[str, ...]:
        """Of value and label, those that are expressions."""
        return tuple(text for text in (self._itemset.value, self._label) if not _NAME.match(text))


def _column(text: str) -> str | Expression:
    return text if _NAME.match(text) else compile(text)
