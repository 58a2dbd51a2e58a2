"""Packs of settings: what the central office gives every device, signed and numbered.

A pack holds forms, the catalogue with its targets, the edition of the methodology, the keys packages are
encrypted to, the list of interviewers, and the rules of retention and media. Installing one sets a device up;
a later one comes by the same sync, is checked whole before anything changes, and stands beside the earlier:
drafts stay on their forms.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gsmon_desktop import reference
from gsmon_desktop.errors import GsmonError
from gsmon_desktop.exchange import came_forms, keys, outbox, peers, signed
from gsmon_desktop.exchange.keys import PublicKeys
from gsmon_desktop.exchange.manifest import FORMS
from gsmon_desktop.files import known_failures, new_file, sync_folder
from gsmon_desktop.store import Clock, Workspace, forms, records, stamp

RULES = ("personal_days", "media_limit")
"""Settings of the workspace that a pack sets: days personal answers are kept, the longest side of photos."""


@dataclass(frozen=True)
class Pack:
    """A pack as it lies in the workspace: its number, who made it and when, and its document."""

    number: int
    device: str
    made: str
    document: Mapping[str, Any]

    @property
    def interviewers(self) -> list[str]:
        """Names of the list of interviewers."""
        return [str(name) for name in self.document["interviewers"]]


@dataclass(frozen=True)
class Offer:
    """A pack that is not installed yet, and who signed it."""

    signer: PublicKeys
    pack: Pack


def make(
    ws: Workspace,
    to: Path,
    *,
    now: Clock,
    interviewers: Sequence[str] = (),
    recipients: Sequence[PublicKeys] = (),
) -> Path:
    """Writes the next pack of this workspace into the folder `to` and keeps it to be given by every sync.

    It takes the latest version of every form here, the catalogue and edition in use, the rules set here, and
    this workspace's own keys beside `recipients`. Raises the errors of files, and exchange.pack_role on an
    interviewer's computer: its pack would lie in the shared folder before everybody.
    """
    if ws.settings.get("role", "interviewer") == "interviewer":
        raise GsmonError("exchange.pack_role", str(ws.folder))
    own = keys.identity(ws, now=now)
    number = 1 + int(ws.value("SELECT coalesce(max(number), 0) FROM pack") or 0)
    document = {
        "pack": number,
        "made": stamp(now()),
        "forms": [_form(ws, form) for form in _latest(ws)],
        "reference": reference.texts(),
        "person": ws.settings.get("name", ""),
        "recipients": [each.document() for each in (own.public, *recipients)],
        "interviewers": list(interviewers),
        "rules": {name: ws.settings[name] for name in RULES if name in ws.settings},
    }
    content = signed.seal(signed.PACK, document, own)
    target = to / _name(own.public.device, number)
    with new_file(target, replace=True) as part:
        part.stream.write(content)
        part.place()
    _keep(ws, own.public.device, document, content, installed="")
    return target


def _latest(ws: Workspace) -> list[forms.FormVersion]:
    found: dict[str, forms.FormVersion] = {}
    for version in forms.listing(ws):
        found.setdefault(version.form_id, version)
    return list(found.values())


def _form(ws: Workspace, version: forms.FormVersion) -> dict[str, Any]:
    return {"hash": version.hash, **outbox.form_document(ws, version.hash)}


def _name(device: str, number: int) -> str:
    return f"gsmon-pack-{device.lower()[:8]}-{number:05d}.json"


def _keep(ws: Workspace, device: str, document: Mapping[str, Any], content: bytes, *, installed: str) -> None:
    with ws.transaction() as db:
        db.execute(
            """INSERT INTO pack VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET installed = iif(installed = '', excluded.installed, installed)""",
            [document["pack"], device, document["made"], content, installed],
        )


def current(ws: Workspace) -> Pack | None:
    """The pack in force: the latest installed."""
    return _latest_pack(ws, "SELECT * FROM pack WHERE installed <> '' ORDER BY number DESC LIMIT 1")


def made_here(ws: Workspace) -> Pack | None:
    """The latest pack this workspace made for others."""
    own = "device = (SELECT value FROM setting WHERE name = 'device')"
    return _latest_pack(ws, f"SELECT * FROM pack WHERE {own} ORDER BY number DESC LIMIT 1")


def _latest_pack(ws: Workspace, sql: str) -> Pack | None:
    rows = ws.query(sql)
    if not rows:
        return None
    document = json.loads(json.loads(rows[0]["content"])["document"])
    return Pack(rows[0]["number"], rows[0]["device"], rows[0]["made"], document)


def give(ws: Workspace, folder: Path) -> Path | None:
    """Puts the latest pack made here into a folder, unless it lies there; None when none was ever made.

    The one before it stays, in case somebody is reading it; older ones of ours are taken away.
    """
    device = ws.settings["device"]
    rows = ws.query(
        "SELECT number, content FROM pack WHERE device = ? ORDER BY number DESC LIMIT 1", [device]
    )
    if not rows:
        return None
    target = folder / _name(device, rows[0]["number"])
    if not target.exists() or target.read_bytes() != rows[0]["content"]:
        with new_file(target, replace=True) as part:
            part.stream.write(rows[0]["content"])
            part.place()
    old = {_name(device, number) for number in range(1, rows[0]["number"] - 1)}
    for file in folder.glob(f"gsmon-pack-{device.lower()[:8]}-*.json"):
        if file.name in old:
            with suppress(OSError):
                file.unlink()
    return target


def read(path: Path) -> Offer:
    """A pack somebody offers, checked as far as it can be without a workspace; nothing is changed.

    Raises GsmonError as `signed.unseal` does, exchange.document_wrong, and what reference data
    say of a fault.
    """
    who, document = signed.unseal(signed.PACK, path)
    _checked(document, path)
    reference.check(document["reference"])
    return Offer(who, Pack(document["pack"], who.device, document["made"], document))


def install(ws: Workspace, path: Path, *, now: Clock, trust: bool = False) -> Pack | None:
    """Checks a pack wholly, then puts it in force in one transaction; None for one not newer than ours.

    `trust`: whoever brought it has compared the signer's fingerprint. Raises GsmonError as `signed.unseal`
    does, exchange.pack_stranger, exchange.document_wrong, and what forms and reference data say of a fault.
    """
    who, document = signed.unseal(signed.PACK, path)
    if who.device == ws.settings["device"]:
        return None
    peer = peers.trusted(ws, who)
    if not trust and (peer is None or not peer.receives):
        raise GsmonError("exchange.pack_stranger", str(path), fingerprint=who.fingerprint)
    recipients = _checked(document, path)
    newest = current(ws)
    if newest is not None and newest.device == who.device and newest.number >= document["pack"]:
        return None
    reference.check(document["reference"])
    content = {f"{FORMS}{form['hash']}.json": json.dumps(form).encode() for form in document["forms"]}
    at = stamp(now())
    with ws.transaction() as db:
        came_forms.take_forms(ws, content, at, strict=True)
        for each in recipients:
            if each.device != ws.settings["device"]:
                kind = peers.BOTH if each == who else peers.RECIPIENT
                name = document.get("person", "") if each == who and not _named(ws, who) else ""
                peers.trust(ws, each, now=now, kind=kind, name=name)
        for name, value in document["rules"].items():
            ws.settings[name] = value
        _keep(ws, who.device, document, path.read_bytes(), installed=at)
        said = f"{document['pack']} {who.device}"
        records.append(db, None, records.Event(at, ws.who, "pack installed", 0, new=said))
        _place_reference(ws.folder, document["reference"])
    reference.use(ws.folder)
    return current(ws)


def _named(ws: Workspace, who: PublicKeys) -> bool:
    peer = peers.find(ws, who.device)
    return peer is not None and peer.name != ""


def _checked(document: Mapping[str, Any], path: Path) -> list[PublicKeys]:
    """The recipients of a pack whose fields are all as they should be."""
    wrong = GsmonError("exchange.document_wrong", str(path))
    number, rules, rows = (document.get(name) for name in ("pack", "rules", "recipients"))
    if not isinstance(number, int) or not 0 < number < 1 << 31 or not isinstance(document.get("made"), str):
        raise wrong
    if not isinstance(document.get("person", ""), str):
        raise wrong
    if not isinstance(rules, dict) or not set(rules) <= set(RULES):
        raise wrong
    if not all(isinstance(value, str) and value.isdecimal() and len(value) < 10 for value in rules.values()):
        raise wrong
    lists = (rows, document.get("interviewers"), document.get("forms"))
    if not all(isinstance(each, list) for each in lists) or not isinstance(document.get("reference"), dict):
        raise wrong
    found = [keys.parse(row) if isinstance(row, dict) else None for row in rows or []]
    if not all(isinstance(form, dict) and isinstance(form.get("hash"), str) for form in document["forms"]):
        raise wrong
    if not all(isinstance(name, str) for name in document["interviewers"]):
        raise wrong
    if not all(isinstance(text, str) for text in document["reference"].values()):
        raise wrong
    if None in found:
        raise wrong
    return [each for each in found if each is not None]


def _place_reference(folder: Path, texts: Mapping[str, str]) -> None:
    """The catalogue and edition as files, whole before they get the number that makes them the latest."""
    home = folder / reference.FOLDER
    part, target = home / ".next.part", home / str(reference.latest(folder) + 1)
    with known_failures(target):
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        for name, text in texts.items():
            (part / name).parent.mkdir(parents=True, exist_ok=True)
            with new_file(part / name) as file:
                file.stream.write(text.encode())
                file.place()
        part.rename(target)
        sync_folder(home)
