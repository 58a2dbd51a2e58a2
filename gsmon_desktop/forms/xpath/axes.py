"""XPath 1.0's axes over the light tree, and its node tests. Each axis gives nodes in its own direction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from gsmon_desktop.forms.tree import Node
from gsmon_desktop.forms.xpath.nodesets import Attribute, Document

Axis = Callable[[Node], Iterable[Node]]


def _parent(node: Node) -> Iterable[Node]:
    return () if node.parent is None else (node.parent,)


def _ancestors(node: Node) -> Iterator[Node]:
    while node.parent is not None:
        node = node.parent
        yield node


def _ancestors_or_self(node: Node) -> Iterator[Node]:
    yield node
    yield from _ancestors(node)


def _below(node: Node) -> Iterator[Node]:
    """Everything below, in document order, without recursion."""
    stack = node.children[::-1]
    while stack:
        found = stack.pop()
        yield found
        stack.extend(found.children[::-1])


def _below_or_self(node: Node) -> Iterator[Node]:
    yield node
    yield from _below(node)


def _siblings(node: Node) -> tuple[list[Node], list[Node]]:
    """Siblings before and after."""
    if node.parent is None or isinstance(node, Attribute):
        return [], []
    all_of_them = node.parent.children
    at = all_of_them.index(node)
    return all_of_them[:at], all_of_them[at + 1 :]


def _following_siblings(node: Node) -> Iterable[Node]:
    return _siblings(node)[1]


def _preceding_siblings(node: Node) -> Iterable[Node]:
    return _siblings(node)[0][::-1]


def _following(node: Node) -> Iterator[Node]:
    for upper in _ancestors_or_self(node):
        for sibling in _siblings(upper)[1]:
            yield from _below_or_self(sibling)


def _preceding(node: Node) -> Iterator[Node]:
    for upper in _ancestors_or_self(node):
        for sibling in _siblings(upper)[0][::-1]:
            yield from reversed(list(_below_or_self(sibling)))


def _attributes(node: Node) -> Iterable[Node]:
    return [Attribute(node, name, value) for name, value in (node.attributes or {}).items()]


def _nothing(_node: Node) -> Iterable[Node]:
    return ()


AXES: dict[str, Axis] = {
    "ancestor": _ancestors,
    "ancestor-or-self": _ancestors_or_self,
    "attribute": _attributes,
    "child": lambda node: node.children,
    "descendant": _below,
    "descendant-or-self": _below_or_self,
    "following": _following,
    "following-sibling": _following_siblings,
    "namespace": _nothing,
    "parent": _parent,
    "preceding": _preceding,
    "preceding-sibling": _preceding_siblings,
    "self": lambda node: (node,),
}
REVERSE = frozenset(("ancestor", "ancestor-or-self", "preceding", "preceding-sibling"))


def apply(axis: str, test: str) -> Callable[[Node], list[Node]]:
    """A step without predicates: from a node to the nodes it leads to, in the axis's direction.

    The tree keeps an element's text in the element itself, so ``x/text()`` gives x where x holds text.
    """
    if test == "text()":
        axis = {"child": "self", "descendant": "descendant-or-self"}.get(axis, axis)
        walk = AXES[axis]
        return lambda node: [found for found in walk(node) if found.value and not found.children]
    walk = AXES[axis]
    if test == "node()":
        return lambda node: list(walk(node))
    if test == "*":
        if axis == "attribute":
            return lambda node: list(walk(node))
        return lambda node: [found for found in walk(node) if not isinstance(found, Attribute | Document)]
    if test.endswith("()"):
        return lambda _: []
    return lambda node: [found for found in walk(node) if found.name == test]
