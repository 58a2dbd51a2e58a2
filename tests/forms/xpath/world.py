"""A small real environment for expressions: trees written as nested data, a fixed clock, counted chance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone

from gsmon_desktop.forms.tree import Node
from gsmon_desktop.forms.xpath import Column, Context, IndexKey, Value, compile  # noqa: A004

ALMATY = timezone(timedelta(hours=5))
Tree = str | Mapping[str, "Tree | list[Tree]"]


def plant(name: str, tree: Tree, parent: Node | None = None) -> Node:
    """A tree of nodes: a text is a leaf, a mapping its children by name, a list several of one name."""
    if isinstance(tree, str):
        return Node(name, tree, parent)
    node = Node(name, "", parent)
    for child, below in tree.items():
        for each in below if isinstance(below, list) else [below]:
            plant(child, each, node)
    return node


@dataclass
class World:
    """Implements `Environment`."""

    root: Node
    lists: dict[str, Node] = field(default_factory=dict)
    clock: datetime = datetime(2026, 11, 24, 9, 30, 15, 250_000, tzinfo=ALMATY)
    language: str = "en"
    chances: list[float] = field(default_factory=lambda: [0.5])
    texts: dict[str, str] = field(default_factory=dict)
    labels: dict[tuple[str, str], str] = field(default_factory=dict)
    indexes: dict[IndexKey, Column] = field(default_factory=dict)
    drawn: int = 0
    answers: dict[str, Node] = field(default_factory=dict)

    def instance(self, name: str) -> Node | None:
        return self.lists.get(name)

    def now(self) -> datetime:
        return self.clock

    def total(self, path: object, node: Node, values: bool) -> None:
        return None

    def random(self) -> float:
        self.drawn += 1
        return self.chances[(self.drawn - 1) % len(self.chances)]

    def uuid(self) -> str:
        return "00000000-0000-4000-8000-000000000001"

    def language_code(self) -> str:
        return self.language

    def itext(self, name: str) -> str:
        return self.texts.get(name, "")

    def choice_label(self, value: str, path: str, asker: Node) -> str:
        return self.labels.get((path, value), "")

    def pulldata(self, file: str, column: str, key_column: str, key: str) -> str:
        for row in self.lists[file].children if file in self.lists else []:
            cells = {cell.name: cell.value for cell in row.children}
            if cells.get(key_column) == key:
                return cells.get(column, "")
        return ""


def world(tree: Tree | None = None, **lists: Tree) -> World:
    """A world whose main instance is `data`."""
    return World(plant("data", tree or {}), {name: plant("root", below) for name, below in lists.items()})


def at(root: Node, path: str) -> Node:
    """The node a path of names and row numbers leads to: ``rep[2]/x``; "" is the root itself."""
    for step in filter(None, path.split("/")):
        name, _, number = step.rstrip("]").partition("[")
        root = [child for child in root.children if child.name == name][int(number or 1) - 1]
    return root


def context(env: World, path: str = "") -> Context:
    """The context of the question at a path."""
    node = at(env.root, path)
    return Context(node, 1, 1, env, node)


def value(text: str, env: World | None = None, path: str = "") -> Value:
    """What an expression gives at a node of a world (the root of an empty one)."""
    return compile(text).evaluate(context(env or world(), path))


def string(text: str, env: World | None = None, path: str = "") -> str:
    """The same as text."""
    return compile(text).string(context(env or world(), path))


def names(text: str, env: World, path: str = "") -> list[str]:
    """The nodes an expression gives, by value or (with children) by name."""
    return [node.value or node.name for node in compile(text).nodes(context(env, path))]


__all__ = ["ALMATY", "UTC", "World", "at", "context", "names", "plant", "string", "value", "world"]
