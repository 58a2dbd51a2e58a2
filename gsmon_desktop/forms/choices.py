"""The choices a question offers now: from lists, files, the form's own rows, or written in the question."""

from __future__ import annotations

from gsmon_desktop.forms.environment import SessionEnvironment
from gsmon_desktop.forms.spots import Source
from gsmon_desktop.forms.state import Cell
from gsmon_desktop.forms.texts import Texts
from gsmon_desktop.forms.tree import Node
from gsmon_desktop.forms.views import Choice
from gsmon_desktop.forms.xpath import Context, Expression


class Choices:
    """Offers of every question, each worked out at its first use and kept until its filter reads something
    new."""

    def __init__(self, texts: Texts, environment: SessionEnvironment) -> None:
        self._texts = texts
        self._environment = environment
        self._static: dict[Source, dict[str, Node]] = {}
        self._offers: dict[Cell, dict[str, Node]] = {}
        self._labelled: dict[tuple[Source, str], tuple[Choice, ...]] = {}

    def forget(self, cell: Cell) -> None:
        """What the filter of this question reads has changed."""
        self._offers.pop(cell, None)

    def offered(self, cell: Cell, value: str) -> bool:
        """Whether every choice named in `value` is offered; True for questions without choices."""
        element = cell.spot.element
        if not cell.spot.select:
            return True
        known = self.nodes(cell) if cell.spot.source else {option.value for option in element.options}
        if element.type == "select_one":
            return value in known
        return all(word in known for word in value.split())

    def nodes(self, cell: Cell) -> dict[str, Node]:
        """Offered nodes by value, in order; the first of two with the same value counts."""
        source = cell.spot.source
        if source is None:
            return {}
        kept = self._static.get(source) if source.static else self._offers.get(cell)
        if kept is None:
            kept = {}
            with self._environment.drawing(cell.path):
                nodes = source.nodes.nodes(Context(cell, 1, 1, self._environment, cell))
            for node in nodes:
                value = self._column(source.value, node, cell)
                if value:
                    kept.setdefault(value, node)
            if source.static:
                self._static[source] = kept
            else:
                self._offers[cell] = kept
        return kept

    def choices(self, cell: Cell) -> tuple[Choice, ...]:
        """Offered choices with their labels in the session's language."""
        source = cell.spot.source
        if source is None:
            return tuple(
                Choice(
                    option.value,
                    self._texts.text(option.label, cell),
                    self._texts.media(option.label.itext, cell),
                )
                for option in cell.spot.element.options
            )
        key = (source, self._texts.language)
        kept = self._labelled.get(key) if source.static else None
        if kept is None:
            nodes = self.nodes(cell)
            kept = tuple(self._choice(value, node, source, cell) for value, node in nodes.items())
            if source.static and not self._changing(source, nodes):
                self._labelled[key] = kept
        return kept

    def label(self, cell: Cell, value: str) -> str | None:
        """The label of one offered value; None when it is not offered."""
        source = cell.spot.source
        if source is None:
            found = (option for option in cell.spot.element.options if option.value == value)
            option = next(found, None)
            return None if option is None else self._texts.text(option.label, cell)
        node = self.nodes(cell).get(value)
        return None if node is None else self._choice(value, node, source, cell).label

    def _choice(self, value: str, node: Node, source: Source, cell: Cell) -> Choice:
        text = self._column(source.label, node, cell)
        if source.columns:
            languages = (self._texts.language, self._texts.form.default_language)
            translated = (_child(node, f"label::{language}") for language in languages)
            return Choice(value, next(filter(None, translated), text) or value)
        if not source.itext:
            return Choice(value, text or value)
        return Choice(value, self._texts.itext(text, cell) or value, self._texts.media(text, cell))

    def _changing(self, source: Source, nodes: dict[str, Node]) -> bool:
        """Whether a label holds outputs, so that it must be filled in anew each time."""
        if not source.itext or not isinstance(source.label, str):
            return not isinstance(source.label, str)
        return any(self._texts.changing(_child(node, source.label)) for node in nodes.values())

    def _column(self, column: str | Expression, node: Node, cell: Cell) -> str:
        if isinstance(column, str):
            return _child(node, column)
        return column.string(Context(node, 1, 1, self._environment, cell))


def _child(node: Node, name: str) -> str:
    for child in node.children:
        if child.name == name:
            return child.text() if child.relevant else ""
    return ""
