"""Choice filters by index: ``instance('x')/root/item[column = value]`` without looking at every row.

The rows of a list are indexed by a column the first time a filter asks for it, and the index is kept in
`Environment.indexes` under (list id, path of the rows, column). Of several equalities joined by ``and`` the
rows that all of them find are taken (of those joined by ``or`` the rows that any finds), and only those are
tested for the rest. An index holds for the root
node it was made of.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from gsmon_desktop.forms.tree import Node
from gsmon_desktop.forms.xpath import coerce
from gsmon_desktop.forms.xpath.compare import TOLERANCE
from gsmon_desktop.forms.xpath.reads import looks_at_context, looks_at_position
from gsmon_desktop.forms.xpath.syntax import Ast, Chain, Path, Step
from gsmon_desktop.forms.xpath.types import Code, Context, Value
from gsmon_desktop.forms.xpath.values import string_to_number, text_of

IndexKey = tuple[str, tuple[str, ...], str]
Build = Callable[[Ast], Code]


class Column:
    """The rows of one list by the text (and, once asked for, by the whole number) in one of their columns.

    A row without the column counts as having "" there, as comparing does.
    """

    __slots__ = ("_numbers", "root")

    def __init__(self, root: Node) -> None:
        self.root = root
        self._numbers: dict[int, list[int]] | None = None

    def rows(self, places: Iterable[int] | None = None) -> list[Node]:
        """The rows at some places, from 0; all without."""
        raise NotImplementedError

    def texts(self) -> Iterable[str]:
        """Every text in the column."""
        raise NotImplementedError

    def places_of(self, text: str) -> list[int]:
        """Places of the rows with a text, in order."""
        raise NotImplementedError

    def places(self, value: Value) -> list[int] | None:
        """Places of the rows whose cell equals `value`, in order; None if an index cannot tell (dates,
        truths, 0.5)."""
        if isinstance(value, str):
            return self.places_of(value)
        if isinstance(value, list):
            texts = {text_of(node) for node in value} or {""}
            if len(texts) == 1:
                return self.places_of(texts.pop())
            return sorted({place for text in texts for place in self.places_of(text)})
        if isinstance(value, bool | date):
            return None
        if value != value or abs(value) > 1e15:  # noqa: PLR0124  (NaN equals nothing)
            return [] if value != value else None  # noqa: PLR0124
        whole = round(value)
        return self._by_number().get(whole, []) if abs(value - whole) < TOLERANCE else None

    def _by_number(self) -> dict[int, list[int]]:
        if self._numbers is None:
            self._numbers = {}
            for text in self.texts():
                number = string_to_number(text)
                if abs(number) <= 1e15 and abs(number - round(number)) < TOLERANCE:
                    self._numbers.setdefault(round(number), []).extend(self.places_of(text))
            for places in self._numbers.values():
                places.sort()
        return self._numbers


class ColumnIndex(Column):
    """A column of a list whose rows are nodes."""

    __slots__ = ("_rows", "_texts")

    def __init__(self, root: Node, path: Sequence[str], column: str) -> None:
        super().__init__(root)
        self._rows = rows_of(root, path)
        self._texts: dict[str, list[int]] = {}
        for place, row in enumerate(self._rows):
            cells = {text_of(child) for child in row.children if child.name == column} or {""}
            for text in cells:
                self._texts.setdefault(text, []).append(place)

    def rows(self, places: Iterable[int] | None = None) -> list[Node]:
        """The rows at some places; all without."""
        return self._rows if places is None else [self._rows[place] for place in places]

    def texts(self) -> Iterable[str]:
        """Every text in it."""
        return self._texts

    def places_of(self, text: str) -> list[int]:
        """Places of the rows with a text, in order."""
        return self._texts.get(text, [])


class StoredList(Node):
    """The root of a list that keeps its own columns, and makes nodes of rows when they are asked for."""

    __slots__ = ()

    def column(self, path: Sequence[str], name: str) -> Column | None:
        """A column of the rows a path leads to; None where they have to be walked."""
        raise NotImplementedError


def rows_of(root: Node, path: Sequence[str]) -> list[Node]:
    """The nodes a plain path leads to. Its first name is the root's own; forms that leave it out are
    understood too."""
    names = path[1:] if path[0] == root.name else path
    nodes = [root]
    for name in names:
        nodes = [child for node in nodes for child in node.children if child.name == name]
    return nodes


def indexed_rows(
    instance: str, path: tuple[str, ...], predicate: Ast, build: Build
) -> Callable[[Context], list[Node]] | None:
    """The rows that pass a predicate, found by index; None where the predicate has no equality an index
    could serve."""
    parts = _conjuncts(predicate)
    if any(looks_at_position(part) for part in parts):
        return None
    served = {
        at: [((instance, path, column), build(value).run) for column, value in pairs]
        for at, part in enumerate(parts)
        if (pairs := _equalities(part))
    }
    if not served:
        return None
    tests = [coerce.boolean(build(part)) for part in parts]

    def run(context: Context) -> list[Node]:
        root = context.env.instance(instance)
        if root is None:
            return []
        places: dict[int, list[int]] = {}
        for at, pairs in served.items():
            found = [_index(context, root, key).places(value(context)) for key, value in pairs]
            if None not in found:
                places[at] = _joined([each for each in found if each is not None])
        column = _index(context, root, next(iter(served.values()))[0][0])
        if not places:
            return _passing(column.rows(), tests, context)
        shared = _shared(list(places.values()))
        left = [test for at, test in enumerate(tests) if at not in places]
        return _passing(column.rows(shared), left, context)

    return run


def _joined(several: list[list[int]]) -> list[int]:
    """The places that stand in any list, in order."""
    return several[0] if len(several) == 1 else sorted(set().union(*several))


def _shared(several: list[list[int]]) -> list[int]:
    """The places that stand in all lists, in order."""
    first, *others = sorted(several, key=len)
    for other in others:
        if len(other) > len(first) * 8:
            first = [place for place in first if _holds(other, place)]
        else:
            known = set(other)
            first = [place for place in first if place in known]
    return first


def _holds(places: list[int], place: int) -> bool:
    at = bisect_left(places, place)
    return at < len(places) and places[at] == place


def _index(context: Context, root: Node, key: IndexKey) -> Column:
    indexes = context.env.indexes
    index = indexes.get(key)
    if index is None or index.root is not root:
        _list, path, name = key
        index = root.column(path, name) if isinstance(root, StoredList) else None
        index = indexes[key] = index or ColumnIndex(root, path, name)
    return index


def _passing(rows: list[Node], tests: list[Callable[[Context], bool]], context: Context) -> list[Node]:
    if not tests:
        return list(rows)
    inner = Context(context.node, 1, len(rows), context.env, context.current)
    found = []
    for row in rows:
        inner.node = row
        if all(test(inner) for test in tests):
            found.append(row)
    return found


def _conjuncts(ast: Ast) -> list[Ast]:
    if isinstance(ast, Chain) and ast.operators[0] == "and":
        return [part for operand in ast.operands for part in _conjuncts(operand)]
    return [ast]


def _equalities(ast: Ast) -> list[tuple[str, Ast]]:
    """The equalities of ``a = x``, or of ``a = x or b = y``; none where there is anything else."""
    either = ast.operands if isinstance(ast, Chain) and ast.operators[0] == "or" else (ast,)
    pairs = [_equality(part) for part in either]
    return [pair for pair in pairs if pair is not None] if None not in pairs else []


def _equality(ast: Ast) -> tuple[str, Ast] | None:
    """The column and the value of ``column = value`` where the value does not look at the row."""
    if not isinstance(ast, Chain) or ast.operators != ("=",):
        return None
    left, right = ast.operands
    for column, value in ((left, right), (right, left)):
        name = _column(column)
        if name and not looks_at_context(value):
            return name, value
    return None


def _column(ast: Ast) -> str | None:
    if not isinstance(ast, Path) or ast.absolute or ast.start is not None:
        return None
    steps = [step for step in ast.steps if step != Step("self", "node()")]
    if len(steps) != 1 or steps[0].axis != "child" or steps[0].predicates:
        return None
    name = steps[0].test
    return None if name == "*" or name.endswith("()") else name
