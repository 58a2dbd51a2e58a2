"""The tree that expressions walk: instance nodes of the form's answers and of its lists.

One class serves the main instance, secondary instances (choice lists, CSV, XML, GeoJSON) and the last-saved
instance, so that an expression never needs to know where a node came from.
"""

from __future__ import annotations

from collections.abc import Iterator


class Node:
    """An element of an instance. `value` is the text of a leaf; a node with children has no text of its own.

    `relevant` is False where an answer (or a group or row around it) is not asked now. Such a node keeps its
    value and its place among its siblings, but an expression must not see it: as in JavaRosa, the nodeset a
    location path ends with is filtered by it, after predicates and positions.
    """

    __slots__ = ("attributes", "children", "name", "parent", "relevant", "value")

    def __init__(self, name: str, value: str = "", parent: Node | None = None) -> None:
        self.name = name
        self.value = value
        self.parent = parent
        self.children: list[Node] = []
        self.attributes: dict[str, str] | None = None
        self.relevant = True
        if parent is not None:
            parent.children.append(self)

    def text(self) -> str:
        """XPath's string-value: the node's own text, or its descendants' in document order."""
        if not self.children:
            return self.value
        return "".join(child.text() for child in self.children)

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def __repr__(self) -> str:
        return (
            f"<{self.name} {self.value!r}>" if not self.children else f"<{self.name} +{len(self.children)}>"
        )
