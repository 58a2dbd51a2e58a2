"""The body of an XForm: which path has which control, with its label, hint, choices and actions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element as Xml

from gsmon_desktop.forms.definition import NO_TEXT, Itemset, Option, SetValue, Text
from gsmon_desktop.forms.lists import local

CONTROLS = ("input", "select1", "select", "rank", "range", "upload", "trigger", "secret", "textarea")
FIRST_LOAD, NEW_ROW = "odk-instance-first-load", "odk-new-repeat"
_FORMER = {"xforms-ready": FIRST_LOAD}
"""Names of events before OpenRosa gave them their own."""
JAVAROSA = "{http://openrosa.org/javarosa}"
_ITEXT = re.compile(r"""^\s*jr:itext\(\s*(?:'([^']*)'|"([^"]*)")\s*\)\s*$""")
_PREFIX = re.compile(r"\b(?:orx|h|xf):(?=[A-Za-z_])")


@dataclass
class Control:
    """What the body says about one path. `kind` is the control's name, "group" or "repeat".

    `fixed`  people may not add or remove the repeat's rows (jr:noAddRemove)
    """

    kind: str
    label: Text = NO_TEXT
    hint: Text = NO_TEXT
    appearance: tuple[str, ...] = ()
    attributes: dict[str, str] = field(default_factory=dict)
    itemset: Itemset | None = None
    options: tuple[Option, ...] = ()
    actions: tuple[SetValue, ...] = ()
    count: str = ""
    fixed: bool = False


@dataclass
class Body:
    """All controls by path and the actions that stand in the model or wait for the form's opening."""

    controls: dict[str, Control] = field(default_factory=dict)
    actions: list[SetValue] = field(default_factory=list)
    waiting: list[SetValue] = field(default_factory=list)
    """Actions for new rows that stand in a question of the repeat; the repeat takes them."""

    def repeats(self) -> tuple[str, ...]:
        """Paths of the repeats."""
        return tuple(path for path, control in self.controls.items() if control.kind == "repeat")


def absolute(ref: str, base: str) -> str:
    """A reference as a full path; a relative one starts at `base`. OpenRosa's own prefix is dropped."""
    ref = _PREFIX.sub("", ref.strip())
    return ref if ref.startswith("/") else f"{base}/{ref}"


def read_text(node: Xml | None) -> Text:
    """A label or hint element: by itext reference, by expression, or its own text with outputs."""
    if node is None:
        return Text()
    ref = node.get("ref")
    if ref:
        found = _ITEXT.match(ref)
        spare = parts_of(node) if (node.text or "").strip() or len(node) else ()
        return Text(itext=found[1] or found[2], parts=spare) if found else Text(ref=ref)
    return Text(parts=parts_of(node))


def message(value: str | None) -> Text:
    """A constraint or required message attribute: an itext reference or plain text."""
    if not value:
        return Text()
    found = _ITEXT.match(value)
    return Text(itext=found[1] or found[2]) if found else Text(parts=(value,))


def parts_of(node: Xml) -> tuple[str, ...]:
    """Text and output expressions in turn, beginning and ending with text."""
    parts = [node.text or ""]
    for child in node:
        if local(child.tag) == "output":
            parts += [child.get("value") or child.get("ref") or "''", child.tail or ""]
        else:
            parts[-1] += "".join(child.itertext()) + (child.tail or "")
    parts[0], parts[-1] = parts[0].lstrip(), parts[-1].rstrip()
    return tuple(parts)


def read_action(node: Xml, base: str) -> list[SetValue]:
    """A `setvalue`, once for each of its events."""
    target = absolute(node.get("ref") or node.get("nodeset") or "", base)
    events = dict.fromkeys(_FORMER.get(event, event) for event in (node.get("event") or "").split())
    return [SetValue(event, target, node.get("value") or "", (node.text or "").strip()) for event in events]


def read_body(body: Xml | None, root: str) -> Body:
    """Reads the whole body; `root` is the path of the instance's root element."""
    result = Body()
    if body is not None:
        result_into(body, root, result)
    return result


def result_into(parent: Xml, base: str, body: Body) -> None:
    """Reads the controls below `parent`, whose references start at `base`, into `body`."""
    for node in parent:
        name = local(node.tag) if isinstance(node.tag, str) else ""
        ref = node.get("ref") or node.get("nodeset")
        path = absolute(ref, base) if ref else base
        if name == "group":
            if ref:
                _merge(body, path, _container("group", node))
            result_into(node, path, body)
        elif name == "repeat":
            control = _container("repeat", node)
            control.count = node.get(f"{JAVAROSA}count") or ""
            control.actions = _actions(node, path, body)
            control.fixed = node.get(f"{JAVAROSA}noAddRemove", "").strip() == "true()"
            _merge(body, path, control)
            result_into(node, path, body)
            control.actions += tuple(body.waiting)
            body.waiting.clear()
        elif name in CONTROLS and ref:
            _merge(body, path, _control(name, node, path, body))


def _merge(body: Body, path: str, control: Control) -> None:
    """A repeat sits in a group of the same path that carries its label; a path may have two controls."""
    old = body.controls.get(path)
    if old is not None:
        control.label = control.label or old.label
        control.hint = control.hint or old.hint
        control.appearance = control.appearance or old.appearance
        control.actions = old.actions + control.actions
        if old.kind in CONTROLS and control.kind in CONTROLS:
            control.kind, control.itemset, control.options = old.kind, old.itemset, old.options
    body.controls[path] = control


def _container(kind: str, node: Xml) -> Control:
    return Control(kind, read_text(_child(node, "label")), NO_TEXT, _words(node.get("appearance")))


def _control(name: str, node: Xml, path: str, body: Body) -> Control:
    control = Control(
        name,
        read_text(_child(node, "label")),
        read_text(_child(node, "hint")),
        _words(node.get("appearance")),
        {local(key): value for key, value in node.attrib.items() if local(key) not in ("ref", "appearance")},
    )
    itemset = _child(node, "itemset")
    if itemset is not None:
        control.itemset = Itemset(
            itemset.get("nodeset") or "", _ref(itemset, "value"), _ref(itemset, "label")
        )
    elif node.get("query"):
        control.itemset = Itemset(node.get("query") or "", "name", "label", columns=True)
    control.options = tuple(_option(item) for item in node if local(item.tag) == "item")
    control.actions = _actions(node, path, body)
    return control


def _actions(node: Xml, path: str, body: Body) -> tuple[SetValue, ...]:
    """Actions of a control; those that wait for the form's opening go to the form's own."""
    found = [a for child in node if local(child.tag) == "setvalue" for a in read_action(child, path)]
    body.actions += [action for action in found if action.event == FIRST_LOAD]
    own = local(node.tag) == "repeat"
    body.waiting += [action for action in found if action.event == NEW_ROW and not own]
    return tuple(a for a in found if a.event != FIRST_LOAD and (own or a.event != NEW_ROW))


def _option(item: Xml) -> Option:
    value = _child(item, "value")
    return Option((value.text or "").strip() if value is not None else "", read_text(_child(item, "label")))


def _ref(itemset: Xml, name: str) -> str:
    child = _child(itemset, name)
    return child.get("ref") or "" if child is not None else ""


def _child(node: Xml, name: str) -> Xml | None:
    return next((child for child in node if isinstance(child.tag, str) and local(child.tag) == name), None)


def _words(text: str | None) -> tuple[str, ...]:
    return tuple((text or "").split())
