"""The elements of a form: nodes of the main instance with their binds and controls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element as Xml

from gsmon_desktop.forms.controls import JAVAROSA, Body, Control, message
from gsmon_desktop.forms.definition import Element, Rules
from gsmon_desktop.forms.kinds import Traits, element_type, list_name, parameters
from gsmon_desktop.forms.lists import local
from gsmon_desktop.forms.row_paths import action_in_row, in_row, itemset_in_row, rules_in_row, text_in_row

GSMON = "{urn:gsmon:forms}"


def read_elements(root: Xml, binds: Mapping[str, Xml], body: Body, filled: set[str]) -> Element:
    """The tree of elements below the instance's root. `filled` are the paths that actions give a value."""
    return _Reader(binds, body, f"/{local(root.tag)}/meta", filled).element(root, "", root)


@dataclass
class _Reader:
    """Walks the main instance and puts binds and controls to its nodes."""

    binds: Mapping[str, Xml]
    body: Body
    meta: str
    filled: set[str]
    order: int = 0

    def __post_init__(self) -> None:
        self.repeats = self.body.repeats()

    def element(
        self, template: Xml, parent: str, first: Xml | None, rows: tuple[int, int] = (0, 0)
    ) -> Element:
        """The element of an instance node: new rows are made from `template`, `first` is there."""
        name = local(template.tag)
        path = f"{parent}/{name}"
        order = self.order
        self.order += 1
        control = self.body.controls.get(path) or Control("")
        bind = self.binds.get(path)
        children = self._children(template, path, first)
        kind = "group" if children or control.kind == "group" else "question"
        if control.kind == "repeat":
            kind = "repeat"
        rules = _rules(bind)
        repeats = self.repeats
        if repeats:
            rules = rules_in_row(rules, path, repeats)
        default = "" if children else (template.text or "").strip()
        traits = Traits(meta=parent == self.meta, filled=bool(default) or path in self.filled)
        return Element(
            path=path,
            name=name,
            kind=kind,
            type=element_type(kind, name, bind, control, traits),
            order=order,
            item=_mark(bind, "item"),
            role=_mark(bind, "role"),
            appearance=control.appearance,
            parameters=parameters(bind, control),
            children=children,
            list_name=list_name(control),
            shown=kind == "question" and bool(control.kind),
            rules=rules,
            label=text_in_row(control.label, path, repeats) if repeats else control.label,
            hint=text_in_row(control.hint, path, repeats) if repeats else control.hint,
            itemset=itemset_in_row(control.itemset, path, repeats) if repeats else control.itemset,
            options=control.options,
            default=default,
            count=in_row(control.count, path, repeats) or (str(max(rows)) if control.fixed else ""),
            rows=rows[0],
            new_rows=rows[1],
            actions=tuple(action_in_row(action, repeats) for action in control.actions),
        )

    def _children(self, template: Xml, path: str, first: Xml | None) -> tuple[Element, ...]:
        """One element a name: further nodes of its name are a repeat's rows, jr:template their pattern."""
        found = []
        first_by_tag = _by_tag(first)
        for tag, nodes in _by_tag(template).items():
            patterns = [node for node in nodes if _is_pattern(node)]
            new = [node for node in nodes if not _is_pattern(node)]
            there = [node for node in first_by_tag.get(tag, []) if not _is_pattern(node)]
            pattern = patterns[0] if patterns else nodes[0]
            found.append(self.element(pattern, path, there[0] if there else None, (len(there), len(new))))
        return tuple(found)


def first_values(root: Xml, elements: Mapping[str, Element]) -> dict[str, str]:
    """What stands in the rows a form begins with, by path, where it is not what a new row has."""
    found: dict[str, str] = {}
    path = f"/{local(root.tag)}"
    if any(element.rows for element in elements.values()):
        _collect(root, path, path, elements, found)
    return found


def _collect(
    node: Xml, path: str, template: str, elements: Mapping[str, Element], found: dict[str, str]
) -> None:
    for tag, nodes in _by_tag(node).items():
        element = elements[f"{template}/{local(tag)}"]
        there = [inner for inner in nodes if not _is_pattern(inner)]
        for at, inner in enumerate(there, 1):
            place = f"{path}/{element.name}" + (f"[{at}]" if element.kind == "repeat" else "")
            value = (inner.text or "").strip()
            if element.children:
                _collect(inner, place, element.path, elements, found)
            elif value != element.default:
                found[place] = value


def _by_tag(parent: Xml | None) -> dict[str, list[Xml]]:
    found: dict[str, list[Xml]] = {}
    for child in parent if parent is not None else ():
        if isinstance(child.tag, str):
            found.setdefault(child.tag, []).append(child)
    return found


def _is_pattern(node: Xml) -> bool:
    return node.get(f"{JAVAROSA}template") is not None


def _mark(bind: Xml | None, name: str) -> str | None:
    return None if bind is None else bind.get(f"{GSMON}{name}")


def _rules(bind: Xml | None) -> Rules:
    if bind is None:
        return Rules()
    return Rules(
        relevant=bind.get("relevant") or "",
        required=bind.get("required") or "",
        constraint=bind.get("constraint") or "",
        calculate=bind.get("calculate") or "",
        readonly=bind.get("readonly") or "",
        constraint_message=message(bind.get(f"{JAVAROSA}constraintMsg")),
        required_message=message(bind.get(f"{JAVAROSA}requiredMsg")),
        preload=bind.get(f"{JAVAROSA}preload") or "",
        preload_parameter=bind.get(f"{JAVAROSA}preloadParams") or "",
    )
