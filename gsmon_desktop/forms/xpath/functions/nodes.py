"""Functions of nodes: counting, places, lists, repeats, shuffling."""

from __future__ import annotations

from collections.abc import Callable
from math import isnan

from gsmon_desktop.forms.tree import Node
from gsmon_desktop.forms.xpath import coerce
from gsmon_desktop.forms.xpath.functions.registry import Build, Table, converted
from gsmon_desktop.forms.xpath.nodesets import Document, place_among_namesakes
from gsmon_desktop.forms.xpath.paths import Named, children_named, evaluate_raw
from gsmon_desktop.forms.xpath.shuffle import seed_of, shuffle, shuffle_seeded
from gsmon_desktop.forms.xpath.syntax import Ast, Call, Literal, Path
from gsmon_desktop.forms.xpath.types import Code, Context, Value, XPathError
from gsmon_desktop.forms.xpath.values import NAN, text_of

TABLE = Table()


@TABLE.simple("count", "N", "number")
def count(nodes: list[Node]) -> float:
    """How many nodes."""
    return float(len(nodes))


@TABLE.simple("count-non-empty", "N", "number")
def count_non_empty(nodes: list[Node]) -> float:
    """How many nodes hold something."""
    return float(sum(text_of(node) != "" for node in nodes))


@TABLE.simple("last", "@", "number")
def last(context: Context) -> float:
    """The size of the node-set a predicate filters."""
    return float(context.size)


@TABLE.special("position", 0, 1)
def position(call: Call, build: Build) -> Code:
    """The place in the node-set a predicate filters; with a node its place among siblings of its name, 1
    the first."""
    if not call.arguments:
        return Code(lambda context: float(context.position), "number")
    converted(build(call.arguments[0]), "N", call)
    nodes = evaluate_raw(call.arguments[0], build)

    guess = 0

    def run(context: Context) -> float:
        nonlocal guess
        found = nodes(context)
        if not found:
            return NAN
        place, guess = place_among_namesakes(found[0], guess)
        return float(place)

    return Code(run, "number")


def _naming(name: str, work: Callable[[Node], str]) -> None:
    """Declares a function of a node's name: of the first node, or of the context node."""

    @TABLE.special(name, 0, 1)
    def make(call: Call, build: Build) -> Code:
        if not call.arguments:
            return Code(lambda context: work(context.node), "string")
        nodes = converted(build(call.arguments[0]), "N", call)

        def run(context: Context) -> str:
            found = nodes(context)
            return work(found[0]) if found else ""

        return Code(run, "string")


_naming("name", lambda node: node.name)
_naming("local-name", lambda node: node.name.rpartition(":")[2])
_naming("namespace-uri", lambda _: "")


@TABLE.simple("id", "v", "nodes")
def id_(_value: Value) -> list[Node]:
    """Nodes by XML id: none, since a form's instances declare no ids."""
    return []


@TABLE.simple("current", "@", "nodes")
def current(context: Context) -> list[Node]:
    """The node of the question the expression belongs to, also inside predicates."""
    return [context.current]


@TABLE.special("instance", 1, 1)
def instance(call: Call, build: Build) -> Code:
    """What stands above a secondary instance's root: ``instance('x')/root/item``. None of that id: no
    nodes."""
    if isinstance(call.arguments[0], Literal) and not call.arguments[0].value:
        raise XPathError("arguments", call.position, name="instance", expected="a list's name", found="''")
    name = coerce.string(build(call.arguments[0]))

    def run(context: Context) -> Value:
        root = context.env.instance(name(context))
        return [] if root is None else [Document(root)]

    return Code(run, "nodes")


@TABLE.special("randomize", 1, 2)
def randomize(call: Call, build: Build) -> Code:
    """The nodes in random order; with a seed always the same one, and the same as Collect's."""
    nodes = converted(build(call.arguments[0]), "N", call)
    if len(call.arguments) == 1:
        return Code(lambda context: shuffle(nodes(context), context.env.random), "nodes")
    seed = build(call.arguments[1]).run
    return Code(lambda context: shuffle_seeded(nodes(context), seed_of(seed(context))), "nodes")


@TABLE.special("indexed-repeat", 3, None, counts=(3, 5, 7, 9, 11))
def indexed_repeat(call: Call, build: Build) -> Code:
    """The question of one row: ``indexed-repeat(/data/rep/x, /data/rep, 2)``, up to five repeats deep.

    Paths may be relative too; what counts is which question and which repeat they name, not the row they
    start in. A row that does not exist gives no nodes.
    """
    target = _names_of(call.arguments[0], call)
    groups = [_names_of(argument, call) for argument in call.arguments[1::2]]
    numbers = [coerce.number(build(argument)) for argument in call.arguments[2::2]]

    steps: dict[str, Named] = {}

    def run(context: Context) -> Value:
        names = target(context)
        wanted = {group(context): number(context) for group, number in zip(groups, numbers, strict=True)}
        found = [context.env.root] if names and names[0] == context.env.root.name else []
        for depth in range(1, len(names) + 1):
            if depth > 1:
                name = names[depth - 1]
                step = steps.get(name) or steps.setdefault(name, children_named(name))
                found = [child for node in found for child in step(node)]
            if names[:depth] in wanted:
                number = wanted[names[:depth]]
                place = 0 if isnan(number) or not abs(number) < 1e9 else int(number)
                found = found[place - 1 : place] if place > 0 else []
        return [node for node in found if node.relevant]

    return Code(run, "nodes")


def _names_of(ast: Ast, call: Call) -> Callable[[Context], tuple[str, ...]]:
    """The names from the root element down that a path stands for, whatever rows it goes through."""
    steps = ast.steps if isinstance(ast, Path) else ()
    plain = all(
        (step.axis == "child" and not step.test.endswith("()") and step.test != "*")
        or (step.axis in ("self", "parent") and step.test == "node()")
        for step in steps
    )
    started = isinstance(ast, Path) and (
        ast.start is None or (isinstance(ast.start, Call) and ast.start.name == "current")
    )
    if not isinstance(ast, Path) or not plain or not started:
        raise XPathError(
            "arguments", call.position, name=call.name, expected="plain paths", found="something else"
        )
    absolute, current = ast.absolute, ast.start is not None

    def names(context: Context) -> tuple[str, ...]:
        found: list[str] = []
        if not absolute:
            node: Node | None = context.current if current else context.node
            while node is not None and node.name:
                found.insert(0, node.name)
                node = node.parent
        for step in steps:
            if step.axis == "child":
                found.append(step.test)
            elif step.axis == "parent" and found:
                found.pop()
        return tuple(found)

    return names
