"""Packages of version 0.1.0, which had no signature: read, and taken in once somebody accepts the device."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from gsmon_desktop.exchange import peers, receive, verify
from gsmon_desktop.exchange.manifest import INTERVIEWS, NAME
from gsmon_desktop.store import Workspace, interviews
from tests.exchange.test_intake import send
from tests.exchange.tools import contents, give_all
from tests.store.tools import noon


@pytest.fixture
def old(ws: Workspace, out: Path, tmp_path: Path) -> Path:
    """The same interviews as 0.1.0 packed them: zipfile's own zip, trails and forms beside, manifest last."""
    given = give_all(ws, tmp_path)
    entries = contents(send(ws, out))
    lines = [json.loads(text) for text in entries[INTERVIEWS].splitlines()]
    events = [{"interview": line["id"], **event} for line in lines for event in line.pop("events")]
    for line in lines:
        del line["history"]
    forms = [json.loads(content) for name, content in entries.items() if name.startswith("forms/")]
    form = next(name for name in entries if name.startswith("forms/")).removesuffix(".json")
    packed = {
        INTERVIEWS: _text(lines),
        "events.jsonl": _text({k: v for k, v in e.items() if k != "device"} for e in events),
        f"{form}/form.xml": forms[0]["xform"].encode(),
        **{name: content for name, content in entries.items() if name.startswith("media/")},
    }
    manifest = json.loads(entries[NAME])
    for key in ("sign", "recipient", "to", "batch", "part", "parts", "answers"):
        del manifest[key]
    manifest["format"] = 1
    manifest["entries"] = [_entry(name, content) for name, content in sorted(packed.items())]
    path = tmp_path / "old.zip"
    with zipfile.ZipFile(path, "w") as made:
        for name, content in (packed | {NAME: json.dumps(manifest).encode()}).items():
            stored = name.startswith("media/")
            made.writestr(name, content, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)
    assert len(given) == 3
    return path


def _text(lines: Any) -> bytes:
    return b"".join(json.dumps(line, ensure_ascii=False).encode() + b"\n" for line in lines)


def _entry(name: str, content: bytes) -> dict[str, Any]:
    import hashlib

    return {"name": name, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def test_an_unsigned_package_waits_for_its_device(ws: Workspace, old: Path, tmp_path: Path) -> None:
    assert verify(old).format == 1
    with Workspace.create(tmp_path / "office", now=noon, role="hq") as office:
        (aside,) = receive(office, [old], now=noon).taken.quarantined
        assert aside.why.code == "exchange.unsigned"
        peers.trust_unsigned(office, ws.settings["device"], now=noon)
        taken = receive(office, [tmp_path / "old.zip"], now=noon).taken
        assert (taken.accepted, taken.ignored) == (3, 3)
        for row in interviews.list(office):
            before = interviews.events(ws, interviews.get(ws, row.id).number)
            there = [event["action"] for event in interviews.events(office, row.number)]
            assert len(there) == len(before)  # "exported" stayed there, "merged" came here
