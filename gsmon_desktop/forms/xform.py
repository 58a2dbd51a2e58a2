"""Reads an XForm (the XML that pyxform makes, or one written by hand) into a `Form`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from xml.etree.ElementTree import Element as Xml

from gsmon_desktop.errors import GsmonError
from gsmon_desktop.forms.controls import (
    absolute,
    parts_of,
    read_action,
    read_body,
)
from gsmon_desktop.forms.definition import Element, Form
from gsmon_desktop.forms.elements import first_values, read_elements
from gsmon_desktop.forms.graph import build
from gsmon_desktop.forms.lists import Lists, local, tree_of
from gsmon_desktop.forms.row_paths import action_in_row, parts_in_row
from gsmon_desktop.forms.tree import Node
from gsmon_desktop.forms.xml import parse_xml

_VERSION = "{http://openrosa.org/xforms}version"
XFORMS = "http://www.w3.org/2002/xforms"
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
    tables: Path | None = None,
) -> Form:
    """Makes the form from its XForm and the external files it names (file name -> content).

    `rows` gives a path's row in the survey sheet, `where` says it in full; both only serve messages.
    Raises GsmonError: form.xml, form.not_xform, form.missing_file, and what the expressions raise. With
    `problems` given, what is wrong with files and expressions is put there instead, so that all of it can be
    told at once. `tables` is a folder to keep long lists in.
    """
    known = dict(rows or {})
    place = where or (lambda path, _column: f"survey!{known[path]}" if path in known else path)
    model, body = _parts(xml)
    root_node, lists = _instances(model, files, problems, tables)
    root_path = "/" + local(root_node.tag)
    controls = read_body(body, root_path)
    repeats = controls.repeats()
    model_actions = [a for node in _all(model, "setvalue") for a in read_action(node, root_path)]
    form_actions = tuple(action_in_row(action, repeats) for action in (*model_actions, *controls.actions))
    root = read_elements(root_node, _binds(model, root_path), controls, {a.target for a in form_actions})
    texts, languages, default = _translations(model)
    elements = {element.path: element for element in root.walk()}
    if repeats:
        _texts_in_rows(texts, elements.values(), repeats)
    kept = lists.used()
    return Form(
        form_id=root_node.get("id") or local(root_node.tag),
        version=root_node.get("version") or root_node.get(_VERSION) or "",
        title=_title(xml) or root_node.get("id") or "",
        hash=content_hash(xml, kept),
        xform=xml,
        files=kept,
        languages=languages,
        default_language=default,
        root=root,
        elements=elements,
        texts=texts,
        attributes=_attributes(root_node),
        xmlns="" if _namespace(root_node) == XFORMS else _namespace(root_node),
        actions=form_actions,
        first_values=first_values(root_node, elements),
        lists=lists,
        graph=build(root, form_actions, lists, texts, place, problems),
    )


def content_hash(xml: str, files: Mapping[str, bytes]) -> str:
    """What names a form version: SHA-256 in hex of the XForm and every file."""
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


def _namespace(node: Xml) -> str:
    return node.tag[1:].partition("}")[0] if node.tag.startswith("{") else ""


def _attributes(root: Xml) -> dict[str, str]:
    """Attributes an author added to the instance's root element; those in namespaces serve tools, but for
    OpenRosa's own version."""
    own = {"orx:version": root.attrib[_VERSION]} if _VERSION in root.attrib else {}
    plain = ((key, value) for key, value in root.attrib.items() if "}" not in key)
    return {key: value for key, value in plain if key not in ("id", "version")} | own


def _all(parent: Xml, name: str) -> list[Xml]:
    return [node for node in parent if isinstance(node.tag, str) and local(node.tag) == name]


def _instances(
    model: Xml, files: Mapping[str, bytes], problems: list[GsmonError] | None, tables: Path | None
) -> tuple[Xml, Lists]:
    """The main instance's root element, and the lists; every file a list needs must be there."""
    nodes = _all(model, "instance")
    if not nodes or not len(nodes[0]):
        raise GsmonError("form.not_xform")
    inline: dict[str, Callable[[], Node]] = {}
    sources: dict[str, str] = {}
    for node in nodes[1:]:
        name = node.get("id") or ""
        if len(node):
            inline[name] = partial(tree_of, node[0])
        elif node.get("src"):
            sources[name] = node.get("src") or ""
    lists = Lists(inline, sources, files, tables)
    for error in lists.missing():
        if problems is None:
            raise error
        problems.append(error)
    return nodes[0][0], lists


def _binds(model: Xml, root: str) -> dict[str, Xml]:
    return {
        absolute(node.get("nodeset") or node.get("ref") or "", root): node for node in _all(model, "bind")
    }


def _texts_in_rows(texts: Texts, elements: Iterable[Element], repeats: tuple[str, ...]) -> None:
    """Outputs in the texts of questions inside repeats are those of the question's row."""
    seen: set[str] = set()
    for element in elements:
        for text in (element.label, element.hint):
            if text.itext and text.itext not in seen:
                seen.add(text.itext)
                for entries in texts.values():
                    forms = entries.get(text.itext, {})
                    for form, parts in forms.items():
                        if len(parts) > 1:
                            forms[form] = parts_in_row(parts, element.path, repeats)


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
