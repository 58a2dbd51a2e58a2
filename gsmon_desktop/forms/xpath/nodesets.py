"""Order among nodes: document order, doubles, the document above a root."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from gsmon_desktop.forms.tree import Node


class Attribute(Node):
    """An attribute seen as a node. It is made when looked at: two of one element and name are the same
    one."""

    __slots__ = ()

    def __init__(self, owner: Node, name: str, value: str) -> None:
        super().__init__(name, value)
        self.parent = owner
        self.relevant = owner.relevant


class Document(Node):
    """What stands above a root element: its only child, whose own `parent` is left alone."""

    __slots__ = ()

    def __init__(self, root: Node) -> None:
        super().__init__("")
        self.children.append(root)


def identity(node: Node) -> object:
    """Equal for two views of one node."""
    if isinstance(node, Attribute):
        return id(node.parent), node.name
    if isinstance(node, Document):
        return id(node.children[0]), None
    return id(node)


def without_doubles(nodes: Iterable[Node]) -> list[Node]:
    """Each node once, in the order first met."""
    return list({identity(node): node for node in nodes}.values())


def in_order(nodes: list[Node]) -> list[Node]:
    """Each node once, in document order; nodes of several trees stay grouped by tree, in the order first
    met."""
    nodes = without_doubles(nodes)
    if len(nodes) < 2:
        return nodes
    trees: dict[int, int] = {}
    places: dict[int, dict[int, int]] = {}

    def key(node: Node) -> tuple[int, tuple[int, ...], str]:
        path: list[int] = []
        name = ""
        if isinstance(node, Attribute):
            name = node.name
        top = node.children[0] if isinstance(node, Document) else node
        here = node.parent if name and node.parent else top
        while here.parent is not None:
            path.append(_place(here, here.parent, places))
            here = here.parent
        path.append(-1 if isinstance(node, Document) else 0)
        return trees.setdefault(id(here), len(trees)), tuple(reversed(path)), name

    return sorted(nodes, key=key)


def _place(node: Node, parent: Node, places: dict[int, dict[int, int]]) -> int:
    """Which child of its parent a node is; counted once per parent."""
    known = places.get(id(parent))
    if known is None:
        known = places[id(parent)] = {id(child): at for at, child in enumerate(parent.children)}
    return known[id(node)]


def place_among_namesakes(node: Node, guess: int = 0) -> tuple[int, int]:
    """The position, from 1, among siblings of the same name, and the place among all siblings.

    Nodes of one name stand together, as rows of a repeat do. `guess` is a place (or the one before it) worth
    looking at first.
    """
    if node.parent is None:
        return 1, 0
    siblings = node.parent.children
    around = siblings[guess : guess + 2]
    at = guess + around.index(node) if node in around else siblings.index(node)
    name = node.name
    first = bisect_left(siblings, True, 0, at, key=lambda sibling: sibling.name == name)
    return at - first + 1, at
