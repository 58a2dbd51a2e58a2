"""What an author should know about a form that converts: defaults its own rules refuse, marks the edition
does not know, expressions that programs read differently, questions this program passes over."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import get_close_matches
from random import Random

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms.definition import Element, Form
from gsmon_desktop.forms.graph import resolve
from gsmon_desktop.forms.lists import LAST_SAVED, LAST_SAVED_SOURCE, file_name, local
from gsmon_desktop.forms.personal import unmarked
from gsmon_desktop.forms.session import Session
from gsmon_desktop.forms.spots import COLUMNS, CONSTRAINT, Spot
from gsmon_desktop.forms.values import check_value
from gsmon_desktop.forms.xml import parse_xml
from gsmon_desktop.forms.xpath import PathPattern, XPathError, compile  # noqa: A004
from gsmon_desktop.forms.xpath.parser import parse
from gsmon_desktop.forms.xpath.syntax import Ast, Call, Chain, Filter, Literal, Negate, Number, Path, walk

_ARITHMETIC = {"+", "-", "*", "div", "mod"}
_NUMBERS = {"last", "count", "number", "int", "round", "sum", "min", "max", "position", "floor", "ceiling"}
_YES_NO = ("required", "readonly")
_WORD = re.compile(r"\w+")
_ANCHORED = re.compile(r"(?s)\^.*\$")
_SENSORS = {"setgeopoint": "geopoint", "recordaudio": "background-audio"}


@dataclass(frozen=True)
class Marks:
    """What an edition lets a form mark: ids of scored items, and roles."""

    items: frozenset[str]
    roles: frozenset[str]


def errors(form: Form, marks: Marks | None, *, tried: bool = True) -> Iterator[GsmonError]:
    """What must be mended. `tried`: a session may be opened to see what the form does."""
    yield from _searches(form)
    yield from _dead_paths(form)
    yield from _list_files(form)
    if tried:
        yield from _defaults(form)
    if marks is not None:
        yield from _unknown_marks(form, "item", marks.items)


def warnings(form: Form, marks: Marks | None) -> Iterator[GsmonError]:
    """What may be meant so."""
    yield from _positions(form)
    yield from _loose_patterns(form)
    yield from _list_paths(form)
    yield from _not_recorded(form)
    yield from unmarked(form)
    if marks is not None:
        yield from _unknown_marks(form, "role", marks.roles)
    known = set(form.by_item) & marks.items if marks is not None else set()
    if marks is not None and known:
        lacking = sorted(marks.items - known)
        if lacking:
            yield GsmonError("form.missing_items", items=", ".join(lacking))


def _searches(form: Form) -> Iterator[GsmonError]:
    """`search()` belongs to Collect alone; a list file with a choice filter does the same everywhere."""
    for path, element in form.elements.items():
        if any(word.startswith("search(") for word in element.appearance):
            yield GsmonError("form.search", form.graph.where(path, "appearance"))


def _list_files(form: Form) -> Iterator[GsmonError]:
    """List files without the columns a question takes, or with values that several answers cannot hold."""
    for path, element in form.elements.items():
        name = element.list_name or ""
        if element.itemset is None or name == LAST_SAVED or name not in form.lists.sources:
            continue
        try:
            root = form.lists.root(name)
        except GsmonError:
            continue  # told already
        rows = root.children if root is not None else []
        known = {cell.name for row in rows for cell in row.children}
        place = form.graph.where(path, "type")
        file = file_name(form.lists.sources[name])
        for column in (element.itemset.value, element.itemset.label):
            if re.fullmatch(r"[\w.-]+", column) and column not in known:
                yield GsmonError("form.list_column", place, file=file, column=column)
        values = (cell.text() for row in rows for cell in row.children if cell.name == element.itemset.value)
        wide = next((value for value in values if len(value.split()) > 1), "")
        if wide and element.type in ("select_multiple", "rank"):
            yield GsmonError("form.choice_spaces", place, name=wide[:60])


def _dead_paths(form: Form) -> Iterator[GsmonError]:
    """Paths in expressions that lead to no question of the form."""
    for path, column, text in form.graph.unknown:
        code = "form.yes_or_no" if column in _YES_NO and _WORD.fullmatch(text) else "form.unknown_path"
        yield GsmonError(code, form.graph.where(path, column), path=text)
    actions = dict.fromkeys((*form.actions, *(a for e in form.elements.values() for a in e.actions)))
    for action in actions:
        spot = form.graph.spots.get(action.target)
        for pattern in _reads(action.value):
            if spot is not None and not any(True for _ in resolve(pattern, spot, form.graph.root)):
                text = ("/" if pattern.absolute else "") + "/".join(pattern.steps)
                place = form.graph.where(action.target, "default")
                yield GsmonError("form.unknown_path", place, path=text)


def _reads(text: str) -> list[PathPattern]:
    """Paths an action's expression reads in the form itself; none when it does not compile (told already)."""
    try:
        paths = compile(text).paths if text else ()
    except XPathError:
        return []
    return [path for path in paths if path.instance is None and path.steps]


def _defaults(form: Form) -> Iterator[GsmonError]:
    """Defaults that are not of their question's type, that its list lacks, or that its constraint refuses."""
    try:
        session = Session(form, now=lambda: datetime(2025, 6, 2, 12, tzinfo=UTC), random=Random(1))  # noqa: S311
    except GsmonError as error:  # endless triggers, too many rows: told as they are met
        yield error
        return
    refused = {problem.path for problem in session.invalid()}
    dynamic = {action.target for action in form.actions if action.event == "odk-instance-first-load"}
    for spot in form.graph.spots.values():
        element = spot.element
        if not spot.leaf or not element.shown or not (element.default or element.path in dynamic):
            continue
        try:
            value = session.value(element.path)
        except GsmonError:
            continue  # in a repeat that begins without rows
        place = form.graph.where(element.path, "default")
        if value and _strange(session, spot, value):
            yield GsmonError("form.default_type", place, value=value[:60])
        elif element.path in refused and _alone(form, spot):
            yield GsmonError("form.default_refused", place, value=value[:60])


def _strange(session: Session, spot: Spot, value: str) -> bool:
    element = spot.element
    try:
        check_value(element, value, element.path)
    except GsmonError:
        return True
    if not spot.select or not (spot.source is None or spot.source.static):
        return False
    offered = {choice.value for choice in session.choices(element.path)}
    return not offered.issuperset([value] if element.type == "select_one" else value.split())


def _alone(form: Form, spot: Spot) -> bool:
    """Whether the constraint looks at nothing but the answer itself."""
    paths = [path for rule in spot.rules if rule.kind == CONSTRAINT for path in rule.expression.paths]
    return all(
        found is spot
        for path in paths
        if path.instance is None
        for found, _ in resolve(path, spot, form.graph.root)
    )


def _unknown_marks(form: Form, kind: str, known: Iterable[str]) -> Iterator[GsmonError]:
    mark: Callable[[Element], str | None] = (lambda e: e.item) if kind == "item" else (lambda e: e.role)
    for element in form.root.walk():
        name = mark(element)
        if name and name not in set(known):
            near = get_close_matches(name, sorted(known), 1, 0.8)
            code = f"form.unknown_{kind}"
            place = form.graph.where(element.path, f"bind::gsmon:{kind}")
            yield GsmonError(f"{code}_near" if near else code, place, name=name, near=near[0] if near else "")


def _positions(form: Form) -> Iterator[GsmonError]:
    """Rows picked by a bare number: ``[2]``, ``[${n}]``. Engines disagree on what is not a plain number."""
    for rule in form.graph.rules:
        path = rule.spot.element.path
        for predicate in _predicates(_text(rule.spot.element, rule.kind)):
            if _is_number(predicate):
                yield GsmonError("form.position", form.graph.where(path, COLUMNS[rule.kind]))
                break


def _list_paths(form: Form) -> Iterator[GsmonError]:
    """Paths into lists that name a column (or a root) the list has not: they find nothing, in silence."""
    for rule in form.graph.rules:
        element = rule.spot.element
        paths = rule.expression.paths if "instance(" in rule.text else ()
        found = dict.fromkeys((path.instance, _not_in_list(form, path)) for path in paths)
        for name, missing in found:
            if missing:
                place = form.graph.where(element.path, COLUMNS[rule.kind])
                yield GsmonError("form.list_path", place, list=name, name=missing)


def _not_in_list(form: Form, path: PathPattern) -> str:
    """The first step of a path into a list that leads nowhere; "" for one that may be right."""
    name = path.instance or ""
    if not name or name not in form.lists or form.lists.sources.get(name) == LAST_SAVED_SOURCE:
        return ""
    if not all(re.fullmatch(r"[\w.-]+", step) and step.strip(".") for step in path.steps):
        return ""
    try:
        root = form.lists.root(name)
    except GsmonError:
        return ""  # told already
    nodes = [] if root is None else [root]
    for at, step in enumerate(path.steps):
        if not nodes:
            return ""  # an empty list says nothing
        here = [node for node in nodes if node.name == step]
        if not here:
            return step
        nodes = [child for node in here for child in node.children] if at + 1 < len(path.steps) else here
    return ""


def _loose_patterns(form: Form) -> Iterator[GsmonError]:
    """Patterns without ^ and $: Collect (and we) match the whole value, Enketo any part of it.

    JavaRosa's issue 531 tells the difference; with both marks all agree.
    """
    for rule in form.graph.rules:
        element = rule.spot.element
        text = _text(element, rule.kind)
        for call in _calls(text, "regex") if "regex(" in text else ():
            pattern = call.arguments[1] if len(call.arguments) > 1 else None
            if isinstance(pattern, Literal) and not _ANCHORED.fullmatch(pattern.value):
                place = form.graph.where(element.path, COLUMNS[rule.kind])
                yield GsmonError("form.regex_part", place, pattern=pattern.value[:60])
                break


def _calls(text: str, name: str) -> Iterator[Call]:
    try:
        parts = list(walk(parse(text)))
    except XPathError:
        return  # told already
    yield from (part for part in parts if isinstance(part, Call) and part.name == name)


def _text(element: Element, kind: int) -> str:
    rules, nodeset = element.rules, element.itemset.nodeset if element.itemset else ""
    texts = (rules.relevant, rules.calculate, element.count, rules.required, rules.readonly, rules.constraint)
    return (*texts, nodeset)[kind]


def _predicates(text: str) -> Iterator[Ast]:
    try:
        parsed = parse(text)
    except XPathError:
        return
    for part in walk(parsed):
        if isinstance(part, Path):
            for step in part.steps:
                yield from step.predicates
        elif isinstance(part, Filter):
            yield from part.predicates


def _is_number(predicate: Ast) -> bool:
    """Whether it says a number, or a question that may hold one."""
    if isinstance(predicate, Chain):
        return set(predicate.operators) <= _ARITHMETIC
    if isinstance(predicate, Call):
        return predicate.name in _NUMBERS
    if isinstance(predicate, Path):
        return predicate.absolute or predicate.start is not None
    return isinstance(predicate, Number | Negate)


def _not_recorded(form: Form) -> Iterator[GsmonError]:
    """Questions a phone answers by its sensors: they pass through this program empty."""
    found = {path: "audit" for path, element in form.elements.items() if element.type == "audit"}
    for path, element in form.elements.items():
        if any(word.startswith("ex:") for word in element.appearance):
            found[path] = "ex:"
    if re.search(r":(?:setgeopoint|recordaudio)\b", form.xform):
        for node in parse_xml(form.xform).iter():
            name = local(node.tag) if isinstance(node.tag, str) else ""
            if name in _SENSORS and node.get("ref"):
                found[str(node.get("ref"))] = _SENSORS[name]
    for path, kind in found.items():
        yield GsmonError("form.not_recorded", form.graph.where(path, "type"), type=kind)
