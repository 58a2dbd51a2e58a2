"""A form as it is kept in the cache: all that `from_xform` works out of the XForm, as plain JSON.

Expressions are kept as text. That they are right, and what depends on what, was found out when the form was
converted; each is compiled when it is first needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from gsmon_desktop.forms.definition import Element, Form, Itemset, Option, Rules, SetValue, Text
from gsmon_desktop.forms.graph import Graph, lay_out
from gsmon_desktop.forms.lists import Lists
from gsmon_desktop.forms.spots import Reader
from gsmon_desktop.forms.tree import Node
from gsmon_desktop.forms.xform import content_hash

Packed = dict[str, Any]
Made = TypeVar("Made", Element, Rules)
_PLAIN = ("form_id", "version", "title", "default_language", "xmlns")


def pack(form: Form) -> Packed:
    """What `unpack` makes the form of again; only what JSON knows, its expressions as text."""
    lists, graph = form.lists, form.graph
    spots = {spot: at for at, spot in enumerate(graph.spots.values())}
    readers = [
        [_readers(spot.readers), _readers(spot.scope.readers), _readers(spot.scope.position_readers)]
        if spot.is_row
        else [_readers(spot.readers)]
        for spot in spots
    ]
    return {
        **{name: getattr(form, name) for name in _PLAIN},
        "languages": form.languages,
        "root": _packed(form.root),
        "texts": form.texts,
        "attributes": form.attributes,
        "first_values": form.first_values,
        "actions": _packed(form.actions),
        "sources": lists.sources,
        "lists": {name: _packed_tree(lists.root(name)) for name in lists.inline},
        "readers": readers,
        "ranks": [[rule.rank, rule.looping] for rule in graph.rules],
        "choices": {at: spot.source.static for spot, at in spots.items() if spot.source is not None},
        "unknown": graph.unknown,
    }


def unpack(packed: Packed, xform: str, files: Mapping[str, bytes], tables: Path | None = None) -> Form:
    """The form again. Raises KeyError, TypeError, ValueError, IndexError or AttributeError for anything that
    `pack` did not write."""
    root = _element(packed["root"])
    inline: dict[str, Callable[[], Node]] = {
        name: partial(_tree, data) for name, data in packed["lists"].items()
    }
    lists = Lists(inline, packed["sources"], files, tables)
    kept = lists.used()
    return Form(
        **{name: packed[name] for name in _PLAIN},
        hash=content_hash(xform, kept),
        languages=tuple(packed["languages"]),
        xform=xform,
        files=kept,
        root=root,
        elements={element.path: element for element in root.walk()},
        texts={
            language: {
                name: {form: tuple(parts) for form, parts in forms.items()} for name, forms in texts.items()
            }
            for language, texts in packed["texts"].items()
        },
        attributes=packed["attributes"],
        first_values=packed["first_values"],
        actions=tuple(SetValue(**action) for action in packed["actions"]),
        lists=lists,
        graph=_graph(root, packed),
    )


def _graph(root: Element, packed: Packed) -> Graph:
    graph = lay_out(root, lambda path, _column: path)
    rules, spots = graph.rules, list(graph.spots.values())
    for rule, (rank, looping) in zip(rules, packed["ranks"], strict=True):
        rule.rank, rule.looping = rank, looping

    def read(readers: list[list[Any]]) -> list[Reader]:
        return [Reader(rules[number], up, tuple(down)) for number, up, down in readers]

    for spot, (own, *rows) in zip(spots, packed["readers"], strict=True):
        if own:
            spot.readers = read(own)
        if rows:
            spot.scope.readers, spot.scope.position_readers = map(read, rows)
    for at, static in packed["choices"].items():
        source = spots[int(at)].source
        if source is not None:
            source.static = static
    graph.unknown = [(path, column, text) for path, column, text in packed["unknown"]]
    return graph


def _readers(readers: Iterable[Reader]) -> list[list[Any]]:
    return [[reader.rule.number, reader.up, reader.down] for reader in readers]


def _packed(value: Any) -> Any:
    """A dataclass as a dictionary of what is not as it is by default."""
    if is_dataclass(value):
        kept = {}
        for field in fields(value):
            inner = getattr(value, field.name)
            if inner != field.default and (inner or field.default is not MISSING or not _empty(field)):
                kept[field.name] = _packed(inner)
        return kept
    if isinstance(value, tuple):
        return [_packed(inner) for inner in value]
    return value


def _empty(field: Any) -> bool:
    return field.default_factory is not MISSING


def _packed_tree(node: Node | None) -> list[Any]:
    assert node is not None  # noqa: S101  (only asked for lists there are)
    return [node.name, node.value, node.attributes, [_packed_tree(child) for child in node.children]]


def _tree(data: list[Any], parent: Node | None = None) -> Node:
    name, value, attributes, children = data
    node = Node(name, value, parent)
    node.attributes = attributes
    for child in children:
        _tree(child, node)
    return node


def _made(kind: type[Made], data: Packed) -> Made:
    """A frozen dataclass by its fields; those left out are found on the class, as defaults are. Their
    constructors took a quarter of the time a form opens in."""
    made = object.__new__(kind)
    object.__setattr__(made, "__dict__", data)
    return made


def _text(data: Packed) -> Text:
    return Text(data.get("itext", ""), tuple(data.get("parts", ())), data.get("ref", ""))


def _rules(data: Packed) -> Rules:
    for name in ("constraint_message", "required_message"):
        if name in data:
            data[name] = _text(data[name])
    return _made(Rules, data)


_READ: dict[str, Callable[[Any], Any]] = {
    "label": _text,
    "hint": _text,
    "rules": _rules,
    "itemset": lambda data: Itemset(**data),
    "options": lambda data: tuple(Option(each["value"], _text(each.get("label", {}))) for each in data),
    "actions": lambda data: tuple(SetValue(**each) for each in data),
    "appearance": tuple,
    "children": lambda data: tuple(map(_element, data)),
}


def _element(data: Packed) -> Element:
    for name in data:
        if name in _READ:
            data[name] = _READ[name](data[name])
    data.setdefault("parameters", {})
    return _made(Element, data)
