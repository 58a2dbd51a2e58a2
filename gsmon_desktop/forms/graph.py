"""Who depends on whom: compiles a form's expressions and orders them, once per form.

The graph is about the template (a repeat's rows share it); readers say which rows a change concerns. An
expression that reads its own row of a repeat is run again for that row only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms.definition import NO_RULES, Element, SetValue, Text
from gsmon_desktop.forms.lists import Lists
from gsmon_desktop.forms.order import rank
from gsmon_desktop.forms.spots import (
    CALCULATE,
    CHOICES,
    COLUMNS,
    CONSTRAINT,
    COUNT,
    READONLY,
    RELEVANT,
    REQUIRED,
    Reader,
    Rule,
    Scope,
    Source,
    Spot,
)
from gsmon_desktop.forms.xpath import FUNCTIONS, Expression, PathPattern, XPathError, compile  # noqa: A004

Where = Callable[[str, str], str]
_CONSTANT = {"true()": True, "false()": False}
_STRANGE = {
    **dict.fromkeys("«»“”„‘’‚", "form.expression_quotes"),
    ";": "form.expression_semicolon",
    "=": "form.expression_equals",
    "&": "form.expression_and",
    "|": "form.expression_or",
    **dict.fromkeys("≥≤≠⩾⩽>", "form.expression_signs"),
    **dict.fromkeys("'\"", "form.expression_open_quote"),
    **dict.fromkeys("ИиАаЖж", "form.expression_words"),
}
"""What an expression stumbles over that has a sentence of its own."""
_TRUTHS = (RELEVANT, REQUIRED, READONLY, CONSTRAINT)
MOST_SHOWN = 160
"""Characters of a wrong expression that its sentence quotes."""
_CHANGING = {"randomize", "random", "now", "today", "uuid"}


class Graph:
    """The compiled form: its spots by template path, and its rules in the order they run."""

    def __init__(self, root: Spot, where: Where, problems: list[GsmonError] | None) -> None:
        self.root = root
        self._problems = problems
        self.where = where
        self.spots = {spot.element.path: spot for spot in root.walk()}
        self.rules: list[Rule] = []
        self.unknown: list[tuple[str, str, str]] = []
        """Paths of expressions that lead nowhere: (template path, column, the path as written)."""

    def expression(self, text: str, path: str, column: str) -> Expression:
        """Compiles an expression; a failure becomes a GsmonError with its place."""
        try:
            return compile(text)
        except XPathError as error:
            self.report(expression_problem(error, text, self.where(path, column)))
            return compile("''")

    def report(self, error: GsmonError) -> None:
        """Raises the error, or notes it where all of them are collected."""
        if self._problems is None:
            raise error
        self._problems.append(error)


def build(
    root: Element,
    actions: Iterable[SetValue],
    lists: Lists,
    texts: Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]],
    where: Where,
    problems: list[GsmonError] | None = None,
) -> Graph:
    """Compiles every expression of the form. Raises form.expression, form.unknown_function, form.arguments,
    form.unknown_list, form.cycle, each with its place."""
    graph = lay_out(root, where, problems)
    for rule in graph.rules:
        path, column = rule.spot.element.path, COLUMNS[rule.kind]
        rule.expression = graph.expression(rule.text, path, column)
        _known_lists(graph, rule.expression, path, column, lists)
    for spot in graph.spots.values():
        if spot.source is not None:
            _check_source(graph, spot, spot.source)
    for rule in graph.rules:
        _register(graph, rule, rule.expression.paths)
    _check_texts(graph, texts)
    for action in (*actions, *(a for spot in graph.spots.values() for a in spot.element.actions)):
        if action.value:
            _known_lists(
                graph,
                graph.expression(action.value, action.target, "default"),
                action.target,
                "default",
                lists,
            )
    for error in rank(graph.rules, where):
        graph.report(error)
    return graph


def expression_problem(error: XPathError, text: str, place: str = "") -> GsmonError:
    """What is wrong with an expression, as a sentence of ours with its place."""
    values: dict[str, object] = {
        "expression": _around(" ".join(text.split()), error.position),
        "position": error.position + 1,
        **error.values,
    }
    if error.reason == "unknown_function":
        name = str(error.values.get("name", ""))
        near = get_close_matches(name, FUNCTIONS, 1, 0.75)
        code = "form.unknown_function_near" if near else "form.unknown_function"
        return GsmonError(code, place, **{**values, "name": name, "near": near[0] if near else ""})
    if error.reason == "arguments" and isinstance(error.values.get("found"), str):
        code = "form.pattern" if error.values.get("name") == "regex" else "form.argument"
        return GsmonError(code, place, **values)
    if error.reason == "arguments":
        return GsmonError("form.arguments", place, **{**values, "name": str(error.values.get("name", ""))})
    return GsmonError(
        _STRANGE.get(text[error.position : error.position + 1], "form.expression"), place, **values
    )


def _around(text: str, position: int) -> str:
    """An expression for a sentence: of a long one, only what stands around the place."""
    if len(text) <= MOST_SHOWN:
        return text
    start = max(0, position - MOST_SHOWN // 2)
    part = text[start : start + MOST_SHOWN]
    return f"{'…' if start else ''}{part}{'…' if start + MOST_SHOWN < len(text) else ''}"


def lay_out(root: Element, where: Where, problems: list[GsmonError] | None = None) -> Graph:
    """The graph with its spots and rules, nothing compiled, no readers known yet."""
    graph = Graph(Spot(root, None, None), where, problems)
    for spot in graph.spots.values():
        _rules(graph, spot)
        if spot.element.itemset:
            spot.source = Source(spot.element.itemset)
    return graph


def _rules(graph: Graph, spot: Spot) -> None:
    """Makes the spot's rules; plain true() and false() need none."""
    rules, element = spot.element.rules, spot.element
    if rules is NO_RULES and not element.count and element.itemset is None:
        spot.relevant = True
        return
    spot.relevant = _CONSTANT.get(rules.relevant.strip(), True)
    spot.required = _CONSTANT.get(rules.required.strip(), False)
    spot.readonly = _CONSTANT.get(rules.readonly.strip(), False)
    texts = (
        (RELEVANT, rules.relevant),
        (CALCULATE, rules.calculate if spot.leaf else ""),
        (COUNT, element.count if spot.is_row else ""),
        (REQUIRED, rules.required),
        (READONLY, rules.readonly),
        (CONSTRAINT, rules.constraint),
        (CHOICES, element.itemset.nodeset if element.itemset else ""),
    )
    for kind, text in texts:
        if not text or text.isspace() or (kind in _TRUTHS and text.strip() in _CONSTANT):
            continue
        scope = spot.scope.parent if kind == COUNT and spot.scope.parent else spot.scope
        rule = Rule(spot, kind, text, scope)
        rule.number = len(graph.rules)
        graph.rules.append(rule)
        spot.rules.append(rule)
        spot.constraint = spot.constraint or kind == CONSTRAINT


def _known_lists(graph: Graph, expression: Expression, path: str, column: str, lists: Lists) -> None:
    for pattern in expression.paths:
        if pattern.instance is not None and pattern.instance not in lists:
            graph.report(GsmonError("form.unknown_list", graph.where(path, column), name=pattern.instance))


def _check_source(graph: Graph, spot: Spot, source: Source) -> None:
    """Compiles what finds the choices, and works out whether they are always the same."""
    itemset, path = spot.element.itemset, spot.element.path
    assert itemset is not None  # noqa: S101  (only called for questions with one)
    for text in source.texts():
        graph.expression(text, path, "type")
    nodes = graph.expression(itemset.nodeset, path, "choice_filter")
    local = [pattern for pattern in nodes.paths if pattern.instance is None]
    source.static = not local and not nodes.functions & _CHANGING
    if local and not any(pattern.instance for pattern in nodes.paths):
        # Choices made of the form's own rows: their value and label cells are read too.
        base = nodes.paths[0]
        extra = [
            PathPattern(base.absolute, None, (*base.steps, *text.split("/")))
            for text in (itemset.value, itemset.label)
            if re.fullmatch(r"[\w./-]+", text)
        ]
        _register(graph, next(rule for rule in spot.rules if rule.kind == CHOICES), extra)


def _check_texts(graph: Graph, texts: Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]]) -> None:
    """Compiles the outputs inside labels, hints and messages, so that a wrong one is told at once."""
    for spot in graph.spots.values():
        element = spot.element
        messages = (element.rules.constraint_message, element.rules.required_message)
        for text in (element.label, element.hint, *messages, *(option.label for option in element.options)):
            _check_text(graph, text, element.path)
    for language in texts.values():
        for name, forms in language.items():
            for parts in forms.values():
                for output in parts[1::2]:
                    graph.expression(output, name.partition(":")[0], name.partition(":")[2] or "label")


def _check_text(graph: Graph, text: Text, path: str) -> None:
    for output in (*text.parts[1::2], *((text.ref,) if text.ref else ())):
        graph.expression(output, path, "label")


def _register(graph: Graph, rule: Rule, patterns: Iterable[PathPattern]) -> None:
    """Makes the rule a reader of everything its paths can reach."""
    functions = rule.expression.functions
    for pattern in patterns:
        if pattern.instance is not None:
            continue
        found = False
        for spot, pin in resolve(pattern, rule.spot, graph.root):
            found = True
            _read(rule, spot, pin, positional="position" in functions)
        if not found and pattern.steps:
            path = ("/" if pattern.absolute else "") + "/".join(pattern.steps)
            graph.unknown.append((rule.spot.element.path, COLUMNS[rule.kind], path))


def _read(rule: Rule, spot: Spot, pin: Scope, *, positional: bool) -> None:
    """`rule` reads `spot`; `pin` is the innermost scope whose row both share."""
    if pin.level > rule.scope.level:
        pin = rule.scope
    down = rule.scope.down_from(pin)
    if spot.leaf:
        _append(spot.readers, Reader(rule, spot.scope.level - pin.level, down))
    elif spot.is_row and pin.level < spot.scope.level:
        outer = spot.scope.parent
        _append(spot.scope.readers, Reader(rule, outer.level - pin.level if outer else 0, down))
    elif spot.is_row and positional:
        _append(spot.scope.position_readers, Reader(rule, 0, down))
    elif not positional:
        for inner in spot.walk():
            if inner.leaf and inner is not rule.spot:
                _append(inner.readers, Reader(rule, inner.scope.level - pin.level, down))


def _append(readers: list[Reader], reader: Reader) -> None:
    if reader not in readers:
        readers.append(reader)


def resolve(pattern: PathPattern, owner: Spot, root: Spot) -> Iterator[tuple[Spot, Scope]]:
    """The spots a path can reach from `owner`, each with the scope whose row stays the same on the way."""
    steps = list(pattern.steps)
    states: dict[Spot, Scope] = {owner: owner.scope}
    if pattern.absolute:
        if not steps:
            return
        states = {}
        first = steps.pop(0)
        if first.rpartition(":")[2] in (root.element.name, "*"):
            states = {root: root.scope}
        elif first == "//":
            states = dict.fromkeys(root.walk(), root.scope)
    for step in steps:
        states = _step(states, step)
    yield from states.items()


def _step(states: dict[Spot, Scope], step: str) -> dict[Spot, Scope]:
    found: dict[Spot, Scope] = {}
    for spot, pin in states.items():
        for target in _targets(spot, step):
            scope = target.scope if target.scope.level < pin.level else pin
            if target not in found or scope.level < found[target].level:
                found[target] = scope
    return found


def _targets(spot: Spot, step: str) -> Iterable[Spot]:
    if step == ".":
        return (spot,)
    if step == "..":
        return (spot.parent,) if spot.parent is not None else ()
    if step == "*":
        return spot.children
    if step == "//":
        return spot.walk()
    child = spot.by_name.get(step.rpartition(":")[2])
    return (child,) if child is not None else ()
