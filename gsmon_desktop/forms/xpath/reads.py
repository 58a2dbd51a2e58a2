"""What an expression reads: its location paths, the functions it calls, whether it looks at its context."""

from __future__ import annotations

from collections.abc import Iterator

from gsmon_desktop.forms.xpath.syntax import Ast, Call, Filter, Literal, Path, Step, Union, children, walk
from gsmon_desktop.forms.xpath.types import PathPattern

_HERE = PathPattern(absolute=False, instance=None, steps=())
_ANYWHERE = PathPattern(absolute=True, instance=None, steps=("//",))
_CONTEXT_WITHOUT_ARGUMENT = frozenset(
    (
        "position",
        "last",
        "string",
        "number",
        "name",
        "local-name",
        "namespace-uri",
        "normalize-space",
        "string-length",
    )
)
_SELF = PathPattern(absolute=False, instance=None, steps=(".",))
_NODE_SOURCES = frozenset(("current", "instance", "randomize"))
_RANDOM = frozenset(("random", "uuid", "randomize"))


def patterns_of(ast: Ast) -> tuple[PathPattern, ...]:
    """Every location path of the expression, once each, those inside predicates included."""
    return tuple(dict.fromkeys(_read(ast, (_HERE,))))


def functions_of(ast: Ast) -> frozenset[str]:
    """Names of all functions called."""
    return frozenset(part.name for part in walk(ast) if isinstance(part, Call))


def looks_at_position(ast: Ast) -> bool:
    """Whether the value depends on the context's position or size."""
    parts = walk(ast, predicates=False)
    return any(
        isinstance(part, Call) and part.name in ("position", "last") and not part.arguments for part in parts
    )


def looks_at_context(ast: Ast) -> bool:
    """Whether the value can differ between context nodes (or between two looks, as random numbers do)."""
    for part in walk(ast, predicates=False):
        if isinstance(part, Path) and part.start is None and not part.absolute:
            return True
        if isinstance(part, Call) and (
            part.name == "lang" or (part.name in _CONTEXT_WITHOUT_ARGUMENT and not part.arguments)
        ):
            return True
    return any(isinstance(inner, Call) and inner.name in _RANDOM for inner in walk(ast))


def _read(ast: Ast, context: tuple[PathPattern, ...]) -> Iterator[PathPattern]:
    """Patterns of `ast` where the context node is what `context` tells."""
    if isinstance(ast, Path | Filter | Union) or (isinstance(ast, Call) and ast.name in _NODE_SOURCES):
        found, places = _nodes(ast, context)
        yield from (place if place.steps or place.absolute else _SELF for place in places)
        yield from found
    else:
        for child in children(ast):
            yield from _read(child, context)


def _nodes(ast: Ast, context: tuple[PathPattern, ...]) -> tuple[list[PathPattern], tuple[PathPattern, ...]]:
    """Where the nodes of a node-set's expression are, after what is read on the way there."""
    if isinstance(ast, Union):
        pairs = [_nodes(part, context) for part in ast.parts]
        return [found for pair in pairs for found in pair[0]], tuple(
            place for pair in pairs for place in pair[1]
        )
    if isinstance(ast, Filter):
        found, places = _nodes(ast.base, context)
        for predicate in ast.predicates:
            found += _read(predicate, places)
        return found, places
    if isinstance(ast, Path):
        return _path(ast, context)
    if isinstance(ast, Call) and ast.name in _NODE_SOURCES:
        return _source(ast, context)
    return list(_read(ast, context)), (_ANYWHERE,)


def _source(
    call: Call, context: tuple[PathPattern, ...]
) -> tuple[list[PathPattern], tuple[PathPattern, ...]]:
    if call.name == "current":
        return [], (_HERE,)
    first, *rest = call.arguments
    if call.name == "instance":
        name = first.value if isinstance(first, Literal) else ""
        found = list(_read(first, context))
        return found, (PathPattern(absolute=True, instance=name, steps=()),) if name else ()
    found, places = _nodes(first, context)
    for argument in rest:
        found += _read(argument, context)
    return found, places


def _path(path: Path, context: tuple[PathPattern, ...]) -> tuple[list[PathPattern], tuple[PathPattern, ...]]:
    found: list[PathPattern] = []
    places = context
    if path.start is not None:
        found, places = _nodes(path.start, context)
    elif path.absolute:
        places = (PathPattern(absolute=True, instance=None, steps=()),)
    for step in path.steps:
        places = tuple(_after(place, step) for place in places)
        for predicate in step.predicates:
            found += _read(predicate, places)
    return found, places


def _after(place: PathPattern, step: Step) -> PathPattern:
    """Where a step leads from a place."""
    name = "*" if step.test in ("*", "node()") else step.test
    if step.axis in ("attribute", "self") or (name.endswith("()") and step.axis == "child"):
        return place
    further: tuple[str, ...]
    if step.axis == "child":
        further = (name,)
    elif step.axis == "parent":
        further = ("..",)
    elif step.axis == "descendant-or-self":
        further = ("//",) if step.test == "node()" else ("..", "//", name)
    elif step.axis == "descendant":
        further = ("//", name)
    elif step.axis in ("following-sibling", "preceding-sibling"):
        further = ("..", name)
    else:
        return PathPattern(absolute=True, instance=place.instance, steps=("//", name))
    return PathPattern(place.absolute, place.instance, (*place.steps, *further))
