"""Secondary instances: choice lists inside the form, CSV, XML and GeoJSON files beside it.

Each becomes the light tree expressions walk (`root/item/<column>`), made at its first use and kept with the
form.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element as Xml

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms.tables import LONG, WIDEST, Rows, Table, plain_rows, table
from gsmon_desktop.forms.tree import Node

if TYPE_CHECKING:
    from gsmon_desktop.forms.xpath.index import Column, IndexKey

LAST_SAVED = "__last-saved"
LAST_SAVED_SOURCE = "jr://instance/last-saved"
EXTERNAL = "itemsets.csv"
"""The file pyxform writes for `select_one_external`: all such lists in one table."""


def local(tag: str) -> str:
    """An XML name without its namespace."""
    return tag.rpartition("}")[2]


class Lists:
    """The secondary instances of a form by id. Trees are shared between sessions and never changed."""

    def __init__(
        self,
        inline: Mapping[str, Callable[[], Node]],
        sources: Mapping[str, str],
        files: Mapping[str, bytes],
        folder: Path | None = None,
    ) -> None:
        self.sources = dict(sources)
        self.inline = dict(inline)
        """Lists inside the form: what makes the tree of each."""
        self._files = files
        self._folder = folder
        """Where long lists are kept in databases."""
        self._trees: dict[str, Node] = {}
        self._values: dict[tuple[str, str], dict[str, Node]] = {}
        self.indexes: dict[IndexKey, Column] = {}
        """Kept for expressions: lists by column, shared by all sessions of the form."""

    def __contains__(self, name: str) -> bool:
        return name in self.inline or name in self.sources or name in self._external

    def root(self, name: str) -> Node | None:
        """The root element of an instance, or None when the form has no such list."""
        tree = self._trees.get(name)
        if tree is None and name in self:
            tree = self._read(name)
            self._trees[name] = tree
        return tree

    def read_all(self) -> Iterator[GsmonError]:
        """Reads every list file that is there; gives what is wrong with those that do not read."""
        for name in self.sources:
            if name != LAST_SAVED and file_name(self.sources[name]) in self._files:
                try:
                    self.root(name)
                except GsmonError as error:
                    yield error

    def missing(self) -> Iterator[GsmonError]:
        """A form.missing_file for every list whose file is not there."""
        for name, source in self.sources.items():
            if source != "jr://instance/last-saved" and file_name(source) not in self._files:
                yield GsmonError("form.missing_file", file=file_name(source), list=name)

    def used(self) -> dict[str, bytes]:
        """The files that the lists are read from."""
        names = {file_name(source) for name, source in self.sources.items() if name != LAST_SAVED}
        return {name: self._files[name] for name in sorted(self._files) if name in {*names, EXTERNAL}}

    def find(self, name: str, column: str, key: str) -> Node | None:
        """The first item whose `column` is `key`; None when there is none (or no such list)."""
        root = self.root(name)
        if isinstance(root, Table):
            return root.find(column, key)
        index = self._values.get((name, column))
        if index is None:
            index = {}
            for item in root.children if root is not None else ():
                for cell in item.children:
                    if cell.name == column:
                        index.setdefault(cell.text(), item)
            self._values[name, column] = index
        return index.get(key)

    @cached_property
    def _external(self) -> dict[str, Node]:
        """Lists of `select_one_external` by name; their label is the first column of labels."""
        found: dict[str, Node] = {}
        table = read_list(EXTERNAL, self._files[EXTERNAL]) if EXTERNAL in self._files else Node("root")
        for item in table.children:
            cells = {"::".join(map(str.strip, cell.name.split("::"))): cell.value for cell in item.children}
            label = next((value for name, value in cells.items() if name.startswith("label")), "")
            own = Node("item", "", found.setdefault(cells.get("list_name", ""), Node("root")))
            for name, value in {"label": label, **cells}.items():
                Node(name, value, own)
        return found

    def _read(self, name: str) -> Node:
        if name in self.inline:
            return self.inline[name]()
        if name not in self.sources:
            return self._external[name]
        file = file_name(self.sources[name])
        data = self._files.get(file)
        if data is None:
            raise GsmonError("form.missing_file", file=file)
        if len(data) < LONG:
            return read_list(file, data)
        rows = partial(_rows, file, data)
        return table(data, _ending(file), self._folder, rows) or read_list(file, data)


def file_name(source: str) -> str:
    """The plain file name of ``jr://file-csv/x.csv``; raises when it would leave the form's folder."""
    name = source.partition("://")[2].partition("/")[2] or source
    if not name or "/" in name or "\\" in name or name.startswith("."):
        raise GsmonError("form.file_name", file=source)
    return name


def read_list(file: str, data: bytes) -> Node:
    """A list file as a tree, by its ending: .csv, .geojson, else XML. Raises GsmonError naming the file."""
    ending = _ending(file)
    if ending == "csv":
        return _from_csv(file, data)
    if ending in ("geojson", "json"):
        return _from_geojson(file, data)
    try:
        return tree_of(fromstring(data, forbid_dtd=True))
    except RecursionError as error:
        raise GsmonError("form.list_xml", file, reason="nested too deep") from error
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise GsmonError("form.list_xml", file, reason=str(error)) from error


def tree_of(source: Xml, parent: Node | None = None) -> Node:
    """The light tree of an XML element, names without namespaces."""
    node = Node(local(source.tag), "" if len(source) else (source.text or "").strip(), parent)
    if source.attrib:
        node.attributes = {local(key): value for key, value in source.attrib.items()}
    for child in source:
        if isinstance(child.tag, str):
            tree_of(child, node)
    return node


def _rows(file: str, data: bytes) -> Rows | None:
    """A list file as a plain table; None where it is none."""
    if _ending(file) != "csv":
        return plain_rows(read_list(file, data))
    header, rows = _csv(file, data)
    plain = len(set(header)) == len(header) <= WIDEST
    return Rows("root", "item", header, rows) if plain else None


def _ending(file: str) -> str:
    return file.rpartition(".")[2].lower()


def _from_csv(file: str, data: bytes) -> Node:
    root = Node("root")
    header, rows = _csv(file, data)
    for row in rows:
        item = Node("item", "", root)
        for name, value in zip(header, row, strict=True):
            Node(name, value, item)
    return root


def _csv(file: str, data: bytes) -> tuple[list[str], Iterator[list[str]]]:
    """The header and the rows of a CSV file, cells without spaces around them, as many as the
    header has; empty lines are left out."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise GsmonError("form.list_encoding", file) from error
    if not text.strip():
        raise GsmonError("form.list_empty", file)
    first = text.partition("\n")[0]
    delimiter = next((mark for mark in ",;\t" if mark in first), ",")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)

    def lines() -> Iterator[list[str]]:
        try:
            yield from reader
        except csv.Error as error:
            raise GsmonError("form.list_csv", file, line=reader.line_num, reason=str(error)) from error

    read = lines()
    header = [name.strip() for name in next(read)]
    padding = [""] * len(header)
    cells = (row[: len(header)] + padding[len(row) :] for row in read if row)
    return header, ([cell.strip() for cell in row] for row in cells)


def _from_geojson(file: str, data: bytes) -> Node:
    try:
        features = json.loads(data.decode("utf-8-sig"))["features"]
        root = Node("root")
        for feature in features:
            item = Node("item", "", root)
            Node("geometry", _geometry(feature.get("geometry") or {}), item)
            if "id" in feature:
                Node("id", str(feature["id"]), item)
            for name, value in (feature.get("properties") or {}).items():
                Node(name, _primitive(value), item)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise GsmonError("form.list_geojson", file, reason=str(error)) from error
    return root


def _primitive(value: object) -> str:
    """A JSON value as XPath writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _geometry(geometry: Mapping[str, Any]) -> str:
    """OpenRosa's "latitude longitude altitude accuracy" of a GeoJSON point, line or polygon's outline."""
    points: Any = geometry.get("coordinates") or []
    kind = geometry.get("type")
    if kind == "Point":
        points = [points]
    elif kind == "Polygon":
        points = points[0]
    return "; ".join(f"{p[1]} {p[0]} {p[2] if len(p) > 2 else 0} 0" for p in points if len(p) > 1)
