"""The order rules run in, and the cycles that make an order impossible."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms.spots import CALCULATE, COUNT, RELEVANT, Reader, Rule, Spot

_OTHER_ROW = {"position", "indexed-repeat"}
Edges = list[list[int]]


def rank(rules: Sequence[Rule], where: Callable[[str, str], str]) -> list[GsmonError]:
    """Gives every rule its rank: a rule runs after all it reads. Returns the cycles found, naming the
    questions.

    A rule may read its own question in *another* row (a running total by position); such a reading is no
    cycle.
    """
    active = [rule for rule in rules if rule.kind in (RELEVANT, CALCULATE, COUNT)]
    number = {rule: place for place, rule in enumerate(active)}
    strict: Edges = [[] for _ in active]
    loose: Edges = [[] for _ in active]
    for place, rule in enumerate(active):
        for reader in _readers(rule):
            target = number.get(reader.rule)
            if target is not None:
                other_row = (reader.up or reader.down) and reader.rule.expression.functions & _OTHER_ROW
                (loose if other_row else strict)[place].append(target)
    cycles = [group for group in components(strict) if len(group) > 1 or group[0] in strict[group[0]]]
    every = [a + b for a, b in zip(strict, loose, strict=True)]
    groups = components(every) if any(loose) else components(strict)
    for order, group in enumerate(reversed(groups)):
        for place in group:
            active[place].rank = order
            active[place].looping = len(group) > 1 or place in every[place]
    return [_cycle([active[place] for place in group], where) for group in cycles]


def _readers(rule: Rule) -> Iterator[Reader]:
    """Whoever reads something that this rule can change."""
    spots: Iterator[Spot] = iter((rule.spot,)) if rule.kind == CALCULATE else rule.spot.walk()
    for spot in spots:
        yield from spot.readers
        if spot.is_row:
            yield from spot.scope.readers


def _cycle(rules: list[Rule], where: Callable[[str, str], str]) -> GsmonError:
    names = list(dict.fromkeys(rule.spot.element.name for rule in sorted(rules, key=lambda r: r.number)))
    first = min(rules, key=lambda r: r.number)
    column = {RELEVANT: "relevant", CALCULATE: "calculation", COUNT: "repeat_count"}[first.kind]
    code = "form.cycle" if len(names) > 1 else "form.cycle_self"
    return GsmonError(code, where(first.spot.element.path, column), names=", ".join(names))


def components(edges: Edges) -> list[list[int]]:
    """Strongly connected components (Tarjan, without recursion), each after those it leads to."""
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    stack: list[int] = []
    on_stack: set[int] = set()
    found: list[list[int]] = []
    for start in range(len(edges)):
        if start in index:
            continue
        work = [(start, iter(edges[start]))]
        index[start] = low[start] = len(index)
        stack.append(start)
        on_stack.add(start)
        while work:
            node, following = work[-1]
            for target in following:
                if target not in index:
                    index[target] = low[target] = len(index)
                    stack.append(target)
                    on_stack.add(target)
                    work.append((target, iter(edges[target])))
                    break
                if target in on_stack:
                    low[node] = min(low[node], index[target])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    cut = stack.index(node)
                    found.append(stack[cut:])
                    on_stack.difference_update(stack[cut:])
                    del stack[cut:]
    return found
