"""What expressions work with: values, the context they run in, and how they fail."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple, Protocol

from gsmon_desktop.forms.tree import Node

if TYPE_CHECKING:
    from gsmon_desktop.forms.xpath.answers import Answer
    from gsmon_desktop.forms.xpath.index import Column, IndexKey
    from gsmon_desktop.forms.xpath.syntax import Path

Value = str | float | bool | date | list[Node]
"""XPath 1.0's four types and OpenRosa's dates. A number is always a `float`; a `datetime` is a dateTime
(aware as a rule), a plain `date` a date; a node-set is a list in document order without doubles."""


class XPathError(ValueError):
    """An expression that cannot be compiled.

    `reason`   "syntax" | "unknown_function" | "arguments"
    `position` offset of the trouble in the text, from 0
    `values`   words for a sentence: `name` (of a function), `expected`, `found`
    """

    def __init__(self, reason: str, position: int, **values: object) -> None:
        self.reason = reason
        self.position = position
        self.values = values
        super().__init__(reason, position)

    def __str__(self) -> str:
        found, expected, name = (self.values.get(key, "") for key in ("found", "expected", "name"))
        sentence = {
            "syntax": f"expected {expected}, found {found}",
            "unknown_function": f"there is no function {name}()",
            "arguments": f"{name}() takes {expected}, found {found}",
        }[self.reason]
        return f"{sentence} (at character {self.position + 1})"


class RowTotal(Protocol):
    """Counts and the sum over nodes, as the functions of the same names give them."""

    def count(self) -> float:
        """count()."""
        ...

    def filled(self) -> float:
        """count-non-empty()."""
        ...

    def sum(self) -> float:
        """sum(), rounded once."""
        ...

    def numbers(self) -> Iterable[float]:
        """What min() and max() compare: the nodes that hold a number."""
        ...


class Environment(Protocol):
    """What an expression may ask of whoever runs it. The form's session is the real one."""

    @property
    def root(self) -> Node:
        """The root element of the main instance (`<data>`); absolute paths start just above it."""
        ...

    @property
    def answers(self) -> Mapping[str, Node]:
        """Questions outside repeats by their absolute path, so that a path need not be walked. They have no
        children. One that is left out is found step by step."""
        ...

    @property
    def indexes(self) -> dict[IndexKey, Column]:
        """A dictionary kept for expressions' own use: lists indexed by column, made at the first filter.

        Share it among all sessions of a form, so that a list is indexed once. An entry is made anew by
        itself when
        `instance()` answers with another root node for the same id.
        """
        ...

    def instance(self, name: str, /) -> Node | None:
        """The root element of a secondary instance, None when there is none of this id."""
        ...

    def now(self) -> datetime:
        """The moment now, aware; its zone is the zone that dates without one are read in."""
        ...

    def random(self) -> float:
        """A number from 0 (included) to 1 (not included)."""
        ...

    def uuid(self) -> str:
        """A new version 4 UUID."""
        ...

    def total(self, path: Path, node: Node, values: bool, /) -> RowTotal | None:  # noqa: FBT001
        """What is kept of the nodes a plain path leads to from a node, where that is cheaper than to look at
        them; None where nothing is kept. `values`: what they hold is asked for, not only how many there are.
        """
        ...

    def language_code(self) -> str:
        """Short code of the language the form is shown in ("ru", "kk", "en"), for the names of months and
        days."""
        ...

    def itext(self, name: str, /) -> str:
        """The text of an itext id in the current language, "" when there is none."""
        ...

    def choice_label(self, value: str, path: str, asker: Node, /) -> str:
        """The label of a choice of the question at `path` (absolute, without row numbers) in the rows that
        `asker` stands in, "" when unknown."""
        ...

    def pulldata(self, file: str, column: str, key_column: str, key: str, /) -> str:
        """The cell of `column` in the first row of a list whose `key_column` is `key`, "" when there is
        none."""
        ...


@dataclass(slots=True)
class Context:
    """Where an expression is evaluated: XPath's context node, position and size, and what `current()` gives.

    For an expression of a question: `node` and `current` are its own node, `position` and `size` are 1.
    """

    node: Node
    position: int
    size: int
    env: Environment
    current: Node


@dataclass(frozen=True, slots=True)
class PathPattern:
    """A location path that an expression reads, for whoever keeps track of what depends on what.

    `absolute` it starts at the document (the first step is the root element's name); otherwise at the node
    the expression belongs to
    `instance` id of the secondary instance it reads, None for the main one (then `absolute` says from where)
    `steps`    names, ".", "..", "*" (any child) and "//" (the node and everything below it)

    Predicates add patterns of their own, put behind the path they stand in: ``/data/rep[a = ../b]/c`` reads
    /data/rep/c, /data/rep/a and /data/rep/../b. Axes a pattern cannot tell are widened, never left out:
    ``ancestor::x`` becomes //x. Attributes do not change, so an attribute step is left out.
    """

    absolute: bool
    instance: str | None
    steps: tuple[str, ...]


class Code(NamedTuple):
    """A compiled piece: what to call, and the kind of what it gives: string, number, boolean, nodes or
    value.

    `answer`   of a plain absolute path (``/data/g/x``) that path
    `constant` of a number or text written out its value
    """

    run: Callable[[Context], Value]
    kind: str
    answer: Answer | None = None
    constant: float | str | None = None
