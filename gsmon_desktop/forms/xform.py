"""Reads an XForm (the XML that pyxform makes, or one written by hand) into a `Form`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element as Xml

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms.controls import (
    JAVAROSA,
    Body,
    Control,
    absolute,
    message,
    parts_of,
    read_action,
    read_body,
)
from gsmon_desktop.forms.definition import Element, Form, Rules
from gsmon_desktop.forms.kinds import element_type, list_name, parameters
from gsmon_desktop.forms.lists import LAST_SAVED, Lists, file_name, local
from gsmon_desktop.forms.xml import parse_xml

GSMON = "{urn:gsmon:forms}"
Texts = dict[str, dict[str, dict[str, tuple[str, ...]]]]
Where = Callable[[str, str], str]
"""Tells the place people read ("survey!H12") of a path and one of its columns."""


def from_xform(
    xml: str,
    files: Mapping[str, bytes],
    rows: Mapping[str, int] | None = None,
    *,
    where: Where | None = None,
    problems: list[GsmonError] | None = None,
) -> Form:
    """Makes the form from its XForm and the external files it names (file name -> content).

    `rows` gives a path's row in the survey sheet, `where` says it in full; both only serve messages.
    Raises GsmonError: form.xml, form.not_xform, form.missing_file, and what the expressions raise. With
    `problems`
    given, what is wrong with files and expressions is put there instead, so that all of it can be told at
    once.
    """
    from gsmon_desktop.forms.graph import build

    known = dict(rows or {})
    place = where or (lambda path, _column: f"survey!{known[path]}" if path in known else path)
    model, body = _parts(xml)
    root_node, lists = _instances(model, files, problems)
    root_path = "/" + local(root_node.tag)
    reader = _Reader(_binds(model, root_path), read_body(body, root_path), root_path)
    root = reader.element(root_node, "", root_node)
    actions = [a for node in _all(model, "setvalue") for a in read_action(node, root_path)]
    texts, languages, default = _translations(model)
    form_actions = tuple(actions + reader.body.actions)
    elements = {element.path: element for element in root.walk()}
    used = {file_name(source) for name, source in lists.sources.items() if name != LAST_SAVED}
    kept = {name: files[name] for name in sorted(files) if name in used or name == "itemsets.csv"}
    return Form(
        form_id=root_node.get("id") or local(root_node.tag),
        version=root_node.get("version") or root_node.get("{http://openrosa.org/xforms}version") or "",
        title=_title(xml) or root_node.get("id") or "",
        hash=_hash(xml, kept),
        xform=xml,
        files=kept,
        languages=languages,
        default_language=default,
        root=root,
        elements=elements,
        texts=texts,
        namespaces=dict(re.findall(r"xmlns:([\w.-]+)\s*=\s*[\"']([^\"']+)", xml[:4000])),
        actions=form_actions,
        lists=lists,
        graph=build(root, form_actions, lists, texts, place, problems),
    )


def _hash(xml: str, files: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256(xml.encode())
    for name, data in files.items():
        digest.update(b"\0" + name.encode() + b"\0" + hashlib.sha256(data).digest())
    return digest.hexdigest()


def _parts(xml: str) -> tuple[Xml, Xml | None]:
    document = parse_xml(xml)
    model = next((node for node in document.iter() if local(str(node.tag)) == "model"), None)
    if model is None or local(document.tag) != "html":
        raise GsmonError("form.not_xform")
    return model, next((node for node in document if local(str(node.tag)) == "body"), None)


def _title(xml: str) -> str:
    found = re.search(r"<(?:h:)?title[^>]*>([^<]*)</", xml)
    text = found[1] if found else ""
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        text = text.replace(entity, character)
    return text.strip()


def _all(parent: Xml, name: str) -> list[Xml]:
    return [node for node in parent if isinstance(node.tag, str) and local(node.tag) == name]


def _instances(
    model: Xml, files: Mapping[str, bytes], problems: list[GsmonError] | None
) -> tuple[Xml, Lists]:
    """The main instance's root element, and the lists; every file a list needs must be there."""
    nodes = _all(model, "instance")
    if not nodes or not len(nodes[0]):
        raise GsmonError("form.not_xform")
    inline: dict[str, Xml] = {}
    sources: dict[str, str] = {}
    for node in nodes[1:]:
        name = node.get("id") or ""
        if len(node):
            inline[name] = node[0]
        elif node.get("src"):
            sources[name] = node.get("src") or ""
    lists = Lists(inline, sources, files)
    for name, source in sources.items():
        if source != "jr://instance/last-saved" and file_name(source) not in files:
            error = GsmonError("form.missing_file", file=file_name(source), list=name)
            if problems is None:
                raise error
            problems.append(error)
    return nodes[0][0], lists


def _binds(model: Xml, root: str) -> dict[str, Xml]:
    return {
        absolute(node.get("nodeset") or node.get("ref") or "", root): node for node in _all(model, "bind")
    }


def _translations(model: Xml) -> tuple[Texts, tuple[str, ...], str]:
    """itext by language, the languages in order, and the default one."""
    texts: Texts = {}
    default = ""
    for itext in _all(model, "itext"):
        for translation in _all(itext, "translation"):
            language = translation.get("lang") or "default"
            if translation.get("default"):
                default = language
            entries = texts.setdefault(language, {})
            for text in _all(translation, "text"):
                values = {v.get("form") or "long": parts_of(v) for v in _all(text, "value")}
                entries[text.get("id") or ""] = values
    languages = tuple(texts) or ("default",)
    return texts, languages, default or languages[0]


@dataclass
class _Reader:
    """Walks the main instance and puts binds and controls to its nodes."""

    binds: dict[str, Xml]
    body: Body
    root: str
    order: int = 0

    def element(
        self, template: Xml, parent: str, first: Xml | None, rows: tuple[int, int] = (0, 0)
    ) -> Element:
        """The element of an instance node. `template` is what new rows are made from, `first` the first row
        there is."""
        name = local(template.tag)
        path = f"{parent}/{name}"
        order = self.order
        self.order += 1
        control = self.body.controls.get(path) or Control("")
        bind = self.binds.get(path)
        children = self._children(template, path, first)
        kind = (
            "repeat"
            if control.kind == "repeat"
            else "group"
            if children or control.kind == "group"
            else "question"
        )
        rules = _rules(bind)
        meta = parent == f"{self.root}/meta"
        return Element(
            path=path,
            name=name,
            kind=kind,
            type=element_type(kind, name, bind, control, rules, meta=meta),
            order=order,
            item=bind.get(f"{GSMON}item") if bind is not None else None,
            role=bind.get(f"{GSMON}role") if bind is not None else None,
            appearance=control.appearance,
            parameters=parameters(bind, control),
            children=children,
            list_name=list_name(control),
            shown=kind == "question" and bool(control.kind),
            rules=rules,
            label=control.label,
            hint=control.hint,
            itemset=control.itemset,
            options=control.options,
            default="" if children else (template.text or "").strip(),
            count=control.count,
            rows=rows[0],
            new_rows=rows[1],
            actions=control.actions,
        )

    def _children(self, template: Xml, path: str, first: Xml | None) -> tuple[Element, ...]:
        """One element a name: further nodes of a repeat's name are its first rows, jr:template its pattern.
        One element a name: further nodes of a repeat's name are its first rows, jr:template its pattern."""
        found = []
        first_by_tag = _by_tag(first)
        for tag, nodes in _by_tag(template).items():
            patterns = [node for node in nodes if _is_pattern(node)]
            new = [node for node in nodes if not _is_pattern(node)]
            there = [node for node in first_by_tag.get(tag, []) if not _is_pattern(node)]
            pattern = patterns[0] if patterns else nodes[0]
            found.append(self.element(pattern, path, there[0] if there else None, (len(there), len(new))))
        return tuple(found)


def _by_tag(parent: Xml | None) -> dict[str, list[Xml]]:
    found: dict[str, list[Xml]] = {}
    for child in parent if parent is not None else ():
        if isinstance(child.tag, str):
            found.setdefault(child.tag, []).append(child)
    return found


def _is_pattern(node: Xml) -> bool:
    return node.get(f"{JAVAROSA}template") is not None


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
