"""The documents of a real package are as `resources/exchange/*.schema.json` say, which say it strictly."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from gsmon_desktop.exchange import export, keys, receive
from gsmon_desktop.interviewing import delete
from gsmon_desktop.paths import read_resource
from gsmon_desktop.store import Workspace
from tests.exchange.tools import acquaint, give, give_all, read_lines
from tests.store.tools import noon

TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "null": type(None),
}
KNOWN = {
    "type", "required", "properties", "additionalProperties", "items", "enum", "pattern", "minimum",
    "minLength", "format", "description", "title", "$schema", "$id",
}  # fmt: skip


def complaints(value: Any, schema: dict[str, Any], where: str = "") -> list[str]:
    """What of `value` is not as the schema says; knows the words our schemas use and no other."""
    assert set(schema) <= KNOWN, set(schema) - KNOWN
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(isinstance(value, TYPES[kind]) and not isinstance(value, bool) for kind in kinds):
        return [f"{where}: {type(value).__name__}"]
    found = []
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{where}: {value!r}")
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        found.append(f"{where}: {value!r}")
    if isinstance(value, str) and len(value) < schema.get("minLength", 0):
        found.append(f"{where}: empty")
    if isinstance(value, int) and value < schema.get("minimum", value):
        found.append(f"{where}: {value}")
    if isinstance(value, list):
        for place, each in enumerate(value):
            found += complaints(each, schema.get("items", {}), f"{where}[{place}]")
    if isinstance(value, dict):
        found += _members(value, schema, where)
    return found


def _members(value: dict[str, Any], schema: dict[str, Any], where: str) -> list[str]:
    known = schema.get("properties", {})
    others = schema.get("additionalProperties", {})
    found = [f"{where}.{key}: missing" for key in schema.get("required", []) if key not in value]
    for key, each in value.items():
        inner = known.get(key, others)
        found += [f"{where}.{key}: unknown"] if inner is False else complaints(each, inner, f"{where}.{key}")
    return found


def schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(read_resource(f"exchange/{name}.schema.json"))
    return found


@pytest.fixture
def packages(ws: Workspace, tmp_path: Path) -> list[Path]:
    """Two packages with everything that can be in one."""
    given = give_all(ws, tmp_path)
    first = export(ws, tmp_path, now=noon).packages
    delete(ws, given["photo"], "двойник", now=noon)
    give(ws)
    return [*first, *export(ws, tmp_path, now=noon).packages]


def test_documents_are_as_their_schemas_say(packages: list[Path]) -> None:
    assert len(packages) == 2
    for package in packages:
        with zipfile.ZipFile(package) as opened:
            manifest = json.loads(opened.read("manifest.json"))
            forms = [json.loads(opened.read(name)) for name in opened.namelist() if name.startswith("forms/")]
        assert complaints(manifest, schema("manifest")) == []
        lines = read_lines(package)
        assert lines
        assert forms
        assert [found for line in lines for found in complaints(line, schema("interview"))] == []
        assert [found for form in forms for found in complaints(form, schema("form"))] == []


def test_keys_and_receipts_are_as_their_schemas_say(
    ws: Workspace, packages: list[Path], tmp_path: Path
) -> None:
    own = keys.identity(ws, now=noon).public
    assert complaints(own.document(), schema("keys")) == []
    with Workspace.create(tmp_path / "hq", now=noon, role="hq") as hq:
        acquaint(ws, hq)
        received = receive(hq, packages, now=noon)
        assert len(received.receipts) == 2
        for path in received.receipts:
            outer = json.loads(path.read_text(encoding="utf-8"))
            assert complaints(outer, schema("signed")) == []
            assert complaints(json.loads(outer["document"]), schema("receipt")) == []


def test_schemas_notice_what_is_wrong(packages: list[Path]) -> None:
    line = read_lines(packages[0])[0]
    for key in line:
        assert complaints({k: v for k, v in line.items() if k != key}, schema("interview"))
    assert complaints(line | {"scores": {"staff": "6"}}, schema("interview"))
    assert complaints(line | {"status": "draft"}, schema("interview"))
    assert complaints(line | {"more": 1}, schema("interview"))
