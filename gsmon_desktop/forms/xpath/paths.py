"""Location paths as closures. Plain ones (`../x`, `/data/g/x`), which forms are made of, take a short way."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import partial
from sys import intern

from gsmon_desktop.forms.tree import Node
from gsmon_desktop.forms.xpath import coerce
from gsmon_desktop.forms.xpath.answers import Answer
from gsmon_desktop.forms.xpath.axes import REVERSE, apply
from gsmon_desktop.forms.xpath.index import indexed_rows
from gsmon_desktop.forms.xpath.nodesets import Document, in_order
from gsmon_desktop.forms.xpath.reads import looks_at_position
from gsmon_desktop.forms.xpath.syntax import Ast, Call, Filter, Literal, Number, Path, Step
from gsmon_desktop.forms.xpath.types import Code, Context, Value, XPathError
from gsmon_desktop.forms.xpath.values import to_boolean

Build = Callable[[Ast], Code]
Nodes = Callable[[Context], list[Node]]
Named = Callable[[Node], list[Node]]
_SMALL = 4


def compile_path(path: Path, build: Build) -> Code:
    """A location path. The nodes it ends with are those that are relevant, in document order."""
    if path.absolute and path.steps and all(map(_plain, path.steps)):
        return _answer(path, build)
    return Code(_walk(path, build), "nodes")


def _answer(path: Path, build: Build) -> Code:
    """``/data/g/x``."""
    name = intern("".join(f"/{step.test}" for step in path.steps))
    answer = Answer(name, partial(_walk, path, build))
    return Code(answer.nodes, "nodes", answer)


def _walk(path: Path, build: Build) -> Nodes:
    in_list = _is_instance(path.start)
    begin = _beginning(path, build)
    steps = _merged(path.steps)
    rows = _rows(path, steps, build) if in_list else None
    if rows is not None:
        begin, steps = rows
    elif path.absolute and steps and _plain(steps[0]):
        begin, steps = _from_root(steps[0].test), steps[1:]
    flat = True
    for at, step in enumerate(steps):
        single = at == 0 and (path.start is None or _is_single(path.start)) and rows is None
        begin = _advance(begin, step, build, single=single, ordered=flat, hint=not in_list)
        flat = flat and step.axis in ("child", "self", "attribute")
    return begin if in_list else _seen(begin)


def evaluate_raw(path: Ast, build: Build) -> Nodes:
    """The nodes of an expression, unseen (irrelevant) ones too when it is a location path of the main
    instance."""
    if isinstance(path, Path) and not _is_instance(path.start):
        run = _beginning(path, build)
        for step in _merged(path.steps):
            run = _advance(run, step, build, single=False, ordered=False, hint=True)
        return run
    return coerce.nodes(build(path))


def compile_filter(ast: Filter, build: Build) -> Code:
    """A node-set in brackets with predicates, which count in document order."""
    base = build(ast.base)
    if base.kind not in ("nodes", "value"):
        raise XPathError("syntax", 0, expected="nodes before [", found="a value")
    run = coerce.nodes(base)
    for predicate in ast.predicates:
        run = _filtered(run, predicate_of(predicate, build))
    return Code(run, "nodes")


def _is_instance(start: Ast | None) -> bool:
    return isinstance(start, Call) and start.name == "instance"


def _is_single(start: Ast | None) -> bool:
    return isinstance(start, Call) and start.name in ("instance", "current")


def _seen(run: Nodes) -> Nodes:
    def relevant(context: Context) -> list[Node]:
        found = run(context)
        if len(found) == 1:
            return found if found[0].relevant else []
        return [node for node in found if node.relevant]

    return relevant


def _beginning(path: Path, build: Build) -> Nodes:
    if path.start is not None:
        code = build(path.start)
        if code.kind not in ("nodes", "value"):
            raise XPathError("syntax", 0, expected="nodes before /", found="a value")
        return coerce.nodes(code)
    if path.absolute:
        return lambda context: [Document(context.env.root)]
    return lambda context: [context.node]


def _from_root(name: str) -> Nodes:
    """The root element, for ``/data/…``, without making the document above it."""

    def root(context: Context) -> list[Node]:
        node = context.env.root
        return [node] if node.name == name else []

    return root


def _merged(steps: Sequence[Step]) -> list[Step]:
    """Steps with ``//x`` made one step where that is the same, and ``.`` left out."""
    found: list[Step] = []
    for step in steps:
        if step == Step("self", "node()"):
            continue
        last = found[-1] if found else None
        anywhere = last is not None and last == Step("descendant-or-self", "node()")
        if anywhere and step.axis == "child" and not any(_positional(p) for p in step.predicates):
            found[-1] = Step("descendant", step.test, step.predicates)
        else:
            found.append(step)
    return found


def _positional(predicate: Ast) -> bool:
    """Whether a predicate may count: a number, or something that asks for the position, or whose type is
    open."""
    if looks_at_position(predicate) or isinstance(predicate, Number):
        return True
    return isinstance(predicate, Call) and predicate.name not in (
        "not",
        "selected",
        "contains",
        "starts-with",
        "true",
    )


def _advance(run: Nodes, step: Step, build: Build, *, single: bool, ordered: bool, hint: bool) -> Nodes:
    """One step further."""
    if step.axis == "child" and not step.predicates:
        return _each(run, _move(step, hint=hint), sort=not ordered)
    if step.axis == "parent" and step.test == "node()" and not step.predicates and single:
        return lambda context: [node.parent for node in run(context) if node.parent is not None]
    move = _with_predicates(step, build, hint=hint)
    if single and step.axis not in REVERSE:
        return lambda context: [found for node in run(context) for found in move(node, context)]
    sort = not ordered or step.axis not in ("child", "self", "attribute")

    def further(context: Context) -> list[Node]:
        found = [node for start in run(context) for node in move(start, context)]
        return in_order(found) if sort and len(found) > 1 else found

    return further


def _named(step: Step) -> bool:
    return step.axis == "child" and step.test != "*" and not step.test.endswith("()")


def _plain(step: Step) -> bool:
    return _named(step) and not step.predicates


def _move(step: Step, *, hint: bool) -> Named:
    """A step from one node, without its predicates."""
    if _named(step):
        return children_named(step.test) if hint else _listed(step.test)
    return apply(step.axis, step.test)


def _listed(name: str) -> Named:
    """Children of a name in a list. ``instance('x')`` stands above the list's root, whose name may be left
    out."""

    def children(node: Node) -> list[Node]:
        if isinstance(node, Document) and node.children[0].name != name:
            node = node.children[0]
        return [child for child in node.children if child.name == name]

    return children


def _each(run: Nodes, children: Named, *, sort: bool) -> Nodes:
    def step(context: Context) -> list[Node]:
        nodes = run(context)
        if len(nodes) == 1:
            return children(nodes[0])
        found = [child for node in nodes for child in children(node)]
        return in_order(found) if sort and len(found) > 1 else found

    return step


def children_named(name: str) -> Named:
    """Children of a name in the main instance, where nodes of one name stand together.

    Where the name was found last is tried first: nodes made from one template have their children in one
    order, so that a question among thousands is found at once. The place is checked each time, never
    trusted.
    """
    hint = 0

    def children(node: Node) -> list[Node]:
        nonlocal hint
        siblings = node.children
        count = len(siblings)
        at = hint
        if at >= count or siblings[at].name != name or (at and siblings[at - 1].name == name):
            for at, child in enumerate(siblings):  # noqa: B007  (the place is what is looked for)
                if child.name == name:
                    break
            else:
                return []
            hint = at
        end = at + 1
        if end < count and siblings[end].name == name:
            end = bisect_left(siblings, True, end, count, key=lambda sibling: sibling.name != name)
        return siblings[at:end]

    return children


def _with_predicates(step: Step, build: Build, *, hint: bool) -> Callable[[Node, Context], list[Node]]:
    """From a node to the nodes of a step that pass its predicates, in the axis's direction."""
    move = _move(step, hint=hint)
    tests = [predicate_of(predicate, build) for predicate in step.predicates]
    if not tests:
        return lambda node, _: move(node)

    def further(node: Node, context: Context) -> list[Node]:
        found = move(node)
        for test in tests:
            found = test(found, context)
        return found

    return further


def predicate_of(ast: Ast, build: Build) -> Callable[[list[Node], Context], list[Node]]:
    """A predicate: a number keeps the node at that position, anything else those it is true of."""
    if isinstance(ast, Number):
        wanted = ast.value
        place = int(wanted) - 1 if 1 <= wanted < 1e15 and wanted == int(wanted) else None
        return lambda nodes, _: [] if place is None else nodes[place : place + 1]
    code = build(ast)
    if code.kind in ("boolean", "string", "nodes"):
        test = coerce.boolean(code)
        return lambda nodes, context: keep(nodes, test, context)
    run = code.run

    def passes(context: Context) -> bool:
        value: Value = run(context)
        if isinstance(value, float):
            return value == context.position
        return to_boolean(value)

    return lambda nodes, context: keep(nodes, passes, context)


def keep(nodes: list[Node], test: Callable[[Context], bool], context: Context) -> list[Node]:
    """The nodes a test is true of, each in turn being the context node. One context serves for all."""
    inner = Context(context.node, 0, len(nodes), context.env, context.current)
    found = []
    for position, node in enumerate(nodes, 1):
        inner.node = node
        inner.position = position
        if test(inner):
            found.append(node)
    return found


def _filtered(run: Nodes, test: Callable[[list[Node], Context], list[Node]]) -> Nodes:
    return lambda context: test(run(context), context)


def _rows(path: Path, steps: list[Step], build: Build) -> tuple[Nodes, list[Step]] | None:
    """The beginning of ``instance('x')/root/item[column = …]`` by index, and the steps that are left."""
    start = path.start
    if not isinstance(start, Call) or not isinstance(start.arguments[0], Literal):
        return None
    names: list[str] = []
    for at, step in enumerate(steps):
        if not _named(step):
            return None
        names.append(step.test)
        if step.predicates:
            found = indexed_rows(start.arguments[0].value, tuple(names), step.predicates[0], build)
            if found is None:
                return None
            for predicate in step.predicates[1:]:
                found = _filtered(found, predicate_of(predicate, build))
            return found, steps[at + 1 :]
    return None
