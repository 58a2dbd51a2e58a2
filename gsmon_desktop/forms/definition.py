"""A form as data: what pyxform's XForm says, in frozen dataclasses.

Expressions stay text here; `graph.py` compiles them and works out what depends on what.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gsmon_desktop.forms.graph import Graph
    from gsmon_desktop.forms.lists import Lists

EMPTY: Mapping[str, str] = {}
_YES = frozenset({"yes", "true", "true()", "1"})


@dataclass(frozen=True, slots=True)
class Text:
    """A label, hint or message: an itext id (one text per language) or fixed parts.

    `parts` holds plain strings at even places and expressions (of `<output value="…"/>`) at odd places;
            beside an itext id they are what is said where the id has no text.
    `ref` is an expression that gives the text (``jr:itext(concat('a', 'b'))``), empty for most.
    """

    itext: str = ""
    parts: tuple[str, ...] = ()
    ref: str = ""

    def __bool__(self) -> bool:
        return bool(self.itext or self.parts or self.ref)


NO_TEXT = Text()


@dataclass(frozen=True, slots=True)
class Itemset:
    """Where a question's choices come from: a nodeset expression, and in each node its value and label.

    `columns`  the label stands in one column a language (``label::Русский (ru)``), as `select_one_external`
               has it
    """

    nodeset: str
    value: str
    label: str
    columns: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """A choice written into the question itself (`<item>` in the body of an XForm)."""

    value: str
    label: Text


@dataclass(frozen=True, slots=True)
class SetValue:
    """An action: on `event`, the target gets the value of the expression (`value`) or the fixed `text`."""

    event: str
    target: str
    value: str
    text: str = ""


@dataclass(frozen=True)
class Rules:
    """The expressions of a bind, as text; empty where there is none."""

    relevant: str = ""
    required: str = ""
    constraint: str = ""
    calculate: str = ""
    readonly: str = ""
    constraint_message: Text = NO_TEXT
    required_message: Text = NO_TEXT
    preload: str = ""
    preload_parameter: str = ""


NO_RULES = Rules()


@dataclass(frozen=True)
class Element:
    """A question, a group or a repeat, once per form (rows of a repeat share it).

    `path`  template path without row numbers (``/data/p/q``)
    `kind`  group | repeat | question
    `type`  XLSForm's word: select_one, select_multiple, rank, range, text, integer, decimal, date, time,
            dateTime,
            geopoint, note, acknowledge, calculate, hidden, start, end, today, username, deviceid, audit,
            image, audio, video, file, barcode …; "group" and "repeat" for those; instanceID and the like
            under meta
    `rows`, `new_rows`  of a repeat: how many rows there are in a new form, and in a new row around it
    `shown` whether it has a control, so that people can be asked
    """

    path: str
    name: str
    kind: str
    type: str
    order: int = 0
    item: str | None = None
    role: str | None = None
    appearance: tuple[str, ...] = ()
    parameters: Mapping[str, str] = field(default_factory=dict)
    children: tuple[Element, ...] = ()
    list_name: str | None = None
    shown: bool = False
    rules: Rules = NO_RULES
    label: Text = NO_TEXT
    hint: Text = NO_TEXT
    itemset: Itemset | None = None
    options: tuple[Option, ...] = ()
    default: str = ""
    count: str = ""
    rows: int = 0
    new_rows: int = 0
    actions: tuple[SetValue, ...] = ()

    def marked(self, name: str) -> bool:
        """Whether the column `bind::gsmon:<name>` says yes here: personal, original."""
        return self.parameters.get(name, "").strip().lower() in _YES

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in the form's order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class Form:
    """A questionnaire ready to be filled. `xform` and `files` are all that is needed to make it again.

    `hash`       SHA-256 in hex of the XForm and every file
    `languages`  full names as the author wrote them ("Русский (ru)"); one "default" when the form names none
    `texts`      language -> itext id -> form ("long", "guidance", "image" …) -> parts as in `Text`
    `first_values` in the rows a new form begins with, by path, where they differ from a new row's
    `attributes` of the instance's root element beside id and version; `xmlns` its namespace, mostly none
    """

    form_id: str
    version: str
    title: str
    hash: str
    xform: str
    files: Mapping[str, bytes]
    languages: tuple[str, ...]
    default_language: str
    root: Element
    elements: Mapping[str, Element]
    texts: Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]] = field(repr=False, default_factory=dict)
    attributes: Mapping[str, str] = field(repr=False, default_factory=dict)
    xmlns: str = ""
    actions: tuple[SetValue, ...] = ()
    first_values: Mapping[str, str] = field(repr=False, default_factory=dict)
    lists: Lists = field(repr=False, compare=False, default=None)  # type: ignore[assignment]
    graph: Graph = field(repr=False, compare=False, default=None)  # type: ignore[assignment]

    @cached_property
    def by_role(self) -> Mapping[str, tuple[Element, ...]]:
        """Elements marked `bind::gsmon:role`, by role."""
        return _grouped((e.role, e) for e in self.root.walk())

    @cached_property
    def by_item(self) -> Mapping[str, tuple[Element, ...]]:
        """Elements marked `bind::gsmon:item`, by the item's id."""
        return _grouped((e.item, e) for e in self.root.walk())

    @cached_property
    def personal(self) -> frozenset[str]:
        """Template paths of questions that tell who somebody is: marked `bind::gsmon:personal` themselves or
        by a group around them."""
        return frozenset(_personal(self.root, around=False))

    def language(self, wanted: str) -> str:
        """The full name of a language asked for by its name or its short code; the default one if unknown."""
        if wanted in self.languages:
            return wanted
        for name in self.languages:
            if wanted and language_code(name) == wanted.lower():
                return name
        return self.default_language


def _grouped(pairs: Iterator[tuple[str | None, Element]]) -> dict[str, tuple[Element, ...]]:
    found: dict[str, tuple[Element, ...]] = {}
    for key, element in pairs:
        if key:
            found[key] = (*found.get(key, ()), element)
    return found


def _personal(element: Element, *, around: bool) -> Iterator[str]:
    here = around or element.marked("personal")
    if here and element.kind == "question":
        yield element.path
    for child in element.children:
        yield from _personal(child, around=here)


def language_code(name: str) -> str:
    """The short code of a language's full name: "Русский (ru)" -> "ru"; one without is its own code."""
    head, bracket, tail = name.rpartition("(")
    if bracket and tail.rstrip().endswith(")") and head.strip():
        return tail.rstrip()[:-1].strip().lower()
    return name.strip().lower()
